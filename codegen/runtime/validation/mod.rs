//! Checking values before they are sent, and requests before they are served.
//!
//! [`Validate::validate`] reports what the service is known to refuse. [`Validate::check`] gives the whole report,
//! warnings among it, and [`Validate::validate_with`] fails on what a [`Policy`] asks for. Every violation comes with
//! its path, what would be right, the rule behind it and a severity; none holds anything of a value.

mod at;
mod check;
mod collections;
mod condition;
mod date;
mod form;
mod json;
mod keys;
mod kind;
mod length;
mod matching;
mod missing;
mod path;
pub mod pattern;
mod policy;
#[doc(hidden)]
pub mod query;
mod range;
mod refusal;
mod report;
mod rule;
mod spelling;
mod strict;
mod violation;
mod violations;

pub use self::at::At;
pub use self::check::{Checker, MAX_DEPTH, Validate};
pub use self::condition::MemberRule;
pub use self::date::DatePattern;
pub use self::form::Form;
pub use self::keys::{Case, Key, Member, Mistake, Need, Presence};
pub use self::keys::{Related, Table, Value, family, listed};
pub use self::kind::{Kind, Severity};
pub use self::length::{Length, Measure};
pub use self::missing::Missing;
pub use self::path::{Path, Segment};
pub use self::policy::{Policy, Switch};
pub use self::range::{Range, Ranged};
pub use self::report::Report;
pub use self::rule::{Count, Rule};
pub use self::strict::from_bytes;
pub use self::violation::{Hint, Violation};
pub use self::violations::Violations;
