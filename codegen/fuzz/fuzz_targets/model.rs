//! Any text, read in either notation: the tool never panics, and what it writes is Rust.

#![no_main]

use libfuzzer_sys::fuzz_target;
use smithygen::diagnostics::{Sources, render};
use smithygen::options::Options;

fuzz_target!(|text: &str| {
    let name = if text.trim_start().starts_with('{') { "model.json" } else { "model.smithy" };
    let mut sources = Sources::default();
    sources.add(name.to_owned(), text.to_owned());
    match smithygen::generate(&sources, &Options { shapes: true, ..Options::default() }) {
        Ok(generated) => {
            for (path, text) in generated.files.iter().filter(|(path, _)| path.starts_with("src/shapes")) {
                assert!(syn::parse_file(text).is_ok(), "{path} does not parse");
            }
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            faults.iter().for_each(|fault| drop(render(fault, &sources, false)));
        }
    }
});
