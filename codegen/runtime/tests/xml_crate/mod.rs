//! What XML crates have in the place of JSON, compiled here beside it.

use super::{report, smithy};

pub mod codec;
pub mod wire;
