//! The structure without members in forms: nothing.

use super::super::super::smithy::Unit;
use super::super::write::{ToWire, Writer};

impl ToWire for Unit {
    fn write(&self, _: &mut Writer) {}
}
