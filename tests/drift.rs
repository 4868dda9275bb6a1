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
#[cfg(unix)]
#[path = "drift/permissions.rs"]
mod permissions;
#[path = "drift/stage.rs"]
mod stage;
#[path = "support/command.rs"]
mod support;

use crate::support::Project;

/// The last line that [`age`] gives.
const OLD: &str = "// old\n";

/// Checks that a run brings the output to what the model gives, and that then nothing differs.
#[track_caller]
fn assert_fixed(project: &Project) {
    project.run(&[]).assert_code(0);
    project.run(&["--check"]).assert_code(0);
    assert!(!project.has("generated/.smithygen-staging"));
}

/// Gives every generated file a last line that is not the model's.
fn age(project: &Project) {
    for (path, text) in project.texts("generated") {
        project.put(&format!("generated/{path}"), text + OLD);
    }
}

/// Whether a file is there without the line that [`age`] gave it.
fn is_new(project: &Project, path: &str) -> bool {
    std::fs::read(project.path(path)).is_ok_and(|bytes| !bytes.ends_with(OLD.as_bytes()))
}
