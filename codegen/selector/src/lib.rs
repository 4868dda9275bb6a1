//! Parses selectors, which pick shapes of a model, to syntax trees
//! ([Smithy 2.0, selectors](https://smithy.io/2.0/spec/selectors.html)).
//!
//! What a selector matches depends on a model, so evaluation is up to whoever has one. Parsing takes time proportional to
//! the text, and nests no deeper than [`MAX_DEPTH`].
//!
//! ```
//! use smithygen_selector::{Step, parse};
//!
//! let selector = parse("list :test(> member > string)").expect("it is a selector");
//! assert!(matches!(&selector.steps[..], [Step::Type(_), Step::Test(_)]));
//!
//! let error = parse("list > strin").expect_err("there is no such type");
//! assert_eq!(error.to_string(), "there is no shape type `strin` (at 7)");
//! ```

mod attributes;
mod cursor;
mod parser;
mod syntax;
mod template;

pub use parser::{MAX_DEPTH, parse};
pub use syntax::{
    Assertion, Attribute, Comparator, Comparison, Direction, Neighbors, PathSegment, ScopedAttribute,
    ScopedValue, Selector, SelectorError, Step, TypeMatch,
};
pub use template::{TemplatePart, parse_template};
