//! Requests in Rust, from the examples of the model or, where it has none that can be shown, from made-up values.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::Comments;
use super::made_up::MadeUp;
use crate::ir::{ExampleBuilder, ExampleFit, ExampleRequest, ExampleValue, ExampleWrapper, FirstRequest};
use crate::json::{Data, Value};
use crate::names::{self, TypeName};
use crate::options::Docs as Mode;
use crate::resolve::conformance;
use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind};

/// Values that examples of the model give, by the name of the member and what that targets.
pub(super) type KnownValues<'t> = BTreeMap<&'t str, BTreeMap<&'t ShapeId, &'t Value>>;

/// The values that the examples of some operations give to members; the first of several counts.
pub(super) fn known_values<'t>(model: &'t Model, operations: &[&'t Shape]) -> KnownValues<'t> {
    let mut known = KnownValues::new();
    for operation in operations {
        let Some(input) = &operation.operation_io().input else { continue };
        let examples = operation.traits.examples.iter().filter(|example| example.error.is_none());
        for value in examples.filter_map(|example| example.input.as_ref()) {
            let nodes = conformance::nodes(model, model.shape(input), value);
            for node in nodes.iter().filter(|node| is_simple(node.shape)) {
                if let (Some(member), Cow::Borrowed(value)) = (node.member, &node.value) {
                    let values = known.entry(member.name.as_str()).or_default();
                    values.entry(&member.target).or_insert(*value);
                }
            }
        }
    }
    // What all lists and maps call their elements says nothing of them.
    known.retain(|member, _| !["member", "key", "value"].contains(member));
    known.values_mut().for_each(|values| values.retain(|_, value| !is_empty(value)));
    known
}

fn is_simple(shape: &Shape) -> bool {
    matches!(shape.kind, ShapeKind::SimpleType(_) | ShapeKind::Enum(_) | ShapeKind::IntEnum(_))
}

fn is_empty(value: &Value) -> bool {
    value.as_str() == Some("") || matches!(value.data, Data::Null)
}

impl Comments<'_> {
    /// The first request, if the model has an operation that one can be written for.
    pub(super) fn first_request(&self) -> Option<FirstRequest> {
        let (operation, mut request) = self.first_example()?;
        let operation = self.subject.protocol.is_some().then_some(operation);
        request.names.extend(operation.clone());
        Some(FirstRequest { operation, request })
    }

    /// The example on the page of a structure that is the input of an operation.
    pub(crate) fn page_example(&self, shape: &Shape) -> Option<Box<ExampleRequest>> {
        if self.mode == Mode::Full { self.request_example(shape).map(Box::new) } else { None }
    }

    /// The operations for whose requests no example is known to fit, by their names in the model.
    pub(crate) fn without_fitting_example(&self) -> Vec<&str> {
        let is_without = |shape: &&&Shape| {
            let input = shape.operation_io().input.as_ref().map(|id| self.types.model.shape(id));
            let example =
                |input| self.request_example(input).is_some_and(|request| request.fit == ExampleFit::Known);
            input.is_some_and(|input| !input.id.is_unit() && !example(input))
        };
        self.subject.operations.iter().filter(is_without).map(|shape| shape.id.name()).collect()
    }

    /// A request of the first operation that takes a structure: rather one that is known to fit.
    fn request_example(&self, shape: &Shape) -> Option<ExampleRequest> {
        let operation = self.inputs.get(&shape.id)?;
        let given = operation.traits.examples.iter().filter(|example| example.error.is_none());
        let given = given.filter_map(|example| example.input.as_ref());
        let mut unfit = None;
        for value in given {
            let built = self.builder(&shape.id, value);
            if built.is_some() && self.fits(shape, value) {
                return built.map(|builder| self.example_of(builder, ExampleFit::Known));
            }
            unfit = unfit.or(built);
        }
        let value = MadeUp::structure(self, &shape.id);
        let made_up =
            value.and_then(|value| Some((self.builder(&shape.id, &value)?, self.fits(shape, &value))));
        match (made_up, unfit) {
            (Some((builder, true)), _) => Some(self.example_of(builder, ExampleFit::Known)),
            (Some((builder, false)), None) | (_, Some(builder)) => {
                Some(self.example_of(builder, ExampleFit::Unknown))
            }
            (None, None) => None,
        }
    }

    fn example_of(&self, builder: ExampleBuilder, fit: ExampleFit) -> ExampleRequest {
        let mut request = ExampleRequest {
            krate: names::crate_name(&self.subject.package),
            names: BTreeSet::new(),
            smithy: BTreeSet::new(),
            answers: BTreeSet::new(),
            builder: builder.clone(),
            fit,
        };
        name_builder(&mut request, &builder);
        request
    }

    /// An operation and a request of it: rather one that has a typed answer, reads or creates, and one of the model.
    fn first_example(&self) -> Option<(TypeName, ExampleRequest)> {
        let is_shown =
            |shape: &&&Shape| !self.types.model.has_event_stream(shape) && shape.traits.deprecated.is_none();
        let operations = self.subject.operations.iter().filter(is_shown);
        let mut operations: Vec<(Harm, &Shape)> =
            operations.map(|shape| (self.harm(shape), *shape)).collect();
        operations.sort_by_key(|(harm, _)| *harm);
        let (harmless, harmful) =
            operations.split_at(operations.partition_point(|(harm, _)| *harm < Harm::Destroys));
        let has_example =
            |shape: &&Shape| shape.traits.examples.iter().any(|example| example.error.is_none());
        [harmless, harmful].into_iter().find_map(|operations| {
            let shapes = || operations.iter().map(|(_, shape)| *shape);
            let fitting =
                |shape| self.example_for(shape).filter(|(_, request)| request.fit == ExampleFit::Known);
            // A request with nothing in it shows little.
            let full = |shape| fitting(shape).filter(|(_, request)| !request.builder.steps.is_empty());
            let of_model = shapes().filter(has_example).find_map(full);
            of_model
                .or_else(|| shapes().find_map(full))
                .or_else(|| shapes().find_map(fitting))
                .or_else(|| shapes().find_map(|shape| self.example_for(shape)))
        })
    }

    /// The name of an operation, and its request.
    fn example_for(&self, operation: &Shape) -> Option<(TypeName, ExampleRequest)> {
        let input = self.types.model.shape(operation.operation_io().input.as_ref()?);
        Some((self.types.operation(&operation.id).name.clone(), self.request_example(input)?))
    }

    /// What an operation does, as far as its traits and its name tell.
    fn harm(&self, operation: &Shape) -> Harm {
        let begins = |verbs: &[&str]| verbs.iter().any(|verb| operation.id.name().starts_with(verb));
        let binding =
            operation.operation_io().input.as_ref().and_then(|input| self.rules.bindings.get(input));
        if binding.is_some_and(|binding| binding.step.is_some()) {
            Harm::Answers
        } else if operation.traits.readonly || begins(&["Create", "Describe", "Get", "List"]) {
            Harm::ReadsOrCreates
        } else if begins(DESTRUCTIVE) {
            Harm::Destroys
        } else {
            Harm::Changes
        }
    }
}

