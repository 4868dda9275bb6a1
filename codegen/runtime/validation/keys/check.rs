//! Checking the keys of a map.

use std::collections::BTreeMap;

use super::super::super::report::{Hint, Kind, Rule, Severity};
use super::super::check::Checker;
use super::super::cursor::Cursor;
use super::super::spelling;
use super::{Case, Key, KeyValue, Presence, RelatedKeys, Requirement, listed};

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
            if self.wants(key.rule.severity) && self.needs(key.requirement, answer.map) {
                self.needed(answer, key);
            }
        }
        if self.wants(Severity::Warning) {
            self.doubts(answer);
        }
    }

    fn needs(&self, requirement: Requirement, map: &BTreeMap<String, String>) -> bool {
        match requirement {
            Requirement::Always => true,
            Requirement::Declared(switch) => self.policy().has(switch),
            Requirement::With(key, values) => {
                map.get(key).is_some_and(|value| values.is_empty() || values.contains(&value.as_str()))
            }
            Requirement::Without(key) => !map.contains_key(key),
            Requirement::Optional | Requirement::Ignored | Requirement::Family(_) => false,
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
            if let Requirement::Family(Some(listed)) = key.requirement {
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
            if self.needs(key.requirement, map) {
                let kind = Kind::EmptyKey { key: key.name, case: case.name };
                self.doubtful(&at, &key.rule, kind, None);
            }
            return;
        }
        match key.value {
            KeyValue::Format(form) if !form.holds(value) => {
                self.doubtful(&at, &key.rule, Kind::Form { form: form.to_string() }, None);
            }
            KeyValue::Sent(related) => self.sent(&at, key, related, value),
            KeyValue::Known(known) if !known.contains(&value.as_str()) => {
                let meant =
                    |known: &&&str| spelling::is_the_same(value, known) || spelling::is_nearly(value, known);
                if let Some(&meant) = known.iter().find(meant) {
                    self.doubtful(&at, &key.rule, Kind::MisspelledValue { value: meant }, None);
                }
            }
            KeyValue::Any | KeyValue::Format(_) | KeyValue::Known(_) => {}
        }
    }

    /// A value that must be the one that the service sent.
    fn sent(&mut self, at: &Cursor<'_>, key: &'static Key, related: RelatedKeys, value: &str) {
        let Some(map) = self.policy().related(related.map) else { return };
        let sent = related.keys.iter().find_map(|key| Some((*key, map.get(*key)?)));
        if let Some((name, sent)) = sent
            && sent != value
        {
            self.doubtful(at, &key.rule, Kind::OtherValue { key: name }, None);
        }
    }

    /// Keys that the service listed as needed, as they stand.
    fn listed(&mut self, Answer { at, case, map }: Answer<'_>, key: &'static Key, sent: RelatedKeys) {
        let Some(related) = self.policy().related(sent.map) else { return };
        let list = sent.keys.iter().find_map(|key| related.get(*key));
        for name in listed::<String>(list.map(String::as_str)) {
            if !map.contains_key(&name) {
                let kind = Kind::MissingKey { key: name.clone().into(), case: case.name };
                self.doubtful(&at.named_key(&name), &key.rule, kind, None);
            }
        }
    }

    /// A key that is there in another spelling, and not as it should be.
    fn spelling(&mut self, Answer { at, case, map }: Answer<'_>, key: &'static Key) {
        let needed = self.needs(key.requirement, map) && key.rule.severity == Severity::Error;
        if needed || map.contains_key(key.name) {
            return;
        }
        let strays = || map.keys().filter(|stray| !case.expects(stray)).map(|stray| Case::stem(key, stray));
        let kind = if strays().any(|stray| spelling::is_the_same(stray, key.name)) {
            Kind::MisspelledKey { key: key.name }
        } else if strays().any(|stray| spelling::is_nearly(stray, key.name)) {
            Kind::SimilarKey { key: key.name }
        } else {
            return;
        };
        self.doubtful(&at.known_key(key.name), &key.rule, kind, None);
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
    if let Requirement::With(other, _) = key.requirement {
        return Some(Hint::Because { key: other });
    }
    let stray = || map.keys().filter(|stray| !case.takes(stray));
    if stray().any(|stray| spelling::is_the_same(stray, key.name)) {
        return Some(Hint::CaseSensitive { key: key.name });
    }
    let other_case = stray().find_map(|stray| {
        let cases = case.table.cases.iter();
        let mut keys = cases.flat_map(|other| other.keys.iter().map(move |key| (other, key)));
        let (other, key) =
            keys.find(|(_, other)| other.requirement == Requirement::Always && other.name == stray)?;
        Some(Hint::OtherCase { key: key.name, case: other.name })
    });
    let is_near = |stray: &String| !case.expects(stray) && spelling::is_nearly(stray, key.name);
    other_case.or_else(|| stray().any(is_near).then_some(Hint::Similar { key: key.name }))
}
