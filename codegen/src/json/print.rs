//! JSON values as text, indented by four spaces as Smithy's own tools do it.

use std::fmt::{self, Write};

use super::{Data, Entry, Value};

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        value(f, self, 0)
    }
}

fn value(f: &mut fmt::Formatter<'_>, value: &Value, depth: usize) -> fmt::Result {
    match &value.data {
        Data::Null => f.write_str("null"),
        Data::Bool(flag) => write!(f, "{flag}"),
        Data::Number(number) => f.write_str(number),
        Data::String(text) => string(f, text),
        Data::Array(elements) => {
            let element = |f: &mut fmt::Formatter<'_>, element: &Value| self::value(f, element, depth + 1);
            list(f, ('[', ']'), elements, depth, element)
        }
        Data::Object(entries) => list(f, ('{', '}'), entries, depth, |f, entry: &Entry| {
            string(f, &entry.key)?;
            f.write_str(": ")?;
            self::value(f, &entry.value, depth + 1)
        }),
    }
}

/// Elements between brackets, a line each.
fn list<T>(
    f: &mut fmt::Formatter<'_>,
    (open, close): (char, char),
    elements: &[T],
    depth: usize,
    mut element: impl FnMut(&mut fmt::Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    f.write_char(open)?;
    for (index, item) in elements.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(f, "{comma}\n{:1$}", "", (depth + 1) * 4)?;
        element(f, item)?;
    }
    if !elements.is_empty() {
        write!(f, "\n{:1$}", "", depth * 4)?;
    }
    f.write_char(close)
}

fn string(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_control() || matches!(c, '"' | '\\')) {
        f.write_str(&rest[..at])?;
        let c = rest[at..].chars().next().expect("something was found here");
        match c {
            '"' | '\\' => write!(f, "\\{c}")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            _ => write!(f, "\\u{:04x}", u32::from(c))?,
        }
        rest = &rest[at + c.len_utf8()..];
    }
    f.write_str(rest)?;
    f.write_char('"')
}
