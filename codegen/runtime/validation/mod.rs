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
mod constraint;
mod cursor;
mod date;
#[doc(hidden)]
pub mod jmespath;
mod json;
mod keys;
mod length;
mod matching;
mod missing;
#[doc(hidden)]
pub mod pattern;
mod policy;
mod range;
mod request;
mod spelling;
mod strict;
mod string_format;
mod timestamp;

#[doc(hidden)]
pub use self::check::Checker;
pub use self::check::{MAX_DEPTH, Validate};
#[doc(hidden)]
pub use self::collections::Distinct;
#[doc(hidden)]
pub use self::condition::{MemberRule, is_truthy};
#[doc(hidden)]
pub use self::constraint::{Constrained, Constraint, OWN};
#[doc(hidden)]
pub use self::cursor::Cursor;
pub use self::date::DatePattern;
pub use self::keys::{Case, MissingParameters};
#[doc(hidden)]
pub use self::keys::{
    Key, KeyValue, Keys, Member, Mistake, Presence, RelatedKeys, Requirement, Sent, Table, entries, family,
    keep, listed, object,
};
#[doc(hidden)]
pub use self::missing::Missing;
pub use self::policy::Policy;
#[doc(hidden)]
pub use self::policy::Switch;
#[doc(hidden)]
pub use self::range::Range;
pub use self::request::read_request;
pub use self::strict::from_bytes;
#[doc(hidden)]
pub use self::string_format::{Comparison, StringFormat};
pub use super::report::{Count, Hint, Kind, Path, Report, Rule, Segment, Severity, Violation, Violations};
