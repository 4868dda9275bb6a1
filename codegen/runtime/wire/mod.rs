//! Reading and writing what travels: JSON by the rules of the awsJson protocols.

mod error;
mod object;
mod read;
mod request;
mod steps;
mod values;
mod write;

pub use self::error::{Mismatch, Mismatches, ReadError};
pub use self::object::{ObjectReader, Structure};
pub(super) use self::read::gather;
pub use self::read::{FromWire, MapKey, Mode, Reader, from_bytes, from_document, from_json};
pub use self::request::Request;
pub(super) use self::write::to_document_with_defaults;
pub use self::write::{
    ArrayWriter, Defaults, ObjectWriter, ToWire, Writer, to_document, to_json, to_json_with_defaults,
};
pub use super::call::{
    Auth, AwsJson, ErrorChoice, ErrorFacts, ErrorReader, Fault, Operation, OperationError, Pages,
    ResponseError, ServiceError, UnmodeledError, display_error, error_body,
};
pub use super::codec::json;
