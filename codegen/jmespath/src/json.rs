//! JSON inside of expressions (RFC 8259): literals and names in double quotes.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use crate::{Literal, MAX_HEIGHT};

/// What is wrong, and at which byte.
pub(crate) type Problem = (usize, String);

/// Reads one JSON value that is all of a text.
pub(crate) fn parse(text: &str) -> Result<Literal, Problem> {
    literal(serde_json::from_str(text).map_err(problem)?, MAX_HEIGHT)
}

/// A value whose numbers are kept as they are written.
fn literal(raw: &RawValue, levels: usize) -> Result<Literal, Problem> {
    let text = raw.get();
    let levels = levels.checked_sub(1).ok_or((0, "arrays and objects nest too deeply".to_owned()))?;
    Ok(match text.as_bytes().first() {
        Some(b'n') => Literal::Null,
        Some(b't' | b'f') => Literal::Bool(text == "true"),
        Some(b'"') => Literal::String(serde_json::from_str(text).map_err(problem)?),
        Some(b'[') => {
            let elements: Vec<&RawValue> = serde_json::from_str(text).map_err(problem)?;
            let elements = elements.into_iter().map(|raw| literal(raw, levels));
            Literal::Array(elements.collect::<Result<_, _>>()?)
        }
        Some(b'{') => {
            let entries: BTreeMap<String, &RawValue> = serde_json::from_str(text).map_err(problem)?;
            let entries = entries.into_iter().map(|(key, raw)| Ok((key, literal(raw, levels)?)));
            Literal::Object(entries.collect::<Result<_, Problem>>()?)
        }
        Some(_) | None => Literal::Number(text.to_owned()),
    })
}

/// The sentence of an error, without its position.
fn problem(error: serde_json::Error) -> Problem {
    let message = error.to_string();
    let sentence = message.split(" at line ").next().unwrap_or_default();
    (error.column().saturating_sub(1), sentence.to_owned())
}
