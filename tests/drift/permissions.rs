//! Files and folders that may not be written to, or read.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use crate::support::{Ended, Project, clear, ended};
use crate::{OLD, age, assert_fixed, is_new};

const NOBODY: u32 = 65534;

/// Runs as a user whom permissions bind: the superuser may write anywhere, so tests of his run it as nobody.
fn bound(project: &Project, args: &[&str]) -> Ended {
    let ours = project.command(args);
    let probe = tempfile::tempfile().expect("a temporary file can be made");
    if probe.metadata().expect("it is open").uid() != 0 {
        return project.run(args);
    }
    let binary = project.path("smithygen-of-nobody");
    fs::copy(ours.get_program(), &binary).expect("the command can be copied");
    give(&project.path(""));
    fs::set_permissions(project.path(""), Permissions::from_mode(0o755)).expect("it is ours");
    let mut command = Command::new(&binary);
    clear(&mut command);
    command.args(args).current_dir(project.path("")).uid(NOBODY).gid(NOBODY);
    let ran = ended(command.output().expect("it starts"));
    fs::remove_file(binary).expect("it is there");
    ran
}

fn give(folder: &Path) {
    chown(folder, Some(NOBODY), Some(NOBODY)).expect("the superuser may");
    for entry in fs::read_dir(folder).into_iter().flatten() {
        give(&entry.expect("it can be listed").path());
    }
}

/// Sets the permissions of one file or folder for a test, and gives them back.
fn with_mode<T>(project: &Project, path: &str, mode: u32, test: impl FnOnce() -> T) -> T {
    let place = project.path(path);
    let before = place.metadata().expect("it is there").permissions();
    fs::set_permissions(&place, Permissions::from_mode(mode)).expect("it is ours");
    let result = test();
    fs::set_permissions(&place, before).expect("it is ours");
    result
}

#[test]
fn a_folder_that_may_not_be_written_to_is_fine_while_nothing_differs() {
    let project = Project::generated();
    let run = || bound(&project, &[]).assert_code(0);
    with_mode(&project, "generated", 0o555, || with_mode(&project, "generated/src", 0o555, run));
}

#[test]
fn a_folder_that_may_not_be_written_to_keeps_its_files() {
    let project = Project::generated();
    age(&project);
    let before = project.texts("generated");
    let outer = with_mode(&project, "generated", 0o555, || bound(&project, &[]).text());
    assert!(before == project.texts("generated"), "{outer}");
    // The manifest is placed first and would be the one file that is new.
    let manifest = project.get("generated/Cargo.toml").replace(OLD, "");
    project.put("generated/Cargo.toml", manifest);
    let before = project.texts("generated");
    let inner = with_mode(&project, "generated/src", 0o555, || bound(&project, &[]).text());
    assert!(before == project.texts("generated"), "{inner}");
    project.settings().bind(|| {
        insta::assert_snapshot!("read_only_output", outer);
        insta::assert_snapshot!("read_only_folder", inner);
    });
}

#[test]
fn a_refresh_that_is_stopped_halfway_does_not_say_that_nothing_was_written() {
    let project = Project::generated();
    age(&project);
    let run = || bound(&project, &["refresh", "models/shop.json"]).assert_code(2);
    let ran = with_mode(&project, "generated/src/operation", 0o555, run);
    assert!(ran.err.contains(", after ") && ran.err.ends_with("1 error\n"), "{}", ran.text());
}

#[test]
fn a_run_that_is_stopped_halfway_says_how_far_it_came() {
    let project = Project::generated();
    age(&project);
    let ran = with_mode(&project, "generated/src/operation", 0o555, || bound(&project, &[]).text());
    project.settings().bind(|| insta::assert_snapshot!(ran));
    assert!(is_new(&project, "generated/src/builders.rs") && !is_new(&project, "generated/src/lib.rs"));
    assert!(!project.has("generated/.smithygen-staging"));
    assert_fixed(&project);
}

#[test]
fn what_may_not_be_read_is_an_error_only_where_ours_must_go() {
    let project = Project::generated();
    project.put("generated/src/secret.rs", "mine\n");
    project.put("generated/src/own/secret.rs", "mine\n");
    let check = || bound(&project, &["--check"]).text();
    let foreign = with_mode(&project, "generated/src/secret.rs", 0o000, || {
        with_mode(&project, "generated/src/own", 0o000, check)
    });
    let ours = with_mode(&project, "generated/src/root.rs", 0o000, check);
    project.settings().bind(|| {
        insta::assert_snapshot!("unreadable_foreign", foreign);
        insta::assert_snapshot!("unreadable_ours", ours);
    });
}
