//! Stubs of documentation, written into a file of `apply` statements without touching what else stands there.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use crate::diagnostics::{Diagnostic, Diagnostics, Sources, Span};
use crate::disk;
use crate::import::DOCUMENTATION;
use crate::json::{self, Entry, Value};
use crate::load;
use crate::report::lint::{Finding, LintKind, STUB};

use super::super::generate::disk_diagnostic;
use super::super::project::display_path;

/// What a new file begins as.
const EMPTY: &str = "{\n  \"smithy\": \"2.0\",\n  \"shapes\": {}\n}\n";

/// What is put where.
type Insertion = (usize, String);

/// Adds a stub for everything without documentation to a file, which is made if it does not exist; how many.
pub(super) fn write(
    errors: &mut Diagnostics,
    sources: &Sources,
    path: &Path,
    found: &[Finding],
) -> Option<usize> {
    let StatedShapes { places, stated } = stated_shapes(sources);
    let missing = found.iter().filter(|finding| finding.kind == LintKind::Undocumented);
    let owners = missing.filter_map(|finding| finding.diagnostic.shape.as_deref());
    let owners: Vec<&str> = owners.filter(|owner| !stated.contains(*owner)).collect();
    if owners.is_empty() {
        return Some(0);
    }
    let text = if path.exists() { std::fs::read_to_string(path) } else { Ok(EMPTY.to_owned()) };
    let result = text
        .map_err(|error| Diagnostic::error(format!("cannot read `{}`: {error}", display_path(path))))
        .and_then(|text| with_stubs(&text, path, &places, &owners))
        .and_then(|(text, number)| {
            disk::write_file(path, &text).map(|()| number).map_err(|error| disk_diagnostic(&error))
        });
    result.map_err(|error| errors.push(error)).ok()
}

/// What the texts of a model say of its shapes and members.
#[derive(Default)]
struct StatedShapes {
    /// Where each is defined.
    places: HashMap<String, Span>,
    /// Those whose documentation is stated, even if it says nothing: a second text would contradict it.
    stated: HashSet<String>,
}

fn stated_shapes(sources: &Sources) -> StatedShapes {
    let mut stated_shapes = StatedShapes::default();
    // What is wrong with the texts was reported when they became a model.
    for document in load::documents(&mut Diagnostics::default(), sources) {
        for Entry { key, span, value } in &document.shapes {
            let is_defined = value.get("type").and_then(Value::as_str) != Some("apply");
            stated_shapes.add(key.clone(), *span, value, is_defined);
            for member in value.get("members").and_then(Value::as_object).unwrap_or_default() {
                stated_shapes.add(format!("{key}${}", member.key), member.span, &member.value, is_defined);
            }
        }
    }
    stated_shapes
}

impl StatedShapes {
    fn add(&mut self, id: String, span: Span, value: &Value, is_defined: bool) {
        if value.get("traits").is_some_and(|traits| traits.get(DOCUMENTATION).is_some()) {
            self.stated.insert(id.clone());
        }
        if is_defined {
            self.places.insert(id, span);
        }
    }
}

/// The text of a file with stubs for these shapes and members, and how many there are.
fn with_stubs(
    text: &str,
    path: &Path,
    places: &HashMap<String, Span>,
    owners: &[&str],
) -> Result<(String, usize), Diagnostic> {
    let fault = |what: &str| Diagnostic::error(format!("`{}` {what}", display_path(path)));
    let document = json::parse(text, 0).map_err(|error| {
        fault(&format!("is no JSON: {}", error.problem)).help("stubs are written to a file of JSON AST")
    })?;
    let shapes = document.get("shapes").ok_or_else(|| fault("has no `shapes`"))?;
    let entries = shapes.as_object().ok_or_else(|| fault("has `shapes` that are no object"))?;
    let file = Statements::new(text, shapes, entries, places);
    let mut owners = owners.to_vec();
    owners.sort_by_key(|owner| places.get(*owner));
    let mut insertions: Vec<Insertion> =
        owners.iter().filter_map(|owner| file.insertion(owner, places.get(*owner).copied())).collect();
    insertions.sort_by_key(|(at, _)| *at);
    if let (true, Some((_, last))) = (entries.is_empty(), insertions.last_mut()) {
        last.pop();
        last.push_str("\n  ");
    }
    let (mut result, mut end) = (String::with_capacity(text.len()), 0);
    for (at, insertion) in &insertions {
        result.push_str(&text[end..*at]);
        result.push_str(insertion);
        end = *at;
    }
    result.push_str(&text[end..]);
    Ok((result, insertions.len()))
}

