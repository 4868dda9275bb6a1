//! What checks share: constraints, patterns, rules, key tables, answers.

use crate::names::{ConstName, FieldName, TypeName};

use super::checks::{ConstraintData, Step};
use super::condition::ConditionFn;
use super::patterns::Patterns;
use super::rules::{CaseStatic, MemberRuleStatic, MisspellingStatic, RuleStatic};
use super::value_type::ValueType;
use super::{Doc, Type};

/// What the checks of all types share.
#[derive(Clone, Debug, Default)]
pub(crate) struct SharedChecks {
    /// The constraints of shapes that are no types, and of members, by name.
    pub(crate) constraints: Vec<SharedConstraints>,
    /// A function for each condition, by name.
    pub(crate) conditions: Vec<ConditionFn>,
    /// The types that conditions are evaluated over, by name.
    pub(crate) value_types: Vec<ValueType>,
    /// The compiled patterns.
    pub(crate) patterns: Patterns,
    /// Rules that stand alone, by name.
    pub(crate) rules: Vec<RuleStatic>,
    /// Rules on which members are there together, by name.
    pub(crate) member_rules: Vec<MemberRuleStatic>,
    /// Key tables, by name.
    pub(crate) tables: Vec<Table>,
    /// What a caller can declare, by number: the method and its sentence.
    pub(crate) declarations: Vec<(FieldName, String)>,
    /// Maps that a caller can hand over: name, method and sentence.
    pub(crate) related: Vec<(String, FieldName, String)>,
    /// The code of the error that refuses constraints.
    pub(crate) validation_error_response: Option<String>,
    /// Checks for users of shapes that are no types.
    pub(crate) shapes: Vec<ShapeCheck>,
}

/// A static with the constraints of a shape which is no type, or of a member.
#[derive(Clone, Debug)]
pub(crate) struct SharedConstraints {
    /// Its name.
    pub(crate) name: ConstName,
    /// The shape's name, and the member's.
    pub(crate) owner: String,
    /// The constraints.
    pub(crate) list: Vec<ConstraintData>,
}

/// The check of a shape that is no type, for users.
#[derive(Clone, Debug)]
pub(crate) struct ShapeCheck {
    /// Whether keys in it must not be shown.
    pub(crate) secret: bool,
    /// Its name.
    pub(crate) name: FieldName,
    /// The shape's name.
    pub(crate) shape: String,
    /// The type of the value.
    pub(crate) ty: Type,
    /// Its constraints.
    pub(crate) constraints: Option<ConstName>,
    /// Its rules.
    pub(crate) rules: Vec<Step>,
    /// Whether its type names a deprecated item.
    pub(crate) names_deprecated: bool,
}

/// A key table.
#[derive(Clone, Debug)]
pub(crate) struct Table {
    /// The module of its constants.
    pub(crate) module: FieldName,
    /// The module of its statics.
    pub(crate) statics: FieldName,
    /// The map's name in the model.
    pub(crate) map: String,
    /// The enum whose values are the cases.
    pub(crate) discriminator: TypeName,
    /// The cases, in the order of the enum.
    pub(crate) cases: Vec<CaseStatic>,
    /// Keys that people send by mistake.
    pub(crate) misspellings: Vec<MisspellingStatic>,
    /// A constant for each key, with its sentence.
    pub(crate) keys: Vec<KeyConst>,
    /// The typed answer.
    pub(crate) answer: Option<Answer>,
    /// Whether values must not be shown.
    pub(crate) secret: bool,
    /// Whether the enum is deprecated.
    pub(crate) discriminator_deprecated: bool,
    /// Whether code that names all cases names a deprecated one.
    pub(crate) cases_deprecated: bool,
}

/// The constant of a key.
#[derive(Clone, Debug)]
pub(crate) struct KeyConst {
    /// Its name.
    pub(crate) name: ConstName,
    /// The key.
    pub(crate) key: String,
    /// Its comment.
    pub(crate) docs: Doc,
    /// The pattern of its value, where that is a date, and the constant for it.
    pub(crate) date: Option<(ConstName, String)>,
}

/// The typed answer of a table.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    /// The module that holds its type.
    pub(crate) module: FieldName,
    /// Its type.
    pub(crate) name: TypeName,
    /// Its page.
    pub(crate) docs: Doc,
    /// A variant for each case, in the order of the enum.
    pub(crate) variants: Vec<AnswerVariant>,
    /// What says which answer a response asks for.
    pub(crate) due: Option<Due>,
}

