//! A protocol whose messages are not written: bodies hold what all such protocols have in them.

/// Whether the body of an error names it; the protocols with HTTP bindings name it in a header.
pub const ERROR_TYPE_IN_BODY: bool = false;
