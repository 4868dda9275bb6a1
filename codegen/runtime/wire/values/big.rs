//! Big numbers on the wire, with every digit.

use super::super::super::smithy::{BigDecimal, BigInteger};
use super::super::read::{FromWire, Reader};
use super::super::write::{ToWire, Writer};

macro_rules! big_number {
    ($name:ident, $write:ident, $expected:literal) => {
        impl ToWire for $name {
            fn write(&self, out: &mut Writer) {
                if !out.marks_number(self.as_str()) {
                    let (body, _, as_text) = out.body();
                    body.$write(self, as_text);
                }
            }
        }

        impl FromWire for $name {
            fn read(reader: &mut Reader<'_>) -> Self {
                reader.scalar($expected, |event| event.as_digits()?.parse().ok())
            }

            fn error_corrected_default() -> Self {
                Self::default()
            }
        }
    };
}

big_number!(BigInteger, big_integer, "a whole number without exponent");
big_number!(BigDecimal, big_decimal, "a number");
