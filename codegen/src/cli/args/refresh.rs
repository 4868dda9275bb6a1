//! The arguments of `refresh`.

use std::path::PathBuf;

use super::ReportFormat;
use super::krate::CrateArgs;

const REFRESH: &str = "\
SOURCE is a `service-2.json`, packed or not, a folder with one (such as botocore's folder of the
service, whose newest date is taken), or a Smithy model in a file or folder. Its facts replace the
file of the model that defines the service, and the crate is generated anew: both, or neither.

Reported are the differences between the models with their marks, statements about something that
is gone, what has no documentation yet, and what the documentation of SOURCE says and the rules do
not. `--stale warn` goes on in spite of statements about something that the model lacks.

Example:
  smithygen refresh botocore/data/cognito-idp --stale warn --report pull-request.md

Exit codes: 0 nothing is left to do, 1 something is left to do, 2 an error; nothing is written then.";

/// The arguments of `refresh`.
#[derive(Debug, clap::Args)]
#[command(after_help = REFRESH)]
pub(crate) struct RefreshArgs {
    /// The newer description of the service.
    pub(crate) source: PathBuf,
    /// Write nothing; exit with 1 also if something would be written.
    #[arg(long)]
    pub(crate) check: bool,
    /// Write the report as Markdown to this file, for the text of a pull request.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) krate: CrateArgs,
    /// The format of the report on standard output: text for people, JSON for programs.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
}
