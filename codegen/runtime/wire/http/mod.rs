//! Messages whose members are bound to parts of HTTP: the path, the query, headers, the status and the body.

mod base64;
mod escape;
mod keyed;
mod list;
mod media;
#[doc(hidden)]
pub mod message;
mod reader;
mod text;
mod text_big;
mod text_timestamp;
pub(crate) mod uri;
mod writer;

pub(crate) use self::keyed::ERROR_MESSAGE;
use self::keyed::{Root, error_body};
pub use self::message::{FromMessage, ToMessage};
pub use self::reader::MessageReader;
pub(crate) use self::reader::MessageSource;
pub use self::text::TextValue;
pub use self::uri::Route;
pub(crate) use self::writer::Direction;
pub use self::writer::MessageWriter;
