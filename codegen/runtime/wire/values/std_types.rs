//! The types of Rust's own.

use std::collections::BTreeMap;

use super::super::super::smithy::{Document, non_finite};
use super::super::read::{FromWire, MapKey, Reader};
use super::super::write::{ToWire, Writer};

impl ToWire for bool {
    fn write(&self, out: &mut Writer) {
        out.boolean(*self);
    }
}

impl FromWire for bool {
    fn read(value: Document, reader: &mut Reader) -> Self {
        reader.or_mismatch("`true` or `false`", value.as_bool())
    }

    fn error_corrected_default() -> Self {
        false
    }
}

macro_rules! integer {
    ($integer:ty, $expected:literal) => {
        impl ToWire for $integer {
            fn write(&self, out: &mut Writer) {
                out.number(format_args!("{self}"));
            }
        }

        impl FromWire for $integer {
            fn read(value: Document, reader: &mut Reader) -> Self {
                let integer = value.as_i64().and_then(|value| Self::try_from(value).ok());
                reader.or_mismatch($expected, integer)
            }

            fn error_corrected_default() -> Self {
                0
            }
        }
    };
}

integer!(i8, "an integer from -128 to 127");
integer!(i16, "an integer from -32768 to 32767");
integer!(i32, "an integer from -2147483648 to 2147483647");
integer!(i64, "an integer of 64 bits");

macro_rules! float {
    ($float:ty, $expected:literal) => {
        impl ToWire for $float {
            fn write(&self, out: &mut Writer) {
                if self.is_finite() {
                    out.number(format_args!("{self:?}"));
                } else {
                    out.string(non_finite((*self).into()));
                }
            }
        }

        impl FromWire for $float {
            fn read(value: Document, reader: &mut Reader) -> Self {
                let float = match &value {
                    Document::Number(number) => {
                        number.as_str().parse().ok().filter(|value: &Self| value.is_finite())
                    }
                    Document::String(text) => match text.as_str() {
                        "NaN" => Some(Self::NAN),
                        "Infinity" => Some(Self::INFINITY),
                        "-Infinity" => Some(Self::NEG_INFINITY),
                        _ => None,
                    },
                    _ => None,
                };
                reader.or_mismatch($expected, float)
            }

            fn error_corrected_default() -> Self {
                0.0
            }
        }
    };
}

float!(f32, "a number in the range of 32-bit floats");
float!(f64, "a number in the range of 64-bit floats");

impl ToWire for String {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl FromWire for String {
    fn read(value: Document, reader: &mut Reader) -> Self {
        reader.string(value)
    }

    fn error_corrected_default() -> Self {
        Self::new()
    }
}

impl MapKey for String {
    fn as_key(&self) -> &str {
        self
    }

    fn from_key(key: String) -> Self {
        key
    }
}

/// An element of a sparse list or map: nothing is `null`.
impl<T: ToWire> ToWire for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.null(),
        }
    }
}

impl<T: FromWire> FromWire for Option<T> {
    const NULLABLE: bool = true;

    fn read(value: Document, reader: &mut Reader) -> Self {
        if value.is_null() { None } else { Some(T::read(value, reader)) }
    }

    fn error_corrected_default() -> Self {
        None
    }
}

impl<T: ToWire> ToWire for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.array(|out| {
            for element in self {
                out.element(element);
            }
        });
    }
}

impl<T: FromWire> FromWire for Vec<T> {
    fn read(value: Document, reader: &mut Reader) -> Self {
        reader.list(value)
    }

    fn error_corrected_default() -> Self {
        Self::new()
    }
}

impl<K: MapKey, T: ToWire> ToWire for BTreeMap<K, T> {
    fn write(&self, out: &mut Writer) {
        out.object(|out| {
            for (key, value) in self {
                out.entry(key.as_key(), value);
            }
        });
    }
}

impl<K: MapKey, T: FromWire> FromWire for BTreeMap<K, T> {
    fn read(value: Document, reader: &mut Reader) -> Self {
        reader.map(value)
    }

    fn error_corrected_default() -> Self {
        Self::new()
    }
}
