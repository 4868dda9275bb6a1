//! The rules of a model, as types.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::{Count, KeyValue, MemberPresence, RelatedKeys, RuleSeverity, SentParameter, StringFormat};
use crate::diagnostics::Span;
use crate::json::Value;
use crate::resolve::graph::ShapeId;

/// All rules of a model.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    /// What a caller can declare, by name, with its sentence.
    pub(crate) declarations: IndexMap<String, String>,
    /// Maps that belong to requests, by name, with their sentences.
    pub(crate) related: IndexMap<String, String>,
    /// The modeled error that the service answers with when a constraint is broken.
    pub(crate) validation_error_response: Option<ShapeId>,
    /// Key tables, by the map shape.
    pub(crate) tables: BTreeMap<ShapeId, KeyTable>,
    /// The maps with a key table and their discriminators, by the structure.
    pub(crate) bindings: BTreeMap<ShapeId, Binding>,
    /// The responses that ask for an answer, by the structure.
    pub(crate) asks: BTreeMap<ShapeId, Asks>,
    /// Rules on the presence of members, by the structure.
    pub(crate) members: BTreeMap<ShapeId, Vec<MemberRule>>,
    /// String formats, by the shape and, of a member's, its name.
    pub(crate) formats: BTreeMap<(ShapeId, Option<String>), FormatRule>,
    /// The rules behind conditions, by the shape and, of a member's, its name.
    pub(crate) conditions: BTreeMap<(ShapeId, Option<String>), IndexMap<String, ConditionRule>>,
}

/// The parts that all rules have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Its id, unique in the model.
    pub(crate) id: String,
    /// How certain it is that the service rejects requests that break it.
    pub(crate) severity: RuleSeverity,
    /// One sentence for people.
    pub(crate) documentation: String,
    /// The service's own words.
    pub(crate) message: Option<String>,
    /// The modeled error that the service answers with.
    pub(crate) error: Option<ShapeId>,
    /// The sources that it is taken from.
    pub(crate) sources: Vec<String>,
    /// Where it is in the model.
    pub(crate) span: Span,
}

/// The keys of a map, case by case.
#[derive(Clone, Debug)]
pub(crate) struct KeyTable {
    /// The map shape.
    pub(crate) map: ShapeId,
    /// The prefix of the ids of its rules.
    pub(crate) id: String,
    /// The enum whose values are the cases.
    pub(crate) discriminator: ShapeId,
    /// The name of the type for answers.
    pub(crate) answer: Option<String>,
    /// The name of the type for the answer that a response asks for.
    pub(crate) due: Option<String>,
    /// The requests that give the answer.
    pub(crate) requests: Vec<NextRequest>,
    /// Keys of the answer, each with the parameters of the response of which the first that is there goes back.
    pub(crate) carried: Vec<(String, Vec<String>)>,
    /// The documentation of the map.
    pub(crate) documentation: String,
    /// The message for a missing map, if it has its own.
    pub(crate) absent: Option<String>,
    /// The cases, in the order of the enum.
    pub(crate) cases: Vec<Case>,
    /// Keys that callers are known to misspell.
    pub(crate) known_misspellings: Vec<KnownMisspelling>,
    /// The modeled error that the service answers with when a key is missing.
    pub(crate) error: Option<ShapeId>,
}

/// One case of a table.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The value of the enum.
    pub(crate) name: String,
    /// When the case occurs.
    pub(crate) documentation: String,
    /// Its keys, those of every case first.
    pub(crate) keys: Vec<Key>,
    /// Other members of the structure that the case needs or does not allow.
    pub(crate) members: Vec<CaseMember>,
    /// What the service sends when it asks for this case.
    pub(crate) parameters: Vec<SentParameter>,
}

impl Case {
    /// The keys that a map of this case lacks, as far as the map alone tells.
    pub(crate) fn missing_keys<'c>(&'c self, map: Option<&'c Value>) -> impl Iterator<Item = &'c Key> {
        let value = move |name: &str| map.and_then(|map| map.get(name));
        self.keys.iter().filter(move |key| {
            let is_required = match &key.requirement {
                Requirement::Always => true,
                Requirement::With(other, values) => value(other).is_some_and(|other| {
                    values.is_empty() || values.iter().any(|value| Some(&**value) == other.as_str())
                }),
                Requirement::Without(other) => value(other).is_none(),
                Requirement::Declared(_)
                | Requirement::Optional
                | Requirement::Ignored
                | Requirement::Family(_) => false,
            };
            is_required && value(&key.name).is_none()
        })
    }
}