/// What an operation does, from what an example should rather show to what it should not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Harm {
    /// It takes a typed answer.
    Answers,
    /// It reads, or creates something.
    ReadsOrCreates,
    /// It changes something.
    Changes,
    /// It undoes or deletes something.
    Destroys,
}

/// The verbs of operations that undo or delete.
const DESTRUCTIVE: &[&str] = &[
    "Abort",
    "BatchDelete",
    "BatchDisassociate",
    "BatchRemove",
    "Cancel",
    "Delete",
    "Deregister",
    "Detach",
    "Disable",
    "Disassociate",
    "Purge",
    "Reject",
    "Remove",
    "Reset",
    "Revoke",
    "Stop",
    "Terminate",
    "Untag",
];

/// Adds what an example names in a builder.
fn name_builder(request: &mut ExampleRequest, builder: &ExampleBuilder) {
    request.names.insert(builder.name.clone());
    builder.steps.iter().flat_map(|(_, values)| values).for_each(|value| name_value(request, value));
}

/// Adds what an example names in a value.
fn name_value(request: &mut ExampleRequest, value: &ExampleValue) {
    match value {
        ExampleValue::Text(_)
        | ExampleValue::Literal(_)
        | ExampleValue::Parsed(_)
        | ExampleValue::Nothing => {}
        ExampleValue::Into(value) => name_value(request, value),
        ExampleValue::Base64(_) => {
            request.smithy.insert("Blob");
        }
        ExampleValue::Seconds(_) => {
            request.smithy.insert("Timestamp");
        }
        ExampleValue::Wrapped(wrapper, value) => {
            match wrapper {
                ExampleWrapper::Variant(name, _) => request.names.extend([name.clone()]),
                ExampleWrapper::Some | ExampleWrapper::Box => {}
            }
            name_value(request, value);
        }
        ExampleValue::Document(_, held) => {
            request.smithy.insert("Document");
            held.iter().for_each(|value| name_value(request, value));
        }
        ExampleValue::Variant(name, _) => request.names.extend([name.clone()]),
        ExampleValue::List(values) => values.iter().for_each(|value| name_value(request, value)),
        ExampleValue::Map(entries) => entries.iter().for_each(|(key, value)| {
            name_value(request, key);
            name_value(request, value);
        }),
        ExampleValue::Built(builder) => name_builder(request, builder),
        ExampleValue::Answer(answer) => request.answers.extend([answer.module.clone()]),
    }
}
