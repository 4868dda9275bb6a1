//! What crates of the query protocols write requests with, compiled here beside JSON.

mod codec;
pub(crate) mod wire;

use super::smithy;
