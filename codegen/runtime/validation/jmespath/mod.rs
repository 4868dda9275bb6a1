//! JMESPath over values: the conditions that are not plain Rust
//! ([specification](https://jmespath.org/specification.html)).
//!
//! An [`Expression`] is a tree of constants. It is evaluated over a [`Value`], which [`ToValue`] makes of what the
//! condition is about.

mod arguments;
mod big;
mod blob;
mod convert;
mod evaluate;
mod expression;
pub mod functions;
mod number;
mod project;
mod timestamp;
mod value;
mod walk;

pub use self::convert::ToValue;
pub use self::evaluate::evaluate;
pub use self::expression::{Comparison, Expression, Literal, Selection, holds};
pub use self::number::Number;
pub use self::value::Value;
