//! Reading and writing what travels, by the rules of the protocol.

mod body_type;
mod collections;
mod defaults;
mod error;
mod gather;
mod headers;
#[doc(hidden)]
pub mod http;
mod json_text;
mod keyed;
mod map_key;
mod message;
mod message_body;
mod numbers;
mod object;
mod options;
mod pull;
mod read;
mod steps;
mod structure;
mod values;
mod whole;
mod write;

#[doc(hidden)]
pub use self::body_type::BodyType;
pub use self::defaults::Defaults;
pub(crate) use self::defaults::Tokens;
pub use self::error::{Mismatch, Mismatches, ReadError};
pub(super) use self::gather::gather;
pub use self::headers::Headers;
pub use self::json_text::{from_json, to_json};
use self::keyed::{Hints, held};
#[doc(hidden)]
pub use self::map_key::MapKey;
pub use self::message::{Request, Response};
pub(crate) use self::message_body::to_body;
#[doc(hidden)]
pub use self::numbers::{NUMBER_MARK, marked};
#[doc(hidden)]
pub use self::object::{ObjectReader, Slot};
pub(crate) use self::options::WriteOptions;
#[doc(hidden)]
pub use self::read::Reader;
pub use self::read::{FromWire, Mode, from_bytes, from_bytes_within, from_document};
#[doc(hidden)]
pub use self::structure::Structure;
pub(crate) use self::whole::{FromMessage, ToMessage, read_error, read_error_document};
#[doc(hidden)]
pub use self::write::{ArrayWriter, ObjectWriter, Writer, to_marked_document};
pub use self::write::{ToWire, to_bytes, to_document};
pub use super::call::EndpointVariant;
#[doc(hidden)]
pub use super::call::chosen_checksum;
#[doc(hidden)]
pub use super::call::content_md5;
#[doc(hidden)]
pub use super::call::host_prefix;
#[doc(hidden)]
pub use super::call::virtual_host;
pub use super::call::{Auth, Context, Operation, Pages, RequestError};
pub use super::call::{
    Endpoint, Fault, InvalidEndpoint, OperationError, Retry, ServiceError, UnexpectedBody, UnmodeledError,
};
#[doc(hidden)]
pub use super::call::{ErrorChoice, ErrorFacts, ErrorReader, display_error};
pub use super::call::{PageToken, Paged, Paginator, RepeatedToken};
pub use super::call::{ResponseError, ResponseMetadata, Router, UnknownOperation, operation_name};
pub use super::codec::Limits;
pub use super::codec::json;
