//! The syntax tree.

use std::fmt;

/// A selector: each step takes the shapes that the one before it yields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selector {
    /// The steps, from left to right.
    pub steps: Vec<Step>,
}

/// One step of a selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// `*`: yields what it is given.
    Any,
    /// Yields shapes of a type.
    Type(TypeMatch),
    /// `[…]`: yields shapes with an attribute.
    Attribute(Attribute),
    /// `[@…: …]`: yields shapes with an attribute for which assertions hold.
    Scoped(ScopedAttribute),
    /// `>`, `<`, `-[…]->`, `<-[…]-`: yields shapes that are next to a shape.
    Neighbors(Neighbors),
    /// `~>`: yields all shapes that a shape leads to.
    Closure,
    /// `$name(…)`: stores what a selector yields, and yields what it is given.
    Store(String, Selector),
    /// `${name}`: yields what is stored.
    Load(String),
    /// `:is(…)`: yields what any of the selectors yields.
    Is(Vec<Selector>),
    /// `:test(…)`: yields shapes for which any of the selectors yields something.
    Test(Vec<Selector>),
    /// `:not(…)`: yields shapes for which the selector yields nothing.
    Not(Selector),
    /// `:in(…)`: yields shapes that are among what the selector yields.
    In(Selector),
    /// `:root(…)`: yields what the selector yields for all shapes of the model.
    Root(Selector),
    /// `:topdown(…)`: yields services, resources and operations that match, and what they bind.
    TopDown {
        /// What begins to match.
        qualifier: Selector,
        /// What no longer matches.
        disqualifier: Option<Selector>,
    },
    /// `:recursive(…)`: yields what the selector yields, what it yields for that, and so on.
    Recursive(Selector),
    /// A function that there is not: yields nothing.
    UnknownFunction,
}

/// Which types of shapes match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypeMatch {
    /// `number`.
    Number,
    /// `simpleType`.
    Simple,
    /// `aggregateType`.
    Aggregate,
    /// `serviceType`.
    Service,
    /// `dataType`: simple and aggregate types.
    Data,
    /// A type, or one that is derived from it, by the name that models write.
    Named(&'static str),
}

/// `>`, `<`, `-[…]->` or `<-[…]-`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbors {
    /// Which way relationships are followed.
    pub direction: Direction,
    /// Which relationships are followed; all usual ones if it is empty.
    pub relationships: Vec<String>,
}

/// Which way relationships are followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// From the shape that has the relationship.
    Forward,
    /// To the shape that has the relationship.
    Reverse,
}

/// `[path comparator values i]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// What is looked at; begins with `id`, `service`, `trait` or `var`.
    pub path: Vec<PathSegment>,
    /// What it is compared with; if nothing, it must be there.
    pub comparison: Option<Comparison>,
}

/// What an attribute is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// How.
    pub comparator: Comparator,
    /// With any of which.
    pub values: Vec<String>,
    /// Whether case makes no difference.
    pub ignores_case: bool,
}

/// A part of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathSegment {
    /// A property by its name.
    Name(String),
    /// `(keys)`.
    Keys,
    /// `(values)`.
    Values,
    /// `(length)`.
    Length,
    /// `(first)`.
    First,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    /// `=`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `^=`.
    StartsWith,
    /// `$=`.
    EndsWith,
    /// `*=`.
    Contains,
    /// `?=`.
    Exists,
    /// `>`.
    Greater,
    /// `>=`.
    GreaterOrEqual,
    /// `<`.
    Less,
    /// `<=`.
    LessOrEqual,
    /// `{=}`.
    SameSet,
    /// `{!=}`.
    OtherSet,
    /// `{<}`.
    Subset,
    /// `{<<}`.
    ProperSubset,
}

/// `[@path: assertion && …]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopedAttribute {
    /// The scope of the assertions; the shape itself if it is empty.
    pub path: Vec<PathSegment>,
    /// What must hold, all of it.
    pub assertions: Vec<Assertion>,
}

/// A comparison inside of a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    /// What is compared.
    pub left: ScopedValue,
    /// How.
    pub comparator: Comparator,
    /// With any of which.
    pub right: Vec<ScopedValue>,
    /// Whether case makes no difference.
    pub ignores_case: bool,
}

/// A value inside of a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopedValue {
    /// A text.
    Text(String),
    /// `@{…}`: a path that begins at the scope.
    Path(Vec<PathSegment>),
}

/// Why a text is no selector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectorError {
    /// What is wrong, without its full stop.
    pub message: String,
    /// The byte at which it is.
    pub offset: usize,
}

impl fmt::Display for SelectorError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at {})", self.message, self.offset)
    }
}

impl std::error::Error for SelectorError {}
