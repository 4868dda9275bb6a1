//! Values as JMESPath sees them: what conditions work on where Rust's types say too little.
//!
//! Conditions are written out as plain Rust. Where all types are known they need nothing of this; documents,
//! lists of mixed types and comparisons of whole structures go through [`Value`].

mod access;
mod decimal;
mod functions;
mod items;
mod value;

pub use self::decimal::Number;
pub use self::items::{slice, try_filter, try_map};
pub use self::value::{Value, at_least, at_most, greater, less};
