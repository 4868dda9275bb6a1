//! What makes structures errors.

use super::protocols::{ErrorTypes, ProtocolRow};
use crate::ir::{ErrorFacts, ErrorParty, Field, Retry, Type};
use crate::resolve::graph::Shape;
use crate::resolve::traits;

/// What is known of a structure that is an error.
pub(super) fn facts(shape: &Shape, fields: &[Field], protocol: &ProtocolRow) -> Option<ErrorFacts> {
    let fault = match shape.traits.error? {
        traits::ErrorFault::Client => ErrorParty::Client,
        traits::ErrorFault::Server => ErrorParty::Server,
    };
    let message = fields.iter().find(|field| {
        matches!(field.wire.as_str(), "message" | "Message" | "errorMessage") && field.ty == Type::String
    });
    // A message that is a secret is in its field alone.
    let message = message.filter(|field| !field.redacted);
    Some(ErrorFacts {
        code: protocol.error_code(shape).to_owned(),
        type_id: (protocol.errors == ErrorTypes::Id).then(|| shape.id.to_string()),
        query_error: shape
            .traits
            .aws_query_error
            .as_ref()
            .filter(|_| protocol.messages.is_some() && protocol.errors != ErrorTypes::QueryError)
            .map(|code| query_error(code, fault)),
        status: protocol.error_status(shape),
        fault,
        retry: retry(shape.traits.retryable),
        message: message.map(|field| (field.name.clone(), field.presence.is_option())),
    })
}

/// The header of an error with its code in awsQuery.
fn query_error(code: &str, fault: ErrorParty) -> String {
    match fault {
        ErrorParty::Client => format!("{code};Sender"),
        ErrorParty::Server => format!("{code};Receiver"),
    }
}

fn retry(retryable: Option<traits::Retryable>) -> Retry {
    match retryable {
        None => Retry::Unstated,
        Some(traits::Retryable { throttling: false }) => Retry::Later,
        Some(traits::Retryable { throttling: true }) => Retry::Throttled,
    }
}
