//! Examples held against the shapes they are values of
//! ([Smithy 2.0, examples](https://smithy.io/2.0/spec/documentation-traits.html#examples-trait)).

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Span};
use crate::json::{self, Data, Entry, Value};
use crate::resolve::graph::{
    Member, Members, Model, Operation, Service, Shape, ShapeId, ShapeKind, SimpleType,
};
use crate::rules::{Requirement, RuleSeverity, Rules};
use pattern::{self, Caps, Check};

/// Everything in the examples of an operation that its shapes, their constraints or key tables do not allow. Not
/// looked at are unique items, bounds of integer types and conditions.
pub(super) fn unfit(
    model: &Model,
    rules: &Rules,
    service: &Service,
    shape: &Shape,
    operation: &Operation,
) -> Vec<Diagnostic> {
    let errors = operation.errors.iter().chain(&service.errors).collect();
    let mut held =
        Held { model, rules, errors, patterns: BTreeMap::new(), found: Vec::new(), in_input: false };
    let examples = shape.traits.get("smithy.api#examples").and_then(Value::as_array).unwrap_or_default();
    for example in examples {
        held.end(operation.input.as_ref(), example.get("input"), true);
        held.end(operation.output.as_ref(), example.get("output"), false);
        if let Some(error) = example.get("error") {
            held.error(shape, error);
        }
    }
    held.found
}

/// What values are held against.
struct Held<'m> {
    model: &'m Model,
    rules: &'m Rules,
    /// The errors that the operation can end in.
    errors: Vec<&'m ShapeId>,
    /// The patterns met so far; `None` for one that cannot be checked, which is told of when generating.
    patterns: BTreeMap<&'m str, Option<Check>>,
    found: Vec<Diagnostic>,
    /// Whether the value is what a caller sends: only there must all required members be given.
    in_input: bool,
}

impl<'m> Held<'m> {
    fn end(&mut self, id: Option<&ShapeId>, value: Option<&Value>, in_input: bool) {
        self.in_input = in_input;
        if let (Some(id), Some(value)) = (id, value) {
            self.value(self.model.shape(id), None, value);
        }
    }

    fn error(&mut self, shape: &Shape, error: &Value) {
        let named = error.get("shapeId").and_then(Value::as_str).unwrap_or_default();
        match self.errors.iter().copied().find(|id| id.as_str() == named) {
            Some(id) => self.end(Some(id), error.get("content"), false),
            None => {
                let message = format!("`{}` has no error `{named}`", shape.id.name());
                let known = self.errors.iter().map(|id| id.as_str());
                self.found.push(Diagnostic::warning(message).at(error.place).near(named, known));
            }
        }
    }

    /// `member` is the one that holds the value, if one does.
    fn value(&mut self, shape: &'m Shape, member: Option<&'m Member>, value: &Value) {
        match &shape.kind {
            ShapeKind::Structure(members) => self.structure(shape, members, value),
            ShapeKind::Union(members) => self.union(shape, members, value),
            ShapeKind::List(member) => self.list(shape, member, value),
            ShapeKind::Map { key, value: member } => self.map(shape, [key, member], value),
            ShapeKind::Enum(members) => {
                let values = members.values().filter_map(|member| member.traits.enum_value.as_deref());
                self.one_of(shape, &values.collect::<Vec<_>>(), value);
            }
            ShapeKind::IntEnum(members) => self.one_of_numbers(shape, members, value),
            ShapeKind::SimpleType(simple) => self.simple(shape, *simple, value),
            ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => {}
        }
        if let Some(member) = member {
            self.constraints(shape, member, value);
        }
    }

    fn structure(&mut self, shape: &'m Shape, members: &'m Members, value: &Value) {
        self.members(shape, members, value);
        let absent = members.values().filter(|member| {
            self.in_input
                && member.traits.required
                && value.as_object().is_some()
                && value.get(&member.name).is_none()
        });
        let missing: Vec<String> = absent.map(|member| format!("`{}`", member.name)).collect();
        if !missing.is_empty() {
            self.push(value.place, format!("`{}` needs {}", shape.id.name(), missing.join(", ")));
        }
        self.keys(shape, value);
    }

