//! A first request in Rust, from an example of the model or, where it has none, from made-up values.

use std::collections::{BTreeMap, BTreeSet};

use super::Comments;
use crate::ir::{ExampleArguments, ExampleBuilder, ExampleValue, FirstRequest};
use crate::json::{Data, Value};
use crate::lower::item_names;
use crate::names::{self, FieldName, TypeName};
use crate::resolve::graph::{Member, Members, Shape, ShapeId, ShapeKind, SimpleType};

/// A call of a setter with what it takes.
type Step = (FieldName, ExampleArguments);

/// The setters of a structure's members, by the name of the member.
type Setters<'m> = BTreeMap<&'m str, FieldName>;

impl Comments<'_> {
    /// The first request, if the model has an operation that one can be written for.
    pub(super) fn first_request(&self) -> Option<FirstRequest> {
        let (operation, request) = self.first_example()?;
        let operation = self.subject.protocol.is_some().then_some(operation);
        let mut names = BTreeSet::new();
        add_names(&mut names, &request);
        names.extend(operation.clone());
        let answers = request.steps.iter().filter_map(|(_, arguments)| match arguments {
            ExampleArguments::Answer(answer) => Some(answer.module.clone()),
            ExampleArguments::Value(_) | ExampleArguments::Entry(..) | ExampleArguments::Built(_) => None,
        });
        Some(FirstRequest {
            krate: names::crate_name(&self.subject.package),
            names: names.into_iter().collect(),
            operation,
            answers: answers.collect::<BTreeSet<_>>().into_iter().collect(),
            request,
        })
    }

    /// An operation and a request of it: rather one that has a typed answer, reads or creates, and one of the model.
    fn first_example(&self) -> Option<(TypeName, ExampleBuilder)> {
        let has_request = |shape: &&&Shape| !self.types.model.has_event_stream(shape);
        let mut operations: Vec<(Harm, &Shape)> = self
            .subject
            .operations
            .iter()
            .filter(has_request)
            .map(|shape| (self.harm(shape), *shape))
            .collect();
        operations.sort_by_key(|(harm, _)| *harm);
        let (harmless, harmful) =
            operations.split_at(operations.partition_point(|(harm, _)| *harm < Harm::Destroys));
        [harmless, harmful].into_iter().find_map(|operations| {
            let of_model = || operations.iter().find_map(|(_, shape)| self.of_model(shape));
            let made_up = || operations.iter().find_map(|(_, shape)| self.made_up(shape));
            of_model().or_else(made_up)
        })
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

    /// The first example of an operation.
    fn of_model(&self, shape: &Shape) -> Option<(TypeName, ExampleBuilder)> {
        let example = shape.traits.examples.iter().find(|example| example.error.is_none());
        let value = example?.input.as_ref()?;
        self.request(shape, |input| self.builder(input, value))
    }

    /// A request with made-up values for its required members.
    fn made_up(&self, shape: &Shape) -> Option<(TypeName, ExampleBuilder)> {
        self.request(shape, |input| {
            let ShapeKind::Structure(members) = &self.types.model.shape(input).kind else { return None };
            let (setters, mut steps) = (self.setters(input, members), Vec::new());
            for member in members.values().filter(|member| self.types.model.is_demanded(member)) {
                let value = placeholder(self.types.model.shape(&member.target))?;
                steps.extend(self.steps(member, &setters, &value)?);
            }
            self.built(input, steps)
        })
    }

    fn request(
        &self,
        shape: &Shape,
        build: impl FnOnce(&ShapeId) -> Option<ExampleBuilder>,
    ) -> Option<(TypeName, ExampleBuilder)> {
        let input = shape.operation_io().input.as_ref().filter(|_| shape.traits.deprecated.is_none())?;
        Some((self.types.operation(&shape.id).name.clone(), build(input)?))
    }

    /// How a structure's value is built.
    fn builder(&self, id: &ShapeId, value: &Value) -> Option<ExampleBuilder> {
        let ShapeKind::Structure(members) = &self.types.model.shape(id).kind else { return None };
        let given = value.as_object()?.iter().map(|entry| Some((members.get(&entry.key)?, &entry.value)));
        let given: Vec<(&Member, &Value)> = given.collect::<Option<_>>()?;
        let missing = |member: &&Member| {
            self.types.model.is_demanded(member) && !given.iter().any(|(own, _)| own.name == member.name)
        };
        if members.values().any(|member| missing(&member)) {
            return None;
        }
        let (setters, mut steps) = (self.setters(id, members), Vec::new());
        let answer = self.rules.bindings.get(id).and_then(|binding| self.answer(binding, value));
        for (member, value) in given {
            if let Some((binding, step)) = &answer
                && (member.name == binding.by || member.name == binding.map)
            {
                steps.extend((member.name == binding.map).then(|| step.clone()));
                continue;
            }
            match self.steps(member, &setters, value) {
                Some(calls) => steps.extend(calls),
                None if self.types.model.is_demanded(member) => return None,
                None => {}
            }
        }
        self.built(id, steps)
    }

    fn built(&self, id: &ShapeId, steps: Vec<Step>) -> Option<ExampleBuilder> {
        let shape = self.types.model.shape(id);
        let builder = || ExampleBuilder { name: self.types.name(id), steps, build: self.types.build(shape) };
        shape.traits.deprecated.is_none().then(builder)
    }

    /// The setters of one value, element or entry.
    fn setters<'s>(&self, structure: &ShapeId, members: &'s Members) -> Setters<'s> {
        let names = members.keys().map(String::as_str);
        let fields = FieldName::of_members(names.clone());
        let setters = item_names::setters(self.rules, structure, &fields);
        names.zip(setters.into_iter().map(|(one, _)| one)).collect()
    }

    /// The calls of a builder that set a member: one, or one for each element or entry.
    fn steps(&self, member: &Member, setters: &Setters<'_>, value: &Value) -> Option<Vec<Step>> {
        let target = self.types.model.shape(&member.target);
        if target.traits.deprecated.is_some() || member.traits.deprecated.is_some() {
            return None;
        }
        let setter = setters.get(member.name.as_str())?;
        let calls: Option<Vec<ExampleArguments>> = match &target.kind {
            ShapeKind::List(element) => {
                value.as_array()?.iter().map(|value| self.arguments(&element.target, value)).collect()
            }
            ShapeKind::Map { key, value: held } => {
                let entry = |name: &str, value: &Value| {
                    let name = Value { data: Data::String(name.to_owned()), ..value.clone() };
                    let (key, value) =
                        (self.value_of(&key.target, &name)?, self.value_of(&held.target, value)?);
                    Some(ExampleArguments::Entry(key, value))
                };
                value.as_object()?.iter().map(|own| entry(&own.key, &own.value)).collect()
            }
            _ => Some(vec![self.arguments(&member.target, value)?]),
        };
        Some(calls?.into_iter().map(|arguments| (setter.clone(), arguments)).collect())
    }

    /// A value as what a setter takes.
    fn arguments(&self, id: &ShapeId, value: &Value) -> Option<ExampleArguments> {
        match (&self.types.model.shape(id).kind, &value.data) {
            (ShapeKind::Structure(_), Data::Object(_)) => {
                self.builder(id, value).map(ExampleArguments::Built)
            }
            _ => self.value_of(id, value).map(ExampleArguments::Value),
        }
    }

    /// A value that takes one line.
    fn value_of(&self, id: &ShapeId, value: &Value) -> Option<ExampleValue> {
        let shape = self.types.model.shape(id);
        if shape.traits.deprecated.is_some() {
            return None;
        }
        match (&shape.kind, &value.data) {
            (ShapeKind::SimpleType(SimpleType::String), Data::String(text)) => {
                Some(ExampleValue::String(text.clone()))
            }
            (ShapeKind::SimpleType(SimpleType::Boolean), Data::Bool(value)) => {
                Some(ExampleValue::Bool(*value))
            }
            (ShapeKind::SimpleType(simple), Data::Number(text)) => {
                integer(*simple, text).map(ExampleValue::Integer)
            }
            (ShapeKind::Enum(members), Data::String(text)) => {
                let names = TypeName::of_variants(members.keys().map(String::as_str));
                let named = |((member, value), _): &((&Member, &str), TypeName)| {
                    value == text && member.traits.deprecated.is_none()
                };
                let (_, variant) = shape.enum_values().zip(names).find(named)?;
                Some(ExampleValue::Variant(self.types.name(id), variant))
            }
            _ => None,
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

/// Adds the types that an example names.
fn add_names(names: &mut BTreeSet<TypeName>, builder: &ExampleBuilder) {
    names.insert(builder.name.clone());
    for (_, arguments) in &builder.steps {
        match arguments {
            ExampleArguments::Value(value) => names.extend(named(value)),
            ExampleArguments::Entry(key, value) => names.extend(named(key).into_iter().chain(named(value))),
            ExampleArguments::Built(builder) => add_names(names, builder),
            ExampleArguments::Answer(_) => {}
        }
    }
}

/// The type that a value names.
fn named(value: &ExampleValue) -> Option<TypeName> {
    match value {
        ExampleValue::Variant(name, _) => Some(name.clone()),
        ExampleValue::String(_) | ExampleValue::Bool(_) | ExampleValue::Integer(_) => None,
    }
}

/// A number as its type takes it; only whole ones can be written in one way.
fn integer(simple: SimpleType, text: &str) -> Option<String> {
    let fits = match simple {
        SimpleType::Byte => text.parse::<i8>().is_ok(),
        SimpleType::Short => text.parse::<i16>().is_ok(),
        SimpleType::Integer => text.parse::<i32>().is_ok(),
        SimpleType::Long => text.parse::<i64>().is_ok(),
        _ => false,
    };
    fits.then(|| text.to_owned())
}

/// A value that stands for any.
fn placeholder(shape: &Shape) -> Option<Value> {
    let data = match &shape.kind {
        ShapeKind::SimpleType(SimpleType::String) => Data::String("example".to_owned()),
        ShapeKind::SimpleType(SimpleType::Boolean) => Data::Bool(true),
        ShapeKind::SimpleType(simple) if integer(*simple, "1").is_some() => Data::Number("1".to_owned()),
        ShapeKind::Enum(_) => {
            let (_, first) = shape.enum_values().next()?;
            Data::String(first.to_owned())
        }
        _ => return None,
    };
    Some(Value { span: shape.span, data })
}
