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
    ec2_query: false,
    rest_xml: false,
    header_base64: true,
    md5: true,
    checksums: true,
    virtual_hosts: true,
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

/// The files of a crate with these parts.
fn files_with(parts: RuntimeParts) -> BTreeMap<String, String> {
    let root = Module::written("lib", |_| {}).holding(modules(parts));
    output::files(OutputForm::Crate, "", &root)
}

/// The path in a crate of a file that takes the place of another.
fn emitted(path: &str) -> String {
    let instead = [
        ("src/call/query/", "src/call/"),
        ("src/protocol/xml/", "src/protocol/"),
        ("src/wire/form/", "src/wire/"),
    ];
    let instead = instead.iter().find_map(|(own, place)| Some([*place, path.strip_prefix(own)?].concat()));
    instead.unwrap_or_else(|| path.to_owned())
}

#[test]
fn the_tables_make_the_runtime_that_is_compiled_here() {
    let mut handwritten = BTreeMap::new();
    files(&mut handwritten, &Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime"), "src");
    let own = [
        "src/tests/",
        "src/mod.rs",
        "src/compression.rs",
        "src/decompression.rs",
        "src/random_tokens.rs",
        "src/http_impls.rs",
        "src/serde_impls.rs",
        "src/protocol_facts.rs",
        // Only crates without messages have it.
        "src/protocol/unwritten.rs",
    ];
    handwritten.retain(|path, _| !own.iter().any(|own| path.starts_with(own)));
    let mut written = files_with(EVERYTHING);
    written.remove("src/lib.rs");
    // What crates of other codecs have takes the place of what JSON has, or stands beside it.
    let one = |codec| {
        let rest_xml = codec == Codec::Xml;
        RuntimeParts { codec, request_codec: codec, rest_xml, ..EVERYTHING }
    };
    let query = RuntimeParts { codec: Codec::Xml, request_codec: Codec::Form, ..EVERYTHING };
    let ec2_query = RuntimeParts { ec2_query: true, ..query };
    let own: fn(&str) -> String = str::to_owned;
    let cbor = (one(Codec::Cbor), own);
    for (parts, place) in [cbor, (one(Codec::Xml), own), (query, emitted), (ec2_query, emitted)] {
        let other = files_with(parts);
        for path in handwritten.keys() {
            if let Some(text) = other.get(&place(path)) {
                written.entry(path.clone()).or_insert_with(|| text.clone());
            }
        }
    }
    for (path, text) in &handwritten {
        assert_eq!(written.get(path), Some(text), "{path}: fix emit/runtime/floors.rs, or the file");
    }
    assert_eq!(written.len(), handwritten.len());
}
