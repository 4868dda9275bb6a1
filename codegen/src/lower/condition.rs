//! Conditions: `smithy.contracts#conditions`, whose JMESPath becomes plain Rust
//! ([Smithy 2.0, contract traits](https://smithy.io/2.0/additional-specs/contract-traits.html)).
//!
//! An expression is checked against the shape that it is about, and written as the body of a function
//! `fn(value: &T) -> bool`, which is true where the condition holds. It holds only if the expression gives
//! exactly `true`: null, any other value and an error of a function (an argument that is null, or a document of
//! the wrong type) violate it. What is certain to go wrong is a fault of the model.
//!
//! # What `value` is
//!
//! | shape | type of `value` |
//! |---|---|
//! | structure, union, enum, intEnum | a reference to the type of that name |
//! | string, without the `enum` trait | `&str` |
//! | list | `&[T]` |
//! | map | `&BTreeMap<K, V>` |
//! | boolean, numbers | `&bool`, `&i32`, `&f64`, … |
//! | blob, timestamp, document, big numbers | `&smithy::Blob`, `&smithy::Timestamp`, … |
//!
//! [`Condition::parameter`] is that type, in source.

mod access;
mod call;
mod code;
mod compare;
mod convert;
mod expression;
mod form;
mod functions;
mod length;
mod listing;
mod literal;
mod logic;
mod numbers;
mod project;
mod select;
mod stored;
mod tidy;
mod truth;
mod truthy;
mod ty;
mod view;

use self::code::{Code, Problem, Risk, Work, some};
pub(crate) use self::listing::module;
use super::types::Types;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::jmespath;
use crate::json::Value;
use crate::resolve::graph::{ShapeId, ShapeKind};
use crate::resolve::traits::Traits;

/// What stands for the root of the generated code in a body.
pub(crate) const ROOT: &str = "__root";

/// A condition, ready to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    /// Its name: `StartBeforeEnd`.
    pub(crate) name: String,
    /// Its documentation, as the trait has it.
    pub(crate) documentation: String,
    /// Its expression, as the trait has it.
    pub(crate) expression: String,
    /// The type of `value`, in source.
    pub(crate) parameter: String,
    /// Lines of Rust: the body of a function of `value` that gives a `bool`.
    pub(crate) body: Vec<String>,
    /// Whether the body names something deprecated.
    pub(crate) names_deprecated: bool,
}

impl Condition {
    /// The body where the root of the generated code is `root`.
    pub(crate) fn lines(&self, root: &str) -> Vec<String> {
        self.body.iter().map(|line| line.replace(ROOT, root)).collect()
    }

    /// The type of `value` where the root of the generated code is `root`.
    pub(crate) fn parameter(&self, root: &str) -> String {
        self.parameter.replace(ROOT, root)
    }
}

/// All conditions that the traits of a shape, or of a member that targets it, put on its values.
///
/// What is wrong with a condition goes to `errors` with the place of its expression: a syntax error, an unknown
/// function or member, types that cannot meet, a result that is no boolean.
pub(crate) fn of_shape(
    errors: &mut Diagnostics,
    types: &Types<'_>,
    id_for_faults: &str,
    target: &ShapeId,
    traits: &Traits,
) -> Vec<Condition> {
    let Some(value) = &traits.conditions else {
        return Vec::new();
    };
    if let Some(fault) = misplaced(types, target) {
        errors.push(fault.at(value.span).shape(id_for_faults));
        return Vec::new();
    }
    let entries = form::entries(errors, id_for_faults, value);
    entries.into_iter().filter_map(|entry| condition(errors, types, id_for_faults, target, &entry)).collect()
}

fn misplaced(types: &Types<'_>, target: &ShapeId) -> Option<Diagnostic> {
    match &types.model.shape(target).kind {
        ShapeKind::SimpleType(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_) => None,
        kind @ (ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_)) => Some(
            Diagnostic::error(format!("`conditions` holds for values, and a {} has none", kind.type_name())),
        ),
    }
}

fn condition(
    errors: &mut Diagnostics,
    types: &Types<'_>,
    id_for_faults: &str,
    target: &ShapeId,
    entry: &form::Entry<'_>,
) -> Option<Condition> {
    let mut work = Work::new(types);
    let parameter = stored::parameter(types, target);
    let current = stored::of_parameter(types, target);
    let lowered = lowered(&mut work, &current, entry.expression);
    let report = |fault: Diagnostic, problem: &Problem| {
        let column = column(entry.expression, problem.offset);
        let message = format!("condition `{}`, column {column}: {}", entry.name, fault.message);
        Diagnostic { message, help: problem.help.clone(), stale: problem.stale, ..fault }
            .at(entry.span)
            .shape(id_for_faults)
    };
    for warning in &work.warnings {
        errors.push(report(Diagnostic::warning(&warning.message), warning));
    }
    match lowered {
        Ok(body) => Some(Condition {
            name: entry.name.to_owned(),
            documentation: entry.documentation.to_owned(),
            expression: entry.expression.to_owned(),
            parameter,
            body,
            names_deprecated: work.names_deprecated,
        }),
        Err(problem) => {
            errors.push(report(Diagnostic::error(&problem.message), &problem));
            None
        }
    }
}

/// The column, in characters from 1, of a byte of an expression.
fn column(expression: &str, offset: usize) -> usize {
    let offset = expression.floor_char_boundary(offset);
    expression[..offset].chars().count() + 1
}

/// The body of the function that says whether an expression gives `true`.
fn lowered(work: &mut Work<'_, '_>, current: &Code, text: &str) -> Result<Vec<String>, Problem> {
    let expression = jmespath::parse(text).map_err(|error| Problem::new(error.offset, error.message))?;
    let truth = logic::holds(work, current, &expression)?;
    if let Some(value) = truth.as_constant() {
        let message = format!("this gives `{value}` for every value");
        work.warnings.push(Problem::new(expression.offset, message));
    }
    let result = match truth.risk {
        Risk::None => truth.source,
        Risk::Fails => {
            format!("let holds = || {}; holds() == Some(true)", some(&truth.source))
        }
    };
    Ok(view::body(work, &result))
}

/// The text of a value of the trait, if it is one; else what is wrong.
fn text_of(value: &Value) -> Result<&str, String> {
    value.as_str().ok_or_else(|| format!("must be a string, not {}", value.kind()))
}
