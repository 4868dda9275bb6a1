//! Protocols, a file each.

pub(crate) mod aws_json;
pub(crate) mod error;
pub(crate) mod rpc_v2;
