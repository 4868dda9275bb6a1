//! The statics of rules.

use std::fmt::Display;

use super::source::{Import, Source, literal};
use crate::ir::rules::{Count, MemberRuleStatic, RuleSeverity, RuleStatic, RuleText};
use crate::ir::tables::SharedChecks;
use crate::names::FieldName;

/// The rules that stand alone.
pub(crate) fn statics(src: &mut Source, checked: &SharedChecks) {
    src.front("The rules of the model that stand alone.");
    let validation = src.name(Import::Validation);
    for RuleStatic { name, rule } in &checked.rules {
        src.separate();
        src.line(format_args!("pub(crate) static {name}: {validation}::Rule ="));
        src.indented(|src| self::rule(src, "", rule, ";"));
    }
    checked.member_rules.iter().for_each(|rule| member_rule(src, rule));
}

fn member_rule(src: &mut Source, rule: &MemberRuleStatic) {
    let MemberRuleStatic { name, rule, when, count, members } = rule;
    let validation = src.name(Import::Validation);
    let count = match count {
        Count::All => "All",
        Count::AtLeastOne => "AtLeastOne",
        Count::AtMostOne => "AtMostOne",
        Count::ExactlyOne => "ExactlyOne",
    };
    let fields = |src: &mut Source| {
        self::rule(src, "rule: ", rule, ",");
        match when {
            Some(number) => src.line(format_args!("when: Some({validation}::Switch::new({number})),")),
            None => src.line("when: None,"),
        }
        src.line(format_args!("count: {validation}::Count::{count},"));
        let pair = |(member, field): &(String, FieldName)| {
            format!("({}, {})", literal(member), literal(field.as_str()))
        };
        src.sequence("members: &[", members.iter().map(pair), "],");
    };
    src.separate();
    let head =
        format_args!("pub(crate) static {name}: {validation}::MemberRule = {validation}::MemberRule {{");
    src.nest(head, fields, "};");
}

/// A rule with what stands before and behind it.
pub(crate) fn rule(src: &mut Source, before: impl Display, rule: &RuleText, after: impl Display) {
    let RuleText { id, severity, documentation, message, error } = rule;
    let validation = src.name(Import::Validation);
    let severity = match severity {
        RuleSeverity::Error => "Error",
        RuleSeverity::Warning => "Warning",
    };
    let fields = |src: &mut Source| {
        src.line(format_args!("id: {},", literal(id)));
        src.line(format_args!("severity: {validation}::Severity::{severity},"));
        src.line(format_args!("documentation: {},", literal(documentation)));
        optional(src, "message", message.as_deref());
        optional(src, "error", error.as_deref());
    };
    src.nest(format_args!("{before}{validation}::Rule {{"), fields, format_args!("}}{after}"));
}

/// A field that holds a string or nothing.
fn optional(src: &mut Source, name: &str, text: Option<&str>) {
    match text {
        Some(text) => src.line(format_args!("{name}: Some({}),", literal(text))),
        None => src.line(format_args!("{name}: None,")),
    }
}
