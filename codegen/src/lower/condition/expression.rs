//! An expression as a value: one function for each of its kinds.

use super::code::{Code, Cost, Form, Lowered, Problem, Risk, Work};
use super::ty::{Null, Shelf, Ty};
use super::{access, call, compare, literal, logic, project, select};
use crate::jmespath::{Expression, Node};

/// The value of an expression about `current`.
pub(super) fn value(work: &mut Work<'_, '_>, current: &Code, expression: &Expression) -> Lowered {
    let offset = expression.offset;
    match &expression.node {
        Node::Current => Ok(current.clone()),
        Node::Field(name) => access::field(work, current.clone(), name, offset),
        Node::Literal(value) => Ok(literal::code(value)),
        Node::Chain(left, right) => chain(work, current, left, right),
        Node::Index(of, index) => {
            let list = value(work, current, of)?;
            access::index(list, *index, offset)
        }
        Node::Projection { of, which, each } => {
            let base = value(work, current, of)?;
            project::projection(work, base, which, each, offset)
        }
        Node::Compare(comparison, left, right) => {
            let (left, right) = (value(work, current, left)?, value(work, current, right)?);
            compare::value(work, *comparison, left, right, offset)
        }
        Node::And(left, right) => {
            let (left, right) = (value(work, current, left)?, value(work, current, right)?);
            Ok(logic::and(work, left, right))
        }
        Node::Or(left, right) => {
            let (left, right) = (value(work, current, left)?, value(work, current, right)?);
            Ok(logic::or(work, left, right))
        }
        Node::Not(_) => Ok(logic::truth(work, current, expression)?.into_code()),
        Node::Call(name, arguments) => call::call(work, current, name, arguments, offset),
        Node::List(elements) => select::list(work, current, elements),
        Node::Hash(entries) => select::hash(work, current, entries),
        Node::Reference(_) => Err(reference(offset)),
    }
}

/// Expressions as arguments belong to functions that are not among those that can be compiled.
pub(super) fn reference(offset: usize) -> Problem {
    Problem::new(offset, "`&` makes an expression an argument, and no function here takes one")
        .help(call::functions())
}

/// `left.right` and `left | right`.
fn chain(work: &mut Work<'_, '_>, current: &Code, left: &Expression, right: &Expression) -> Lowered {
    let base = value(work, current, left)?;
    if let Node::Field(name) = &right.node {
        return access::field(work, base, name, right.offset);
    }
    let once = right.uses_of_current() <= 1 && base.risk == Risk::None;
    if base.cost == Cost::Span || once {
        return value(work, &base, right);
    }
    bound(base, |piped| value(work, piped, right))
}

/// A block that gives a value the name `piped`, and then what `inside` makes of it.
fn bound(base: Code, inside: impl FnOnce(&Code) -> Lowered) -> Lowered {
    let (risk, base) = (base.risk, owned(base));
    let given = owned(inside(&named(&base, "piped"))?);
    let source = format!("{{ let piped = {}; {} }}", base.source, given.source);
    Ok(Code { risk: given.risk.max(risk), ..given.rewritten(source) })
}

/// What a variable of that name holds.
pub(super) fn named(code: &Code, name: &str) -> Code {
    let variable = |source: String| Code { risk: Risk::None, ..code.clone().rewritten(source) }.place();
    match (code.form, &code.ty, code.null) {
        (Form::Value, ..) => variable(format!("{name}.clone()")).received_by(name),
        (Form::Native, Ty::List(list), Null::Never) if list.shelf == Shelf::Values => {
            variable(format!("{name}.as_slice()")).received_by(name)
        }
        (Form::Native, Ty::List(list), Null::Maybe) if list.shelf == Shelf::Values => {
            variable(format!("{name}.as_deref()")).received_by(name)
        }
        (Form::Native, ..) => variable(name.to_owned()),
    }
}

/// A list that borrows nothing of what is made on the way; anything else stays as it is.
pub(super) fn owned(code: Code) -> Code {
    let Ty::List(list) = &code.ty else {
        return code;
    };
    let ty = Ty::list(list.element.clone(), list.null, Shelf::Values);
    let to = match (code.form, list.shelf, code.null) {
        (Form::Value, ..) | (Form::Native, Shelf::Stored(_) | Shelf::Value, _) => return code,
        (Form::Native, Shelf::Iterator, Null::Never) => ".collect::<Vec<_>>()",
        (Form::Native, Shelf::Iterator, Null::Maybe) => ".map(|items| items.collect::<Vec<_>>())",
        (Form::Native, Shelf::Values, Null::Never) if code.cost == Cost::Computed => return code,
        (Form::Native, Shelf::Values, Null::Never) => ".to_vec()",
        (Form::Native, Shelf::Values, Null::Maybe) => ".map(|items| items.to_vec())",
    };
    let source = format!("{}{to}", super::code::operand(&code.source));
    Code { ty, ..code.rewritten(source) }
}
