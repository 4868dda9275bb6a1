//! What `--check` says and what a run does when the files of the output are not what the model gives.

#[path = "drift/compare.rs"]
mod compare;
#[cfg(unix)]
#[path = "drift/interrupted.rs"]
mod interrupted;
#[cfg(unix)]
#[path = "drift/links.rs"]
mod links;
#[path = "drift/obstacles.rs"]
mod obstacles;
#[path = "drift/stage.rs"]
mod stage;
#[path = "support/command.rs"]
mod support;

use crate::support::Project;

/// Checks that a run brings the output to what the model gives, and that then nothing differs.
#[track_caller]
fn assert_mended(project: &Project) {
    project.run(&[]).assert_code(0);
    project.run(&["--check"]).assert_code(0);
    assert!(!project.has("generated/.codegen-staging"));
}
