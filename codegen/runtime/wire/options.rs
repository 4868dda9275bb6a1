//! How values are written.

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

/// How the value of a message is written.
#[derive(Clone, Default)]
pub struct WriteOptions {
    /// For which members that are not set their defaults are written.
    pub(crate) defaults: Defaults,
    /// Whether numbers of any size are strings.
    pub(crate) digits_as_text: bool,
    /// Where idempotency tokens come from.
    pub(crate) tokens: Option<Tokens>,
    /// What an error writes of its type, before its members.
    pub(crate) error_type: Option<String>,
}

impl WriteOptions {
    /// What most protocols write.
    pub(crate) const PLAIN: Self =
        Self { defaults: Defaults::Omitted, digits_as_text: false, tokens: None, error_type: None };
}

/// Where idempotency tokens come from.
pub(crate) type Tokens = Arc<dyn Fn() -> String + Send + Sync>;
