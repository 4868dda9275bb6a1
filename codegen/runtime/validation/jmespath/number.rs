//! Numbers of any size: exact where they are whole or only compared.

use std::cmp::Ordering;
use std::rc::Rc;

use super::super::super::smithy::{self, decimal};

/// A number.
#[derive(Clone, Debug)]
pub enum Number {
    /// A whole number.
    Integer(i128),
    /// A floating point number, which stands for the shortest decimal number that reads back as it.
    Float(f64),
    /// Any other number, in JSON's grammar.
    Decimal(Rc<str>),
}

impl Number {
    /// A number in JSON's grammar.
    pub fn from_text(text: &str) -> Self {
        text.parse().map_or_else(|_| Self::Decimal(Rc::from(text)), Self::Integer)
    }

    /// The number that a text is, if it follows JSON's grammar.
    pub fn parse(text: &str) -> Option<Self> {
        text.parse::<smithy::Number>().is_ok().then(|| Self::from_text(text))
    }

    /// How many bytes of text there are to look at.
    pub(super) fn text_length(&self) -> usize {
        if let Self::Decimal(text) = self { text.len() } else { 0 }
    }

    /// The number in decimal digits; JSON has none for infinities and `NaN`.
    pub fn text(&self) -> String {
        match self {
            Self::Integer(value) => value.to_string(),
            Self::Float(value) => format!("{value:?}"),
            Self::Decimal(text) => text.to_string(),
        }
    }

    /// How two numbers are ordered by value; nothing where one of them is `NaN`.
    pub fn compare(&self, other: &Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Integer(a), Self::Integer(b)) => Some(a.cmp(b)),
            (Self::Float(a), Self::Float(b)) => a.partial_cmp(b),
            (Self::Float(value), _) | (_, Self::Float(value)) if !value.is_finite() => {
                self.to_f64().partial_cmp(&other.to_f64())
            }
            _ => Some(decimal::compare(&self.text(), &other.text())),
        }
    }

    /// The sum: exact for whole numbers that fit, as floating point numbers have it otherwise.
    pub fn plus(&self, other: &Self) -> Self {
        let exact = match (self, other) {
            (Self::Integer(a), Self::Integer(b)) => a.checked_add(*b),
            _ => None,
        };
        exact.map_or_else(|| Self::Float(self.to_f64() + other.to_f64()), Self::Integer)
    }

    /// The quotient, as floating point numbers have it.
    pub fn divided_by(&self, count: usize) -> Self {
        Self::Float(self.to_f64() / count as f64)
    }

    /// The distance from zero.
    pub fn abs(&self) -> Self {
        match self {
            Self::Integer(value) => {
                value.checked_abs().map_or_else(|| Self::Float(self.to_f64().abs()), Self::Integer)
            }
            Self::Float(value) => Self::Float(value.abs()),
            Self::Decimal(text) => Self::Decimal(Rc::from(text.trim_start_matches('-'))),
        }
    }

    /// The greatest whole number that is not greater.
    pub fn floor(&self) -> Self {
        self.rounded(f64::floor)
    }

    /// The least whole number that is not less.
    pub fn ceil(&self) -> Self {
        self.rounded(f64::ceil)
    }

    fn rounded(&self, round: fn(f64) -> f64) -> Self {
        match self {
            Self::Integer(_) => self.clone(),
            Self::Decimal(text) if decimal::is_whole(text) => self.clone(),
            Self::Float(_) | Self::Decimal(_) => Self::Float(round(self.to_f64())),
        }
    }

    fn to_f64(&self) -> f64 {
        match self {
            Self::Integer(value) => *value as f64,
            Self::Float(value) => *value,
            Self::Decimal(text) => text.parse().unwrap_or(f64::NAN),
        }
    }
}
