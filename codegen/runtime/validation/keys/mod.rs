//! Keys that a map needs, by the case that a request is about.

mod answer;
mod check;
mod sent;
mod table;

pub use self::answer::{Keys, entries, keep};
pub use self::sent::{MissingParameters, Sent, listed, object};
pub use self::table::{Case, Key, KeyValue, Member, Mistake, Presence};
pub use self::table::{RelatedKeys, Requirement, Table, family};
