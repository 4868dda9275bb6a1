//! The statics of rules.

use std::fmt::Display;

use super::source::{Import, Source, literal};
use crate::ir::tables::{Checked, MemberRuleStatic};
use crate::rules::{Count, Rule, RuleSeverity};

/// The rules that stand alone.
pub(crate) fn statics(src: &mut Source, checked: &Checked) {
    src.front("The rules of the model that stand alone.");
    let validation = src.name(Import::Validation);
    for (name, rule) in &checked.rules {
        src.separate();
        src.line(format_args!("pub(crate) static {name}: {validation}::Rule ="));
        src.indented(|src| self::rule(src, "", rule, ";"));
    }
    checked.member_rules.iter().for_each(|rule| member_rule(src, checked, rule));
}

fn member_rule(src: &mut Source, checked: &Checked, rule: &MemberRuleStatic) {
    let MemberRuleStatic { name, fields, rule } = rule;
    let validation = src.name(Import::Validation);
    let count = match rule.count {
        Count::All => "All",
        Count::AtLeastOne => "AtLeastOne",
        Count::AtMostOne => "AtMostOne",
        Count::ExactlyOne => "ExactlyOne",
    };
    let write = |src: &mut Source| {
        self::rule(src, "rule: ", &rule.rule, ",");
        match rule.when.as_deref().and_then(|name| declaration(checked, name)) {
            Some(number) => src.line(format_args!("when: Some({validation}::Switch::new({number})),")),
            None => src.line("when: None,"),
        }
        src.line(format_args!("count: {validation}::Count::{count},"));
        let members = rule.members.iter().zip(fields);
        let members =
            members.map(|(member, field)| format!("({}, {})", literal(member), literal(field.as_str())));
        src.sequence("members: &[", members, "],");
    };
    src.separate();
    let head =
        format_args!("pub(crate) static {name}: {validation}::MemberRule = {validation}::MemberRule {{");
    src.nest(head, write, "};");
}

/// The number of what a caller can declare.
pub(crate) fn declaration(checked: &Checked, name: &str) -> Option<usize> {
    checked.declarations.iter().position(|(_, method, _)| method.as_str() == name)
}

/// A rule with what stands before and behind it.
pub(crate) fn rule(src: &mut Source, before: impl Display, rule: &Rule, after: impl Display) {
    let validation = src.name(Import::Validation);
    let severity = match rule.severity {
        RuleSeverity::Error => "Error",
        RuleSeverity::Warning => "Warning",
    };
    let fields = |src: &mut Source| {
        src.line(format_args!("id: {},", literal(&rule.id)));
        src.line(format_args!("severity: {validation}::Severity::{severity},"));
        src.line(format_args!("documentation: {},", literal(&rule.documentation)));
        optional(src, "message", rule.message.as_deref());
        optional(src, "error", rule.error.as_ref().map(|id| id.name()));
    };
    src.nest(format_args!("{before}{validation}::Rule {{"), fields, format_args!("}}{after}"));
}

/// A field that holds a string or nothing.
pub(crate) fn optional(src: &mut Source, name: impl Display, text: Option<&str>) {
    match text {
        Some(text) => src.line(format_args!("{name}: Some({}),", literal(text))),
        None => src.line(format_args!("{name}: None,")),
    }
}
