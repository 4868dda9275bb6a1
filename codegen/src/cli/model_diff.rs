//! The subcommand `diff`.

mod github;
mod json;
mod markdown;
mod model;
mod revision;
mod sarif;
mod summary;
mod text;

use std::path::Path;

use serde_json::Value;

use crate::diagnostics::{Diagnostic, Diagnostics, Location, Sources};
use crate::report::diff::accepted::{self, Accepted};
use crate::report::diff::{ModelChange, RustMark};

use super::args::diff::{DiffArgs, DiffFormat, FailOn};
use super::project::display_path;
use super::{Outcome, output};

pub(super) use self::markdown::plain;

/// A difference as it is shown.
struct Shown<'a> {
    difference: &'a ModelChange,
    /// Where it is in the old model.
    old: Option<Location<'a>>,
    /// Where it is in the new model.
    new: Option<Location<'a>>,
    /// Why it was accepted, if it was.
    accepted: Option<&'a str>,
}

/// How much a difference matters to programs that know three levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    /// It breaks somebody.
    Error,
    /// It changes what somebody sees, or breaks who relied on something unstable.
    Warning,
    /// Nothing of the kind, or it was accepted.
    Note,
}

impl Shown<'_> {
    fn level(&self) -> Level {
        let difference = self.difference;
        match difference.rust {
            _ if self.accepted.is_some() => Level::Note,
            _ if difference.breaks_wire() || difference.breaks_code() => Level::Error,
            RustMark::ChangesBehaviour | RustMark::BreaksCode => Level::Warning,
            RustMark::Neither if difference.wire.is_breaking() => Level::Warning,
            RustMark::Neither => Level::Note,
        }
    }

    /// The marks and the reason, in one sentence.
    fn message(&self) -> String {
        let ModelChange { wire, rust, why, unstable, .. } = self.difference;
        let code = match rust {
            RustMark::BreaksCode => "breaks Rust code",
            RustMark::ChangesBehaviour => "changes what Rust code does",
            RustMark::Neither => "leaves Rust code as it is",
        };
        let unstable = if *unstable { ", and was unstable" } else { "" };
        let accepted = self.accepted.map(|reason| format!("; accepted: {reason}")).unwrap_or_default();
        format!("{}, {code}{unstable}: {why}{accepted}", wire.name())
    }
}

/// The texts of a run.
#[derive(Default)]
struct Texts {
    old: Sources,
    new: Sources,
    accepted: Sources,
}

/// What is wrong with each of the texts.
#[derive(Default)]
struct Faults {
    old: Diagnostics,
    new: Diagnostics,
    accepted: Diagnostics,
}

/// Compares the models and reports.
pub(crate) fn run(args: &DiffArgs) -> Outcome {
    let (mut faults, mut texts) = (Faults::default(), Texts::default());
    let list = args.accepted.as_deref().map(|path| accepted_list(&mut faults, &mut texts, path));
    let list = list.unwrap_or_default();
    let found = differences(&mut faults, &mut texts, args);
    warn_of_unneeded(&mut faults, found.as_deref(), &list);
    let is_failed = found.is_none() || faults.accepted.is_fatal();
    let found = found.unwrap_or_default();
    let findings: Vec<Shown<'_>> =
        found.iter().map(|difference| finding(difference, &texts, &list)).collect();
    let outcome = match findings.iter().any(|finding| fails(args.fail_on, finding)) {
        _ if is_failed => Outcome::Failed,
        true => Outcome::Drift,
        false => Outcome::Fine,
    };
    let report = match args.format {
        DiffFormat::Json => json::report(&findings, outcome, &faults, &texts),
        _ if is_failed => String::new(),
        DiffFormat::Text => text::report(&findings),
        DiffFormat::Markdown => markdown::report(&findings),
        DiffFormat::Sarif => format!("{:#}\n", sarif::report(&findings)),
        DiffFormat::Github => github::commands(&findings),
    };
    let is_printed = output::print(&mut faults.accepted, &report);
    if args.format != DiffFormat::Json || !is_printed {
        for (faults, sources) in faults.by_text(&texts) {
            output::diagnostics(&faults, sources, true);
        }
    }
    if is_printed { outcome } else { Outcome::Failed }
}

impl Faults {
    /// All of them in order, each list with the texts that it is about.
    fn by_text<'t>(&self, texts: &'t Texts) -> [(Vec<Diagnostic>, &'t Sources); 3] {
        [
            (self.accepted.clone().sorted(), &texts.accepted),
            (self.old.clone().sorted(), &texts.old),
            (self.new.clone().sorted(), &texts.new),
        ]
    }
}

