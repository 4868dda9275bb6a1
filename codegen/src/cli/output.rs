//! Reports for people: what is at fault, was written, or differs.

use std::io::{IsTerminal, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};

use smithygen::diagnostics::{self, Diagnostic, Severity, Sources};
use smithygen::disk::{Drift, Report};
use smithygen::options::Summary;

use super::args::Generate;
use super::generate::{Ended, Finished};
use super::project::shown;
use super::{diff, mend};

/// How many paths of one kind are listed after a run.
const LISTED: usize = 20;

/// Shows faults on standard error, as the Rust compiler shows its own, with a last line that counts them.
pub(crate) fn faults(faults: &[Diagnostic], sources: &Sources, written: bool) {
    let mut err = anstream::stderr().lock();
    for fault in faults {
        let _ = writeln!(err, "{}\n", diagnostics::render(fault, sources, true));
    }
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    if errors > 0 {
        let _ =
            writeln!(err, "{}{}", count(errors, "error"), if written { "" } else { "; nothing was written" });
    }
}

/// Says something in passing on standard error.
pub(crate) fn note(text: &str) {
    let _ = writeln!(anstream::stderr(), "note: {text}");
}

/// Reports to a person.
pub(crate) fn text(args: &Generate, finished: Option<&Finished>) {
    let Some(finished) = finished.filter(|_| !args.quiet) else {
        return;
    };
    let text = match &finished.result {
        Ended::Wrote(report) => wrote(report, finished),
        Ended::Checked(drift) => checked(args, drift, &finished.places.output),
        Ended::Halfway => return,
    };
    let text = summary(&finished.summary) + &text;
    // A reader that went away has seen enough.
    let _ = anstream::stdout().lock().write_all(text.as_bytes());
}

fn summary(summary: &Summary) -> String {
    let operations = if summary.operations == summary.all_operations {
        count(summary.operations, "operation")
    } else {
        format!("{} of {}", summary.operations, count(summary.all_operations, "operation"))
    };
    format!("{}: {operations}, {}\n", summary.service, count(summary.shapes, "type"))
}

fn wrote(report: &Report, finished: &Finished) -> String {
    let output = &finished.places.output;
    let seconds = finished.took.as_secs_f64();
    let text = listed(output, &report.removed, "removed  ", "") + &foreign(output, &report.foreign);
    if report.written.is_empty() && report.removed.is_empty() {
        return format!("{text}{} ({seconds:.2} s)\n", up_to_date(output, report.left));
    }
    format!(
        "{text}wrote {}, removed {}, {} unchanged in {} ({seconds:.2} s)\n",
        report.written.len(),
        report.removed.len(),
        count(report.left, "file"),
        shown(output),
    )
}

fn up_to_date(output: &Path, files: usize) -> String {
    let are = if files == 1 { "is" } else { "are" };
    format!("{} in {} {are} up to date", count(files, "file"), shown(output))
}

fn foreign(output: &Path, paths: &[String]) -> String {
    listed(output, paths, "note: ", " is not generated; left alone")
}

/// The first of `paths`, a line each.
fn listed(output: &Path, paths: &[String], before: &str, after: &str) -> String {
    let line = |path: &String| format!("{before}{}{after}\n", shown(&output.join(path)));
    let mut text: String = paths.iter().take(LISTED).map(line).collect();
    if paths.len() > LISTED {
        text.push_str(&format!("{before}… and {} more\n", paths.len() - LISTED));
    }
    text
}

fn checked(args: &Generate, drift: &Drift, output: &Path) -> String {
    let foreign = foreign(output, &drift.foreign);
    if drift.is_empty() {
        return format!("{}\n{foreign}", up_to_date(output, drift.same));
    }
    let files = drift.missing.len() + drift.changed.len() + drift.orphaned.len();
    format!(
        "{}{foreign}{}\n{} what the model gives; to mend that, {}\n\n    {}\n",
        differing(drift, output),
        diff::all(args.diff, drift, output),
        if files == 1 { "1 file differs from".to_owned() } else { format!("{files} files differ from") },
        if args.model.iter().any(|path| path == Path::new("-")) { "pipe the model into" } else { "run" },
        mend::command(args),
    )
}

/// Every file that differs, a line each.
fn differing(drift: &Drift, output: &Path) -> String {
    let red = Style::new().fg_color(Some(AnsiColor::Red.into()));
    let line = |state: &str, path: &str| format!("{red}{state}{red:#}  {}\n", shown(&output.join(path)));
    let missing = drift.missing.iter().map(|file| line("missing ", &file.path));
    let changed = drift.changed.iter().map(|file| line("changed ", &file.path));
    let orphaned = drift.orphaned.iter().map(|file| line("orphaned", &file.path));
    missing.chain(changed).chain(orphaned).collect()
}

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Whether a person looks at standard error.
pub(crate) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}
