//! Reads `keyedBy`, the discriminator of a map with a key table, and `asks`, the answer that a response asks for.

use super::members::{has_member, undeclared_name};
use super::value::{self, Defaults};
use super::{Asks, Binding, KeyTable, RejectedCase, Rules, stale, trait_value};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::Value;
use crate::resolve::graph::{Member, Model, Shape, ShapeKind};

/// Reads both traits of a structure.
pub(super) fn read(errors: &mut Diagnostics, model: &Model, shape: &Shape, rules: &mut Rules) {
    if let Some(value) = trait_value(&shape.traits, "keyedBy")
        && let Some(binding) = binding(errors, model, shape, value, rules)
    {
        rules.bindings.insert(shape.id.clone(), binding);
    }
    if let Some(value) = trait_value(&shape.traits, "asks")
        && let Some(asks) = asks(errors, model, shape, value, rules)
    {
        rules.asks.insert(shape.id.clone(), asks);
    }
}

fn binding(
    errors: &mut Diagnostics,
    model: &Model,
    shape: &Shape,
    value: &Value,
    rules: &Rules,
) -> Option<Binding> {
    let (map, by) = (value::text(value, "map")?, value::text(value, "by")?);
    let (map_member, discriminator) =
        (member(errors, shape, &map, value)?, member(errors, shape, &by, value)?);
    let Some(table) = rules.tables.get(&map_member.target) else {
        let message = format!("`{map}` targets `{}`, which has no `keyTable`", map_member.target);
        errors.push(Diagnostic::error(message).at(value.span).shape(&shape.id));
        return None;
    };
    if discriminator.target != table.discriminator {
        let message = format!(
            "`{by}` targets `{}`, and the table's cases are `{}`",
            discriminator.target, table.discriminator
        );
        errors.push(Diagnostic::error(message).at(value.span).shape(&shape.id));
    }
    check_members(errors, shape, table, value);
    Some(Binding {
        rejected_cases: rejected_cases(errors, model, shape, value, (table, rules)),
        step: value::text(value, "step"),
        table: table.map.clone(),
        map,
        by,
    })
}

fn member<'s>(errors: &mut Diagnostics, shape: &'s Shape, name: &str, value: &Value) -> Option<&'s Member> {
    has_member(errors, shape, name, value).then(|| shape.members().find(|member| member.name == name))?
}

/// Checks that the structure has every member that a case of the table names.
fn check_members(errors: &mut Diagnostics, shape: &Shape, table: &KeyTable, value: &Value) {
    for member in table.cases.iter().flat_map(|case| &case.members) {
        has_member(errors, shape, &member.name, value);
    }
}

fn rejected_cases(
    errors: &mut Diagnostics,
    model: &Model,
    shape: &Shape,
    value: &Value,
    (table, rules): (&KeyTable, &Rules),
) -> Vec<RejectedCase> {
    let mut rejected = Vec::new();
    for entry in value::entries(value, "refuses") {
        if !table.cases.iter().any(|case| case.name == entry.key) {
            let message = format!(
                "the rule rejects the case `{}`, which `{}` does not have",
                entry.key, table.discriminator
            );
            let diagnostic = stale(message, entry.span, &shape.id);
            errors.push(diagnostic.near(&entry.key, table.cases.iter().map(|case| case.name.as_str())));
            continue;
        }
        let operation = shape.id.name().trim_end_matches("Request").trim_end_matches("Input");
        let id = format!("{}/{}/refused-by-{operation}", table.id, entry.key);
        let rule = value::rule(errors, model, id, &entry.value, entry.span, &Defaults::NONE);
        let when = value::text(&entry.value, "when");
        if let Some(name) = when.as_ref().filter(|name| !rules.declarations.contains_key(*name)) {
            let error = undeclared_name(name, "switch", rules.declarations.keys());
            errors.push(error.at(entry.span).shape(&shape.id));
            continue;
        }
        rejected.push(RejectedCase { name: entry.key.clone(), when, rule });
    }
    rejected
}

fn asks(
    errors: &mut Diagnostics,
    model: &Model,
    shape: &Shape,
    value: &Value,
    rules: &Rules,
) -> Option<Asks> {
    let is_map = |shape: &Shape| matches!(shape.kind, ShapeKind::Map { .. });
    let table = value::shape(errors, model, value, "table", shape.id.as_str(), "a map", is_map)?;
    let Some(found) = rules.tables.get(&table) else {
        errors
            .push(Diagnostic::error(format!("`{table}` has no `keyTable`")).at(value.span).shape(&shape.id));
        return None;
    };
    let by = value::text(value, "by")?;
    if member(errors, shape, &by, value)?.target != found.discriminator {
        let message = format!("`{by}` does not target `{}`, whose values are the cases", found.discriminator);
        errors.push(Diagnostic::error(message).at(value.span).shape(&shape.id));
    }
    let parameters = value::text(value, "parameters");
    let carries = value::texts(value, "carries");
    let named: Vec<&String> = parameters.iter().chain(&carries).collect();
    let known = named.into_iter().filter(|name| has_member(errors, shape, name, value)).count();
    (known == carries.len() + usize::from(parameters.is_some())).then_some(Asks {
        table,
        by,
        parameters,
        carries,
    })
}
