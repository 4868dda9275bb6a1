//! What names look like: which words of documentation are keys, and which are cases.

use std::collections::{BTreeMap, BTreeSet};

use super::example;

/// How a name is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameStyle {
    /// `LIKE_THIS`.
    Constant,
    /// `like_this`.
    Snake,
    /// `likeThis`.
    Camel,
    /// `LikeThis`.
    Pascal,
    /// Anything else.
    Other,
}

impl NameStyle {
    /// How `name` is written.
    pub(super) fn of(name: &str) -> Self {
        let lower = name.contains(|c: char| c.is_ascii_lowercase());
        let upper = name.contains(|c: char| c.is_ascii_uppercase());
        let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        match (name.chars().next().filter(|_| plain), lower, upper) {
            (Some('A'..='Z'), false, true) if name.len() > 1 => Self::Constant,
            (Some('a'..='z'), true, false) => Self::Snake,
            (Some('a'..='z'), true, true) => Self::Camel,
            (Some('A'..='Z'), true, true) => Self::Pascal,
            _ => Self::Other,
        }
    }

    /// The style of most names, the first of several.
    fn of_most<'a>(names: impl IntoIterator<Item = &'a String>) -> Self {
        let mut counts: BTreeMap<Self, usize> = BTreeMap::new();
        names.into_iter().for_each(|name| *counts.entry(Self::of(name)).or_default() += 1);
        let most = counts.values().max().copied();
        counts.into_iter().find(|(_, count)| Some(*count) == most).map_or(Self::Constant, |(style, _)| style)
    }
}

/// What is known before documentation is read.
#[derive(Clone, Debug)]
pub(super) struct Vocabulary {
    /// The member that is the map.
    pub(super) map: String,
    /// Names of cases, those of the model and those of the rules.
    pub(super) cases: BTreeSet<String>,
    /// Keys that the rules know in any case; families end in `.`.
    pub(super) keys: BTreeSet<String>,
    /// Values of the model's enums, which documentation names without meaning keys.
    pub(super) values: BTreeSet<String>,
}

/// How a piece of code writes the name of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
enum KeyMention {
    /// In quotes or with a value (`"CODE"`, `MODE: fast`): it is one.
    Certain(String),
    /// By itself: it is one if it looks like one.
    Possible(String),
}

/// The key that a piece of code may name.
fn key_mention(code: &str) -> Option<KeyMention> {
    if let Some(inside) = code.strip_prefix('"') {
        let (inside, _) = inside.split_once('"')?;
        return example::name(inside).map(KeyMention::Certain);
    }
    match code.split_once(": ") {
        Some((before, _)) => example::name(before).map(KeyMention::Certain),
        None => example::name(code).map(KeyMention::Possible),
    }
}

impl Vocabulary {
    /// The key that a piece of code names, by what keys of this map look like.
    pub(super) fn key(&self, code: &str) -> Option<String> {
        match key_mention(code)? {
            KeyMention::Certain(name) => Some(name),
            KeyMention::Possible(name) if knows(&self.keys, &name) => Some(name),
            KeyMention::Possible(name) => {
                let is_word = self.cases.contains(&name) || self.values.contains(&name);
                let looks = NameStyle::of(&name) == NameStyle::of_most(&self.keys);
                (looks && !is_word).then_some(name)
            }
        }
    }

    /// The cases that the head of a row names: known ones in it, or what `/`, `,`, `and` and `or` separate.
    pub(super) fn cases_of_term(&self, head: &str) -> Vec<String> {
        let spaced = head.replace(['/', ',', '|'], " / ").replace(" and ", " / ").replace(" or ", " / ");
        let parts = spaced.split(" / ").map(str::trim).filter(|part| !part.is_empty());
        parts.flat_map(|part| self.cases_of_part(part)).collect()
    }

    fn cases_of_part(&self, part: &str) -> Vec<String> {
        if self.cases.contains(part) {
            return vec![part.to_owned()];
        }
        let words = part.split(|c: char| !(c.is_ascii_alphanumeric() || "_-.".contains(c)));
        let known: Vec<String> = words.filter(|word| self.cases.contains(*word)).map(str::to_owned).collect();
        if known.is_empty() { vec![part.to_owned()] } else { known }
    }

    /// Whether the name at the head of an item is a case: one that is known, or one that looks like those.
    pub(super) fn is_case(&self, name: &str) -> bool {
        self.cases.contains(name) || NameStyle::of(name) == NameStyle::of_most(&self.cases)
    }
}

/// Whether a key is one of `keys`, or of one of the families there.
pub(super) fn knows(keys: &BTreeSet<String>, name: &str) -> bool {
    let in_family = |family: &String| family.ends_with('.') && name.starts_with(family.as_str());
    keys.contains(name) || keys.iter().any(in_family)
}
