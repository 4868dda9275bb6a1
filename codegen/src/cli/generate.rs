//! The command without a name: reads a model, generates, then writes or compares.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::diagnostics::{Diagnostic, Diagnostics, Sources};
use crate::disk::{self, DiskError, Drift, Report};
use crate::load;
use crate::options::{Generated, Layout, Summary};

use super::args::krate::CrateArgs;
use super::args::{GenerateArgs, ReportFormat};
use super::progress::{self, Progress};
use super::project::{self, RunPaths};
use super::{Outcome, json, output};

/// A run that came to its end, for the report.
pub(crate) struct FinishedRun {
    pub(crate) paths: RunPaths,
    pub(crate) summary: Summary,
    pub(crate) result: RunResult,
    pub(crate) took: Duration,
}

/// What was done to the output folder.
pub(crate) enum RunResult {
    Wrote(Report),
    Checked(Drift),
    /// Some files were written before the system failed.
    PartlyWritten,
}

/// Runs with the given arguments and reports.
pub(crate) fn run(args: &GenerateArgs) -> Outcome {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    let finished = finish(&mut errors, &mut sources, args);
    let outcome = outcome(finished.as_ref());
    let diagnostics = errors.sorted();
    match args.format {
        ReportFormat::Json => json::print(args, &diagnostics, &sources, finished.as_ref(), outcome),
        ReportFormat::Text => {
            output::diagnostics(&diagnostics, &sources, finished.is_some());
            output::stale_help(&diagnostics);
            output::text(args, finished.as_ref());
        }
    }
    outcome
}

fn outcome(finished: Option<&FinishedRun>) -> Outcome {
    match finished.map(|finished| &finished.result) {
        None | Some(RunResult::PartlyWritten) => Outcome::Failed,
        Some(RunResult::Checked(drift)) if !drift.obstacles.is_empty() => Outcome::Failed,
        Some(RunResult::Checked(drift)) if !drift.is_empty() => Outcome::Drift,
        Some(RunResult::Checked(_) | RunResult::Wrote(_)) => Outcome::Fine,
    }
}

/// Everything before the report; no progress is shown any more when it returns.
fn finish(errors: &mut Diagnostics, sources: &mut Sources, args: &GenerateArgs) -> Option<FinishedRun> {
    let started = Instant::now();
    let progress = progress::start(args);
    let paths = project::run_paths(errors, &args.krate)?;
    *sources = load::read(errors, &paths.inputs);
    if errors.is_fatal() {
        return None;
    }
    let Generated { files, summary, warnings } = crate::generate(sources, &args.krate.options())
        .map_err(|diagnostics| errors.extend(diagnostics))
        .ok()?;
    errors.extend(warnings);
    let files = files_to_write(&args.krate, &paths, files);
    let result = match apply(args, &paths, &files, progress) {
        Ok(RunResult::Checked(drift)) => {
            errors.extend(drift.obstacles.iter().map(disk_diagnostic));
            RunResult::Checked(drift)
        }
        Ok(result) => result,
        Err(failures) => {
            errors.extend(failures.iter().map(disk_diagnostic));
            failures.iter().any(DiskError::is_partly_written).then_some(RunResult::PartlyWritten)?
        }
    };
    Some(FinishedRun { paths, summary, result, took: started.elapsed() })
}

/// Leaves out a manifest that is maintained by hand.
pub(crate) fn files_to_write(
    args: &CrateArgs,
    paths: &RunPaths,
    mut files: BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    if args.options().layout == Layout::Crate && disk::has_own_manifest(&paths.output) {
        files.remove("Cargo.toml");
    }
    files
}

fn apply(
    args: &GenerateArgs,
    paths: &RunPaths,
    files: &BTreeMap<String, String>,
    progress: Option<Progress>,
) -> Result<RunResult, Vec<DiskError>> {
    if args.check {
        return disk::check(&paths.output, files).map(RunResult::Checked);
    }
    let waiting = || {
        drop(progress);
        if !args.quiet {
            output::note("another run is writing to the same folder; waiting for it to end");
        }
    };
    disk::write(&paths.output, files, waiting).map(RunResult::Wrote)
}

/// An error of the disk as a diagnostic.
pub(crate) fn disk_diagnostic(error: &DiskError) -> Diagnostic {
    Diagnostic { help: error.help(), ..Diagnostic::error(error.to_string()) }
}
