//! The report for programs: one JSON object.

use serde_json::{Value, json};

use crate::diagnostics::Location;

use super::super::{Outcome, json as report};
use super::{Faults, Shown, Texts};

/// The outcome, what is wrong with the models, and the differences.
pub(super) fn report(findings: &[Shown<'_>], outcome: Outcome, faults: &Faults, texts: &Texts) -> String {
    let faults = faults.by_text(texts);
    let faults = faults.iter().flat_map(|(faults, sources)| {
        faults.iter().map(|fault| report::diagnostic(fault, sources)).collect::<Vec<_>>()
    });
    let report = json!({
        "outcome": report::name_of_search(outcome),
        "faults": faults.collect::<Vec<_>>(),
        "differences": findings.iter().map(difference).collect::<Vec<_>>(),
    });
    format!("{report:#}\n")
}

/// One difference.
pub(super) fn difference(finding: &Shown<'_>) -> Value {
    let difference = finding.difference;
    json!({
        "id": difference.id,
        "fingerprint": difference.fingerprint(),
        "shape": difference.part.shape,
        "member": difference.part.member,
        "trait": difference.part.trait_id,
        "part": difference.part.part,
        "operations": difference.operations,
        "old": difference.old,
        "new": difference.new,
        "wire": difference.wire.name(),
        "breaks_old_clients": difference.wire.old_clients,
        "breaks_old_servers": difference.wire.old_servers,
        "rust": difference.rust.name(),
        "unstable": difference.unstable,
        "why": difference.why,
        "accepted": finding.accepted,
        "old_place": finding.old.map(place),
        "new_place": finding.new.map(place),
    })
}

fn place(location: Location<'_>) -> Value {
    json!({ "file": location.file, "line": location.line, "column": location.column })
}
