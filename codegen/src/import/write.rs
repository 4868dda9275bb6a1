//! JSON as text that reads well as a diff: what fits a line stands on one, so a changed member is a changed line.

use crate::json::{Data, Entry, Value};

/// How wide a line may get.
const WIDTH: usize = 120;

/// The text of a document, with a newline at its end.
pub(crate) fn text(document: &Value) -> String {
    let mut text = String::new();
    write(&mut text, document, 0, 0);
    text.push('\n');
    text
}

/// Writes a value at a depth; `used` is what stands before it on its line.
fn write(text: &mut String, value: &Value, depth: usize, used: usize) {
    let one_line = one_line(value);
    match &value.data {
        // The top and the list of shapes are always open, so that each shape begins a line.
        _ if depth > 1 && used + one_line.len() < WIDTH => text.push_str(&one_line),
        Data::Object(entries) if !entries.is_empty() => {
            let lines = entries.iter().map(|entry| (format!("{}: ", quoted(&entry.key)), &entry.value));
            block(text, ['{', '}'], lines, depth);
        }
        Data::Array(elements) if !elements.is_empty() => {
            block(text, ['[', ']'], elements.iter().map(|element| (String::new(), element)), depth);
        }
        _ => text.push_str(&one_line),
    }
}

fn block<'v>(
    text: &mut String,
    brackets: [char; 2],
    lines: impl Iterator<Item = (String, &'v Value)>,
    depth: usize,
) {
    let indent = "  ".repeat(depth + 1);
    text.push(brackets[0]);
    for (index, (key, value)) in lines.enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&indent);
        text.push_str(&key);
        write(text, value, depth + 1, indent.len() + key.len());
    }
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
    text.push(brackets[1]);
}

fn one_line(value: &Value) -> String {
    match &value.data {
        Data::Null => "null".to_owned(),
        Data::Bool(value) => value.to_string(),
        Data::Number(text) => text.clone(),
        Data::String(text) => quoted(text),
        Data::Array(elements) => {
            format!("[{}]", elements.iter().map(one_line).collect::<Vec<_>>().join(", "))
        }
        Data::Object(entries) if entries.is_empty() => "{}".to_owned(),
        Data::Object(entries) => {
            let entry = |entry: &Entry| format!("{}: {}", quoted(&entry.key), one_line(&entry.value));
            format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
