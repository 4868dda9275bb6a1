//! Reports: what was written or differs, for people and for programs.

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use serde_json::{Value, json};

use codegen::disk::{Drift, Report};
use codegen::fault::{self, Fault, Severity, Sources};
use codegen::options::Summary;

use super::args::Generate;
use super::diff;
use super::generate::{Ended, Finished};
use super::project::shown;

/// Shows faults on standard error, as the Rust compiler shows its own, with a last line that counts them.
pub(crate) fn faults(faults: &[Fault], sources: &Sources) {
    let mut err = anstream::stderr().lock();
    for fault in faults {
        let _ = writeln!(err, "{}\n", fault::render(fault, sources, true));
    }
    let errors = faults.iter().filter(|fault| fault.severity == Severity::Error).count();
    if errors > 0 {
        let _ = writeln!(err, "{}; nothing was written", count(errors, "error"));
    }
}

/// Says something in passing on standard error.
pub(crate) fn note(text: &str) {
    let _ = writeln!(anstream::stderr(), "note: {text}");
}

/// Reports to a person.
pub(crate) fn text(args: &Generate, finished: &Finished) {
    if args.quiet {
        return;
    }
    let mut text = summary(&finished.summary);
    match &finished.result {
        Ended::Wrote(report) => text.push_str(&wrote(report, finished)),
        Ended::Checked(drift) => text.push_str(&checked(args, drift, finished)),
    }
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
    let folder = shown(&finished.places.output);
    let seconds = finished.took.as_secs_f64();
    let mut text = format!(
        "wrote {}, removed {}, left {} in {folder} ({seconds:.2} s)\n",
        report.written.len(),
        report.removed.len(),
        count(report.left, "file"),
    );
    text.push_str(&foreign(&report.foreign));
    text
}

fn foreign(paths: &[String]) -> String {
    paths.iter().map(|path| format!("note: {path} is not generated; left alone\n")).collect()
}

fn checked(args: &Generate, drift: &Drift, finished: &Finished) -> String {
    let folder = shown(&finished.places.output);
    if drift.is_empty() {
        let files = count(drift.same, "file");
        return format!("{files} in {folder} are up to date\n") + &foreign(&drift.foreign);
    }
    let mut text = String::new();
    let red = Style::new().fg_color(Some(AnsiColor::Red.into()));
    let lists = [
        ("missing ", drift.missing.iter().map(|file| &file.path).collect::<Vec<_>>()),
        ("changed ", drift.changed.iter().map(|file| &file.path).collect()),
        ("orphaned", drift.orphaned.iter().map(|file| &file.path).collect()),
    ];
    for (state, paths) in lists {
        for path in paths {
            text.push_str(&format!("{red}{state}{red:#}  {folder}/{path}\n"));
        }
    }
    text.push_str(&foreign(&drift.foreign));
    text.push_str(&diff::all(args.diff, drift, &folder));
    let files = count(drift.missing.len() + drift.changed.len() + drift.orphaned.len(), "file");
    text.push_str(&format!(
        "\n{files} differ from what the model gives; to mend it, run\n\n    {}\n",
        mend(args)
    ));
    text
}

/// The command that does what `--check` found undone.
fn mend(args: &Generate) -> String {
    let mut words = vec!["cargo run".to_owned()];
    let mut flag = |name: &str, value: &str| words.push(format!("{name} {}", quoted(value)));
    args.model.iter().for_each(|path| flag("--model", &shown(path)));
    args.output.iter().for_each(|path| flag("--output", &shown(path)));
    args.service.iter().for_each(|service| flag("--service", service));
    args.crate_name.iter().for_each(|name| flag("--crate-name", name));
    if !args.operations.is_empty() {
        flag("--operations", &args.operations.join(","));
    }
    let modes = [
        ("--docs", format!("{:?}", args.docs), "Full"),
        ("--stale", format!("{:?}", args.stale), "Deny"),
        ("--layout", format!("{:?}", args.layout), "Crate"),
    ];
    for (name, value, _) in modes.iter().filter(|(_, value, default)| value != default) {
        flag(name, &value.to_lowercase());
    }
    if words.len() > 1 {
        words.insert(1, "--".to_owned());
    }
    words.join(" ")
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = word.chars().all(|c| c.is_alphanumeric() || "-_./#,:=".contains(c));
    if plain && !word.is_empty() { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// Reports to a program: one object on standard output.
pub(crate) fn json(args: &Generate, faults: &[Fault], sources: &Sources, finished: Option<&Finished>) {
    let mut report = json!({
        "faults": faults.iter().map(|fault| fault_json(fault, sources)).collect::<Vec<_>>(),
    });
    if let (Some(finished), Some(object)) = (finished, report.as_object_mut()) {
        let summary = &finished.summary;
        object.insert("service".to_owned(), json!(summary.service));
        object.insert("operations".to_owned(), json!(summary.operations));
        object.insert("all_operations".to_owned(), json!(summary.all_operations));
        object.insert("types".to_owned(), json!(summary.shapes));
        object.insert("output".to_owned(), json!(shown(&finished.places.output)));
        object.insert("seconds".to_owned(), json!(finished.took.as_secs_f64()));
        match &finished.result {
            Ended::Wrote(report) => object.extend(wrote_json(report)),
            Ended::Checked(drift) => object.extend(drift_json(args, drift)),
        }
    }
    let _ = writeln!(std::io::stdout().lock(), "{report:#}");
}

fn wrote_json(report: &Report) -> [(String, Value); 4] {
    [
        ("written".to_owned(), json!(report.written)),
        ("removed".to_owned(), json!(report.removed)),
        ("left".to_owned(), json!(report.left)),
        ("foreign".to_owned(), json!(report.foreign)),
    ]
}

fn drift_json(args: &Generate, drift: &Drift) -> [(String, Value); 6] {
    let paths = |paths: Vec<&String>| json!(paths);
    [
        ("missing".to_owned(), paths(drift.missing.iter().map(|file| &file.path).collect())),
        ("changed".to_owned(), paths(drift.changed.iter().map(|file| &file.path).collect())),
        ("orphaned".to_owned(), paths(drift.orphaned.iter().map(|file| &file.path).collect())),
        ("foreign".to_owned(), json!(drift.foreign)),
        ("left".to_owned(), json!(drift.same)),
        ("mend".to_owned(), if drift.is_empty() { Value::Null } else { json!(mend(args)) }),
    ]
}

fn fault_json(fault: &Fault, sources: &Sources) -> Value {
    let place = fault.place.map(|place| sources.locate(place));
    json!({
        "severity": match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        "message": fault.message,
        "shape": fault.shape,
        "file": place.map(|place| place.file),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "help": fault.help,
    })
}

/// Whether a person looks at standard error.
pub(crate) fn is_watched() -> bool {
    std::io::stderr().is_terminal()
}
