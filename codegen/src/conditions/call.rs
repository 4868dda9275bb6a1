//! Calls: which functions there are, what they take and what they give.

use jmespath::{Expression, FUNCTIONS, Function, Gives, Kind, Node, Parameter};

use super::compare::class;
use super::functions;
use super::lowering::{ConditionLowering, Lowered, Problem, lower};
use super::ty::Ty;
use crate::diagnostics::nearest;

/// A call with its arguments.
pub(super) fn call<'m>(
    lowering: &mut ConditionLowering<'m>,
    current: &Lowered<'m>,
    name: &str,
    arguments: &[Expression],
    offset: usize,
) -> Result<Lowered<'m>, Problem> {
    let function = FUNCTIONS.iter().find(|function| function.name == name);
    let function = function.ok_or_else(|| unknown(name, offset))?;
    check_count(function, arguments.len(), offset)?;
    let mut values: Vec<Lowered<'m>> = Vec::new();
    for (place, argument) in arguments.iter().enumerate() {
        values.push(match (function.parameter(place), &argument.node) {
            (Parameter::Expression(_), Node::Reference(_)) => Lowered::new(Ty::Any, None),
            (Parameter::Expression(_), _) => {
                let message = format!("`{name}` takes an expression here");
                return Err(Problem::new(argument.offset, message).help("write `&` before it"));
            }
            (_, Node::Reference(_)) => {
                let message = format!("`&` makes an expression an argument, and `{name}` takes a value here");
                return Err(Problem::new(argument.offset, message));
            }
            (parameter, _) => {
                let value = lower(lowering, current, argument)?;
                check(lowering, name, parameter, &value, argument.offset)?;
                value
            }
        });
    }
    check_expressions(lowering, function, arguments, &values)?;
    if name == "contains" {
        check_contains(lowering, &values, offset)?;
    }
    let ty = gives(lowering, function, &values);
    let code = functions::plain(lowering, name, &values);
    Ok(Lowered::new(ty, code))
}

fn unknown(name: &str, offset: usize) -> Problem {
    let problem = Problem::new(offset, format!("JMESPath has no function `{name}`"));
    match nearest(name, FUNCTIONS.iter().map(|function| function.name)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => {
            let names: Vec<String> =
                FUNCTIONS.iter().map(|function| format!("`{}`", function.name)).collect();
            problem.help(format!("conditions may call {}", names.join(", ")))
        }
    }
}

fn check_count(function: &Function, count: usize, offset: usize) -> Result<(), Problem> {
    let wanted = function.parameters.len();
    let right = count == wanted || (function.is_variadic && count > wanted);
    let takes = match (function.is_variadic, wanted) {
        (true, _) => "one argument or more",
        (false, 1) => "one argument",
        (false, _) => "two arguments",
    };
    if right {
        Ok(())
    } else {
        Err(Problem::new(offset, format!("`{}` takes {takes}, not {count}", function.name)))
    }
}

/// Types in words: `a string, a list or an object`.
fn descriptions(kinds: &[Kind]) -> String {
    let all: Vec<&str> = kinds.iter().map(|kind| kind.description()).collect();
    match all.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some(_) | None => all.concat(),
    }
}

/// An argument whose type is known must be of the right one.
fn check<'m>(
    lowering: &ConditionLowering<'m>,
    name: &str,
    parameter: Parameter,
    value: &Lowered<'m>,
    offset: usize,
) -> Result<(), Problem> {
    let (kinds, elements): (&[Kind], &[Kind]) = match parameter {
        Parameter::Any | Parameter::Expression(_) => return Ok(()),
        Parameter::OneOf(kinds) => (kinds, &[]),
        Parameter::ListOf(elements) => (&[Kind::List], elements),
    };
    if let Some(kind) = value.ty.kind().filter(|kind| !kinds.contains(kind)) {
        let message = format!("`{name}` takes {}, not {}", descriptions(kinds), kind.description());
        return Err(Problem::new(offset, message));
    }
    match value.element_kind(lowering.model) {
        Some(kind) if !elements.is_empty() && !elements.contains(&kind) => {
            let right = if elements.len() == 1 {
                format!("a list of {}s", elements[0].description().trim_start_matches("a "))
            } else {
                "a list of numbers or of strings".to_owned()
            };
            let found = kind.description();
            let message = format!("`{name}` takes {right}, and each element of this one is {found}");
            Err(Problem::new(offset, message))
        }
        Some(_) | None => Ok(()),
    }
}

/// The expressions among the arguments are about the elements of the list among them.
fn check_expressions<'m>(
    lowering: &mut ConditionLowering<'m>,
    function: &Function,
    arguments: &[Expression],
    values: &[Lowered<'m>],
) -> Result<(), Problem> {
    for (place, argument) in arguments.iter().enumerate() {
        let (Parameter::Expression(kinds), Node::Reference(expression)) =
            (function.parameter(place), &argument.node)
        else {
            continue;
        };
        let list = values.iter().find(|value| value.ty.kind() == Some(Kind::List));
        let element = list.map_or(Ty::Any, |list| list.ty.element(lowering.model));
        let given = lower(lowering, &Lowered::new(element, None), expression)?;
        if let Some(kind) = given.ty.kind().filter(|kind| !kinds.is_empty() && !kinds.contains(kind)) {
            let (name, right) = (function.name, descriptions(kinds));
            let message = format!(
                "the expression of `{name}` must give {right}, and this gives {}",
                kind.description()
            );
            return Err(Problem::new(expression.offset, message));
        }
    }
    Ok(())
}

/// What is searched must be something that can be there.
fn check_contains<'m>(
    lowering: &ConditionLowering<'m>,
    values: &[Lowered<'m>],
    offset: usize,
) -> Result<(), Problem> {
    let (Some(subject), Some(wanted)) = (values.first(), values.get(1)) else { return Ok(()) };
    let Some(kind) = wanted.ty.kind() else { return Ok(()) };
    if subject.ty.kind() == Some(Kind::String) && kind != Kind::String {
        let message = format!("a string contains strings alone, and never {}", kind.description());
        return Err(Problem::new(offset, message));
    }
    match subject.element_kind(lowering.model) {
        Some(element) if element != kind && kind != Kind::Null => {
            let (wanted, element) = (kind.description(), element.description());
            let message = format!("{wanted} is never in a list of which each element is {element}");
            Err(Problem::new(offset, message))
        }
        Some(_) | None => Ok(()),
    }
}

fn gives<'m>(lowering: &ConditionLowering<'m>, function: &Function, values: &[Lowered<'m>]) -> Ty<'m> {
    let first = || values.first().map_or(Ty::Any, |first| first.ty.clone());
    match function.gives {
        Gives::Value(kind) => Ty::Kind(kind),
        Gives::ListOf(kind) => Ty::List(Box::new(Ty::Kind(kind))),
        Gives::First => first(),
        Gives::Element => first().element(lowering.model),
        Gives::Any => {
            let ty = values.iter().map(|value| value.ty.clone()).reduce(Ty::or).unwrap_or(Ty::Any);
            // What plain Rust compares has the type of what is not written out.
            let field = values.iter().find(|value| class(value).is_some() && value.ty.kind() == ty.kind());
            field.map_or(ty, |field| field.ty.clone())
        }
    }
}
