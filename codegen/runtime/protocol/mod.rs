//! Protocols, a file each.

pub mod aws_json;
pub(crate) mod error;
pub mod rpc_v2;

pub(crate) use self::aws_json as own;
