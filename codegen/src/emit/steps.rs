//! The steps that a check of rules takes: calls of the checker, and walks over collections.

use super::source::{Import, Source, literal};
use super::tables;
use crate::ir::checks::{ConditionCheck, GuardedFormat, Inner, Step};
use crate::ir::{Density, Field};
use crate::names::FieldName;

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

/// The names of a member, as the checker takes them: `*` stands behind them if keys below it must not be shown.
pub(crate) fn names(member: &str, field: Option<&FieldName>, secret: bool) -> String {
    let field = field.map_or_else(String::new, |field| format!(" {}", field.as_str()));
    literal(&format!("{member}{field}{}", if secret { " *" } else { "" })).to_string()
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
    Some(match step {
        Step::NestedRules => {
            Call { head: "check.nested_rules".to_owned(), arguments: vec![at.to_owned(), value.to_owned()] }
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

/// A walk over a collection.
fn collection(src: &mut Source, method: &str, inner: &Inner, subject: CheckedValue<'_>) {
    let CheckedValue { at, value } = subject;
    let Inner { density, steps } = inner;
    let head = format!("check.{method}({at}, {value}, ");
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

/// A field and where it stands.
#[derive(Clone, Copy)]
pub(crate) struct CheckedMember<'s> {
    pub(crate) field: &'s Field,
    pub(crate) at: &'s str,
}

/// A form that is checked where another member has one of some values.
pub(crate) fn guarded(src: &mut Source, format: &GuardedFormat, by: &Field, member: CheckedMember<'_>) {
    let CheckedMember { field, at } = member;
    let values: Vec<String> = format.values.iter().map(|value| literal(value).to_string()).collect();
    let matched = |field: &Field, pattern: &str| {
        let name = field.name.in_source();
        match field.presence.is_option() {
            true => (format!("Some({pattern})"), format!("self.{name}.as_deref()")),
            false => (pattern.to_owned(), format!("self.{name}.as_str()")),
        }
    };
    let ((guard, other), (given, text)) = (matched(by, &values.join(" | ")), matched(field, GIVEN.value));
    src.block(format_args!("if let ({guard}, {given}) = ({other}, {text})"), |src| {
        step(src, &Step::Format(format.check.clone()), CheckedValue { at, value: GIVEN.value });
    });
}

/// The check of a condition.
pub(crate) fn condition_check(src: &mut Source, condition: &ConditionCheck, subject: CheckedValue<'_>) {
    let Call { head, arguments } = self::condition(src, condition, subject);
    src.sequence(format_args!("{head}("), arguments.iter(), ");");
}

fn condition(src: &Source, condition: &ConditionCheck, subject: CheckedValue<'_>) -> Call {
    let at = match &condition.at {
        Some((member, field)) => format!("&at.named({})", names(member, Some(field), false)),
        None => subject.at.to_owned(),
    };
    let (conditions, rules) = (src.name(Import::Conditions), src.name(Import::Rules));
    let rule = format!("&{rules}::{}", condition.rule);
    let holds = format!("|| {conditions}::{}({})", condition.function.in_source(), subject.value);
    let name = literal(&condition.name).to_string();
    Call { head: "check.condition".to_owned(), arguments: vec![at, name, rule, holds] }
}
