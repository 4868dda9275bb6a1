//! Traits on shapes that they cannot say anything of.

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::resolve::graph::{Shape, ShapeKind};

/// Conditions hold for values, which services, operations and resources do not have.
pub(super) fn check(errors: &mut Diagnostics, shape: &Shape) {
    let Some(condition) = shape.traits.conditions.first() else { return };
    let (kind, instead) = match &shape.kind {
        ShapeKind::Operation(_) => ("operation", "the structure that is the operation's input"),
        ShapeKind::Service(_) => ("service", "the structures that are the inputs of its operations"),
        ShapeKind::Resource(_) => ("resource", "the structures that are the inputs of its operations"),
        _ => return,
    };
    let message =
        format!("conditions hold for values, and the {kind} `{}` has none: put them on {instead}", shape.id);
    errors.push(Diagnostic::error(message).at(condition.span).shape(&shape.id));
}
