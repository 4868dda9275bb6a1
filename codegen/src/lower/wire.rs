//! What the messages of a crate cannot carry.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::protocols;
use super::setup::Setup;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::resolve::graph::{Shape, ShapeId};
use crate::resolve::queries::unsupported::TraitWithoutEffect;

/// Warns of a protocol and of traits that are left out, and refuses errors that nobody can tell apart.
pub(super) fn check(errors: &mut Diagnostics, setup: &Setup<'_>) {
    // Types without a service have no protocol to be missed.
    if setup.protocol().is_none() && matches!(setup.service, Cow::Borrowed(_)) {
        errors.push(unwritten_protocol(&setup.service));
    }
    let mut missed: BTreeMap<&str, Vec<TraitWithoutEffect<'_>>> = BTreeMap::new();
    for without_effect in setup.traits_without_effect().into_iter().filter(|found| found.is_missed) {
        missed.entry(without_effect.reason).or_default().push(without_effect);
    }
    for (reason, traits) in &missed {
        errors.push(warning(reason, traits));
    }
    for operation in &setup.operations {
        if setup.protocol_row.has_bindings() && operation.traits.http.is_none() {
            errors.push(unbound(operation));
        }
        error_codes(errors, setup, operation);
    }
}

/// Says what the crate will lack when the service speaks no protocol whose messages are written.
fn unwritten_protocol(service: &Shape) -> Diagnostic {
    let spoken: Vec<String> =
        service.traits.protocols.iter().map(|protocol| format!("`{}`", protocol.id())).collect();
    let written: Vec<String> = protocols::written().map(|id| format!("`{id}`")).collect();
    let what = match spoken.as_slice() {
        [] => "the service speaks no protocol that is known here".to_owned(),
        spoken => format!("requests of {} are not written yet", spoken.join(" and of ")),
    };
    Diagnostic::warning(format!("{what}: types and their JSON are written, operations have no requests"))
        .at(service.span)
        .shape(&service.id)
        .help(format!("the protocols whose requests are written are {}", written.join(", ")))
}

/// Says that an operation has no requests, since the model does not say how they are sent.
fn unbound(operation: &Shape) -> Diagnostic {
    Diagnostic::warning(format!("`{}` has no `http`, so that it has no requests", operation.id.name()))
        .at(operation.span)
        .shape(&operation.id)
        .help("the trait `http` says the method and the path of requests")
}

/// One warning for all traits that are left out for one reason, at the first of them.
fn warning(reason: &str, traits: &[TraitWithoutEffect<'_>]) -> Diagnostic {
    let names: Vec<String> = traits.iter().map(|found| format!("`{}`", found.id)).collect();
    let places: usize = traits.iter().map(|found| found.places).sum();
    let (have, places) = (
        if names.len() == 1 { "has" } else { "have" },
        if places == 1 { "1 place".to_owned() } else { format!("{places} places") },
    );
    let diagnostic =
        Diagnostic::warning(format!("{} {have} no effect ({places}): {reason}", names.join(", ")));
    match traits.iter().min_by_key(|found| found.span) {
        Some(first) => diagnostic.at(first.span).shape(&first.owner),
        None => diagnostic,
    }
}

/// Refuses two errors of an operation that have one code on the wire, which is the name of the shape without its
/// namespace, whatever `rename` calls it.
fn error_codes(errors: &mut Diagnostics, setup: &Setup<'_>, operation: &Shape) {
    let mut known: BTreeMap<&str, &ShapeId> = BTreeMap::new();
    for error in setup.model.errors(&setup.service, operation) {
        let code = setup.protocol_row.error_code(error);
        if let Some(other) = known.insert(code, &error.id) {
            let message = format!(
                "`{other}` and `{}` are one error on the wire, `{code}`, for the operation `{}`",
                error.id,
                operation.id.name()
            );
            let help =
                "an error travels under the name of its shape, which `rename` does not change: name one anew";
            errors.push(Diagnostic::error(message).at(error.span).shape(&error.id).help(help));
        }
    }
}
