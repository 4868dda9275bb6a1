//! `rules`: cases and keys read out of documentation, compared with the rules.

#[path = "doc_drift/official.rs"]
mod official;
#[path = "doc_drift/robust.rs"]
mod robust;
#[path = "doc_drift/small.rs"]
mod small;
#[path = "support/mod.rs"]
mod support;

use std::path::{Path, PathBuf};

use smithygen::diagnostics::{self, Diagnostic, Sources};
use smithygen::options::Stale;
use smithygen::report::doc_drift::{self, DocDrift, DocumentedTable, RuledModel};

/// The path of a fixture.
fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/doc_drift").join(name)
}

/// The text of a fixture.
fn text(name: &str) -> String {
    std::fs::read_to_string(fixture(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The texts of a model.
fn sources(texts: &[&str]) -> Sources {
    let mut sources = Sources::default();
    for (number, text) in texts.iter().enumerate() {
        sources.add(format!("{number}.json"), (*text).to_owned());
    }
    sources
}

/// The rules of the vault.
fn vault() -> RuledModel {
    let sources = sources(&[&text("facts.json"), &text("rules.json")]);
    doc_drift::read_rules(&sources, Stale::Deny)
        .unwrap_or_else(|faults| panic!("{}", shown(&faults, &sources)))
}

/// How the rules of the vault differ from its facts and some documentation.
fn drift(facts: &str, documentation: &str) -> DocDrift {
    let sources = sources(&[facts, documentation]);
    doc_drift::compare(&vault(), &sources).unwrap_or_else(|faults| panic!("{}", shown(&faults, &sources)))
}

fn shown(faults: &[Diagnostic], sources: &Sources) -> String {
    faults.iter().map(|fault| diagnostics::render(fault, sources, false) + "\n").collect()
}

/// What was read for a member, for a snapshot: names and keys alone.
fn table(documented: &DocumentedTable) -> String {
    let mut text = String::new();
    let list =
        |names: &mut dyn Iterator<Item = &String>| names.map(String::as_str).collect::<Vec<_>>().join(" ");
    for (name, case) in &documented.cases {
        text.push_str(&format!("{name}\n"));
        let sets =
            [("required", &case.required), ("conditional", &case.conditional), ("named", &case.mentioned)];
        for (what, keys) in sets.into_iter().filter(|(_, keys)| !keys.is_empty()) {
            text.push_str(&format!("  {what}: {}\n", list(&mut keys.iter())));
        }
        // One example says no more than what is required.
        for variant in case.variants.iter().filter(|_| case.variants.len() > 1) {
            text.push_str(&format!("  example: {}\n", list(&mut variant.iter())));
        }
    }
    if !documented.outside.is_empty() {
        text.push_str(&format!("outside: {}\n", list(&mut documented.outside.iter())));
    }
    text
}

/// What was read for a member.
fn reading<'h>(drift: &'h DocDrift, member: &str) -> &'h DocumentedTable {
    let found = drift.readings.iter().find(|reading| reading.member == member);
    &found.unwrap_or_else(|| panic!("nothing was read for {member}")).documented
}

/// The ids of what is new.
fn new_ids(drift: &DocDrift) -> Vec<&str> {
    drift.new.keys().map(String::as_str).collect()
}
