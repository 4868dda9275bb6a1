//! Reading and writing.

#[path = "../../wire/collections.rs"]
mod collections;
#[path = "../../wire/defaults.rs"]
mod defaults;
#[path = "../../wire/elements.rs"]
mod elements;
#[path = "../../wire/elements_write.rs"]
mod elements_write;
#[path = "../../wire/error.rs"]
mod error;
#[path = "../../wire/gather.rs"]
mod gather;
#[path = "../../wire/hints.rs"]
mod hints;
#[path = "../../wire/layout.rs"]
mod layout;
#[path = "../../wire/map_key.rs"]
mod map_key;
#[path = "../../wire/numbers.rs"]
mod numbers;
#[path = "../../wire/object.rs"]
mod object;
#[path = "../../wire/options.rs"]
mod options;
#[path = "../../wire/pull.rs"]
mod pull;
#[path = "../../wire/read.rs"]
mod read;
#[path = "../../wire/steps.rs"]
mod steps;
#[path = "../../wire/structure.rs"]
mod structure;
#[path = "../../wire/values/mod.rs"]
mod values;
#[path = "../../wire/write.rs"]
mod write;

pub use self::defaults::Defaults;
pub use self::elements::Flattened;
pub use self::error::ReadError;
pub(crate) use self::gather::gather;
use self::hints::{Hints, held};
pub use self::layout::{Layout, Place};
pub use self::object::ObjectReader;
pub use self::read::{FromWire, Mode, Reader, from_bytes, from_bytes_within, from_document};
pub use self::structure::Structure;
pub use self::write::{ArrayWriter, ObjectWriter, ToWire, Writer, to_bytes, to_document, to_marked_document};
