//! What is wrong with a value, and where: violations and how they read.

mod append;
mod dotted;
mod findings;
mod kind;
mod path;
mod rule;
mod severity;
mod violation;
mod violations;

pub use self::findings::Report;
pub use self::kind::Kind;
pub use self::path::{Path, Segment};
pub use self::rule::{Count, Rule};
pub use self::severity::Severity;
pub use self::violation::{Hint, Violation};
pub use self::violations::Violations;
