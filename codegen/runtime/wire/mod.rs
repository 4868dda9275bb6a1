//! Reading and writing what travels: JSON by the rules of the awsJson protocols.

mod collections;
mod error;
mod numbers;
mod object;
mod read;
mod request;
mod rpc_v2;
mod steps;
mod values;
mod write;

pub use self::error::{Mismatch, Mismatches, ReadError};
#[doc(hidden)]
pub use self::numbers::{NUMBER_MARK, marked};
pub use self::object::{ObjectReader, Structure};
pub use self::read::{
    FromWire, MapKey, Mode, Reader, from_bytes, from_bytes_within, from_document, from_json,
};
pub(super) use self::read::{gather, read_leniently};
pub use self::request::Request;
pub(super) use self::rpc_v2::to_bytes_of_rpc_v2;
#[doc(hidden)]
pub use self::write::to_marked_document;
pub use self::write::{ArrayWriter, Defaults, ObjectWriter, ToWire, Writer, to_bytes, to_document, to_json};
pub use super::call::AwsJson;
pub use super::call::EndpointVariant;
pub use super::call::PageToken;
pub use super::call::Paged;
pub use super::call::Paginator;
pub use super::call::RepeatedToken;
pub use super::call::RpcV2;
pub use super::call::{
    Auth, Endpoint, ErrorChoice, ErrorFacts, ErrorReader, Fault, InvalidEndpoint, Operation, OperationError,
    Pages, ResponseError, ServiceError, UnmodeledError, display_error, error_body,
};
pub use super::codec::{Limits, json};
