//! Documents in forms, as the members of unions that the model does not know have them.

use super::super::super::smithy::Document;
use super::super::write::{ToWire, Writer};

impl ToWire for Document {
    fn write(&self, out: &mut Writer) {
        match self {
            Self::Null => {}
            Self::Bool(value) => value.write(out),
            Self::Number(number) => out.string(number.as_str()),
            Self::String(text) => out.string(text),
            Self::Array(elements) => elements.write(out),
            Self::Object(members) => {
                out.object(|out| members.iter().for_each(|(name, value)| out.field(name, value)));
            }
        }
    }
}
