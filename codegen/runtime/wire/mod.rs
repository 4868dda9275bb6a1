//! Reading and writing what travels: JSON by the rules of the awsJson protocols.

mod error;
pub mod json;
mod object;
mod operation;
mod read;
mod service;
mod values;
mod write;

pub use self::error::{Mismatch, Mismatches, ReadError};
pub use self::object::{ObjectReader, Structure};
pub use self::operation::{Auth, AwsJson, Operation, Pages, Request};
pub(super) use self::read::gather;
pub use self::read::{MapKey, Mode, Read, Reader, from_bytes, from_document, from_json};
pub use self::service::{
    ErrorReader, Fault, OperationError, ResponseError, ServiceError, UnmodeledError, display_error,
    error_body,
};
pub use self::values::non_finite;
pub use self::write::{ArrayWriter, ObjectWriter, Write, Writer, to_document, to_json};
