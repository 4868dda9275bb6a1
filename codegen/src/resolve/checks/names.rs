//! Names that differ in case alone
//! ([Smithy 2.0, shape id conflicts](https://smithy.io/2.0/spec/model.html#shape-id-conflicts)).

use std::collections::HashMap;

use super::owner;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::resolve::graph::{Model, Shape};

/// Checks the names of shapes, each within its namespace.
pub(super) fn shapes(errors: &mut Diagnostics, model: &Model) {
    let mut known = HashMap::new();
    for shape in model.shapes.values() {
        if let Some(other) = known.insert(shape.id.as_str().to_ascii_lowercase(), &shape.id) {
            let diagnostic =
                Diagnostic::error(format!("the name of this shape differs from `{other}` in case alone"));
            errors.push(diagnostic.at(shape.span).shape(&shape.id).help("rename one of them"));
        }
    }
}

/// Checks the names of a shape's members.
pub(super) fn members(errors: &mut Diagnostics, shape: &Shape) {
    // Their names are values, which may differ in case alone.
    if shape.has_enum_trait() {
        return;
    }
    let mut known = HashMap::new();
    for member in shape.members() {
        if let Some(other) = known.insert(member.name.to_ascii_lowercase(), &member.name) {
            let diagnostic =
                Diagnostic::error(format!("the name of this member differs from `{other}` in case alone"));
            errors.push(diagnostic.at(member.span).shape(owner(shape, member)).help("rename one of them"));
        }
    }
}
