//! Values as they stand in forms, those of each module of types in a file.

mod big;
mod blob;
mod document;
mod std_types;
mod timestamp;
mod unit;
