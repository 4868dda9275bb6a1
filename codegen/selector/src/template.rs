//! Texts with values of attributes in them, as messages of validators have them.

use crate::attributes::context_path;
use crate::cursor::Cursor;
use crate::syntax::{PathSegment, SelectorError};

/// A part of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TemplatePart {
    /// Text.
    Text(String),
    /// `@{…}`: the value at a path that begins at the shape.
    Path(Vec<PathSegment>),
}

/// Parses a template: `@{…}` is a value, `@@` is `@`.
///
/// # Errors
///
/// The first `@` that is followed by neither `@` nor a path.
pub fn parse_template(text: &str) -> Result<Vec<TemplatePart>, SelectorError> {
    let mut cursor = Cursor::new(text);
    let mut parts = Vec::new();
    while !cursor.rest().is_empty() {
        let text = cursor.take_while(|c| c != '@');
        if !text.is_empty() {
            parts.push(TemplatePart::Text(text.to_owned()));
        }
        if cursor.rest().starts_with("@@") {
            cursor.offset += 2;
            parts.push(TemplatePart::Text("@".to_owned()));
        } else if !cursor.rest().is_empty() {
            parts.push(TemplatePart::Path(context_path(&mut cursor)?));
        }
    }
    Ok(parts)
}
