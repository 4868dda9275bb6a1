//! Broken files get the verdict that Smithy gives: the same events, by severity, id and shape.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use smithygen::diagnostics::{Diagnostic, Severity};

use super::{files, read, support};

/// An event of Smithy's, or of ours.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    severity: String,
    /// The id; of an event that a file expects, a part of it.
    id: String,
    /// The shape, or `-`.
    shape: String,
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "[{}] {} | {}", self.severity, self.shape, self.id)
    }
}

/// Files with another verdict, each with the reason.
const OTHERWISE: [(&str, &str); 3] = [
    ("loader/invalid-list-and-map-elision", "the key of a map is checked although members are wrong"),
    ("loader/invalid-list-mixins", "a member that takes nothing from its mixin is reported beside its shape"),
    (
        "loader/invalid-map-mixins",
        "members that take nothing from their mixin are reported beside their shape",
    ),
];

#[shared_data::test]
fn files_get_the_verdict_of_smithy() {
    let folder = support::shared().join("conformance/loader/errorfiles");
    let (mut counts, mut differences) = (BTreeMap::new(), BTreeMap::new());
    for path in &files(&folder, "errors") {
        let models = ["json", "smithy"].map(|extension| path.with_extension(extension));
        let model = models.iter().find(|model| model.exists()).expect("events have a model beside them");
        let expected = expected(path);
        let actual = actual(model);
        let missing: Vec<&Event> =
            expected.iter().filter(|event| !actual.iter().any(|found| matches(event, found))).collect();
        let extra: Vec<&Event> = actual.iter().filter(|found| !is_allowed(found, &expected)).collect();
        for event in &expected {
            let (all, right) = counts.entry(family(&event.id)).or_insert((0, 0));
            *all += 1;
            *right += usize::from(!missing.contains(&event));
        }
        if !missing.is_empty() || !extra.is_empty() {
            let name = path.strip_prefix(&folder).expect("it is inside").with_extension("");
            differences.insert(name.to_string_lossy().into_owned(), difference(&missing, &extra));
        }
    }
    table(&counts);
    for (name, _) in OTHERWISE {
        assert!(differences.remove(name).is_some(), "{name} has the verdict of Smithy now");
    }
    let text: String = differences.iter().map(|(name, text)| format!("{name}\n{text}")).collect();
    assert!(differences.is_empty(), "{} files have another verdict:\n{text}", differences.len());
}

fn difference(missing: &[&Event], extra: &[&Event]) -> String {
    let missing = missing.iter().map(|event| format!("    missing {event}\n"));
    missing.chain(extra.iter().map(|event| format!("    extra   {event}\n"))).collect()
}

/// The part of an id before its first dot.
fn family(id: &str) -> String {
    id.split('.').next().unwrap_or_default().to_owned()
}

fn table(counts: &BTreeMap<String, (usize, usize)>) {
    println!("| event | expected | given |\n|---|---|---|");
    for (id, (all, right)) in counts {
        println!("| {id} | {all} | {right} |");
    }
    let (all, right) = counts.values().fold((0, 0), |(all, right), (a, r)| (all + a, right + r));
    println!("| all | {all} | {right} |");
}

/// Whether an event that was found is the one that is expected.
fn matches(expected: &Event, found: &Event) -> bool {
    expected.severity == found.severity && expected.shape == found.shape && found.id.contains(&expected.id)
}

/// Whether an event may be found: it is expected, suppressed, or tells of something deprecated.
fn is_allowed(found: &Event, expected: &BTreeSet<Event>) -> bool {
    let is_quiet = found.severity == "SUPPRESSED"
        || ["ModelDeprecation", "DeprecatedTrait", "DeprecatedShape"]
            .iter()
            .any(|id| found.id.starts_with(id));
    is_quiet || expected.iter().any(|event| matches(event, found))
}

/// The events that a file beside a model lists, `[SEVERITY] shape: message | id` in each line.
fn expected(path: &Path) -> BTreeSet<Event> {
    let text = fs::read_to_string(path).expect("the events can be read");
    let event = |line: &str| {
        let (severity, rest) = line.strip_prefix('[')?.split_once("] ")?;
        let (message, id) = rest.rsplit_once(" | ")?;
        let (shape, _) = message.split_once(": ").unwrap_or((message, ""));
        Some(Event { severity: severity.to_owned(), id: id.trim().to_owned(), shape: shape.to_owned() })
    };
    text.lines().filter_map(event).collect()
}

fn actual(model: &PathBuf) -> BTreeSet<Event> {
    let (_, found) = read(std::slice::from_ref(model));
    let event = |(diagnostic, _): &(Diagnostic, String)| Event {
        severity: severity(diagnostic.severity).to_owned(),
        id: diagnostic.event.clone().unwrap_or_default().into_owned(),
        shape: diagnostic.shape.clone().unwrap_or_else(|| "-".to_owned()),
    };
    found.iter().map(event).collect()
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Suppressed => "SUPPRESSED",
        Severity::Note => "NOTE",
        Severity::Warning => "WARNING",
        Severity::Danger => "DANGER",
        Severity::Error => "ERROR",
    }
}
