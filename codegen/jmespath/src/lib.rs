//! JMESPath: the text of an expression in, its syntax tree out
//! ([specification](https://jmespath.org/specification.html)).
//!
//! [`parse`] accepts the whole grammar. It says nothing of what an expression means: [`FUNCTIONS`] lists the functions
//! of the specification with the types of their arguments, for those who check calls.

mod brackets;
mod functions;
mod json;
mod lexer;
mod parser;
#[cfg(test)]
mod tests;

pub use self::functions::{FUNCTIONS, Function, Gives, Kind, Parameter};
pub use self::parser::parse;

/// How long an expression may be, in bytes: far beyond any that a person writes.
pub const MAX_LENGTH: usize = 8192;

/// How many levels a syntax tree may have, those of its literals among them, so that every walk over it is safe for
/// the stack, also in builds that optimise nothing.
pub const MAX_HEIGHT: usize = 128;

/// A node of the syntax tree with its position.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// The byte at which the expression begins or, for `a.b`, `a[0]` and operators, at which the operator does.
    pub offset: usize,
    /// What the expression is.
    pub node: Node,
    /// How many levels of nodes there are from here down.
    height: usize,
}

/// What an [`Expression`] is.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `@`, and what a projection does with each value where nothing follows it.
    Current,
    /// A member of the current value.
    Field(String),
    /// A value that is written out.
    Literal(Literal),
    /// `a.b` and `a | b`: the second expression with the value of the first as its current value.
    Chain(Box<Expression>, Box<Expression>),
    /// `a[0]`; counted from the end where the index is negative.
    Index(Box<Expression>, i64),
    /// `a[*].b`, `a.*.b`, `a[].b`, `a[1:2].b`, `a[?c].b`: an expression on each of several values.
    Projection {
        /// What the values are taken from.
        source: Box<Expression>,
        /// Which values are taken.
        selection: Selection,
        /// The expression on each of them.
        each: Box<Expression>,
    },
    /// `a < b`.
    Compare(Comparison, Box<Expression>, Box<Expression>),
    /// `a && b`.
    And(Box<Expression>, Box<Expression>),
    /// `a || b`.
    Or(Box<Expression>, Box<Expression>),
    /// `!a`.
    Not(Box<Expression>),
    /// `name(a, b)`.
    Call(String, Vec<Expression>),
    /// `[a, b]`.
    List(Vec<Expression>),
    /// `{x: a, y: b}`.
    Object(Vec<(String, Expression)>),
    /// `&a`: an expression as an argument.
    Reference(Box<Expression>),
}

/// Which values a projection takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Selection {
    /// `[*]`: the elements of a list.
    Elements,
    /// `.*`: the values of an object.
    Values,
    /// `[]`: the elements of a list, those that are lists replaced by their own elements.
    Flattened,
    /// `[start:stop:step]`: some elements of a list.
    Slice(Slice),
    /// `[?a]`: the elements of a list for which an expression counts as true.
    Filter(Box<Expression>),
}

/// The numbers of a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// The first index; counted from the end where it is negative.
    pub start: Option<i64>,
    /// The index before which the slice ends; counted from the end where it is negative.
    pub stop: Option<i64>,
    /// The distance from one index to the next, never 0.
    pub step: i64,
}

/// A comparison operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `==`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `<`.
    Less,
    /// `<=`.
    AtMost,
    /// `>`.
    Greater,
    /// `>=`.
    AtLeast,
}

impl Comparison {
    /// All operators; of two that begin alike the longer is first.
    pub(crate) const ALL: [Self; 6] =
        [Self::Equal, Self::NotEqual, Self::AtMost, Self::AtLeast, Self::Less, Self::Greater];

    /// The operator as it is written.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        }
    }

    /// The comparison that is true of two numbers where this one is not.
    pub fn opposite(self) -> Self {
        match self {
            Self::Equal => Self::NotEqual,
            Self::NotEqual => Self::Equal,
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::Greater,
            Self::Greater => Self::AtMost,
            Self::AtLeast => Self::Less,
        }
    }

    /// The comparison that gives the same where the sides change places.
    pub fn mirrored(self) -> Self {
        match self {
            Self::Equal | Self::NotEqual => self,
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::Greater => Self::Less,
            Self::AtLeast => Self::AtMost,
        }
    }
}

/// A value that is written out: JSON in backquotes, or text in single quotes.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as it is written.
    Number(String),
    /// A string, unescaped.
    String(String),
    /// An array.
    Array(Vec<Literal>),
    /// An object; of a repeated key the last value counts.
    Object(Vec<(String, Literal)>),
}

/// Why a text is not an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The byte at which reading stopped.
    pub offset: usize,
    /// What is wrong there.
    pub message: String,
}

impl SyntaxError {
    fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into() }
    }

    fn too_deep(offset: usize) -> Self {
        Self::new(offset, format!("the expression nests deeper than {MAX_HEIGHT} levels"))
    }
}

impl Expression {
    /// An expression, unless it has too many levels.
    fn new(offset: usize, node: Node) -> Result<Self, SyntaxError> {
        let height = node.height_below() + 1;
        if height > MAX_HEIGHT {
            Err(SyntaxError::too_deep(offset))
        } else {
            Ok(Self { offset, node, height })
        }
    }
}

impl Node {
    /// How many levels the children of the node have.
    fn height_below(&self) -> usize {
        let tallest = |all: &[Expression]| all.iter().map(|one| one.height).max().unwrap_or(0);
        match self {
            Self::Current | Self::Field(_) => 0,
            Self::Literal(literal) => literal.height_below(),
            Self::Index(of, _) | Self::Not(of) | Self::Reference(of) => of.height,
            Self::Chain(a, b) | Self::Compare(_, a, b) | Self::And(a, b) | Self::Or(a, b) => {
                a.height.max(b.height)
            }
            Self::Projection { source, selection: Selection::Filter(condition), each } => {
                source.height.max(condition.height).max(each.height)
            }
            Self::Projection { source, each, .. } => source.height.max(each.height),
            Self::Call(_, all) | Self::List(all) => tallest(all),
            Self::Object(entries) => entries.iter().map(|(_, value)| value.height).max().unwrap_or(0),
        }
    }
}

impl Literal {
    /// How many levels the elements have; what reads JSON bounds them.
    fn height_below(&self) -> usize {
        let heights = |all: &mut dyn Iterator<Item = &Self>| all.map(|one| one.height_below() + 1).max();
        match self {
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::String(_) => 0,
            Self::Array(elements) => heights(&mut elements.iter()).unwrap_or(0),
            Self::Object(entries) => heights(&mut entries.iter().map(|(_, value)| value)).unwrap_or(0),
        }
    }
}
