//! Values and names of enums ([Smithy 2.0, enum](https://smithy.io/2.0/spec/simple-types.html#enum)).

use std::collections::HashMap;

use super::context::{ShapeRef, ValidationContext, text};
use super::events::Events;
use crate::diagnostics::{Diagnostic, Severity};
use crate::json::{Data, Value};
use crate::load::Version;

/// `EnumShape`: members of enums have values of one type, each its own.
pub(super) fn shapes(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for shape in context.index.of_type("enum") {
        let mut known = HashMap::new();
        for member in context.members(shape) {
            match member.prelude("enumValue").map(|value| (value, &value.data)) {
                Some((value, Data::String(text))) if text.is_empty() => {
                    events.error(member, value.span, "the value of this member must not be empty");
                    unique(events, &mut known, member, text);
                }
                Some((_, Data::String(text))) => unique(events, &mut known, member, text),
                None => unique(events, &mut known, member, member.name()),
                Some((value, _)) => {
                    events.error(member, value.span, "the value of this member must be a string");
                }
            }
            recommended_name(events, member);
        }
    }
    for shape in context.index.of_type("intEnum") {
        let mut known = HashMap::new();
        for member in context.members(shape) {
            let value = member.prelude("enumValue");
            match value.map(|value| &value.data) {
                Some(Data::Number(text)) if text.parse::<i32>().is_ok() => {
                    unique(events, &mut known, member, text);
                    recommended_name(events, member);
                }
                _ => {
                    let span = value.map_or(member.span(), |value| value.span);
                    let message =
                        "this member needs a trait `smithy.api#enumValue` with an integer of 32 bits";
                    events.error(member, span, message);
                }
            }
        }
    }
}

/// Reports a member with the value of another.
fn unique<'v>(
    events: &mut Events<'_>,
    known: &mut HashMap<&'v str, &'v str>,
    member: ShapeRef<'_, 'v>,
    value: &'v str,
) {
    if let Some(other) = known.insert(value, member.name()) {
        let span = member.prelude("enumValue").map_or(member.span(), |value| value.span);
        events.error(member, span, format!("this member has the same value as `{other}`"));
    }
}

fn recommended_name(events: &mut Events<'_>, member: ShapeRef<'_, '_>) {
    if !is_recommended(member.name()) {
        events.warning(member, member.span(), NAMES);
    }
}

const NAMES: &str = "names of members of enums should be of capital letters, digits and underscores";

fn is_recommended(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_')
}

/// `EnumTrait`: values of `enum` of Smithy 1.0, and names, are unique, and all have names or none has.
pub(super) fn traits(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (shape, value) in context.with_trait("enum") {
        let definitions = value.as_array().unwrap_or_default();
        let (mut values, mut names) = (HashMap::new(), HashMap::new());
        for definition in definitions {
            let value = text(definition, "value").unwrap_or_default();
            if values.insert(value, ()).is_some() {
                events.error(shape, definition.span, format!("the value `{value}` is defined twice"));
            }
            let Some(name) = text(definition, "name") else { continue };
            if names.insert(name, ()).is_some() {
                events.error(shape, definition.span, format!("the name `{name}` is given to two values"));
            }
            if !is_recommended(name) {
                events.emit(Severity::Warning, name, shape, definition.span, NAMES);
            }
        }
        nameless(events, shape, value, definitions);
    }
}

/// Reports values without a name.
fn nameless(events: &mut Events<'_>, shape: ShapeRef<'_, '_>, value: &Value, definitions: &[Value]) {
    let nameless: Vec<&Value> =
        definitions.iter().filter(|definition| definition.get("name").is_none()).collect();
    if nameless.len() == definitions.len() {
        let message = "the values have no names, by which types could name them";
        let diagnostic = Diagnostic::warning(message).at(value.span).shape(&shape.id);
        events.errors.push(diagnostic.event("EnumNamesPresent"));
        return;
    }
    for definition in nameless {
        let value = text(definition, "value").unwrap_or_default();
        let message = format!("the value `{value}` has no name, and other values have one");
        events.error(shape, definition.span, message);
    }
}

/// `ModelDeprecation`: `enum` of Smithy 1.0 in files of 2.0.
pub(super) fn deprecations(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (shape, value) in context.with_trait("enum").filter(|(shape, _)| shape.shape.version == Version::V2) {
        events.warning(shape, value.span, "an enum takes the place of a string with `enum` in Smithy 2.0");
    }
}
