//! Serde's traits for everything that has a wire form: what is serialized is exactly what goes over the wire,
//! secrets in clear, and deserializing is as strict as a server.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::smithy::{Document, Number};
use super::{validation, wire};

impl Serialize for Document {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => serialize_number(number, serializer),
            Self::String(text) => serializer.serialize_str(text),
            Self::Array(elements) => serializer.collect_seq(elements),
            Self::Object(entries) => serializer.collect_map(entries),
        }
    }
}

/// Serde knows no numbers of any size: what fits no type of its own goes out as a string.
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
        Nested { levels: wire::json::MAX_DEPTH }.deserialize(deserializer)
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
            None => Err(E::custom(format_args!("nested deeper than {} levels", wire::json::MAX_DEPTH))),
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
            entries.insert(key, access.next_value_seed(self.inner()?)?);
        }
        Ok(Document::Object(entries))
    }
}

impl Serialize for validation::Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        wire::to_document(self).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl Serialize for validation::Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        wire::to_document(self).map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

/// Implements `Serialize` and `Deserialize` for types that have a wire form.
macro_rules! serde_impls {
    ($($name:ty),* $(,)?) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                wire::to_document(self).map_err(serde::ser::Error::custom)?.serialize(serializer)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                wire::from_document(&Document::deserialize(deserializer)?, wire::Mode::Strict).map_err(Error::custom)
            }
        }
    )*};
}
