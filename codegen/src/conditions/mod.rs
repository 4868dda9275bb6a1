//! `conditions`: a JMESPath expression about a shape in, the expression of the IR that decides it out.
//!
//! A condition holds only if its expression gives exactly `true`: null, any other value and an error of a function (an
//! argument that is null, or a document of the wrong type) violate it. What is certain to go wrong is a diagnostic.
//!
//! It goes one way as a whole. Fields, indexes, comparisons, logic, the common functions and one filter or projection
//! over a list are plain Rust over the typed fields. An expression with anything else in it is evaluated by the
//! runtime, which knows all of JMESPath.

mod bindings;
mod call;
mod compare;
mod functions;
mod lowering;
mod number;
mod path;
mod project;
mod simplify;
mod truth;
mod ty;

use jmespath::SyntaxError;

use self::lowering::{ConditionLowering, Lowered, Problem};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::condition::{Body, BoolExpr, Fallibility, Typed};
use crate::resolve::graph::{Model, Shape};
use crate::resolve::traits::Condition;

/// A condition that is decided.
#[derive(Clone, Debug)]
pub(crate) struct Decided {
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
) -> Option<Decided> {
    let mut lowering = ConditionLowering::new(model);
    let decided = decide(&mut lowering, shape, condition);
    let report = |diagnostic: Diagnostic, problem: &Problem| {
        let column = column(&condition.expression, problem.offset);
        let message = format!("condition `{}`, column {column}: {}", condition.name, problem.message);
        Diagnostic { message, help: problem.help.clone(), stale: problem.stale, ..diagnostic }
            .at(condition.span)
            .shape(owner)
    };
    for warning in &lowering.warnings {
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
    lowering: &mut ConditionLowering<'m>,
    shape: &'m Shape,
    condition: &Condition,
) -> Result<Decided, Problem> {
    let evaluated = |expression| Ok(Decided { body: Body::Evaluated(expression), names_deprecated: false });
    let syntax_error = |SyntaxError { offset, message }| Problem::new(offset, message);
    let expression = jmespath::parse(&condition.expression).map_err(syntax_error)?;
    let value = Lowered::parameter(shape);
    let Some(mut holds) = truth::holds(lowering, &value, &expression)? else {
        return evaluated(expression);
    };
    if let BoolExpr::Constant(value) = holds {
        let message = format!("this gives `{value}` for every value");
        lowering.warnings.push(Problem::new(expression.offset, message));
    }
    let paths = bindings::paths(&mut holds);
    if paths.is_empty() || simplify::has_repetition(&holds) {
        return evaluated(expression);
    }
    let names_deprecated = paths.iter().flat_map(|path| &path.steps).any(|step| step.deprecated);
    let bindings = bindings::bind(&mut holds, &paths);
    let fallibility = if lowering.fails { Fallibility::Fallible } else { Fallibility::Infallible };
    Ok(Decided { body: Body::Typed(Typed { bindings, holds, fallibility }), names_deprecated })
}
