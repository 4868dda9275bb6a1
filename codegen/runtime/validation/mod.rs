//! Checking values before they are sent, and requests before they are served.
//!
//! [`Validate::validate`] reports what the service is known to refuse. [`Validate::check`] gives the whole report,
//! warnings among it, and [`Validate::validate_with`] fails on what a [`Policy`] asks for. Every violation comes with
//! its path, what would be right, the rule behind it and a severity; none holds anything of a value.

mod big;
mod blob;
mod check;
mod collections;
mod condition;
mod cursor;
mod date;
mod json;
mod keys;
mod length;
mod matching;
mod missing;
pub mod pattern;
mod policy;
#[doc(hidden)]
pub mod query;
mod range;
mod spelling;
mod strict;
mod string_format;
mod validation_error_response;

pub use self::check::{Checker, MAX_DEPTH, Validate};
pub use self::condition::MemberRule;
pub use self::cursor::Cursor;
pub use self::date::DatePattern;
pub use self::keys::{Case, Key, KeyValue, Member, Mistake, Presence};
pub use self::keys::{RelatedKeys, Requirement, Table, family, listed};
pub use self::length::{Length, Measure};
pub use self::missing::Missing;
pub use self::policy::{Policy, Switch};
pub use self::range::{Range, Ranged};
pub use self::strict::from_bytes;
pub use self::string_format::StringFormat;
pub use super::report::{Count, Hint, Kind, Path, Report, Rule, Segment, Severity, Violation, Violations};
