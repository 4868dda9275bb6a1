//! Reads what a service sends when it asks for an answer, and the requests that give it.

use super::{NextRequest, stale, value};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};
use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind, SimpleType};

/// Something that the service sends when it asks for a case.
#[derive(Clone, Debug)]
pub(crate) struct SentParameter {
    /// The key.
    pub(crate) name: String,
    /// One sentence for people.
    pub(crate) documentation: String,
    /// Whether the service always sends it.
    pub(crate) always: bool,
    /// What JSON it is, if it is any.
    pub(crate) json: Option<JsonKind>,
    /// The enum of its values, or of those in its list.
    pub(crate) values: Option<ShapeId>,
}

/// What a JSON text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JsonKind {
    /// A list of strings.
    List,
    /// An object of strings.
    Object,
}

/// Reads the requests that give the answer: their methods take members that are strings.
pub(super) fn requests(
    errors: &mut Diagnostics,
    model: &Model,
    owner: &str,
    table: &Value,
) -> Vec<NextRequest> {
    let is_structure = |shape: &Shape| matches!(shape.kind, ShapeKind::Structure(_));
    let mut requests = Vec::new();
    for entry in value::entries(table, "requests") {
        let structure =
            value::shape(errors, model, &entry.value, "structure", owner, "a structure", is_structure);
        let Some(structure) = structure else { continue };
        let members = value::texts(&entry.value, "members");
        let is_string = |name: &&String| {
            let mut own = model.shape(&structure).members().filter(|member| member.name == **name);
            let string = ShapeKind::SimpleType(SimpleType::String);
            own.any(|member| model.shape(&member.target).kind == string)
        };
        for name in members.iter().filter(|name| !is_string(name)) {
            let message = format!("`{structure}` has no member `{name}` that is a string");
            errors.push(stale(message, entry.span, owner));
        }
        let members = members.iter().filter(is_string).cloned().collect();
        requests.push(NextRequest { method: entry.key.clone(), structure, members });
    }
    requests
}

/// Reads which parameters of a response go back, by their keys in the answer.
pub(super) fn carried(table: &Value) -> Vec<(String, Vec<String>)> {
    let entries = value::entries(table, "carried").iter();
    entries.map(|entry| (entry.key.clone(), value::strings(&entry.value))).collect()
}

/// Reads what the service sends when it asks for a case.
pub(super) fn parameters(
    errors: &mut Diagnostics,
    model: &Model,
    owner: &str,
    case: &Value,
) -> Vec<SentParameter> {
    let mut parameter = |Entry { key, value, .. }: &Entry| {
        let (json, values) = (json(value), values(errors, model, owner, value));
        if let (Some(JsonKind::Object), Some(_), Some(named)) = (json, &values, value.get("enum")) {
            let message = "`enum` is about a string or the strings of a list, and this is an object";
            errors.push(Diagnostic::error(message).at(named.span).shape(owner));
        }
        if let (Some(_), Some(always)) = (json, value.get("always")) {
            let message = "`always` is about strings: a list or object that is not there is empty";
            errors.push(Diagnostic::error(message).at(always.span).shape(owner));
        }
        SentParameter {
            name: key.clone(),
            documentation: value::text(value, "documentation").unwrap_or_default(),
            always: value::flag(value, "always"),
            json,
            values,
        }
    };
    value::entries(case, "parameters").iter().map(&mut parameter).collect()
}

fn json(parameter: &Value) -> Option<JsonKind> {
    Some(match parameter.get("json")?.as_str()? {
        "object" => JsonKind::Object,
        _ => JsonKind::List,
    })
}

/// The enum of the values of a key or parameter.
pub(super) fn values(errors: &mut Diagnostics, model: &Model, owner: &str, value: &Value) -> Option<ShapeId> {
    let is_enum = |shape: &Shape| matches!(shape.kind, ShapeKind::Enum(_));
    value::shape(errors, model, value, "enum", owner, "an enum", is_enum)
}
