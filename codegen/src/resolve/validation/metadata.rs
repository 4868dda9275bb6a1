//! Metadata that shapes describe ([Smithy 2.0, metadata](https://smithy.io/2.0/spec/model.html#model-metadata)).

use std::collections::BTreeMap;

use super::context::{ShapeRef, ValidationContext, text};
use super::events::{Events, listed};
use super::values::ValueCheck;
use crate::resolve::conformance;

/// Keys that Smithy itself describes.
const RESERVED: [&str; 3] = ["severityOverrides", "suppressions", "validators"];

/// The shapes that describe metadata, by key.
fn by_key<'c, 'd>(context: &ValidationContext<'c, 'd>) -> BTreeMap<&'c str, Vec<ShapeRef<'c, 'd>>> {
    let mut shapes: BTreeMap<&str, Vec<ShapeRef<'_, '_>>> = BTreeMap::new();
    for (shape, value) in context.with_trait("metadata") {
        shapes.entry(text(value, "key").unwrap_or_default()).or_default().push(shape);
    }
    shapes
}

/// `MetadataTrait`: one shape describes a key.
pub(super) fn keys(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (key, shapes) in by_key(context) {
        for shape in &shapes {
            let others: Vec<&str> =
                shapes.iter().map(|it| it.id.as_str()).filter(|id| *id != shape.id).collect();
            if RESERVED.contains(&key) {
                events.error(shape, shape.span(), format!("the metadata `{key}` is Smithy's own"));
            } else if !others.is_empty() {
                let message = format!("the metadata `{key}` is described by {} too", listed(others));
                events.error(shape, shape.span(), message);
            }
        }
    }
}

/// `TypedMetadata`: metadata is what its shape says.
pub(super) fn values(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut check = ValueCheck::new(context);
    for (key, shapes) in by_key(context) {
        let Some(value) = context.model.metadata.get(key) else { continue };
        for shape in shapes.iter().filter_map(|shape| context.model.find(&shape.id)) {
            let nodes = conformance::nodes(context.model, shape, value);
            check.check_metadata(events, key, &nodes);
        }
    }
}
