//! Protocols, a file each.

pub mod aws_json;
pub(crate) mod error;
mod error_message;
mod media_type;
pub mod rest_json;
pub mod rpc_v2;

pub(crate) use self::aws_json as own;
