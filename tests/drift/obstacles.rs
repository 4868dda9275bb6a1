//! What stands where a generated file or folder must go.

use std::fs;

use crate::assert_fixed;
use crate::support::{Ended, Project};

/// Checks that neither a check nor a run changes anything, and that both end with exit code 2 and the same errors; gives
/// what the check printed.
#[track_caller]
fn refused(project: &Project) -> Ended {
    let before = project.state();
    let checked = project.run(&["--check"]).assert_code(2);
    let ran = project.run(&[]).assert_code(2);
    assert!(before == project.state(), "nothing may change");
    let errors = |text: &str| text.replace("; nothing was written", "");
    assert_eq!(errors(&checked.err), errors(&ran.err));
    checked
}

#[test]
fn files_that_are_not_ours_hide_no_drift() {
    let project = Project::generated();
    project.put("generated/src/lib.rs", "mod mine;\n");
    project.put("generated/src/operation/buy_map.rs", "// mine\n");
    fs::remove_file(project.path("generated/src/operation/buy_book.rs")).expect("it is there");
    let refused = refused(&project);
    project.settings().bind(|| insta::assert_snapshot!(refused.text()));
    for path in ["generated/src/lib.rs", "generated/src/operation/buy_map.rs"] {
        fs::remove_file(project.path(path)).expect("it is there");
    }
    assert_fixed(&project);
}

#[test]
fn emptied_files_are_written_anew() {
    let project = Project::generated();
    for path in ["generated/Cargo.toml", "generated/src/lib.rs", "generated/src/operation/buy_map.rs"] {
        project.put(path, "");
    }
    let checked = project.run(&["--check", "--diff", "none"]).assert_code(1);
    assert_eq!(checked.out.matches("changed  ").count(), 3, "{}", checked.out);
    assert_fixed(&project);
}

#[test]
fn a_folder_stands_where_a_file_must_go() {
    let project = Project::generated();
    fs::remove_file(project.path("generated/src/root.rs")).expect("it is there");
    project.put("generated/src/root.rs/notes.txt", "mine\n");
    let refused = refused(&project);
    project.settings().bind(|| insta::assert_snapshot!(refused.text()));
}

#[test]
fn a_file_stands_where_a_folder_must_go() {
    let project = Project::generated();
    fs::remove_dir_all(project.path("generated/src/operation")).expect("it is there");
    project.put("generated/src/operation", "mine\n");
    let first = refused(&project);
    fs::remove_dir_all(project.path("generated/src")).expect("it is there");
    project.put("generated/src", "mine\n");
    let second = refused(&project);
    fs::remove_dir_all(project.path("generated")).expect("it is there");
    project.put("generated", "mine\n");
    let third = refused(&project);
    project.settings().bind(|| {
        insta::assert_snapshot!("file_for_inner_folder", first.text());
        insta::assert_snapshot!("file_for_folder", second.text());
        insta::assert_snapshot!("file_for_output", third.text());
    });
}

#[test]
fn the_output_lies_below_a_file() {
    let project = Project::new();
    project.put("file", "mine\n");
    for args in [["--output", "file/deep/out", "--check"].as_slice(), &["--output", "file/deep/out"]] {
        let refused = project.run(args).assert_code(2);
        assert!(refused.err.contains("`file` is in the place of a folder"), "{}", refused.err);
    }
}

#[test]
fn a_file_has_the_name_of_the_staging_folder() {
    let project = Project::generated();
    project.put("generated/.smithygen-staging", "mine\n");
    let before = project.state();
    project.run(&["--check"]).assert_code(0);
    let ran = project.run(&[]).assert_code(2);
    assert!(before == project.state());
    project.settings().bind(|| insta::assert_snapshot!(ran.text()));
}
