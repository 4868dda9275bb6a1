//! How values are written into forms.

use super::defaults::{Defaults, Tokens};

/// How the value of a request is written.
#[derive(Clone)]
pub struct WriteOptions {
    /// For which members that are not set their defaults are written.
    pub(crate) defaults: Defaults,
    /// Where idempotency tokens come from.
    pub(crate) tokens: Option<Tokens>,
    /// How lists look whose names the model does not say.
    pub(crate) lists: Lists,
}

/// How lists look whose names the model does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lists {
    /// `List.member.1=…`; one without elements is `List=`.
    Wrapped,
    /// `List.1=…`; one without elements is not written.
    Flat,
}

impl WriteOptions {
    /// Without defaults and tokens.
    pub(crate) const fn with_lists(lists: Lists) -> Self {
        Self { defaults: Defaults::Omitted, tokens: None, lists }
    }
}