    /// The keys that a map needs in the case which another member names.
    fn keys(&mut self, shape: &Shape, value: &Value) {
        let Some(binding) = self.rules.bindings.get(&shape.id) else { return };
        let Some(table) = self.rules.tables.get(&binding.table) else { return };
        let name = value.get(&binding.by).and_then(Value::as_str);
        let Some(case) = table.cases.iter().find(|case| Some(case.name.as_str()) == name) else { return };
        let map = value.get(&binding.map);
        let needed = case
            .keys
            .iter()
            .filter(|key| key.requirement == Requirement::Always && key.rule.severity == RuleSeverity::Error);
        let missing = needed.filter(|key| map.is_none_or(|map| map.get(&key.name).is_none()));
        let missing: Vec<String> = missing.map(|key| format!("`{}`", key.name)).collect();
        if !missing.is_empty() {
            let message = format!("`{}` needs {} with `{}`", binding.map, missing.join(", "), case.name);
            self.push(map.unwrap_or(value).place, message);
        }
    }

    fn union(&mut self, shape: &'m Shape, members: &'m Members, value: &Value) {
        self.members(shape, members, value);
        let count = value.as_object().map_or(1, <[Entry]>::len);
        if count != 1 {
            self.push(value.place, format!("the union `{}` has one member, not {count}", shape.id.name()));
        }
    }

    fn members(&mut self, shape: &'m Shape, members: &'m Members, value: &Value) {
        for entry in self.entries(value) {
            match members.get(&entry.key) {
                Some(member) => self.member(member, &entry.value),
                None => {
                    let fault = Diagnostic::warning(format!("`{}` has no `{}`", shape.id.name(), entry.key));
                    let known = members.keys().map(String::as_str);
                    self.found.push(fault.at(entry.place).near(&entry.key, known));
                }
            }
        }
    }

    fn member(&mut self, member: &'m Member, value: &Value) {
        self.value(self.model.shape(&member.target), Some(member), value);
    }

    fn list(&mut self, shape: &'m Shape, member: &'m Member, value: &Value) {
        self.expect(value, value.as_array().is_some(), "an array");
        for element in value.as_array().unwrap_or_default() {
            self.element(shape, member, element);
        }
    }

