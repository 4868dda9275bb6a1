//! The arguments that say which model becomes which crate.

use std::path::PathBuf;

use clap::ValueEnum;

use crate::options::{Docs, Layout, Options};

use super::StaleMode;

/// What is read, what is written, and in which form.
#[derive(Debug, clap::Args)]
pub(crate) struct CrateArgs {
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
    /// The protocol, where the service has several: the name or id of its trait.
    #[arg(long, value_name = "ID")]
    pub(crate) protocol: Option<String>,
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
pub(crate) enum LayoutMode {
    /// `Cargo.toml` and a tree of modules under `src/`.
    Crate,
    /// One `mod.rs`.
    Module,
}

impl CrateArgs {
    /// The options of the generator itself.
    pub(crate) fn options(&self) -> Options {
        Options {
            service: self.service.clone(),
            closure: self.closure.clone(),
            protocol: self.protocol.clone(),
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
