//! How values are written.

use super::defaults::{Defaults, Tokens};

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
