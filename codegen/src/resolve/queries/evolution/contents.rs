//! The tags by which older models say on the definition of a trait which changes of it matter.

use std::collections::BTreeSet;

use super::rules::breaking;
use super::{Breaking, ChangeKind};
use crate::json::Value;
use crate::resolve::graph::{Member, Model, Shape, ShapeKind};
use crate::resolve::traits::Traits;

/// A part of a trait's value that changed and that a tag is about.
pub(super) struct TaggedPart<'m> {
    pub(super) kind: ChangeKind,
    pub(super) path: String,
    pub(super) old: Option<&'m Value>,
    pub(super) new: Option<&'m Value>,
    pub(super) breaking: Breaking,
}

/// How deep tags are looked for: a definition may contain itself.
const MAX_DEPTH: usize = 32;

/// The parts of a trait's value that tags of its definition are about.
pub(super) fn parts<'m>(
    model: &'m Model,
    definition: &'m Shape,
    old: Option<&'m Value>,
    new: Option<&'m Value>,
) -> Vec<TaggedPart<'m>> {
    let mut parts = tagged(&definition.traits, "", old, new);
    if definition.traits.tags.iter().any(|tag| tag == "diff.contents") {
        inside(model, &mut parts, definition, ("", MAX_DEPTH), (old, new));
    }
    parts
}

/// The change of one part, as often as tags are about it.
fn tagged<'m>(
    traits: &Traits,
    path: &str,
    old: Option<&'m Value>,
    new: Option<&'m Value>,
) -> Vec<TaggedPart<'m>> {
    let Some(kind) = ChangeKind::between(old, new) else { return Vec::new() };
    let about = |tag: &String| {
        let (severity, change) = tag.strip_prefix("diff.")?.split_once('.')?;
        let covered = change == "const" || change.eq_ignore_ascii_case(kind.name());
        covered.then(|| TaggedPart { kind, path: path.to_owned(), old, new, breaking: breaking(severity) })
    };
    traits.tags.iter().filter_map(about).collect()
}

/// The tagged parts of a value inside a shape.
fn inside<'m>(
    model: &'m Model,
    parts: &mut Vec<TaggedPart<'m>>,
    shape: &'m Shape,
    (path, depth): (&str, usize),
    (old, new): (Option<&'m Value>, Option<&'m Value>),
) {
    if depth == 0 || (old.is_none() && new.is_none()) {
        return;
    }
    let mut member = |member: &'m Member, name: &str, old, new| {
        let path = format!("{path}/{name}");
        parts.extend(tagged(&member.traits, &path, old, new));
        inside(model, parts, model.shape(&member.target), (&path, depth - 1), (old, new));
    };
    match &shape.kind {
        ShapeKind::Structure(members) | ShapeKind::Union(members) => {
            for found in members.values() {
                let of = |value: Option<&'m Value>| value.and_then(|value| value.get(&found.name));
                member(found, &found.name, of(old), of(new));
            }
        }
        ShapeKind::List(element) => {
            let of = |value: Option<&'m Value>| value.and_then(Value::as_array).unwrap_or_default();
            // A list that came or went is one change, and elements that came are none.
            if old.is_some() && new.is_some() {
                for (index, before) in of(old).iter().enumerate() {
                    member(element, &index.to_string(), Some(before), of(new).get(index));
                }
            }
        }
        ShapeKind::Map { value: held, .. } => {
            for key in keys(old, new) {
                let of = |value: Option<&'m Value>| value.and_then(|value| value.get(key));
                member(held, key, of(old), of(new));
            }
        }
        _ => {}
    }
}

/// The keys of two objects, each once.
fn keys<'m>(old: Option<&'m Value>, new: Option<&'m Value>) -> BTreeSet<&'m str> {
    let entries = |value: Option<&'m Value>| value.and_then(Value::as_object).unwrap_or_default();
    entries(old).iter().chain(entries(new)).map(|entry| entry.key.as_str()).collect()
}
