//! What checks a value: the impls of types, and the steps that they take.

use proc_macro2::TokenStream;
use quote::quote;

use super::lines::{call, function, indented, literal};
use super::tables;
use super::tokens::{Scope, expects_deprecated};
use crate::ir::checks::{Bounds, Checks, ConditionCheck, Inner, KeysCheck, MemberCheck, RuleCheck, Step};
use crate::ir::{Density, Enum, Field, IntEnum, Presence, Structure, Type, Union, Variant};
use crate::names::TypeName;
use crate::resolve::traits::Length;

/// How a step names what it checks: where it stands and the value, in source.
#[derive(Clone, Copy)]
struct Subject<'s> {
    at: &'s str,
    value: &'s str,
}

/// What closures and functions call it.
const GIVEN: Subject<'static> = Subject { at: "at", value: "value" };

/// The impl for a structure.
pub(crate) fn structure(scope: &Scope, structure: &Structure) -> Option<TokenStream> {
    let Structure { name, checks, fields, .. } = structure;
    let member = |check: &MemberCheck| field_check(check, &fields[check.index]);
    let constraints = checks.constraints.iter().flat_map(member).collect();
    let mut rules: Vec<String> = checks.nested_rules.iter().flat_map(member).collect();
    rules.extend(checks.rules.iter().flat_map(|rule| rule_lines(scope, rule, fields)));
    let deprecated = structure.deprecated.is_some() || names_deprecated(checks, fields);
    validate(scope, name, checks, deprecated, [constraints, rules])
}

/// Whether a check names a field that is deprecated.
fn names_deprecated(checks: &Checks, fields: &[Field]) -> bool {
    let checked = checks.constraints.iter().chain(&checks.nested_rules).map(|check| check.index);
    let named = checks.rules.iter().flat_map(|rule| match rule {
        RuleCheck::Keys(keys) => [&[keys.map, keys.by], keys.members.as_slice()].concat(),
        RuleCheck::Members { members, .. } => members.clone(),
        RuleCheck::Condition(_) => Vec::new(),
    });
    checked.chain(named).any(|index| fields[index].deprecated.is_some())
}

/// The impl for a union.
pub(crate) fn union(scope: &Scope, union: &Union) -> Option<TokenStream> {
    let Union { name, checks, variants, .. } = union;
    let arms = |all: &[MemberCheck]| variant_arms(all, variants);
    let constraints = arms(&checks.constraints);
    let mut rules = arms(&checks.nested_rules);
    rules.extend(checks.rules.iter().flat_map(|rule| rule_lines(scope, rule, &[])));
    let used = checks.constraints.iter().chain(&checks.nested_rules).map(|check| &variants[check.index]);
    let deprecated =
        union.deprecated.is_some() || used.into_iter().any(|variant| variant.deprecated.is_some());
    validate(scope, name, checks, deprecated, [constraints, rules])
}

/// The arms of the variants that are checked, in a `match`; for a single one `if let` is what one writes.
fn variant_arms(all: &[MemberCheck], variants: &[Variant]) -> Vec<String> {
    let checked = all.iter().map(|check| (check, &variants[check.index]));
    let checked: Vec<_> = checked.filter(|(_, variant)| variant.ty.is_some()).collect();
    match checked.as_slice() {
        [] => Vec::new(),
        [(check, variant)] => {
            let head = format!("if let Self::{}(value) = self {{", variant.name);
            function(vec![head], variant_steps(check, 12))
        }
        several => {
            let arm = |(check, variant): &(&MemberCheck, &Variant)| {
                function(vec![format!("Self::{}(value) => {{", variant.name)], variant_steps(check, 16))
            };
            let rest = "_ => {}".to_owned();
            function(vec!["match self {".to_owned()], several.iter().flat_map(arm).chain([rest]))
        }
    }
}

fn variant_steps(check: &MemberCheck, indent: usize) -> Vec<String> {
    let method = if check.secret { "secret_variant" } else { "variant" };
    let at = format!("let at = &at.{method}({});", literal(&check.member));
    std::iter::once(at).chain(steps(&check.steps, GIVEN, indent)).collect()
}

/// The impl for an enum of strings whose values are checked.
pub(crate) fn strings(scope: &Scope, item: &Enum) -> Option<TokenStream> {
    let shown = item.shown.as_ref()?;
    let all = shown.iter().eq(item.values.iter().map(|value| &value.wire));
    let values = if all {
        "Self::values()".to_owned()
    } else {
        format!("&[{}]", shown.iter().map(|value| literal(value)).collect::<Vec<_>>().join(", "))
    };
    let values = format!("check.unknown_value(at, {values});");
    Some(unknown(scope, &item.name, item.deprecated.is_some(), values))
}

