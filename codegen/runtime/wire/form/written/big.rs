//! Big numbers in forms, with every digit.

use super::super::super::smithy::{BigDecimal, BigInteger};
use super::super::write::{ToWire, Writer};

impl ToWire for BigInteger {
    fn write(&self, out: &mut Writer) {
        out.string(self.as_str());
    }
}

impl ToWire for BigDecimal {
    fn write(&self, out: &mut Writer) {
        out.string(self.as_str());
    }
}
