//! The syntax of what travels, without a word on what it means.

pub mod json;
