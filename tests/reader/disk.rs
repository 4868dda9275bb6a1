//! What is read from the disk, and what cannot be.

use std::fs;
use std::path::{Path, PathBuf};

use smithygen::diagnostics::{Diagnostics, Sources, render};
use smithygen::load::{self, Input};

use crate::resolved_from_disk;

/// A new, empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reader").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).expect("an old folder can be removed");
    }
    fs::create_dir_all(&folder).expect("a folder can be made");
    folder
}

/// The faults of reading `path`, with the name of its folder cut.
fn faults(path: &Path, folder: &Path) -> String {
    let (_, faults) = resolved_from_disk(&[Input::Path(path.to_owned())]);
    faults.replace(&folder.to_string_lossy().into_owned(), "DIR")
}

/// The fault of a file with these bytes.
fn fault_of_bytes(name: &str, bytes: &[u8]) -> String {
    let folder = folder(name);
    let path = folder.join("model.json");
    fs::write(&path, bytes).expect("a file can be written");
    faults(&path, &folder)
}

#[test]
fn bytes_that_are_no_text() {
    insta::assert_snapshot!(fault_of_bytes("gzip", &[0x1f, 0x8b, 8, 0, 0]));
    insta::assert_snapshot!(fault_of_bytes("utf16le", &[0xff, 0xfe, b'{', 0, b'}', 0]));
    insta::assert_snapshot!(fault_of_bytes("utf16be", &[0, b'{', 0, b'}']));
    insta::assert_snapshot!(fault_of_bytes(
        "latin1",
        b"{ \"smithy\": \"2.0\", \"metadata\": { \"a\": \"caf\xe9\" } }"
    ));
}

#[test]
fn a_file_that_is_too_large() {
    let folder = folder("large");
    let path = folder.join("model.json");
    let file = fs::File::create(&path).expect("a file can be made");
    file.set_len(load::MAX_FILE_BYTES + 1).expect("a file can have a hole");
    insta::assert_snapshot!(faults(&path, &folder));
}

#[test]
fn a_path_that_does_not_exist() {
    let folder = folder("missing");
    fs::write(folder.join("shop.json"), "{}").expect("a file can be written");
    insta::assert_snapshot!(faults(&folder.join("shpo.json"), &folder));
    insta::assert_snapshot!(faults(&folder.join("elsewhere/models"), &folder));
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle_or_nowhere() {
    let folder = folder("links");
    fs::write(folder.join("shop.json"), "{ \"smithy\": \"2.0\" }").expect("a file can be written");
    std::os::unix::fs::symlink(&folder, folder.join("again")).expect("a link can be made");
    std::os::unix::fs::symlink(folder.join("none"), folder.join("lost.json")).expect("a link can be made");
    insta::assert_snapshot!(faults(&folder, &folder));
}

#[test]
fn folders_too_deep() {
    let folder = folder("deep");
    fs::create_dir_all(folder.join("a/".repeat(40))).expect("folders can be made");
    let shown = faults(&folder, &folder);
    assert!(shown.contains("is more than 32 folders deep"), "{shown}");
}

#[test]
fn folders_are_read_in_the_order_of_their_paths() {
    let folder = folder("order");
    for name in ["b.json", "a.json", "c/d.json", ".hidden.json", "notes.txt", "ignored.json"] {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("a folder can be made");
        let text = if name == "ignored.json" { "{}" } else { "{ \"smithy\": \"2.0\" }" };
        fs::write(path, text).expect("a file can be written");
    }
    let mut errors = Diagnostics::default();
    let inputs = [folder.join("c"), folder.clone(), folder.join("b.json")].map(Input::Path);
    let sources = load::read(&mut errors, &inputs);
    let documents = load::documents(&mut errors, &sources);
    let names: Vec<&str> =
        documents.iter().map(|document| sources.get(document.file).name.as_str()).collect();
    let expected =
        ["a.json", "b.json", "c/d.json"].map(|name| folder.join(name).to_string_lossy().into_owned());
    assert_eq!(names, expected, "sorted, each once, without hidden files and without what is no model");
    assert_eq!(errors.count(), 0);
}

/// The faults of one text, and how long its rendering is at most.
fn fault_of_text(text: String) -> String {
    let mut sources = Sources::default();
    sources.add("model.json".to_owned(), text);
    let mut errors = Diagnostics::default();
    load::documents(&mut errors, &sources);
    let shown: Vec<String> = errors.sorted().iter().map(|fault| render(fault, &sources, false)).collect();
    shown.join("\n\n")
}

#[test]
fn a_hundred_megabytes_of_brackets() {
    insta::assert_snapshot!(fault_of_text("[".repeat(100 << 20)));
}

#[test]
fn nesting_a_million_deep() {
    let text =
        format!("{{ \"smithy\": \"2.0\", \"metadata\": {}{} }}", "[".repeat(1 << 20), "]".repeat(1 << 20));
    insta::assert_snapshot!(fault_of_text(text));
}

#[test]
fn one_line_of_a_hundred_megabytes_is_cut_around_the_place() {
    let text = format!(
        "{{ \"smithy\": \"2.0\", \"metadata\": {{ \"a\": \"{}\", \"b\": nil }} }}",
        "é".repeat(50 << 20)
    );
    insta::assert_snapshot!(fault_of_text(text));
}
