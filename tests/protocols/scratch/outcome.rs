//! What came of a case, as a line of text: part of every program of cases.

use std::fmt::{Debug, Write};
use std::panic;

/// What came of a case.
pub enum Outcome {
    /// The value that was read is the expected one.
    Equal,
    /// The parts of the message that was written, by name.
    Wrote(Vec<(String, Vec<u8>)>),
    /// Why neither came about.
    Failed(String),
}

/// A message as it was sent.
pub struct Given {
    pub method: &'static str,
    pub uri: &'static str,
    pub status: u16,
    pub headers: &'static [(&'static str, &'static str)],
    pub body: &'static [u8],
}

/// Compares what was read with what was expected.
pub fn equal<T: PartialEq + Debug>(found: &T, expected: &T) -> Outcome {
    if found == expected { Outcome::Equal } else { different(found, expected) }
}

/// The same for values with a NaN in them, which equal nothing.
pub fn alike<T: Debug>(found: &T, expected: &T) -> Outcome {
    if format!("{found:?}") == format!("{expected:?}") { Outcome::Equal } else { different(found, expected) }
}

/// The parts of a message that was written.
pub fn wrote<'a>(
    first: &[(&str, &str)],
    headers: impl Iterator<Item = (&'a str, &'a str)>,
    body: &[u8],
) -> Outcome {
    let part = |name: &str, value: &str| (name.to_owned(), value.as_bytes().to_vec());
    let mut parts: Vec<_> = first.iter().map(|(name, value)| part(name, value)).collect();
    parts.extend(headers.map(|(name, value)| part(&format!("header {name}"), value)));
    parts.push(("body".to_owned(), body.to_vec()));
    Outcome::Wrote(parts)
}

/// Why nothing was read or written.
pub fn failed(error: &impl Debug) -> Outcome {
    Outcome::Failed(format!("{error:?}"))
}

fn different<T: Debug>(found: &T, expected: &T) -> Outcome {
    Outcome::Failed(format!("read {found:?}, expected {expected:?}"))
}

/// Runs a case and prints a line: the id, the direction, what came of it, and the rest in hexadecimal digits.
pub fn run(id: &str, direction: &str, case: fn() -> Outcome) {
    let outcome = panic::catch_unwind(case).unwrap_or_else(|error| {
        let text = error.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| error.downcast_ref::<&str>().copied());
        Outcome::Failed(format!("it panics: {}", text.unwrap_or_default()))
    });
    let mut line = format!("{id}\t{direction}\t");
    match outcome {
        Outcome::Equal => line.push_str("equal"),
        Outcome::Failed(reason) => {
            line.push_str("failed\t");
            hexadecimal(&mut line, reason.as_bytes());
        }
        Outcome::Wrote(parts) => {
            line.push_str("wrote");
            for (name, value) in parts {
                let _ = write!(line, "\t{name}\t");
                hexadecimal(&mut line, &value);
            }
        }
    }
    println!("{line}");
}

fn hexadecimal(line: &mut String, bytes: &[u8]) {
    bytes.iter().for_each(|byte| _ = write!(line, "{byte:02x}"));
}
