//! Structures: values that are written and read member by member.

use super::object::ObjectReader;
use super::read::{FromWire, Reader};
use super::write::{ObjectWriter, ToWire, Writer};

/// A structure: a value that is an object on the wire.
///
/// Whoever implements this gets [`ToWire`] and [`FromWire`] with it.
pub trait Structure: Sized {
    /// Writes each member in turn.
    fn write_members(&self, out: &mut ObjectWriter<'_>);

    /// Reads each member as it comes.
    fn read_members(object: &mut ObjectReader<'_, '_>) -> Self;

    /// Writes the whole value.
    #[doc(hidden)]
    fn write_object(&self, out: &mut Writer) {
        out.object(|out| self.write_members(out));
    }

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

impl<T: Structure> ToWire for T {
    fn write(&self, out: &mut Writer) {
        self.write_object(out);
    }
}

impl<T: Structure> FromWire for T {
    fn read(reader: &mut Reader<'_>) -> Self {
        T::read_object(reader)
    }

    fn error_corrected_default() -> Self {
        T::error_corrected_object()
    }
}

/// A box is written and read as what it holds, unions among it.
///
/// `ToWire` and `FromWire` cannot say so themselves: other crates may implement `Structure` for boxes of their types.
impl<T: ToWire + FromWire> Structure for Box<T> {
    fn write_members(&self, out: &mut ObjectWriter<'_>) {
        out.members_of(&**self);
    }

    fn read_members(object: &mut ObjectReader<'_, '_>) -> Self {
        Self::new(object.whole())
    }

    fn write_object(&self, out: &mut Writer) {
        (**self).write(out);
    }

    fn read_object(reader: &mut Reader<'_>) -> Self {
        Self::new(T::read(reader))
    }

    fn error_corrected_object() -> Self {
        Self::new(T::error_corrected_default())
    }
}
