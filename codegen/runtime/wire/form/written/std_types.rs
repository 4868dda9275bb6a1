//! The types of Rust's own.

use std::collections::BTreeMap;

use super::super::super::smithy::non_finite;
use super::super::map_key::MapKey;
use super::super::write::{ToWire, Writer};

macro_rules! formatted {
    ($($type:ty),*) => {$(
        impl ToWire for $type {
            fn write(&self, out: &mut Writer) {
                out.number(format_args!("{self}"));
            }
        }
    )*};
}

formatted!(bool, i8, i16, i32, i64);

impl ToWire for f32 {
    fn write(&self, out: &mut Writer) {
        if self.is_finite() { out.number(format_args!("{self:?}")) } else { f64::from(*self).write(out) }
    }
}

impl ToWire for f64 {
    fn write(&self, out: &mut Writer) {
        if self.is_finite() { out.number(format_args!("{self:?}")) } else { out.string(non_finite(*self)) }
    }
}

impl ToWire for str {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl ToWire for String {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl<T: ToWire> ToWire for Box<T> {
    fn write(&self, out: &mut Writer) {
        (**self).write(out);
    }
}

/// An element of a sparse list or map: it is numbered also where there is none.
impl<T: ToWire> ToWire for Option<T> {
    fn write(&self, out: &mut Writer) {
        self.iter().for_each(|value| value.write(out));
    }
}

impl<T: ToWire> ToWire for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.array(|out| self.iter().for_each(|element| out.element(element)));
    }
}

impl<K: MapKey, T: ToWire> ToWire for BTreeMap<K, T> {
    fn write(&self, out: &mut Writer) {
        out.map(|out| self.iter().for_each(|(key, value)| out.entry(key.as_key(), value)));
    }
}
