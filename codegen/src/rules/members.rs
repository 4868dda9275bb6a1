//! Reads the declarations of a service, rules on members, string formats, and the rules of conditions.

use indexmap::IndexMap;

use super::value::{self, Defaults};
use super::{ConditionRule, Count, FormatRule, MemberRule, Rules, stale, string_format, trait_value};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};
use crate::resolve::graph::{Model, Shape, ShapeKind, SimpleType};
use crate::resolve::traits::Traits;

/// Reads what a service declares for all its rules.
pub(super) fn declarations(errors: &mut Diagnostics, model: &Model, shape: &Shape, rules: &mut Rules) {
    for (name, declared) in [("switches", &mut rules.declarations), ("relatedMaps", &mut rules.related)] {
        for entry in entries(&shape.traits, name) {
            let sentence = value::text(&entry.value, "documentation").unwrap_or_default();
            if !is_snake(&entry.key) {
                let message =
                    format!("`{}` must be a name in lower snake case: it becomes a method", entry.key);
                errors.push(Diagnostic::error(message).at(entry.span).shape(&shape.id));
            }
            declared.insert(entry.key.clone(), sentence);
        }
    }
    if let Some(value) = trait_value(&shape.traits, "refusals") {
        rules.validation_error_response =
            value::error(errors, model, value, shape.id.as_str()).or(rules.validation_error_response.take());
    }
}

fn is_snake(name: &str) -> bool {
    let rest = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.chars().all(rest)
}

/// Reads the rules of a shape and of its members.
pub(super) fn read(errors: &mut Diagnostics, model: &Model, shape: &Shape, rules: &mut Rules) {
    for entry in entries(&shape.traits, "members") {
        if let Some(rule) = member_rule(errors, model, shape, entry, rules) {
            rules.members.entry(shape.id.clone()).or_default().push(rule);
        }
    }
    formats_and_conditions(errors, model, shape, None, rules);
    for member in shape.members() {
        formats_and_conditions(errors, model, shape, Some(&member.name), rules);
    }
}

/// Reads a rule, unless the structure lacks one of its members or its declaration is unknown.
fn member_rule(
    errors: &mut Diagnostics,
    model: &Model,
    shape: &Shape,
    entry: &Entry,
    rules: &Rules,
) -> Option<MemberRule> {
    let Entry { value, span, .. } = entry;
    let id = value::text(value, "id").unwrap_or_default();
    let when = value::text(value, "when");
    let undeclared = when.as_ref().filter(|name| !rules.declarations.contains_key(*name));
    if let Some(name) = undeclared {
        errors.push(undeclared_name(name, "switch", rules.declarations.keys()).at(*span).shape(&shape.id));
    }
    let members = value::texts(value, "members");
    let known = members.iter().filter(|name| has_member(errors, shape, name, value)).count();
    (known == members.len() && undeclared.is_none()).then(|| MemberRule {
        members,
        count: count(value),
        when,
        rule: value::rule(errors, model, id, value, *span, &Defaults::NONE),
    })
}

/// The error of a name that the service does not declare.
pub(super) fn undeclared_name<'n>(
    name: &str,
    kind: &str,
    known: impl Iterator<Item = &'n String>,
) -> Diagnostic {
    Diagnostic::error(format!("the service declares no {kind} `{name}`"))
        .near(name, known.map(String::as_str))
}

/// Whether a structure has a member that a rule names.
pub(super) fn has_member(errors: &mut Diagnostics, shape: &Shape, name: &str, value: &Value) -> bool {
    let ShapeKind::Structure(members) = &shape.kind else { return false };
    let known = members.contains_key(name);
    if !known {
        let message = format!("the rule names the member `{name}`, which `{}` does not have", shape.id);
        let diagnostic = stale(message, value.span, &shape.id);
        errors.push(diagnostic.near(name, members.keys().map(String::as_str)));
    }
    known
}

fn count(value: &Value) -> Count {
    match value.get("count").and_then(Value::as_str) {
        Some("atLeastOne") => Count::AtLeastOne,
        Some("atMostOne") => Count::AtMostOne,
        Some("exactlyOne") => Count::ExactlyOne,
        _ => Count::All,
    }
}

/// Reads the string format and the rules of conditions of a shape or of one of its members.
fn formats_and_conditions(
    errors: &mut Diagnostics,
    model: &Model,
    shape: &Shape,
    member: Option<&str>,
    rules: &mut Rules,
) {
    let traits = match member {
        None => &shape.traits,
        Some(name) => match shape.members().find(|member| member.name == name) {
            Some(member) => &*member.traits,
            None => return,
        },
    };
    let owner = (shape.id.clone(), member.map(str::to_owned));
    if let Some(value) = trait_value(traits, "form") {
        let id = value::text(value, "id").unwrap_or_default();
        let rule = value::rule(errors, model, id, value, value.span, &Defaults::NONE);
        let guard = guard(errors, model, shape, member, value);
        if let (Some(format), Ok(guard)) = (value.get("form").and_then(string_format::read), guard) {
            rules.formats.insert(owner.clone(), FormatRule { format, guard, rule });
        }
    }
    let conditions = conditions(errors, model, shape, traits);
    if !conditions.is_empty() {
        rules.conditions.insert(owner, conditions);
    }
}

/// A member, and the values of it.
type Guard = (String, Vec<String>);

/// The member whose value decides whether another must have a format; both are strings of one structure.
fn guard(
    errors: &mut Diagnostics,
    model: &Model,
    shape: &Shape,
    member: Option<&str>,
    value: &Value,
) -> Result<Option<Guard>, ()> {
    let Some(guard) = value.get("where") else { return Ok(None) };
    let name = value::text(guard, "member").unwrap_or_default();
    let members = || shape.members().filter(|other| other.name == name || Some(&*other.name) == member);
    let text = ShapeKind::SimpleType(SimpleType::String);
    if member.is_none() || !matches!(shape.kind, ShapeKind::Structure(_)) {
        let message = "`where` belongs to the format of a member of a structure";
        errors.push(Diagnostic::error(message).at(guard.span).shape(&shape.id));
        Err(())
    } else if !has_member(errors, shape, &name, guard) {
        Err(())
    } else if !members().all(|member| model.shape(&member.target).kind == text) {
        let message = format!("a format with `where` compares strings, and `{name}` or the member is none");
        errors.push(Diagnostic::error(message).at(guard.span).shape(&shape.id));
        Err(())
    } else {
        Ok(Some((name, value::texts(guard, "values"))))
    }
}

fn conditions(
    errors: &mut Diagnostics,
    model: &Model,
    shape: &Shape,
    traits: &Traits,
) -> IndexMap<String, ConditionRule> {
    let names = || traits.conditions.iter().map(|condition| condition.name.as_str());
    let mut rules = IndexMap::new();
    for Entry { key, value, span } in entries(traits, "conditions") {
        if !names().any(|name| name == key) {
            let diagnostic = Diagnostic::error(format!(
                "this is a rule of the condition `{key}`, which is not defined here"
            ));
            errors.push(diagnostic.at(*span).shape(&shape.id).near(key, names()));
        }
        let id = value::text(value, "id").unwrap_or_default();
        let members = value::texts(value, "members");
        let members = members.into_iter().filter(|name| has_member(errors, shape, name, value)).collect();
        let rule = value::rule(errors, model, id, value, *span, &Defaults::NONE);
        rules.insert(key.clone(), ConditionRule { rule, members });
    }
    rules
}

fn entries<'t>(traits: &'t Traits, name: &str) -> &'t [Entry] {
    trait_value(traits, name).and_then(Value::as_object).unwrap_or_default()
}
