//! What bodies of XML are by themselves.

/// What a body is by itself.
pub(crate) type Text = String;

/// A body by itself.
pub(crate) fn text(bytes: Vec<u8>) -> Text {
    String::from_utf8(bytes).unwrap_or_default()
}
