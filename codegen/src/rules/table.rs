//! Reads key tables.

use indexmap::IndexMap;

use super::members::undeclared_name;
use super::value::{self, Defaults};
use super::{
    Case, CaseMember, Key, KeyTable, KeyValue, KnownMisspelling, MemberPresence, RelatedKeys, Requirement,
    Rule, RuleSeverity, Rules, due, string_format, trait_value,
};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};
use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind, SimpleType};

/// Reads the key table of a map, if it has one.
pub(super) fn read(errors: &mut Diagnostics, model: &Model, shape: &Shape, rules: &mut Rules) {
    let Some(value) = trait_value(&shape.traits, "keyTable") else { return };
    if !is_text_map(model, shape) {
        let message = "a `keyTable` belongs on a map from strings to strings";
        errors.push(Diagnostic::error(message).at(value.span).shape(&shape.id));
        return;
    }
    let is_enum = |shape: &Shape| matches!(shape.kind, ShapeKind::Enum(_));
    let owner = shape.id.as_str();
    let Some(discriminator) = value::shape(errors, model, value, "cases", owner, "an enum", is_enum) else {
        return;
    };
    let table = Reader { errors, model, rules, owner, value }.table(shape, discriminator);
    rules.tables.insert(shape.id.clone(), table);
}

fn is_text_map(model: &Model, shape: &Shape) -> bool {
    let text = |id: &ShapeId| {
        let shape = model.shape(id);
        shape.kind == ShapeKind::SimpleType(SimpleType::String)
    };
    matches!(&shape.kind, ShapeKind::Map { key, value } if text(&key.target) && text(&value.target))
}

/// What is needed to read a table.
struct Reader<'r> {
    errors: &'r mut Diagnostics,
    model: &'r Model,
    rules: &'r Rules,
    owner: &'r str,
    value: &'r Value,
}

