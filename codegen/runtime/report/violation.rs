//! One thing that is wrong with a value.

use std::fmt;

use super::kind::Kind;
use super::path::{Path, Segment};
use super::rule::Rule;
use super::severity::Severity;

/// One thing that is wrong with a value. It holds nothing of the value itself.
///
/// It prints as its message, with a hint behind it where there is one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    path: Path,
    field: Option<&'static str>,
    kind: Kind,
    rule: Option<&'static Rule>,
    severity: Severity,
    hint: Option<Hint>,
    /// Whether it is about something other than what the rule's message says.
    is_aside: bool,
}

/// What most likely led to a violation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Hint {
    /// The key is there in another spelling.
    CaseSensitive {
        /// The key as it should be.
        key: &'static str,
    },
    /// A key is there that is one letter off.
    Similar {
        /// The key as it should be.
        key: &'static str,
    },
    /// A key is there that another case needs.
    OtherCase {
        /// The key that is there.
        key: &'static str,
        /// The case that needs it.
        case: &'static str,
    },
    /// The value of another key makes the key needed.
    Because {
        /// The other key.
        key: &'static str,
    },
}

impl fmt::Display for Hint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CaseSensitive { key } => write!(f, "keys are case-sensitive: `{key}`"),
            Self::Similar { key } => write!(f, "a key is almost `{key}`"),
            Self::OtherCase { key, case } => write!(f, "`{key}` is there, which is the key of {case}"),
            Self::Because { key } => write!(f, "`{key}` makes it needed"),
        }
    }
}

impl Violation {
    /// The violation of a constraint.
    pub(crate) fn of_constraint(path: Path, field: Option<&'static str>, kind: Kind) -> Self {
        Self { path, field, kind, rule: None, severity: Severity::Error, hint: None, is_aside: false }
    }

    /// The same as a warning.
    pub(crate) fn warned(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// The same as the violation of a rule, with the severity that the rule has here.
    pub(crate) fn of_rule(self, rule: &'static Rule, severity: Severity, hint: Option<Hint>) -> Self {
        Self { rule: Some(rule), severity, hint, ..self }
    }

    /// The same of the value of a key, whose rule has a message for its absence.
    pub(crate) fn of_value(self, rule: &'static Rule, severity: Severity, hint: Option<Hint>) -> Self {
        let is_aside = !matches!(self.kind, Kind::MissingKey { .. } | Kind::EmptyKey { .. });
        Self { is_aside, ..self.of_rule(rule, severity, hint) }
    }

    /// Where the value stands, or should stand.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The name of the Rust field that holds the value, if one does.
    pub fn field(&self) -> Option<&'static str> {
        self.field
    }

    /// What is violated, with the operands that say what would be right.
    pub fn kind(&self) -> &Kind {
        &self.kind
    }

    /// How sure it is that the service refuses the value.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The rule behind it; nothing for constraint traits.
    pub fn rule(&self) -> Option<&'static Rule> {
        self.rule
    }

    /// The id of the rule or of the constraint trait: `smithy.api#length`; empty for a value that nests too deep.
    pub fn rule_id(&self) -> &'static str {
        self.rule.map(|rule| rule.id).or(self.kind.trait_id()).unwrap_or_default()
    }

    /// What most likely led to it, if that can be told.
    pub fn hint(&self) -> Option<Hint> {
        self.hint
    }

    /// The violation in the words of Smithy or of the service: `Value at '/a/b' failed to satisfy constraint:
    /// Member must not be null`, `Missing required parameter SMS_MFA_CODE`.
    pub fn message(&self) -> String {
        self.message_at(&self.path)
    }

    /// The message with its path written so.
    pub(super) fn message_at(&self, path: &dyn fmt::Display) -> String {
        Message(self, path).to_string()
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", Message(self, &self.path))?;
        match self.hint {
            Some(hint) => write!(f, " ({hint})"),
            None => Ok(()),
        }
    }
}

/// A violation's message, with its path.
struct Message<'v>(&'v Violation, &'v dyn fmt::Display);

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(violation, path) = self;
        match violation.rule {
            None => constraint(f, violation, *path),
            Some(rule) => rule_words(f, violation, rule),
        }
    }
}

/// `Value at '/a' failed to satisfy constraint: Member must …`.
fn constraint(f: &mut fmt::Formatter<'_>, violation: &Violation, path: &dyn fmt::Display) -> fmt::Result {
    f.write_str("Value")?;
    if let Kind::Length { length, .. } = violation.kind {
        write!(f, " with length {length}")?;
    }
    write!(f, " at '{path}'")?;
    f.write_str(" failed to satisfy constraint: Member must ")?;
    violation.kind.constraint(f).unwrap_or(Ok(()))
}

/// The service's own words, or what the kind says; a condition has its own sentence.
fn rule_words(f: &mut fmt::Formatter<'_>, violation: &Violation, rule: &Rule) -> fmt::Result {
    let own = matches!(violation.kind, Kind::Condition { .. } | Kind::MistakenKey { .. });
    match rule.message.filter(|_| !violation.is_aside) {
        Some(message) => f.write_str(message),
        None if own && !rule.documentation.is_empty() => f.write_str(rule.documentation),
        None => violation.kind.words(f, subject(&violation.path)),
    }
}

/// The name of the value at a path: that of the last key or member on the way.
fn subject(path: &Path) -> &str {
    let named = path.segments().iter().rev().find_map(|segment| match segment {
        Segment::Member(name) => Some(*name),
        Segment::Key(key) => Some(&**key),
        Segment::RedactedKey => Some("The value"),
        Segment::Index(_) => None,
    });
    named.unwrap_or("The value")
}
