//! Key tables as statics.

use super::lines::{indented, literal};
use super::shared::declaration_source;
use crate::ir::tables::{Checked, Table};
use crate::rules::{
    Case, CaseMember, Key, KeyValue, KnownMisspelling, MemberPresence, RelatedKeys, Requirement, Rule,
    RuleSeverity, StringFormat,
};

/// The module of a table's statics.
pub(crate) fn module(table: &Table) -> String {
    format!("{}_keys", table.module.as_str())
}

/// A code span with an error's code.
pub(crate) fn error_source(code: &str) -> String {
    format!("`{code}`")
}

/// A rule, in source.
pub(crate) fn rule_source(rule: &Rule, indent: usize) -> String {
    rule_lines(rule, &rule.id).join(&format!("\n{}", " ".repeat(indent)))
}

fn rule_lines(rule: &Rule, id: &str) -> Vec<String> {
    let severity = match rule.severity {
        RuleSeverity::Error => "Error",
        RuleSeverity::Warning => "Warning",
    };
    let option =
        |text: Option<&str>| text.map_or("None".to_owned(), |text| format!("Some({})", literal(text)));
    block(
        "validation::Rule",
        vec![
            format!("id: {},", literal(id)),
            format!("severity: validation::Severity::{severity},"),
            format!("documentation: {},", literal(&rule.documentation)),
            format!("message: {},", option(rule.message.as_deref())),
            format!("error: {},", option(rule.error.as_ref().map(|id| id.name()))),
        ],
    )
}

/// A struct literal.
fn block(name: &str, fields: Vec<String>) -> Vec<String> {
    let mut lines = vec![format!("{name} {{")];
    lines.extend(indented(fields));
    lines.push("}".to_owned());
    lines
}

/// A field whose value takes several lines.
fn field(name: &str, mut value: Vec<String>) -> Vec<String> {
    if let Some(first) = value.first_mut() {
        first.insert_str(0, &format!("{name}: "));
    }
    if let Some(last) = value.last_mut() {
        last.push(',');
    }
    value
}

/// A slice whose elements take several lines.
fn slice(elements: Vec<Vec<String>>) -> Vec<String> {
    if elements.is_empty() {
        return vec!["&[]".to_owned()];
    }
    let mut lines = vec!["&[".to_owned()];
    for mut element in elements {
        if let Some(last) = element.last_mut() {
            last.push(',');
        }
        lines.extend(indented(element));
    }
    lines.push("]".to_owned());
    lines
}

/// The table and its cases.
pub(crate) fn statics(checked: &Checked, table: &Table) -> Vec<String> {
    let names = table.cases.iter().map(|case| vec![format!("&{}", case.name)]);
    let known_misspellings = table.table.known_misspellings.iter().map(misspelling);
    let mut fields = field("cases", slice(names.collect()));
    fields.extend(field("mistakes", slice(known_misspellings.collect())));
    let mut items = vec![item("static TABLE: validation::Table = ", block("validation::Table", fields))];
    for (case, named) in table.table.cases.iter().zip(&table.cases) {
        let head = format!("/// `{}`.\npub(crate) static {}: validation::Case = ", case.name, named.name);
        items.push(item(&head, case_lines(checked, table, case)));
    }
    items
}

fn item(head: &str, lines: Vec<String>) -> String {
    format!("{head}{};\n", lines.join("\n"))
}

fn misspelling(misspelling: &KnownMisspelling) -> Vec<String> {
    let mut fields = vec![format!("key: {},", literal(&misspelling.key))];
    fields.extend(field("rule", rule_lines(&misspelling.rule, &misspelling.rule.id)));
    block("validation::Mistake", fields)
}

