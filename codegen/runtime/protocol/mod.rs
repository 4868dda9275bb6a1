//! Protocols, a file each.

pub mod aws_json;
pub(crate) mod error;
mod error_message;
mod media_type;
mod request_id;
pub mod rest_json;
mod routes;
pub mod rpc_v2;

pub(crate) use self::aws_json as own;
pub(crate) use self::request_id::request_id;
pub(crate) use self::rest_json as rest;
