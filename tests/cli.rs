//! The command line as people and programs call it: flags, exit codes, colours, the printed command that fixes drift.

#[path = "cli/broken.rs"]
mod broken;
#[path = "cli/colours.rs"]
mod colours;
#[path = "cli/diff.rs"]
mod diff;
#[cfg(unix)]
#[path = "cli/fix_command.rs"]
mod fix_command;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/inputs.rs"]
mod inputs;
#[path = "cli/json.rs"]
mod json;
#[path = "cli/lint.rs"]
mod lint;
#[path = "cli/model.rs"]
mod model;
#[path = "cli/projects.rs"]
mod projects;
#[path = "cli/refresh.rs"]
mod refresh;
#[path = "cli/revisions.rs"]
mod revisions;
#[path = "cli/rules.rs"]
mod rules;
#[path = "cli/selection.rs"]
mod selection;
#[path = "support/command.rs"]
mod support;
#[path = "cli/usage.rs"]
mod usage;

use std::io::Write;
use std::process::Stdio;

use crate::support::{Ended, Project};

/// A file whose text hardly changes.
const OPERATIONS: &str = "generated/src/operation/mod.rs";

/// A generated project in which one line was edited.
fn drifted() -> Project {
    let project = Project::generated();
    let text = project.get(OPERATIONS);
    project.put(OPERATIONS, text.replace("buy_map", "sell_map"));
    project
}

/// The path of a fixture.
fn fixture(path: &str) -> String {
    support::fixtures().join(path).display().to_string()
}

/// Runs the command to its end with `input` on standard input.
fn run_with_input(project: &Project, args: &[&str], input: &str) -> Ended {
    let mut command = project.command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    stdin.write_all(input.as_bytes()).expect("it reads to the end");
    drop(stdin);
    support::ended(child.wait_with_output().expect("it ends"))
}
