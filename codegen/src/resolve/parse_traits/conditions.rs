//! `smithy.contracts#conditions`: a map of names to expressions and their documentation
//! ([Smithy 2.0, contract traits](https://smithy.io/2.0/additional-specs/contract-traits.html)).

use crate::diagnostics::{Diagnostic, Diagnostics, Span};
use crate::json::{Entry, Value};
use crate::resolve::raw::ShapeOrMember;
use crate::resolve::traits::Condition;

/// The id of the trait.
pub(super) const ID: &str = "smithy.contracts#conditions";

/// The conditions of a trait's value that are of the right form.
pub(super) fn conditions(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    value: &Value,
) -> Vec<Condition> {
    let Some(entries) = value.as_object() else {
        let message = format!("`conditions` must be an object of conditions by name, not {}", value.kind());
        errors.push(Diagnostic::error(message).at(value.span).shape(owner));
        return Vec::new();
    };
    entries.iter().filter_map(|entry| condition(errors, owner, entry)).collect()
}

fn condition(errors: &mut Diagnostics, owner: ShapeOrMember<'_>, entry: &Entry) -> Option<Condition> {
    let name = entry.key.as_str();
    if !is_name(name) {
        let help =
            "a name begins with a capital letter and goes on with letters and digits, like `EndAfterStart`";
        let message = format!("`{name}` cannot be the name of a condition");
        errors.push(Diagnostic::error(message).at(entry.span).shape(owner).help(help));
        return None;
    }
    let Some(fields) = entry.value.as_object() else {
        let message = format!("the condition `{name}` must be an object, not {}", entry.value.kind());
        let diagnostic = Diagnostic::error(message).at(entry.value.span).shape(owner);
        errors.push(diagnostic.help("it has `expression` and `documentation`"));
        return None;
    };
    let known = ["expression", "documentation"];
    for field in fields.iter().filter(|field| !known.contains(&field.key.as_str())) {
        let message = format!("the condition `{name}` has no key `{}`; it is ignored", field.key);
        errors.push(Diagnostic::warning(message).at(field.span).shape(owner).near(&field.key, known));
    }
    let [expression, documentation] = known.map(|key| field(errors, owner, entry, key));
    let ((expression, span), (documentation, _)) = (expression?, documentation?);
    Some(Condition { name: name.to_owned(), expression, documentation, span })
}

fn field(
    errors: &mut Diagnostics,
    owner: ShapeOrMember<'_>,
    entry: &Entry,
    key: &str,
) -> Option<(String, Span)> {
    let value = entry.value.get(key);
    if let Some((text, span)) = value.and_then(|value| Some((value.as_str()?, value.span))) {
        return Some((text.to_owned(), span));
    }
    let problem = match value {
        Some(value) => {
            format!("`{key}` of the condition `{}` must be a string, not {}", entry.key, value.kind())
        }
        None => format!("the condition `{}` has no `{key}`", entry.key),
    };
    errors.push(Diagnostic::error(problem).at(value.unwrap_or(&entry.value).span).shape(owner));
    None
}

/// Whether a text follows `^[A-Z]+[A-Za-z0-9]*$`.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase()) && text.chars().all(|c| c.is_ascii_alphanumeric())
}
