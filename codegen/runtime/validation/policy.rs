//! What a caller knows of its own set-up, and how much it wants checked.

use std::collections::BTreeMap;

/// What a caller knows of its own set-up, and how much it wants checked.
///
/// The default is what [`Validate::validate`](super::Validate::validate) checks: what the service is known to refuse.
/// What the caller can declare beyond that depends on the model, and stands among the methods.
#[derive(Clone, Debug, Default)]
pub struct Policy<'a> {
    strict: bool,
    deny_warnings: bool,
    declared: u64,
    related: Vec<(&'static str, RelatedMap<'a>)>,
}

/// A map that belongs to a request. Its values may be secrets, so `Debug` does not show them.
#[derive(Clone, Copy)]
pub(super) struct RelatedMap<'a>(pub(super) &'a BTreeMap<String, String>);

impl std::fmt::Debug for RelatedMap<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} entries", self.0.len())
    }
}

/// Something that a caller can declare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Switch(u8);

impl Switch {
    /// The switch of a number below 64.
    pub const fn new(number: u8) -> Self {
        assert!(number < 64, "there are at most 64 switches");
        Self(number)
    }
}

impl<'a> Policy<'a> {
    /// Checks what the service is known to refuse.
    pub const fn new() -> Self {
        Self { strict: false, deny_warnings: false, declared: 0, related: Vec::new() }
    }

    /// Checks every constraint trait too: lengths, ranges, patterns, enums, unique items.
    ///
    /// Constraints age: services widen them, and a model of last year then refuses what the service accepts. Some
    /// refuse what it always accepted, such as a blank password where none is needed. Servers that promise the model's
    /// contract want this; clients mostly do not.
    pub const fn strict(mut self) -> Self {
        self.strict = true;
        self
    }

    /// Lets warnings fail a value as errors do.
    pub const fn deny_warnings(mut self) -> Self {
        self.deny_warnings = true;
        self
    }

    /// Whether constraint traits are checked.
    pub const fn is_strict(&self) -> bool {
        self.strict
    }

    /// Whether warnings fail a value.
    pub const fn denies_warnings(&self) -> bool {
        self.deny_warnings
    }

    /// Whether something was declared.
    #[doc(hidden)]
    pub const fn has(&self, switch: Switch) -> bool {
        self.declared & (1 << switch.0) != 0
    }

    /// Whether anything was declared.
    pub const fn declares(&self) -> bool {
        self.declared != 0
    }

    /// Declares something, or takes it back.
    #[doc(hidden)]
    pub const fn declare(mut self, switch: Switch, holds: bool) -> Self {
        let bit = 1 << switch.0;
        self.declared = if holds { self.declared | bit } else { self.declared & !bit };
        self
    }

    /// Hands over a map that belongs to the request.
    #[doc(hidden)]
    pub fn relate(mut self, name: &'static str, map: &'a BTreeMap<String, String>) -> Self {
        self.related.push((name, RelatedMap(map)));
        self
    }

    /// A map that belongs to the request, if the caller gave it.
    pub fn related(&self, name: &str) -> Option<&'a BTreeMap<String, String>> {
        self.related.iter().rev().find(|(other, _)| *other == name).map(|(_, map)| map.0)
    }
}
