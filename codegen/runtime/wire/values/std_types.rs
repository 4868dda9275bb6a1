//! The types of Rust's own.

use std::collections::BTreeMap;

use super::super::map_key::MapKey;
use super::super::read::{FromWire, Reader};
use super::super::write::{ToWire, Writer};

impl ToWire for bool {
    fn write(&self, out: &mut Writer) {
        out.boolean(*self);
    }
}

impl FromWire for bool {
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.scalar("`true` or `false`", |event| event.as_bool())
    }

    fn error_corrected_default() -> Self {
        false
    }
}

macro_rules! integer {
    ($integer:ty, $expected:literal) => {
        impl ToWire for $integer {
            fn write(&self, out: &mut Writer) {
                out.body().0.integer((*self).into());
            }
        }

        impl FromWire for $integer {
            fn read(reader: &mut Reader<'_>) -> Self {
                reader.scalar($expected, |event| Self::try_from(event.as_i64()?).ok())
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
    ($float:ty, $write:ident, $read:ident, $expected:literal) => {
        impl ToWire for $float {
            fn write(&self, out: &mut Writer) {
                out.body().0.$write(*self);
            }
        }

        impl FromWire for $float {
            fn read(reader: &mut Reader<'_>) -> Self {
                reader.scalar($expected, |event| event.$read())
            }

            fn error_corrected_default() -> Self {
                0.0
            }
        }
    };
}

float!(f32, float, as_f32, "a number in the range of 32-bit floats");
float!(f64, double, as_f64, "a number in the range of 64-bit floats");

impl ToWire for String {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl FromWire for String {
    fn read(reader: &mut Reader<'_>) -> Self {
        match reader.takes_text() {
            Some(text) => text.to_owned(),
            None => reader.text().into_owned(),
        }
    }

    fn error_corrected_default() -> Self {
        Self::new()
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

    fn read(reader: &mut Reader<'_>) -> Self {
        if reader.takes_null() { None } else { Some(T::read(reader)) }
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
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.list()
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
    fn read(reader: &mut Reader<'_>) -> Self {
        reader.map()
    }

    fn error_corrected_default() -> Self {
        Self::new()
    }
}
