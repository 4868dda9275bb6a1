//! How long functions and files may be.

use std::collections::{BTreeMap, BTreeSet};

use crate::exceptions::{LONG_FILES, LONG_FUNCTIONS};
use crate::source::{Source, Token, closing, sources, tokens};

/// Lines of a function, from its `fn` to its closing brace.
const MAX_FUNCTION: usize = 40;

/// Lines of a file.
const MAX_FILE: usize = 300;

/// What is longer than it may be, by its file and, of a function, its name, with its lines.
type Sizes = BTreeMap<(String, String), usize>;

/// Every handwritten Rust file.
fn handwritten() -> Vec<Source> {
    let mut files = sources("codegen");
    files.extend(sources("tests"));
    files
}

/// The functions of a file with their lines.
fn functions(text: &str) -> Vec<(String, usize)> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        let [first, name] = pair else { continue };
        if first.text == "fn" && name.is_word() {
            found.extend(body(&tokens, at).map(|end| (name.text.to_owned(), end.line - first.line + 1)));
        }
    }
    found
}

/// The brace that closes the body of the function at a `fn`, if it has a body.
fn body<'t>(tokens: &'t [Token<'t>], mut at: usize) -> Option<&'t Token<'t>> {
    loop {
        match tokens.get(at)?.text {
            ";" => return None,
            "{" => return tokens.get(closing(tokens, at)),
            "(" | "[" => at = closing(tokens, at) + 1,
            _ => at += 1,
        }
    }
}

/// Fails where something is too long and no exception, longer than its exception says, or an exception for nothing.
fn settle(found: &Sizes, exceptions: &[(&str, &str, usize, &str)], limit: usize) {
    let known: Sizes = exceptions
        .iter()
        .map(|&(path, name, lines, _)| ((path.to_owned(), name.to_owned()), lines))
        .collect();
    let too_long =
        |(key, lines): &(&(String, String), &usize)| known.get(*key).is_none_or(|most| *lines > most);
    let list = |entries: Vec<(&(String, String), &usize)>| -> BTreeSet<String> {
        entries.iter().map(|((path, name), lines)| format!("{path} {name} {lines}")).collect()
    };
    let broken = list(found.iter().filter(too_long).collect());
    let unneeded = list(known.iter().filter(|(key, _)| !found.contains_key(*key)).collect());
    assert!(
        broken.is_empty() && unneeded.is_empty(),
        "longer than {limit} lines, or than tests/layers/exceptions.rs says: {broken:#?}\n\
         no longer needed, to be taken out of it: {unneeded:#?}"
    );
}

#[test]
fn functions_stay_short() {
    let mut found = Sizes::new();
    for Source { path, text } in handwritten() {
        for (name, lines) in functions(&text).into_iter().filter(|(_, lines)| *lines > MAX_FUNCTION) {
            let most = found.entry((path.clone(), name)).or_default();
            *most = lines.max(*most);
        }
    }
    settle(&found, LONG_FUNCTIONS, MAX_FUNCTION);
}

#[test]
fn files_stay_short() {
    let sizes =
        handwritten().into_iter().map(|Source { path, text }| ((path, String::new()), text.lines().count()));
    let found: Sizes = sizes.filter(|(_, lines)| *lines > MAX_FILE).collect();
    let exceptions: Vec<_> =
        LONG_FILES.iter().map(|&(path, lines, reason)| (path, "", lines, reason)).collect();
    settle(&found, &exceptions, MAX_FILE);
}

#[test]
fn functions_are_measured_from_their_name_to_their_brace() {
    let text = "impl A {\n    /// C.\n    fn b<'m>(\n        c: [u8; { 2 }],\n    ) -> fn(u8) -> u8\n    where\n        D: E,\n    {\n        \
                let f = \"}\"; // }\n    }\n}\ntrait F {\n    fn g(&self);\n    fn h() {}\n}\n";
    assert_eq!(functions(text), [("b".to_owned(), 8), ("h".to_owned(), 1)]);
}
