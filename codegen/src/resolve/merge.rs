//! Several definitions of the same shape, trait or metadata key, in several files or in one
//! ([Smithy 2.0, merging models](https://smithy.io/2.0/spec/model.html#merging-models)).

use indexmap::IndexMap;
use indexmap::map::Entry as Slot;

use super::graph::ShapeId;
use super::raw::{Definitions, RawShape, RawTraits, ShapeOrMember};
use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::json::{Data, Value};
use crate::load::Document;

/// Adds a shape; the same shape again brings its traits, and another of the same id is an error. A model may bring its
/// own prelude.
pub(super) fn definition<'a>(
    errors: &mut Diagnostics,
    definitions: &mut Definitions<'a>,
    definition: RawShape<'a>,
) {
    let present = match definitions.shapes.entry(definition.id.clone()) {
        Slot::Vacant(slot) => {
            slot.insert(definition);
            return;
        }
        Slot::Occupied(slot) => slot.into_mut(),
    };
    if present.span.is_in_prelude() && !definition.span.is_in_prelude() {
        *present = definition;
        return;
    }
    if present.body != definition.body || present.mixins != definition.mixins {
        let diagnostic = Diagnostic::error("this shape is defined twice, and the definitions differ");
        let help =
            "definitions of one shape must have the same type, members and targets: remove one of them";
        errors.push(diagnostic.at(definition.span).shape(&definition.id).help(help));
        return;
    }
    let id = &definition.id;
    let repeated = Diagnostic::new(Severity::Note, "this shape is defined twice, alike".to_owned());
    errors.push(repeated.at(definition.span).shape(id).event("Model.IgnoredDuplicateDefinition"));
    traits(errors, ShapeOrMember::shape(id), &mut present.traits, definition.traits.clone());
    for (name, member) in definition.members() {
        let known = present.members_mut().and_then(|members| members.get_mut(name));
        if let Some(known) = known {
            traits(errors, ShapeOrMember::member(id, name), &mut known.traits, member.traits.clone());
        }
    }
}

/// Adds traits to those that a shape has: equal ones stay, arrays are joined, others are an error.
pub(super) fn traits<'a>(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    traits: &mut RawTraits<'a>,
    more: RawTraits<'a>,
) {
    for (id, value) in more {
        match traits.entry(id) {
            Slot::Vacant(slot) => {
                slot.insert(value);
            }
            Slot::Occupied(slot) if slot.get() == &value => {}
            Slot::Occupied(mut slot) => {
                let joins = value.as_array().is_some() && slot.get().as_array().is_some();
                if !joins || !join(slot.get_mut().to_mut(), &value) {
                    let message = format!("the trait `{}` has two different values here", slot.key());
                    errors.push(Diagnostic::error(message).at(value.span).shape(owner).help(GIVE_ONCE));
                }
            }
        }
    }
}

const GIVE_ONCE: &str = "give it once: only equal values and arrays can be put together";

/// Appends an array to another, in place, so that many small ones take no time; `false` unless both are arrays.
fn join(first: &mut Value, second: &Value) -> bool {
    let (Data::Array(elements), Data::Array(more)) = (&mut first.data, &second.data) else {
        return false;
    };
    elements.extend(more.iter().cloned());
    true
}

/// The metadata of all documents, by key.
pub(super) fn metadata(errors: &mut Diagnostics, documents: &[Document]) -> IndexMap<String, Value> {
    let mut merged: IndexMap<String, Value> = IndexMap::new();
    for entry in documents.iter().flat_map(|document| &document.metadata) {
        match merged.entry(entry.key.clone()) {
            Slot::Vacant(slot) => {
                slot.insert(entry.value.clone());
            }
            Slot::Occupied(slot) if slot.get() == &entry.value => {}
            Slot::Occupied(mut slot) => {
                if !join(slot.get_mut(), &entry.value) {
                    let message = format!("the metadata `{}` has two different values", entry.key);
                    errors.push(Diagnostic::error(message).at(entry.span).help(GIVE_ONCE));
                }
            }
        }
    }
    merged.sort_unstable_keys();
    merged
}

/// Puts traits over inherited ones: those of `over` win.
pub(super) fn supersede<'a>(traits: &mut RawTraits<'a>, over: &RawTraits<'a>, except: &[ShapeId]) {
    for (id, value) in over {
        if !except.contains(id) {
            traits.insert(id.clone(), value.clone());
        }
    }
}