/// The impl for an enum of integers whose values are checked.
pub(crate) fn integers(scope: &Scope, item: &IntEnum) -> Option<TokenStream> {
    let values = "check.unknown_integer(at, Self::values());".to_owned();
    item.checked.then(|| unknown(scope, &item.name, item.deprecated.is_some(), values))
}

fn unknown(scope: &Scope, name: &TypeName, deprecated: bool, line: String) -> TokenStream {
    let body = function(vec!["if let Self::Unknown(_) = self {".to_owned()], [line]);
    let body = scope.body(method("constraints", body));
    let expects = expects_deprecated(deprecated);
    quote! {
        #expects
        impl validation::Validate for #name {
            #body
        }
    }
}

fn validate(
    scope: &Scope,
    name: &TypeName,
    checks: &Checks,
    deprecated: bool,
    [constraints, rules]: [Vec<String>; 2],
) -> Option<TokenStream> {
    if !checks.is_needed() {
        return None;
    }
    let mut lines = Vec::new();
    if !constraints.is_empty() {
        lines.extend(method("constraints", constraints));
    }
    if !rules.is_empty() {
        lines.extend((!lines.is_empty()).then(String::new));
        lines.extend(method("rules", rules));
    }
    let body = (!lines.is_empty()).then(|| scope.body(lines));
    let expects = expects_deprecated(deprecated);
    Some(quote! {
        #expects
        impl validation::Validate for #name {
            #body
        }
    })
}

fn method(name: &str, body: Vec<String>) -> Vec<String> {
    let head =
        format!("fn {name}(&self, at: &validation::Cursor<'_>, check: &mut validation::Checker<'_>) {{");
    function(vec![head], body)
}

/// Where a member stands, in source.
fn at_member(field: &Field) -> String {
    let method = if field.redacted { "secret" } else { "member" };
    format!("&at.{method}({}, {})", literal(&field.member), literal(field.name.as_str()))
}

fn field_check(check: &MemberCheck, field: &Field) -> Vec<String> {
    let (at, name) = (at_member(field), field.name.in_source());
    let one = check.steps.len() == 1;
    match field.presence {
        Presence::Required if one => {
            steps(&check.steps, Subject { at: &at, value: &format!("&self.{name}") }, 8)
        }
        Presence::Required => {
            let head = format!("let (here, value) = ({at}, &self.{name});");
            let steps = steps(&check.steps, Subject { at: "here", value: "value" }, 8);
            std::iter::once(head).chain(steps).collect()
        }
        Presence::Optional => {
            let here = (!one).then(|| format!("let here = {at};"));
            let subject = Subject { at: if one { &at } else { "here" }, value: "value" };
            let body = here.into_iter().chain(steps(&check.steps, subject, 12));
            function(vec![format!("if let Some(value) = &self.{name} {{")], body)
        }
    }
}

/// The body of a function over `at`, `value` and `check`.
pub(crate) fn body(all: &[Step]) -> Vec<String> {
    steps(all, GIVEN, 4)
}

fn steps(steps: &[Step], subject: Subject<'_>, indent: usize) -> Vec<String> {
    steps.iter().flat_map(|step| self::step(step, subject, indent)).collect()
}

fn step(step: &Step, subject: Subject<'_>, indent: usize) -> Vec<String> {
    let Subject { at, value } = subject;
    let method = |name: &str, last: Option<String>| {
        let arguments: Vec<String> = [at.to_owned(), value.to_owned()].into_iter().chain(last).collect();
        call(indent, &format!("check.{name}"), &arguments, ";")
    };
    match step {
        Step::Shared(function) => {
            let head = format!("constraints::{}", function.in_source());
            call(indent, &head, &[at, value, "check"], ";")
        }
        Step::Nested => method("nested", None),
        Step::NestedRules => method("nested_rules", None),
        Step::Length(length) => method("length", Some(length_source(*length))),
        Step::Range(bounds) => method("range", Some(range_source(bounds))),
        Step::Pattern(name) => method("pattern", Some(format!("&patterns::{name}"))),
        Step::Unique => method("unique", None),
        Step::OfText(inner) => {
            let text = format!("{}.as_str()", value.trim_start_matches('&'));
            self::step(inner, Subject { at, value: &text }, indent)
        }
        Step::Each(inner) => collection("each", inner, subject, indent),
        Step::Keys(inner) => collection("keys_of", inner, subject, indent),
        Step::Values(inner) => collection("values_of", inner, subject, indent),
        Step::Condition(condition) => condition_lines(condition, subject, indent),
        Step::Format(format) => {
            let rule = format!("&rules::{}", format.rule);
            let source = tables::format_text(&format.format);
            call(indent, "check.form", &[at, &rule, &source, value], ";")
        }
    }
}

fn length_source(length: Length) -> String {
    match (length.min, length.max) {
        (Some(min), Some(max)) => format!("validation::Length::between({min}, {max})"),
        (Some(min), None) => format!("validation::Length::at_least({min})"),
        (None, Some(max)) => format!("validation::Length::at_most({max})"),
        (None, None) => unreachable!("`lower` leaves out lengths without bounds"),
    }
}

