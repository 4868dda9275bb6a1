//! Named closures of shapes, by which types are generated without a service
//! ([Smithy 2.0, shape closures](https://smithy.io/2.0/spec/shape-closures.html)).

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::closures::neighbours;
use crate::diagnostics::Span;
use crate::json::Value;
use crate::resolve::graph::{Model, ShapeId, is_identifier};
use crate::resolve::traits::documentation::SpannedText;

/// The metadata that names closures.
pub(in crate::resolve) const KEY: &str = "shapeClosures";

/// One closure of the metadata.
#[derive(Clone, Debug)]
pub struct ShapeClosure {
    /// Its id, which no shape has.
    pub id: ShapeId,
    /// Where it is defined.
    pub span: Span,
    /// The namespaces whose shapes are in it.
    pub namespaces: Vec<String>,
    /// New local names of shapes in it.
    pub rename: IndexMap<ShapeId, String>,
    /// Documentation.
    pub documentation: Option<SpannedText>,
}

impl Model {
    /// All closures, in the order of the metadata.
    pub fn shape_closures(&self) -> Vec<ShapeClosure> {
        let closures = self.metadata.get(KEY).and_then(Value::as_array).unwrap_or_default();
        closures.iter().filter_map(shape_closure).collect()
    }

    /// The shapes that are in a closure: those that it includes, and all that these lead to.
    pub fn shapes_in(&self, closure: &ShapeClosure) -> BTreeSet<&ShapeId> {
        let is_named = |id: &&ShapeId| closure.namespaces.iter().any(|name| id.namespace() == name);
        let selected = self.selected.get(&closure.id).into_iter().flatten();
        // A selector may match mixins, which no shape of the model is.
        let selected = selected.filter_map(|id| self.shapes.get_key_value(id)).map(|(id, _)| id);
        self.closure(self.shapes.keys().filter(is_named).chain(selected), neighbours)
    }
}

fn shape_closure(value: &Value) -> Option<ShapeClosure> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let namespaces = value.get("includeNamespaces").and_then(Value::as_array).unwrap_or_default();
    let renames = value.get("rename").and_then(Value::as_object).unwrap_or_default();
    Some(ShapeClosure {
        id: ShapeId::parse(value.get("id")?.as_str()?)?,
        span: value.span,
        namespaces: namespaces.iter().filter_map(text).collect(),
        rename: renames
            .iter()
            .filter_map(|entry| {
                let name = text(&entry.value).filter(|name| is_identifier(name))?;
                Some((ShapeId::parse(&entry.key)?, name))
            })
            .collect(),
        documentation: value
            .get("documentation")
            .and_then(|value| Some(SpannedText { text: text(value)?, span: value.span })),
    })
}
