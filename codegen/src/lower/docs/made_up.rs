//! Made-up values of shapes, as JSON: what is required and no more, within the constraints and the rules.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use super::{Comments, made_up_text};
use crate::json::{self, Data, Entry, Value};
use crate::resolve::graph::{Member, Members, Shape, ShapeId, ShapeKind, SimpleType};
use crate::rules::{Binding, Case, Count, Key, MemberPresence, Requirement, RuleSeverity};

/// How many values an example may hold: what is required of some shapes is more than anybody reads.
const MAX_VALUES: usize = 200;

/// How long a made-up string or collection may have to be.
pub(super) const LONGEST: usize = 4096;

/// The time of examples.
const TIME: &str = "2026-01-31T12:00:00Z";

/// Makes up the value of one example.
pub(super) struct MadeUp<'c, 't> {
    comments: &'c Comments<'t>,
    /// How many more values it may hold.
    left: Cell<usize>,
    /// The structures and unions around the value that is being made.
    around: RefCell<Vec<ShapeId>>,
}

impl<'c, 't> MadeUp<'c, 't> {
    /// A value of a structure; nothing where none was found.
    pub(super) fn structure(comments: &'c Comments<'t>, id: &ShapeId) -> Option<Value> {
        let made_up = Self { comments, left: Cell::new(MAX_VALUES), around: RefCell::default() };
        made_up.of_shape(comments.types.model.shape(id))
    }

    /// A value of a shape that nothing else is known of.
    fn of_shape(&self, shape: &Shape) -> Option<Value> {
        if self.around.borrow().contains(&shape.id) {
            return None;
        }
        self.around.borrow_mut().push(shape.id.clone());
        let value = match &shape.kind {
            ShapeKind::Structure(members) => self.members(shape, members),
            ShapeKind::Union(members) => {
                let best = members.values().filter(|member| !self.comments.is_deprecated(member));
                best.chain(members.values())
                    .find_map(|member| Some(vec![entry(member, self.member(member, 0)?)]))
            }
            _ => None,
        };
        self.around.borrow_mut().pop();
        Some(Value { span: shape.span, data: Data::Object(value?) })
    }

    fn members(&self, shape: &Shape, members: &Members) -> Option<Vec<Entry>> {
        let model = self.comments.types.model;
        let binding = self.comments.rules.bindings.get(&shape.id);
        let keyed = binding.map(|binding| self.keyed(shape, binding));
        let (keyed, case) = match keyed {
            Some(keyed) => keyed.map(|(entries, case)| (entries, Some(case)))?,
            None => (Vec::new(), None),
        };
        let mut wanted = self.ruled(shape, members);
        let required = case.into_iter().flat_map(|case| &case.members);
        let required = required.filter(|member| member.presence == MemberPresence::Required);
        wanted.extend(required.map(|member| member.name.as_str()));
        let mut entries = Vec::new();
        for member in members.values() {
            let is_required = member.traits.required && member.traits.default.is_none();
            if let Some(keyed) = keyed.iter().find(|entry| entry.key == member.name) {
                entries.push(keyed.clone());
            } else if wanted.contains(member.name.as_str())
                || (is_required && !model.is_idempotency_token(member))
            {
                entries.push(entry(member, self.member(member, 0)?));
            }
        }
        Some(entries)
    }

    /// The members that rules want beside those that are required.
    fn ruled<'r>(&'r self, shape: &Shape, members: &'r Members) -> BTreeSet<&'r str> {
        let rules = self.comments.rules.members.get(&shape.id).into_iter().flatten();
        let rules = rules.filter(|rule| rule.when.is_none() && rule.rule.severity == RuleSeverity::Error);
        let mut wanted = BTreeSet::new();
        for rule in rules {
            let named = || rule.members.iter().map(String::as_str);
            let is_there = |name: &str| {
                wanted.contains(name) || members.get(name).is_some_and(|member| member.traits.required)
            };
            match rule.count {
                Count::All => wanted.extend(named()),
                Count::AtLeastOne | Count::ExactlyOne if !named().any(is_there) => {
                    wanted.extend(named().next())
                }
                Count::AtLeastOne | Count::ExactlyOne | Count::AtMostOne => {}
            }
        }
        wanted
    }

