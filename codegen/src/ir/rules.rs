//! Rules and key tables as generated crates carry them: statics that the runtime reads.

use crate::names::{ConstName, FieldName, TypeName};

/// What every rule says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RuleText {
    /// Its id, unique in the model.
    pub(crate) id: String,
    /// How certain it is that the service rejects requests that break it.
    pub(crate) severity: RuleSeverity,
    /// One sentence for people.
    pub(crate) documentation: String,
    /// The service's own words.
    pub(crate) message: Option<String>,
    /// The code of the error that the service answers with.
    pub(crate) error: Option<String>,
}

/// How certain it is that the service rejects requests that break a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RuleSeverity {
    /// The service documents it, or was observed to do so.
    Error,
    /// The service may accept it.
    Warning,
}

/// A rule that stands alone.
#[derive(Clone, Debug)]
pub(crate) struct RuleStatic {
    /// Its static.
    pub(crate) name: ConstName,
    /// What it says.
    pub(crate) rule: RuleText,
}

/// A rule on which members are there together.
#[derive(Clone, Debug)]
pub(crate) struct MemberRuleStatic {
    /// Its static.
    pub(crate) name: ConstName,
    /// What it says.
    pub(crate) rule: RuleText,
    /// The number of what must be declared for it to hold.
    pub(crate) when: Option<usize>,
    /// How many of the members must be present.
    pub(crate) count: Count,
    /// The members, by their names in the model and in Rust.
    pub(crate) members: Vec<(String, FieldName)>,
}

/// How many of some members must be present.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Count {
    /// All of them.
    All,
    /// One or more.
    AtLeastOne,
    /// None or one.
    AtMostOne,
    /// One.
    ExactlyOne,
}

/// One case of a key table.
#[derive(Clone, Debug)]
pub(crate) struct CaseStatic {
    /// Its static.
    pub(crate) name: ConstName,
    /// The variant of the enum whose values are the cases.
    pub(crate) variant: TypeName,
    /// The value of the enum.
    pub(crate) value: String,
    /// What an absent map means, if the service has words for it.
    pub(crate) absent: Option<RuleText>,
    /// The keys whose absence is an error whatever else is known.
    pub(crate) needed: Vec<String>,
    /// Whether the absence of other keys may be an error, depending on the keys that are there.
    pub(crate) depends: bool,
    /// Its keys, those of every case first.
    pub(crate) keys: Vec<KeyStatic>,
    /// Members beside the map.
    pub(crate) members: Vec<CaseMemberStatic>,
}

/// A key of a case.
#[derive(Clone, Debug)]
pub(crate) struct KeyStatic {
    /// The key; of a family, what all its keys begin with.
    pub(crate) key: String,
    /// What stands behind it.
    pub(crate) rule: RuleText,
    /// When it must be there.
    pub(crate) need: KeyNeed,
    /// What is known of its value.
    pub(crate) value: KeyValue,
}

/// When a key must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum KeyNeed {
    /// Always.
    Always,
    /// When the caller declared what has this number.
    Declared(usize),
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

/// What the value of a key must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum KeyValue {
    /// Anything.
    Any,
    /// A string of a format.
    Format(StringFormat),
    /// The value that the service sent under one of these keys.
    Sent(RelatedKeys),
    /// Any, though only these are known.
    Known(Vec<String>),
}

/// Keys of a map that is related to the request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RelatedKeys {
    /// The map's name.
    pub(crate) map: String,
    /// The keys; the first that is present counts.
    pub(crate) keys: Vec<String>,
}

/// What a string looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StringFormat {
    /// A date by a pattern.
    Date(String),
    /// Hexadecimal digits.
    Hex,
    /// Base64.
    Base64,
    /// An integer.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A JSON text.
    Json,
    /// A phone number.
    Phone,
    /// One of some names, one of some operators, and a value in quotes.
    Comparison {
        /// The names.
        names: Vec<String>,
        /// The operators.
        operators: Vec<String>,
    },
}

/// A member that a case needs or has no use for.
#[derive(Clone, Debug)]
pub(crate) struct CaseMemberStatic {
    /// The member.
    pub(crate) member: String,
    /// Whether it must be there.
    pub(crate) presence: MemberPresence,
    /// What stands behind it.
    pub(crate) rule: RuleText,
}

/// Whether a case requires a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemberPresence {
    /// It does.
    Required,
    /// It does not.
    Optional,
    /// It does not allow the member.
    Absent,
}

/// A key that people send by mistake.
#[derive(Clone, Debug)]
pub(crate) struct MisspellingStatic {
    /// The key.
    pub(crate) key: String,
    /// What stands behind it.
    pub(crate) rule: RuleText,
}
