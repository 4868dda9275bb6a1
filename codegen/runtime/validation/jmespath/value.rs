//! Values as JMESPath knows them.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::expression::Literal;
use super::number::Number;

/// A JSON value. Clones share what it holds.
#[derive(Clone, Debug)]
pub enum Value {
    /// `null`, and all that is absent.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A string.
    String(Rc<str>),
    /// A list.
    List(Rc<[Value]>),
    /// An object, its entries in the order of their keys.
    Object(Rc<BTreeMap<Rc<str>, Value>>),
}

impl Value {
    /// A string.
    pub fn text(text: &str) -> Self {
        Self::String(Rc::from(text))
    }

    /// A number in JSON's grammar.
    pub fn number(text: &str) -> Self {
        Self::Number(Number::from_text(text))
    }

    /// A list of these elements.
    pub fn list(elements: impl IntoIterator<Item = Self>) -> Self {
        Self::List(elements.into_iter().collect())
    }

    /// An object of these entries; of a repeated key the last value counts.
    pub fn object<K: AsRef<str>>(entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        let entries = entries.into_iter().map(|(key, value)| (Rc::from(key.as_ref()), value));
        Self::Object(Rc::new(entries.collect()))
    }

    /// An object of those entries that are not null, as a structure is.
    pub fn structure<const N: usize>(members: [(&str, Self); N]) -> Self {
        Self::object(members.into_iter().filter(|(_, value)| !value.is_null()))
    }

    /// Whether this is `null`.
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// Whether this counts as true: anything but `null`, `false` and what is empty.
    pub fn is_truthy(&self) -> bool {
        match self {
            Self::Null => false,
            Self::Bool(value) => *value,
            Self::Number(_) => true,
            Self::String(text) => !text.is_empty(),
            Self::List(elements) => !elements.is_empty(),
            Self::Object(entries) => !entries.is_empty(),
        }
    }

    /// The member of that name; null where there is none.
    pub fn field(&self, name: &str) -> Self {
        match self {
            Self::Object(entries) => entries.get(name).cloned().unwrap_or(Self::Null),
            _ => Self::Null,
        }
    }

    /// The element at an index, counted from the end where it is negative; null where there is none.
    pub fn index(&self, index: i64) -> Self {
        let Self::List(elements) = self else {
            return Self::Null;
        };
        let distance = usize::try_from(index.unsigned_abs()).ok();
        let position = match index {
            0.. => distance,
            _ => distance.and_then(|distance| elements.len().checked_sub(distance)),
        };
        position.and_then(|position| elements.get(position)).cloned().unwrap_or(Self::Null)
    }

    /// The name of the value's type, as the function `type` gives it.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "boolean",
            Self::Number(_) => "number",
            Self::String(_) => "string",
            Self::List(_) => "array",
            Self::Object(_) => "object",
        }
    }
}

impl From<&Literal<'_>> for Value {
    fn from(literal: &Literal<'_>) -> Self {
        match literal {
            Literal::Null => Self::Null,
            Literal::Bool(value) => Self::Bool(*value),
            Literal::Number(text) => Self::number(text),
            Literal::String(text) => Self::text(text),
            Literal::List(elements) => Self::list(elements.iter().map(Self::from)),
            Literal::Object(entries) => {
                Self::object(entries.iter().map(|(key, value)| (key, Self::from(value))))
            }
        }
    }
}
