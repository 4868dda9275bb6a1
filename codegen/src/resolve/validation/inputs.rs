//! Structures that are inputs and outputs of operations.

use std::collections::BTreeSet;

use super::context::ValidationContext;
use super::events::{Events, listed};
use crate::diagnostics::Severity;

/// The traits, each with the way in which operations refer to such structures.
const SIDES: [&str; 2] = ["input", "output"];

/// `OperationInputOutputMisuse`: they are inputs or outputs of one operation, and nothing else.
pub(super) fn misuse(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for side in SIDES {
        for (structure, _) in context.with_trait(side) {
            let mut operations = BTreeSet::new();
            for (name, user) in context.referrers(structure) {
                match name {
                    None => {
                        let message = format!("members cannot target `{}`, which is an {side}", structure.id);
                        events.error(user, user.span(), message);
                    }
                    Some(name) if name == side => {
                        operations.insert(user.id.as_str());
                    }
                    Some(name @ ("input" | "output")) => {
                        let message = format!("the {name} cannot be `{}`, which is an {side}", structure.id);
                        events.error(user, user.span(), message);
                    }
                    Some(_) => {}
                }
            }
            if operations.len() > 1 {
                let message =
                    format!("this is the {side} of more than one operation: {}", listed(operations));
                events.error(structure, structure.span(), message);
            }
        }
    }
}

/// `OperationInputOutputName`: their names begin with that of the operation.
pub(super) fn names(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for side in SIDES {
        for (structure, _) in context.with_trait(side) {
            let operations = context.referrers(structure).filter(|(name, _)| *name == Some(side));
            for (_, operation) in operations.filter(|(_, shape)| !structure.name().starts_with(shape.name()))
            {
                let message = format!(
                    "the name of the {side} `{}` should begin with that of the operation",
                    structure.id
                );
                events.emit(Severity::Warning, side, operation, operation.span(), message);
            }
        }
    }
}

/// `OperationNameAmbiguity`: what is named like an input or output is one.
pub(super) fn ambiguous_names(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, raw) in context.operations() {
        let sides =
            [("input", &raw.input, ["Input", "Request"]), ("output", &raw.output, ["Output", "Response"])];
        for (side, actual, suffixes) in sides {
            for id in suffixes.map(|suffix| format!("{}{suffix}", operation.id)) {
                let is_it = actual.as_ref().is_some_and(|actual| actual.id.as_str() == id);
                if let Some(shape) = context.index.find(&id).filter(|_| !is_it) {
                    let message = format!("this is named like the {side} of `{}`, and is not", operation.id);
                    events.warning(shape, shape.span(), message);
                }
            }
        }
    }
}
