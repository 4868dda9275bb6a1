//! Smithy's own shapes ([Smithy 2.0, prelude](https://smithy.io/2.0/spec/model.html#prelude)).

use indexmap::IndexMap;

use super::graph::SimpleType;
use super::raw::{Aggregate, Definitions, RawBody, RawMembers, RawShape, implied, prelude_id};
use crate::diagnostics::Span;
use crate::json::Data;
use crate::load::Version;

/// The shapes that a model may target; the primitive ones come with a default of zero or `false`.
const SIMPLE: [(&str, SimpleType); 20] = [
    ("BigDecimal", SimpleType::BigDecimal),
    ("BigInteger", SimpleType::BigInteger),
    ("Blob", SimpleType::Blob),
    ("Boolean", SimpleType::Boolean),
    ("Byte", SimpleType::Byte),
    ("Document", SimpleType::Document),
    ("Double", SimpleType::Double),
    ("Float", SimpleType::Float),
    ("Integer", SimpleType::Integer),
    ("Long", SimpleType::Long),
    ("PrimitiveBoolean", SimpleType::Boolean),
    ("PrimitiveByte", SimpleType::Byte),
    ("PrimitiveDouble", SimpleType::Double),
    ("PrimitiveFloat", SimpleType::Float),
    ("PrimitiveInteger", SimpleType::Integer),
    ("PrimitiveLong", SimpleType::Long),
    ("PrimitiveShort", SimpleType::Short),
    ("Short", SimpleType::Short),
    ("String", SimpleType::String),
    ("Timestamp", SimpleType::Timestamp),
];

/// A model that holds the prelude alone.
pub(super) fn definitions<'a>() -> Definitions<'a> {
    let shapes = SIMPLE.iter().map(|&(name, simple)| shape(name, simple)).chain([unit()]);
    let shapes: IndexMap<_, _> = shapes.map(|definition| (definition.id.clone(), definition)).collect();
    Definitions { shapes, ..Definitions::default() }
}

fn shape<'a>(name: &str, simple: SimpleType) -> RawShape<'a> {
    let mut definition =
        RawShape::new(prelude_id(name), Span::PRELUDE, Version::V2, RawBody::SimpleType(simple));
    if name.starts_with("Primitive")
        && let Some(zero) = simple.zero()
    {
        definition.traits.insert(prelude_id("default"), implied(Span::PRELUDE, zero));
    }
    definition
}

/// `Unit`, which means nothing: no input, no output, a variant without a value.
fn unit<'a>() -> RawShape<'a> {
    let body = RawBody::Aggregate(Aggregate::Structure, RawMembers::new());
    let mut definition = RawShape::new(prelude_id("Unit"), Span::PRELUDE, Version::V2, body);
    let nothing = implied(Span::PRELUDE, Data::Object(Vec::new()));
    definition.traits.insert(prelude_id("unitType"), nothing);
    definition
}
