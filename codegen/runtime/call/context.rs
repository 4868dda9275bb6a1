//! What requests need beside their inputs.

use std::fmt;
use std::sync::Arc;

use super::super::wire::{Defaults, Tokens};
use super::endpoint::Endpoint;

/// What requests need beside their inputs: where they go, and how they are written. Make one and keep it.
#[derive(Clone)]
pub struct Context {
    pub(super) endpoint: Endpoint,
    pub(super) defaults: Defaults,
    pub(super) tokens: Option<Tokens>,
    /// From how many bytes on bodies are compressed.
    pub(crate) compress_from: usize,
}

impl Context {
    /// Requests go to an endpoint.
    pub fn new(endpoint: Endpoint) -> Self {
        Self { endpoint, defaults: Defaults::Omitted, tokens: None, compress_from: 10_240 }
    }

    /// Where requests go.
    pub fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// Sends the defaults of nested members that are not set, where Smithy has clients send them. Mind that a default
    /// which is sent changes what a service would else leave as it is.
    pub fn send_defaults(self) -> Self {
        Self { defaults: Defaults::Client, ..self }
    }

    /// Takes idempotency tokens from a function, for the inputs that have such a token and do not set it. Each must be
    /// new: a random UUID, as a rule, which the feature `random-tokens` of a crate with such inputs makes.
    pub fn idempotency_tokens(self, source: impl Fn() -> String + Send + Sync + 'static) -> Self {
        Self { tokens: Some(Arc::new(source)), ..self }
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Context")
            .field("endpoint", &self.endpoint)
            .field("defaults", &self.defaults)
            .finish_non_exhaustive()
    }
}

/// Why an input makes no request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum RequestError {
    /// A member is part of the host, and its value cannot be: it is empty, or has characters that no host has.
    HostLabel {
        /// The member's name in the model.
        member: &'static str,
    },
    /// A member is part of the path, and it is empty or not set.
    Label {
        /// The member's name in the model.
        member: &'static str,
    },
    /// A member would be a header, and its name or its value has characters that no header has, such as the end of a line.
    Header {
        /// The name of the header.
        name: String,
    },
    /// A member is an idempotency token that is required; it is not set, and the context has no source of tokens.
    IdempotencyToken {
        /// The member's name in the model.
        member: &'static str,
    },
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::HostLabel { member } => {
                write!(f, "the member {member} is part of the host and must be letters, digits and hyphens")
            }
            Self::Label { member } => {
                write!(f, "the member {member} is part of the path and must not be empty")
            }
            Self::Header { name } => write!(f, "the header {name:?} must have no control characters"),
            Self::IdempotencyToken { member } => {
                write!(
                    f,
                    "the idempotency token {member} is not set, and the context has no source of tokens"
                )
            }
        }
    }
}

impl std::error::Error for RequestError {}
