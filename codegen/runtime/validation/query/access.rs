//! The parts of a value: members, elements, slices, projections.

use std::borrow::Cow;

use super::{Value, slice};

impl<'a> Value<'a> {
    /// The member of that name; null where there is none.
    pub fn field(&self, name: &str) -> Self {
        match self {
            Self::Object(entries) => entries.get(name).cloned().unwrap_or(Self::Null),
            Self::Entries(entries) => Self::from(entries.get(name)),
            Self::Null
            | Self::Bool(_)
            | Self::Number(_)
            | Self::String(_)
            | Self::List(_)
            | Self::Array(_) => Self::Null,
        }
    }

    /// The element at a place, from the end where it is negative; null where there is none.
    pub fn index(&self, index: i64) -> Self {
        let place = |length: usize| {
            let distance = usize::try_from(index.unsigned_abs()).ok()?;
            if index < 0 { length.checked_sub(distance) } else { Some(distance) }
        };
        match self {
            Self::List(elements) => {
                Self::from(place(elements.len()).and_then(|at| elements.get(at)).cloned())
            }
            Self::Array(elements) => Self::from(place(elements.len()).and_then(|at| elements.get(at))),
            Self::Null
            | Self::Bool(_)
            | Self::Number(_)
            | Self::String(_)
            | Self::Object(_)
            | Self::Entries(_) => Self::Null,
        }
    }

    /// What `each` gives for every element, nulls left out; null for what is no list.
    pub fn project(&self, each: impl FnMut(Self) -> Self) -> Self {
        self.elements().map_or(Self::Null, |elements| Self::projected(elements.into_iter().map(each)))
    }

    /// The same, and nothing where `each` fails.
    pub fn try_project(&self, each: impl FnMut(Self) -> Option<Self>) -> Option<Self> {
        let Some(elements) = self.elements() else {
            return Some(Self::Null);
        };
        let given: Option<Vec<Self>> = elements.into_iter().map(each).collect();
        given.map(Self::projected)
    }

    /// The elements that `keep` keeps; null for what is no list.
    pub fn filter(&self, mut keep: impl FnMut(&Self) -> bool) -> Self {
        let kept = self.elements().map(|elements| elements.into_iter().filter(|element| keep(element)));
        kept.map_or(Self::Null, Self::list)
    }

    /// The same, and nothing where `keep` fails.
    pub fn try_filter(&self, mut keep: impl FnMut(&Self) -> Option<bool>) -> Option<Self> {
        let Some(elements) = self.elements() else {
            return Some(Self::Null);
        };
        let mut kept = Vec::new();
        for element in elements {
            if keep(&element)? {
                kept.push(element);
            }
        }
        Some(Self::List(kept))
    }

    /// The values of an object as a list; null for what is no object.
    pub fn members(&self) -> Self {
        let values = self.entries().map(|entries| Self::list(entries.into_iter().map(|(_, value)| value)));
        values.unwrap_or(Self::Null)
    }

    /// The elements with those that are lists replaced by their own; null for what is no list.
    pub fn flatten(&self) -> Self {
        let spread = |element: Self| element.elements().unwrap_or_else(|| vec![element]);
        self.elements().map_or(Self::Null, |elements| Self::list(elements.into_iter().flat_map(spread)))
    }

    /// Some elements, as [`slice`] takes them; null for what is no list.
    pub fn slice(&self, start: Option<i64>, stop: Option<i64>, step: i64) -> Self {
        self.elements().map_or(Self::Null, |elements| Self::List(slice(elements, start, stop, step)))
    }

    /// The elements of a list.
    pub(super) fn elements(&self) -> Option<Vec<Self>> {
        match self {
            Self::List(elements) => Some(elements.clone()),
            Self::Array(elements) => Some(elements.iter().map(Self::from).collect()),
            Self::Null
            | Self::Bool(_)
            | Self::Number(_)
            | Self::String(_)
            | Self::Object(_)
            | Self::Entries(_) => None,
        }
    }

    /// The entries of an object, in the order of their keys.
    pub(super) fn entries(&self) -> Option<Vec<(Cow<'a, str>, Self)>> {
        match self {
            Self::Object(entries) => {
                Some(entries.iter().map(|(key, value)| (key.clone(), value.clone())).collect())
            }
            Self::Entries(entries) => {
                let entry = |(key, value)| (Cow::Borrowed(String::as_str(key)), Self::from(value));
                Some(entries.iter().map(entry).collect())
            }
            Self::Null
            | Self::Bool(_)
            | Self::Number(_)
            | Self::String(_)
            | Self::List(_)
            | Self::Array(_) => None,
        }
    }
}
