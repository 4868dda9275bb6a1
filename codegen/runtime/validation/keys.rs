//! Keys that a map needs, by the case that a request is about.

use std::collections::BTreeMap;
use std::fmt;

use super::super::report::{Hint, Kind, Rule, Severity};
use super::super::smithy::Document;
use super::check::Checker;
use super::cursor::Cursor;
use super::form::Form;
use super::policy::Switch;
use super::spelling;

/// The keys of a map, case by case.
pub struct Table {
    /// Every case.
    pub cases: &'static [&'static Case],
    /// Keys that people send by mistake.
    pub mistakes: &'static [Mistake],
}

/// The keys of a map in one case.
pub struct Case {
    /// The value that governs the map.
    pub name: &'static str,
    /// The table that this is a case of.
    pub table: &'static Table,
    /// What an absent or empty map means.
    pub absent: Option<Rule>,
    /// The keys whose absence is an error whatever else is known.
    pub needed: &'static [&'static str],
    /// Whether the absence of other keys may be an error, depending on the keys that are there.
    pub depends: bool,
    /// The keys, those of every case first.
    pub keys: &'static [Key],
    /// Members beside the map.
    pub members: &'static [Member],
}

/// A case and its table hold each other: each shows the names of the other alone.
impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.cases.iter().map(|case| case.name)).finish()
    }
}

impl fmt::Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: Vec<&str> = self.keys.iter().map(|key| key.name).collect();
        let shown = &mut f.debug_struct("Case");
        shown
            .field("name", &self.name)
            .field("needed", &self.needed)
            .field("keys", &keys)
            .finish_non_exhaustive()
    }
}

/// A key of a map.
#[derive(Debug)]
pub struct Key {
    /// The key; of a family, what all its keys begin with.
    pub name: &'static str,
    /// What stands behind it.
    pub rule: Rule,
    /// When it must be there.
    pub need: Need,
    /// What is known of its value.
    pub value: Value,
}

/// When a key must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Always.
    Always,
    /// When the caller declared something.
    Declared(Switch),
    /// When another key is there, with one of these values unless there are none.
    With(&'static str, &'static [&'static str]),
    /// When another key is not there.
    Without(&'static str),
    /// Never.
    Optional,
    /// Never: clients send it, and the service ignores it.
    Ignored,
    /// Never: it is a family, of which the service may have listed the keys that it needs.
    Family(Option<Related>),
}

/// What is known of a key's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Any,
    /// Its form.
    Form(Form),
    /// Where the service sent it before.
    Sent(Related),
}

/// Keys of a map that belongs to the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Related {
    /// The map, by its name in the model.
    pub map: &'static str,
    /// The keys; the first that is there counts.
    pub keys: &'static [&'static str],
}

/// A member beside a map.
#[derive(Debug)]
pub struct Member {
    /// Its name in the model.
    pub name: &'static str,
    /// Whether it must be there.
    pub presence: Presence,
    /// What stands behind it.
    pub rule: Rule,
}

/// Whether a member must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It must.
    Required,
    /// It may.
    Optional,
    /// It has no meaning there.
    Absent,
}

/// A key that people send by mistake.
#[derive(Debug)]
pub struct Mistake {
    /// The key.
    pub key: &'static str,
    /// What stands behind it.
    pub rule: Rule,
}

impl Case {
    /// The keys that this case always needs.
    pub fn required_keys(&self) -> impl Iterator<Item = &'static str> {
        self.keys.iter().filter(|key| key.need == Need::Always).map(|key| key.name)
    }

    /// Whether this case has use for a key.
    fn takes(&self, key: &str) -> bool {
        self.keys.iter().any(|known| known.name == key && known.need != Need::Ignored)
    }

    /// Whether this case knows a key, by itself or as one of a family.
    pub fn knows(&self, key: &str) -> bool {
        self.keys.iter().any(|known| match known.need {
            Need::Family(_) => key.starts_with(known.name),
            _ => known.name == key,
        })
    }
}

