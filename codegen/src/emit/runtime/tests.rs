//! The tables against the files that they stand for.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::*;
use crate::emit::output;
use crate::ir::{Codec, OutputForm};

const EVERYTHING: RuntimeParts = RuntimeParts {
    codec: Codec::Json,
    request_codec: Codec::Json,
    blob: true,
    timestamp: true,
    big_numbers: true,
    collections: true,
    patterns: true,
    conditions: true,
    evaluator: true,
    forms: true,
    keys: true,
    aws_json: true,
    regions: true,
    pages: true,
    rpc_v2: true,
    rest_json: true,
    header_base64: true,
};

/// The files below a folder by their paths from `src`.
fn files(found: &mut BTreeMap<String, String>, folder: &Path, path: &str) {
    for entry in fs::read_dir(folder).expect("the folder is there").flatten() {
        let path = format!("{path}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            files(found, &entry.path(), &path);
        } else {
            found.insert(path, fs::read_to_string(entry.path()).expect("a source is text"));
        }
    }
}

#[test]
fn the_tables_make_the_runtime_that_is_compiled_here() {
    let mut handwritten = BTreeMap::new();
    files(&mut handwritten, &Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime"), "src");
    let own = [
        "src/tests/",
        "src/mod.rs",
        "src/compression.rs",
        "src/random_tokens.rs",
        "src/http_impls.rs",
        "src/serde_impls.rs",
        "src/protocol_facts.rs",
        // Only crates without messages have it.
        "src/protocol/unwritten.rs",
    ];
    handwritten.retain(|path, _| !own.iter().any(|own| path.starts_with(own)));
    let files_with = |codec, request_codec| {
        let parts = RuntimeParts { codec, request_codec, ..EVERYTHING };
        let root = Module::written("lib", |_| {}).holding(modules(parts));
        output::files(OutputForm::Crate, "", &root)
    };
    let mut written = files_with(Codec::Json, Codec::Json);
    written.remove("src/lib.rs");
    // What crates of other codecs have takes the place of what JSON has, or stands beside it.
    let query = files_with(Codec::Xml, Codec::Form);
    for path in handwritten.keys().filter(|path| path.contains("/form/") || path.ends_with("/percent.rs")) {
        let emitted = if path.contains("/codec/") { path.clone() } else { path.replacen("/form/", "/", 1) };
        written.extend(query.get(&emitted).map(|text| (path.clone(), text.clone())));
    }
    for codec in [Codec::Cbor, Codec::Xml] {
        for (path, text) in files_with(codec, codec) {
            if handwritten.contains_key(&path) {
                written.entry(path).or_insert(text);
            }
        }
    }
    for (path, text) in &handwritten {
        assert_eq!(written.get(path), Some(text), "{path}: fix emit/runtime/floors.rs, or the file");
    }
    assert_eq!(written.len(), handwritten.len());
}
