//! Timestamps as JMESPath's values.

use super::super::super::smithy::{Timestamp, TimestampFormat};
use super::convert::ToValue;
use super::value::Value;

impl ToValue for Timestamp {
    fn to_value(&self) -> Value {
        Value::number(&self.format(TimestampFormat::EpochSeconds))
    }
}
