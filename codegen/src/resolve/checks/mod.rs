//! What a model must hold beyond each shape being well formed
//! ([Smithy 2.0, model validation](https://smithy.io/2.0/spec/model-validation.html)).

mod closure;
mod constraints;
mod defaults;
mod enums;
mod idempotence;
mod names;
mod placement;
mod recursion;

use super::graph::{Member, Model, Shape};
use super::raw::ShapeOrMember;
use crate::diagnostics::Diagnostics;

/// Runs every check over the whole model.
pub(super) fn all(errors: &mut Diagnostics, model: &Model) {
    for shape in model.shapes.values() {
        constraints::check(errors, model, shape);
        defaults::check(errors, model, shape);
        enums::check(errors, shape);
        idempotence::check(errors, model, shape);
        names::members(errors, shape);
        placement::check(errors, shape);
    }
    names::shapes(errors, model);
    recursion::check(errors, model);
    closure::check(errors, model);
}

/// A member as messages name it.
fn owner<'a>(shape: &'a Shape, member: &'a Member) -> ShapeOrMember<'a> {
    ShapeOrMember::member(&shape.id, &member.name)
}
