//! Rules of the house, kept as tests.

#[path = "layers/exceptions.rs"]
mod exceptions;
#[path = "layers/paths.rs"]
mod paths;
#[path = "layers/rooms.rs"]
mod rooms;
#[path = "layers/runtime.rs"]
mod runtime;
#[path = "layers/sizes.rs"]
mod sizes;
#[path = "layers/source.rs"]
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use exceptions::NAMESAKES;
use source::{Source, root, sources, tokens};

/// The files of the tool, outside `allowed`, whose code contains `text`, written without spaces.
fn users(text: &str, allowed: &[&str]) -> Vec<String> {
    let outside =
        |path: &str| !allowed.iter().any(|allowed| path.starts_with(&format!("codegen/src/{allowed}")));
    let code = |source: &Source| -> String { tokens(&source.text).iter().map(|token| token.text).collect() };
    let files = sources("codegen/src").into_iter();
    let found = files.filter(|source| outside(&source.path) && code(source).contains(text));
    found.map(|source| source.path).collect()
}

const NOBODY: [&str; 0] = [];

#[test]
fn names_are_born_in_one_room() {
    assert_eq!(users("Ident::new", &["names"]), NOBODY);
}

#[test]
fn few_files_touch_the_disk() {
    assert_eq!(
        users(
            "std::fs",
            &["build/tests.rs", "cli", "disk", "emit/runtime/tests.rs", "import/mod.rs", "load/files"]
        ),
        NOBODY
    );
}

#[test]
fn nothing_is_silenced_or_left_undone() {
    for text in ["#[allow", "#![allow", "todo!("] {
        assert_eq!(users(text, &[]), NOBODY, "{text}");
    }
    for Source { path, text } in sources("codegen") {
        assert!(!text.contains("TODO") && !text.contains("FIXME"), "{path}");
    }
}

#[test]
fn generated_files_stay_short() {
    for Source { path, text } in sources("generated/src") {
        let lists = path.ends_with("root.rs") || path.ends_with("serde_impls.rs");
        assert!(lists || text.lines().count() <= 1550, "{path} has {} lines", text.lines().count());
    }
}

#[test]
fn every_test_file_is_run() {
    let manifest = fs::read_to_string(root().join("codegen/Cargo.toml")).expect("the manifest is there");
    for entry in fs::read_dir(root().join("tests")).expect("the tests are there").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let listed = manifest.contains(&format!("path = \"../tests/{name}\""));
        assert!(listed || !name.ends_with(".rs"), "tests/{name} is no `[[test]]` of smithygen");
    }
}

#[test]
fn the_readme_is_short() {
    let readme = fs::read_to_string(root().join("README.md")).expect("it is there");
    assert!(readme.lines().count() <= 250, "README.md has {} lines", readme.lines().count());
}

#[test]
fn no_type_name_stands_twice() {
    let mut files: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for Source { path, text } in sources("codegen/src") {
        for pair in tokens(&text).windows(2) {
            let [keyword, name] = pair else { continue };
            let declares = ["struct", "enum", "trait", "union"].contains(&keyword.text) && name.is_word();
            if declares && name.text.starts_with(|c: char| c.is_uppercase()) {
                files.entry(name.text.to_owned()).or_default().push(path.clone());
            }
        }
    }
    files.retain(|_, files| files.len() > 1);
    let known: BTreeSet<&str> = NAMESAKES.iter().map(|&(name, _)| name).collect();
    let broken: Vec<_> = files.iter().filter(|(name, _)| !known.contains(name.as_str())).collect();
    let unneeded: Vec<&&str> = known.iter().filter(|name| !files.contains_key(**name)).collect();
    assert!(broken.is_empty() && unneeded.is_empty(), "{broken:#?}; no longer needed: {unneeded:?}");
}
