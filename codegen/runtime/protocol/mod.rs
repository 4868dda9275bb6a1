//! Protocols, a file each.

pub(crate) mod aws_json;
