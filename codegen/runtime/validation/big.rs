//! Ranges of big numbers.

use super::super::smithy::{BigDecimal, BigInteger, decimal};
use super::range::Ranged;

macro_rules! ranged {
    ($name:ident) => {
        /// Bounds are texts that follow JSON's grammar.
        impl Ranged<&'static str> for $name {
            fn is_at_least(&self, bound: &&'static str) -> bool {
                decimal::compare(self.as_str(), bound).is_ge()
            }

            fn is_at_most(&self, bound: &&'static str) -> bool {
                decimal::compare(self.as_str(), bound).is_le()
            }
        }
    };
}

ranged!(BigInteger);
ranged!(BigDecimal);
