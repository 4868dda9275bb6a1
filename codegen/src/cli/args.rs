//! The arguments.

pub(crate) mod diff;
pub(crate) mod models;

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use self::diff::DiffArgs;
use self::models::{AstArgs, CoverageArgs, ValidateArgs};
use crate::options::{Docs, Layout, Options, Stale};

const EXAMPLES: &str = "\
Examples:
  smithygen                                        write generated/ from models/
  smithygen --check                                write nothing; exit code 1 if generated/ differs
  smithygen --check --diff full                    the same, with every line that differs
  smithygen --operations 'Admin*,InitiateAuth' --output ../auth
                                                   a crate with some operations only
  smithygen --model sts.json --output ../sts       a crate from another Smithy model
  smithygen import service-2.json.gz -o models/cognito-identity-provider.json
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
    /// Turn an API description that AWS publishes into a Smithy model without documentation.
    Import(ImportArgs),
    /// Compare the rules with the documentation of another model of the same service.
    Rules(RulesArgs),
    /// List every constraint and rule of a model, and where it is enforced or why not.
    Coverage(CoverageArgs),
    /// Check a model's documentation for gaps, leftovers and links that lead nowhere.
    Lint(LintArgs),
}

const LINT: &str = "\
Reported are: services, operations, types, members and enum values without documentation (a member
may have that of its target, and a request or response that of its operation); documentation of
something that the model lacks; names and links that lead nowhere; documentation that only repeats
that of a target; examples that show what the model does not allow. Nothing is written.

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
    /// Include every shape of the model; it needs no service then.
    #[arg(long)]
    pub(crate) shapes: bool,
    /// The format of the report: text for people, JSON for programs.
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
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
    /// Files and folders that make the model; `-` is standard input. Default: `models/`.
    #[arg(long, value_name = "PATH", num_args = 1..)]
    pub(crate) model: Vec<PathBuf>,
    /// The folder of the crate. Default: `generated/`.
    #[arg(long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// The service, where the model has several: its shape id or its name.
    #[arg(long, value_name = "ID")]
    pub(crate) service: Option<String>,
    /// The closure of shapes (`shapeClosures`) whose types are written.
    #[arg(long, value_name = "ID", conflicts_with_all = ["service", "shapes", "operations"])]
    pub(crate) closure: Option<String>,
    /// The name of the package. Default: made from the service's `sdkId`.
    #[arg(long, value_name = "NAME", value_parser = package_name)]
    pub(crate) crate_name: Option<String>,
    /// The operations to keep, as globs separated by commas; unused shapes are dropped.
    #[arg(long, value_name = "GLOBS", value_delimiter = ',')]
    pub(crate) operations: Vec<String>,
    /// How much of the model's documentation to carry over.
    #[arg(long, value_enum, default_value_t = DocsMode::Full)]
    pub(crate) docs: DocsMode,
    /// How to treat documentation and rules about something that the model lacks.
    #[arg(long, value_enum, default_value_t = StaleMode::Deny)]
    pub(crate) stale: StaleMode,
    /// Write a crate, or one `mod.rs` for `include!`.
    #[arg(long, value_enum, default_value_t = LayoutMode::Crate)]
    pub(crate) layout: LayoutMode,
    /// Include every shape, with checks, not only those that operations use; no service is needed.
    #[arg(long)]
    pub(crate) shapes: bool,
    /// Make it an error if a constraint cannot be checked, such as a pattern with a backreference.
    #[arg(long)]
    pub(crate) deny_unchecked: bool,
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
pub(crate) enum DocsMode {
    /// All of it.
    Full,
    /// The first sentence of each entry.
    Short,
    /// Only what the tool itself writes.
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
pub(crate) enum LayoutMode {
    /// `Cargo.toml` and a tree of modules under `src/`.
    Crate,
    /// One `mod.rs`.
    Module,
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

impl GenerateArgs {
    /// The options of the generator itself.
    pub(crate) fn options(&self) -> Options {
        Options {
            service: self.service.clone(),
            closure: self.closure.clone(),
            crate_name: self.crate_name.clone(),
            operations: self.globs(),
            docs: match self.docs {
                DocsMode::Full => Docs::Full,
                DocsMode::Short => Docs::Short,
                DocsMode::None => Docs::None,
            },
            stale: self.stale.into(),
            layout: match self.layout {
                LayoutMode::Crate => Layout::Crate,
                LayoutMode::Module => Layout::Module,
            },
            shapes: self.shapes,
            deny_unchecked: self.deny_unchecked,
        }
    }

    /// The globs without empty ones, such as a comma at the end leaves. If all are empty they stay, and are an error,
    /// because without globs every operation would be kept.
    fn globs(&self) -> Vec<String> {
        let mut globs: Vec<String> = self.operations.iter().map(|glob| glob.trim().to_owned()).collect();
        if globs.iter().any(|glob| !glob.is_empty()) {
            globs.retain(|glob| !glob.is_empty());
        }
        globs
    }
}

/// A name that cargo accepts for a package.
fn package_name(name: &str) -> Result<String, String> {
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if begins && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
        Ok(name.to_owned())
    } else {
        Err("the name of a package begins with a letter and has only letters, digits, `-` and `_`".to_owned())
    }
}
