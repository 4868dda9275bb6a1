//! The floors of the runtime: each imports from those below it alone.

use std::collections::BTreeSet;

use crate::exceptions::RUNTIME_IMPORTS;
use crate::paths::named;
use crate::rooms::{Finding, Room, findings, module, room, settle};
use crate::source::{Source, sources};

/// The folders of the runtime, from the lowest floor up. What generated crates carry is on the floors alone.
const RUNTIME: &[Room] = &[
    room("mod", &[], &[]),
    room("smithy", &[], &[]),
    room("report", &["smithy"], &[]),
    room("codec", &["smithy", "report"], &[]),
    room("wire", &["smithy", "report", "codec"], &[]),
    room("protocol", &["smithy", "report", "codec", "wire"], &[]),
    // What generated code says of the service in the form that the protocol asks for.
    room("protocol_facts", &["protocol"], &[]),
    room("call", &["smithy", "report", "codec", "wire", "protocol", "protocol_facts"], &[]),
    room("validation", &["smithy", "report", "codec", "wire", "protocol", "call"], &[]),
    room("compression", &["wire", "call"], &["flate2"]),
    room("decompression", &["codec", "wire"], &["flate2"]),
    room("random_tokens", &["call"], &["getrandom"]),
    room("http_impls", &["wire"], &["http"]),
    room("serde_impls", &["smithy", "report", "codec", "wire", "validation"], &["serde"]),
    // The runtime's own tests call it as the tool does.
    room("tests", &["runtime"], &["flate2", "serde", "serde_json"]),
];

/// The modules of generated crates that show what stands on other floors.
const FACES: [&str; 2] = ["wire", "validation"];

#[test]
fn floors_of_the_runtime_import_what_the_table_says() {
    let found = findings("codegen/runtime", RUNTIME);
    settle(
        &found,
        RUNTIME_IMPORTS,
        "a floor of the runtime names what tests/layers/runtime.rs does not give it",
    );
}

#[test]
fn the_floors_are_in_order() {
    for (index, floor) in RUNTIME.iter().enumerate().filter(|(_, floor)| floor.name != "tests") {
        let below: Vec<&str> = RUNTIME[..index].iter().map(|floor| floor.name).collect();
        assert!(
            floor.rooms.iter().all(|name| below.contains(name)),
            "{} is not above all that it imports",
            floor.name
        );
    }
}

/// What a module shows of other floors, by the name that it has there.
fn shown(face: &str) -> BTreeSet<String> {
    let path = format!("codegen/runtime/{face}/mod.rs");
    let source = sources(&format!("codegen/runtime/{face}")).into_iter().find(|source| source.path == path);
    let source = source.expect("each face is a folder with a module");
    let paths = named(&[face], &source.text).own;
    let foreign = paths.into_iter().filter(|path| path.first().is_some_and(|floor| floor != face));
    foreign.filter_map(|mut path| path.pop()).collect()
}

/// Otherwise an import from below could lead above all the same.
#[test]
fn floors_import_from_where_a_thing_stands() {
    let mut found: BTreeSet<Finding> = BTreeSet::new();
    for face in FACES {
        let shown = shown(face);
        for Source { path, text } in sources("codegen/runtime") {
            let module = module("codegen/runtime", &path);
            let floors =
                module.first().is_some_and(|floor| !["tests", "serde_impls", "http_impls"].contains(floor));
            let through =
                |named: &Vec<String>| named.len() > 1 && named[0] == face && shown.contains(&named[1]);
            let paths = named(&module, &text).own.into_iter().filter(|named| floors && through(named));
            found.extend(paths.map(|named| (path.clone(), named.join("::"))));
        }
    }
    settle(&found, &[], "a floor imports what a module only shows: import it from its own floor");
}