impl Reader<'_> {
    fn table(&mut self, shape: &Shape, discriminator: ShapeId) -> KeyTable {
        let value = self.value;
        let id = value::text(value, "id").unwrap_or_default();
        let error = value::error(self.errors, self.model, value, self.owner);
        let sources = value::texts(value, "sources");
        let defaults = Defaults { severity: RuleSeverity::Error, error: error.as_ref(), sources: &sources };
        let cases = self.cases(&id, &discriminator, &defaults);
        let known_misspellings = self.known_misspellings(&id, &defaults);
        KeyTable {
            map: shape.id.clone(),
            discriminator,
            answer: value::text(value, "answer"),
            due: value::text(value, "due"),
            requests: due::requests(self.errors, self.model, self.owner, value),
            carried: due::carried(value),
            documentation: value::text(value, "documentation").unwrap_or_default(),
            absent: value.get("absent").and_then(|absent| value::text(absent, "message")),
            cases,
            known_misspellings,
            id,
            error,
        }
    }

    /// Reads the cases, in the order of the enum: each value must have one, and each case must be a value.
    fn cases(&mut self, id: &str, discriminator: &ShapeId, defaults: &Defaults<'_>) -> Vec<Case> {
        let values = self.model.shape(discriminator).enum_values();
        let values: Vec<&str> = values.map(|(_, value)| value).collect();
        let entries = value::entries(self.value, "byCase");
        for entry in entries.iter().filter(|entry| !values.contains(&entry.key.as_str())) {
            let message =
                format!("the table has a case `{}`, which `{discriminator}` does not have", entry.key);
            let diagnostic = super::stale(message, entry.span, self.owner);
            self.errors.push(diagnostic.near(&entry.key, values.iter().copied()));
        }
        let mut cases = Vec::new();
        for name in values {
            match entries.iter().find(|entry| entry.key == name) {
                Some(entry) => cases.push(self.case(id, entry, defaults)),
                None => {
                    let message = format!("no case of the table covers `{name}` of `{discriminator}`");
                    let diagnostic = super::stale(message, self.value.span, self.owner);
                    self.errors.push(diagnostic.help(format!(
                        "add `\"{name}\": {{}}` to `byCase`, with its keys or with `uncovered`"
                    )));
                }
            }
        }
        cases
    }

    fn case(&mut self, table: &str, entry: &Entry, defaults: &Defaults<'_>) -> Case {
        let value = &entry.value;
        let sources = value::texts(value, "sources");
        let defaults = Defaults {
            severity: value::severity(value).unwrap_or(defaults.severity),
            sources: if sources.is_empty() { defaults.sources } else { &sources },
            ..defaults.clone()
        };
        let id = format!("{table}/{}", entry.key);
        let mut entries: IndexMap<&str, &Entry> = IndexMap::new();
        for key in value::entries(self.value, "all").iter().chain(value::entries(value, "keys")) {
            entries.insert(&key.key, key);
        }
        let keys: Vec<Key> = entries.values().map(|key| self.key(&id, key, &defaults)).collect();
        self.check_others(&keys);
        Case {
            name: entry.key.clone(),
            documentation: value::text(value, "documentation").unwrap_or_default(),
            keys,
            members: self.members(&id, value, &defaults),
            parameters: due::parameters(self.errors, self.model, self.owner, value),
        }
    }

    fn key(&mut self, case: &str, entry: &Entry, defaults: &Defaults<'_>) -> Key {
        let Entry { key, value, span } = entry;
        let id = format!("{case}/{}", key.trim_end_matches('.'));
        let rule = value::rule(self.errors, self.model, id, value, *span, defaults);
        let values = due::values(self.errors, self.model, self.owner, value);
        if let (Some(_), Some(form)) = (&values, value.get("form")) {
            let message = "the value of a key has one of `form` and `enum`";
            self.errors.push(Diagnostic::error(message).at(form.span).shape(self.owner));
        }
        let requirement = self.requirement(entry);
        Key { name: key.clone(), requirement, value: self.key_value(entry), values, rule }
    }

    fn requirement(&mut self, entry: &Entry) -> Requirement {
        let value = &entry.value;
        let other = |name: &str| value.get(name).and_then(|other| value::text(other, "key"));
        let conditions = ["when", "with", "without"].iter().filter(|name| value.get(name).is_some()).count();
        let need = value.get("need").and_then(Value::as_str);
        let (optional, ignored) = (need == Some("optional"), need == Some("ignored"));
        if conditions + usize::from(optional || ignored) + usize::from(value::flag(value, "family")) > 1 {
            let message = "a key has one of `need: optional`, `when`, `with`, `without` and `family`";
            self.errors.push(Diagnostic::error(message).at(entry.span).shape(self.owner));
        }
        if value::flag(value, "family") {
            return Requirement::Family(value.get("listedIn").and_then(|related| self.related(related)));
        }
        if let Some(name) = value::text(value, "when") {
            return self.declared(name, entry);
        }
        match (other("with"), other("without")) {
            (Some(key), _) => {
                Requirement::With(key, value::texts(value.get("with").unwrap_or(value), "values"))
            }
            (None, Some(key)) => Requirement::Without(key),
            (None, None) if optional => Requirement::Optional,
            (None, None) if ignored => Requirement::Ignored,
            (None, None) => Requirement::Always,
        }
    }

    /// A key that is required if the caller made a declaration; nothing is known of one whose declaration is not.
    fn declared(&mut self, name: String, entry: &Entry) -> Requirement {
        if self.rules.declarations.contains_key(&name) {
            return Requirement::Declared(name);
        }
        let error = undeclared_name(&name, "switch", self.rules.declarations.keys());
        self.errors.push(error.at(entry.span).shape(self.owner));
        Requirement::Optional
    }

    fn key_value(&mut self, entry: &Entry) -> KeyValue {
        if let Some(format) = entry.value.get("form").and_then(string_format::read) {
            return KeyValue::Format(format);
        }
        let related = entry.value.get("equals").and_then(|related| self.related(related));
        let known = value::texts(&entry.value, "knownValues");
        match related {
            Some(related) => KeyValue::Sent(related),
            None if known.is_empty() => KeyValue::Any,
            None => KeyValue::Known(known),
        }
    }

    /// Keys of a related map that the service declares.
    fn related(&mut self, value: &Value) -> Option<RelatedKeys> {
        let related = value::related(value);
        if self.rules.related.contains_key(&related.map) {
            return Some(related);
        }
        let error = undeclared_name(&related.map, "related map", self.rules.related.keys());
        self.errors.push(error.at(value.span).shape(self.owner));
        None
    }

    /// Checks that the case has the keys that others depend on.
    fn check_others(&mut self, keys: &[Key]) {
        for key in keys {
            let (Requirement::With(other, _) | Requirement::Without(other)) = &key.requirement else {
                continue;
            };
            if !keys.iter().any(|key| key.name == *other) {
                let message =
                    format!("`{}` depends on the key `{other}`, which the case does not have", key.name);
                let diagnostic = Diagnostic::error(message).at(key.rule.span).shape(self.owner);
                self.errors.push(diagnostic.near(other, keys.iter().map(|key| key.name.as_str())));
            }
        }
    }

    fn members(&mut self, case: &str, value: &Value, defaults: &Defaults<'_>) -> Vec<CaseMember> {
        let defaults = Defaults { severity: RuleSeverity::Error, ..defaults.clone() };
        let entries = value::entries(value, "members").iter();
        entries
            .map(|Entry { key, value, span }| CaseMember {
                name: key.clone(),
                presence: match value.get("need").and_then(Value::as_str) {
                    Some("absent") => MemberPresence::Absent,
                    Some("optional") => MemberPresence::Optional,
                    _ => MemberPresence::Required,
                },
                rule: value::rule(self.errors, self.model, format!("{case}/{key}"), value, *span, &defaults),
            })
            .collect()
    }

    fn known_misspellings(&mut self, table: &str, defaults: &Defaults<'_>) -> Vec<KnownMisspelling> {
        let entries = value::entries(self.value, "mistakes").iter();
        entries
            .map(|Entry { key, value, span }| {
                let id = format!("{table}/mistakes/{key}");
                let rule: Rule = value::rule(self.errors, self.model, id, value, *span, defaults);
                KnownMisspelling { key: key.clone(), rule }
            })
            .collect()
    }
}
