//! Calls: which functions there are, what they take and what they give.

use jmespath::{Expression, FUNCTIONS, Function, Gives, Kind, Node, Parameter};

use super::check::{Problem, TypeCheck, TypeResult};
use super::ty::Ty;
use crate::diagnostics::nearest;

/// The type of a call about `current`.
pub(super) fn call<'m>(
    check: &mut TypeCheck<'m>,
    current: &Ty<'m>,
    name: &str,
    arguments: &[Expression],
    offset: usize,
) -> TypeResult<'m> {
    let function = FUNCTIONS.iter().find(|function| function.name == name);
    let function = function.ok_or_else(|| unknown(name, offset))?;
    check_count(function, arguments.len(), offset)?;
    let mut types = Vec::new();
    for (position, argument) in arguments.iter().enumerate() {
        types.push(self::argument(check, current, function, position, argument)?);
    }
    check_expressions(check, function, arguments, &types)?;
    if let ("contains", [subject, wanted]) = (name, types.as_slice()) {
        check_contains(check, subject, wanted, offset)?;
    }
    let first = types.first().cloned().unwrap_or(Ty::Any);
    Ok(match function.gives {
        Gives::Value(kind) => Ty::Kind(kind),
        Gives::ListOf(kind) => Ty::List(Box::new(Ty::Kind(kind))),
        Gives::First => first,
        Gives::Element => first.element(check.model),
        Gives::Any => types.into_iter().reduce(Ty::or).unwrap_or(Ty::Any),
    })
}

fn unknown(name: &str, offset: usize) -> Problem {
    let problem = Problem::new(offset, format!("JMESPath has no function `{name}`"));
    match nearest(name, FUNCTIONS.iter().map(|function| function.name)) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => {
            let names = FUNCTIONS.map(|function| format!("`{}`", function.name));
            problem.help(format!("conditions may call {}", names.join(", ")))
        }
    }
}

fn check_count(function: &Function, count: usize, offset: usize) -> Result<(), Problem> {
    let wanted = function.parameters.len();
    if count == wanted || (function.is_variadic && count > wanted) {
        return Ok(());
    }
    let takes = match (function.is_variadic, wanted) {
        (true, _) => "one argument or more",
        (false, 1) => "one argument",
        (false, _) => "two arguments",
    };
    Err(Problem::new(offset, format!("`{}` takes {takes}, not {count}", function.name)))
}

/// The type of an argument; expressions have one of their own.
fn argument<'m>(
    check: &mut TypeCheck<'m>,
    current: &Ty<'m>,
    function: &Function,
    position: usize,
    argument: &Expression,
) -> TypeResult<'m> {
    let (name, offset) = (function.name, argument.offset);
    let (kinds, elements): (&[Kind], &[Kind]) = match (function.parameter(position), &argument.node) {
        (Parameter::Expression(_), Node::Reference(_)) => return Ok(Ty::Any),
        (Parameter::Expression(_), _) => {
            let problem = Problem::new(offset, format!("`{name}` takes an expression here"));
            return Err(problem.help("write `&` before it"));
        }
        (_, Node::Reference(_)) => {
            let message = format!("`&` makes an expression an argument, and `{name}` takes a value here");
            return Err(Problem::new(offset, message));
        }
        (Parameter::Any, _) => (&[], &[]),
        (Parameter::OneOf(kinds), _) => (kinds, &[]),
        (Parameter::ListOf(elements), _) => (&[Kind::List], elements),
    };
    let ty = check.expression(current, argument)?;
    let wrong =
        |ty: &Ty<'m>, right: &[Kind]| ty.kind().filter(|kind| !right.is_empty() && !right.contains(kind));
    if let Some(kind) = wrong(&ty, kinds) {
        let message = format!("`{name}` takes {}, not {}", descriptions(kinds, ""), kind.description());
        return Err(Problem::new(offset, message));
    }
    if let Some(kind) = wrong(&ty.element(check.model), elements) {
        let (right, found) = (descriptions(elements, "s"), kind.description());
        let message = format!("`{name}` takes a list of {right}, and each element of this one is {found}");
        return Err(Problem::new(offset, message));
    }
    Ok(ty)
}

/// Types in words: `a string, a list or an object`, or `numbers or of strings`.
fn descriptions(kinds: &[Kind], plural: &str) -> String {
    let one = |kind: &Kind| match plural {
        "" => kind.description().to_owned(),
        plural => kind.description().trim_start_matches("a ").to_owned() + plural,
    };
    let all: Vec<String> = kinds.iter().map(one).collect();
    let or = if plural.is_empty() { " or " } else { " or of " };
    match all.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{or}{last}", rest.join(", ")),
        Some(_) | None => all.concat(),
    }
}

/// The expressions among the arguments are about the elements of the list among them.
fn check_expressions<'m>(
    check: &mut TypeCheck<'m>,
    function: &Function,
    arguments: &[Expression],
    types: &[Ty<'m>],
) -> Result<(), Problem> {
    let list = types.iter().find(|ty| ty.kind() == Some(Kind::List));
    let element = list.map_or(Ty::Any, |list| list.element(check.model));
    for (position, argument) in arguments.iter().enumerate() {
        let (Parameter::Expression(kinds), Node::Reference(inner)) =
            (function.parameter(position), &argument.node)
        else {
            continue;
        };
        let given = check.expression(&element, inner)?.kind();
        if let Some(kind) = given.filter(|kind| !kinds.is_empty() && !kinds.contains(kind)) {
            let (name, right, found) = (function.name, descriptions(kinds, ""), kind.description());
            let message = format!("the expression of `{name}` must give {right}, and this gives {found}");
            return Err(Problem::new(inner.offset, message));
        }
    }
    Ok(())
}

/// What is searched for must be something that can be there.
fn check_contains<'m>(
    check: &TypeCheck<'m>,
    subject: &Ty<'m>,
    wanted: &Ty<'m>,
    offset: usize,
) -> Result<(), Problem> {
    let Some(kind) = wanted.kind() else { return Ok(()) };
    let found = kind.description();
    let message = match (subject.kind(), subject.element(check.model).kind()) {
        (Some(Kind::String), _) if kind != Kind::String => {
            format!("a string contains strings alone, and never {found}")
        }
        (_, Some(element)) if element != kind && kind != Kind::Null => {
            format!("{found} is never in a list of which each element is {}", element.description())
        }
        _ => return Ok(()),
    };
    Err(Problem::new(offset, message))
}
