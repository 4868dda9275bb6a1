//! Whether the values of enums are there, of the right type and unique
//! ([Smithy 2.0, enum](https://smithy.io/2.0/spec/simple-types.html#enum)).

use std::collections::HashMap;
use std::hash::Hash;

use super::owner;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::Value;
use crate::resolve::enum_trait;
use crate::resolve::graph::{Member, Members, Shape, ShapeKind};

/// Checks an enum, an intEnum, or a string with the `enum` trait.
pub(super) fn check(errors: &mut Diagnostics, shape: &Shape) {
    match &shape.kind {
        _ if shape.has_enum_trait() => enum_trait::check(errors, &shape.id, &shape.traits),
        ShapeKind::Enum(members) => strings(errors, shape, members),
        ShapeKind::IntEnum(members) => integers(errors, shape, members),
        _ => {}
    }
}

fn strings(errors: &mut Diagnostics, shape: &Shape, members: &Members) {
    let mut known = HashMap::new();
    for member in members.values() {
        match member.traits.enum_value.as_deref() {
            None if member.traits.int_enum_value.is_some() => {
                refuse(errors, shape, member, "the value of this member must be a string");
            }
            // A value of any other form was reported when the trait was read.
            None => {}
            Some("") => refuse(errors, shape, member, "the value of this member must not be empty"),
            Some(value) => unique(errors, &mut known, shape, member, value),
        }
    }
}

fn integers(errors: &mut Diagnostics, shape: &Shape, members: &Members) {
    let mut known = HashMap::new();
    for member in members.values() {
        match member.traits.int_enum_value {
            Some(value) => unique(errors, &mut known, shape, member, value),
            None if member.traits.enum_value.is_some() || value_of(member).is_none() => {
                refuse(
                    errors,
                    shape,
                    member,
                    "this member needs a trait `smithy.api#enumValue` with an integer",
                );
            }
            // A value of any other form was reported when the trait was read.
            None => {}
        }
    }
}

fn unique<'a, T: Hash + Eq>(
    errors: &mut Diagnostics,
    known: &mut HashMap<T, &'a str>,
    shape: &Shape,
    member: &'a Member,
    value: T,
) {
    if let Some(other) = known.insert(value, &member.name) {
        refuse(errors, shape, member, &format!("this member has the same value as `{other}`"));
    }
}

/// The trait `enumValue` as it is written.
fn value_of(member: &Member) -> Option<&Value> {
    member.traits.prelude("enumValue")
}

fn refuse(errors: &mut Diagnostics, shape: &Shape, member: &Member, message: &str) {
    let span = value_of(member).map_or(member.span, |value| value.span);
    errors.push(Diagnostic::error(message).at(span).shape(owner(shape, member)));
}
