//! The errors that `idempotent` names.

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::resolve::graph::{Model, Shape};

/// Checks that they are errors of the model.
pub(super) fn check(errors: &mut Diagnostics, model: &Model, shape: &Shape) {
    for (id, span) in shape.traits.idempotent.iter().flat_map(|idempotent| &idempotent.errors) {
        let message = match model.shapes.get(id) {
            None => format!("the error `{id}` of `idempotent` does not exist"),
            Some(found) if found.traits.error.is_none() => {
                format!("`{id}` stands among the errors of `idempotent` and is none")
            }
            Some(_) => continue,
        };
        errors.push(Diagnostic::error(message).event("TraitValue").at(*span).shape(&shape.id));
    }
}
