//! Lists in headers: elements between commas, in quotes where they hold one (RFC 9110, section 5.6).

use std::borrow::Cow;

/// An element, in quotes where it would not be read back without.
pub(super) fn quoted(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.is_empty() && text.trim().len() == text.len() && !text.contains([',', '"']) {
        return text;
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(c);
    }
    quoted.push('"');
    Cow::Owned(quoted)
}

/// The elements of a list, without quotes. Nothing between two commas is no element.
pub(super) fn elements(text: &str) -> Vec<Cow<'_, str>> {
    let mut elements = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let end = end(rest);
        let element = rest[..end].trim();
        if !element.is_empty() {
            elements.push(unquoted(element));
        }
        rest = rest.get(end + 1..).unwrap_or_default().trim_start();
    }
    elements
}

/// Where the first element of a list ends: at a comma that is not in quotes.
fn end(list: &str) -> usize {
    let (mut in_quotes, mut escaped) = (false, false);
    for (at, byte) in list.bytes().enumerate() {
        match byte {
            _ if std::mem::take(&mut escaped) => {}
            b'\\' if in_quotes => escaped = true,
            // Quotes inside an element stand for themselves.
            b'"' if at == 0 || in_quotes => in_quotes = !in_quotes,
            b',' if !in_quotes => return at,
            _ => {}
        }
    }
    list.len()
}

fn unquoted(element: &str) -> Cow<'_, str> {
    let inside = element.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let Some(inside) = inside else { return Cow::Borrowed(element) };
    if !inside.contains('\\') {
        return Cow::Borrowed(inside);
    }
    let mut text = String::with_capacity(inside.len());
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        text.push(if c == '\\' { chars.next().unwrap_or(c) } else { c });
    }
    Cow::Owned(text)
}