/// A key of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// The key; of a family, the prefix of its keys.
    pub(crate) name: String,
    /// When it is required.
    pub(crate) requirement: Requirement,
    /// What its value must be.
    pub(crate) value: KeyValue,
    /// The enum of its values.
    pub(crate) values: Option<ShapeId>,
    /// The rule.
    pub(crate) rule: Rule,
}

/// When a key is required.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Requirement {
    /// Always.
    Always,
    /// If the caller made this declaration.
    Declared(String),
    /// If another key is present, with one of these values if there are any.
    With(String, Vec<String>),
    /// If another key is missing.
    Without(String),
    /// Never.
    Optional,
    /// Never: the service ignores it, and clients may send it.
    Ignored,
    /// Never: it is a family of keys; the service may have listed the ones that it requires.
    Family(Option<RelatedKeys>),
}

/// A member that a case requires or does not allow.
#[derive(Clone, Debug)]
pub(crate) struct CaseMember {
    /// The member.
    pub(crate) name: String,
    /// Whether it is required.
    pub(crate) presence: MemberPresence,
    /// The rule.
    pub(crate) rule: Rule,
}

/// A key that callers are known to misspell.
#[derive(Clone, Debug)]
pub(crate) struct KnownMisspelling {
    /// The key.
    pub(crate) key: String,
    /// The rule.
    pub(crate) rule: Rule,
}

/// A map of a structure with a key table, and its discriminator.
#[derive(Clone, Debug)]
pub(crate) struct Binding {
    /// The member that is the map.
    pub(crate) map: String,
    /// The member whose value is the case.
    pub(crate) by: String,
    /// The map's shape, which has a table.
    pub(crate) table: ShapeId,
    /// The method of the builder that takes a typed answer.
    pub(crate) step: Option<String>,
    /// Cases that the operation rejects.
    pub(crate) rejected_cases: Vec<RejectedCase>,
}

/// A request that gives the answer which a response asked for.
#[derive(Clone, Debug)]
pub(crate) struct NextRequest {
    /// The method that begins it.
    pub(crate) method: String,
    /// Its structure.
    pub(crate) structure: ShapeId,
    /// The members that its method takes.
    pub(crate) members: Vec<String>,
}

/// How a response asks for an answer.
#[derive(Clone, Debug)]
pub(crate) struct Asks {
    /// The map shape with the table.
    pub(crate) table: ShapeId,
    /// The member that names the case.
    pub(crate) by: String,
    /// The member that is the map of parameters.
    pub(crate) parameters: Option<String>,
    /// Members whose values the answer must repeat.
    pub(crate) carries: Vec<String>,
}

/// A rule on the presence of members.
#[derive(Clone, Debug)]
pub(crate) struct MemberRule {
    /// The members.
    pub(crate) members: Vec<String>,
    /// How many of them must be present.
    pub(crate) count: Count,
    /// The declaration without which it does not apply.
    pub(crate) when: Option<String>,
    /// The rule.
    pub(crate) rule: Rule,
}

/// A case that an operation rejects.
#[derive(Clone, Debug)]
pub(crate) struct RejectedCase {
    /// The case.
    pub(crate) name: String,
    /// What the caller must have declared for it to be rejected.
    pub(crate) when: Option<String>,
    /// The rule.
    pub(crate) rule: Rule,
}

/// The format of a string shape or member.
#[derive(Clone, Debug)]
pub(crate) struct FormatRule {
    /// The format.
    pub(crate) format: StringFormat,
    /// Of a member: the other member whose value decides whether it must have the format, and those values.
    pub(crate) guard: Option<(String, Vec<String>)>,
    /// The rule.
    pub(crate) rule: Rule,
}

/// The rule behind a condition.
#[derive(Clone, Debug)]
pub(crate) struct ConditionRule {
    /// The rule.
    pub(crate) rule: Rule,
    /// The members that it is about.
    pub(crate) members: Vec<String>,
}