/// The map of a request and the case that it is for.
#[derive(Clone, Copy)]
struct Answer<'a> {
    at: &'a Cursor<'a>,
    case: &'static Case,
    map: &'a BTreeMap<String, String>,
}

impl Checker<'_> {
    /// Checks the keys of a map; nothing is known of the keys of a case that the model does not know.
    #[inline]
    pub fn keys(
        &mut self,
        at: &Cursor<'_>,
        case: Option<&'static Case>,
        map: Option<&BTreeMap<String, String>>,
    ) {
        let Some(case) = case else { return };
        let plain = !case.depends && !self.wants(Severity::Warning) && !self.policy().declares();
        let whole = |map: &BTreeMap<String, String>| case.needed.iter().all(|key| map.contains_key(*key));
        // Mostly nothing is wrong, and then nothing more is to be looked at.
        if !(plain && map.is_some_and(whole)) {
            self.all_keys(at, case, map);
        }
    }

    #[cold]
    fn all_keys(&mut self, at: &Cursor<'_>, case: &'static Case, map: Option<&BTreeMap<String, String>>) {
        static EMPTY: BTreeMap<String, String> = BTreeMap::new();
        let answer = Answer { at, case, map: map.unwrap_or(&EMPTY) };
        if let Some(rule) = case.absent.as_ref().filter(|_| answer.map.is_empty()) {
            self.broken(at, rule, Kind::AbsentMap { case: case.name }, None);
        }
        for key in case.keys {
            if self.wants(key.rule.severity) && self.needs(key.need, answer.map) {
                self.needed(answer, key);
            }
        }
        if self.wants(Severity::Warning) {
            self.doubts(answer);
        }
    }

    fn needs(&self, need: Need, map: &BTreeMap<String, String>) -> bool {
        match need {
            Need::Always => true,
            Need::Declared(switch) => self.policy().has(switch),
            Need::With(key, values) => {
                map.get(key).is_some_and(|value| values.is_empty() || values.contains(&value.as_str()))
            }
            Need::Without(key) => !map.contains_key(key),
            Need::Optional | Need::Ignored | Need::Family(_) => false,
        }
    }

    fn needed(&mut self, Answer { at, case, map }: Answer<'_>, key: &'static Key) {
        if !map.contains_key(key.name) {
            let kind = Kind::MissingKey { key: key.name.into(), case: case.name };
            self.broken(&at.known_key(key.name), &key.rule, kind, hint(case, key, map));
        }
    }

    /// Everything that only warns.
    fn doubts(&mut self, answer: Answer<'_>) {
        for key in answer.case.keys {
            self.key_value(answer, key);
            if let Need::Family(Some(listed)) = key.need {
                self.listed(answer, key, listed);
            }
        }
        for mistake in answer.case.table.mistakes {
            let known = answer.case.knows(mistake.key);
            if !known && answer.map.contains_key(mistake.key) {
                let kind = Kind::MistakenKey { key: mistake.key };
                self.broken(&answer.at.known_key(mistake.key), &mistake.rule, kind, None);
            }
        }
        for key in answer.case.keys {
            self.spelling(answer, key);
        }
    }

    /// What is known of a key's value: an empty one counts as missing with the service.
    fn key_value(&mut self, Answer { at, case, map }: Answer<'_>, key: &'static Key) {
        let Some(value) = map.get(key.name) else { return };
        let at = at.known_key(key.name);
        if value.is_empty() {
            if self.needs(key.need, map) {
                let kind = Kind::EmptyKey { key: key.name, case: case.name };
                self.doubtful(&at, &key.rule, kind, None);
            }
            return;
        }
        match key.value {
            Value::Form(form) if !form.holds(value) => {
                self.doubtful(&at, &key.rule, Kind::Form { form: form.to_string() }, None);
            }
            Value::Sent(related) => self.sent(&at, key, related, value),
            Value::Any | Value::Form(_) => {}
        }
    }

    /// A value that must be the one that the service sent.
    fn sent(&mut self, at: &Cursor<'_>, key: &'static Key, related: Related, value: &str) {
        let Some(map) = self.policy().related(related.map) else { return };
        let sent = related.keys.iter().find_map(|key| Some((*key, map.get(*key)?)));
        if let Some((name, sent)) = sent
            && sent != value
        {
            self.doubtful(at, &key.rule, Kind::OtherValue { key: name }, None);
        }
    }

    /// Keys that the service listed as needed, as they stand.
    fn listed(&mut self, Answer { at, case, map }: Answer<'_>, key: &'static Key, sent: Related) {
        let Some(related) = self.policy().related(sent.map) else { return };
        let list = sent.keys.iter().find_map(|key| related.get(*key));
        for name in listed(list.map(String::as_str)) {
            if !map.contains_key(&name) {
                let kind = Kind::MissingKey { key: name.clone().into(), case: case.name };
                self.doubtful(&at.named_key(&name), &key.rule, kind, None);
            }
        }
    }

    /// A key that is there in another spelling, and not as it should be.
    fn spelling(&mut self, Answer { at, case, map }: Answer<'_>, key: &'static Key) {
        let needed = self.needs(key.need, map) && key.rule.severity == Severity::Error;
        if !needed
            && !map.contains_key(key.name)
            && map.keys().any(|other| !case.knows(other) && spelling::is_the_same(other, key.name))
        {
            self.doubtful(&at.known_key(key.name), &key.rule, Kind::MisspelledKey { key: key.name }, None);
        }
    }

    /// Checks whether a member is there that a case needs or has no use for.
    #[inline]
    pub fn case_member(
        &mut self,
        at: &Cursor<'_>,
        case: Option<&'static Case>,
        name: &'static str,
        present: bool,
    ) {
        let Some(case) = case else { return };
        let Some(member) = case.members.iter().find(|member| member.name == name) else { return };
        let right = match member.presence {
            Presence::Required => present,
            Presence::Optional => true,
            Presence::Absent => !present,
        };
        if !right && self.wants(member.rule.severity) {
            let kind = match member.presence {
                Presence::Required | Presence::Optional => {
                    Kind::MissingMember { member: name, case: Some(case.name) }
                }
                Presence::Absent => Kind::UnexpectedMember { member: name, case: case.name },
            };
            self.broken(at, &member.rule, kind, None);
        }
    }

    /// Notes a case that the operation does not take.
    pub fn refused(&mut self, at: &Cursor<'_>, rule: &'static Rule, case: &'static str) {
        if self.wants(rule.severity) {
            self.broken(at, rule, Kind::RefusedCase { case }, None);
        }
    }
}

