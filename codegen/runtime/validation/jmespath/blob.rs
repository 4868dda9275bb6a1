//! Blobs as JMESPath's values.

use super::super::super::smithy::Blob;
use super::convert::ToValue;
use super::value::Value;

impl ToValue for Blob {
    fn to_value(&self) -> Value {
        self.to_base64().to_value()
    }
}
