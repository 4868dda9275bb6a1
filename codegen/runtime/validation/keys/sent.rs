//! What a service sends when it asks for an answer.

use std::collections::BTreeMap;
use std::fmt;

use super::super::super::smithy::Document;

/// Reads what the service sent with a case out of a map.
#[derive(Debug)]
pub struct Sent<'m> {
    map: Option<&'m BTreeMap<String, String>>,
    missing: Vec<&'static str>,
}

impl<'m> Sent<'m> {
    /// What is in this map.
    pub fn new(map: Option<&'m BTreeMap<String, String>>) -> Self {
        Self { map, missing: Vec::new() }
    }

    /// A parameter that is always sent. Where it is not, that is noted and an empty text returned, which
    /// [`Sent::finish`] keeps from being seen.
    pub fn always(&mut self, parameter: &'static str) -> &'m str {
        self.get(parameter).unwrap_or_else(|| {
            self.missing.push(parameter);
            ""
        })
    }

    /// A parameter that may be absent.
    pub fn get(&self, parameter: &str) -> Option<&'m str> {
        self.map?.get(parameter).map(String::as_str)
    }

    /// The same with a type of its own.
    pub fn value<T: From<&'m str>>(&self, parameter: &str) -> Option<T> {
        self.get(parameter).map(T::from)
    }

    /// Gives what was read.
    ///
    /// # Errors
    ///
    /// Every parameter that is always sent and was not.
    pub fn finish<T>(self, case: &str, due: T) -> Result<T, MissingParameters> {
        let Self { missing, .. } = self;
        if missing.is_empty() { Ok(due) } else { Err(MissingParameters { case: case.to_owned(), missing }) }
    }
}

/// A response asks for an answer, and lacks what the service always sends with that case.
///
/// What came instead is still in the response: its map of parameters holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingParameters {
    case: String,
    missing: Vec<&'static str>,
}

impl MissingParameters {
    /// The case that was asked for.
    pub fn case(&self) -> &str {
        &self.case
    }

    /// The parameters that the response lacks.
    pub fn parameters(&self) -> &[&'static str] {
        &self.missing
    }
}

impl fmt::Display for MissingParameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is asked for without {}", self.case, self.missing.join(", "))
    }
}

impl std::error::Error for MissingParameters {}

/// The strings of a JSON list; none where the text is no such list.
pub fn listed<T: From<String>>(text: Option<&str>) -> Vec<T> {
    let Some(Ok(Document::Array(elements))) = text.map(Document::parse) else {
        return Vec::new();
    };
    elements.into_iter().filter_map(string).map(T::from).collect()
}

/// The strings of a JSON object; none where the text is no such object.
pub fn object(text: Option<&str>) -> BTreeMap<String, String> {
    let Some(Ok(Document::Object(entries))) = text.map(Document::parse) else {
        return BTreeMap::new();
    };
    entries.into_iter().filter_map(|(name, value)| Some((name, string(value)?))).collect()
}

fn string(value: Document) -> Option<String> {
    if let Document::String(text) = value { Some(text) } else { None }
}