fn range_source(bounds: &Bounds) -> String {
    let range = match (&bounds.min, &bounds.max) {
        (Some(min), Some(max)) => format!("validation::Range::between({min}, {max})"),
        (Some(min), None) => format!("validation::Range::at_least({min})"),
        (None, Some(max)) => format!("validation::Range::at_most({max})"),
        (None, None) => unreachable!("`lower` leaves out ranges without bounds"),
    };
    match &bounds.written {
        Some((min, max)) => format!("{range}.written({}, {})", literal(min), literal(max)),
        None => range,
    }
}

/// A walk over a collection: with a function as it is where its parameter is of the very type, with a closure else.
fn collection(method: &str, inner: &Inner, subject: Subject<'_>, indent: usize) -> Vec<String> {
    let Subject { at, value } = subject;
    let head = format!("check.{method}({at}, {value}, ");
    let coerced = matches!(inner.ty, Type::String | Type::List(..));
    if let (Density::Dense, [Step::Shared(function)], false) =
        (inner.density, inner.steps.as_slice(), coerced)
    {
        return vec![format!("{head}constraints::{});", function.in_source())];
    }
    let sparse = inner.density == Density::Sparse;
    let depth = if sparse { indent + 8 } else { indent + 4 };
    let mut body = steps(&inner.steps, GIVEN, depth);
    if sparse {
        body = function(vec!["if let Some(value) = value {".to_owned()], body);
    }
    if let [only] = body.as_slice() {
        let line = format!("{head}|at, value, check| {});", only.trim_end_matches(';'));
        if indent + line.len() <= 100 {
            return vec![line];
        }
    }
    let mut lines = vec![format!("{head}|at, value, check| {{")];
    lines.extend(indented(body));
    lines.push("});".to_owned());
    lines
}

fn condition_lines(condition: &ConditionCheck, subject: Subject<'_>, indent: usize) -> Vec<String> {
    let at = match &condition.at {
        Some((member, field)) => format!("&at.member({}, {})", literal(member), literal(field.as_str())),
        None => subject.at.to_owned(),
    };
    let rule = format!("&rules::{}", condition.rule);
    let holds = format!("|| conditions::{}({})", condition.function.in_source(), subject.value);
    call(indent, "check.condition", &[at, literal(&condition.name), rule, holds], ";")
}

fn rule_lines(scope: &Scope, rule: &RuleCheck, fields: &[Field]) -> Vec<String> {
    match rule {
        RuleCheck::Keys(keys) => keys_lines(scope, keys, fields),
        RuleCheck::Members { rule, members } => {
            let present: Vec<String> = members.iter().map(|index| present(&fields[*index])).collect();
            let present = format!("&[{}]", present.join(", "));
            call(8, "check.members", &["at".to_owned(), format!("&rules::{rule}"), present], ";")
        }
        RuleCheck::Condition(condition) => condition_lines(condition, Subject { at: "at", value: "self" }, 8),
    }
}

/// Whether a member is there.
fn present(field: &Field) -> String {
    match field.presence {
        Presence::Required => "true".to_owned(),
        Presence::Optional => format!("self.{}.is_some()", field.name.in_source()),
    }
}

fn keys_lines(scope: &Scope, keys: &KeysCheck, fields: &[Field]) -> Vec<String> {
    let (map, by) = (&fields[keys.map], &fields[keys.by]);
    let (table, by_name) = (keys.table.in_source(), by.name.in_source());
    let mut lines = vec![match by.presence {
        Presence::Required => format!("let case = answers::{table}::case(&self.{by_name});"),
        Presence::Optional => format!("let case = self.{by_name}.as_ref().and_then(answers::{table}::case);"),
    }];
    let held = match map.presence {
        Presence::Required => format!("Some(&self.{})", map.name.in_source()),
        Presence::Optional => format!("self.{}.as_ref()", map.name.in_source()),
    };
    lines.extend(call(8, "check.keys", &[at_member(map), "case".to_owned(), held], ";"));
    for member in keys.members.iter().map(|index| &fields[*index]) {
        let arguments = [at_member(member), "case".to_owned(), literal(&member.member), present(member)];
        lines.extend(call(8, "check.case_member", &arguments, ";"));
    }
    for (variant, case, rule) in &keys.rejected_cases {
        let is = format!("{}::{variant}", scope.source(&keys.discriminator));
        let is = if by.presence == Presence::Optional { format!("Some({is})") } else { is };
        let body = call(12, "check.refused", &[at_member(by), format!("&rules::{rule}"), literal(case)], ";");
        lines.extend(function(vec![format!("if self.{by_name} == {is} {{")], body));
    }
    lines
}
