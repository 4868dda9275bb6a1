//! The rules of Cognito as its users meet them.
//!
//! What must be refused and what must pass is typed here by hand, from what is known of the service, and not read from
//! the rules file: two hands must agree.

#[path = "rules/answers.rs"]
mod answers;
#[path = "rules/cases.rs"]
mod cases;
#[path = "rules/challenges.rs"]
mod challenges;
#[path = "rules/clients.rs"]
mod clients;
#[path = "rules/due.rs"]
mod due;
#[path = "rules/faults.rs"]
mod faults;
#[path = "rules/flows.rs"]
mod flows;
#[path = "rules/mistakes.rs"]
mod mistakes;
#[path = "rules/never.rs"]
mod never;
#[path = "rules/operations.rs"]
mod operations;
#[path = "rules/pools.rs"]
mod pools;
#[path = "rules/providers.rs"]
mod providers;
#[path = "rules/risks.rs"]
mod risks;
#[path = "rules/spelling.rs"]
mod spelling;
#[path = "rules/validity.rs"]
mod validity;

use std::collections::BTreeMap;

use cognito_identity_provider::validation::{Kind, Policy, Report, Validate};

/// A map of string literals.
fn map(entries: &[(&str, &str)]) -> BTreeMap<String, String> {
    entries.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

/// The keys that a report misses as errors, in order.
fn missing(report: &Report) -> Vec<String> {
    let key = |kind: &Kind| match kind {
        Kind::MissingKey { key, .. } => Some(key.to_string()),
        _ => None,
    };
    report.errors().filter_map(|violation| key(violation.kind())).collect()
}

/// The messages of the errors, one a line.
fn errors<T: Validate>(value: &T, policy: &Policy<'_>) -> Vec<String> {
    value.check(policy).errors().map(ToString::to_string).collect()
}

/// The messages of the warnings, one a line.
fn warnings<T: Validate>(value: &T, policy: &Policy<'_>) -> Vec<String> {
    value.check(policy).warnings().map(ToString::to_string).collect()
}
