//! The rules of a model, as types.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::StringFormat;
use crate::diagnostics::Span;
use crate::resolve::graph::ShapeId;

/// All rules of a model.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rules {
    /// What a caller can declare, by name, with its sentence.
    pub(crate) declarations: IndexMap<String, String>,
    /// Maps that belong to requests, by name, with their sentences.
    pub(crate) related: IndexMap<String, String>,
    /// The modeled error that refuses a constraint.
    pub(crate) validation_error_response: Option<ShapeId>,
    /// Key tables, by the map shape.
    pub(crate) tables: BTreeMap<ShapeId, KeyTable>,
    /// Which member governs which map, by the structure.
    pub(crate) bindings: BTreeMap<ShapeId, Binding>,
    /// Which responses ask for an answer, by the structure.
    pub(crate) asks: BTreeMap<ShapeId, Asks>,
    /// Rules on which members are there together, by the structure.
    pub(crate) members: BTreeMap<ShapeId, Vec<MemberRule>>,
    /// String formats, by the shape and, of a member's, its name.
    pub(crate) formats: BTreeMap<(ShapeId, Option<String>), FormatRule>,
    /// The rules behind conditions, by the shape and, of a member's, its name.
    pub(crate) conditions: BTreeMap<(ShapeId, Option<String>), IndexMap<String, ConditionRule>>,
}

/// What every rule has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    /// Its id, unique in the model.
    pub(crate) id: String,
    /// How sure it is that the service refuses what breaks it.
    pub(crate) severity: RuleSeverity,
    /// One sentence for people.
    pub(crate) documentation: String,
    /// The service's own words.
    pub(crate) message: Option<String>,
    /// The modeled error that the service answers with.
    pub(crate) error: Option<ShapeId>,
    /// Where it comes from.
    pub(crate) sources: Vec<String>,
    /// Where it stands.
    pub(crate) place: Span,
}

/// How sure it is that the service refuses what breaks a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RuleSeverity {
    /// The service states it, or was seen to.
    Error,
    /// The service may accept it.
    Warning,
}

/// The keys of a map, case by case.
#[derive(Clone, Debug)]
pub(crate) struct KeyTable {
    /// The map shape.
    pub(crate) map: ShapeId,
    /// What the ids of its rules begin with.
    pub(crate) id: String,
    /// The enum whose values are the cases.
    pub(crate) discriminator: ShapeId,
    /// The name of the typed answer.
    pub(crate) answer: Option<String>,
    /// The name of the type that says which answer a response asks for.
    pub(crate) due: Option<String>,
    /// What the map holds.
    pub(crate) documentation: String,
    /// Whether an absent map has words of its own.
    pub(crate) absent: Option<String>,
    /// The cases, in the order of the enum.
    pub(crate) cases: Vec<Case>,
    /// Keys that people send by misspelling.
    pub(crate) known_misspellings: Vec<KnownMisspelling>,
    /// The modeled error of a missing key.
    pub(crate) error: Option<ShapeId>,
}

/// One case of a table.
#[derive(Clone, Debug)]
pub(crate) struct Case {
    /// The value of the enum.
    pub(crate) name: String,
    /// When it arises.
    pub(crate) documentation: String,
    /// Its keys, those of every case first.
    pub(crate) keys: Vec<Key>,
    /// Members beside the map.
    pub(crate) members: Vec<CaseMember>,
    /// What the service sends along when it asks for it: keys with their sentences.
    pub(crate) parameters: Vec<(String, String)>,
}

/// A key of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// The key; of a family, what all its keys begin with.
    pub(crate) name: String,
    /// When it must be there.
    pub(crate) requirement: Requirement,
    /// What is known of its value.
    pub(crate) value: KeyValue,
    /// What stands behind it.
    pub(crate) rule: Rule,
}

/// When a key must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Requirement {
    /// Always.
    Always,
    /// When the caller declared this switch.
    Declared(String),
    /// When another key is there, with one of these values unless there are none.
    With(String, Vec<String>),
    /// When another key is not there.
    Without(String),
    /// Never.
    Optional,
    /// Never: clients send it, and the service ignores it.
    Ignored,
    /// Never: it is a family, of which the service may have listed the keys that it needs.
    Family(Option<RelatedKeys>),
}

/// What is known of a key's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum KeyValue {
    /// Nothing.
    Any,
    /// Its format.
    Format(StringFormat),
    /// Where the service sent it before.
    Sent(RelatedKeys),
}

/// Keys of a map that belongs to the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RelatedKeys {
    /// The map's name.
    pub(crate) map: String,
    /// The keys; the first that is there counts.
    pub(crate) keys: Vec<String>,
}

/// A member that a case needs or has no use for.
#[derive(Clone, Debug)]
pub(crate) struct CaseMember {
    /// The member.
    pub(crate) name: String,
    /// Whether it must be there.
    pub(crate) presence: MemberPresence,
    /// What stands behind it.
    pub(crate) rule: Rule,
}

/// Whether a member must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemberPresence {
    /// It must.
    Required,
    /// It may.
    Optional,
    /// It has no meaning there.
    Absent,
}

/// A key that people send by misspelling.
#[derive(Clone, Debug)]
pub(crate) struct KnownMisspelling {
    /// The key.
    pub(crate) key: String,
    /// What stands behind it.
    pub(crate) rule: Rule,
}

/// Which member of a structure governs which map.
#[derive(Clone, Debug)]
pub(crate) struct Binding {
    /// The member that is the map.
    pub(crate) map: String,
    /// The member that governs it.
    pub(crate) by: String,
    /// The map's shape, which has a table.
    pub(crate) table: ShapeId,
    /// The builder's step that takes the typed answer.
    pub(crate) step: Option<String>,
    /// Cases that the operation does not take.
    pub(crate) rejected_cases: Vec<(String, Rule)>,
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
    /// Members that must go back as they are.
    pub(crate) carries: Vec<String>,
}

/// A rule on which members are there together.
#[derive(Clone, Debug)]
pub(crate) struct MemberRule {
    /// The members.
    pub(crate) members: Vec<String>,
    /// How many of them must be there.
    pub(crate) count: Count,
    /// The switch that must be declared for it to hold.
    pub(crate) when: Option<String>,
    /// What stands behind it.
    pub(crate) rule: Rule,
}

/// How many of some members must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    /// Each of them.
    All,
    /// One or more.
    AtLeastOne,
    /// None or one.
    AtMostOne,
    /// One.
    ExactlyOne,
}

/// The format of a string shape or member.
#[derive(Clone, Debug)]
pub(crate) struct FormatRule {
    /// The format.
    pub(crate) format: StringFormat,
    /// What stands behind it.
    pub(crate) rule: Rule,
}

/// The rule behind a condition.
#[derive(Clone, Debug)]
pub(crate) struct ConditionRule {
    /// What stands behind it.
    pub(crate) rule: Rule,
    /// The members that it is about.
    pub(crate) members: Vec<String>,
}
