//! A value taken apart along its shape.

use std::borrow::Cow;

use crate::json::{Data, Value};
use crate::resolve::graph::{Member, Members, Model, Shape, ShapeKind};
use crate::resolve::traits::Traits;

/// A value, or a part of one, with the shape that it is a value of.
pub(crate) struct Node<'m> {
    /// The shape.
    pub(crate) shape: &'m Shape,
    /// The member that holds the value; none at the top.
    pub(crate) member: Option<&'m Member>,
    /// The value; the key of a map is one that is not written as such.
    pub(crate) value: Cow<'m, Value>,
}

impl<'m> Node<'m> {
    /// A trait that holds for the value: the member's own replaces that of the shape.
    pub(in crate::resolve) fn effective<T: ?Sized>(
        &self,
        of: impl Fn(&'m Traits) -> Option<&'m T>,
    ) -> Option<&'m T> {
        self.member.and_then(|member| of(&member.traits)).or_else(|| of(&self.shape.traits))
    }
}

/// A value and all parts of it that stand where the shape has a place for them, in the order of the text.
pub(crate) fn nodes<'m>(model: &'m Model, shape: &'m Shape, value: &'m Value) -> Vec<Node<'m>> {
    nodes_of_member(model, shape, None, value)
}

/// The parts of a value of a shape that a member targets, if there is one.
pub(super) fn nodes_of_member<'m>(
    model: &'m Model,
    shape: &'m Shape,
    member: Option<&'m Member>,
    value: &'m Value,
) -> Vec<Node<'m>> {
    let mut walk = ValueWalk { model, nodes: Vec::new() };
    walk.value(shape, member, value);
    walk.nodes
}

struct ValueWalk<'m> {
    model: &'m Model,
    nodes: Vec<Node<'m>>,
}

impl<'m> ValueWalk<'m> {
    fn value(&mut self, shape: &'m Shape, member: Option<&'m Member>, value: &'m Value) {
        self.nodes.push(Node { shape, member, value: Cow::Borrowed(value) });
        match (&shape.kind, &value.data) {
            (ShapeKind::Structure(members) | ShapeKind::Union(members), Data::Object(_)) => {
                self.members(members, value);
            }
            (ShapeKind::List(member), Data::Array(elements)) => {
                elements.iter().for_each(|element| self.element(shape, member, element));
            }
            (ShapeKind::Map { key, value: member }, Data::Object(entries)) => {
                for entry in entries {
                    let name = Value { span: entry.span, data: Data::String(entry.key.clone()) };
                    let target = self.model.shape(&key.target);
                    self.nodes.push(Node { shape: target, member: Some(key), value: Cow::Owned(name) });
                    self.element(shape, member, &entry.value);
                }
            }
            _ => {}
        }
    }

    fn members(&mut self, members: &'m Members, value: &'m Value) {
        for entry in value.as_object().unwrap_or_default() {
            if let Some(member) = members.get(&entry.key) {
                self.value(self.model.shape(&member.target), Some(member), &entry.value);
            }
        }
    }

    fn element(&mut self, container: &Shape, member: &'m Member, value: &'m Value) {
        let is_gap = container.traits.sparse && matches!(value.data, Data::Null);
        if !is_gap {
            self.value(self.model.shape(&member.target), Some(member), value);
        }
    }
}
