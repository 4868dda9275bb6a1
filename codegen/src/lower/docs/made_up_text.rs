//! Made-up strings: words that say what they stand for, within lengths and patterns.

use super::Comments;
use super::made_up::LONGEST;
use crate::names::FieldName;
use crate::resolve::graph::Member;
use crate::rules::{Key, KeyValue, StringFormat};

/// What stands for members whose names end so.
const KNOWN: &[(&str, &str)] = &[
    ("arn", "arn:aws:iam::123456789012:role/example"),
    ("url", "https://example.com"),
    ("uri", "https://example.com"),
    ("email", "alice@example.com"),
    ("phonenumber", "+12065550100"),
    ("username", "alice"),
    ("region", "eu-west-1"),
    ("account", "123456789012"),
];

/// An identifier in the form of RFC 9562.
const UUID: &str = "12345678-1234-4123-8123-123456789012";

/// The ends of names that a placeholder says nothing with.
const ENDS: &[&str] = &["-name", "-id", "-identifier", "-type", "-value", "-string"];

impl Comments<'_> {
    /// A string for a member; `nth` tells it from its neighbours in a list. Nothing where none is found.
    pub(super) fn made_up_text(&self, member: &Member, nth: usize) -> Option<String> {
        let model = self.types.model;
        let own = self.rules.formats.get(&(member.target.clone(), None));
        if let Some(format) = own {
            return of_format(&format.format);
        }
        let length = model.length(member);
        let bound = |bound: Option<u64>| bound.and_then(|bound| usize::try_from(bound).ok());
        let (min, max) = (
            bound(length.and_then(|length| length.min)).unwrap_or_default(),
            bound(length.and_then(|length| length.max)).unwrap_or(usize::MAX),
        );
        let check = model.pattern(member).and_then(|pattern| self.patterns.compiled(pattern));
        let fits = |text: &String| {
            (min..=max).contains(&text.chars().count()) && check.is_none_or(|check| check.accepts(text))
        };
        let known = self.known.get(member.name.as_str()).filter(|_| nth == 0).into_iter().flatten();
        let known = known.filter_map(|(_, value)| Some(value.as_str()?.to_owned()));
        if let Some(text) = known.chain(words(member, min.min(LONGEST), nth)).find(fits) {
            return Some(text);
        }
        let made = check.filter(|_| min <= LONGEST).and_then(|check| check.example(min)).filter(fits);
        // Whoever looks whether the example fits sees that it does not.
        Some(made.unwrap_or_else(|| placeholder(name_of(member))))
    }
}

/// Candidates for a member, the best first.
fn words(member: &Member, min: usize, nth: usize) -> Vec<String> {
    let mut word = placeholder(name_of(member));
    let mut words = Vec::new();
    if nth == 0 {
        words.extend(known(&word).map(str::to_owned));
    }
    if nth > 0 {
        word = format!("{word}-{}", nth + 1);
    }
    let repeated = format!("{word}-").chars().cycle().take(min).collect();
    words.extend([word, repeated]);
    if nth == 0 {
        words.extend(["example", "Example", "EXAMPLE", "example.com", "1", UUID].map(str::to_owned));
        words.extend(KNOWN.iter().map(|(_, text)| (*text).to_owned()));
    }
    words
}

/// The name of a member; of an element that of its shape, which says more than that it is one.
fn name_of(member: &Member) -> &str {
    match member.name.as_str() {
        "member" if member.target.namespace() == "smithy.api" => "",
        "member" => member.target.name(),
        name => name,
    }
}

/// `example-group` for `GroupName`.
fn placeholder(name: &str) -> String {
    let mut word =
        if name.is_empty() { String::new() } else { FieldName::of_member(name).as_str().replace('_', "-") };
    while let Some(rest) = ENDS.iter().find_map(|end| word.strip_suffix(end)) {
        word.truncate(rest.len());
    }
    match word.trim_matches('-') {
        "" | "name" | "id" | "identifier" | "value" | "string" => "example".to_owned(),
        word => format!("example-{word}"),
    }
}

/// What is known to stand for what a placeholder names.
fn known(word: &str) -> impl Iterator<Item = &'static str> + use<> {
    let word = word.replace('-', "");
    KNOWN.iter().filter(move |(end, _)| word.ends_with(end)).map(|(_, text)| *text)
}

/// The text of a blob, which must not look like base64.
pub(super) fn of_blob(min: usize, max: usize) -> String {
    let count = "an example".len().min(max).max(min.min(LONGEST));
    "an example ".chars().cycle().take(count).collect()
}

/// The value of a key.
pub(super) fn of_key(key: &Key) -> Option<String> {
    match &key.value {
        KeyValue::Known(values) => values.first().cloned(),
        KeyValue::Format(format) => of_format(format),
        KeyValue::Any | KeyValue::Sent(_) => {
            let word = placeholder(&key.name);
            Some(known(&word).map(str::to_owned).next().unwrap_or(word))
        }
    }
}

/// A string of a format.
pub(super) fn of_format(format: &StringFormat) -> Option<String> {
    let text = match format {
        StringFormat::Date(_) => return None,
        StringFormat::Hex => "0a1b2c3d",
        StringFormat::Base64 => "ZXhhbXBsZQ==",
        StringFormat::Integer => "1",
        StringFormat::Boolean => "true",
        StringFormat::Json => "{}",
        StringFormat::Phone => "+12065550100",
        StringFormat::Comparison { names, operators } => {
            return Some(format!("{} {} \"example\"", names.first()?, operators.first()?));
        }
    };
    Some(text.to_owned())
}
