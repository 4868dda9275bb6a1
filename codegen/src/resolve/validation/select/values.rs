//! What attributes of shapes are ([Smithy 2.0, attributes](https://smithy.io/2.0/spec/selectors.html#attributes)).

use std::borrow::Cow;

use selector::PathSegment;

use super::super::index::NodeId;
use super::Evaluator;
use super::states::Match;
use crate::json::{Data, Value};
use crate::resolve::raw::{PRELUDE, RawBody};

/// The value of an attribute.
#[derive(Clone)]
pub(in crate::resolve::validation) enum AttributeValue<'v> {
    /// There is none.
    Empty,
    /// A shape.
    Shape(NodeId),
    /// What a service says of itself.
    Service(NodeId),
    /// The traits of a shape.
    Traits(NodeId),
    /// The variables.
    Variables,
    /// The id of a shape.
    Id(Cow<'v, str>),
    /// A text or a number that is no part of a trait.
    Text(Cow<'v, str>),
    /// The value of a trait, or a part of it.
    Json(&'v Value),
    /// Several values.
    Projection(Vec<AttributeValue<'v>>),
}

impl<'v> AttributeValue<'v> {
    /// Whether there is a value.
    pub(super) fn is_present(&self) -> bool {
        match self {
            Self::Empty => false,
            Self::Json(value) => value.data != Data::Null,
            Self::Projection(values) => !values.is_empty(),
            _ => true,
        }
    }

    /// The values of projections, or the value itself.
    pub(super) fn flat<'s>(&'s self, result: &mut Vec<&'s Self>) {
        match self {
            Self::Projection(values) => values.iter().for_each(|value| value.flat(result)),
            value => result.push(value),
        }
    }

    fn length(length: usize) -> Self {
        Self::Text(Cow::Owned(length.to_string()))
    }
}

impl<'i> Evaluator<'i, '_> {
    /// The value as a text; empty if it has none.
    pub(super) fn text<'s>(&'s self, value: &'s AttributeValue<'_>) -> &'s str {
        match value {
            AttributeValue::Shape(node) | AttributeValue::Service(node) => &self.index.get(*node).id,
            AttributeValue::Id(text) | AttributeValue::Text(text) => text,
            AttributeValue::Json(value) => match &value.data {
                Data::String(text) | Data::Number(text) => text,
                Data::Bool(true) => "true",
                Data::Bool(false) => "false",
                Data::Null | Data::Array(_) | Data::Object(_) => "",
            },
            AttributeValue::Empty
            | AttributeValue::Traits(_)
            | AttributeValue::Variables
            | AttributeValue::Projection(_) => "",
        }
    }

    /// The value as people read it in a message.
    pub(in crate::resolve::validation) fn shown(&self, value: &AttributeValue<'_>) -> String {
        match value {
            AttributeValue::Json(value) => json_text(value),
            AttributeValue::Projection(_) => {
                let mut values = Vec::new();
                value.flat(&mut values);
                let mut texts: Vec<String> = values.into_iter().map(|value| self.shown(value)).collect();
                texts.sort_unstable();
                format!("[{}]", texts.join(", "))
            }
            value => self.text(value).to_owned(),
        }
    }

    /// The value at the end of a path.
    pub(in crate::resolve::validation) fn value_at(
        &self,
        start: AttributeValue<'i>,
        path: &[PathSegment],
        state: &Match,
    ) -> AttributeValue<'i> {
        path.iter().fold(start, |value, segment| self.property(value, segment, state))
    }

    fn property(
        &self,
        value: AttributeValue<'i>,
        segment: &PathSegment,
        state: &Match,
    ) -> AttributeValue<'i> {
        let name = match segment {
            PathSegment::Name(name) => name.as_str(),
            _ => "",
        };
        match value {
            AttributeValue::Shape(node) => match name {
                "id" => AttributeValue::Id(Cow::Borrowed(&self.index.get(node).id)),
                "trait" => AttributeValue::Traits(node),
                "var" => AttributeValue::Variables,
                "service" if self.index.get(node).type_name() == "service" => AttributeValue::Service(node),
                _ => AttributeValue::Empty,
            },
            AttributeValue::Service(node) => self.service(node, name),
            AttributeValue::Traits(node) => self.traits(node, segment),
            AttributeValue::Variables => state.variable(name).map_or(AttributeValue::Empty, |nodes| {
                AttributeValue::Projection(nodes.iter().map(AttributeValue::Shape).collect())
            }),
            AttributeValue::Id(id) => of_id(&id, segment),
            AttributeValue::Text(text) if *segment == PathSegment::Length => {
                AttributeValue::length(text.chars().count())
            }
            AttributeValue::Json(value) => of_json(value, segment),
            AttributeValue::Projection(values) => self.projection(values, segment, state),
            AttributeValue::Text(_) | AttributeValue::Empty => AttributeValue::Empty,
        }
    }

    fn service(&self, node: NodeId, name: &str) -> AttributeValue<'i> {
        match (&self.index.get(node).shape.body, name) {
            (_, "id") => AttributeValue::Id(Cow::Borrowed(&self.index.get(node).id)),
            (RawBody::Service(service), "version") => {
                AttributeValue::Text(Cow::Owned(service.version.clone().unwrap_or_default()))
            }
            _ => AttributeValue::Empty,
        }
    }

    fn traits(&self, node: NodeId, segment: &PathSegment) -> AttributeValue<'i> {
        let traits = self.index.get(node).traits();
        match segment {
            PathSegment::Keys => {
                let ids = traits.keys().map(|id| AttributeValue::Id(Cow::Borrowed(id.as_str())));
                AttributeValue::Projection(ids.collect())
            }
            PathSegment::Values => {
                AttributeValue::Projection(traits.values().map(|value| AttributeValue::Json(value)).collect())
            }
            PathSegment::Length => AttributeValue::length(traits.len()),
            PathSegment::First => AttributeValue::Empty,
            PathSegment::Name(name) => {
                let is_it = |id: &str| id == name || id.strip_prefix(PRELUDE) == Some(name);
                let found = traits.iter().find(|(id, _)| is_it(id.as_str()));
                found.map_or(AttributeValue::Empty, |(_, value)| AttributeValue::Json(value))
            }
        }
    }

    fn projection(
        &self,
        values: Vec<AttributeValue<'i>>,
        segment: &PathSegment,
        state: &Match,
    ) -> AttributeValue<'i> {
        if *segment == PathSegment::First {
            let projection = AttributeValue::Projection(values);
            let mut flat = Vec::new();
            projection.flat(&mut flat);
            return flat.first().map_or(AttributeValue::Empty, |first| (*first).clone());
        }
        let values = values.into_iter().map(|value| self.property(value, segment, state));
        AttributeValue::Projection(values.filter(AttributeValue::is_present).collect())
    }
}

