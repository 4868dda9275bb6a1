//! Patterns: what is compiled answers as ECMA-262 does, in linear time, and what cannot be checked is refused.

#[path = "patterns/random.rs"]
mod random;
#[path = "patterns/corpus.rs"]
mod corpus;
#[path = "patterns/leaked.rs"]
mod leaked;
mod support;
