//! Traits of Smithy or AWS that are newer than this tool.

use std::collections::BTreeMap;

use super::graph::ShapeId;
use super::published::{prelude_names, trait_use};
use super::raw::Definitions;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, Span, nearest};

/// Reports each of them once, where it stands first: models that use one use it on many shapes.
pub(super) fn report(errors: &mut Diagnostics, definitions: &Definitions<'_>) {
    let mut unknown: BTreeMap<&ShapeId, Span> = BTreeMap::new();
    for shape in definitions.shapes.values() {
        let members = shape.members().map(|(_, member)| &member.traits);
        let inherited = shape.inherited.values().map(|(_, traits)| traits);
        for (id, value) in [&shape.traits].into_iter().chain(members).chain(inherited).flatten() {
            if is_unknown(definitions, id) {
                let first = unknown.entry(id).or_insert(value.span);
                *first = value.span.min(*first);
            }
        }
    }
    for (id, span) in unknown {
        let message = format!("the trait `{id}` is newer than this tool; it is kept and has no effect");
        errors.push(Diagnostic::new(Severity::Note, message).at(span));
    }
}

/// Whether a trait is Smithy's or of AWS, and neither known nor defined in the model nor likely a typing error.
fn is_unknown(definitions: &Definitions<'_>, id: &ShapeId) -> bool {
    let owner = id.namespace().split('.').next().unwrap_or_default();
    let is_published = ["smithy", "aws"].contains(&owner) && id.namespace() != owner;
    let is_near = || id.is_prelude() && nearest(id.name(), prelude_names()).is_some();
    is_published && trait_use(id).is_none() && !definitions.shapes.contains_key(id) && !is_near()
}
