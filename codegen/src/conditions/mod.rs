//! `conditions`: a JMESPath expression about a shape in, the expression of the IR that decides it out.
//!
//! A condition holds only if its expression gives exactly `true`: null, any other value and an error of a function (an
//! argument that is null, or a document of the wrong type) violate it. What is certain to go wrong is a diagnostic.
//!
//! It goes one way as a whole. Fields, indexes, comparisons, logic, the common functions and one filter or projection
//! over a list are plain Rust over the typed fields. An expression with anything else in it is evaluated by the
//! runtime, which knows all of JMESPath.

mod bindings;
mod calls;
mod check;
mod holds;
mod items;
mod lowering;
mod number;
mod paths;
mod simplify;
mod ty;

use jmespath::SyntaxError;

use self::check::{Problem, TypeCheck};
pub use self::holds::evaluated;
pub(crate) use self::holds::holds;
use self::lowering::ConditionLowering;
use self::paths::TypedPath;
use self::ty::Ty;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::condition::{Body, BoolExpr, Fallibility, Root, TypedCondition};
use crate::resolve::graph::{Model, Shape};
use crate::resolve::traits::Condition;

/// How deep plain Rust may nest: nobody reads more, and the formatter's stack has an end.
const MAX_DEPTH: usize = 16;

/// A condition that is decided.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    /// How it is decided.
    pub(crate) body: Body,
    /// Whether plain Rust for it names a field that is deprecated.
    pub(crate) names_deprecated: bool,
}

/// Decides a condition about values of a shape, unless something is certain to go wrong with it: a syntax error, an
/// unknown function or member, types that cannot meet, a result that is no boolean.
///
/// Diagnostics name `owner`, the shape or member that the condition stands on.
pub(crate) fn lower(
    errors: &mut Diagnostics,
    model: &Model,
    owner: &str,
    shape: &Shape,
    condition: &Condition,
) -> Option<Decision> {
    let mut check = TypeCheck { model, warnings: Vec::new() };
    let decided = decide(&mut check, shape, condition);
    let report = |diagnostic: Diagnostic, problem: &Problem| {
        let column = column(&condition.expression, problem.offset);
        let message = format!("condition `{}`, column {column}: {}", condition.name, problem.message);
        Diagnostic { message, help: problem.help.clone(), stale: problem.stale, ..diagnostic }
            .at(condition.span)
            .shape(owner)
    };
    for warning in &check.warnings {
        errors.push(report(Diagnostic::warning(String::new()), warning));
    }
    match decided {
        Ok(decided) => Some(decided),
        Err(problem) => {
            errors.push(report(Diagnostic::error(String::new()), &problem));
            None
        }
    }
}

/// The column, in characters from 1, of a byte of an expression.
fn column(expression: &str, offset: usize) -> usize {
    let offset = expression.floor_char_boundary(offset);
    expression[..offset].chars().count() + 1
}

fn decide<'m>(
    check: &mut TypeCheck<'m>,
    shape: &'m Shape,
    condition: &Condition,
) -> Result<Decision, Problem> {
    let syntax_error = |SyntaxError { offset, message }| Problem::new(offset, message);
    let expression = jmespath::parse(&condition.expression).map_err(syntax_error)?;
    let is_boolean = check.condition(&Ty::Shape(shape), &expression)?;
    let mut plain = ConditionLowering::new(check.model);
    let value = TypedPath::new(Root::Value, shape);
    let holds = if is_boolean { plain.test(&value, &expression) } else { None };
    if let Some(BoolExpr::Constant(value)) = holds {
        let message = format!("this gives `{value}` for every value");
        check.warnings.push(Problem::new(expression.offset, message));
    }
    let fallibility = if plain.fails { Fallibility::Fallible } else { Fallibility::Infallible };
    Ok(match holds.and_then(|holds| typed(holds, fallibility)) {
        Some(decided) => decided,
        None => Decision { body: Body::Evaluated(expression), names_deprecated: false },
    })
}

/// A condition as plain Rust, if that reads well.
fn typed(mut holds: BoolExpr, fallibility: Fallibility) -> Option<Decision> {
    let paths = bindings::paths(&mut holds);
    if paths.is_empty() || simplify::has_repetition(&holds) || simplify::depth(&holds) > MAX_DEPTH {
        return None;
    }
    let names_deprecated = paths.iter().flat_map(|path| &path.steps).any(|step| step.deprecated);
    let bindings = bindings::bind(&mut holds, &paths);
    Some(Decision { body: Body::Typed(TypedCondition { bindings, holds, fallibility }), names_deprecated })
}
