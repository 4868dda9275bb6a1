//! The files of a crate as one file, for `include!` inside a module.

use std::collections::BTreeMap;

/// The text of `src/lib.rs` with each module that it declares in its place, and so on inward.
pub(crate) fn inlined(texts: &BTreeMap<String, String>) -> String {
    let root = &texts["src/lib.rs"];
    // Where a file is included, inner documentation is an error: the front page becomes plain comments.
    let root: String = root.lines().map(|line| line.replacen("//!", "//", 1) + "\n").collect();
    with_modules(texts, "src", &root)
}

fn with_modules(texts: &BTreeMap<String, String>, folder: &str, text: &str) -> String {
    let mut inlined = String::new();
    for line in text.lines() {
        match declared(line).and_then(|name| find(texts, folder, name)) {
            Some((folder, text)) => {
                let declaration = line.trim_end_matches(';');
                let inside = with_modules(texts, &folder, text);
                inlined.push_str(&format!("{declaration} {{\n{inside}}}\n"));
            }
            None => {
                inlined.push_str(line);
                inlined.push('\n');
            }
        }
    }
    inlined
}

/// The module that a line declares without a body.
fn declared(line: &str) -> Option<&str> {
    let visibilities = ["pub mod ", "pub(crate) mod ", "mod "];
    let name = visibilities.iter().find_map(|visibility| line.strip_prefix(visibility))?;
    let name = name.strip_suffix(';')?;
    Some(name.strip_prefix("r#").unwrap_or(name))
}

/// A module's text, and the folder of the modules in it.
fn find<'t>(texts: &'t BTreeMap<String, String>, folder: &str, name: &str) -> Option<(String, &'t str)> {
    let inside = format!("{folder}/{name}");
    let text = texts.get(&format!("{inside}.rs")).or_else(|| texts.get(&format!("{inside}/mod.rs")))?;
    Some((inside, text))
}
