//! What differs between two models of a service: each difference with what it does to others on the wire and to code
//! that uses the generated crate.

pub mod accepted;
mod constraints;
mod difference;
mod entities;
mod enums;
mod fit;
mod generated;
mod members;
mod metadata;
mod pair;
mod presence;
mod shapes;
mod traits;
mod usage;

use std::collections::HashSet;

use crate::resolve::graph::Model;

pub use self::difference::{ChangedPart, ModelChange, Place, RustMark, WireMark};
use self::pair::Pair;

/// Every difference between an older and a newer model, in the order of what it is about.
pub(crate) fn differences(old: &Model, new: &Model) -> Vec<ModelChange> {
    let pair = Pair::new(old, new);
    let mut found = Vec::new();
    metadata::metadata(&mut found, &pair);
    shapes::all(&mut found, &pair);
    generated::all(&mut found, &pair);
    let mut known = HashSet::new();
    found.retain(|difference| known.insert(difference.fingerprint()));
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    found
}
