//! The model that cases stand in, as JSON: what is needed to write values of its shapes.

use serde_json::{Map, Value};

/// A model with one service.
pub struct Model {
    shapes: Map<String, Value>,
    service: String,
}

impl Model {
    /// The model of a JSON AST.
    pub fn new(document: &Value) -> Self {
        let shapes = document["shapes"].as_object().expect("a model has shapes").clone();
        let services = shapes.iter().filter(|(_, shape)| shape["type"] == "service");
        let [service] =
            services.map(|(id, _)| id.clone()).collect::<Vec<_>>().try_into().expect("one service");
        Self { shapes, service }
    }

    /// The shape id of the service.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// All shapes by their ids.
    pub fn shapes(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.shapes.iter().map(|(id, shape)| (id.as_str(), shape))
    }

    /// A shape; null for one of the prelude.
    pub fn shape(&self, id: &str) -> &Value {
        self.shapes.get(id).unwrap_or(&Value::Null)
    }

    /// The name of a shape in the service.
    pub fn local_name<'a>(&'a self, id: &'a str) -> &'a str {
        let renamed = self.shapes[&self.service]["rename"][id].as_str();
        renamed.unwrap_or_else(|| id.split_once('#').map_or(id, |(_, name)| name))
    }

    /// The members of a structure or union with the ids of their targets, those of mixins first.
    pub fn members(&self, id: &str) -> Map<String, Value> {
        let shape = self.shape(id);
        let mixins = shape["mixins"].as_array().into_iter().flatten();
        let mut members = Map::new();
        for mixin in mixins {
            members.extend(self.members(target(mixin)));
        }
        members.extend(shape["members"].as_object().cloned().unwrap_or_default());
        members
    }

    /// The shape that a member of a list or map targets.
    pub fn target(&self, id: &str, member: &str) -> &str {
        target(&self.shape(id)[member])
    }

    /// The values of an enum, of either kind, or of a string with the trait `enum`, in order.
    pub fn enum_values(&self, id: &str) -> Vec<Value> {
        if let Some(definitions) = self.shape(id)["traits"]["smithy.api#enum"].as_array() {
            return definitions.iter().map(|definition| definition["value"].clone()).collect();
        }
        let value = |(name, member): (String, Value)| match &member["traits"]["smithy.api#enumValue"] {
            Value::Null => Value::String(name),
            value => value.clone(),
        };
        self.members(id).into_iter().map(value).collect()
    }

    /// The first operation that fails with an error.
    pub fn operation_with_error(&self, error: &str) -> Option<&str> {
        let has = |shape: &Value| {
            shape["errors"].as_array().into_iter().flatten().any(|listed| target(listed) == error)
        };
        let of_service = has(&self.shapes[&self.service]);
        let mut operations = self.shapes().filter(|(_, shape)| shape["type"] == "operation");
        operations.find(|(_, shape)| of_service || has(shape)).map(|(id, _)| id)
    }
}

/// The id of a target.
pub fn target(reference: &Value) -> &str {
    reference["target"].as_str().expect("members have targets")
}
