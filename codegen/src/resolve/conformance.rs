//! Whether a value in JSON fits a shape: the one walk along values for defaults, examples and the values of traits
//! ([Smithy 2.0, trait node values](https://smithy.io/2.0/spec/model.html#trait-node-values)).

mod mismatch;
mod nodes;

use std::borrow::Cow;
use std::collections::BTreeMap;

use pattern::{Caps, Check};

use super::graph::{Member, Model, Shape, ShapeId, ShapeKind, SimpleType};
use super::traits::Range;
use crate::json::{self, Data, Value};

pub(crate) use self::mismatch::{Mismatch, MismatchKind, RangePlace};
pub(crate) use self::nodes::{Node, nodes};

/// How strictly values are checked, beyond their types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Strictness {
    /// Whether members that are required must be there.
    pub(crate) required: Demand,
    /// Whether `length`, `range`, `pattern` and `idRef` must hold.
    pub(crate) constraints: Demand,
}

/// Whether something is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    /// It is.
    Checked,
    /// It is not.
    Ignored,
}

/// Checks values against the shapes of a model; each pattern is compiled once.
pub(crate) struct Conformance<'m> {
    model: &'m Model,
    /// The patterns met so far; `None` for one that cannot be checked.
    patterns: BTreeMap<&'m str, Option<Cow<'m, Check>>>,
}

impl<'m> Conformance<'m> {
    /// A check against the shapes of `model`.
    pub(crate) fn new(model: &'m Model) -> Self {
        Self { model, patterns: BTreeMap::new() }
    }

    /// A check for which these patterns are compiled already, as far as that can be done.
    pub(crate) fn with_patterns(
        model: &'m Model,
        patterns: impl Iterator<Item = (&'m str, Option<&'m Check>)>,
    ) -> Self {
        let patterns = patterns.map(|(text, check)| (text, check.map(Cow::Borrowed)));
        Self { model, patterns: patterns.collect() }
    }

