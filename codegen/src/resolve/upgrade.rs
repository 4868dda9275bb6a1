//! Shapes of Smithy 1.0, upgraded to 2.0
//! ([Smithy 2.0, migrating models](https://smithy.io/2.0/guides/migrating-idl-1-to-2.html)).

use std::collections::HashSet;

use super::graph::{ShapeId, SimpleType};
use super::raw::{
    Aggregate, Definitions, RawBody, RawMember, RawShape, RawTraits, implied, prelude_id, prelude_trait,
};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::Data;
use crate::load::Version;

/// Gives shapes of 1.0 the traits that 2.0 makes explicit: `uniqueItems` and `default`.
pub(super) fn all(errors: &mut Diagnostics, definitions: &mut Definitions<'_>) {
    for definition in of_version_1(definitions) {
        root(errors, definition);
    }
    let targets = DefaultingTargets::of(definitions);
    for definition in of_version_1(definitions) {
        if let RawBody::Aggregate(Aggregate::Structure, members) = &mut definition.body {
            members.values_mut().for_each(|member| self::member(member, &targets));
        }
    }
}

fn of_version_1<'d, 'a>(definitions: &'d mut Definitions<'a>) -> impl Iterator<Item = &'d mut RawShape<'a>> {
    definitions.shapes.values_mut().filter(|definition| definition.version == Version::V1)
}

/// The shapes whose members of 1.0 get a default.
struct DefaultingTargets {
    zero: HashSet<ShapeId>,
    falsity: HashSet<ShapeId>,
    streams: HashSet<ShapeId>,
}

impl DefaultingTargets {
    fn of(definitions: &Definitions<'_>) -> Self {
        let ids = |wanted: &dyn Fn(&RawShape<'_>) -> bool| {
            definitions.shapes.values().filter(|shape| wanted(shape)).map(|shape| shape.id.clone()).collect()
        };
        let default =
            |shape: &RawShape<'_>| prelude_trait(&shape.traits, "default").map(|value| value.data.clone());
        Self {
            zero: ids(&|shape| default(shape) == Some(Data::Number("0".to_owned()))),
            falsity: ids(&|shape| default(shape) == Some(Data::Bool(false))),
            streams: ids(&|shape| {
                shape.body == RawBody::SimpleType(SimpleType::Blob) && shape.has("streaming")
            }),
        }
    }
}

fn root(errors: &mut Diagnostics, definition: &mut RawShape<'_>) {
    let span = definition.span;
    match &definition.body {
        RawBody::Aggregate(Aggregate::Set, _) => {
            let diagnostic = Diagnostic::warning("`set` is read as a list of unique items");
            let help = "write a `list` with the trait `smithy.api#uniqueItems`, as Smithy 2.0 does";
            errors.push(diagnostic.at(span).shape(&definition.id).help(help).event("ModelDeprecation"));
            let unique = implied(span, Data::Object(Vec::new()));
            definition.traits.entry(prelude_id("uniqueItems")).or_insert(unique);
        }
        RawBody::SimpleType(simple) if !definition.has("box") => {
            if let Some(zero) = simple.zero() {
                definition.traits.entry(prelude_id("default")).or_insert_with(|| implied(span, zero));
            }
        }
        _ => {}
    }
}

fn member(member: &mut RawMember<'_>, targets: &DefaultingTargets) {
    let has = |traits: &RawTraits<'_>, name| prelude_trait(traits, name).is_some();
    let target = &member.target.id;
    let default = if has(&member.traits, "box") {
        Data::Null
    } else if targets.zero.contains(target) {
        Data::Number("0".to_owned())
    } else if targets.falsity.contains(target) {
        Data::Bool(false)
    } else if targets.streams.contains(target) && !has(&member.traits, "required") {
        Data::String(String::new())
    } else {
        return;
    };
    let span = member.span;
    member.traits.entry(prelude_id("default")).or_insert_with(|| implied(span, default));
}
