//! The walk over an expression: what is known of the value of each part, and plain Rust for it where there is some.

use jmespath::{Expression, Kind, Literal, Node};

use super::simplify::not;
use super::ty::{self, Ty};
use super::{call, compare, path, project, truth};
use crate::ir::condition::{BoolExpr, Collection, FieldPath, FieldRepr, Nullability, Operand, Root};
use crate::resolve::graph::{Model, Shape};

/// What lowering a condition knows and gathers.
pub(super) struct ConditionLowering<'m> {
    pub(super) model: &'m Model,
    /// What is odd, but not wrong.
    pub(super) warnings: Vec<Problem>,
    /// Whether some null is an error.
    pub(super) fails: bool,
    /// How many filters and projections are around: no error can get out of those.
    pub(super) nesting: usize,
}

impl<'m> ConditionLowering<'m> {
    pub(super) fn new(model: &'m Model) -> Self {
        Self { model, warnings: Vec::new(), fails: false, nesting: 0 }
    }

    /// A value where null is an error, if that error can get out.
    pub(super) fn required(&mut self, operand: Operand) -> Option<Operand> {
        match operand.nullability() {
            Nullability::NonNull => Some(operand),
            Nullability::Nullable if self.nesting > 0 => None,
            Nullability::Nullable => {
                self.fails = true;
                Some(Operand::Required(Box::new(operand)))
            }
        }
    }
}

/// What is wrong with an expression, and at which byte.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) offset: usize,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// Whether it names what the model lacks, as a model of another month may.
    pub(super) stale: bool,
}

impl Problem {
    pub(super) fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into(), help: None, stale: false }
    }

    pub(super) fn stale(self) -> Self {
        Self { stale: true, ..self }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// What is known of the value of an expression.
#[derive(Clone, Debug)]
pub(super) struct Lowered<'m> {
    pub(super) ty: Ty<'m>,
    /// Plain Rust for it, if there is some; boxed, because the walk keeps many of these on the stack.
    code: Option<Box<Code>>,
}

/// Plain Rust for an expression.
#[derive(Clone, Debug)]
pub(super) enum Code {
    /// A value that is written out; its type in Rust is that of what it meets.
    Literal(Literal),
    /// A value of a known type.
    Operand(Operand),
    /// A boolean.
    Test(BoolExpr),
    /// A boolean, or null where the expression is false.
    Truth(BoolExpr),
    /// A list that is never made: what is asked of it is asked of its elements.
    Items(Items),
    /// The keys of a map.
    Keys(Operand),
}

/// Some elements of a collection.
#[derive(Clone, Debug)]
pub(super) struct Items {
    pub(super) collection: Collection,
    /// What must hold for an element.
    pub(super) filter: Option<BoolExpr>,
    /// What is taken of each element; null is left out.
    pub(super) each: Operand,
}

impl<'m> Lowered<'m> {
    /// What a condition is about.
    pub(super) fn parameter(shape: &'m Shape) -> Self {
        Self::root(Root::Value, shape)
    }

    /// The element of a list or map.
    pub(super) fn root(root: Root, shape: &'m Shape) -> Self {
        let path = FieldPath { root, repr: ty::repr(shape), steps: Vec::new() };
        Self::new(Ty::Shape(shape), Some(Code::Operand(Operand::Path(path))))
    }

    pub(super) fn new(ty: Ty<'m>, code: Option<Code>) -> Self {
        Self { ty, code: code.map(Box::new) }
    }

    /// A boolean.
    pub(super) fn bool(code: Option<Code>) -> Self {
        Self::new(Ty::Kind(Kind::Bool), code)
    }

    /// `null`.
    pub(super) fn null() -> Self {
        Self::literal(&Literal::Null)
    }

    fn literal(literal: &Literal) -> Self {
        Self::new(Ty::of_literal(literal), Some(Code::Literal(literal.clone())))
    }

    /// Plain Rust for it, if there is some.
    pub(super) fn code(&self) -> Option<&Code> {
        self.code.as_deref()
    }

    /// The value, if plain Rust has one.
    pub(super) fn operand(&self) -> Option<&Operand> {
        if let Some(Code::Operand(operand)) = self.code() { Some(operand) } else { None }
    }

    /// The place of the value, if it has one and Rust holds it so.
    pub(super) fn path(&self, repr: FieldRepr) -> Option<&FieldPath> {
        match self.operand() {
            Some(Operand::Path(path)) if path.repr() == repr => Some(path),
            _ => None,
        }
    }
}

/// What is known of the value of an expression about `current`.
pub(super) fn lower<'m>(
    lowering: &mut ConditionLowering<'m>,
    current: &Lowered<'m>,
    expression: &Expression,
) -> Result<Lowered<'m>, Problem> {
    let offset = expression.offset;
    match &expression.node {
        Node::Current => Ok(current.clone()),
        Node::Field(name) => path::field(lowering, current, name, offset),
        Node::Literal(literal) => Ok(Lowered::literal(literal)),
        Node::Chain(first, second) => {
            let current = lower(lowering, current, first)?;
            lower(lowering, &current, second)
        }
        Node::Index(of, index) => {
            let list = lower(lowering, current, of)?;
            path::index(lowering, &list, *index, offset)
        }
        Node::Projection { source, selection, each } => {
            let source = lower(lowering, current, source)?;
            project::projection(lowering, &source, selection, each, offset)
        }
        Node::Compare(comparison, a, b) => {
            let (a, b) = (lower(lowering, current, a)?, lower(lowering, current, b)?);
            compare::compare(*comparison, a, b, offset)
        }
        Node::And(a, b) | Node::Or(a, b) => {
            let (a, b) = (lower(lowering, current, a)?, lower(lowering, current, b)?);
            Ok(Lowered::new(a.ty.or(b.ty), None))
        }
        Node::Not(of) => {
            let (_, truth) = truth::truth(lowering, current, of)?;
            Ok(Lowered::bool(truth.map(|truth| Code::Test(not(truth)))))
        }
        Node::Call(name, arguments) => call::call(lowering, current, name, arguments, offset),
        Node::List(elements) => project::list(lowering, current, elements),
        Node::Object(entries) => project::object(lowering, current, entries),
        Node::Reference(_) => Err(Problem::new(offset, "`&` makes an expression an argument of a function")),
    }
}
