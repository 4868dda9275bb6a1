//! The structure without members.

use super::super::wire::{ObjectReader, ObjectWriter, Structure};

/// A structure without members: the input or output of an operation that has none. On the wire it is `{}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Unit;

impl Structure for Unit {
    fn write_members(&self, _: &mut ObjectWriter<'_>) {}

    fn read_members(_: &mut ObjectReader<'_>) -> Self {
        Self
    }
}
