//! What checking a value does.

use crate::names::{ConstName, FieldName, TypeName};

use super::rules::StringFormat;
use super::{Density, Type};

/// What checking a structure or union does, part by part.
#[derive(Clone, Debug)]
pub(crate) struct Checks {
    /// Its methods for users.
    pub(crate) methods: CheckMethods,
    /// Its constraints, in the order of the members.
    pub(crate) constraints: Vec<ConstrainedMember>,
    /// What its members' rules are, in the order of the members.
    pub(crate) nested_rules: Vec<MemberCheck>,
    /// The rules of its own.
    pub(crate) rules: Vec<RuleCheck>,
}

/// The methods for users: the input of an operation has them, and a shape that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CheckMethods {
    /// It has none.
    None,
    /// It has them, and the crate has rules.
    Ruled,
    /// It has them, and no rules are known of the service.
    Unruled,
}

/// What checking an enum does beside looking for its values.
#[derive(Clone, Debug)]
pub(crate) struct EnumChecks {
    /// The static of the constraints on its text or number, if the shape has any.
    pub(crate) own: Option<ConstName>,
    /// Whether some member has other constraints on its text or number.
    pub(crate) constrained_by_members: bool,
}

/// The constraints of a member.
#[derive(Clone, Debug)]
pub(crate) struct ConstrainedMember {
    /// The member's name in the model.
    pub(crate) member: String,
    /// Its place among the fields or variants.
    pub(crate) index: usize,
    /// Whether keys below it must not be shown.
    pub(crate) secret: bool,
    /// Its constraints.
    pub(crate) constraints: ConstraintList,
}

/// The constraints of a value.
#[derive(Clone, Debug)]
pub(crate) enum ConstraintList {
    /// Those that its type has.
    Own,
    /// A static.
    Shared(ConstName),
    /// A list that stands in a static.
    Listed(Vec<ConstraintData>),
}

/// One constraint of a value, or the constraints of what lies in it.
#[derive(Clone, Debug)]
pub(crate) enum ConstraintData {
    /// Those that its type has.
    Own,
    /// That it is one of the values of an enum, whose constraints on the text or number others replace.
    Known,
    /// `length`.
    Length(LengthBounds),
    /// `range`.
    Range(RangeBounds),
    /// `pattern`.
    Pattern(ConstName),
    /// `uniqueItems`, for elements of a type, and whether that names a deprecated item.
    Unique(Type, Density, bool),
    /// Those of the elements of a list.
    Each(ConstraintList),
    /// Those of the keys of a map.
    Keys(ConstraintList),
    /// Those of the values of a map.
    Values(ConstraintList),
}

impl ConstraintData {
    /// Whether it names a deprecated item.
    pub(crate) fn names_deprecated(&self) -> bool {
        match self {
            Self::Unique(_, _, names_deprecated) => *names_deprecated,
            Self::Each(ConstraintList::Listed(inner))
            | Self::Keys(ConstraintList::Listed(inner))
            | Self::Values(ConstraintList::Listed(inner)) => inner.iter().any(Self::names_deprecated),
            Self::Each(_) | Self::Keys(_) | Self::Values(_) => false,
            Self::Own | Self::Known | Self::Length(_) | Self::Range(_) | Self::Pattern(_) => false,
        }
    }
}

/// The bounds of a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LengthBounds {
    /// The least length.
    pub(crate) min: Option<u64>,
    /// The greatest length.
    pub(crate) max: Option<u64>,
}

/// The bounds of a range.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RangeBounds {
    /// The bounds as numbers.
    pub(crate) numbers: NumberBounds,
    /// Both as the model writes them, empty where there is none, unless Rust writes them so.
    pub(crate) written: Option<(String, String)>,
}

/// The bounds of a number, by the kind of its type.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum NumberBounds {
    /// Of an integer.
    Integer(Option<i64>, Option<i64>),
    /// Of a float; those of one of 32 bits are values of 32 bits.
    Float(Option<f64>, Option<f64>),
    /// Of a big number, as text.
    Decimal(Option<String>, Option<String>),
}

/// What checking the rules of one member does.
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

/// One step of a check of the rules of `value` at `at`.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// The rules of a type of the model.
    NestedRules,
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
    /// Whether there may be nulls among them.
    pub(crate) density: Density,
    /// What is checked of each.
    pub(crate) steps: Vec<Step>,
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
    pub(crate) format: StringFormat,
    /// The rule behind it.
    pub(crate) rule: ConstName,
}

/// A form of a member that the value of another one asks for.
#[derive(Clone, Debug)]
pub(crate) struct GuardedFormat {
    /// The check.
    pub(crate) check: FormatCheck,
    /// The place of the member among the fields.
    pub(crate) member: usize,
    /// The place of the member that decides.
    pub(crate) by: usize,
    /// The values of it that count.
    pub(crate) values: Vec<String>,
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
    /// A form that the value of another member asks for.
    Guarded(GuardedFormat),
    /// Members that the service requires though their fields are optional, by their places.
    Unset(Vec<usize>),
}

/// A case that an operation rejects.
#[derive(Clone, Debug)]
pub(crate) struct RejectedCaseCheck {
    /// The variant.
    pub(crate) variant: String,
    /// The case.
    pub(crate) case: String,
    /// The number of what the caller must have declared, if anything.
    pub(crate) when: Option<usize>,
    /// The rule.
    pub(crate) rule: ConstName,
    /// Whether the variant is deprecated.
    pub(crate) deprecated: bool,
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
    pub(crate) rejected_cases: Vec<RejectedCaseCheck>,
    /// The builder's step that takes the typed answer.
    pub(crate) step: Option<AnswerStep>,
}

/// The step of a builder that takes a typed answer.
#[derive(Clone, Debug)]
pub(crate) struct AnswerStep {
    /// Its name.
    pub(crate) name: FieldName,
    /// The type of the answer.
    pub(crate) answer: TypeName,
    /// The keys whose values stay where the map has them already.
    pub(crate) kept: Vec<String>,
}
