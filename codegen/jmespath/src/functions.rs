//! The functions of the specification: their arguments and what they give.

use self::Kind::{Bool, List, Number, Object, String};
use self::Parameter::{Any, Expression, ListOf, OneOf};

/// A type of JMESPath.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `boolean`.
    Bool,
    /// `number`.
    Number,
    /// `string`.
    String,
    /// `array`.
    List,
    /// `object`.
    Object,
}

/// What an argument may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parameter {
    /// Any value.
    Any,
    /// A value of one of these types.
    OneOf(&'static [Kind]),
    /// A list whose elements are all of one of these types.
    ListOf(&'static [Kind]),
    /// `&expression`, which gives a value of one of these types; of any, where there are none.
    Expression(&'static [Kind]),
}

/// What a function gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gives {
    /// A value of a type.
    Value(Kind),
    /// A list of values of a type.
    ListOf(Kind),
    /// A value of any type.
    Any,
    /// A value of the type of the first argument.
    First,
    /// An element of the first argument that is a list.
    Element,
}

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// Its parameters.
    pub parameters: &'static [Parameter],
    /// Whether the last parameter may be repeated.
    pub is_variadic: bool,
    /// What it gives, where it does not give null.
    pub gives: Gives,
}

/// All functions, by name.
pub const FUNCTIONS: [Function; 26] = [
    function("abs", &[OneOf(&[Number])], Gives::Value(Number)),
    function("avg", &[ListOf(&[Number])], Gives::Value(Number)),
    function("ceil", &[OneOf(&[Number])], Gives::Value(Number)),
    function("contains", &[OneOf(&[String, List]), Any], Gives::Value(Bool)),
    function("ends_with", &[OneOf(&[String]), OneOf(&[String])], Gives::Value(Bool)),
    function("floor", &[OneOf(&[Number])], Gives::Value(Number)),
    function("join", &[OneOf(&[String]), ListOf(&[String])], Gives::Value(String)),
    function("keys", &[OneOf(&[Object])], Gives::ListOf(String)),
    function("length", &[OneOf(&[String, List, Object])], Gives::Value(Number)),
    function("map", &[Expression(&[]), OneOf(&[List])], Gives::Value(List)),
    function("max", &[ListOf(&[Number, String])], Gives::Element),
    function("max_by", &[OneOf(&[List]), Expression(&[Number, String])], Gives::Element),
    variadic("merge", &[OneOf(&[Object])], Gives::Value(Object)),
    function("min", &[ListOf(&[Number, String])], Gives::Element),
    function("min_by", &[OneOf(&[List]), Expression(&[Number, String])], Gives::Element),
    variadic("not_null", &[Any], Gives::Any),
    function("reverse", &[OneOf(&[String, List])], Gives::First),
    function("sort", &[ListOf(&[Number, String])], Gives::First),
    function("sort_by", &[OneOf(&[List]), Expression(&[Number, String])], Gives::First),
    function("starts_with", &[OneOf(&[String]), OneOf(&[String])], Gives::Value(Bool)),
    function("sum", &[ListOf(&[Number])], Gives::Value(Number)),
    function("to_array", &[Any], Gives::Value(List)),
    function("to_number", &[Any], Gives::Value(Number)),
    function("to_string", &[Any], Gives::Value(String)),
    function("type", &[Any], Gives::Value(String)),
    function("values", &[OneOf(&[Object])], Gives::Value(List)),
];

const fn function(name: &'static str, parameters: &'static [Parameter], gives: Gives) -> Function {
    Function { name, parameters, is_variadic: false, gives }
}

const fn variadic(name: &'static str, parameters: &'static [Parameter], gives: Gives) -> Function {
    Function { is_variadic: true, ..function(name, parameters, gives) }
}

impl Kind {
    /// The type in words: `a string`.
    pub fn description(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::List => "a list",
            Self::Object => "an object",
        }
    }
}

impl Function {
    /// The parameter of an argument.
    pub fn parameter(&self, place: usize) -> Parameter {
        self.parameters.get(place).or(self.parameters.last()).copied().unwrap_or(Parameter::Any)
    }
}
