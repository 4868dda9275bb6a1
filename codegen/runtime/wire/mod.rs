//! Reading and writing what travels, by the rules of the protocol.

mod collections;
mod error;
mod headers;
mod json_text;
mod message;
mod message_body;
mod numbers;
mod object;
mod options;
mod read;
mod steps;
mod values;
mod write;

pub use self::error::{Mismatch, Mismatches, ReadError};
pub use self::headers::Headers;
pub use self::json_text::{from_json, to_json};
pub use self::message::{Request, Response};
pub(crate) use self::message_body::to_body;
#[doc(hidden)]
pub use self::numbers::{NUMBER_MARK, marked};
pub use self::object::{ObjectReader, Structure};
pub use self::options::Defaults;
pub(crate) use self::options::{Tokens, WriteOptions};
pub use self::read::{FromWire, MapKey, Mode, Reader, from_bytes, from_bytes_within, from_document};
pub(super) use self::read::{gather, read_document_leniently, read_leniently};
#[doc(hidden)]
pub use self::write::to_marked_document;
pub use self::write::{ArrayWriter, ObjectWriter, ToWire, Writer, to_bytes, to_document};
pub use super::call::EndpointVariant;
#[doc(hidden)]
pub use super::call::host_prefix;
pub use super::call::{Auth, Context, Operation, Pages, RequestError};
pub use super::call::{
    Endpoint, ErrorChoice, ErrorFacts, ErrorReader, Fault, InvalidEndpoint, OperationError, Retry,
    ServiceError, UnexpectedBody, UnmodeledError, display_error,
};
pub use super::call::{PageToken, Paged, Paginator, RepeatedToken};
pub use super::call::{ResponseError, ResponseMetadata, Router, UnknownOperation, operation_name};
pub use super::codec::Limits;
pub use super::codec::json;
