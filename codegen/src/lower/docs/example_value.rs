//! Values of a model as expressions: what builders and setters take.

use std::collections::BTreeMap;

use super::Comments;
use crate::ir::{ExampleBuilder, ExampleValue, ExampleWrapper, Type};
use crate::json::{self, Data, Value};
use crate::lower::item_names;
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Member, Members, ShapeId, ShapeKind, SimpleType};
use crate::resolve::{self};

/// A call of a setter with what it takes.
type Step = (FieldName, Vec<ExampleValue>);

/// The setters of a structure's members, of one value and of the whole, by the name of the member.
type Setters<'m> = BTreeMap<&'m str, (FieldName, FieldName)>;

impl Comments<'_> {
    /// How a structure's value is built; nothing where something in it has no place or cannot be written.
    pub(super) fn builder(&self, id: &ShapeId, value: &Value) -> Option<ExampleBuilder> {
        let shape = self.types.model.shape(id);
        let ShapeKind::Structure(members) = &shape.kind else { return None };
        let given = value.as_object()?.iter().map(|entry| Some((members.get(&entry.key)?, &entry.value)));
        let given: Vec<(&Member, &Value)> = given.collect::<Option<_>>()?;
        let is_given = |member: &Member| given.iter().any(|(own, _)| own.name == member.name);
        if members.values().any(|member| self.types.model.is_demanded(member) && !is_given(member)) {
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
            let is_left_out = self.is_deprecated(member) && !self.types.model.is_demanded(member);
            if is_left_out || matches!(value.data, Data::Null) {
                continue;
            }
            match self.steps(id, member, &setters, value) {
                Some(calls) => steps.extend(calls),
                None if self.types.model.is_demanded(member) => return None,
                None => {}
            }
        }
        Some(ExampleBuilder { name: self.types.name(id), steps, build: self.types.build(shape) })
    }

    /// Whether naming a member names something deprecated.
    pub(super) fn is_deprecated(&self, member: &Member) -> bool {
        let target = self.types.model.shape(&member.target);
        member.traits.deprecated.is_some() || target.traits.deprecated.is_some()
    }

    fn setters<'s>(&self, structure: &ShapeId, members: &'s Members) -> Setters<'s> {
        let names = members.keys().map(String::as_str);
        let fields = FieldName::of_members(names.clone());
        names.zip(item_names::setters(self.rules, structure, &fields)).collect()
    }

    /// The calls of a builder that set a member: one, or one for each element or entry.
    fn steps(
        &self,
        container: &ShapeId,
        member: &Member,
        setters: &Setters<'_>,
        value: &Value,
    ) -> Option<Vec<Step>> {
        let (one, whole) = setters.get(member.name.as_str())?;
        let target = self.types.model.shape(&member.target);
        let is_named = matches!(self.types.of_member(container, member), Type::Shape(_));
        let sparse = target.traits.sparse;
        let calls: Vec<Vec<ExampleValue>> = match (&target.kind, &value.data) {
            (ShapeKind::List(_), Data::Array(elements)) if elements.is_empty() && !is_named => {
                let list = ExampleValue::List(Vec::new());
                return Some(vec![(whole.clone(), vec![wrapped(ExampleWrapper::Some, list)])]);
            }
            (ShapeKind::List(element), Data::Array(elements)) if !is_named => {
                let calls = elements.iter().map(|value| Some(vec![self.held(element, value, sparse, true)?]));
                calls.collect::<Option<_>>()?
            }
            (ShapeKind::Map { .. }, Data::Object(entries)) if entries.is_empty() && !is_named => {
                let map = ExampleValue::Map(Vec::new());
                return Some(vec![(whole.clone(), vec![wrapped(ExampleWrapper::Some, map)])]);
            }
            (ShapeKind::Map { key, value: held }, Data::Object(entries)) if !is_named => {
                let entry = |entry: &json::Entry| {
                    let key = self.argument(&key.target, &text_of(entry))?;
                    Some(vec![key, self.held(held, &entry.value, sparse, true)?])
                };
                entries.iter().map(entry).collect::<Option<_>>()?
            }
            _ => vec![vec![self.argument(&member.target, value)?]],
        };
        Some(calls.into_iter().map(|arguments| (one.clone(), arguments)).collect())
    }

    /// What a list or map holds, which may be nothing where it is sparse; `is_argument` if a setter takes it.
    fn held(&self, member: &Member, value: &Value, sparse: bool, is_argument: bool) -> Option<ExampleValue> {
        match (&value.data, sparse) {
            (Data::Null, true) => Some(ExampleValue::Nothing),
            (_, true) => Some(wrapped(ExampleWrapper::Some, self.expression(&member.target, value)?)),
            (_, false) if is_argument => self.argument(&member.target, value),
            (_, false) => self.expression(&member.target, value),
        }
    }

    /// A value as a setter takes it: strings in every form.
    fn argument(&self, id: &ShapeId, value: &Value) -> Option<ExampleValue> {
        match (&self.types.model.shape(id).kind, &value.data) {
            (ShapeKind::SimpleType(SimpleType::String), Data::String(text)) => {
                Some(ExampleValue::Text(text.clone()))
            }
            _ => self.expression(id, value),
        }
    }

    /// A value as an expression of its type.
    fn expression(&self, id: &ShapeId, value: &Value) -> Option<ExampleValue> {
        let shape = self.types.model.shape(id);
        match (&shape.kind, &value.data) {
            (ShapeKind::Structure(_), Data::Object(_)) => self.builder(id, value).map(ExampleValue::Built),
            (ShapeKind::Union(members), Data::Object(entries)) => {
                let [entry] = entries.as_slice() else { return None };
                self.choice(id, members, entry)
            }
            (ShapeKind::List(element), Data::Array(elements)) => {
                let held = |value| self.held(element, value, shape.traits.sparse, false);
                Some(ExampleValue::List(elements.iter().map(held).collect::<Option<_>>()?))
            }
            (ShapeKind::Map { key, value: held }, Data::Object(entries)) => {
                let entry = |entry: &json::Entry| {
                    let key = self.expression(&key.target, &text_of(entry))?;
                    Some((key, self.held(held, &entry.value, shape.traits.sparse, false)?))
                };
                Some(ExampleValue::Map(entries.iter().map(entry).collect::<Option<_>>()?))
            }
            (ShapeKind::Enum(members), Data::String(text)) => {
                let place = shape.enum_values().position(|(_, known)| known == text)?;
                Some(ExampleValue::Variant(self.types.name(id), variant(members, place)?))
            }
            (ShapeKind::IntEnum(members), Data::Number(number)) => {
                let number = json::whole(number)?;
                let place = shape.int_enum_values().position(|(_, known)| i64::from(known) == number)?;
                Some(ExampleValue::Variant(self.types.name(id), variant(members, place)?))
            }
            (ShapeKind::SimpleType(simple), data) => simple_value(*simple, data),
            _ => None,
        }
    }

    /// A value of a union.
    fn choice(&self, id: &ShapeId, members: &Members, entry: &json::Entry) -> Option<ExampleValue> {
        let (place, _, member) = members.get_full(&entry.key)?;
        let (name, variant) = (self.types.name(id), variant(members, place)?);
        let held = match self.types.of_variant(member) {
            None => return Some(ExampleValue::Variant(name, variant)),
            Some(Type::Boxed(_)) => {
                wrapped(ExampleWrapper::Box, self.expression(&member.target, &entry.value)?)
            }
            Some(_) => self.expression(&member.target, &entry.value)?,
        };
        Some(wrapped(ExampleWrapper::Variant(name, variant), held))
    }
}