/// The type that says which answer a response asks for.
#[derive(Clone, Debug)]
pub(crate) struct Due {
    /// The module that holds its type.
    pub(crate) module: FieldName,
    /// Its name.
    pub(crate) name: TypeName,
    /// The type of what every case has.
    pub(crate) data: TypeName,
    /// Its page.
    pub(crate) docs: Doc,
    /// The cases, in the order of the enum.
    pub(crate) cases: Vec<DueCase>,
    /// The responses that ask.
    pub(crate) asked: Vec<Asked>,
    /// What goes back as it is: the member, its field in a response, and the method that gives it.
    pub(crate) members: Vec<(String, FieldName, FieldName)>,
    /// What goes back under a key.
    pub(crate) carried: Vec<CarriedKey>,
    /// The requests that answer.
    pub(crate) requests: Vec<RequestStart>,
}

/// A key of the answer under which a parameter goes back.
#[derive(Clone, Debug)]
pub(crate) struct CarriedKey {
    /// The method that gives the value.
    pub(crate) method: FieldName,
    /// The key.
    pub(crate) key: String,
    /// The parameters; the first that is there counts.
    pub(crate) parameters: Vec<String>,
}

/// The method that begins a request which answers.
#[derive(Clone, Debug)]
pub(crate) struct RequestStart {
    /// The method.
    pub(crate) method: FieldName,
    /// The type of the request.
    pub(crate) request: TypeName,
    /// That of its builder.
    pub(crate) builder: TypeName,
    /// What the method takes: setters of the builder.
    pub(crate) arguments: Vec<FieldName>,
    /// The setter of the case.
    pub(crate) case: FieldName,
    /// The setter of an entry of the map.
    pub(crate) entry: FieldName,
    /// Setters of what goes back as it is, each with the field that holds it.
    pub(crate) carries: Vec<(FieldName, FieldName)>,
}

/// What a response sends along when it asks for one case.
#[derive(Clone, Debug)]
pub(crate) struct DueCase {
    /// Its name, which is also that of the enum's variant.
    pub(crate) name: TypeName,
    /// The type that holds its parameters.
    pub(crate) ty: TypeName,
    /// Its page.
    pub(crate) docs: Doc,
    /// Its parameters.
    pub(crate) parameters: Vec<DueParameter>,
}

/// Something that the service sends along when it asks.
#[derive(Clone, Debug)]
pub(crate) struct DueParameter {
    /// The field that holds it.
    pub(crate) name: FieldName,
    /// The key.
    pub(crate) key: String,
    /// What it is.
    pub(crate) docs: String,
    /// Whether it is always there.
    pub(crate) always: bool,
    /// What it holds.
    pub(crate) ty: ParameterType,
}

/// What a parameter holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ParameterType {
    /// A text.
    Text,
    /// A value of an enum.
    Enum(TypeName),
    /// A JSON list of strings.
    Texts,
    /// A JSON list of values of an enum.
    Enums(TypeName),
    /// A JSON object of strings.
    Object,
}

/// The answer to one case.
#[derive(Clone, Debug)]
pub(crate) struct AnswerVariant {
    /// Its name, which is also that of the enum's variant.
    pub(crate) name: TypeName,
    /// The type that holds its keys.
    pub(crate) ty: TypeName,
    /// Its page.
    pub(crate) docs: Doc,
    /// Its keys.
    pub(crate) fields: Vec<AnswerField>,
}

/// A key of a typed answer.
#[derive(Clone, Debug)]
pub(crate) struct AnswerField {
    /// Its name.
    pub(crate) name: FieldName,
    /// The method that sets it, where it may be absent.
    pub(crate) setter: FieldName,
    /// The constant of the key.
    pub(crate) key: ConstName,
    /// Its comment.
    pub(crate) docs: Doc,
    /// Whether it must be there.
    pub(crate) kind: AnswerKind,
    /// What it holds.
    pub(crate) ty: AnswerType,
}

/// What the value of a key is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AnswerType {
    /// A text.
    Text,
    /// A value of an enum.
    Enum(TypeName),
    /// A number.
    Integer,
    /// A boolean.
    Boolean,
}

/// Whether the field of a typed answer must be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum AnswerKind {
    /// It must.
    Required,
    /// It is an `Option`.
    Optional,
    /// A map of the keys of a family, without what all of them begin with.
    Family,
}

/// A response that asks for an answer.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    /// Its type.
    pub(crate) response: TypeName,
    /// The field that names the case.
    pub(crate) by: FieldName,
    /// Whether it is always there.
    pub(crate) by_required: bool,
    /// The field with the parameters.
    pub(crate) parameters: Option<FieldName>,
    /// Fields that go back as they are, by their names in the model.
    pub(crate) carries: Vec<(String, FieldName)>,
    /// Whether the response or one of these fields is deprecated.
    pub(crate) names_deprecated: bool,
}
