//! A run: read, generate, then write or compare.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use smithygen::diagnostics::{Diagnostic, Diagnostics, Sources};
use smithygen::disk::{self, DiskError, Drift, Report};
use smithygen::load;
use smithygen::options::{Generated, Layout, Summary};

use super::args::{Format, Generate};
use super::progress::{self, Progress};
use super::project::{self, Places};
use super::{Outcome, json, output};

/// What a run came to, for the report.
pub(crate) struct Finished {
    pub(crate) places: Places,
    pub(crate) summary: Summary,
    pub(crate) result: Ended,
    pub(crate) took: Duration,
}

/// What was done to the output folder.
pub(crate) enum Ended {
    Wrote(Report),
    Checked(Drift),
    /// Some files were written, then the system refused.
    Halfway,
}

/// Runs with the given arguments and reports.
pub(crate) fn run(args: &Generate) -> Outcome {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    let finished = finish(&mut errors, &mut sources, args);
    let outcome = outcome(finished.as_ref());
    let faults = errors.sorted();
    match args.format {
        Format::Json => json::print(args, &faults, &sources, finished.as_ref(), outcome),
        Format::Text => {
            output::faults(&faults, &sources, finished.is_some());
            output::text(args, finished.as_ref());
        }
    }
    outcome
}

fn outcome(finished: Option<&Finished>) -> Outcome {
    match finished.map(|finished| &finished.result) {
        None | Some(Ended::Halfway) => Outcome::Failed,
        Some(Ended::Checked(drift)) if !drift.is_empty() => Outcome::Drift,
        Some(Ended::Checked(_) | Ended::Wrote(_)) => Outcome::Fine,
    }
}

/// All that comes before the report; the sign of life has ended when it returns.
fn finish(errors: &mut Diagnostics, sources: &mut Sources, args: &Generate) -> Option<Finished> {
    let started = Instant::now();
    let progress = progress::start(args);
    let places = project::places(errors, args)?;
    *sources = load::read(errors, &places.inputs);
    if errors.is_fatal() {
        return None;
    }
    let Generated { files, summary, warnings } = smithygen::generate(sources, &args.options())
        .map_err(|faults| faults.into_iter().for_each(|fault| errors.push(fault)))
        .ok()?;
    warnings.into_iter().for_each(|fault| errors.push(fault));
    let files = files_to_write(args, &places, files);
    let result = match apply(args, &places, &files, progress) {
        Ok(ended) => ended,
        Err(failures) => {
            failures.iter().for_each(|failure| errors.push(fault(failure)));
            failures.iter().any(DiskError::is_halfway).then_some(Ended::Halfway)?
        }
    };
    Some(Finished { places, summary, result, took: started.elapsed() })
}

/// Leaves out a manifest that is kept by hand.
fn files_to_write(
    args: &Generate,
    places: &Places,
    mut files: BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    if args.options().layout == Layout::Crate && disk::keeps_manifest(&places.output) {
        files.remove("Cargo.toml");
    }
    files
}

fn apply(
    args: &Generate,
    places: &Places,
    files: &BTreeMap<String, String>,
    progress: Option<Progress>,
) -> Result<Ended, Vec<DiskError>> {
    if args.check {
        return disk::check(&places.output, files).map(Ended::Checked);
    }
    let waiting = || {
        drop(progress);
        if !args.quiet {
            output::note("another run is writing there; waiting for it to end");
        }
    };
    disk::write(&places.output, files, waiting).map(Ended::Wrote)
}

/// An error of the disk as a fault.
pub(crate) fn fault(error: &DiskError) -> Diagnostic {
    let fault = Diagnostic::error(error.to_string());
    match error.help() {
        Some(help) => fault.help(help),
        None => fault,
    }
}
