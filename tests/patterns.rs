//! Patterns: what is compiled answers as ECMA-262 does, in linear time, and what cannot be checked is refused.

#[path = "patterns/cases.rs"]
mod cases;
#[path = "patterns/corpus.rs"]
mod corpus;
#[path = "patterns/cover.rs"]
mod cover;
#[path = "patterns/emitted.rs"]
mod emitted;
#[path = "patterns/forms.rs"]
mod forms;
#[path = "patterns/leaked.rs"]
mod leaked;
#[path = "patterns/lenient.rs"]
mod lenient;
#[path = "patterns/models.rs"]
mod models;
#[path = "support/random.rs"]
mod numbers;
#[path = "patterns/random.rs"]
mod random;
#[path = "patterns/refused.rs"]
mod refused;
mod support;
#[path = "patterns/translated.rs"]
mod translated;