/// The differences, unless a model has errors, which alone are worth a report.
fn differences(faults: &mut Faults, texts: &mut Texts, args: &DiffArgs) -> Option<Vec<ModelChange>> {
    let stdin = Path::new("-");
    if args.old == stdin && args.new.as_deref() == Some(stdin) {
        let error = Diagnostic::error("both models cannot be standard input");
        faults.old.push(error.help("name a file, a folder or a git revision for one of them"));
        return None;
    }
    texts.old = model::read(&mut faults.old, Some(&args.old));
    texts.new = model::read(&mut faults.new, args.new.as_deref());
    if faults.old.is_fatal() || faults.new.is_fatal() {
        return None;
    }
    let result = crate::diff(&texts.old, &texts.new, args.protocol.as_deref());
    let fatal = |faults: Vec<Diagnostic>| faults.into_iter().filter(Diagnostic::is_fatal);
    result
        .map_err(|[old, new]| {
            faults.old.extend(fatal(old));
            faults.new.extend(fatal(new));
        })
        .ok()
}

fn accepted_list(faults: &mut Faults, texts: &mut Texts, path: &Path) -> Vec<Accepted> {
    let name = display_path(path);
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let file = texts.accepted.add(name, text.clone());
            accepted::read(&mut faults.accepted, &text, file)
        }
        Err(error) => {
            faults.accepted.push(Diagnostic::error(format!("`{name}` cannot be read: {error}")));
            Vec::new()
        }
    }
}

/// Names the entries of the list that are about no difference.
fn warn_of_unneeded(faults: &mut Faults, found: Option<&[ModelChange]>, list: &[Accepted]) {
    let Some(found) = found else { return };
    let fingerprints: Vec<String> = found.iter().map(ModelChange::fingerprint).collect();
    for entry in list.iter().filter(|entry| !fingerprints.contains(&entry.fingerprint)) {
        let message = format!("no difference has the fingerprint `{}`", entry.fingerprint);
        let warning = Diagnostic::warning(message).at(entry.span);
        faults.accepted.push(warning.help("take the entry out of the list of accepted differences"));
    }
}

fn finding<'a>(difference: &'a ModelChange, texts: &'a Texts, list: &'a [Accepted]) -> Shown<'a> {
    let fingerprint = difference.fingerprint();
    let accepted = list.iter().find(|entry| entry.fingerprint == fingerprint);
    Shown {
        difference,
        old: difference.place.old.map(|span| texts.old.locate(span)),
        new: difference.place.new.map(|span| texts.new.locate(span)),
        accepted: accepted.map(|entry| entry.reason.as_str()),
    }
}

/// What differences come to, in a few lines.
pub(super) fn summary_lines(changes: &[ModelChange]) -> Vec<String> {
    summary::lines(&unplaced(changes))
}

/// Differences as Markdown.
pub(super) fn markdown(changes: &[ModelChange]) -> String {
    markdown::report(&unplaced(changes))
}

/// Differences for programs.
pub(super) fn json(changes: &[ModelChange], old: &Sources, new: &Sources) -> Value {
    let shown = changes.iter().map(|difference| Shown {
        old: difference.place.old.map(|span| old.locate(span)),
        new: difference.place.new.map(|span| new.locate(span)),
        ..unplaced_one(difference)
    });
    shown.map(|shown| json::difference(&shown)).collect()
}

/// Differences as they are shown where places do not matter and nothing was accepted.
fn unplaced(changes: &[ModelChange]) -> Vec<Shown<'_>> {
    changes.iter().map(unplaced_one).collect()
}

fn unplaced_one(difference: &ModelChange) -> Shown<'_> {
    Shown { difference, old: None, new: None, accepted: None }
}

/// Whether a difference makes the exit code 1.
fn fails(fail_on: FailOn, finding: &Shown<'_>) -> bool {
    let difference = finding.difference;
    let fails = match fail_on {
        FailOn::Wire => difference.breaks_wire(),
        FailOn::Clients => difference.breaks_wire() && difference.wire.old_clients,
        FailOn::Servers => difference.breaks_wire() && difference.wire.old_servers,
        FailOn::Rust => difference.breaks_code(),
        FailOn::Any => true,
        FailOn::None => false,
    };
    fails && finding.accepted.is_none()
}
