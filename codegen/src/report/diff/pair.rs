//! The two models, and what every comparison asks of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostics, Span};
use crate::json::Value;
use crate::lower::protocols;
use crate::lower::types::Types;
use crate::resolve::graph::{Member, Model, ServiceShape, Shape, ShapeId, ShapeKind};
use crate::resolve::queries::evolution::TraitEffect;
use crate::resolve::traits::service::ProtocolTrait;

use super::usage::{Roles, Usage};
use super::{ChangedPart, ModelChange, Place, RustMark, WireMark};

/// One of the two models.
pub(super) struct Side<'m> {
    pub(super) model: &'m Model,
    pub(super) usage: Usage<'m>,
    /// The shapes that nobody may rely on.
    pub(super) unstable: BTreeSet<&'m ShapeId>,
    /// The shapes that are in the generated crate.
    pub(super) reachable: BTreeSet<&'m ShapeId>,
    /// What they are in Rust.
    pub(super) types: Types<'m>,
}

impl<'m> Side<'m> {
    fn new(model: &'m Model) -> Self {
        let usage = Usage::new(model);
        let is_value = |id: &&ShapeId| {
            let kind = &model.shape(id).kind;
            !matches!(kind, ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_))
        };
        let reachable: BTreeSet<&ShapeId> = model.value_closure(usage.used().filter(is_value));
        let none = ServiceShape::default();
        let service = model.services().next().map_or(&none, Shape::service_bindings);
        // Names that clash stop a run that generates; the comparison goes on.
        let (errors, nowhere) = (&mut Diagnostics::default(), BTreeMap::new());
        let types = Types::new(errors, model, service, &[], &reachable, &nowhere, None);
        Self { model, usage, unstable: model.unstable_shapes(), reachable, types }
    }
}

/// The old model and the new one.
pub(super) struct Pair<'m> {
    pub(super) old: Side<'m>,
    pub(super) new: Side<'m>,
    /// The protocols of all services of both, or the one that crates are made for.
    protocols: Vec<ProtocolTrait>,
    /// The protocol of the crate of each.
    spoken: [Option<ProtocolTrait>; 2],
}

/// What is in both models.
pub(super) struct Both<'a, T: ?Sized> {
    pub(super) old: &'a T,
    pub(super) new: &'a T,
}

impl<T: ?Sized> Clone for Both<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized> Copy for Both<'_, T> {}

impl<'m> Pair<'m> {
    /// Both models; their crates are made for a protocol, or each for the first that its service speaks.
    pub(super) fn new(old: &'m Model, new: &'m Model, protocol: Option<&str>) -> Self {
        let spoken = [old, new].map(|model| protocols::spoken(model.services().next()?, protocol));
        let services = old.services().chain(new.services());
        let all = || services.flat_map(|service| service.traits.protocols.iter().copied()).collect();
        let protocols = protocol.map_or_else(all, |_| spoken.iter().flatten().copied().collect());
        Self { old: Side::new(old), new: Side::new(new), protocols, spoken }
    }

    /// The messages that a shape is part of, in either model.
    pub(super) fn roles(&self, id: &ShapeId) -> Roles {
        self.old.usage.roles(id).or(self.new.usage.roles(id))
    }

    /// The operations that use a shape, in either model; an operation uses itself.
    pub(super) fn operations_of(&self, id: &ShapeId) -> Vec<String> {
        let is_operation = [&self.old, &self.new].iter().any(|version| {
            version.model.shapes.get(id).is_some_and(|shape| matches!(shape.kind, ShapeKind::Operation(_)))
        });
        if is_operation {
            return vec![id.name().to_owned()];
        }
        let names: BTreeSet<&str> =
            self.old.usage.operations_of(id).chain(self.new.usage.operations_of(id)).collect();
        names.into_iter().map(str::to_owned).collect()
    }

    /// Whether a protocol of a service writes messages by a trait.
    pub(super) fn respects(&self, effect: TraitEffect) -> bool {
        self.protocols.is_empty() || self.protocols.iter().any(|protocol| effect.is_respected_by(*protocol))
    }

    /// What follows for code if the crate of the new model speaks another protocol.
    pub(super) fn other_protocol(&self) -> RustMark {
        match self.spoken {
            [old, new] if old == new => RustMark::Neither,
            [
                Some(ProtocolTrait::AwsJson10 | ProtocolTrait::AwsJson11),
                Some(ProtocolTrait::AwsJson10 | ProtocolTrait::AwsJson11),
            ] => RustMark::ChangesBehaviour,
            _ => RustMark::BreaksCode,
        }
    }

    /// Whether a shape is in the crate that the old model gives.
    pub(super) fn was_generated(&self, id: &ShapeId) -> bool {
        self.old.reachable.contains(id) || self.old.usage.operations.contains(id)
    }

    /// A difference that is about a shape.
    pub(super) fn of_shape(&self, id: impl Into<String>, shape: &ShapeId) -> ModelChange {
        let span = |model: &Model| model.shapes.get(shape).map(|shape| shape.span);
        ModelChange {
            id: id.into(),
            part: ChangedPart { shape: Some(shape.to_string()), ..ChangedPart::default() },
            operations: self.operations_of(shape),
            old: None,
            new: None,
            wire: WireMark::COMPATIBLE,
            rust: RustMark::Neither,
            why: String::new(),
            place: Place { old: in_text(span(self.old.model)), new: in_text(span(self.new.model)) },
            unstable: self.old.unstable.contains(shape),
        }
    }

    /// A difference that is about a member of a shape.
    pub(super) fn of_member(
        &self,
        id: impl Into<String>,
        shape: &ShapeId,
        old: Option<&Member>,
        new: Option<&Member>,
    ) -> ModelChange {
        let mut difference = self.of_shape(id, shape);
        difference.part.member = new.or(old).map(|member| member.name.clone());
        difference.place = Place {
            old: in_text(old.map(|member| member.span)).or(difference.place.old),
            new: in_text(new.map(|member| member.span)).or(difference.place.new),
        };
        difference.unstable |= old.is_some_and(|member| member.traits.unstable.is_some());
        difference
    }
}

/// A span that is in a text, and not of Smithy's own shapes.
pub(super) fn in_text(span: Option<Span>) -> Option<Span> {
    span.filter(|span| *span != Span::PRELUDE)
}

/// A value on one line.
pub(super) fn one_line(value: &Value) -> String {
    let text = value.to_string();
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}
