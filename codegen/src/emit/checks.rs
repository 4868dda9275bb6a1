//! What checks a value: the impls of types.

use super::attributes::expect_deprecated;
use super::constraints;
use super::source::{Import, Source, literal};
use super::steps::{CheckedMember, CheckedValue, GIVEN, condition_check, guarded, names, steps};
use crate::ir::checks::{
    Checks, ConstrainedMember, ConstraintList, EnumChecks, KeysCheck, MemberCheck, RejectedCaseCheck,
    RuleCheck,
};
use crate::ir::{Enum, Field, IntEnum, Structure, Union, Variant};
use crate::names::TypeName;

/// The impl for a structure, if it is ever checked.
pub(crate) fn structure(src: &mut Source, structure: &Structure) {
    let Structure { name, checks: Some(checks), fields, .. } = structure else { return };
    let deprecated = structure.deprecated.is_some() || names_deprecated(checks, fields);
    let constraints = |src: &mut Source| constrained_fields(src, &checks.constraints, fields);
    validate(src, name, checks, deprecated, constraints, |src| {
        checks.nested_rules.iter().for_each(|check| field(src, check, &fields[check.index]));
        checks.rules.iter().for_each(|one| rule(src, one, fields));
    });
}

/// Whether a check names a field that is deprecated.
fn names_deprecated(checks: &Checks, fields: &[Field]) -> bool {
    // Of members that are always there it is not asked whether they are.
    let asked = |members: &[usize]| -> Vec<usize> {
        members.iter().copied().filter(|index| fields[*index].presence.is_option()).collect()
    };
    let named = checks.rules.iter().flat_map(|rule| match rule {
        RuleCheck::Keys(keys) => [vec![keys.map, keys.by], asked(&keys.members)].concat(),
        RuleCheck::Members { members, .. } | RuleCheck::Unset(members) => asked(members),
        RuleCheck::Guarded(format) => vec![format.member, format.by],
        RuleCheck::Condition(_) => Vec::new(),
    });
    let rejects_deprecated = |rule: &RuleCheck| match rule {
        RuleCheck::Keys(keys) => keys.rejected_cases.iter().any(|case| case.deprecated),
        _ => false,
    };
    checked_members(checks).chain(named).any(|index| fields[index].deprecated.is_some())
        || checks.rules.iter().any(rejects_deprecated)
}

/// The places of the members that are checked by themselves.
fn checked_members(checks: &Checks) -> impl Iterator<Item = usize> {
    let constrained = checks.constraints.iter().map(|member| member.index);
    constrained.chain(checks.nested_rules.iter().map(|check| check.index))
}

fn constrained_fields(src: &mut Source, members: &[ConstrainedMember], fields: &[Field]) {
    let rows = |src: &mut Source| {
        for ConstrainedMember { member, index, secret, constraints } in members {
            let field = &fields[*index].name;
            let value = format!("&self.{}", field.in_source());
            let row = [names(member, Some(field), *secret), constraints::path(src, constraints), value];
            src.sequence("(", row.iter(), "),");
        }
    };
    src.nest("check.constrained(at, &[", rows, "]);");
}

/// The impl for a union, if it is ever checked.
pub(crate) fn union(src: &mut Source, union: &Union) {
    let Union { name, checks: Some(checks), variants, .. } = union else { return };
    let deprecated = union.deprecated.is_some()
        || checked_members(checks).any(|index| variants[index].deprecated.is_some());
    let constraints = |src: &mut Source| {
        arms(src, variants, &checks.constraints, |member| member.index, constrained_variant);
    };
    validate(src, name, checks, deprecated, constraints, |src| {
        arms(src, variants, &checks.nested_rules, |check| check.index, variant_steps);
        checks.rules.iter().for_each(|one| rule(src, one, &[]));
    });
}

/// The arms of the variants that are checked, in a `match`; for a single one `if let` is what one writes.
fn arms<C>(
    src: &mut Source,
    variants: &[Variant],
    checks: &[C],
    index: impl Fn(&C) -> usize,
    body: impl Fn(&mut Source, &C),
) {
    let checked = checks.iter().map(|check| (check, &variants[index(check)]));
    let checked: Vec<_> = checked.filter(|(_, variant)| variant.ty.is_some()).collect();
    match checked.as_slice() {
        [] => {}
        [(check, variant)] => {
            src.block(format_args!("if let Self::{}(value) = self", variant.name), |src| body(src, check));
        }
        several => src.block("match self", |src| {
            for (check, variant) in several {
                src.block(format_args!("Self::{}(value) =>", variant.name), |src| body(src, check));
            }
            src.line("_ => {}");
        }),
    }
}

