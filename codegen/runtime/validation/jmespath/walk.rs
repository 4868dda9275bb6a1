//! Walks over whole values, which may be larger than the memory that they take: equality, size, JSON text.

use std::cmp::Ordering;
use std::fmt::Write;

use super::evaluate::Evaluator;
use super::number::Number;
use super::value::Value;

/// How many bytes of text make a step.
const BYTES_PER_STEP: usize = 16;

/// The elements and stretches of text in a value that shares nothing.
pub(super) fn size(value: &Value) -> usize {
    1 + match value {
        Value::Null | Value::Bool(_) => 0,
        Value::Number(number) => number.text_length() / BYTES_PER_STEP,
        Value::String(text) => text.len() / BYTES_PER_STEP,
        Value::List(elements) => elements.iter().map(size).sum(),
        Value::Object(entries) => entries.values().map(size).sum(),
    }
}

impl Evaluator {
    /// Spends what looking at a text costs.
    pub(super) fn read(&mut self, text: &str) -> Option<()> {
        self.spend(1 + text.len() / BYTES_PER_STEP)
    }

    /// Whether two values are equal: deeply, exactly for numbers, and never across types.
    pub(super) fn equal(&mut self, a: &Value, b: &Value) -> Option<bool> {
        self.spend(1)?;
        match (a, b) {
            (Value::Null, Value::Null) => Some(true),
            (Value::Bool(a), Value::Bool(b)) => Some(a == b),
            (Value::Number(a), Value::Number(b)) => Some(self.order(a, b)? == Some(Ordering::Equal)),
            (Value::String(a), Value::String(b)) => {
                self.read(a)?;
                Some(a == b)
            }
            (Value::List(a), Value::List(b)) if a.len() == b.len() => self.all_equal(a.iter().zip(b.iter())),
            (Value::Object(a), Value::Object(b)) if a.keys().eq(b.keys()) => {
                self.all_equal(a.values().zip(b.values()))
            }
            _ => Some(false),
        }
    }

    fn all_equal<'v>(&mut self, mut pairs: impl Iterator<Item = (&'v Value, &'v Value)>) -> Option<bool> {
        loop {
            match pairs.next() {
                None => return Some(true),
                Some((a, b)) if self.equal(a, b)? => {}
                Some(_) => return Some(false),
            }
        }
    }

    /// How two numbers or two strings are ordered; nothing for anything else.
    pub(super) fn rank(&mut self, a: &Value, b: &Value) -> Option<Ordering> {
        self.spend(1)?;
        match (a, b) {
            (Value::String(a), Value::String(b)) => {
                self.read(a)?;
                Some(a.cmp(b))
            }
            (Value::Number(a), Value::Number(b)) => self.order(a, b)?,
            _ => None,
        }
    }

    /// How two numbers are ordered: `Some(None)` where one of them is `NaN`.
    pub(super) fn order(&mut self, a: &Number, b: &Number) -> Option<Option<Ordering>> {
        self.spend((a.text_length() + b.text_length()) / BYTES_PER_STEP)?;
        Some(a.compare(b))
    }

    /// Writes a value as compact JSON.
    pub(super) fn write_json(&mut self, value: &Value, out: &mut String) -> Option<()> {
        self.spend(1)?;
        match value {
            Value::Null => out.push_str("null"),
            Value::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Value::Number(number) => out.push_str(&number.text()),
            Value::String(text) => self.write_string(text, out)?,
            Value::List(elements) => {
                out.push('[');
                for (number, element) in elements.iter().enumerate() {
                    out.push_str(if number == 0 { "" } else { "," });
                    self.write_json(element, out)?;
                }
                out.push(']');
            }
            Value::Object(entries) => {
                out.push('{');
                for (number, (key, value)) in entries.iter().enumerate() {
                    out.push_str(if number == 0 { "" } else { "," });
                    self.write_string(key, out)?;
                    out.push(':');
                    self.write_json(value, out)?;
                }
                out.push('}');
            }
        }
        Some(())
    }

    fn write_string(&mut self, text: &str, out: &mut String) -> Option<()> {
        self.read(text)?;
        out.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => out.extend(['\\', character]),
                '\0'..='\u{1f}' => write!(out, "\\u{:04x}", u32::from(character)).ok()?,
                _ => out.push(character),
            }
        }
        out.push('"');
        Some(())
    }
}
