//! The structure without members.

/// A structure without members: the input or output of an operation that has none. On the wire it is `{}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Unit;
