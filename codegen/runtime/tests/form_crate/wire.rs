//! Writing requests.

#[path = "../../wire/defaults.rs"]
mod defaults;
#[path = "../../wire/form/hints.rs"]
mod hints;
#[path = "../../wire/layout.rs"]
mod layout;
#[path = "../../wire/form/options.rs"]
mod options;
#[path = "../../wire/form/write.rs"]
mod write;

pub(crate) use self::defaults::Defaults;
use self::hints::{Hints, held};
pub(crate) use self::layout::Layout;
pub(crate) use self::options::{Lists, WriteOptions};
pub(crate) use self::write::{ObjectWriter, ToWire, Writer};
