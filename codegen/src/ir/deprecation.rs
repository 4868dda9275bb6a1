//! What is deprecated, and where code names it.

/// The note of `#[deprecated]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Deprecation {
    /// What it says.
    pub(crate) note: Option<String>,
}

/// The deprecated items that the type of a member names. The compiler does not warn where an item names itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DeprecatedTypes {
    /// None.
    None,
    /// Only the item that has the member.
    Container,
    /// Others.
    Others,
}

impl DeprecatedTypes {
    /// Whether code outside of the definition of the item that has the member names something deprecated.
    pub(crate) fn outside(self) -> bool {
        self != Self::None
    }

    /// Whether the definition of the item names something deprecated other than itself.
    pub(crate) fn in_definition(self) -> bool {
        self == Self::Others
    }
}
