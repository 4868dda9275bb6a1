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

use crate::diagnostics::Diagnostics;
use crate::lower::protocols;
use crate::resolve::graph::{Model, Shape};

pub use self::difference::{ChangedPart, ModelChange, Place, RustMark, WireMark};
use self::pair::Pair;

/// That the service of neither model speaks a protocol that is wanted is pushed to `errors`.
pub(crate) fn check_protocol(errors: &mut Diagnostics, models: &[&Model], wanted: Option<&str>) {
    let services: Vec<&Shape> = models.iter().filter_map(|model| model.services().next()).collect();
    if wanted.is_some() && services.iter().all(|service| protocols::spoken(service, wanted).is_none()) {
        services.last().into_iter().for_each(|service| {
            protocols::chosen(errors, service, wanted);
        });
    }
}

/// Every difference between an older and a newer model, in the order of what it is about.
pub(crate) fn differences(old: &Model, new: &Model, protocol: Option<&str>) -> Vec<ModelChange> {
    let pair = Pair::new(old, new, protocol);
    let mut found = Vec::new();
    metadata::metadata(&mut found, &pair);
    shapes::all(&mut found, &pair);
    generated::all(&mut found, &pair);
    let mut known = HashSet::new();
    found.retain(|difference| known.insert(difference.fingerprint()));
    found.sort_by(|a, b| a.order().cmp(&b.order()));
    found
}
