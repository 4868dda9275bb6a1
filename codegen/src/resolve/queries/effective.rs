//! Traits that hold for a member: its own replace those of its target
//! ([Smithy 2.0, scope of member traits](https://smithy.io/2.0/spec/model.html#scope-of-member-traits)).

use crate::resolve::graph::{Member, Model, Shape, ShapeKind, SimpleType};
use crate::resolve::traits::{Length, Range, TimestampFormat, Traits};

impl Model {
    /// A trait of a member or, where it has none, of its target.
    fn effective<T>(&self, member: &Member, of: impl Fn(&Traits) -> Option<T>) -> Option<T> {
        of(&member.traits).or_else(|| of(&self.shapes.get(&member.target)?.traits))
    }

    /// The `length` that holds for a member.
    pub fn length(&self, member: &Member) -> Option<Length> {
        self.effective(member, |traits| traits.length)
    }

    /// The `range` that holds for a member.
    pub fn range<'a>(&'a self, member: &'a Member) -> Option<&'a Range> {
        member.traits.range.as_ref().or_else(|| self.shapes.get(&member.target)?.traits.range.as_ref())
    }

    /// The `pattern` that holds for a member.
    pub fn pattern<'a>(&'a self, member: &'a Member) -> Option<&'a str> {
        let own = member.traits.pattern.as_deref();
        own.or_else(|| self.shapes.get(&member.target)?.traits.pattern.as_deref())
    }

    /// The `mediaType` that holds for a member.
    pub fn media_type<'a>(&'a self, member: &'a Member) -> Option<&'a str> {
        let own = member.traits.media_type.as_deref();
        own.or_else(|| self.shapes.get(&member.target)?.traits.media_type.as_deref())
    }

    /// Whether the list that a member targets holds unique items.
    pub fn unique_items(&self, member: &Member) -> bool {
        self.effective(member, |traits| traits.unique_items.then_some(())).is_some()
    }

    /// The `timestampFormat` of the timestamps that a member holds, itself or in a collection, where a trait says one.
    pub fn timestamp_format(&self, member: &Member) -> Option<TimestampFormat> {
        let stated = self.effective(member, |traits| traits.timestamp_format);
        stated.or_else(|| match &self.shape(&member.target).kind {
            ShapeKind::List(member) | ShapeKind::Map { value: member, .. } => self.timestamp_format(member),
            _ => None,
        })
    }

    /// Whether a member may be absent for clients.
    pub fn is_nullable(&self, member: &Member) -> bool {
        !member.traits.required || member.traits.client_optional || self.is_idempotency_token(member)
    }

    /// Whether clients put a new token in a member that is not set
    /// ([Smithy 2.0, idempotency tokens](https://smithy.io/2.0/spec/behavior-traits.html#idempotencytoken-trait)).
    pub fn is_idempotency_token(&self, member: &Member) -> bool {
        let string = ShapeKind::SimpleType(SimpleType::String);
        member.traits.idempotency_token && self.shape(&member.target).kind == string
    }

    /// Whether whoever makes a value must set a member: it is required, and nothing stands for it.
    pub fn is_demanded(&self, member: &Member) -> bool {
        !self.is_nullable(member) && member.traits.default.is_none()
    }

    /// Whether what a member holds must not be shown: it, its target or an element of it is sensitive.
    pub fn is_sensitive(&self, member: &Member) -> bool {
        member.traits.sensitive || self.is_sensitive_shape(self.shape(&member.target))
    }

    /// Whether what values of a shape hold must not be shown.
    pub fn is_sensitive_shape(&self, shape: &Shape) -> bool {
        let has_sensitive_elements = || match &shape.kind {
            ShapeKind::List(member) => self.is_sensitive(member),
            ShapeKind::Map { key, value } => self.is_sensitive(key) || self.is_sensitive(value),
            _ => false,
        };
        shape.traits.sensitive || has_sensitive_elements()
    }
}
