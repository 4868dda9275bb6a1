//! A full disk, a kill in the middle, two runs at once, and folders that may not be written to.

use std::fs::{self, File, Permissions};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::assert_mended;
use crate::support::{Ended, Project, clear, ended};

const COGNITO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/cognito-identity-provider.json");
const OLD: &str = "// old\n";
const NOBODY: u32 = 65534;

/// Gives every generated file a last line that is not the model's.
fn age(project: &Project) {
    for (path, text) in project.texts("generated") {
        project.put(&format!("generated/{path}"), text + OLD);
    }
}

/// Runs in a shell that sets limits first.
fn limited(project: &Project, limits: &str) -> Ended {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{limits}; exec \"$0\""), env!("CARGO_BIN_EXE_codegen")]);
    clear(&mut command);
    ended(command.current_dir(project.path("")).output().expect("a shell starts"))
}

#[test]
fn a_full_disk_leaves_the_old_files() {
    let project = Project::generated();
    age(&project);
    let before = project.texts("");
    // A limit on sizes stands for a disk that is full: small files fit, the first large one does not.
    let ran = limited(&project, "trap '' XFSZ; ulimit -f 4").text();
    assert!(before == project.texts(""), "{ran}");
    project.settings().bind(|| insta::assert_snapshot!(ran));
    assert_mended(&project);
}

#[test]
fn a_full_disk_leaves_no_half_of_a_new_output() {
    let project = Project::new();
    let ran = limited(&project, "trap '' XFSZ; ulimit -f 4");
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(project.texts("generated").is_empty());
    assert_mended(&project);
}

#[test]
fn a_kill_while_files_are_staged_leaves_the_old_files() {
    let project = Project::generated();
    let right = project.texts("generated");
    age(&project);
    let old = project.texts("generated");
    // Without the trap the system kills the run at the first byte above the limit.
    let ran = limited(&project, "ulimit -c 0; ulimit -f 4");
    assert_eq!(ran.code, None, "{}", ran.text());
    assert!(project.has("generated/.codegen-staging/0"), "the run was killed while it staged");
    let left = project.texts("generated");
    assert!(old.iter().all(|(path, text)| left.get(path) == Some(text)));
    let checked = project.run(&["--check", "--diff", "none"]).assert_code(1);
    assert_eq!(checked.out.matches("changed ").count(), old.len(), "{}", checked.out);
    assert_mended(&project);
    assert!(right == project.texts("generated"));
}

/// Starts a run on a large model and kills it as soon as `moment` is there, or lets it end before.
fn kill_at(project: &Project, moment: impl Fn(&Project) -> bool) {
    let mut command = project.command(&["--model", COGNITO]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    while !moment(project) && child.try_wait().expect("it is ours").is_none() {
        std::thread::yield_now();
    }
    child.kill().expect("it is ours");
    child.wait().expect("it is ours");
}

fn staged(project: &Project) -> usize {
    fs::read_dir(project.path("generated/.codegen-staging")).map_or(0, Iterator::count)
}

fn is_new(project: &Project, path: &str) -> bool {
    fs::read(project.path(path)).is_ok_and(|bytes| !bytes.ends_with(OLD.as_bytes()))
}

#[test]
fn a_kill_at_any_moment_leaves_whole_files_and_a_run_mends_them() {
    let project = Project::new();
    project.run(&["--model", COGNITO]).assert_code(0);
    let right = project.texts("generated");
    let moments: [fn(&Project) -> bool; 4] = [
        |project| staged(project) > 200,
        |project| is_new(project, "generated/Cargo.toml"),
        |project| is_new(project, "generated/src/wire/write.rs"),
        |project| is_new(project, "generated/src/lib.rs"),
    ];
    for moment in moments {
        age(&project);
        kill_at(&project, moment);
        let left = project.texts("generated");
        let mut old = 0;
        for (path, text) in &right {
            let is_old = left[path] == format!("{text}{OLD}");
            assert!(is_old || left[path] == *text, "{path} is neither old nor new");
            old += usize::from(is_old);
        }
        let checked = project.run(&["--check", "--model", COGNITO, "--diff", "none"]);
        assert_eq!((checked.code, checked.out.matches("changed ").count()), (Some(i32::from(old > 0)), old));
        project.run(&["--model", COGNITO]).assert_code(0);
        assert!(right == project.texts("generated"));
    }
}

#[test]
fn what_a_killed_run_staged_is_cleaned() {
    let project = Project::generated();
    let right = project.texts("generated");
    project.put("generated/.codegen-staging/0", "half of a fi");
    project.put("generated/.codegen-staging/deep/1", "");
    project.run(&["--check"]).assert_code(0);
    project.run(&[]).assert_code(0);
    assert!(right == project.texts("generated"));
    assert!(!project.has("generated/.codegen-staging"));
}

#[test]
fn the_second_of_two_runs_waits_and_says_so() {
    let project = Project::generated();
    age(&project);
    let folder = File::open(project.path("generated")).expect("it is there");
    folder.lock().expect("nobody else holds it");
    let mut command = project.command(&[]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let mut err = BufReader::new(child.stderr.take().expect("it is piped"));
    let mut said = String::new();
    err.read_line(&mut said).expect("output is UTF-8");
    assert_eq!(said, "note: another run is writing there; waiting for it to end\n");
    assert!(child.try_wait().expect("it is ours").is_none());
    assert!(project.get("generated/src/lib.rs").ends_with(OLD), "it wrote while another held the folder");
    // A check only reads, and need not wait.
    project.run(&["--check"]).assert_code(1);
    drop(folder);
    err.read_to_string(&mut said).expect("output is UTF-8");
    let ran = ended(child.wait_with_output().expect("it is ours")).assert_code(0);
    assert!(ran.out.contains("removed 0, left 0 files"), "{}{said}", ran.out);
    project.run(&["--check"]).assert_code(0);
}

#[test]
fn many_runs_at_once_end_well() {
    let project = Project::new();
    let start =
        |_| project.command(&[]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
    let children: Vec<_> = (0..6).map(start).collect();
    for mut child in children {
        assert!(child.wait().expect("it is ours").success());
    }
    project.run(&["--check"]).assert_code(0);
    assert!(!project.has("generated/.codegen-staging"));
}

/// Runs as a user whom permissions bind: the superuser may write anywhere, so his tests run it as nobody.
fn bound(project: &Project, args: &[&str]) -> Ended {
    let ours = project.command(args);
    let probe = tempfile::tempfile().expect("a temporary file can be made");
    if probe.metadata().expect("it is open").uid() != 0 {
        return project.run(args);
    }
    let binary = project.path("codegen-of-nobody");
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
fn a_run_that_is_stopped_halfway_says_how_far_it_came() {
    let project = Project::generated();
    age(&project);
    let ran = with_mode(&project, "generated/src/operation", 0o555, || bound(&project, &[]).text());
    project.settings().bind(|| insta::assert_snapshot!(ran));
    assert!(is_new(&project, "generated/src/builders.rs") && !is_new(&project, "generated/src/lib.rs"));
    assert!(!project.has("generated/.codegen-staging"));
    assert_mended(&project);
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
