//! JMESPath's functions; each gives nothing where an argument is of a type that it does not take.

use std::cmp::Ordering;

use super::{Number, Value};

impl<'a> Value<'a> {
    /// The characters of a string, the elements of a list or the entries of an object, counted.
    pub fn length(&self) -> Option<usize> {
        match self {
            Self::String(text) => Some(text.chars().count()),
            Self::List(elements) => Some(elements.len()),
            Self::Array(elements) => Some(elements.len()),
            Self::Object(entries) => Some(entries.len()),
            Self::Entries(entries) => Some(entries.len()),
            Self::Null | Self::Bool(_) | Self::Number(_) => None,
        }
    }

    /// Whether a list has an element, or a string has a part, that equals `wanted`.
    pub fn contains(&self, wanted: &Self) -> Option<bool> {
        match (self, wanted) {
            (Self::String(text), Self::String(part)) => Some(text.contains(&**part)),
            (Self::String(_), _) => Some(false),
            _ => self.elements().map(|elements| elements.contains(wanted)),
        }
    }

    /// Whether a string begins with another.
    pub fn starts_with(&self, start: &Self) -> Option<bool> {
        Some(self.text()?.starts_with(start.text()?))
    }

    /// Whether a string ends with another.
    pub fn ends_with(&self, end: &Self) -> Option<bool> {
        Some(self.text()?.ends_with(end.text()?))
    }

    /// The keys of an object.
    pub fn keys(&self) -> Option<Self> {
        Some(Self::list(self.entries()?.into_iter().map(|(key, _)| Self::String(key))))
    }

    /// The values of an object.
    pub fn values(&self) -> Option<Self> {
        Some(Self::list(self.entries()?.into_iter().map(|(_, value)| value)))
    }

    /// The greatest of a list of numbers or of strings; null if the list is empty.
    pub fn max(&self) -> Option<Self> {
        self.extreme(Ordering::Greater)
    }

    /// The least of a list of numbers or of strings; null if the list is empty.
    pub fn min(&self) -> Option<Self> {
        self.extreme(Ordering::Less)
    }

    fn extreme(&self, wanted: Ordering) -> Option<Self> {
        let mut elements = self.elements()?.into_iter();
        let Some(mut best) = elements.next() else {
            return Some(Self::Null);
        };
        best.rank(&best)?;
        for element in elements {
            if element.rank(&best)? == wanted {
                best = element;
            }
        }
        Some(best)
    }

    /// How two numbers or two strings are ordered.
    fn rank(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::String(a), Self::String(b)) => Some(a.cmp(b)),
            _ => self.compare(other),
        }
    }

    /// How two numbers are ordered; nothing for anything else.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.compare(b),
            _ => None,
        }
    }

    /// The sum of a list of numbers.
    pub fn sum(&self) -> Option<Self> {
        let add = |sum: Number<'a>, element: Self| match element {
            Self::Number(number) => Some(sum.plus(&number)),
            _ => None,
        };
        self.elements()?.into_iter().try_fold(Number::Integer(0), add).map(Self::Number)
    }

    /// The first of several values that is not null; null if all are.
    pub fn first_not_null(values: impl IntoIterator<Item = Self>) -> Self {
        values.into_iter().find(|value| !value.is_null()).unwrap_or(Self::Null)
    }

    fn text(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }
}
