//! The arguments of the subcommands that stop at the model.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::diagnostics::Severity;

use super::StaleMode;

const AST: &str = "\
The document is what Smithy's own serializer writes: shapes in the order of their ids, with the
traits that are applied to them, mixins kept, and Smithy's own shapes left out. Models of Smithy
1.0 become 2.0. It is written only if the model has no error.

Examples:
  smithygen ast model/                          from a folder of `.smithy` files to JSON AST
  smithygen ast smithy-build.json -o model.json

Exit codes: 0 fine, 2 an error.";

/// The arguments of `ast`.
#[derive(Debug, clap::Args)]
#[command(after_help = AST)]
pub(crate) struct AstArgs {
    /// Files and folders that make the model; `-` is standard input. Default: `models/`.
    pub(crate) model: Vec<PathBuf>,
    /// The file to write. Default: standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

const VALIDATE: &str = "\
The model is read and checked, and nothing is generated. `sarif` is what code scanning services
read, `github` shows each fault at its line in a pull request.

Exit codes: 0 the model is valid, 2 it has errors.";

/// The arguments of `validate`.
#[derive(Debug, clap::Args)]
#[command(after_help = VALIDATE)]
pub(crate) struct ValidateArgs {
    /// Files and folders that make the model; `-` is standard input. Default: `models/`.
    pub(crate) model: Vec<PathBuf>,
    /// The form of the report.
    #[arg(long, value_enum, default_value_t = ValidateFormat::Text)]
    pub(crate) format: ValidateFormat,
    /// The least severity that is reported.
    #[arg(long, value_enum, default_value_t = LeastSeverity::Warning)]
    pub(crate) severity: LeastSeverity,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ValidateFormat {
    /// Lines of text.
    Text,
    /// One JSON object.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LeastSeverity {
    /// Also what the model says does not matter.
    Suppressed,
    /// Notes and all that is more severe.
    Note,
    /// Warnings, dangers and errors.
    Warning,
    /// Dangers and errors.
    Danger,
    /// Errors alone.
    Error,
}

impl From<LeastSeverity> for Severity {
    fn from(severity: LeastSeverity) -> Self {
        match severity {
            LeastSeverity::Suppressed => Self::Suppressed,
            LeastSeverity::Note => Self::Note,
            LeastSeverity::Warning => Self::Warning,
            LeastSeverity::Danger => Self::Danger,
            LeastSeverity::Error => Self::Error,
        }
    }
}

/// The arguments of `coverage`.
#[derive(Debug, clap::Args)]
pub(crate) struct CoverageArgs {
    /// Files and folders that make the model; `-` is standard input. Default: `models/`.
    pub(crate) model: Vec<PathBuf>,
    /// The service, where the model has several: its shape id or its name.
    #[arg(long, value_name = "ID")]
    pub(crate) service: Option<String>,
    /// The protocol, where the service has several: the name or id of its trait.
    #[arg(long, value_name = "ID")]
    pub(crate) protocol: Option<String>,
    /// How to treat documentation and rules about something that the model lacks.
    #[arg(long, value_enum, default_value_t = StaleMode::Deny)]
    pub(crate) stale: StaleMode,
    /// Include every shape of the model; it needs no service then.
    #[arg(long)]
    pub(crate) shapes: bool,
    /// Exit with 1 when something cannot be checked.
    #[arg(long)]
    pub(crate) deny_unchecked: bool,
}