    /// Everything in `value` that does not fit `shape`, in the order of the text.
    pub(crate) fn check(
        &mut self,
        shape: &'m Shape,
        value: &'m Value,
        strictness: Strictness,
    ) -> Vec<Mismatch<'m>> {
        self.check_nodes(&nodes(self.model, shape, value), strictness)
    }

    /// The parts of a value of a shape.
    pub(crate) fn nodes(&self, shape: &'m Shape, value: &'m Value) -> Vec<Node<'m>> {
        nodes(self.model, shape, value)
    }

    /// The parts of a value of a shape that a member targets, if there is one.
    pub(crate) fn member_nodes(
        &self,
        shape: &'m Shape,
        member: Option<&'m Member>,
        value: &'m Value,
    ) -> Vec<Node<'m>> {
        nodes::nodes_of_member(self.model, shape, member, value)
    }

    /// Everything in the parts of a value that does not fit, in the order of the text.
    pub(crate) fn check_nodes(&mut self, nodes: &[Node<'m>], strictness: Strictness) -> Vec<Mismatch<'m>> {
        let mut found = Vec::new();
        for node in nodes {
            let mismatches = [
                type_mismatch(node),
                missing(node).filter(|_| strictness.required == Demand::Checked),
                member_count(node),
            ];
            let mut add = |kind, span| found.push(Mismatch { shape: node.shape, span, kind });
            mismatches.into_iter().flatten().for_each(|kind| add(kind, node.value.span));
            unknown(node).for_each(|entry| add(MismatchKind::UnknownMember(entry.key.clone()), entry.span));
            if strictness.constraints == Demand::Checked {
                let broken = self.constraints(node);
                broken.into_iter().for_each(|kind| add(kind, node.value.span));
            }
        }
        found
    }

    fn constraints(&mut self, node: &Node<'m>) -> Vec<MismatchKind<'m>> {
        let mismatches = [self.length(node), self.range(node), self.pattern(node), id_ref(node)];
        mismatches.into_iter().flatten().collect()
    }

    fn length(&self, node: &Node<'m>) -> Option<MismatchKind<'m>> {
        let bounds = node.effective(|traits| traits.length.as_ref())?;
        let count = count(node)?;
        let fits = bounds.min.is_none_or(|min| count >= min) && bounds.max.is_none_or(|max| count <= max);
        (!fits).then_some(MismatchKind::Length(count))
    }

    fn range(&self, node: &Node<'m>) -> Option<MismatchKind<'m>> {
        let bounds = node.effective(|traits| traits.range.as_ref())?;
        let number = match &node.value.data {
            Data::Number(number) => number,
            // `NaN` and the infinities are no numbers that a range holds, unless it is open on their side.
            Data::String(text) => return special(bounds, node, text),
            _ => return None,
        };
        let number = json::decimal(number);
        let fits = bounds.min.as_ref().is_none_or(|min| number.compare(&json::decimal(min)).is_ge())
            && bounds.max.as_ref().is_none_or(|max| number.compare(&json::decimal(max)).is_le());
        (!fits).then(|| MismatchKind::Range(RangePlace::of_range(node)))
    }

    fn pattern(&mut self, node: &Node<'m>) -> Option<MismatchKind<'m>> {
        let pattern = node.effective(|traits| traits.pattern.as_deref())?;
        let text = node.value.as_str()?;
        let compile =
            || pattern::compile(pattern, &Caps::default()).ok().map(|compiled| Cow::Owned(compiled.check));
        let check = self.patterns.entry(pattern).or_insert_with(compile);
        let fits = check.as_ref().is_none_or(|check| check.accepts(text));
        (!fits).then_some(MismatchKind::Pattern(pattern))
    }
}

/// What is wrong with `NaN` or an infinity in a range.
fn special<'m>(bounds: &Range, node: &Node<'m>, text: &str) -> Option<MismatchKind<'m>> {
    let place = RangePlace::of_range(node);
    match text {
        "NaN" => Some(MismatchKind::NotANumber),
        "Infinity" => bounds.max.is_some().then_some(MismatchKind::Range(place)),
        "-Infinity" => bounds.min.is_some().then_some(MismatchKind::Range(place)),
        _ => None,
    }
}

/// What is wrong with the type of a value, or with the value of an enum.
fn type_mismatch<'m>(node: &Node<'m>) -> Option<MismatchKind<'m>> {
    let data = &node.value.data;
    let fits = match &node.shape.kind {
        ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::Map { .. } => {
            matches!(data, Data::Object(_))
        }
        ShapeKind::List(_) => matches!(data, Data::Array(_)),
        ShapeKind::Enum(_) => {
            let values = node.shape.enum_values().map(|(_, value)| value);
            return enum_mismatch(&node.value, values.collect());
        }
        ShapeKind::IntEnum(_) => return int_enum_mismatch(node),
        ShapeKind::SimpleType(simple) => fits_simple(*simple, data),
        ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => true,
    };
    (!fits).then_some(found(&node.value))
}

/// What stands where another type belongs.
fn found<'m>(value: &Value) -> MismatchKind<'m> {
    MismatchKind::Type(match &value.data {
        Data::Number(number) => number.clone(),
        _ => value.kind().to_owned(),
    })
}

fn enum_mismatch<'m>(value: &Value, values: Vec<&'m str>) -> Option<MismatchKind<'m>> {
    match &value.data {
        Data::String(text) if values.contains(&text.as_str()) => None,
        Data::String(text) => Some(MismatchKind::EnumValue(text.clone(), values)),
        _ => Some(found(value)),
    }
}

fn int_enum_mismatch<'m>(node: &Node<'m>) -> Option<MismatchKind<'m>> {
    let data = &node.value.data;
    match data {
        Data::Number(text) if is_whole(data) => {
            let number = json::decimal(text);
            let is_known = |(_, known): (_, i32)| json::decimal(&known.to_string()).compare(&number).is_eq();
            let fits = node.shape.int_enum_values().any(is_known);
            (!fits).then(|| MismatchKind::EnumValue(text.clone(), Vec::new()))
        }
        _ => Some(found(&node.value)),
    }
}