    fn map(&mut self, shape: &'m Shape, [key, member]: [&'m Member; 2], value: &Value) {
        for entry in self.entries(value) {
            self.member(key, &Value { place: entry.place, data: Data::String(entry.key.clone()) });
            self.element(shape, member, &entry.value);
        }
    }

    fn element(&mut self, shape: &'m Shape, member: &'m Member, value: &Value) {
        if !(shape.traits.sparse && matches!(value.data, Data::Null)) {
            self.member(member, value);
        }
    }

    fn simple(&mut self, shape: &Shape, simple: SimpleType, value: &Value) {
        match simple {
            SimpleType::String if !shape.traits.enum_definitions.is_empty() => {
                let values = shape.traits.enum_definitions.iter().map(|one| one.value.as_str());
                self.one_of(shape, &values.collect::<Vec<_>>(), value);
            }
            SimpleType::String | SimpleType::Blob => self.expect(value, value.as_str().is_some(), "a string"),
            SimpleType::Boolean => {
                self.expect(value, matches!(value.data, Data::Bool(_)), "`true` or `false`")
            }
            SimpleType::Byte
            | SimpleType::Short
            | SimpleType::Integer
            | SimpleType::Long
            | SimpleType::BigInteger => {
                self.expect(value, is_whole(value), "a whole number");
            }
            SimpleType::Float | SimpleType::Double | SimpleType::BigDecimal => {
                let named =
                    value.as_str().is_some_and(|text| ["NaN", "Infinity", "-Infinity"].contains(&text));
                self.expect(value, named || matches!(value.data, Data::Number(_)), "a number");
            }
            SimpleType::Timestamp => {
                let fits = matches!(value.data, Data::Number(_) | Data::String(_));
                self.expect(value, fits, "a number of seconds or a time as text");
            }
            SimpleType::Document => {}
        }
    }

    fn one_of(&mut self, shape: &Shape, values: &[&str], value: &Value) {
        self.expect(value, value.as_str().is_some(), "a string");
        if let Some(text) = value.as_str().filter(|text| !values.contains(text)) {
            let fault = Diagnostic::warning(format!("`{}` has no value `{text}`", shape.id.name()));
            self.found.push(fault.at(value.place).near(text, values.iter().copied()));
        }
    }

    fn one_of_numbers(&mut self, shape: &Shape, members: &Members, value: &Value) {
        self.expect(value, is_whole(value), "a whole number");
        let Data::Number(number) = &value.data else { return };
        let known = members.values().filter_map(|member| member.traits.int_enum_value);
        let fits = json::whole(number).is_none_or(|number| known.map(i64::from).any(|known| known == number));
        self.holds(value, fits, &format!("`{}` has no value {number}", shape.id.name()));
    }

    fn constraints(&mut self, shape: &Shape, member: &'m Member, value: &Value) {
        if let (Some(length), Some(count)) = (self.model.length(member), count(shape, value)) {
            let fits = length.min.is_none_or(|min| count >= min) && length.max.is_none_or(|max| count <= max);
            self.holds(value, fits, &format!("the length {count} is not within bounds"));
        }
        if let (Some(range), Data::Number(number)) = (self.model.range(member), &value.data) {
            let number = json::decimal(number);
            let fits = range.min.as_ref().is_none_or(|min| number.compare(&json::decimal(min)).is_ge())
                && range.max.as_ref().is_none_or(|max| number.compare(&json::decimal(max)).is_le());
            self.holds(value, fits, "the number is not within its range");
        }
        if let (Some(pattern), Some(text)) = (self.model.pattern(member), value.as_str()) {
            let compiled = || pattern::compile(pattern, &Caps::default()).ok().map(|compiled| compiled.check);
            let check = self.patterns.entry(pattern).or_insert_with(compiled);
            let fits = check.as_ref().is_none_or(|check| check.accepts(text));
            self.holds(value, fits, &format!("the text does not match the pattern `{pattern}`"));
        }
    }

    fn entries<'v>(&mut self, value: &'v Value) -> &'v [Entry] {
        self.expect(value, value.as_object().is_some(), "an object");
        value.as_object().unwrap_or_default()
    }

    fn expect(&mut self, value: &Value, fits: bool, expected: &str) {
        self.holds(value, fits, &format!("{expected} is expected here, not {}", value.kind()));
    }

    fn holds(&mut self, value: &Value, fits: bool, message: &str) {
        if !fits {
            self.push(value.place, message.to_owned());
        }
    }

    fn push(&mut self, place: Span, message: String) {
        self.found.push(Diagnostic::warning(message).at(place));
    }
}

fn is_whole(value: &Value) -> bool {
    matches!(&value.data, Data::Number(number) if json::decimal(number).is_whole())
}

/// What the length of a value counts: characters, elements or entries. Bytes of a blob are not written as they are.
fn count(shape: &Shape, value: &Value) -> Option<u64> {
    let count = match (&shape.kind, &value.data) {
        (ShapeKind::SimpleType(SimpleType::String) | ShapeKind::Enum(_), Data::String(text)) => {
            text.chars().count()
        }
        (ShapeKind::List(_), Data::Array(elements)) => elements.len(),
        (ShapeKind::Map { .. }, Data::Object(entries)) => entries.len(),
        _ => return None,
    };
    u64::try_from(count).ok()
}
