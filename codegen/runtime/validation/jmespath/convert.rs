//! Rust's values as those of JMESPath.

use std::collections::BTreeMap;

use super::super::super::smithy::{Document, Unit};
use super::number::Number;
use super::value::Value;

/// What conditions can be evaluated over.
///
/// Absent members of structures are absent in the object; timestamps are seconds, blobs are base64.
pub trait ToValue {
    /// The same as JSON would have it, but for infinities and `NaN`, which stay numbers.
    fn to_value(&self) -> Value;
}

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Box<T> {
    fn to_value(&self) -> Value {
        (**self).to_value()
    }
}

impl<T: ToValue> ToValue for Option<T> {
    fn to_value(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_value)
    }
}

impl<T: ToValue> ToValue for [T] {
    fn to_value(&self) -> Value {
        Value::list(self.iter().map(T::to_value))
    }
}

impl<T: ToValue> ToValue for Vec<T> {
    fn to_value(&self) -> Value {
        self.as_slice().to_value()
    }
}

/// Keys are strings, or enums of strings.
impl<K: ToValue, V: ToValue> ToValue for BTreeMap<K, V> {
    fn to_value(&self) -> Value {
        let entry = |(key, value): (&K, &V)| match key.to_value() {
            Value::String(key) => Some((key, value.to_value())),
            _ => None,
        };
        Value::object(self.iter().filter_map(entry))
    }
}

impl ToValue for bool {
    fn to_value(&self) -> Value {
        Value::Bool(*self)
    }
}

impl ToValue for str {
    fn to_value(&self) -> Value {
        Value::text(self)
    }
}

impl ToValue for String {
    fn to_value(&self) -> Value {
        Value::text(self)
    }
}

macro_rules! integers {
    ($($integer:ty)*) => {$(
        impl ToValue for $integer {
            fn to_value(&self) -> Value {
                Value::Number(Number::Integer((*self).into()))
            }
        }
    )*};
}

integers!(i8 i16 i32 i64);

impl ToValue for f64 {
    fn to_value(&self) -> Value {
        Value::Number(Number::Float(*self))
    }
}

impl ToValue for f32 {
    /// The number that JSON would carry: `0.1` stays `0.1`.
    fn to_value(&self) -> Value {
        self.to_string().parse().unwrap_or(f64::from(*self)).to_value()
    }
}

impl ToValue for Unit {
    fn to_value(&self) -> Value {
        Value::structure([])
    }
}

impl ToValue for Document {
    fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(number) => Value::number(number.as_str()),
            Self::String(text) => Value::text(text),
            Self::Array(elements) => elements.to_value(),
            Self::Object(entries) => entries.to_value(),
        }
    }
}
