//! A run: read, generate, then write or compare.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use codegen::disk::{self, DiskError, Drift, Report};
use codegen::fault::{Errors, Fault, Sources};
use codegen::load;
use codegen::options::{Generated, Layout, Summary};

use super::args::{Format, Generate};
use super::project::{self, Places};
use super::{Outcome, output, progress};

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
}

/// Runs with the given arguments and reports.
pub(crate) fn run(args: &Generate) -> Outcome {
    let started = Instant::now();
    let _progress = progress::start(args);
    let mut errors = Errors::default();
    let mut sources = Sources::default();
    let finished = finish(&mut errors, &mut sources, args, started);
    let faults = errors.sorted();
    match (args.format, &finished) {
        (Format::Json, _) => output::json(args, &faults, &sources, finished.as_ref()),
        (Format::Text, Some(finished)) => {
            output::faults(&faults, &sources);
            output::text(args, finished);
        }
        (Format::Text, None) => output::faults(&faults, &sources),
    }
    match finished.map(|finished| finished.result) {
        None => Outcome::Failed,
        Some(Ended::Checked(drift)) if !drift.is_empty() => Outcome::Drift,
        Some(_) => Outcome::Fine,
    }
}

fn finish(errors: &mut Errors, sources: &mut Sources, args: &Generate, started: Instant) -> Option<Finished> {
    let places = project::places(errors, args)?;
    *sources = load::read(errors, &places.inputs);
    if errors.is_fatal() {
        return None;
    }
    let mut generated = match codegen::generate(sources, &args.options()) {
        Ok(generated) => generated,
        Err(faults) => {
            faults.into_iter().for_each(|fault| errors.push(fault));
            return None;
        }
    };
    std::mem::take(&mut generated.warnings).into_iter().for_each(|fault| errors.push(fault));
    let summary = generated.summary.clone();
    let files = files_to_write(args, &places, generated);
    let result = apply(args, &places, &files).map_err(|error| errors.push(fault(&error))).ok()?;
    Some(Finished { places, summary, result, took: started.elapsed() })
}

/// Leaves out a manifest that is kept by hand.
fn files_to_write(args: &Generate, places: &Places, generated: Generated) -> BTreeMap<String, String> {
    let mut files = generated.files;
    if args.options().layout == Layout::Crate && disk::keeps_manifest(&places.output) {
        files.remove("Cargo.toml");
    }
    files
}

fn apply(args: &Generate, places: &Places, files: &BTreeMap<String, String>) -> Result<Ended, DiskError> {
    if args.check {
        return disk::check(&places.output, files).map(Ended::Checked);
    }
    let waiting = || output::note("another run is writing there; waiting for it to end");
    disk::write(&places.output, files, waiting).map(Ended::Wrote)
}

/// An error of the disk as a fault.
pub(crate) fn fault(error: &DiskError) -> Fault {
    let fault = Fault::error(error.to_string());
    match error.help() {
        Some(help) => fault.help(help),
        None => fault,
    }
}