fn constrained_variant(src: &mut Source, member: &ConstrainedMember) {
    let (names, path) =
        (names(&member.member, None, member.secret), constraints::path(src, &member.constraints));
    src.line(format_args!("check.constrained(at, &[({names}, {path}, value)]);"));
}

fn variant_steps(src: &mut Source, check: &MemberCheck) {
    src.line(format_args!("let at = &at.named({});", names(&check.member, None, check.secret)));
    steps(src, &check.steps, GIVEN);
}

/// The impl for an enum of strings whose values are checked.
pub(crate) fn strings(src: &mut Source, item: &Enum) {
    let Some(checks) = &item.checks else { return };
    let shown = &item.shown;
    let all = shown.iter().eq(item.values.iter().map(|value| &value.wire));
    let values = if all {
        "Self::values()".to_owned()
    } else {
        let values: Vec<String> = shown.iter().map(|value| literal(value).to_string()).collect();
        format!("&[{}]", values.join(", "))
    };
    let checked = CheckedEnum {
        unknown: format!("check.unknown_value(at, {values});"),
        content: ["self.as_str()", "self.as_str()", "text", "&str"],
    };
    enumeration(src, &item.name, item.deprecated.is_some(), checks, &checked);
}

/// The impl for an enum of integers whose values are checked.
pub(crate) fn integers(src: &mut Source, item: &IntEnum) {
    let Some(checks) = &item.checks else { return };
    let checked = CheckedEnum {
        unknown: "check.unknown_integer(at, Self::values());".to_owned(),
        content: ["&self.value()", "self.value()", "number", "i32"],
    };
    enumeration(src, &item.name, item.deprecated.is_some(), checks, &checked);
}