/// The statements of a file.
struct Statements<'s> {
    text: &'s str,
    shapes: &'s Value,
    entries: &'s [Entry],
    by_key: HashMap<&'s str, &'s Entry>,
    /// For each statement, the last place in the model that it or one before it is about.
    latest: Vec<Option<Span>>,
}

impl<'s> Statements<'s> {
    fn new(text: &'s str, shapes: &'s Value, entries: &'s [Entry], places: &HashMap<String, Span>) -> Self {
        let by_key = entries.iter().map(|entry| (entry.key.as_str(), entry)).collect();
        let latest = entries.iter().scan(None, |latest, entry| {
            *latest = (*latest).max(places.get(&entry.key).copied());
            Some(*latest)
        });
        Self { text, shapes, entries, by_key, latest: latest.collect() }
    }

    /// Where the stub of a shape or member goes: into the statement on it, before the one on the next in the order of
    /// the model, or to the end.
    fn insertion(&self, owner: &str, place: Option<Span>) -> Option<Insertion> {
        if let Some(entry) = self.by_key.get(owner) {
            return self.in_statement(entry);
        }
        let next = self.latest.partition_point(|latest| place.is_none() || *latest <= place);
        let indent = self.entries.last().map_or("    ", |entry| self.indent(entry));
        let statement = statement(owner, indent);
        Some(match (self.entries.get(next), self.entries.last()) {
            (Some(entry), _) => (entry.span.offset(), format!("{statement},\n{indent}")),
            (None, Some(last)) => (self.end(&last.value), format!(",\n{indent}{statement}")),
            (None, None) => (self.shapes.span.offset() + 1, format!("\n{indent}{statement},")),
        })
    }

    /// The stub as the first trait of a statement.
    fn in_statement(&self, entry: &Entry) -> Option<Insertion> {
        let traits = entry.value.get("traits")?;
        let indent = self.indent(entry);
        let after = if traits.as_object()?.is_empty() { format!("\n{indent}  ") } else { ",".to_owned() };
        let stub = format!("\n{indent}    \"{DOCUMENTATION}\": \"{STUB}\"{after}");
        Some((traits.span.offset() + 1, stub))
    }

    /// What stands before an entry in its line, if that is space alone.
    fn indent(&self, entry: &Entry) -> &'s str {
        let before = &self.text[..entry.span.offset()];
        let line = &before[before.rfind('\n').map_or(0, |newline| newline + 1)..];
        if line.trim().is_empty() { line } else { "" }
    }

    /// The byte after a value.
    fn end(&self, value: &Value) -> usize {
        let start = value.span.offset();
        let mut values =
            serde_json::Deserializer::from_str(&self.text[start..]).into_iter::<serde_json::Value>();
        let _ = values.next();
        start + values.byte_offset()
    }
}

fn statement(owner: &str, indent: &str) -> String {
    let owner = serde_json::Value::from(owner);
    format!(
        "{owner}: {{\n{indent}  \"type\": \"apply\",\n{indent}  \"traits\": {{\n{indent}    \
         \"{DOCUMENTATION}\": \"{STUB}\"\n{indent}  }}\n{indent}}}"
    )
}
