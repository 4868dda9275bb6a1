//! Calls: operations, their requests and responses, and what they fail with.

mod auth;
mod checksum;
mod chosen_checksum;
mod context;
mod endpoint;
mod error;
mod host_prefix;
mod http_date;
mod operation;
mod pages;
mod paginator;
mod read_error;
mod refusal;
mod region;
mod response_error;
pub mod rest;
mod router;
mod rpc;
mod unexpected_body;
mod unmodeled;
mod virtual_host;

pub use self::auth::Auth;
#[doc(hidden)]
pub use self::checksum::content_md5;
#[doc(hidden)]
pub use self::chosen_checksum::chosen_checksum;
pub use self::context::{Context, RequestError};
pub use self::endpoint::{Endpoint, InvalidEndpoint};
pub use self::error::{ErrorFacts, Fault, OperationError, Retry, ServiceError, display_error};
pub use self::host_prefix::host_prefix;
pub use self::operation::Operation;
pub use self::pages::Pages;
pub use self::paginator::{PageToken, Paged, Paginator, RepeatedToken};
pub use self::read_error::{ErrorChoice, ErrorReader};
pub use self::region::EndpointVariant;
pub use self::response_error::{ResponseError, ResponseMetadata};
pub use self::router::{Router, UnknownOperation, operation_name};
use self::rpc as messages;
pub use self::unexpected_body::UnexpectedBody;
pub use self::unmodeled::UnmodeledError;
#[doc(hidden)]
pub use self::virtual_host::virtual_host;
