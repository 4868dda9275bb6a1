//! JMESPath: the text of an expression in, its tree out
//! ([specification](https://jmespath.org/specification.html)). What an expression means is no matter here.

mod cursor;
mod lexer;
mod literal;
mod parser;
mod projection;
#[cfg(test)]
mod tests;

pub(crate) use literal::Literal;
pub(crate) use parser::parse;

/// How long an expression may be, in bytes: far beyond any that a person writes.
pub(crate) const MAX_LENGTH: usize = 8192;

/// How high the tree of an expression may get, so that every walk over it is safe for the stack.
pub(crate) const MAX_HEIGHT: usize = 128;

/// An expression and the byte at which it begins.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expression {
    /// The byte of the whole text that the expression is named by: where it begins, or its operator stands.
    pub(crate) offset: usize,
    /// What it is.
    pub(crate) node: Node,
    /// How many levels of expressions it has.
    height: usize,
}

/// What an [`Expression`] is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Node {
    /// `@`, or nothing where a projection is followed by nothing.
    Current,
    /// The member of that name of the current value.
    Field(String),
    /// A value that is written out.
    Literal(Literal),
    /// `a.b` and `a | b`: the second with the first as its current value.
    Chain(Box<Expression>, Box<Expression>),
    /// `a[0]`; from the end where it is negative.
    Index(Box<Expression>, i64),
    /// `a[*].b`, `a.*.b`, `a[].b`, `a[1:2].b`, `a[?c].b`: an expression on each of several values.
    Projection {
        /// Where the values come from.
        of: Box<Expression>,
        /// Which they are.
        which: Which,
        /// What each gives.
        each: Box<Expression>,
    },
    /// `a < b` and its like.
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
    Hash(Vec<(String, Expression)>),
    /// `&a`, an expression as an argument.
    Reference(Box<Expression>),
}

/// Which values a projection works on.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Which {
    /// `[*]`: the elements of a list.
    Elements,
    /// `.*`: the values of an object.
    Values,
    /// `[]`: the elements of a list and, where they are lists, theirs.
    Flattened,
    /// `[start:stop:step]`: some elements of a list.
    Slice(Slice),
    /// `[?a]`: the elements of a list for which an expression is truthy.
    Filter(Box<Expression>),
}

/// The three numbers of a slice; the step is not 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slice {
    /// The first index, from the end where it is negative.
    pub(crate) start: Option<i64>,
    /// The index to stop before, from the end where it is negative.
    pub(crate) stop: Option<i64>,
    /// How far each index is from the one before.
    pub(crate) step: i64,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Comparison {
    /// `==`.
    Equal,
    /// `!=`.
    NotEqual,
    /// `<` and its like.
    Order(Order),
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
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
    /// The operator.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Equal => "==",
            Self::NotEqual => "!=",
            Self::Order(order) => order.as_str(),
        }
    }
}

impl Order {
    /// The operator, which Rust writes alike.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        }
    }

    /// What is true of two numbers where this is not.
    pub(crate) fn opposite(self) -> Self {
        match self {
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::Greater,
            Self::Greater => Self::AtMost,
            Self::AtLeast => Self::Less,
        }
    }

    /// The same where the sides are swapped.
    pub(crate) fn mirrored(self) -> Self {
        match self {
            Self::Less => Self::Greater,
            Self::AtMost => Self::AtLeast,
            Self::Greater => Self::Less,
            Self::AtLeast => Self::AtMost,
        }
    }
}

/// Why a text is no expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// The byte at which reading stopped.
    pub(crate) offset: usize,
    /// What is wrong there.
    pub(crate) message: String,
}

impl SyntaxError {
    fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into() }
    }
}

impl Expression {
    fn new(offset: usize, node: Node) -> Self {
        let height = node.children().iter().map(|child| child.height).max().unwrap_or(0) + 1;
        Self { offset, node, height }
    }

    /// How many times the expression asks for the current value that it is given.
    pub(crate) fn uses_of_current(&self) -> usize {
        let both = |a: &Self, b: &Self| a.uses_of_current() + b.uses_of_current();
        let sum = |all: &[Self]| all.iter().map(Self::uses_of_current).sum();
        match &self.node {
            Node::Current | Node::Field(_) => 1,
            Node::Literal(_) => 0,
            // What stands to the right has a current value of its own.
            Node::Chain(left, _) | Node::Projection { of: left, .. } => left.uses_of_current(),
            Node::Index(of, _) | Node::Not(of) | Node::Reference(of) => of.uses_of_current(),
            Node::Compare(_, a, b) | Node::And(a, b) | Node::Or(a, b) => both(a, b),
            Node::Call(_, arguments) => sum(arguments),
            // Whether the current value is null is asked before.
            Node::List(elements) => 1 + sum(elements),
            Node::Hash(entries) => {
                1 + entries.iter().map(|(_, value)| value.uses_of_current()).sum::<usize>()
            }
        }
    }
}

impl Node {
    /// The expressions right inside.
    fn children(&self) -> Vec<&Expression> {
        match self {
            Self::Current | Self::Field(_) | Self::Literal(_) => Vec::new(),
            Self::Index(of, _) | Self::Not(of) | Self::Reference(of) => vec![of],
            Self::Chain(a, b) | Self::Compare(_, a, b) | Self::And(a, b) | Self::Or(a, b) => vec![a, b],
            Self::Projection { of, which: Which::Filter(condition), each } => vec![of, condition, each],
            Self::Projection {
                of,
                which: Which::Elements | Which::Values | Which::Flattened | Which::Slice(_),
                each,
            } => vec![of, each],
            Self::Call(_, arguments) => arguments.iter().collect(),
            Self::List(elements) => elements.iter().collect(),
            Self::Hash(entries) => entries.iter().map(|(_, value)| value).collect(),
        }
    }
}
