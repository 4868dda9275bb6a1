//! Key tables as statics.

use super::rules::rule;
use super::source::{Import, Source, code, literal};
use crate::ir::rules::{
    CaseMemberStatic, CaseStatic, KeyNeed, KeyStatic, KeyValue, MemberPresence, MisspellingStatic,
    RelatedKeys, StringFormat,
};
use crate::ir::tables::Table;

/// The table and its cases.
pub(crate) fn statics(src: &mut Source, table: &Table) {
    src.front(format_args!("The keys of `{}`, case by case.", table.map));
    let validation = src.name(Import::Validation);
    let fields = |src: &mut Source| {
        slice(src, "cases", &table.cases, |src, case| src.line(format_args!("&{},", case.name)));
        slice(src, "mistakes", &table.misspellings, misspelling);
    };
    src.separate();
    src.nest(format_args!("static TABLE: {validation}::Table = {validation}::Table {{"), fields, "};");
    table.cases.iter().for_each(|case| self::case(src, case));
}

/// A field that holds a slice, with lines for each element.
fn slice<T>(src: &mut Source, name: &str, elements: &[T], write: fn(&mut Source, &T)) {
    let elements = |src: &mut Source| elements.iter().for_each(|element| write(src, element));
    src.nest(format_args!("{name}: &["), elements, "],");
}

fn misspelling(src: &mut Source, misspelling: &MisspellingStatic) {
    let validation = src.name(Import::Validation);
    let fields = |src: &mut Source| {
        src.line(format_args!("key: {},", literal(&misspelling.key)));
        rule(src, "rule: ", &misspelling.rule, ",");
    };
    src.nest(format_args!("{validation}::Mistake {{"), fields, "},");
}

fn case(src: &mut Source, case: &CaseStatic) {
    let CaseStatic { name, variant: _, value, absent, needed, depends, keys, members } = case;
    let validation = src.name(Import::Validation);
    let fields = |src: &mut Source| {
        src.line(format_args!("name: {},", literal(value)));
        src.line("table: &TABLE,");
        match absent {
            Some(absent) => rule(src, "absent: Some(", absent, "),"),
            None => src.line("absent: None,"),
        }
        src.line(format_args!("needed: &{},", list(needed)));
        src.line(format_args!("depends: {depends},"));
        slice(src, "keys", keys, key);
        slice(src, "members", members, member);
    };
    src.separate();
    src.comment(format_args!("{}.", code(value)));
    let head = format_args!("pub(crate) static {name}: {validation}::Case = {validation}::Case {{");
    src.nest(head, fields, "};");
}

fn key(src: &mut Source, key: &KeyStatic) {
    let KeyStatic { key, rule, need, value } = key;
    let validation = src.name(Import::Validation);
    let fields = |src: &mut Source| {
        src.line(format_args!("name: {},", literal(key)));
        self::rule(src, "rule: ", rule, ",");
        src.line(format_args!("requirement: {validation}::Requirement::{},", self::need(src, need)));
        let value = match value {
            KeyValue::Any => "Any".to_owned(),
            KeyValue::Format(format) => format!("Format({})", self::format(src, format)),
            KeyValue::Sent(sent) => format!("Sent({})", elsewhere(src, sent)),
            KeyValue::Known(values) => format!("Known(&{})", list(values)),
        };
        src.line(format_args!("value: {validation}::KeyValue::{value},"));
    };
    src.nest(format_args!("{validation}::Key {{"), fields, "},");
}

fn need(src: &Source, need: &KeyNeed) -> String {
    match need {
        KeyNeed::Always => "Always".to_owned(),
        KeyNeed::Declared(number) => {
            format!("Declared({}::Switch::new({number}))", src.name(Import::Validation))
        }
        KeyNeed::With(key, values) => format!("With({}, &{})", literal(key), list(values)),
        KeyNeed::Without(key) => format!("Without({})", literal(key)),
        KeyNeed::Optional => "Optional".to_owned(),
        KeyNeed::Ignored => "Ignored".to_owned(),
        KeyNeed::Family(None) => "Family(None)".to_owned(),
        KeyNeed::Family(Some(listed)) => format!("Family(Some({}))", elsewhere(src, listed)),
    }
}

fn elsewhere(src: &Source, keys: &RelatedKeys) -> String {
    let RelatedKeys { map, keys } = keys;
    let validation = src.name(Import::Validation);
    format!("{validation}::RelatedKeys {{ map: {}, keys: &{} }}", literal(map), list(keys))
}

/// A string format.
pub(crate) fn format(src: &Source, format: &StringFormat) -> String {
    let validation = src.name(Import::Validation);
    match format {
        StringFormat::Date(pattern) => {
            let pattern = literal(pattern);
            format!("{validation}::StringFormat::Date({validation}::DatePattern::new({pattern}))")
        }
        StringFormat::Hex => format!("{validation}::StringFormat::Hex"),
        StringFormat::Base64 => format!("{validation}::StringFormat::Base64"),
        StringFormat::Integer => format!("{validation}::StringFormat::Integer"),
        StringFormat::Boolean => format!("{validation}::StringFormat::Boolean"),
        StringFormat::Json => format!("{validation}::StringFormat::Json"),
        StringFormat::Phone => format!("{validation}::StringFormat::Phone"),
        StringFormat::Comparison { names, operators } => {
            let (names, operators) = (list(names), list(operators));
            let fields = format!("{{ names: &{names}, operators: &{operators} }}");
            format!("{validation}::StringFormat::Comparison({validation}::Comparison {fields})")
        }
    }
}

fn list(texts: &[String]) -> String {
    let literals: Vec<String> = texts.iter().map(|text| literal(text).to_string()).collect();
    format!("[{}]", literals.join(", "))
}

fn member(src: &mut Source, member: &CaseMemberStatic) {
    let validation = src.name(Import::Validation);
    let presence = match member.presence {
        MemberPresence::Required => "Required",
        MemberPresence::Optional => "Optional",
        MemberPresence::Absent => "Absent",
    };
    let fields = |src: &mut Source| {
        src.line(format_args!("name: {},", literal(&member.member)));
        src.line(format_args!("presence: {validation}::Presence::{presence},"));
        rule(src, "rule: ", &member.rule, ",");
    };
    src.nest(format_args!("{validation}::Member {{"), fields, "},");
}
