//! Structures: values that are written or read member by member.

use super::super::smithy::Unit;
use super::object::ObjectReader;
use super::read::{FromWire, Reader};
use super::write::{ObjectWriter, ToWire, Writer};

/// A structure that requests have. Whoever implements this gets [`ToWire`] with it.
pub trait WriteMembers {
    /// Writes each member in turn.
    fn write_members(&self, out: &mut ObjectWriter<'_>);
}

/// A structure that responses have. Whoever implements this gets [`FromWire`] with it.
pub trait ReadMembers: Sized {
    /// Reads each member as it comes.
    fn read_members(object: &mut ObjectReader<'_, '_>) -> Self;

    /// Reads the whole value.
    #[doc(hidden)]
    fn read_object(reader: &mut Reader<'_>) -> Self {
        Self::read_members(&mut reader.object())
    }

    /// The value without members, the required ones corrected.
    #[doc(hidden)]
    fn error_corrected_object() -> Self {
        Self::read_members(&mut ObjectReader::stand_in(&mut Reader::empty()))
    }
}

impl<T: WriteMembers> ToWire for T {
    fn write(&self, out: &mut Writer) {
        out.object(|out| self.write_members(out));
    }
}

impl<T: ReadMembers> FromWire for T {
    fn read(reader: &mut Reader<'_>) -> Self {
        T::read_object(reader)
    }

    fn error_corrected_default() -> Self {
        T::error_corrected_object()
    }
}

/// A box is written as what it holds, unions among it.
impl<T: ToWire> WriteMembers for Box<T> {
    fn write_members(&self, out: &mut ObjectWriter<'_>) {
        out.whole(&**self);
    }
}

/// A box is read as what it holds, unions among it.
impl<T: FromWire> ReadMembers for Box<T> {
    fn read_members(object: &mut ObjectReader<'_, '_>) -> Self {
        Self::new(object.whole())
    }

    fn read_object(reader: &mut Reader<'_>) -> Self {
        Self::new(T::read(reader))
    }

    fn error_corrected_object() -> Self {
        Self::new(T::error_corrected_default())
    }
}

impl WriteMembers for Unit {
    fn write_members(&self, _: &mut ObjectWriter<'_>) {}
}

impl ReadMembers for Unit {
    fn read_members(object: &mut ObjectReader<'_, '_>) -> Self {
        while object.next_member().is_some() {
            object.skip();
        }
        Self
    }
}
