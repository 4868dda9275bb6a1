//! Values of a model as JSON text.

use crate::json::{Data, Value};

/// A value on one line.
pub(super) fn compact(value: &Value) -> String {
    let mut text = String::new();
    write(&mut text, value, None);
    text
}

/// A value on as many lines as it has entries.
pub(super) fn pretty(value: &Value) -> String {
    let mut text = String::new();
    write(&mut text, value, Some(0));
    text
}

/// Writes a value; `indent` is how far in its lines stand, if it may have several.
fn write(text: &mut String, value: &Value, indent: Option<usize>) {
    match &value.data {
        Data::Null => text.push_str("null"),
        Data::Bool(value) => text.push_str(&value.to_string()),
        Data::Number(number) => text.push_str(number),
        Data::String(string) => text.push_str(&quoted(string)),
        Data::Array(elements) => {
            let elements = elements.iter().map(|element| (None, element));
            entries(text, ['[', ']'], elements, indent);
        }
        Data::Object(object) => {
            let members = object.iter().map(|entry| (Some(entry.key.as_str()), &entry.value));
            entries(text, ['{', '}'], members, indent);
        }
    }
}

fn entries<'v>(
    text: &mut String,
    [open, close]: [char; 2],
    entries: impl ExactSizeIterator<Item = (Option<&'v str>, &'v Value)>,
    indent: Option<usize>,
) {
    let count = entries.len();
    let inner = indent.map(|indent| indent + 2);
    text.push(open);
    for (index, (key, value)) in entries.enumerate() {
        new_line(text, inner);
        if let Some(key) = key {
            text.push_str(&quoted(key));
            text.push_str(if indent.is_some() { ": " } else { ":" });
        }
        write(text, value, inner);
        if index + 1 < count {
            text.push(',');
        }
    }
    if count > 0 {
        new_line(text, indent);
    }
    text.push(close);
}

fn new_line(text: &mut String, indent: Option<usize>) {
    if let Some(indent) = indent {
        text.push('\n');
        text.push_str(&" ".repeat(indent));
    }
}

/// A string in quotation marks; what cannot be seen is escaped.
fn quoted(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    if !quoted.chars().any(markup::is_hidden) {
        return quoted;
    }
    let mut shown = String::with_capacity(quoted.len());
    for c in quoted.chars() {
        match c {
            c if markup::is_hidden(c) => {
                let mut units = [0; 2];
                shown.extend(c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
            }
            c => shown.push(c),
        }
    }
    shown
}
