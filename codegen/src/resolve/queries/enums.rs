//! The values of enums.

use crate::resolve::graph::{Member, Shape, ShapeKind, SimpleType};

impl Shape {
    /// The values of an enum of strings, in order, each with its member; none of other shapes.
    pub fn enum_values(&self) -> impl Iterator<Item = (&Member, &str)> {
        let members = match &self.kind {
            ShapeKind::Enum(members) => Some(members.values()),
            _ => None,
        };
        let members = members.into_iter().flatten();
        members.filter_map(|member| Some((member, member.traits.enum_value.as_deref()?)))
    }

    /// The values of an enum of integers, in order, each with its member; none of other shapes.
    pub fn int_enum_values(&self) -> impl Iterator<Item = (&Member, i32)> {
        let members = match &self.kind {
            ShapeKind::IntEnum(members) => Some(members.values()),
            _ => None,
        };
        let members = members.into_iter().flatten();
        members.filter_map(|member| Some((member, member.traits.int_enum_value?)))
    }

    /// The values of an enum of strings that people outside of the service may see.
    pub fn public_enum_values(&self) -> impl Iterator<Item = &str> {
        // `enum` of Smithy 1.0 marks what is internal with a tag.
        let is_tagged =
            |member: &Member| self.has_enum_trait() && member.traits.tags.iter().any(|tag| tag == "internal");
        let values = self.enum_values();
        values
            .filter(move |(member, _)| !member.traits.internal && !is_tagged(member))
            .map(|(_, value)| value)
    }

    /// Whether it is an enum because a string has the trait `enum` of Smithy 1.0.
    pub fn has_enum_trait(&self) -> bool {
        !self.traits.enum_definitions.is_empty()
    }

    /// The name of its type, as the model writes it.
    pub fn type_name(&self) -> &'static str {
        match self.kind {
            ShapeKind::Enum(_) if self.has_enum_trait() => SimpleType::String.type_name(),
            _ => self.kind.type_name(),
        }
    }
}
