//! Items of emitters that do not write to [`Source`] yet.

use proc_macro2::TokenStream;

use super::source::{Import, Source};
use super::tokens::Scope;

/// Formats items, and records the imports that their text names.
pub(crate) fn items(src: &mut Source, items: impl FnOnce(&Scope) -> Vec<TokenStream>) {
    let scope = Scope::new(src.layout());
    for item in items(&scope) {
        let text = formatted(&scope, item);
        record(src, &text);
        src.separate();
        text.lines().for_each(|line| src.line(line));
    }
}

/// Finished items, whose imports are recorded.
pub(crate) fn texts(src: &mut Source, items: &[String]) {
    for text in items {
        record(src, text);
        src.separate();
        text.lines().for_each(|line| src.line(line));
    }
}

/// One item as prettyplease writes it, with a blank line between the functions of an impl.
fn formatted(scope: &Scope, item: TokenStream) -> String {
    let item = syn::parse2(item).expect("what the templates make is an item");
    let text = prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    });
    scope.fill(&text.replace("\n    }\n    ", "\n    }\n\n    "))
}

/// What the items of a file may name shortly.
const SHORT: [(&str, Import); 10] = [
    ("BTreeMap<", Import::BTreeMap),
    ("fmt::", Import::Fmt),
    ("conditions::", Import::Conditions),
    ("constraints::", Import::Constraints),
    ("patterns::", Import::Patterns),
    ("rules::", Import::Rules),
    ("answers::", Import::Answers),
    ("smithy::", Import::Smithy),
    ("validation::", Import::Validation),
    ("wire::", Import::Wire),
];

fn record(src: &Source, text: &str) {
    for (name, import) in SHORT {
        if uses(text, name) {
            src.name(import);
        }
    }
}

/// Whether a line of code, not of a comment, has a path that begins with `name`.
fn uses(item: &str, name: &str) -> bool {
    item.match_indices(name).any(|(at, _)| {
        let line = &item[item[..at].rfind('\n').map_or(0, |newline| newline + 1)..at];
        let begins = !line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '"' | '#'));
        begins && !line.trim_start().starts_with("///")
    })
}