/// What differs between enums of strings and of integers.
struct CheckedEnum {
    /// What notes a value that is none of the enum's.
    unknown: String,
    /// What stands on the wire, by reference and by value, the method that gives it to checks, and its type.
    content: [&'static str; 4],
}

fn enumeration(
    src: &mut Source,
    name: &TypeName,
    deprecated: bool,
    checks: &EnumChecks,
    CheckedEnum { unknown, content: [borrowed, content, getter, ty] }: &CheckedEnum,
) {
    let known = |src: &mut Source| src.block("if let Self::Unknown(_) = self", |src| src.line(unknown));
    implementation(src, name, deprecated, |src| {
        match &checks.own {
            None => method(src, "constraints", known),
            Some(list) => {
                let path = constraints::path(src, &ConstraintList::Shared(list.clone()));
                method(src, "known", known);
                src.separate();
                method(src, "constraints", |src| {
                    src.line("self.known(at, check);");
                    src.line(format_args!("check.constrained_value(at, {path}, {borrowed});"));
                });
            }
        }
        if checks.constrained_by_members {
            src.separate();
            let head = format_args!("fn {getter}(&self) -> Option<{ty}>");
            src.block(head, |src| src.line(format_args!("Some({content})")));
        }
    });
}

fn implementation(src: &mut Source, name: &TypeName, deprecated: bool, body: impl FnOnce(&mut Source)) {
    let validation = src.name(Import::Validation);
    src.separate();
    expect_deprecated(src, deprecated);
    src.block(format_args!("impl {validation}::Validate for {name}"), body);
}

/// The impl of a type.
fn validate(
    src: &mut Source,
    name: &TypeName,
    checks: &Checks,
    deprecated: bool,
    constraints: impl FnOnce(&mut Source),
    rules: impl FnOnce(&mut Source),
) {
    implementation(src, name, deprecated, |src| {
        if !checks.constraints.is_empty() {
            method(src, "constraints", constraints);
        }
        if !checks.nested_rules.is_empty() || !checks.rules.is_empty() {
            src.separate();
            method(src, "rules", rules);
        }
    });
}

fn method(src: &mut Source, name: &str, body: impl FnOnce(&mut Source)) {
    let validation = src.name(Import::Validation);
    let parameters = format_args!("at: &{validation}::Cursor<'_>, check: &mut {validation}::Checker<'_>");
    src.block(format_args!("fn {name}(&self, {parameters})"), body);
}

/// Where a member stands.
fn at_member(field: &Field) -> String {
    format!("&at.named({})", names(&field.member, Some(&field.name), field.redacted))
}

fn field(src: &mut Source, check: &MemberCheck, field: &Field) {
    let (at, name) = (at_member(field), field.name.in_source());
    let one = check.steps.len() == 1;
    match field.presence.is_option() {
        false if one => {
            steps(src, &check.steps, CheckedValue { at: &at, value: &format!("&self.{name}") });
        }
        false => {
            src.line(format_args!("let (here, value) = ({at}, &self.{name});"));
            steps(src, &check.steps, CheckedValue { at: "here", value: "value" });
        }
        true => src.block(format_args!("if let Some(value) = &self.{name}"), |src| {
            if !one {
                src.line(format_args!("let here = {at};"));
            }
            steps(src, &check.steps, CheckedValue { at: if one { &at } else { "here" }, value: "value" });
        }),
    }
}

fn rule(src: &mut Source, rule: &RuleCheck, fields: &[Field]) {
    match rule {
        RuleCheck::Keys(keys) => self::keys(src, keys, fields),
        RuleCheck::Members { rule, members } => {
            let present: Vec<String> = members.iter().map(|index| present(&fields[*index])).collect();
            let rule = format!("&{}::{rule}", src.name(Import::Rules));
            src.call("check.members", &[&"at", &rule, &format_args!("&[{}]", present.join(", "))], ";");
        }
        RuleCheck::Condition(condition) => {
            condition_check(src, condition, CheckedValue { at: "at", value: "self" });
        }
        RuleCheck::Guarded(format) => {
            let (by, member) = (&fields[format.by], &fields[format.member]);
            guarded(src, format, by, CheckedMember { field: member, at: &at_member(member) });
        }
        RuleCheck::Unset(members) => {
            let rows = members.iter().map(|index| &fields[*index]).map(|field| {
                format!("({}, {})", names(&field.member, Some(&field.name), false), present(field))
            });
            src.sequence("check.unset(at, &[", rows, "]);");
        }
    }
}

/// Whether a member is there.
fn present(field: &Field) -> String {
    if field.presence.is_option() {
        format!("self.{}.is_some()", field.name.in_source())
    } else {
        "true".to_owned()
    }
}

fn keys(src: &mut Source, keys: &KeysCheck, fields: &[Field]) {
    let (map, by) = (&fields[keys.map], &fields[keys.by]);
    let (table, by_name, answers) = (keys.table.in_source(), by.name.in_source(), src.name(Import::Answers));
    if by.presence.is_option() {
        src.line(format_args!("let case = self.{by_name}.as_ref().and_then({answers}::{table}::case);"));
    } else {
        src.line(format_args!("let case = {answers}::{table}::case(&self.{by_name});"));
    }
    let map_name = map.name.in_source();
    let value = match map.presence.is_option() {
        true => format!("self.{map_name}.as_ref()"),
        false => format!("Some(&self.{map_name})"),
    };
    src.call("check.keys", &[&at_member(map), &"case", &value], ";");
    for member in keys.members.iter().map(|index| &fields[*index]) {
        let arguments = (at_member(member), literal(&member.member), present(member));
        src.call("check.case_member", &[&arguments.0, &"case", &arguments.1, &arguments.2], ";");
    }
    for RejectedCaseCheck { variant, case, when, rule, .. } in &keys.rejected_cases {
        let is = format!("{}::{variant}", src.ty(&keys.discriminator));
        let is = if by.presence.is_option() { format!("Some({is})") } else { is };
        let rule = format!("&{}::{rule}", src.name(Import::Rules));
        let declared = when.map(|number| {
            format!(" && check.policy().has({}::Switch::new({number}))", src.name(Import::Validation))
        });
        let declared = declared.unwrap_or_default();
        src.block(format_args!("if self.{by_name} == {is}{declared}"), |src| {
            src.call("check.refused", &[&at_member(by), &rule, &literal(case)], ";");
        });
    }
}
