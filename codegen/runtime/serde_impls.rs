//! Serde's traits for everything that has a wire form: what is serialized is exactly what goes over the wire,
//! secrets in clear, and what is deserialized is what was serialized: required members are demanded, and nothing is
//! filled in.
//!
//! Numbers that serde cannot carry in full, such as integers of more than 64 bits, are handed to serializers as
//! serde_json hands over its own numbers of any size: with its feature `arbitrary_precision` they are plain numbers,
//! else objects that hold their text. Both are read back.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};

use super::smithy::{Document, Number};
use super::{validation, wire};

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Marked(&wire::marked(self)).serialize(serializer)
    }
}

/// Serializes the wire form of a value.
pub(crate) fn serialize<T: wire::ToWire, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    Marked(&wire::to_marked_document(value).map_err(serde::ser::Error::custom)?).serialize(serializer)
}

/// A document with a mark for each number that serde cannot carry.
struct Marked<'d>(&'d Document);

impl Serialize for Marked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Document::Null => serializer.serialize_unit(),
            Document::Bool(value) => serializer.serialize_bool(*value),
            Document::Number(number) => serialize_number(number, serializer),
            Document::String(text) => serializer.serialize_str(text),
            Document::Array(elements) => serializer.collect_seq(elements.iter().map(Marked)),
            Document::Object(entries) => match marked_number(entries) {
                Some(text) if is_kept(text) => {
                    let mut number = serializer.serialize_struct(wire::NUMBER_MARK, 1)?;
                    number.serialize_field(wire::NUMBER_MARK, text)?;
                    number.end()
                }
                _ => serializer.collect_map(entries.iter().map(|(key, value)| (key, Marked(value)))),
            },
        }
    }
}

/// Whether serde_json hands back a number of any size as it is: it writes a sign into exponents that have none, and makes
/// a float of what looks like one in Rust.
fn is_kept(number: &str) -> bool {
    let is_float = number.parse().is_ok_and(|value: f64| value.to_string() == number);
    !is_float && number.split_once(['e', 'E']).is_none_or(|(_, exponent)| exponent.starts_with(['+', '-']))
}

/// The text of the number that an object stands for, if it stands for one.
fn marked_number(entries: &BTreeMap<String, Document>) -> Option<&str> {
    let text = entries.get(wire::NUMBER_MARK).filter(|_| entries.len() == 1)?.as_str()?;
    text.parse::<Number>().is_ok().then_some(text)
}

/// A number that serde carries; a float goes out with the digits that it has.
fn serialize_number<S: Serializer>(number: &Number, serializer: S) -> Result<S::Ok, S::Error> {
    let whole = !number.as_str().contains(['.', 'e', 'E']);
    match (number.as_i64(), number.as_u64(), number.as_f64()) {
        (Some(value), _, _) if whole => serializer.serialize_i64(value),
        (_, Some(value), _) if whole => serializer.serialize_u64(value),
        (_, _, Some(value)) => serializer.serialize_f64(value),
        _ => serializer.serialize_str(number.as_str()),
    }
}

impl<'de> Deserialize<'de> for Document {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Nested { levels: wire::Limits::default().depth }.deserialize(deserializer)
    }
}

/// A document that may hold so many levels of arrays and objects.
struct Nested {
    levels: usize,
}

impl Nested {
    fn inner<E: Error>(&self) -> Result<Self, E> {
        match self.levels.checked_sub(1) {
            Some(levels) => Ok(Self { levels }),
            None => {
                let levels = wire::Limits::default().depth;
                Err(E::custom(format_args!("nested deeper than {levels} levels")))
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for Nested {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Nested {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    fn visit_i128<E: Error>(self, value: i128) -> Result<Document, E> {
        Ok(Document::Number(value.into()))
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Document, E> {
        Ok(Document::Number(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Document, E> {
        Ok(Document::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Document, E> {
        Ok(Document::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Document, E> {
        Ok(Document::from(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Document, E> {
        Ok(Document::from(text))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Document, E> {
        Ok(Document::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Document, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = access.next_element_seed(self.inner()?)? {
            elements.push(element);
        }
        Ok(Document::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Document, A::Error> {
        let mut entries = BTreeMap::new();
        while let Some(key) = access.next_key::<String>()? {
            // A number is no level, though it comes as a map.
            let inner = if key == wire::NUMBER_MARK { Self { levels: 0 } } else { self.inner()? };
            entries.insert(key, access.next_value_seed(inner)?);
        }
        match marked_number(&entries).and_then(|text| text.parse().ok()) {
            Some(number) => Ok(Document::Number(number)),
            None => Ok(Document::Object(entries)),
        }
    }
}

impl Serialize for validation::Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

impl Serialize for validation::Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(self, serializer)
    }
}

/// Implements `Serialize` and `Deserialize` for types that have a wire form.
macro_rules! serde_impls {
    ($($name:ty),* $(,)?) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize(self, serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                wire::from_document(&Document::deserialize(deserializer)?, wire::Mode::Exact).map_err(Error::custom)
            }
        }
    )*};
}
