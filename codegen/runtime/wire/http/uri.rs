//! The patterns of URIs: segments that are texts or labels, and parameters of the query that are always there
//! ([Smithy 2.0, URI patterns](https://smithy.io/2.0/spec/http-bindings.html#uri)).

use std::borrow::Cow;

use super::super::super::codec::percent::push_percent_encoded;
use super::escape;

/// An operation, and which requests call it.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    /// The name of the operation.
    pub name: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The pattern of the URI.
    pub uri: &'static str,
}

/// A segment of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Segment<'p> {
    /// `{name+}`: one segment or more.
    Greedy(&'p str),
    /// `{name}`.
    Label(&'p str),
    /// Text.
    Text(&'p str),
}

impl Segment<'_> {
    /// How much it says of a path.
    fn rank(self) -> u8 {
        match self {
            Self::Greedy(_) => 1,
            Self::Label(_) => 2,
            Self::Text(_) => 3,
        }
    }
}

/// The segments of a pattern.
fn segments(pattern: &str) -> impl DoubleEndedIterator<Item = Segment<'_>> {
    let path = pattern.split('?').next().unwrap_or_default();
    path.strip_prefix('/').unwrap_or(path).split('/').map(|text| {
        let inside = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
        match inside.map(|name| (name, name.strip_suffix('+'))) {
            Some((_, Some(name))) => Segment::Greedy(name),
            Some((name, None)) => Segment::Label(name),
            None => Segment::Text(text),
        }
    })
}

/// The parameters that a pattern has in its query, each with its value.
fn constants(pattern: &str) -> impl Iterator<Item = (&str, &str)> {
    let query = pattern.split_once('?').map_or("", |(_, query)| query);
    let parameters = query.split('&').filter(|parameter| !parameter.is_empty());
    parameters.map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")))
}

/// Writes the path and the query of a request.
///
/// # Errors
///
/// A label has no value, or an empty one: its name.
pub(crate) fn write<'p>(
    pattern: &'p str,
    labels: &[(&str, String)],
    query: &[(Cow<'_, str>, String)],
) -> Result<String, &'p str> {
    let mut uri = String::with_capacity(pattern.len() + 64);
    for segment in segments(pattern) {
        uri.push('/');
        let (name, kept) = match segment {
            Segment::Text(text) => {
                uri.push_str(text);
                continue;
            }
            Segment::Label(name) => (name, None),
            Segment::Greedy(name) => (name, Some(b'/')),
        };
        let value = labels.iter().find(|(label, _)| *label == name).map(|(_, value)| value);
        push_percent_encoded(&mut uri, value.filter(|value| !value.is_empty()).ok_or(name)?, kept);
    }
    let mut separator = '?';
    if let Some((_, constants)) = pattern.split_once('?') {
        uri.push('?');
        uri.push_str(constants);
        separator = '&';
    }
    let is_constant = |key: &str| constants(pattern).any(|(name, _)| name == key);
    for (key, value) in query.iter().filter(|(key, _)| !is_constant(key)) {
        uri.push(std::mem::replace(&mut separator, '&'));
        push_percent_encoded(&mut uri, key, None);
        uri.push('=');
        push_percent_encoded(&mut uri, value, None);
    }
    Ok(uri)
}

/// The labels of a path by their names, as they are written, if the path is one of the pattern. A slash at its end makes
/// no difference.
pub(crate) fn labels<'p, 'r>(pattern: &'p str, path: &'r str) -> Option<Vec<(&'p str, &'r str)>> {
    let mut found = Vec::new();
    let mut rest = path.strip_prefix('/')?;
    let mut after = segments(pattern.trim_end_matches('/'));
    while let Some(segment) = after.next() {
        if let Segment::Greedy(name) = segment {
            let (mut value, mut texts) = (rest, after);
            while let Some(segment) = texts.next_back() {
                let (before, last) = value.trim_end_matches('/').rsplit_once('/')?;
                match segment {
                    Segment::Text(text) if text == last => value = before,
                    _ => return None,
                }
            }
            found.push((name, value));
            return (!value.is_empty()).then_some(found);
        }
        let (first, others) = rest.split_once('/').unwrap_or((rest, ""));
        match segment {
            Segment::Text(text) if text == first || escape::decode(first).as_deref() == Some(text) => {}
            Segment::Label(name) if !first.is_empty() => found.push((name, first)),
            _ => return None,
        }
        rest = others;
    }
    rest.is_empty().then_some(found)
}

/// How much a pattern says of a request: the segments from the left to the right, texts before labels and those before
/// greedy ones, then the parameters of its query.
pub(crate) fn specificity(pattern: &str) -> (Vec<u8>, usize) {
    (segments(pattern).map(Segment::rank).collect(), constants(pattern).count())
}

/// Whether a query has the parameters that a pattern has.
pub(crate) fn has_constants(pattern: &str, query: &[(String, String)]) -> bool {
    constants(pattern).all(|(name, value)| query.iter().any(|(key, given)| key == name && given == value))
}

/// The parameters of the query of a URI; a plus sign is a space, as forms have it. What cannot be decoded is left as it is.
pub(crate) fn query(uri: &str) -> Vec<(String, String)> {
    let decoded = |text: &str| {
        let text = text.replace('+', " ");
        escape::decode(&text).map(Cow::into_owned).unwrap_or(text)
    };
    let uri = uri.split('#').next().unwrap_or_default();
    let query = uri.split_once('?').map_or("", |(_, query)| query);
    let parameters = query.split('&').filter(|parameter| !parameter.is_empty());
    let pair = |parameter: &str| {
        let (key, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        (decoded(key), decoded(value))
    };
    parameters.map(pair).collect()
}