fn case_lines(checked: &Checked, table: &Table, case: &Case) -> Vec<String> {
    let mut fields = vec![format!("name: {},", literal(&case.name)), "table: &TABLE,".to_owned()];
    fields.extend(match absent(table, case) {
        Some(rule) => {
            let mut lines = rule_lines(&rule, &rule.id);
            lines[0].insert_str(0, "Some(");
            if let Some(last) = lines.last_mut() {
                last.push(')');
            }
            field("absent", lines)
        }
        None => vec!["absent: None,".to_owned()],
    });
    let errors = || case.keys.iter().filter(|key| key.rule.severity == RuleSeverity::Error);
    let needed: Vec<String> =
        errors().filter(|key| key.requirement == Requirement::Always).map(|key| key.name.clone()).collect();
    let depends =
        errors().any(|key| matches!(key.requirement, Requirement::With(..) | Requirement::Without(_)));
    fields.push(format!("needed: &{},", list(&needed)));
    fields.push(format!("depends: {depends},"));
    fields.extend(field("keys", slice(case.keys.iter().map(|key| key_lines(checked, key)).collect())));
    fields.extend(field("members", slice(case.members.iter().map(member).collect())));
    block("validation::Case", fields)
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

fn key_lines(checked: &Checked, key: &Key) -> Vec<String> {
    let mut fields = vec![format!("name: {},", literal(&key.name))];
    fields.extend(field("rule", rule_lines(&key.rule, &key.rule.id)));
    fields.push(format!("requirement: {},", requirement(checked, &key.requirement)));
    fields.push(format!("value: {},", value(&key.value)));
    block("validation::Key", fields)
}

fn requirement(checked: &Checked, requirement: &Requirement) -> String {
    let declared = |switch: &str| {
        let switch = declaration_source(checked, Some(switch));
        let inner = switch.trim_start_matches("Some(").strip_suffix(')').unwrap_or("").to_owned();
        format!("validation::Requirement::Declared({inner})")
    };
    match requirement {
        Requirement::Always => "validation::Requirement::Always".to_owned(),
        Requirement::Declared(switch) => declared(switch),
        Requirement::With(key, values) => {
            format!("validation::Requirement::With({}, &{})", literal(key), list(values))
        }
        Requirement::Without(key) => format!("validation::Requirement::Without({})", literal(key)),
        Requirement::Optional => "validation::Requirement::Optional".to_owned(),
        Requirement::Ignored => "validation::Requirement::Ignored".to_owned(),
        Requirement::Family(None) => "validation::Requirement::Family(None)".to_owned(),
        Requirement::Family(Some(listed)) => {
            format!("validation::Requirement::Family(Some({}))", related(listed))
        }
    }
}

fn value(value: &KeyValue) -> String {
    match value {
        KeyValue::Any => "validation::KeyValue::Any".to_owned(),
        KeyValue::Format(format) => format!("validation::KeyValue::Format({})", format_source(format)),
        KeyValue::Sent(sent) => format!("validation::KeyValue::Sent({})", related(sent)),
    }
}

fn related(related: &RelatedKeys) -> String {
    format!("validation::RelatedKeys {{ map: {}, keys: &{} }}", literal(&related.map), list(&related.keys))
}

/// A string format, in source.
pub(crate) fn format_source(format: &StringFormat) -> String {
    match format {
        StringFormat::Date(pattern) => {
            format!("validation::StringFormat::Date(validation::DatePattern::new({pattern:?}))")
        }
        StringFormat::Hex => "validation::StringFormat::Hex".to_owned(),
        StringFormat::Base64 => "validation::StringFormat::Base64".to_owned(),
        StringFormat::Integer => "validation::StringFormat::Integer".to_owned(),
        StringFormat::Json => "validation::StringFormat::Json".to_owned(),
    }
}

fn list(texts: &[String]) -> String {
    format!("[{}]", texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", "))
}

fn member(member: &CaseMember) -> Vec<String> {
    let presence = match member.presence {
        MemberPresence::Required => "Required",
        MemberPresence::Optional => "Optional",
        MemberPresence::Absent => "Absent",
    };
    let mut fields = vec![format!("name: {},", literal(&member.name))];
    fields.push(format!("presence: validation::Presence::{presence},"));
    fields.extend(field("rule", rule_lines(&member.rule, &member.rule.id)));
    block("validation::Member", fields)
}
