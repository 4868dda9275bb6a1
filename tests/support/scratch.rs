//! Crates that tests generate, compile and run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A workspace of generated crates in the target folder, where unchanged ones stay compiled.
pub fn workspace(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    folder
}

/// Writes a file unless it is there already, so that cargo sees what changed.
pub fn put(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file is in a folder"))
        .expect("the target folder can be written");
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(path, text).expect("the target folder can be written");
}

/// Writes a generated crate, and removes what an earlier run left there.
pub fn put_crate(folder: &Path, files: &BTreeMap<String, String>) {
    for (path, text) in files {
        put(&folder.join(path), text);
    }
    remove_others(folder, Path::new("src"), files);
}

fn remove_others(folder: &Path, inside: &Path, files: &BTreeMap<String, String>) {
    let Ok(entries) = fs::read_dir(folder.join(inside)) else { return };
    for entry in entries.flatten() {
        let path = inside.join(entry.file_name());
        if entry.path().is_dir() {
            remove_others(folder, &path, files);
        } else if !files.contains_key(&path.to_string_lossy().replace('\\', "/")) {
            fs::remove_file(entry.path()).expect("an old file can be removed");
        }
    }
}

/// Writes the manifest of a workspace with these members.
pub fn put_workspace(folder: &Path, members: &[String]) {
    let profile = "[profile.dev]\ndebug = false\n";
    put(
        &folder.join("Cargo.toml"),
        &format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n\n{profile}"),
    );
}

/// Runs cargo in a folder; what it prints comes back, and a failure is one of the test.
pub fn cargo(folder: &Path, arguments: &[&str]) -> String {
    let output = command(folder, arguments).output().expect("cargo can be run");
    stdout(arguments, &output)
}

/// A cargo that builds below the folder.
pub fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTDOCFLAGS", "-D warnings -D rustdoc::all")
        .env_remove("RUSTFLAGS");
    command
}

/// What a cargo printed; a failure is one of the test.
pub fn stdout(arguments: &[&str], output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, error) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "cargo {arguments:?}:\n{out}\n{error}");
    out
}
