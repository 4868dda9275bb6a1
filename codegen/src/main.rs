//! The command-line tool.

use std::process::ExitCode;

fn main() -> ExitCode {
    smithygen::cli::run(std::env::args_os())
}