fn of_id<'v>(id: &str, segment: &PathSegment) -> AttributeValue<'v> {
    let (root, member) = id.split_once('$').map_or((id, None), |(root, member)| (root, Some(member)));
    let (namespace, name) = root.split_once('#').unwrap_or(("", root));
    let text = |text: &str| AttributeValue::Text(Cow::Owned(text.to_owned()));
    match segment {
        PathSegment::Length => AttributeValue::length(id.chars().count()),
        PathSegment::Name(wanted) => match (wanted.as_str(), member) {
            ("namespace", _) => text(namespace),
            ("name", _) => text(name),
            ("member", Some(member)) => text(member),
            _ => AttributeValue::Empty,
        },
        _ => AttributeValue::Empty,
    }
}

fn of_json<'v>(value: &'v Value, segment: &PathSegment) -> AttributeValue<'v> {
    match (&value.data, segment) {
        (Data::Object(entries), PathSegment::Keys) => {
            let keys = entries.iter().map(|entry| AttributeValue::Text(Cow::Borrowed(entry.key.as_str())));
            AttributeValue::Projection(keys.collect())
        }
        (Data::Object(entries), PathSegment::Values) => AttributeValue::Projection(
            entries.iter().map(|entry| AttributeValue::Json(&entry.value)).collect(),
        ),
        (Data::Array(elements), PathSegment::Values) => {
            AttributeValue::Projection(elements.iter().map(AttributeValue::Json).collect())
        }
        (Data::Object(entries), PathSegment::Length) => AttributeValue::length(entries.len()),
        (Data::Array(elements), PathSegment::Length) => AttributeValue::length(elements.len()),
        (Data::String(text), PathSegment::Length) => AttributeValue::length(text.chars().count()),
        (Data::Object(_), PathSegment::Name(name)) => {
            value.get(name).map_or(AttributeValue::Empty, AttributeValue::Json)
        }
        _ => AttributeValue::Empty,
    }
}

/// A value as JSON, without spaces.
fn json_text(value: &Value) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    match &value.data {
        Data::Null => "null".to_owned(),
        Data::Bool(flag) => flag.to_string(),
        Data::Number(text) => text.clone(),
        Data::String(text) => quoted(text),
        Data::Array(elements) => {
            let elements: Vec<String> = elements.iter().map(json_text).collect();
            format!("[{}]", elements.join(","))
        }
        Data::Object(entries) => {
            let entries =
                entries.iter().map(|entry| format!("{}:{}", quoted(&entry.key), json_text(&entry.value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
        }
    }
}
