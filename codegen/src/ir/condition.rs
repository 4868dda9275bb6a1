//! Conditions as data: plain expressions over the fields of a value, or a JMESPath expression for the runtime.

pub(crate) use jmespath::Comparison;
use jmespath::Expression;

use super::Type;
use crate::names::FieldName;

/// The function that says whether a condition holds for `value`.
#[derive(Clone, Debug)]
pub(crate) struct ConditionFn {
    /// Its name.
    pub(crate) name: FieldName,
    /// What it says of itself, in a line.
    pub(crate) docs: String,
    /// The type of `value`.
    pub(crate) parameter: Type,
    /// Whether it names something deprecated.
    pub(crate) deprecated: bool,
    /// How it decides.
    pub(crate) body: Body,
}

/// How a condition is decided.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// By plain Rust over the fields.
    Typed(TypedCondition),
    /// By the runtime's evaluator.
    Evaluated(Expression),
}

/// A condition as plain Rust.
#[derive(Clone, Debug)]
pub(crate) struct TypedCondition {
    /// Places that are named because they are used more than once.
    pub(crate) bindings: Vec<(FieldName, FieldPath)>,
    /// Whether it holds.
    pub(crate) holds: BoolExpr,
    /// Whether some null is an error, so that it does not hold.
    pub(crate) fallibility: Fallibility,
}

/// Whether an expression may have no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fallibility {
    /// It always has one.
    Infallible,
    /// A [`Operand::Required`] in it may be null.
    Fallible,
}

/// An expression that gives `true` or `false`.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum BoolExpr {
    /// Known without looking at the value.
    Constant(bool),
    /// All of several hold.
    All(Vec<BoolExpr>),
    /// One of several holds.
    Any(Vec<BoolExpr>),
    /// The opposite of an expression that has no opposite of its own.
    Not(Box<BoolExpr>),
    /// A boolean is `true`.
    IsTrue(Operand),
    /// A value is not null.
    IsPresent(Operand),
    /// A string, list or map is neither null nor empty.
    IsFilled(Operand),
    /// A document counts as true.
    IsTruthy(Operand),
    /// Two values of one type are equal or ordered so; null equals null, and has no order.
    Compare(Comparison, Operand, Operand),
    /// A number lies between two others.
    Within {
        /// The number.
        value: Operand,
        /// The least that it may be.
        from: Operand,
        /// The greatest that it may be, or what it must be less than.
        to: Operand,
        /// Which of the two.
        end: RangeEnd,
    },
    /// A string has another one as its beginning, end or part.
    HasText(TextTest, Operand, Operand),
    /// One of some values, or an element of a list, equals a value.
    Contains(Collection, Operand),
    /// The expression holds for an element.
    Exists(Collection, Box<BoolExpr>),
}

/// Whether a range holds its upper bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RangeEnd {
    /// It does.
    Inclusive,
    /// It does not.
    Exclusive,
}

/// Where a string has another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextTest {
    /// At the beginning.
    StartsWith,
    /// At the end.
    EndsWith,
    /// Anywhere.
    Contains,
}

/// What has elements; null has none.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Collection {
    /// The elements of a list.
    List(Operand),
    /// The values of a map.
    MapValues(Operand),
    /// Values that are written out, all null or none.
    Array(Vec<Operand>),
}

/// An expression that gives a value of a known type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Operand {
    /// What stands at a place.
    Path(FieldPath),
    /// What stands at a place that has a name.
    Binding(FieldName, FieldPath),
    /// A string.
    Text(String),
    /// A boolean.
    Bool(bool),
    /// A whole number.
    Integer(i128),
    /// A floating point number.
    Float(f64),
    /// The first of several that is not null.
    FirstOf(Vec<Operand>),
    /// The characters of a string, the elements of a list or the entries of a map, counted.
    Length(Box<Operand>),
    /// The elements for which the expression holds, counted.
    Count(Box<Collection>, Box<BoolExpr>),
    /// Whether an expression holds.
    Test(Box<BoolExpr>),
    /// A value where null is an error.
    Required(Box<Operand>),
}

/// A place among the fields of what a condition is about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FieldPath {
    /// Where it begins.
    pub(crate) root: Root,
    /// How Rust holds what is there.
    pub(crate) repr: FieldRepr,
    /// How it goes on.
    pub(crate) steps: Vec<PathStep>,
}

/// Where a place begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Root {
    /// What the condition is about.
    Value,
    /// The element of a list or map that an expression is about, by reference.
    Element,
    /// The value of an array that an expression is about, as it is.
    Item(Nullability),
}

/// One step of a place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PathStep {
    /// What it leads to.
    pub(crate) access: Access,
    /// Whether it may lead to nothing.
    pub(crate) nullability: Nullability,
    /// How Rust holds what is there.
    pub(crate) repr: FieldRepr,
    /// Whether it names a field that is deprecated.
    pub(crate) deprecated: bool,
}

/// What a step of a place leads to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Access {
    /// A field of a structure.
    Field(FieldName),
    /// The value of a key of a map.
    Key(String),
    /// An element of a list.
    Index(usize),
    /// The last element of a list.
    Last,
}

/// Whether a value may be null, for which Rust has an `Option`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nullability {
    /// It is never null.
    NonNull,
    /// It may be null.
    Nullable,
}

/// How Rust holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FieldRepr {
    /// As itself, and it can be copied and ordered.
    Copy,
    /// As a floating point number.
    Float,
    /// As a `String`.
    String,
    /// As an enum of strings.
    Enum,
    /// As an enum of integers.
    IntEnum,
    /// As a `Vec`.
    List,
    /// As a map.
    Map,
    /// As a structure.
    Structure,
    /// As a document.
    Document,
    /// As something that nothing is known of but whether it is there.
    Opaque,
}

impl FieldPath {
    /// How Rust holds what is there.
    pub(crate) fn repr(&self) -> FieldRepr {
        self.steps.last().map_or(self.repr, |step| step.repr)
    }

    /// Whether there may be nothing.
    pub(crate) fn nullability(&self) -> Nullability {
        let root = match self.root {
            Root::Item(nullability) => nullability,
            Root::Value | Root::Element => Nullability::NonNull,
        };
        let nullable = |step: &PathStep| step.nullability == Nullability::Nullable;
        if self.steps.iter().any(nullable) { Nullability::Nullable } else { root }
    }
}

impl Operand {
    /// Whether it may be null.
    pub(crate) fn nullability(&self) -> Nullability {
        match self {
            Self::Path(path) | Self::Binding(_, path) => path.nullability(),
            Self::FirstOf(values) => values.last().map_or(Nullability::Nullable, Self::nullability),
            Self::Text(_) | Self::Bool(_) | Self::Integer(_) | Self::Float(_) => Nullability::NonNull,
            Self::Length(_) | Self::Count(..) | Self::Test(_) | Self::Required(_) => Nullability::NonNull,
        }
    }

    /// How Rust holds it; literals and numbers can be copied.
    pub(crate) fn repr(&self) -> FieldRepr {
        match self {
            Self::Path(path) | Self::Binding(_, path) => path.repr(),
            Self::FirstOf(values) => values.first().map_or(FieldRepr::Copy, Self::repr),
            Self::Required(value) => value.repr(),
            Self::Text(_) => FieldRepr::String,
            Self::Float(_) => FieldRepr::Float,
            Self::Bool(_) | Self::Integer(_) => FieldRepr::Copy,
            Self::Length(_) | Self::Count(..) | Self::Test(_) => FieldRepr::Copy,
        }
    }
}
