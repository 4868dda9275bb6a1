//! What differs between the traits of a shape in two models, and what follows from it
//! ([Smithy 2.0, evolving models](https://smithy.io/2.0/guides/evolving-models.html)).

mod contents;
mod effects;
mod published_rules;
mod rules;

use indexmap::IndexMap;

use crate::json::{Data, Entry, Value};
use crate::resolve::graph::{Model, Shape, ShapeId, ShapeKind};
use crate::resolve::traits::Traits;

pub use effects::TraitEffect;
use rules::BreakingRule;

/// What happened to a trait, or to a part of its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// It came.
    Add,
    /// It went.
    Remove,
    /// Its value is another one.
    Update,
}

impl ChangeKind {
    /// The word for it in the ids of Smithy's events.
    pub fn name(self) -> &'static str {
        match self {
            Self::Add => "Add",
            Self::Remove => "Remove",
            Self::Update => "Update",
        }
    }

    fn between(old: Option<&Value>, new: Option<&Value>) -> Option<Self> {
        let is_there = |value: Option<&Value>| value.is_some_and(|value| value.data != Data::Null);
        match (is_there(old), is_there(new)) {
            (false, true) => Some(Self::Add),
            (true, false) => Some(Self::Remove),
            (true, true) if old != new => Some(Self::Update),
            (true, true) | (false, false) => None,
        }
    }
}

/// How much a rule of a trait's definition says that a change matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Breaking {
    /// No rule says anything.
    No,
    /// A rule notes it, or warns of it.
    Warned,
    /// A rule says that it breaks others.
    Yes,
}

/// A difference between the traits of one shape or member in two models.
#[derive(Clone, Debug, PartialEq)]
pub struct TraitChange<'m> {
    /// The trait.
    pub id: &'m ShapeId,
    /// What the trait is about.
    pub effect: TraitEffect,
    /// What happened.
    pub kind: ChangeKind,
    /// The part of the value that it happened to, as a JSON pointer; empty for the trait itself.
    pub path: String,
    /// The value before, if there was one.
    pub old: Option<&'m Value>,
    /// The value after, if there is one.
    pub new: Option<&'m Value>,
    /// The id of Smithy's event for it.
    pub event: String,
    /// What the rules of the trait's definition say.
    pub breaking: Breaking,
    /// What these rules tell about it.
    pub message: Option<String>,
}

/// A part of a trait's value, by its path, and the shape that defines it; published traits have none in the model.
struct ValuePart<'m> {
    path: String,
    value: &'m Value,
    shape: Option<&'m Shape>,
}

