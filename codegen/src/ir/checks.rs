//! What checking a value does.

use crate::names::{ConstName, FieldName, TypeName};

use super::rules::TextFormat;
use super::{Density, Type};

/// What checking a structure or union does, part by part.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checks {
    /// Whether it has the methods for users: it is the input of an operation, or a shape that was asked for.
    pub(crate) input: bool,
    /// Its constraints, in the order of the members.
    pub(crate) constraints: Vec<MemberCheck>,
    /// What its members' rules are, in the order of the members.
    pub(crate) nested_rules: Vec<MemberCheck>,
    /// The rules of its own.
    pub(crate) rules: Vec<RuleCheck>,
}

impl Checks {
    /// Whether there is anything to implement.
    pub(crate) fn is_needed(&self) -> bool {
        self.input || !self.constraints.is_empty() || !self.nested_rules.is_empty() || !self.rules.is_empty()
    }
}

/// What checking one member does.
#[derive(Clone, Debug)]
pub(crate) struct MemberCheck {
    /// The member's name in the model.
    pub(crate) member: String,
    /// Its place among the fields or variants.
    pub(crate) index: usize,
    /// Whether keys below it must not be shown.
    pub(crate) secret: bool,
    /// What is checked.
    pub(crate) steps: Vec<Step>,
}

/// One step of a check of `value` at `at`.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// The shared function of a shape.
    Shared(FieldName),
    /// The constraints of a type of the model.
    Nested,
    /// The rules of a type of the model.
    NestedRules,
    /// `length`.
    Length(LengthBounds),
    /// `range`.
    Range(Bounds),
    /// `pattern`.
    Pattern(ConstName),
    /// `uniqueItems`.
    Unique,
    /// A step on the text of an enum's value.
    OfText(Box<Step>),
    /// The elements of a list.
    Each(Inner),
    /// The keys of a map.
    Keys(Inner),
    /// The values of a map.
    Values(Inner),
    /// A condition.
    Condition(ConditionCheck),
    /// A form.
    Format(FormatCheck),
}

/// What checking the elements, keys or values of a collection does.
#[derive(Clone, Debug)]
pub(crate) struct Inner {
    /// Their type.
    pub(crate) ty: Type,
    /// Whether there may be nulls among them.
    pub(crate) density: Density,
    /// What is checked of each.
    pub(crate) steps: Vec<Step>,
}

/// The bounds of a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LengthBounds {
    /// A lower one.
    AtLeast(u64),
    /// An upper one.
    AtMost(u64),
    /// Both.
    Between(u64, u64),
}

/// The bounds of a range, as Rust writes them and, where that differs, as the model does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bounds {
    /// The least value, as a literal of the number's type.
    pub(crate) min: Option<String>,
    /// The greatest value.
    pub(crate) max: Option<String>,
    /// Both as the model writes them, empty where there is none.
    pub(crate) written: Option<(String, String)>,
}

/// The check of a condition.
#[derive(Clone, Debug)]
pub(crate) struct ConditionCheck {
    /// The condition's name.
    pub(crate) name: String,
    /// The function that says whether it holds.
    pub(crate) function: FieldName,
    /// The rule behind it.
    pub(crate) rule: ConstName,
    /// The member that is reported, with its field; the whole value where there is none.
    pub(crate) at: Option<(String, FieldName)>,
}

/// The check of a form.
#[derive(Clone, Debug)]
pub(crate) struct FormatCheck {
    /// The form.
    pub(crate) format: TextFormat,
    /// The rule behind it.
    pub(crate) rule: ConstName,
}

/// A rule of a structure.
#[derive(Clone, Debug)]
pub(crate) enum RuleCheck {
    /// Keys by cases.
    Keys(KeysCheck),
    /// A rule on which members are there together.
    Members {
        /// The rule.
        rule: ConstName,
        /// The places of its members among the fields.
        members: Vec<usize>,
    },
    /// A condition on the structure.
    Condition(ConditionCheck),
}

/// The check of a map's keys.
#[derive(Clone, Debug)]
pub(crate) struct KeysCheck {
    /// The module of the table.
    pub(crate) table: FieldName,
    /// The place of the map among the fields.
    pub(crate) map: usize,
    /// The place of the governing member among the fields.
    pub(crate) by: usize,
    /// The type of the governing member.
    pub(crate) discriminator: Type,
    /// Members that some case needs or has no use for, by their places.
    pub(crate) members: Vec<usize>,
    /// The variants that are refused, with the case and the rule.
    pub(crate) rejected_cases: Vec<(String, String, ConstName)>,
    /// The builder's step that takes the typed answer, and the answer's type.
    pub(crate) step: Option<(FieldName, TypeName)>,
}
