//! Reading and writing what travels: JSON by the rules of the awsJson protocols.

mod collections;
mod error;
mod object;
mod read;
mod request;
mod steps;
mod values;
mod write;

pub use self::error::{Mismatch, Mismatches, ReadError};
pub use self::object::{ObjectReader, Structure};
pub use self::read::{
    FromWire, MapKey, Mode, Reader, from_bytes, from_bytes_within, from_document, from_json,
};
pub(super) use self::read::{gather, read_leniently};
pub use self::request::Request;
pub use self::write::{ArrayWriter, Defaults, ObjectWriter, ToWire, Writer, to_bytes, to_document, to_json};
pub use super::call::{
    Auth, AwsJson, ErrorChoice, ErrorFacts, ErrorReader, Fault, Operation, OperationError, Pages,
    ResponseError, ServiceError, UnmodeledError, display_error, error_body,
};
pub use super::codec::{Limits, json};