fn wrapped(wrapper: ExampleWrapper, value: ExampleValue) -> ExampleValue {
    ExampleValue::Wrapped(wrapper, Box::new(value))
}

fn variant(members: &Members, place: usize) -> Option<TypeName> {
    TypeName::of_variants(members.keys().map(String::as_str)).into_iter().nth(place)
}

/// The key of an entry as a value.
fn text_of(entry: &json::Entry) -> Value {
    Value { span: entry.span, data: Data::String(entry.key.clone()) }
}

fn simple_value(simple: SimpleType, data: &Data) -> Option<ExampleValue> {
    let into = |value| ExampleValue::Into(Box::new(value));
    Some(match (simple, data) {
        (SimpleType::String, Data::String(text)) => into(ExampleValue::Text(text.clone())),
        (SimpleType::Boolean, Data::Bool(value)) => ExampleValue::Literal(value.to_string()),
        (SimpleType::Blob, Data::String(text)) if !looks_like_base64(text) => {
            into(ExampleValue::Text(text.clone()))
        }
        (SimpleType::Blob, Data::String(text)) => ExampleValue::Base64(text.clone()),
        (SimpleType::Timestamp, Data::String(text))
            if resolve::is_time(data) && text.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            ExampleValue::Parsed(text.clone())
        }
        (SimpleType::Timestamp, Data::Number(number)) if resolve::is_time(data) => {
            ExampleValue::Seconds(json::whole(number)?)
        }
        (SimpleType::BigInteger | SimpleType::BigDecimal, Data::Number(number)) => {
            ExampleValue::Parsed(number.clone())
        }
        (SimpleType::Document, data) => document(data)?,
        (simple, Data::Number(number)) => ExampleValue::Literal(self::number(simple, number)?),
        _ => return None,
    })
}

