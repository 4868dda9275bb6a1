//! Keys that a map needs, by the case that a request is about.

mod answer;
mod check;
mod table;

pub use self::answer::{Keys, entries};
pub use self::table::{Case, Key, KeyValue, Member, Mistake, Presence};
pub use self::table::{RelatedKeys, Requirement, Table, family, listed};
