//! The command line: arguments in, an exit code out.

mod args;
mod coverage;
mod diff;
mod fix_command;
mod generate;
mod import;
mod json;
mod lint;
mod output;
mod progress;
mod project;
mod rules;
mod rules_text;

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

/// Runs the tool with the arguments of the process.
pub(crate) fn run() -> ExitCode {
    let args = Args::parse();
    let outcome = match &args.command {
        Some(Command::Import(import)) => import::run(import),
        Some(Command::Coverage(coverage)) => coverage::run(coverage),
        Some(Command::Lint(lint)) => lint::run(lint),
        Some(Command::Rules(rules)) => rules::run(rules),
        None => generate::run(&args.generate),
    };
    outcome.into()
}
