use std::fs;

use super::{Diagnostics, Options, instructions, write_module};

/// What cargo is told about a folder with this model, and whether the module was written.
fn run(model: &[u8]) -> (Vec<String>, bool) {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    fs::write(folder.path().join("model.smithy"), model).expect("the model can be written");
    let (mut found, place) = (Diagnostics::default(), folder.path().join("tea.rs"));
    let sources = write_module(&mut found, folder.path(), Some(&place), &Options::default());
    (instructions(folder.path(), &found.sorted(), &sources), place.is_file())
}

#[test]
fn a_model_becomes_a_module_and_its_warnings_are_shown() {
    let (lines, written) = run(b"$version: \"2\"\nnamespace tea\nservice Tea {}\n");
    assert!(written && lines.len() > 1, "{lines:?}");
    assert!(lines[1..].iter().all(|line| line.starts_with("cargo::warning=")), "{lines:?}");
}

#[test]
fn what_loading_finds_is_an_error() {
    for (model, error) in [(b"\xff".as_slice(), "UTF-8"), (b"$version: \"2\"\nnamespace", "expected")] {
        let (lines, written) = run(model);
        assert!(!written && lines[1].starts_with("cargo::error=") && lines[1].contains(error), "{lines:?}");
    }
}

#[test]
fn what_a_project_names_is_watched_too() {
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let put = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().expect("it is in a folder")).expect("a folder can be made");
        fs::write(path, text).expect("a file can be written");
    };
    put("project/smithy-build.json", "{ \"sources\": [\"model\"], \"imports\": [\"../cup.smithy\"] }");
    put("project/model/tea.smithy", "$version: \"2\"\nnamespace tea\nservice Tea {}\n");
    put("cup.smithy", "$version: \"2\"\nnamespace cup\nstring Cup\n");
    let (mut found, project) = (Diagnostics::default(), folder.path().join("project"));
    let place = folder.path().join("tea.rs");
    let sources = write_module(&mut found, &project, Some(&place), &Options::default());
    let lines = instructions(&project, &[], &sources);
    for name in ["project", "project/model", "project/../cup.smithy"] {
        let line = format!("cargo::rerun-if-changed={}", folder.path().join(name).display());
        assert!(lines.contains(&line), "{lines:?}");
    }
}
