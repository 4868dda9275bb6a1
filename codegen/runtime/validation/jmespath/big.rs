//! Big numbers as JMESPath's values.

use super::super::super::smithy::{BigDecimal, BigInteger};
use super::convert::ToValue;
use super::value::Value;

impl ToValue for BigInteger {
    fn to_value(&self) -> Value {
        Value::number(self.as_str())
    }
}

impl ToValue for BigDecimal {
    fn to_value(&self) -> Value {
        Value::number(self.as_str())
    }
}
