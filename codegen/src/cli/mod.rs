//! The command line: arguments in, an exit code out.
//!
//! The tool itself is [`run`] on the arguments of the process. A repository of one's own can hold the tool as a package
//! with this `main`, so that its version stands in `Cargo.lock` and nobody installs anything:
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     smithygen::cli::run(std::env::args_os())
//! }
//! ```

mod args;
mod ast;
mod coverage;
mod diff;
mod fix_command;
mod generate;
mod import;
mod json;
mod lint;
mod model_diff;
mod output;
mod progress;
mod project;
mod refresh;
mod rules;
mod rules_text;
mod sarif;
mod validate;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use self::args::{Args, Command};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// There is nothing to report.
    Fine,
    /// The folder differs from what is generated, a model from the rules, or something was found.
    Drift,
    /// Something is wrong with the input or the folder.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Drift => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Runs the tool: the first argument is the name that it was started with, the others are those that `--help` lists.
///
/// It reads and writes what the arguments name, prints to standard output and standard error, and returns 0 if all is
/// well, 1 on drift or findings, 2 on an error. Arguments that are not understood end the process, with 2; so do
/// `--help` and `--version`, with 0.
pub fn run(args: impl IntoIterator<Item: Into<OsString> + Clone>) -> ExitCode {
    let args = Args::parse_from(args);
    let outcome = match &args.command {
        Some(Command::Import(import)) => import::run(import),
        Some(Command::Coverage(coverage)) => coverage::run(coverage),
        Some(Command::Lint(lint)) => lint::run(lint),
        Some(Command::Rules(rules)) => rules::run(rules),
        Some(Command::Diff(diff)) => model_diff::run(diff),
        Some(Command::Refresh(refresh)) => refresh::run(refresh),
        Some(Command::Ast(ast)) => ast::run(ast),
        Some(Command::Validate(validate)) => validate::run(validate),
        None => generate::run(&args.generate),
    };
    outcome.into()
}
