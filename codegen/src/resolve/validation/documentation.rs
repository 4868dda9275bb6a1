//! What is deprecated, and patterns that are not anchored.

use super::context::{ValidationContext, text};
use super::events::Events;
use super::index::{IndexedShape, Relationship, ShapeIndex};
use crate::diagnostics::{Severity, Span};
use crate::json::Value;
use crate::resolve::raw::prelude_trait;

/// `DeprecatedTrait`: traits that should no longer be used.
pub(super) fn deprecated_traits(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (definition, value) in context.with_trait("deprecated") {
        // `enum` has an event of its own.
        if !definition.has("trait") || definition.id == "smithy.api#enum" {
            continue;
        }
        for user in &context.index.nodes {
            if let Some(used) = user.traits().get(definition.id.as_str()) {
                let message = format!("the trait `{}` is deprecated{}", definition.id, why(value));
                events.warning(user, used.span, message);
            }
        }
    }
}

/// `DeprecatedShape`: shapes that should no longer be used.
pub(super) fn deprecated_shapes(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (node, shape) in context.index.iter() {
        let Some(value) = shape.prelude("deprecated").filter(|_| shape.member.is_none()) else { continue };
        for edge in context.index.reversed(node) {
            let what = match edge.relationship {
                Relationship::Target => "the target",
                Relationship::Named("mixin") => "the mixin",
                _ => continue,
            };
            let user = context.index.get(edge.node);
            if is_deprecated(context.index, user) {
                continue;
            }
            let message = format!("{what} `{}` is deprecated{}", shape.id, why(value));
            events.emit(Severity::Warning, &shape.id, user, user.span(), message);
        }
    }
}

/// Whether a shape or member, or the shape that has the member, is deprecated and not only its mixin.
fn is_deprecated(index: &ShapeIndex<'_>, user: &IndexedShape<'_>) -> bool {
    let shapes = user.shape.mixins.iter().filter_map(|mixin| index.find(mixin.id.as_str()));
    let inherited: Vec<Span> = shapes.filter_map(|mixin| Some(mixin.prelude("deprecated")?.span)).collect();
    let of_shape = prelude_trait(&user.shape.traits, "deprecated");
    user.has("deprecated") && user.member.is_some()
        || of_shape.is_some_and(|own| !inherited.contains(&own.span))
}

fn why(value: &Value) -> String {
    let since = text(value, "since").map(|since| format!(" since {since}")).unwrap_or_default();
    let message = text(value, "message").map(|message| format!(": {message}")).unwrap_or_default();
    since + &message
}

/// `PatternTrait`: patterns that are none, and those that match parts of texts.
pub(super) fn patterns(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (shape, value) in context.with_trait("pattern") {
        let pattern = value.as_str().unwrap_or_default();
        if let Err(invalid) = pattern::validate(pattern) {
            events.error(shape, value.span, format!("this pattern is no regular expression: {invalid}"));
            continue;
        }
        let missing = match (pattern.starts_with('^'), pattern.ends_with('$')) {
            (true, true) => continue,
            (false, true) => "`^` at its beginning",
            (true, false) => "`$` at its end",
            (false, false) => "`^` at its beginning and `$` at its end",
        };
        let message = format!("this pattern has no {missing}: a part of the text may match it");
        events.warning(shape, value.span, message);
    }
}
