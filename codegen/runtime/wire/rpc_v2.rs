//! Bodies of rpcv2Json.

use super::write::{Defaults, ToWire, Writer};

/// Writes a value as the bytes of a body in which numbers of any size are strings.
pub(crate) fn to_bytes_of_rpc_v2<T: ToWire>(value: &T, defaults: Defaults) -> Vec<u8> {
    let mut out = Writer::new();
    (out.defaults, out.digits_as_text) = (defaults, true);
    value.write(&mut out);
    out.into_bytes()
}
