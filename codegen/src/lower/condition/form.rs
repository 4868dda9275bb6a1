//! The form of the trait: a map of names to expressions and their documentation.

use super::text_of;
use crate::diagnostics::{Diagnostic, Diagnostics, Span};
use crate::json::{self, Value};

/// One condition as the trait writes it.
pub(super) struct Entry<'v> {
    pub(super) name: &'v str,
    pub(super) expression: &'v str,
    pub(super) documentation: &'v str,
    /// Where the expression stands.
    pub(super) span: Span,
}

/// The conditions of a trait's value that are of the right form.
pub(super) fn entries<'v>(errors: &mut Diagnostics, shape: &str, value: &'v Value) -> Vec<Entry<'v>> {
    let Some(entries) = value.as_object() else {
        let message = format!("`conditions` must be an object of conditions by name, not {}", value.kind());
        errors.push(Diagnostic::error(message).at(value.span).shape(shape));
        return Vec::new();
    };
    entries.iter().filter_map(|entry| self::entry(errors, shape, entry)).collect()
}

fn entry<'v>(errors: &mut Diagnostics, shape: &str, entry: &'v json::Entry) -> Option<Entry<'v>> {
    let name = entry.key.as_str();
    if !is_name(name) {
        let message = format!("`{name}` cannot be the name of a condition");
        let help =
            "a name begins with a capital letter and goes on with letters and digits, like `EndAfterStart`";
        errors.push(Diagnostic::error(message).at(entry.span).shape(shape).help(help));
        return None;
    }
    let Some(fields) = entry.value.as_object() else {
        let message = format!("the condition `{name}` must be an object, not {}", entry.value.kind());
        errors.push(
            Diagnostic::error(message)
                .at(entry.value.span)
                .shape(shape)
                .help("it has `expression` and `documentation`"),
        );
        return None;
    };
    warn_of_unknown(errors, shape, name, fields);
    let expression = field(errors, shape, entry, "expression");
    let documentation = field(errors, shape, entry, "documentation");
    let (expression, span) = expression?;
    Some(Entry { name, expression, documentation: documentation?.0, span })
}

fn field<'v>(
    errors: &mut Diagnostics,
    shape: &str,
    entry: &'v json::Entry,
    key: &str,
) -> Option<(&'v str, Span)> {
    let value = entry.value.get(key);
    let problem = match value.map(text_of) {
        Some(Ok(text)) => return Some((text, value?.span)),
        Some(Err(problem)) => format!("`{key}` of the condition `{}` {problem}", entry.key),
        None => format!("the condition `{}` has no `{key}`", entry.key),
    };
    let span = value.unwrap_or(&entry.value).span;
    errors.push(Diagnostic::error(problem).at(span).shape(shape));
    None
}

fn warn_of_unknown(errors: &mut Diagnostics, shape: &str, name: &str, fields: &[json::Entry]) {
    let known = ["expression", "documentation"];
    for field in fields.iter().filter(|field| !known.contains(&field.key.as_str())) {
        let message = format!("the condition `{name}` has no key `{}`; it is ignored", field.key);
        errors.push(Diagnostic::warning(message).at(field.span).shape(shape).near(&field.key, known));
    }
}

/// Whether a text follows `^[A-Z]+[A-Za-z0-9]*$`.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase()) && text.chars().all(|c| c.is_ascii_alphanumeric())
}