/// Whether the text of a blob is not rather a word: examples have both, though Smithy says base64.
fn looks_like_base64(text: &str) -> bool {
    resolve::is_base64(text) && text.contains(|c: char| !c.is_ascii_lowercase())
}

/// A number as its type takes it.
fn number(simple: SimpleType, text: &str) -> Option<String> {
    let whole = || json::whole(text);
    match simple {
        SimpleType::Byte => i8::try_from(whole()?).ok().map(|value| value.to_string()),
        SimpleType::Short => i16::try_from(whole()?).ok().map(|value| value.to_string()),
        SimpleType::Integer => i32::try_from(whole()?).ok().map(|value| value.to_string()),
        SimpleType::Long => whole().map(|value| value.to_string()),
        SimpleType::Float => {
            text.parse().ok().filter(|value: &f32| value.is_finite()).map(|f| format!("{f:?}"))
        }
        SimpleType::Double => {
            text.parse().ok().filter(|value: &f64| value.is_finite()).map(|f| format!("{f:?}"))
        }
        _ => None,
    }
}

/// Any JSON value.
fn document(data: &Data) -> Option<ExampleValue> {
    let into = |value| ExampleValue::Into(Box::new(value));
    let of = |value: &Value| document(&value.data);
    Some(match data {
        Data::Null => ExampleValue::Document("Null", None),
        Data::Bool(value) => into(ExampleValue::Literal(value.to_string())),
        Data::Number(text) => {
            let whole =
                json::whole(text).and_then(|value| i32::try_from(value).ok()).map(|value| value.to_string());
            let double =
                || text.parse().ok().filter(|value: &f64| value.is_finite()).map(|f| format!("{f:?}"));
            into(ExampleValue::Literal(whole.or_else(double)?))
        }
        Data::String(text) => into(ExampleValue::Text(text.clone())),
        Data::Array(elements) => {
            let elements = elements.iter().map(of).collect::<Option<_>>()?;
            ExampleValue::Document("Array", Some(Box::new(ExampleValue::List(elements))))
        }
        Data::Object(entries) => {
            let entry =
                |entry: &json::Entry| Some((into(ExampleValue::Text(entry.key.clone())), of(&entry.value)?));
            let entries = entries.iter().map(entry).collect::<Option<_>>()?;
            ExampleValue::Document("Object", Some(Box::new(ExampleValue::Map(entries))))
        }
    })
}
