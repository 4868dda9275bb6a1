//! The arguments of `diff`.

use std::path::PathBuf;

use clap::ValueEnum;

const DIFF: &str = "\
A model is a file, a folder, `-` for standard input, or what git has: `main:models`, or a revision
such as `HEAD~1` or `v1.2`, which stands for its `models/`.

Each difference has two marks. On the wire it is compatible, breaks old clients (made from the old
model, at a new server) or breaks old servers (called by clients made from the new model). Code that
uses the generated crate may no longer compile, may behave differently, or neither. What the old
model calls unstable, and what only that leads to, counts for neither.

Accepted differences are listed by their fingerprints, which other changes leave as they are:
  { \"accepted\": [{ \"fingerprint\": \"0123456789abcdef\", \"reason\": \"…\" }] }

Examples:
  smithygen diff HEAD                              what the working tree changes
  smithygen diff main:models v2/ --fail-on wire    stop a pull request that breaks the wire
  smithygen diff old.json new.json --format markdown

Exit codes: 0 nothing that `--fail-on` names, 1 such differences, 2 an error.";

/// The arguments of `diff`.
#[derive(Debug, clap::Args)]
#[command(after_help = DIFF)]
pub(crate) struct DiffArgs {
    /// The old model.
    pub(crate) old: PathBuf,
    /// The new model. Default: `models/`.
    pub(crate) new: Option<PathBuf>,
    /// The protocol that counts, where a service has several: the name or id of its trait.
    #[arg(long, value_name = "ID")]
    pub(crate) protocol: Option<String>,
    /// The form of the report.
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
    /// The differences that make the exit code 1.
    #[arg(long, value_enum, default_value_t = FailOn::Any)]
    pub(crate) fail_on: FailOn,
    /// A file of accepted differences.
    #[arg(long, value_name = "FILE")]
    pub(crate) accepted: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// Lines of text.
    Text,
    /// One JSON object.
    Json,
    /// Markdown, for a pull request.
    Markdown,
    /// SARIF 2.1.0.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// Those that break old clients or old servers.
    Wire,
    /// Those that break old clients.
    Clients,
    /// Those that break old servers.
    Servers,
    /// Those that break Rust code.
    Rust,
    /// All.
    Any,
    /// None.
    None,
}
