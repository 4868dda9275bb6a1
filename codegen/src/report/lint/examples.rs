//! Whether examples fit the shapes that they are values of
//! ([Smithy 2.0, examples](https://smithy.io/2.0/spec/documentation-traits.html#examples-trait)).

use crate::diagnostics::{Diagnostic, Severity};
use crate::json::Value;
use crate::resolve::conformance::{self, Conformance, Demand, Node, Strictness};
use crate::resolve::graph::{Model, Shape, ShapeId};
use crate::resolve::traits::documentation::ExampleError;
use crate::rules::{RuleSeverity, Rules};

/// What a caller sends: all required members must be there.
const INPUT: Strictness = Strictness { required: Demand::Checked, constraints: Demand::Checked };

/// What a service answers: an example may show a part of it.
const OUTPUT: Strictness = Strictness { required: Demand::Ignored, constraints: Demand::Checked };

/// What examples are checked against.
pub(super) struct Examples<'m> {
    model: &'m Model,
    rules: &'m Rules,
    service: &'m Shape,
    conformance: Conformance<'m>,
}

impl<'m> Examples<'m> {
    /// A check against a model and its rules.
    pub(super) fn new(model: &'m Model, rules: &'m Rules, service: &'m Shape) -> Self {
        Self { model, rules, service, conformance: Conformance::new(model) }
    }

    /// Everything in the examples of an operation that its shapes, their constraints or key tables do not allow.
    /// Conditions are not evaluated.
    pub(super) fn check(&mut self, operation: &'m Shape) -> Vec<Diagnostic> {
        let model = self.model;
        let shape = |id: &Option<ShapeId>| id.as_ref().map(|id| model.shape(id));
        let (input, output) =
            (shape(&operation.operation_io().input), shape(&operation.operation_io().output));
        let mut found = Vec::new();
        for example in &operation.traits.examples {
            found.extend(self.value(input, example.input.as_ref(), INPUT));
            found.extend(self.value(output, example.output.as_ref(), OUTPUT));
            if let Some(error) = &example.error {
                found.extend(self.error(operation, error));
            }
        }
        found
    }

    fn error(&mut self, operation: &Shape, error: &'m ExampleError) -> Vec<Diagnostic> {
        let named = error.shape_id.as_str();
        let known = self.model.errors(self.service, operation);
        match known.iter().find(|shape| shape.id.as_str() == named) {
            Some(shape) => self.value(Some(shape), error.content.as_ref(), OUTPUT),
            None => {
                let message = format!("`{}` has no error `{named}`", operation.id.name());
                let diagnostic = Diagnostic::warning(message).at(error.span);
                vec![diagnostic.near(named, known.iter().map(|shape| shape.id.as_str()))]
            }
        }
    }

    fn value(
        &mut self,
        shape: Option<&'m Shape>,
        value: Option<&'m Value>,
        strictness: Strictness,
    ) -> Vec<Diagnostic> {
        let Some((shape, value)) = shape.zip(value) else { return Vec::new() };
        let mismatches = self.conformance.check(shape, value, strictness);
        let mismatches = mismatches.iter().map(|mismatch| mismatch.diagnostic(Severity::Warning));
        let nodes = conformance::nodes(self.model, shape, value);
        let keys = nodes.iter().filter_map(|node| self.missing_keys(node));
        mismatches.chain(keys).collect()
    }

    /// The keys that a map lacks in the case which another member names.
    fn missing_keys(&self, node: &Node<'_>) -> Option<Diagnostic> {
        let binding = self.rules.bindings.get(&node.shape.id)?;
        let table = self.rules.tables.get(&binding.table)?;
        let name = node.value.get(&binding.by).and_then(Value::as_str)?;
        let case = table.cases.iter().find(|case| case.name == name)?;
        let map = node.value.get(&binding.map);
        let missing = case.missing_keys(map).filter(|key| key.rule.severity == RuleSeverity::Error);
        let missing: Vec<String> = missing.map(|key| format!("`{}`", key.name)).collect();
        let message = format!("`{}` needs {} with `{name}`", binding.map, missing.join(", "));
        let span = map.unwrap_or(&node.value).span;
        (!missing.is_empty()).then(|| Diagnostic::warning(message).at(span))
    }
}
