//! Big numbers on the wire: numbers with every digit.

use super::super::super::smithy::{BigDecimal, BigInteger, Document};
use super::super::read::{FromWire, Reader};
use super::super::write::{ToWire, Writer};

macro_rules! big_number {
    ($name:ident, $expected:literal) => {
        impl ToWire for $name {
            fn write(&self, out: &mut Writer) {
                out.number(format_args!("{self}"));
            }
        }

        impl FromWire for $name {
            fn read(value: Document, reader: &mut Reader) -> Self {
                let number = value.as_number().and_then(|number| number.as_str().parse().ok());
                reader.or_mismatch($expected, number)
            }

            fn error_corrected_default() -> Self {
                Self::default()
            }
        }
    };
}

big_number!(BigInteger, "a whole number without exponent");
big_number!(BigDecimal, "a number");
