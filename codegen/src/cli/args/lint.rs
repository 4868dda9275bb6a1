//! The arguments of `lint`.

use std::path::PathBuf;

use crate::report::lint::LintKind;

use super::{ReportFormat, by_name};

const LINT: &str = "\
Reported are: services, operations, types, members and enum values without documentation (a member
may have that of its target, and a request or response that of its operation); stubs; documentation
of something that the model lacks; names and links that lead nowhere; documentation that only
repeats that of a target; examples that show what the model does not allow.

A stub is the documentation `To be written.`: an `apply` statement for each thing that has none, in
the order of the model. No crate contains it, and `lint` reports it until a text replaces it.

Examples:
  smithygen lint --only undocumented,unfinished --brief
  smithygen lint --write-stubs models/cognito-identity-provider.docs.json

Exit codes: 0 nothing found, 1 something found, 2 an error.";

/// The arguments of `lint`.
#[derive(Debug, clap::Args)]
#[command(after_help = LINT)]
pub(crate) struct LintArgs {
    /// Files and folders that make the model; `-` is standard input. Default: `models/`.
    pub(crate) model: Vec<PathBuf>,
    /// The service, where the model has several: its shape id or its name.
    #[arg(long, value_name = "ID")]
    pub(crate) service: Option<String>,
    /// The protocol, where the service has several: the name or id of its trait.
    #[arg(long, value_name = "ID")]
    pub(crate) protocol: Option<String>,
    /// Include every shape of the model; it needs no service then.
    #[arg(long)]
    pub(crate) shapes: bool,
    /// The kinds to report, by their names: `undocumented`, `leads-nowhere`. Default: all.
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = kind)]
    pub(crate) only: Vec<LintKind>,
    /// Say one line for each shape.
    #[arg(long)]
    pub(crate) brief: bool,
    /// Add a stub to this file of `apply` statements for everything that has no documentation.
    #[arg(long, value_name = "FILE")]
    pub(crate) write_stubs: Option<PathBuf>,
    /// The format of the report: text for people, JSON for programs.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
}

fn kind(name: &str) -> Result<LintKind, String> {
    by_name(name, &LintKind::ALL, LintKind::name)
}
