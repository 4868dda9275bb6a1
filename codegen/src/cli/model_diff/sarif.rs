//! The report as SARIF.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::sarif;
use super::{Level, Shown};

/// The name under which fingerprints stand.
const FINGERPRINT: &str = "smithygen/v1";

/// One run with a result for each difference.
pub(super) fn report(findings: &[Shown<'_>]) -> Value {
    let rules: BTreeSet<&str> = findings.iter().map(|finding| finding.difference.id.as_str()).collect();
    sarif::log(rules, findings.iter().map(result).collect())
}

fn result(finding: &Shown<'_>) -> Value {
    let difference = finding.difference;
    let level = match finding.level() {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    };
    let mut result = json!({
        "ruleId": difference.id,
        "level": level,
        "message": { "text": format!("{}: {}", difference.owner(), finding.message()) },
        "locations": [location(finding)],
        "partialFingerprints": { FINGERPRINT: difference.fingerprint() },
        "properties": {
            "wire": difference.wire.name(),
            "rust": difference.rust.name(),
            "operations": difference.operations,
            "old": difference.old,
            "new": difference.new,
        },
    });
    if let (Some(old), Some(_)) = (finding.old, finding.new) {
        let message = json!({ "text": "in the old model" });
        result["relatedLocations"] = json!([{ "physicalLocation": sarif::place(old), "message": message }]);
    }
    if let Some(reason) = finding.accepted {
        result["suppressions"] = json!([{ "kind": "external", "justification": reason }]);
    }
    result
}

/// Where the difference is in the new model, or where it was in the old one.
fn location(finding: &Shown<'_>) -> Value {
    let mut location = json!({});
    if let Some(at) = finding.new.or(finding.old) {
        location["physicalLocation"] = sarif::place(at);
    }
    if let Some(shape) = &finding.difference.part.shape {
        let member = finding.difference.part.member.as_ref();
        let name = member.map_or_else(|| shape.clone(), |member| format!("{shape}${member}"));
        location["logicalLocations"] = json!([{ "fullyQualifiedName": name }]);
    }
    location
}
