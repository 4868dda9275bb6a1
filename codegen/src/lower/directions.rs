//! In which directions shapes travel, where requests and responses have a codec each.

use std::collections::BTreeSet;

use super::protocols::ProtocolRow;
use crate::ir::Directions;
use crate::resolve::graph::{Model, OperationShape, Shape, ShapeId};

/// The shapes that travel, by direction.
pub(crate) struct Travellers<'m> {
    sent: BTreeSet<&'m ShapeId>,
    received: BTreeSet<&'m ShapeId>,
}

impl<'m> Travellers<'m> {
    /// Looks at what operations take, give and fail with, where the protocol makes a difference.
    pub(super) fn new(
        model: &'m Model,
        service: &Shape,
        operations: &[&'m Shape],
        protocol: &ProtocolRow,
    ) -> Option<Self> {
        if protocol.codec == protocol.request_codec {
            return None;
        }
        let ends = operations.iter().map(|operation| operation.operation_io());
        let inputs = ends.clone().filter_map(|OperationShape { input, .. }| input.as_ref());
        let outputs = ends.filter_map(|OperationShape { output, .. }| output.as_ref());
        let errors = operations.iter().flat_map(|operation| model.errors(service, operation));
        let answers: Vec<&ShapeId> = outputs.chain(errors.map(|error| &error.id)).collect();
        let sent = model.value_closure(inputs);
        // Builders have what stands for a member that is missing from the reading of its type.
        let members = sent.iter().flat_map(|id| model.shape(id).members());
        let demanded = members.filter(|member| model.is_demanded(member)).map(|member| &member.target);
        let received = model.value_closure(answers.into_iter().chain(demanded));
        Some(Self { sent, received })
    }

    /// The directions in which a shape travels; one that no operation leads to may go anywhere.
    pub(super) fn directions(&self, id: &ShapeId) -> Directions {
        match (self.sent.contains(id), self.received.contains(id)) {
            (true, false) => Directions::Sent,
            (false, true) => Directions::Received,
            (true, true) | (false, false) => Directions::SentAndReceived,
        }
    }
}
