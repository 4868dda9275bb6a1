//! For which members defaults are written, and where tokens come from.

use std::sync::Arc;

/// For which members that are not set their defaults are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Defaults {
    /// For none: what is not set is absent.
    #[default]
    Omitted,
    /// For those that Smithy has clients send: not for members of an operation's input itself, nor for those that are
    /// optional for clients.
    Client,
    /// For all, as a server answers.
    Server,
}

/// Where idempotency tokens come from.
pub(crate) type Tokens = Arc<dyn Fn() -> String + Send + Sync>;