/// What most likely led to a missing key.
#[cold]
fn hint(case: &'static Case, key: &'static Key, map: &BTreeMap<String, String>) -> Option<Hint> {
    if let Need::With(other, _) = key.need {
        return Some(Hint::Because { key: other });
    }
    let stray = || map.keys().filter(|stray| !case.takes(stray));
    if stray().any(|stray| spelling::is_the_same(stray, key.name)) {
        return Some(Hint::CaseSensitive { key: key.name });
    }
    stray().find_map(|stray| {
        let cases = case.table.cases.iter();
        let mut keys = cases.flat_map(|other| other.keys.iter().map(move |key| (other, key)));
        let (other, key) = keys.find(|(_, other)| other.need == Need::Always && other.name == stray)?;
        Some(Hint::OtherCase { key: key.name, case: other.name })
    })
}

/// The entries of a family: each key begins with what all of them do, put before it where it is not there yet.
pub fn family(prefix: &str, entries: BTreeMap<String, String>) -> impl Iterator<Item = (String, String)> {
    entries.into_iter().map(move |(key, value)| {
        let whole = if key.starts_with(prefix) { key } else { format!("{prefix}{key}") };
        (whole, value)
    })
}

/// The strings of a JSON list; none where the text is no such list.
pub fn listed(text: Option<&str>) -> Vec<String> {
    let Some(Ok(Document::Array(elements))) = text.map(Document::parse) else {
        return Vec::new();
    };
    let string = |element| if let Document::String(text) = element { Some(text) } else { None };
    elements.into_iter().filter_map(string).collect()
}
