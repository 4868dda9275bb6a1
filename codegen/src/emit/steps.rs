//! The steps that a check takes: calls of the checker, and walks over collections.

use super::source::{Import, Source, literal};
use super::tables;
use crate::ir::checks::{Bounds, ConditionCheck, Inner, LengthBounds, Step};
use crate::ir::{Density, Type};

/// How a step names what it checks: where it stands and the value.
#[derive(Clone, Copy)]
pub(crate) struct CheckedValue<'s> {
    pub(crate) at: &'s str,
    pub(crate) value: &'s str,
}

/// What closures and functions call it.
pub(crate) const GIVEN: CheckedValue<'static> = CheckedValue { at: "at", value: "value" };

/// A call of the checker or of a function.
struct Call {
    head: String,
    arguments: Vec<String>,
}

/// Steps, one after the other.
pub(crate) fn steps(src: &mut Source, steps: &[Step], subject: CheckedValue<'_>) {
    steps.iter().for_each(|step| self::step(src, step, subject));
}

fn step(src: &mut Source, step: &Step, subject: CheckedValue<'_>) {
    match step {
        Step::Each(inner) => collection(src, "each", inner, subject),
        Step::Keys(inner) => collection(src, "keys_of", inner, subject),
        Step::Values(inner) => collection(src, "values_of", inner, subject),
        other => {
            let call = call_of(src, other, subject).expect("what walks over no collection is a call");
            src.sequence(format_args!("{}(", call.head), call.arguments.iter(), ");");
        }
    }
}

/// The call that a step is, unless it walks over a collection.
fn call_of(src: &Source, step: &Step, subject: CheckedValue<'_>) -> Option<Call> {
    let CheckedValue { at, value } = subject;
    let method = |name: &str, last: Option<String>| Call {
        head: format!("check.{name}"),
        arguments: [at.to_owned(), value.to_owned()].into_iter().chain(last).collect(),
    };
    Some(match step {
        Step::Shared(function) => Call {
            head: format!("{}::{}", src.name(Import::Constraints), function.in_source()),
            arguments: [at, value, "check"].map(str::to_owned).into(),
        },
        Step::Nested => method("nested", None),
        Step::NestedRules => method("nested_rules", None),
        Step::Length(length) => method("length", Some(self::length(src, *length))),
        Step::Range(bounds) => method("range", Some(range(src, bounds))),
        Step::Pattern(name) => method("pattern", Some(format!("&{}::{name}", src.name(Import::Patterns)))),
        Step::Unique => method("unique", None),
        Step::OfText(inner) => {
            let text = format!("{}.as_str()", value.trim_start_matches('&'));
            return call_of(src, inner, CheckedValue { at, value: &text });
        }
        Step::Condition(condition) => self::condition(src, condition, subject),
        Step::Format(format) => {
            let rule = format!("&{}::{}", src.name(Import::Rules), format.rule);
            let format = tables::format(src, &format.format);
            Call {
                head: "check.form".to_owned(),
                arguments: vec![at.to_owned(), rule, format, value.to_owned()],
            }
        }
        Step::Each(_) | Step::Keys(_) | Step::Values(_) => return None,
    })
}

fn length(src: &Source, bounds: LengthBounds) -> String {
    let validation = src.name(Import::Validation);
    match bounds {
        LengthBounds::Between(min, max) => format!("{validation}::Length::between({min}, {max})"),
        LengthBounds::AtLeast(min) => format!("{validation}::Length::at_least({min})"),
        LengthBounds::AtMost(max) => format!("{validation}::Length::at_most({max})"),
    }
}

fn range(src: &Source, bounds: &Bounds) -> String {
    let validation = src.name(Import::Validation);
    let range = match (&bounds.min, &bounds.max) {
        (Some(min), Some(max)) => format!("{validation}::Range::between({min}, {max})"),
        (Some(min), None) => format!("{validation}::Range::at_least({min})"),
        (None, Some(max)) => format!("{validation}::Range::at_most({max})"),
        (None, None) => unreachable!("`lower` leaves out ranges without bounds"),
    };
    match &bounds.written {
        Some((min, max)) => format!("{range}.written({}, {})", literal(min), literal(max)),
        None => range,
    }
}

/// A walk over a collection: with a function as it is where its parameter is of the very type, with a closure else.
fn collection(src: &mut Source, method: &str, inner: &Inner, subject: CheckedValue<'_>) {
    let CheckedValue { at, value } = subject;
    let Inner { ty, density, steps } = inner;
    let head = format!("check.{method}({at}, {value}, ");
    let coerced = matches!(ty, Type::String | Type::List(..));
    if let (Density::Dense, [only], false) = (density, steps.as_slice(), coerced)
        && let Step::Shared(function) = only
    {
        let constraints = src.name(Import::Constraints);
        return src.line(format_args!("{head}{constraints}::{});", function.in_source()));
    }
    if let (Density::Dense, [only]) = (density, steps.as_slice())
        && let Some(Call { head: inner, arguments }) = call_of(src, only, GIVEN)
    {
        let line = format!("{head}|at, value, check| {inner}({}));", arguments.join(", "));
        if src.fits(&line) {
            return src.line(line);
        }
    }
    let body = |src: &mut Source| match density {
        Density::Dense => self::steps(src, steps, GIVEN),
        Density::Sparse => src.block("if let Some(value) = value", |src| self::steps(src, steps, GIVEN)),
    };
    src.nest(format_args!("{head}|at, value, check| {{"), body, "});");
}

/// The check of a condition.
pub(crate) fn condition_check(src: &mut Source, condition: &ConditionCheck, subject: CheckedValue<'_>) {
    let Call { head, arguments } = self::condition(src, condition, subject);
    src.sequence(format_args!("{head}("), arguments.iter(), ");");
}

fn condition(src: &Source, condition: &ConditionCheck, subject: CheckedValue<'_>) -> Call {
    let at = match &condition.at {
        Some((member, field)) => format!("&at.member({}, {})", literal(member), literal(field.as_str())),
        None => subject.at.to_owned(),
    };
    let (conditions, rules) = (src.name(Import::Conditions), src.name(Import::Rules));
    let rule = format!("&{rules}::{}", condition.rule);
    let holds = format!("|| {conditions}::{}({})", condition.function.in_source(), subject.value);
    let name = literal(&condition.name).to_string();
    Call { head: "check.condition".to_owned(), arguments: vec![at, name, rule, holds] }
}