fn fits_simple(simple: SimpleType, data: &Data) -> bool {
    match simple {
        SimpleType::String | SimpleType::Blob => matches!(data, Data::String(_)),
        SimpleType::Boolean => matches!(data, Data::Bool(_)),
        SimpleType::Byte => fits_bits(data, 8),
        SimpleType::Short => fits_bits(data, 16),
        SimpleType::Integer => fits_bits(data, 32),
        SimpleType::Long => fits_bits(data, 64),
        SimpleType::BigInteger => is_whole(data),
        SimpleType::Float | SimpleType::Double | SimpleType::BigDecimal => match data {
            Data::Number(text) if simple == SimpleType::Float => text.parse().is_ok_and(f32::is_finite),
            Data::Number(text) if simple == SimpleType::Double => text.parse().is_ok_and(f64::is_finite),
            Data::Number(_) => true,
            Data::String(text) => ["NaN", "Infinity", "-Infinity"].contains(&text.as_str()),
            _ => false,
        },
        SimpleType::Timestamp => matches!(data, Data::Number(_) | Data::String(_)),
        SimpleType::Document => true,
    }
}

/// Whether a value is a whole number that fits into so many bits.
fn fits_bits(data: &Data, bits: u32) -> bool {
    let Data::Number(text) = data else { return false };
    let fits = |number: i64| (-(1_i128 << (bits - 1))..1_i128 << (bits - 1)).contains(&i128::from(number));
    is_whole(data) && json::whole(text).is_some_and(fits)
}

fn is_whole(data: &Data) -> bool {
    matches!(data, Data::Number(number) if json::decimal(number).is_whole())
}

/// The required members that an object lacks.
fn missing<'m>(node: &Node<'m>) -> Option<MismatchKind<'m>> {
    let (ShapeKind::Structure(members), Data::Object(_)) = (&node.shape.kind, &node.value.data) else {
        return None;
    };
    let is_demanded = |member: &Member| member.traits.required && member.traits.default.is_none();
    let absent = |member: &&Member| is_demanded(member) && node.value.get(&member.name).is_none();
    let missing: Vec<&Member> = members.values().filter(absent).collect();
    (!missing.is_empty()).then_some(MismatchKind::MissingMembers(missing))
}

/// The entries of an object that are no members of its structure or union.
fn unknown<'n>(node: &'n Node<'_>) -> impl Iterator<Item = &'n json::Entry> {
    let members = match &node.shape.kind {
        ShapeKind::Structure(members) | ShapeKind::Union(members) => Some(members),
        _ => None,
    };
    let entries = members.and_then(|_| node.value.as_object()).unwrap_or_default();
    entries.iter().filter(move |entry| members.is_some_and(|members| !members.contains_key(&entry.key)))
}

/// A union has one member.
fn member_count<'m>(node: &Node<'m>) -> Option<MismatchKind<'m>> {
    let (ShapeKind::Union(_), Data::Object(entries)) = (&node.shape.kind, &node.value.data) else {
        return None;
    };
    (entries.len() != 1).then_some(MismatchKind::MemberCount(entries.len()))
}

fn id_ref<'m>(node: &Node<'m>) -> Option<MismatchKind<'m>> {
    node.shape.traits.id_ref.as_ref()?;
    node.value.as_str().filter(|text| ShapeId::parse(text).is_none()).map(|_| MismatchKind::ShapeId)
}

/// What the length of a value counts: characters, elements or entries, or the bytes of a blob as it is written.
fn count(node: &Node<'_>) -> Option<u64> {
    let count = match (&node.shape.kind, &node.value.data) {
        (ShapeKind::SimpleType(SimpleType::String) | ShapeKind::Enum(_), Data::String(text)) => {
            text.chars().count()
        }
        (ShapeKind::SimpleType(SimpleType::Blob), Data::String(text)) => text.len(),
        (ShapeKind::List(_), Data::Array(elements)) => elements.len(),
        (ShapeKind::Map { .. }, Data::Object(entries)) => entries.len(),
        _ => return None,
    };
    u64::try_from(count).ok()
}
