//! The writing of requests.

#[path = "../../wire/defaults.rs"]
mod defaults;
#[path = "../../wire/map_key.rs"]
mod map_key;
#[path = "../../wire/form/names.rs"]
mod names;
#[path = "../../wire/form/options.rs"]
mod options;
#[path = "../../wire/form/write.rs"]
mod write;
#[path = "../../wire/form/written/mod.rs"]
mod written;

pub(crate) use self::defaults::Defaults;
pub(crate) use self::map_key::MapKey;
pub(crate) use self::names::Names;
pub(crate) use self::options::{Lists, WriteOptions};
pub(crate) use self::write::{ObjectWriter, ToWire, Writer};
