//! Validation, as servers and clients use it: constraint traits, their messages and their paths.

#[path = "support/scratch.rs"]
mod scratch;
mod support;

#[path = "validation/constraints.rs"]
mod constraints;
#[path = "validation/vectors.rs"]
mod vectors;

use std::collections::BTreeMap;

use codegen::fault::{self, Sources};
use codegen::options::Options;

/// The files of the crate that a model gives.
fn files(model: &str, options: &Options) -> BTreeMap<String, String> {
    let mut sources = Sources::default();
    sources.add("model.json".to_owned(), model.to_owned());
    match codegen::generate(&sources, options) {
        Ok(generated) => generated.files,
        Err(faults) => {
            let faults: Vec<String> =
                faults.iter().map(|fault| fault::render(fault, &sources, false)).collect();
            panic!("{}", faults.join("\n\n"))
        }
    }
}
