//! A full disk, a kill in the middle, two runs at once.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use crate::support::{Ended, Project, clear, ended};
use crate::{OLD, age, assert_fixed, is_new};

const COGNITO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../models/cognito-identity-provider.json");

/// Runs in a shell that sets limits first.
fn limited(project: &Project, limits: &str) -> Ended {
    let mut command = Command::new("sh");
    command.args(["-c", &format!("{limits}; exec \"$0\""), env!("CARGO_BIN_EXE_smithygen")]);
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
    let mut settings = project.settings();
    // Which file is the first large one is not the point.
    settings.add_filter("`generated/[^`]+`: File too large", "`generated/FILE`: File too large");
    settings.bind(|| insta::assert_snapshot!(ran));
    assert_fixed(&project);
}

#[test]
fn a_full_disk_leaves_no_half_of_a_new_output() {
    let project = Project::new();
    let ran = limited(&project, "trap '' XFSZ; ulimit -f 4");
    assert_eq!(ran.code, Some(2), "{}", ran.err);
    assert!(project.texts("generated").is_empty());
    assert_fixed(&project);
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
    assert!(project.has("generated/.smithygen-staging/0"), "the run was killed while it staged");
    let left = project.texts("generated");
    assert!(old.iter().all(|(path, text)| left.get(path) == Some(text)));
    let checked = project.run(&["--check", "--diff", "none"]).assert_code(1);
    assert_eq!(checked.out.matches("changed ").count(), old.len(), "{}", checked.out);
    assert_fixed(&project);
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
    fs::read_dir(project.path("generated/.smithygen-staging")).map_or(0, Iterator::count)
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
    project.put("generated/.smithygen-staging/0", "half of a fi");
    project.put("generated/.smithygen-staging/deep/1", "");
    project.run(&["--check"]).assert_code(0);
    project.run(&[]).assert_code(0);
    assert!(right == project.texts("generated"));
    assert!(!project.has("generated/.smithygen-staging"));
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
    assert_eq!(said, "note: another run is writing to the same folder; waiting for it to end\n");
    assert!(child.try_wait().expect("it is ours").is_none());
    assert!(project.get("generated/src/lib.rs").ends_with(OLD), "it wrote while another held the folder");
    // A check only reads, and need not wait.
    project.run(&["--check"]).assert_code(1);
    drop(folder);
    err.read_to_string(&mut said).expect("output is UTF-8");
    let ran = ended(child.wait_with_output().expect("it is ours")).assert_code(0);
    assert!(ran.out.contains("removed 0, 0 files unchanged"), "{}{said}", ran.out);
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
    assert!(!project.has("generated/.smithygen-staging"));
}
