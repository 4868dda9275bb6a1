//! What does not fit, in words that every report can use.

use super::nodes::Node;
use crate::diagnostics::{Diagnostic, Severity, Span};
use crate::resolve::graph::{Member, Shape, ShapeKind, SimpleType};

/// Something in a value that its shape does not allow.
#[derive(Debug)]
pub(crate) struct Mismatch<'m> {
    /// The shape that the part of the value should fit.
    pub(crate) shape: &'m Shape,
    /// Where it stands.
    pub(crate) span: Span,
    /// What is wrong.
    pub(crate) kind: MismatchKind<'m>,
}

/// What is wrong with a value.
#[derive(Debug)]
pub(crate) enum MismatchKind<'m> {
    /// It is something else: a number, or a value of this JSON type.
    Type(String),
    /// An object has this entry, which is no member.
    UnknownMember(String),
    /// An object lacks these members, which are required.
    MissingMembers(Vec<&'m Member>),
    /// A union has this many members.
    MemberCount(usize),
    /// An enum does not have this value; strings that it has are listed.
    EnumValue(String, Vec<&'m str>),
    /// A length is this, and out of bounds.
    Length(u64),
    /// A number is out of the range of its member or of what that targets.
    Range(RangePlace),
    /// A value that no range holds: `NaN`.
    NotANumber,
    /// A text does not match this pattern.
    Pattern(&'m str),
    /// A text is no shape id.
    ShapeId,
}

/// Which of two places has a trait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RangePlace {
    /// The member.
    Member,
    /// What the member targets.
    Target,
}

impl RangePlace {
    /// Where the range of a value stands.
    pub(super) fn of_range(node: &Node<'_>) -> Self {
        let is_of_member = node.member.is_some_and(|member| member.traits.range.is_some());
        if is_of_member { Self::Member } else { Self::Target }
    }
}

impl MismatchKind<'_> {
    /// Whether a constraint is broken, and no type.
    pub(crate) fn is_constraint(&self) -> bool {
        match self {
            Self::MissingMembers(_)
            | Self::Length(_)
            | Self::Range(_)
            | Self::NotANumber
            | Self::Pattern(_) => true,
            Self::Type(_)
            | Self::UnknownMember(_)
            | Self::MemberCount(_)
            | Self::EnumValue(..)
            | Self::ShapeId => false,
        }
    }
}

impl Mismatch<'_> {
    /// One sentence, without its full stop.
    pub(crate) fn sentence(&self) -> String {
        let name = self.shape.id.name();
        match &self.kind {
            MismatchKind::Type(found) => {
                format!("{} is expected here, not {found}", expected(&self.shape.kind))
            }
            MismatchKind::UnknownMember(member) => format!("`{name}` has no `{member}`"),
            MismatchKind::MissingMembers(members) => {
                let members: Vec<String> =
                    members.iter().map(|member| format!("`{}`", member.name)).collect();
                format!("`{name}` needs {}", members.join(", "))
            }
            MismatchKind::MemberCount(count) => format!("the union `{name}` has one member, not {count}"),
            MismatchKind::EnumValue(value, _) if matches!(self.shape.kind, ShapeKind::IntEnum(_)) => {
                format!("`{name}` has no value {value}")
            }
            MismatchKind::EnumValue(value, _) => format!("`{name}` has no value `{value}`"),
            MismatchKind::Length(count) => format!("the length {count} is not within bounds"),
            MismatchKind::NotANumber => "`NaN` is not within any range".to_owned(),
            MismatchKind::Range(_) => "the number is not within its range".to_owned(),
            MismatchKind::Pattern(pattern) => format!("the text does not match the pattern `{pattern}`"),
            MismatchKind::ShapeId => "a shape id is expected here: `namespace#Name`".to_owned(),
        }
    }

    /// The sentence with its place, and with the name that was probably meant.
    pub(crate) fn diagnostic(&self, severity: Severity) -> Diagnostic {
        let diagnostic = Diagnostic::new(severity, self.sentence()).at(self.span);
        match &self.kind {
            MismatchKind::UnknownMember(member) => {
                diagnostic.near(member, self.shape.members().map(|member| member.name.as_str()))
            }
            MismatchKind::EnumValue(value, known) => diagnostic.near(value, known.iter().copied()),
            _ => diagnostic,
        }
    }
}

/// The JSON that values of a shape are written as, in words.
fn expected(kind: &ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Map { .. } => "an object",
        ShapeKind::List(_) => "an array",
        ShapeKind::Enum(_) | ShapeKind::SimpleType(SimpleType::String | SimpleType::Blob) => "a string",
        ShapeKind::SimpleType(SimpleType::Boolean) => "`true` or `false`",
        ShapeKind::SimpleType(SimpleType::Timestamp) => "a number of seconds or a time as text",
        ShapeKind::SimpleType(SimpleType::Float) => "a number of single precision",
        ShapeKind::SimpleType(SimpleType::Double) => "a number of double precision",
        ShapeKind::SimpleType(SimpleType::BigDecimal) => "a number",
        ShapeKind::SimpleType(SimpleType::Document) => "any JSON value",
        ShapeKind::SimpleType(SimpleType::Byte) => "a whole number from -128 to 127",
        ShapeKind::SimpleType(SimpleType::Short) => "a whole number from -32768 to 32767",
        ShapeKind::SimpleType(SimpleType::Long) => "a whole number of 64 bits",
        ShapeKind::IntEnum(_) | ShapeKind::SimpleType(SimpleType::Integer) => "a whole number of 32 bits",
        ShapeKind::SimpleType(SimpleType::BigInteger) => "a whole number",
        ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => "nothing",
    }
}