impl Model {
    /// The differences between the traits of one shape or member in an older model and in this one, by the ids of the
    /// traits; rules are those of the definitions in this model, or those that are published.
    pub fn trait_changes<'m>(&'m self, old: &'m Traits, new: &'m Traits) -> Vec<TraitChange<'m>> {
        let mut changes = Vec::new();
        if old.written == new.written {
            return changes;
        }
        let added = new.written.keys().filter(|id| !old.written.contains_key(*id));
        let mut ids: Vec<&ShapeId> = old.written.keys().chain(added).collect();
        ids.sort_unstable();
        for id in ids {
            let (before, after) = (old.written.get(id), new.written.get(id));
            if before != after {
                self.one_trait(&mut changes, id, before, after);
            }
        }
        changes
    }

    fn one_trait<'m>(
        &'m self,
        changes: &mut Vec<TraitChange<'m>>,
        id: &'m ShapeId,
        old: Option<&'m Value>,
        new: Option<&'m Value>,
    ) {
        let before = changes.len();
        let definition = self.shapes.get(id);
        let rules = definition.map_or_else(|| published_rules::of(id), rules::of_definition);
        for rule in &rules {
            changes.extend(self.by_rule(rule, id, old, new));
        }
        if let Some(definition) = definition {
            self.by_tags(changes, id, definition, (old, new));
        }
        let kind = match (old, new) {
            (None, _) => ChangeKind::Add,
            (_, None) => ChangeKind::Remove,
            (Some(_), Some(_)) => ChangeKind::Update,
        };
        if !covers(&changes[before..], old, new) {
            changes.push(TraitChange {
                id,
                effect: TraitEffect::of(id),
                kind,
                path: String::new(),
                old,
                new,
                event: format!("ModifiedTrait.{}.{id}", kind.name()),
                breaking: Breaking::No,
                message: None,
            });
        }
    }

    /// The parts that tags on the definition of a trait are about.
    fn by_tags<'m>(
        &'m self,
        changes: &mut Vec<TraitChange<'m>>,
        id: &'m ShapeId,
        definition: &'m Shape,
        (old, new): (Option<&'m Value>, Option<&'m Value>),
    ) {
        for part in contents::parts(self, definition, old, new) {
            changes.push(TraitChange {
                id,
                effect: TraitEffect::of(id),
                kind: part.kind,
                path: part.path,
                old: part.old,
                new: part.new,
                event: format!("ModifiedTrait.{}.{id}", part.kind.name()),
                breaking: part.breaking,
                message: None,
            });
        }
    }

    /// What a rule says about a change of a trait.
    fn by_rule<'m>(
        &'m self,
        rule: &BreakingRule,
        id: &'m ShapeId,
        old: Option<&'m Value>,
        new: Option<&'m Value>,
    ) -> Vec<TraitChange<'m>> {
        // What is inside goes and comes with the whole.
        if new.is_none() && !rule.path.is_empty() {
            return Vec::new();
        }
        let (before, after) = (self.parts(rule, id, old), self.parts(rule, id, new));
        let added = after.keys().filter(|path| !before.contains_key(*path));
        let paths = before.keys().chain(added);
        let change = |path: &String| {
            let (old, new) = (before.get(path).copied(), after.get(path).copied());
            let kind = ChangeKind::between(old, new).filter(|kind| rule.covers(*kind))?;
            Some(TraitChange {
                id,
                effect: TraitEffect::of(id),
                kind,
                path: path.clone(),
                old,
                new,
                event: format!("TraitBreakingChange.{}.{id}", kind.name()),
                breaking: rule.breaking,
                message: rule.message.clone(),
            })
        };
        paths.filter_map(change).collect()
    }

    /// The parts of a trait's value that the path of a rule leads to, by their own paths.
    fn parts<'m>(
        &'m self,
        rule: &BreakingRule,
        id: &ShapeId,
        value: Option<&'m Value>,
    ) -> IndexMap<String, &'m Value> {
        let whole = |value| ValuePart { path: String::new(), value, shape: self.shapes.get(id) };
        let mut open: Vec<ValuePart<'_>> = value.map(whole).into_iter().collect();
        for segment in &rule.path {
            open = open.iter().flat_map(|part| self.step(part, segment)).collect();
        }
        open.into_iter().map(|part| (part.path, part.value)).collect()
    }

    /// What one name of a path leads to: every element of a list or map, or the member of a structure.
    fn step<'m>(
        &'m self,
        ValuePart { path, value, shape }: &ValuePart<'m>,
        segment: &str,
    ) -> Vec<ValuePart<'m>> {
        let member = shape.map(|shape| shape.members().find(|member| member.name == segment));
        if matches!(member, Some(None)) {
            return Vec::new();
        }
        let shape_inside = member.flatten().map(|member| self.shape(&member.target));
        let inside = |name: &dyn std::fmt::Display, value: &'m Value| ValuePart {
            path: format!("{path}/{name}"),
            value,
            shape: shape_inside,
        };
        match (&value.data, shape.map(|shape| &shape.kind)) {
            (Data::Array(elements), _) => {
                elements.iter().enumerate().map(|(index, value)| inside(&index, value)).collect()
            }
            (Data::Object(entries), Some(ShapeKind::Map { .. })) => {
                entries.iter().map(|entry| inside(&entry.key, &entry.value)).collect()
            }
            (Data::Object(_), _) => {
                value.get(segment).map(|value| inside(&segment, value)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Whether changes of parts of a trait's value are all that differs between two values.
fn covers(changes: &[TraitChange<'_>], old: Option<&Value>, new: Option<&Value>) -> bool {
    let (Some(old), Some(new)) = (old.and_then(Value::as_object), new.and_then(Value::as_object)) else {
        return !changes.is_empty();
    };
    let value = |entries: &[Entry], key: &str| {
        entries.iter().rev().find(|entry| entry.key == key).map(|entry| entry.value.clone())
    };
    let is_covered = |key: &str| {
        let first = |path: &str| path.split('/').nth(1).is_none_or(|name| name == key);
        changes.iter().any(|change| first(&change.path))
    };
    let mut keys = old.iter().chain(new).map(|entry| entry.key.as_str());
    keys.all(|key| value(old, key) == value(new, key) || is_covered(key))
}
