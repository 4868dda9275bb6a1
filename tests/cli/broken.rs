//! Readers that go away and outputs that are full: no panic, and the right exit code.

use std::fs::File;
use std::process::Stdio;

use crate::support::{Project, ended};
use crate::{drifted, fixture};

/// Runs with standard output or standard error closed at the other end, and gives the exit code and what the
/// other of the two said.
fn run_into_closed(project: &Project, args: &[&str], close_output: bool) -> (Option<i32>, String) {
    let mut command = project.command(args);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    if close_output {
        drop(child.stdout.take());
    } else {
        drop(child.stderr.take());
    }
    let ended = ended(child.wait_with_output().expect("it ends"));
    (ended.code, ended.out + &ended.err)
}

#[test]
fn readers_that_went_away() {
    let project = drifted();
    let faulty = fixture("faulty.json");
    for (args, code) in [
        (["--check", "--diff", "full"].as_slice(), 1),
        (&["--check", "--format", "json"], 1),
        (&["--help"], 0),
        (&["--version"], 0),
        (&["import", concat!(env!("CARGO_MANIFEST_DIR"), "/../models/cognito-identity-provider.json")], 0),
        (&[], 0),
    ] {
        assert_eq!(run_into_closed(&project, args, true), (Some(code), String::new()), "{args:?}");
    }
    for args in [["--model", faulty.as_str()].as_slice(), &["--nonsense"]] {
        assert_eq!(run_into_closed(&project, args, false), (Some(2), String::new()), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_that_is_full() {
    let project = drifted();
    let run = |args: &[&str]| {
        let full = File::options().write(true).open("/dev/full").expect("Linux has it");
        ended(project.command(args).stdout(full).output().expect("it starts"))
    };
    assert_eq!(run(&["--check"]).assert_code(1).err, "");
    assert_eq!(run(&["--check", "--format", "json"]).assert_code(1).err, "");
    // A report that is lost is told by the exit code; a model that is lost is an error.
    let import = run(&["import", "models/shop.json"]).assert_code(2);
    assert!(import.err.contains("cannot write to standard output"), "{}", import.err);
}
