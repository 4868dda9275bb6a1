//! Calls: which functions there are, how many arguments they take and of which types.

use super::code::{Code, Lowered, Problem, Work};
use super::expression::value;
use super::functions;
use super::ty::{JsonKind, Ty};
use crate::diagnostics::nearest;
use crate::jmespath::{Expression, Literal, Node};

/// A function that can be compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Function {
    Contains,
    EndsWith,
    Keys,
    Length,
    Max,
    Min,
    NotNull,
    StartsWith,
    Sum,
    Values,
}

/// All functions, by name.
const FUNCTIONS: [(&str, Function); 10] = [
    ("contains", Function::Contains),
    ("ends_with", Function::EndsWith),
    ("keys", Function::Keys),
    ("length", Function::Length),
    ("max", Function::Max),
    ("min", Function::Min),
    ("not_null", Function::NotNull),
    ("starts_with", Function::StartsWith),
    ("sum", Function::Sum),
    ("values", Function::Values),
];

/// What JMESPath has besides.
const OTHERS: [&str; 16] = [
    "abs",
    "avg",
    "ceil",
    "floor",
    "join",
    "map",
    "max_by",
    "merge",
    "min_by",
    "reverse",
    "sort",
    "sort_by",
    "to_array",
    "to_number",
    "to_string",
    "type",
];

/// A sentence about which functions there are.
pub(super) fn functions() -> String {
    let names: Vec<String> = FUNCTIONS.iter().map(|(name, _)| format!("`{name}`")).collect();
    format!("conditions may call {}", names.join(", "))
}

/// A call with its arguments.
pub(super) fn call(
    work: &mut Work<'_, '_>,
    current: &Code,
    name: &str,
    arguments: &[Expression],
    offset: usize,
) -> Lowered {
    let function = FUNCTIONS.iter().find(|(other, _)| *other == name).map(|&(_, function)| function);
    let function = function.ok_or_else(|| unknown(name, offset))?;
    check_count(function, name, arguments.len(), offset)?;
    let mut codes = Vec::new();
    for (place, argument) in arguments.iter().enumerate() {
        let code = value(work, current, argument)?;
        check_kind(function, name, place, &code, argument.offset)?;
        codes.push(code);
    }
    if let (Function::Contains, [list, _], [_, wanted]) = (function, arguments, codes.as_slice())
        && let Node::Literal(Literal::Array(elements)) = &list.node
        && let Some(among) = functions::among(elements, wanted)
    {
        return Ok(among);
    }
    functions::lowered(work, function, codes, offset)
}

fn unknown(name: &str, offset: usize) -> Problem {
    if OTHERS.contains(&name) {
        let message = format!("the function `{name}` of JMESPath cannot be compiled");
        return Problem::new(offset, message).help(functions());
    }
    let problem = Problem::new(offset, format!("JMESPath has no function `{name}`"));
    match nearest(name, FUNCTIONS.iter().map(|&(known, _)| known)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help(functions()),
    }
}

fn check_count(function: Function, name: &str, count: usize, offset: usize) -> Result<(), Problem> {
    let (right, takes) = match function {
        Function::NotNull => (count >= 1, "one argument or more"),
        Function::Contains | Function::EndsWith | Function::StartsWith => (count == 2, "two arguments"),
        Function::Keys
        | Function::Length
        | Function::Max
        | Function::Min
        | Function::Sum
        | Function::Values => (count == 1, "one argument"),
    };
    if right { Ok(()) } else { Err(Problem::new(offset, format!("`{name}` takes {takes}, not {count}"))) }
}

/// The types that an argument may have; none stands for all.
fn kinds(function: Function, place: usize) -> &'static [JsonKind] {
    match (function, place) {
        (Function::Contains, 0) => &[JsonKind::String, JsonKind::List],
        (Function::Contains, _) | (Function::NotNull, _) => &[],
        (Function::EndsWith | Function::StartsWith, _) => &[JsonKind::String],
        (Function::Keys | Function::Values, _) => &[JsonKind::Object],
        (Function::Length, _) => &[JsonKind::String, JsonKind::List, JsonKind::Object],
        (Function::Max | Function::Min | Function::Sum, _) => &[JsonKind::List],
    }
}

fn check_kind(
    function: Function,
    name: &str,
    place: usize,
    code: &Code,
    offset: usize,
) -> Result<(), Problem> {
    let kinds = kinds(function, place);
    match code.ty.json_kind() {
        Some(kind) if !kinds.is_empty() && !kinds.contains(&kind) => {
            let takes: Vec<&str> = kinds.iter().map(|kind| kind.shown()).collect();
            let takes = match takes.split_last() {
                Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
                Some(_) | None => takes.concat(),
            };
            Err(Problem::new(offset, format!("`{name}` takes {takes}, not {}", kind.shown())))
        }
        Some(_) | None => check_elements(function, name, code, offset),
    }
}

/// `max`, `min` and `sum` want lists of numbers, the first two also of strings.
fn check_elements(function: Function, name: &str, code: &Code, offset: usize) -> Result<(), Problem> {
    let Ty::List(list) = &code.ty else {
        return Ok(());
    };
    let (kinds, right): (&[JsonKind], &str) = match function {
        Function::Max | Function::Min => {
            (&[JsonKind::Number, JsonKind::String], "a list of numbers or of strings")
        }
        Function::Sum => (&[JsonKind::Number], "a list of numbers"),
        Function::Contains
        | Function::EndsWith
        | Function::Keys
        | Function::Length
        | Function::NotNull
        | Function::StartsWith
        | Function::Values => return Ok(()),
    };
    match list.element.json_kind() {
        Some(kind) if !kinds.contains(&kind) => {
            let found = kind.shown();
            Err(Problem::new(
                offset,
                format!("`{name}` takes {right}, and each element of this one is {found}"),
            ))
        }
        Some(_) | None => Ok(()),
    }
}
