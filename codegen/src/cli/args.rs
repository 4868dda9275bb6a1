//! The arguments.

pub(crate) mod diff;
pub(crate) mod krate;
pub(crate) mod lint;
pub(crate) mod models;
pub(crate) mod refresh;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use self::diff::DiffArgs;
use self::krate::CrateArgs;
use self::lint::LintArgs;
use self::models::{AstArgs, CoverageArgs, ValidateArgs};
use self::refresh::RefreshArgs;
use crate::options::Stale;
use crate::report::doc_drift::DifferenceKind;

const EXAMPLES: &str = "\
Examples:
  smithygen                                        write generated/ from models/
  smithygen --check                                write nothing; exit code 1 if generated/ differs
  smithygen --check --diff full                    the same, with every line that differs
  smithygen --operations 'Admin*,InitiateAuth' --output ../auth
                                                   a crate with some operations only
  smithygen --model sts.json --output ../sts       a crate from another Smithy model
  smithygen import service-2.json.gz -o models/cognito-identity-provider.json
  smithygen refresh service-2.json.gz              a newer model, the crate, and what changed
  smithygen lint                                   what lacks documentation, links that lead nowhere
  smithygen diff HEAD                              what differs from the last commit
  smithygen coverage                               what is checked, and what is not
  smithygen rules official.json                    compare the rules with AWS's documentation

Where the tool is not installed, `cargo run --` in its repository stands for `smithygen`.

Exit codes: 0 fine, 1 drift or findings, 2 an error.";

/// Writes a Rust crate from a Smithy model.
#[derive(Debug, Parser)]
#[command(name = "smithygen", version, about, after_help = EXAMPLES)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
    #[command(flatten)]
    pub(crate) generate: GenerateArgs,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write the assembled model as one document of JSON AST.
    Ast(AstArgs),
    /// Read and check a model, and generate nothing.
    Validate(ValidateArgs),
    /// Compare two models, and mark what breaks the wire and what breaks Rust code.
    Diff(DiffArgs),
    /// Renew the model and the crate from a newer description, and say what that changes.
    Refresh(RefreshArgs),
    /// Turn an API description that AWS publishes into a Smithy model without documentation.
    Import(ImportArgs),
    /// Compare the rules with the documentation of another model of the same service.
    Rules(RulesArgs),
    /// List every constraint and rule of a model, and where it is enforced or why not.
    Coverage(CoverageArgs),
    /// Check a model's documentation for gaps, leftovers and links that lead nowhere.
    Lint(LintArgs),
}

/// The arguments of a run without a subcommand.
#[derive(Debug, clap::Args)]
pub(crate) struct GenerateArgs {
    /// Write nothing; list missing, changed and orphaned files; exit with 1 if there are any.
    #[arg(long)]
    pub(crate) check: bool,
    /// How many lines of the differences `--check` prints.
    #[arg(long, value_enum, default_value_t = DiffMode::Short, requires = "check")]
    pub(crate) diff: DiffMode,
    #[command(flatten)]
    pub(crate) krate: CrateArgs,
    /// The format of the report: text for people, JSON for programs.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
    /// Print warnings and errors only.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

/// The arguments of `import`.
#[derive(Debug, clap::Args)]
pub(crate) struct ImportArgs {
    /// A Smithy JSON AST file, or a `service-2.json` with `paginators-1.json` beside it.
    pub(crate) source: PathBuf,
    /// The file to write. Default: standard output.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Keep the documentation.
    #[arg(long)]
    pub(crate) with_documentation: bool,
    /// The namespace of the shapes, for a format that names none.
    #[arg(long, value_name = "NAMESPACE")]
    pub(crate) namespace: Option<String>,
    /// The name of the service shape, for a format that names none.
    #[arg(long, value_name = "NAME")]
    pub(crate) service: Option<String>,
}

const RULES: &str = "\
The documentation of a model says in sentences which keys each case of a map takes. This command
reads what it can of them, and reports what the rules lack, what the documentation lacks, what
differs, and which constraints of members with rules differ. Nothing is written.

Differences that are accepted are listed in the metadata of the rules, with a reason, by the id
that the report shows:
  \"smithygen.rules.knownDifferences\": [{ \"finding\": \"case/…/appeared\", \"reason\": \"…\" }]

Examples:
  smithygen rules cognito-identity-provider-2016-04-18.json
  smithygen rules 2025.json 2026.json              each is a model of its own; a folder is one model
  smithygen import service-2.json.gz --with-documentation | smithygen rules -

Exit codes: 0 nothing new, 1 new differences, 2 an error.";

/// The arguments of `rules`.
#[derive(Debug, clap::Args)]
#[command(after_help = RULES)]
pub(crate) struct RulesArgs {
    /// Models with documentation, each a file or a folder; `-` is standard input.
    #[arg(value_name = "MODEL", required = true)]
    pub(crate) models: Vec<PathBuf>,
    /// Files and folders that make the model with the rules. Default: `models/`.
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub(crate) rules: Vec<PathBuf>,
    /// The format of the report: text for people, JSON for programs.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
    /// The kinds to report: case, key, prose, member, value, constraint. Default: all.
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = difference_kind)]
    pub(crate) only: Vec<DifferenceKind>,
    /// Say one line for each shape.
    #[arg(long)]
    pub(crate) brief: bool,
    /// List new differences only, not the known ones.
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffMode {
    /// The first lines of each file.
    Short,
    /// Everything.
    Full,
    /// Only the names of the files.
    None,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StaleMode {
    /// An error.
    Deny,
    /// A warning.
    Warn,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// Lines of text.
    Text,
    /// One JSON object.
    Json,
}

impl From<StaleMode> for Stale {
    fn from(mode: StaleMode) -> Self {
        match mode {
            StaleMode::Deny => Self::Deny,
            StaleMode::Warn => Self::Warn,
        }
    }
}

/// A kind of difference by its name in ids.
fn difference_kind(name: &str) -> Result<DifferenceKind, String> {
    by_name(name, &DifferenceKind::ALL, DifferenceKind::name)
}

/// The item of a list that has a name, or which names there are.
fn by_name<T: Copy>(name: &str, all: &[T], name_of: fn(T) -> &'static str) -> Result<T, String> {
    let found = all.iter().copied().find(|item| name_of(*item) == name);
    let known = || all.iter().map(|item| name_of(*item)).collect::<Vec<_>>().join(", ");
    found.ok_or_else(|| format!("there are {}", known()))
}
