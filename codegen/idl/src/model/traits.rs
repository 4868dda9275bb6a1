//! Traits, and `apply` statements.

use std::collections::HashSet;

use super::values::{self, Data, Entry, Value};
use super::{Assembly, Reference, ReferenceKind};
use crate::ast::{Apply, Spanned, Trait, Value as AstValue};
use crate::shape_type::ShapeType;
use crate::span::Span;

/// So many traits are compared with each other.
const FEW: usize = 16;

/// The traits of a shape or member, as entries.
#[derive(Default)]
pub(super) struct Traits {
    /// Each trait once.
    first: Vec<Entry>,
    /// The ids of `first`, once there are more than [`FEW`], so that very many take no more time each.
    ids: HashSet<String>,
    /// Those whose trait is there already: they are merged with the first as traits of an `apply` statement are.
    repeated: Vec<Entry>,
}

impl Traits {
    pub(super) fn push(&mut self, entry: Entry) {
        if self.contains(&entry.key) {
            return self.repeated.push(entry);
        }
        if self.first.len() == FEW {
            self.ids = self.first.iter().map(|entry| entry.key.clone()).collect();
        }
        if self.first.len() >= FEW {
            self.ids.insert(entry.key.clone());
        }
        self.first.push(entry);
    }

    /// Adds a trait unless it is there already.
    pub(super) fn push_new(&mut self, key: &str, span: Span, data: Data) {
        if !self.contains(key) {
            self.push(Entry::new(key, span, Value::new(span, data)));
        }
    }

    fn contains(&self, key: &str) -> bool {
        if self.first.len() > FEW {
            self.ids.contains(key)
        } else {
            self.first.iter().any(|entry| entry.key == key)
        }
    }
}

impl<'t> Assembly<'t> {
    pub(super) fn traits(
        &mut self,
        applied: impl Iterator<Item = Trait<'t>>,
        documentation: Option<Spanned<String>>,
    ) -> Traits {
        let mut traits = Traits::default();
        for applied in applied {
            if let Some(entry) = self.applied_trait(applied) {
                traits.push(entry);
            }
        }
        if let Some(Spanned { span, value }) = documentation {
            traits.push(Entry::new("smithy.api#documentation", span, Value::string(span, value)));
        }
        traits
    }

    fn applied_trait(&mut self, applied: Trait<'t>) -> Option<Entry> {
        let id = applied.id()?;
        let resolved = self.names.resolve(id.text());
        let value = match applied.value() {
            Some(value) => self.value(value),
            None => Value::new(applied.span(), annotation(self.names.shape_type(&resolved))),
        };
        Some(Entry::new(resolved, id.span(), value))
    }

    /// A value whose shape ids are absolute.
    pub(super) fn value(&mut self, value: AstValue<'t>) -> Value {
        let (names, references) = (&self.names, &mut self.document.references);
        values::convert(value, &mut |id| {
            let resolved = names.resolve(id.text());
            references.push(Reference { kind: ReferenceKind::Value, id: resolved.clone(), span: id.span() });
            resolved
        })
    }

    /// Adds traits to the entries of a shape or member; repeated ones become statements on `id`.
    pub(super) fn add_traits(&mut self, entries: &mut Vec<Entry>, id: &str, span: Span, traits: Traits) {
        if !traits.first.is_empty() {
            entries.push(Entry::new("traits", span, Value::object(span, traits.first)));
        }
        for entry in traits.repeated {
            self.apply_entry(id, entry);
        }
    }

    fn apply_entry(&mut self, id: &str, entry: Entry) {
        let span = entry.key_span;
        let traits = Entry::new("traits", span, Value::object(span, vec![entry]));
        let shape_type = Entry::new("type", span, Value::string(span, "apply"));
        self.document.shapes.push(Entry::new(id, span, Value::object(span, vec![shape_type, traits])));
    }

    pub(super) fn apply(&mut self, apply: Apply<'t>) {
        let Some(target) = apply.target() else { return };
        let id = self.names.resolve(target.text());
        let span = target.span();
        let traits = self.traits(apply.traits(), None);
        let mut entries = vec![Entry::new("type", span, Value::string(span, "apply"))];
        let is_empty = traits.first.is_empty();
        let position = self.document.shapes.len();
        self.add_traits(&mut entries, &id, span, traits);
        if !is_empty {
            self.document.shapes.insert(position, Entry::new(id, span, Value::object(span, entries)));
        }
    }
}

/// The value of a trait that is given without one: what is empty for the shape of the trait.
fn annotation(shape_type: Option<ShapeType>) -> Data {
    match shape_type {
        // Where the definition of the trait is not at hand, most traits are structures.
        None | Some(ShapeType::Structure | ShapeType::Map) => Data::Object(Vec::new()),
        Some(ShapeType::List | ShapeType::Set) => Data::Array(Vec::new()),
        Some(_) => Data::Null,
    }
}
