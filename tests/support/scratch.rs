//! Crates that tests generate, compile and run.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

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
    for part in ["answers", "checks", "operation", "shapes", "smithy", "validation", "wire"] {
        let Ok(entries) = fs::read_dir(folder.join("src").join(part)) else { continue };
        for entry in entries.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if !files.contains_key(&format!("src/{part}/{name}")) {
                fs::remove_file(entry.path()).expect("an old file can be removed");
            }
        }
    }
}

/// Writes the manifest of a workspace with these members.
pub fn put_workspace(folder: &Path, members: &[String]) {
    let profile = "[profile.dev]\nopt-level = 1\ndebug = false\n";
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

/// The same with a text for standard input.
pub fn cargo_with_input(folder: &Path, arguments: &[&str], input: &str) -> String {
    let mut child = command(folder, arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo can be run");
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("cargo ends");
    writer.join().expect("writing does not panic").expect("the program reads all of its input");
    stdout(arguments, &output)
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTDOCFLAGS", "-D warnings -D rustdoc::all")
        .env_remove("RUSTFLAGS");
    command
}

fn stdout(arguments: &[&str], output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (out, error) = (text(&output.stdout), text(&output.stderr));
    assert!(output.status.success(), "cargo {arguments:?}:\n{out}\n{error}");
    out
}
