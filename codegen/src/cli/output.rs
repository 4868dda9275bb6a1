//! Reports for people: what is wrong, what was written, or what differs.

use std::collections::BTreeMap;
use std::io::{ErrorKind, IsTerminal, Write};
use std::path::Path;

use anstyle::{AnsiColor, Style};

use crate::diagnostics::{Diagnostic, Diagnostics, Sources, render};
use crate::disk::{self, Drift, Report};
use crate::options::Summary;

use super::args::GenerateArgs;
use super::generate::{FinishedRun, RunResult};
use super::project::display_path;
use super::{diff, fix_command, generate};

/// How many paths of one kind are listed after a run.
const MAX_LISTED: usize = 20;

/// How many findings of one validator of Smithy are printed in full, except by `validate`.
const MAX_OF_VALIDATOR: usize = 3;

/// Prints diagnostics on standard error, in the form of the Rust compiler, with a last line that counts the errors; it
/// says that nothing was written where the caller says so. Of what one validator of Smithy found and does not stop the
/// run only the first are printed.
pub(crate) fn diagnostics(diagnostics: &[Diagnostic], sources: &Sources, written: bool) {
    let mut counts = BTreeMap::<&str, usize>::new();
    let shown = diagnostics.iter().filter(|&diagnostic| {
        let event = diagnostic.event.as_deref().filter(|event| !event.starts_with("Model"));
        let Some(validator) = event.filter(|_| !diagnostic.is_fatal()) else { return true };
        let count = counts.entry(validator).or_default();
        *count += 1;
        *count <= MAX_OF_VALIDATOR
    });
    print_all(shown, sources);
    for (validator, count) in counts.into_iter().filter(|(_, count)| *count > MAX_OF_VALIDATOR) {
        note(&format!(
            "{} more of `{validator}`; `smithygen validate` shows all\n",
            count - MAX_OF_VALIDATOR
        ));
    }
    count_errors(diagnostics, written);
}

/// Prints all diagnostics on standard error, like [`diagnostics`].
pub(crate) fn all_diagnostics(diagnostics: &[Diagnostic], sources: &Sources) {
    print_all(diagnostics.iter(), sources);
    count_errors(diagnostics, true);
}

fn print_all<'d>(diagnostics: impl Iterator<Item = &'d Diagnostic>, sources: &Sources) {
    let mut err = anstream::stderr().lock();
    for diagnostic in diagnostics {
        let _ = writeln!(err, "{}\n", render(diagnostic, sources, true));
    }
}

/// Prints how many of the diagnostics are errors, if any are.
fn count_errors(diagnostics: &[Diagnostic], written: bool) {
    let errors = diagnostics.iter().filter(|found| found.is_fatal()).count();
    if errors > 0 {
        let ending = if written { "" } else { "; nothing was written" };
        let _ = writeln!(anstream::stderr(), "{}{ending}", count(errors, "error"));
    }
}

/// Names, once, the flag that goes on in spite of texts and rules for another version of the model.
pub(crate) fn stale_help(diagnostics: &[Diagnostic]) {
    let stale = diagnostics.iter().filter(|found| found.stale && found.is_fatal()).count();
    if stale > 0 {
        let are = if stale == 1 { "1 error is" } else { &format!("{stale} errors are") };
        let _ = writeln!(
            anstream::stderr(),
            "{are} about texts or rules for another version of the model; `--stale warn` makes warnings of them"
        );
    }
}

/// Prints a note on standard error.
pub(crate) fn note(text: &str) {
    let _ = writeln!(anstream::stderr(), "note: {text}");
}

/// Prints a text whole on standard output; a reader that closed the pipe has read enough.
pub(crate) fn print(errors: &mut Diagnostics, text: &str) -> bool {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            errors.push(Diagnostic::error(format!("cannot write to standard output: {error}")));
            false
        }
        _ => true,
    }
}

/// Whether a path stands for standard output.
pub(crate) fn is_stdout(path: &Path) -> bool {
    path == Path::new("-")
}

/// Writes a text to a file, or prints it where no file is named.
pub(crate) fn write_or_print(errors: &mut Diagnostics, path: Option<&Path>, text: &str) -> bool {
    let Some(path) = path.filter(|path| !is_stdout(path)) else {
        return print(errors, text);
    };
    if path.is_file() && std::fs::read(path).is_ok_and(|old| old == text.as_bytes()) {
        note(&format!("{} is up to date", display_path(path)));
        return true;
    }
    match disk::write_file(path, text) {
        Ok(()) => note(&format!("wrote {}", display_path(path))),
        Err(error) => errors.push(generate::disk_diagnostic(&error)),
    }
    !errors.is_fatal()
}

/// Reports on a run to people.
pub(crate) fn text(args: &GenerateArgs, finished: Option<&FinishedRun>) {
    let Some(finished) = finished.filter(|_| !args.quiet) else {
        return;
    };
    let text = match &finished.result {
        RunResult::Wrote(report) => wrote(report, finished),
        RunResult::Checked(drift) => checked(args, drift, &finished.paths.output),
        RunResult::PartlyWritten => return,
    };
    let text = summary(&finished.summary) + &text;
    // A reader that closed the pipe has read enough.
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

fn wrote(report: &Report, finished: &FinishedRun) -> String {
    let output = &finished.paths.output;
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
        display_path(output),
    )
}

fn up_to_date(output: &Path, files: usize) -> String {
    let are = if files == 1 { "is" } else { "are" };
    format!("{} in {} {are} up to date", count(files, "file"), display_path(output))
}

fn foreign(output: &Path, paths: &[String]) -> String {
    listed(output, paths, "note: ", " is not generated, and stays as it is")
}

/// The first of `paths`, a line each.
fn listed(output: &Path, paths: &[String], before: &str, after: &str) -> String {
    let line = |path: &String| format!("{before}{}{after}\n", display_path(&output.join(path)));
    let mut text: String = paths.iter().take(MAX_LISTED).map(line).collect();
    if paths.len() > MAX_LISTED {
        text.push_str(&format!("{before}… and {} more\n", paths.len() - MAX_LISTED));
    }
    text
}

fn checked(args: &GenerateArgs, drift: &Drift, output: &Path) -> String {
    let foreign = foreign(output, &drift.foreign);
    if drift.is_empty() {
        return format!("{}\n{foreign}", up_to_date(output, drift.same));
    }
    let files = drift.missing.len() + drift.changed.len() + drift.orphaned.len();
    format!(
        "{}{foreign}{}\n{} what the model generates; to fix it, {}\n\n    {}\n",
        differing(drift, output),
        diff::diffs(args.diff, drift, output),
        if files == 1 { "1 file differs from".to_owned() } else { format!("{files} files differ from") },
        if args.krate.model.iter().any(|path| path == Path::new("-")) {
            "pipe the model into"
        } else {
            "run"
        },
        fix_command::command(&args.krate),
    )
}

/// Every file that differs, a line each.
fn differing(drift: &Drift, output: &Path) -> String {
    let red = Style::new().fg_color(Some(AnsiColor::Red.into()));
    let line =
        |state: &str, path: &str| format!("{red}{state}{red:#}  {}\n", display_path(&output.join(path)));
    let missing = drift.missing.iter().map(|file| line("missing ", &file.path));
    let changed = drift.changed.iter().map(|file| line("changed ", &file.path));
    let orphaned = drift.orphaned.iter().map(|file| line("orphaned", &file.path));
    missing.chain(changed).chain(orphaned).collect()
}

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Whether standard error is a terminal.
pub(crate) fn is_terminal() -> bool {
    std::io::stderr().is_terminal()
}