    /// The members of a key table, in the first case that a caller would use.
    fn keyed(&self, shape: &Shape, binding: &Binding) -> Option<(Vec<Entry>, &'c Case)> {
        let table = self.comments.rules.tables.get(&binding.table)?;
        let deprecated = |case: &Case| {
            let mut values = self.comments.types.model.shape(&table.discriminator).enum_values();
            values.any(|(member, value)| value == case.name && member.traits.deprecated.is_some())
        };
        let rejected = |case: &Case| binding.rejected_cases.iter().any(|rejected| rejected.name == case.name);
        let mut cases = table.cases.iter().filter(|case| !deprecated(case) && !rejected(case));
        let value = |text: String| Value { span: shape.span, data: Data::String(text) };
        let entry = |key: &str, value| Entry { key: key.to_owned(), span: shape.span, value };
        let of_case = |case: &'c Case| {
            let keys =
                needed(case).into_iter().map(|key| Some(entry(&key.name, value(made_up_text::of_key(key)?))));
            let map = Value { span: shape.span, data: Data::Object(keys.collect::<Option<_>>()?) };
            Some((vec![entry(&binding.by, value(case.name.clone())), entry(&binding.map, map)], case))
        };
        cases.find_map(of_case)
    }

    /// A value for a member; `nth` tells it from its neighbours in a list.
    fn member(&self, member: &Member, nth: usize) -> Option<Value> {
        self.left.set(self.left.get().checked_sub(1)?);
        let shape = self.comments.types.model.shape(&member.target);
        let known = self.comments.known.get(member.name.as_str());
        if let Some(known) = known.and_then(|known| known.get(&member.target)).filter(|_| nth == 0) {
            return Some((*known).clone());
        }
        let data = match &shape.kind {
            ShapeKind::Structure(_) if shape.id.is_unit() => Data::Object(Vec::new()),
            ShapeKind::Structure(_) | ShapeKind::Union(_) => return self.of_shape(shape),
            ShapeKind::List(element) => Data::Array(self.elements(member, element)?),
            ShapeKind::Map { key, value } => Data::Object(self.entries(member, key, value)?),
            ShapeKind::Enum(_) => {
                let values = shape.enum_values().filter(|(member, _)| member.traits.deprecated.is_none());
                let shown: BTreeSet<&str> = shape.public_enum_values().collect();
                let value = values.map(|(_, value)| value).filter(|value| shown.contains(value));
                Data::String(value.chain(shape.enum_values().map(|(_, value)| value)).nth(nth)?.to_owned())
            }
            ShapeKind::IntEnum(_) => {
                let values = shape.int_enum_values().filter(|(member, _)| member.traits.deprecated.is_none());
                Data::Number(values.chain(shape.int_enum_values()).nth(nth)?.1.to_string())
            }
            ShapeKind::SimpleType(simple) => self.simple(member, *simple, nth)?,
            ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_) => return None,
        };
        Some(Value { span: shape.span, data })
    }

    fn simple(&self, member: &Member, simple: SimpleType, nth: usize) -> Option<Data> {
        Some(match simple {
            SimpleType::Boolean => Data::Bool(nth == 0),
            SimpleType::String => Data::String(self.comments.made_up_text(member, nth)?),
            SimpleType::Blob => Data::String(made_up_text::of_blob(self.least(member), self.most(member))),
            SimpleType::Timestamp => Data::String(TIME.to_owned()),
            SimpleType::Document => Data::String("example".to_owned()),
            SimpleType::Byte
            | SimpleType::Short
            | SimpleType::Integer
            | SimpleType::Long
            | SimpleType::Float
            | SimpleType::Double
            | SimpleType::BigInteger
            | SimpleType::BigDecimal => Data::Number(self.number(member, nth)?),
        })
    }

    /// One, or what is nearest to it in the range.
    fn number(&self, member: &Member, nth: usize) -> Option<String> {
        let range = self.comments.types.model.range(member);
        let bound = |bound: Option<&String>, is_beyond: fn(std::cmp::Ordering) -> bool| {
            bound.filter(|bound| is_beyond(json::decimal(bound).compare(&json::decimal("1")))).cloned()
        };
        let min = range.and_then(|range| bound(range.min.as_ref(), std::cmp::Ordering::is_gt));
        let max = range.and_then(|range| bound(range.max.as_ref(), std::cmp::Ordering::is_lt));
        let first = min.or(max).unwrap_or_else(|| "1".to_owned());
        match nth {
            0 => Some(first),
            nth => Some((json::whole(&first)?.checked_add(i64::try_from(nth).ok()?)?).to_string()),
        }
    }

    fn elements(&self, member: &Member, element: &Member) -> Option<Vec<Value>> {
        let elements = (0..self.count(member)).map(|nth| self.member(element, nth)).collect();
        self.or_none(member, elements)
    }

    fn entries(&self, member: &Member, key: &Member, value: &Member) -> Option<Vec<Entry>> {
        let made = |nth| {
            let Value { span, data: Data::String(key) } = self.member(key, nth)? else { return None };
            Some(Entry { key, span, value: self.member(value, nth)? })
        };
        self.or_none(member, (0..self.count(member)).map(made).collect())
    }

    /// What a collection holds; nothing where that cannot be made and may be left out.
    fn or_none<T>(&self, member: &Member, made: Option<Vec<T>>) -> Option<Vec<T>> {
        made.or_else(|| (self.least(member) == 0).then(Vec::new))
    }

    /// How many elements a collection gets.
    fn count(&self, member: &Member) -> usize {
        self.least(member).max(1).min(self.most(member))
    }

    fn least(&self, member: &Member) -> usize {
        let length = self.comments.types.model.length(member);
        length.and_then(|length| length.min).map_or(0, |min| usize::try_from(min).unwrap_or(usize::MAX))
    }

    fn most(&self, member: &Member) -> usize {
        let length = self.comments.types.model.length(member);
        length
            .and_then(|length| length.max)
            .map_or(usize::MAX, |max| usize::try_from(max).unwrap_or(usize::MAX))
    }
}

fn entry(member: &Member, value: Value) -> Entry {
    Entry { key: member.name.clone(), span: value.span, value }
}

/// The keys that a case needs whatever else is known, and of two that stand in for each other the first.
fn needed(case: &Case) -> Vec<&Key> {
    let mut needed: Vec<&Key> = Vec::new();
    for key in &case.keys {
        let is_needed = match &key.requirement {
            Requirement::Always => true,
            Requirement::Without(other) => !needed.iter().any(|needed| needed.name == *other),
            Requirement::Declared(_)
            | Requirement::With(..)
            | Requirement::Optional
            | Requirement::Ignored
            | Requirement::Family(_) => false,
        };
        needed.extend(is_needed.then_some(key));
    }
    needed
}
