//! Calls: operations, their requests and responses, and what they fail with.

mod aws_json;
mod endpoint;
mod error;
mod operation;
mod paginator;
mod region;
mod rpc_v2;

pub use self::aws_json::AwsJson;
pub use self::endpoint::{Endpoint, InvalidEndpoint};
pub use self::error::{
    ErrorChoice, ErrorFacts, ErrorReader, Fault, OperationError, ResponseError, ServiceError, UnmodeledError,
    display_error, error_body,
};
pub use self::operation::{Auth, Operation, Pages};
pub use self::paginator::{PageToken, Paged, Paginator, RepeatedToken};
pub use self::region::EndpointVariant;
pub use self::rpc_v2::RpcV2;
