//! Key tables as statics.

use super::rules::{declaration, rule};
use super::source::{Import, Source, literal};
use crate::ir::tables::{Checked, Table};
use crate::rules::{
    Case, CaseMember, Key, KeyValue, KnownMisspelling, MemberPresence, RelatedKeys, Requirement, Rule,
    RuleSeverity, StringFormat,
};

/// The table and its cases.
pub(crate) fn statics(src: &mut Source, checked: &Checked, table: &Table) {
    src.front(format_args!("The keys of `{}`, case by case.", table.map));
    let validation = src.name(Import::Validation);
    src.separate();
    let fields = |src: &mut Source| {
        slice(src, "cases", &table.cases, |src, case| src.line(format_args!("&{},", case.name)));
        slice(src, "mistakes", &table.table.known_misspellings, misspelling);
    };
    src.nest(format_args!("static TABLE: {validation}::Table = {validation}::Table {{"), fields, "};");
    for (case, named) in table.table.cases.iter().zip(&table.cases) {
        src.separate();
        src.comment(format_args!("`{}`.", case.name));
        let head =
            format_args!("pub(crate) static {}: {validation}::Case = {validation}::Case {{", named.name);
        src.nest(head, |src| case_fields(src, checked, table, case), "};");
    }
}

/// A field that holds a slice, with lines for each element.
fn slice<T>(src: &mut Source, name: &str, elements: &[T], mut write: impl FnMut(&mut Source, &T)) {
    let elements = |src: &mut Source| elements.iter().for_each(|element| write(src, element));
    src.nest(format_args!("{name}: &["), elements, "],");
}

fn misspelling(src: &mut Source, misspelling: &KnownMisspelling) {
    let validation = src.name(Import::Validation);
    let fields = |src: &mut Source| {
        src.line(format_args!("key: {},", literal(&misspelling.key)));
        rule(src, "rule: ", &misspelling.rule, ",");
    };
    src.nest(format_args!("{validation}::Mistake {{"), fields, "},");
}

fn case_fields(src: &mut Source, checked: &Checked, table: &Table, case: &Case) {
    src.line(format_args!("name: {},", literal(&case.name)));
    src.line("table: &TABLE,");
    match absent(table, case) {
        Some(absent) => rule(src, "absent: Some(", &absent, "),"),
        None => src.line("absent: None,"),
    }
    let errors = || case.keys.iter().filter(|key| key.rule.severity == RuleSeverity::Error);
    let needed = errors().filter(|key| key.requirement == Requirement::Always).map(|key| key.name.as_str());
    let depends =
        errors().any(|key| matches!(key.requirement, Requirement::With(..) | Requirement::Without(_)));
    src.line(format_args!("needed: &{},", list(needed)));
    src.line(format_args!("depends: {depends},"));
    slice(src, "keys", &case.keys, |src, one| key(src, checked, one));
    slice(src, "members", &case.members, member);
}

/// What an absent map means in a case that always needs a key, if the service has words for it.
fn absent(table: &Table, case: &Case) -> Option<Rule> {
    let message = table.table.absent.clone()?;
    let needed = case.keys.iter().find(|key| key.requirement == Requirement::Always)?;
    Some(Rule {
        id: format!("{}/{}", table.table.id, case.name),
        severity: needed.rule.severity,
        documentation: String::new(),
        message: Some(message),
        error: table.table.error.clone(),
        sources: Vec::new(),
        place: table.table.place,
    })
}

fn key(src: &mut Source, checked: &Checked, key: &Key) {
    let validation = src.name(Import::Validation);
    let fields = |src: &mut Source| {
        src.line(format_args!("name: {},", literal(&key.name)));
        rule(src, "rule: ", &key.rule, ",");
        src.line(format_args!(
            "requirement: {validation}::Requirement::{},",
            requirement(src, checked, &key.requirement)
        ));
        let value = match &key.value {
            KeyValue::Any => "Any".to_owned(),
            KeyValue::Format(format) => format!("Format({})", self::format(src, format)),
            KeyValue::Sent(sent) => format!("Sent({})", related(src, sent)),
        };
        src.line(format_args!("value: {validation}::KeyValue::{value},"));
    };
    src.nest(format_args!("{validation}::Key {{"), fields, "},");
}

fn requirement(src: &Source, checked: &Checked, requirement: &Requirement) -> String {
    match requirement {
        Requirement::Always => "Always".to_owned(),
        Requirement::Declared(name) => {
            let number = declaration(checked, name).expect("what rules name is declared");
            format!("Declared({}::Switch::new({number}))", src.name(Import::Validation))
        }
        Requirement::With(key, values) => {
            format!("With({}, &{})", literal(key), list(values.iter().map(String::as_str)))
        }
        Requirement::Without(key) => format!("Without({})", literal(key)),
        Requirement::Optional => "Optional".to_owned(),
        Requirement::Ignored => "Ignored".to_owned(),
        Requirement::Family(None) => "Family(None)".to_owned(),
        Requirement::Family(Some(listed)) => format!("Family(Some({}))", related(src, listed)),
    }
}

fn related(src: &Source, related: &RelatedKeys) -> String {
    let (validation, map) = (src.name(Import::Validation), literal(&related.map));
    let keys = list(related.keys.iter().map(String::as_str));
    format!("{validation}::RelatedKeys {{ map: {map}, keys: &{keys} }}")
}

/// A string format.
pub(crate) fn format(src: &Source, format: &StringFormat) -> String {
    let validation = src.name(Import::Validation);
    match format {
        StringFormat::Date(pattern) => {
            format!("{validation}::StringFormat::Date({validation}::DatePattern::new({}))", literal(pattern))
        }
        StringFormat::Hex => format!("{validation}::StringFormat::Hex"),
        StringFormat::Base64 => format!("{validation}::StringFormat::Base64"),
        StringFormat::Integer => format!("{validation}::StringFormat::Integer"),
        StringFormat::Json => format!("{validation}::StringFormat::Json"),
    }
}

fn list<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    let literals: Vec<String> = texts.map(|text| literal(text).to_string()).collect();
    format!("[{}]", literals.join(", "))
}

fn member(src: &mut Source, member: &CaseMember) {
    let validation = src.name(Import::Validation);
    let presence = match member.presence {
        MemberPresence::Required => "Required",
        MemberPresence::Optional => "Optional",
        MemberPresence::Absent => "Absent",
    };
    let fields = |src: &mut Source| {
        src.line(format_args!("name: {},", literal(&member.name)));
        src.line(format_args!("presence: {validation}::Presence::{presence},"));
        rule(src, "rule: ", &member.rule, ",");
    };
    src.nest(format_args!("{validation}::Member {{"), fields, "},");
}

/// A string format, for lines that record their imports themselves.
pub(crate) fn format_text(format: &StringFormat) -> String {
    self::format(&Source::new(crate::ir::Layout::Crate, 2), format)
}
