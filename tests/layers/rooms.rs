//! Who may import whom: the rooms of the tool, the floors of the runtime, and the crates that each may name.

use std::collections::BTreeSet;

use crate::exceptions::{IMPORTS, TRAIT_IDS};
use crate::paths::{Named, named};
use crate::source::{Source, root, sources, tokens};

/// A module at the root of a crate, or the root itself.
pub(crate) struct Room {
    /// Its name.
    pub(crate) name: &'static str,
    /// The rooms that it may name, beside itself.
    pub(crate) rooms: &'static [&'static str],
    /// The dependencies that it may name.
    pub(crate) crates: &'static [&'static str],
}

/// A room of the table.
pub(crate) const fn room(
    name: &'static str,
    rooms: &'static [&'static str],
    crates: &'static [&'static str],
) -> Room {
    Room { name, rooms, crates }
}

/// The library, and the binary that calls its command line.
const TOOL: &[Room] = &[
    // Values that everybody may use.
    room("runtime", &[], &["flate2", "serde"]),
    room("diagnostics", &[], &["annotate_snippets", "strsim"]),
    room("json", &["diagnostics", "runtime"], &[]),
    room("names", &[], &["heck", "proc_macro2", "quote"]),
    room("options", &["diagnostics"], &[]),
    room("parallel", &[], &[]),
    // The pipeline.
    room("load", &["diagnostics", "json", "runtime"], &["flate2", "idl"]),
    room("resolve", &["diagnostics", "json", "load"], &["indexmap", "pattern", "selector"]),
    room("rules", &["diagnostics", "ir", "json", "resolve"], &["indexmap"]),
    // The syntax tree of a condition is plain data, and stays as the library has it.
    room("ir", &["names"], &["jmespath"]),
    room(
        "conditions",
        &["diagnostics", "ir", "json", "names", "resolve", "rules", "runtime"],
        &["bumpalo", "indexmap", "jmespath"],
    ),
    room(
        "lower",
        &[
            "conditions",
            "diagnostics",
            "ir",
            "json",
            "names",
            "options",
            "parallel",
            "resolve",
            "rules",
            "runtime",
        ],
        &["indexmap", "markup", "pattern", "serde_json", "wildmatch"],
    ),
    room("emit", &["ir", "names", "parallel"], &["jmespath", "prettyplease", "proc_macro2", "quote", "syn"]),
    // The marker of generated files is the emitter's.
    room("disk", &["emit"], &["similar"]),
    // Beside the pipeline.
    room("import", &["diagnostics", "json", "names"], &["flate2", "pattern", "serde_json"]),
    room(
        "report",
        &["diagnostics", "json", "lower", "names", "options", "resolve", "rules"],
        &["indexmap", "markup"],
    ),
    // The entries.
    room(
        "lib",
        &["diagnostics", "emit", "json", "lower", "options", "parallel", "report", "resolve", "rules"],
        &[],
    ),
    room("build", &["diagnostics", "disk", "load", "options"], &[]),
    room("main", &["cli"], &["smithygen"]),
    room(
        "cli",
        &["diagnostics", "disk", "import", "json", "load", "options", "report"],
        &["anstream", "anstyle", "clap", "serde_json", "similar"],
    ),
];

/// Functions at the root of the library.
const ENTRIES: [&str; 6] = ["ast", "coverage", "diff", "generate", "lint", "validate"];

/// A place that breaks a rule: the file, and what it names.
pub(crate) type Finding = (String, String);

/// The names of the modules that lead to a file of a folder.
pub(crate) fn module<'p>(folder: &str, path: &'p str) -> Vec<&'p str> {
    let inside = path.strip_prefix(folder).and_then(|path| path.strip_prefix('/')).unwrap_or(path);
    let mut names: Vec<&str> = inside.trim_end_matches(".rs").split('/').collect();
    let at_root = names.len() == 1;
    names.pop_if(|name| *name == "mod" || (at_root && ["lib", "main"].contains(name)));
    names
}

/// What the files of a folder name and their rooms may not.
pub(crate) fn findings(folder: &str, rooms: &[Room]) -> BTreeSet<Finding> {
    let mut found = BTreeSet::new();
    let dependencies = dependencies();
    for Source { path, text } in sources(folder) {
        let module = module(folder, &path);
        let file = path.rsplit('/').next().unwrap_or_default();
        let own = module.first().copied().unwrap_or(file.trim_end_matches(".rs"));
        let Some(room) = rooms.iter().find(|room| room.name == own) else {
            found.insert((path.clone(), format!("{own}, which is no room of the table")));
            continue;
        };
        let Named { own: inner, other } = named(&module, &text);
        let of_library = other.iter().filter_map(|path| path.strip_prefix(&["smithygen".to_owned()]));
        let named_rooms = inner.iter().map(Vec::as_slice).chain(of_library).filter_map(room_of_path);
        // The root of a crate names its own items in the same way as its rooms.
        let is_root = ["lib", "main"].contains(&own);
        let is_room = |name: &String| !is_root || rooms.iter().any(|room| room.name == name);
        let crates = other.iter().filter_map(|path| path.first()).filter(|name| dependencies.contains(*name));
        let rooms =
            named_rooms.filter(|name| is_room(name) && *name != own && !room.rooms.contains(&name.as_str()));
        let refused = rooms.chain(crates.filter(|name| !room.crates.contains(&name.as_str())));
        found.extend(refused.map(|name| (path.clone(), name.clone())));
    }
    found
}

/// The room that a path inside the library leads to, unless it is an entry of the root.
fn room_of_path(path: &[String]) -> Option<&String> {
    let name = path.first()?;
    (path.len() > 1 || !ENTRIES.contains(&name.as_str())).then_some(name)
}

/// The dependencies of the tool, as code names them.
fn dependencies() -> BTreeSet<String> {
    let manifest = std::fs::read_to_string(root().join("codegen/Cargo.toml")).expect("the manifest is there");
    let mut section = "";
    let mut names = BTreeSet::new();
    for line in manifest.lines() {
        section = line.strip_prefix('[').unwrap_or(section);
        if let Some((name, _)) = line.split_once(" = ").filter(|_| section.starts_with("dependencies")) {
            names.insert(name.replace('-', "_"));
        }
    }
    names
}

/// Fails where there is a finding and no exception, or an exception for nothing.
pub(crate) fn settle(found: &BTreeSet<Finding>, exceptions: &[(&str, &str, &str)], rule: &str) {
    let covers = |(start, name, _): &(&str, &str, &str), (path, found): &Finding| {
        path.starts_with(start) && name == found
    };
    let broken = found.iter().filter(|finding| !exceptions.iter().any(|known| covers(known, finding)));
    let broken: String = broken.map(|(path, name)| format!("\n    {path}: {name}")).collect();
    let unneeded = exceptions.iter().filter(|known| !found.iter().any(|finding| covers(known, finding)));
    let unneeded: String = unneeded.map(|(path, name, _)| format!("\n    {path}: {name}")).collect();
    assert!(broken.is_empty() && unneeded.is_empty(), "{rule}:{broken}\n{UNNEEDED}:{unneeded}");
}

const UNNEEDED: &str = "no longer needed, to be taken out of tests/layers/exceptions.rs";

#[test]
fn rooms_import_what_the_table_says() {
    let found = findings("codegen/src", TOOL);
    settle(&found, IMPORTS, "a room names what the table in tests/layers/rooms.rs does not give it");
}

#[test]
fn every_room_of_the_table_exists() {
    let source = root().join("codegen/src");
    let exists = |name: &str| {
        name == "runtime" || source.join(name).is_dir() || source.join(format!("{name}.rs")).is_file()
    };
    let gone: Vec<&str> = TOOL.iter().map(|room| room.name).filter(|name| !exists(name)).collect();
    assert!(gone.is_empty(), "{gone:?}");
}

#[test]
fn only_resolve_knows_traits_by_their_ids() {
    let id = regex::Regex::new(r"\b(smithy|aws)(\.[a-z][A-Za-z0-9]*)+#").expect("it is right");
    let mut found = BTreeSet::new();
    for Source { path, text } in sources("codegen/src") {
        let strings = tokens(&text).into_iter().filter(|token| token.is_string() && id.is_match(token.text));
        found.extend(
            strings
                .map(|token| (path.clone(), id.find(token.text).expect("it was found").as_str().to_owned())),
        );
    }
    let allowed = |(path, _): &Finding| {
        path.starts_with("codegen/src/resolve/") || path.starts_with("codegen/src/import/")
    };
    found.retain(|finding| !allowed(finding));
    settle(&found, TRAIT_IDS, "only `resolve`, and `import`, which writes documents, know the ids of traits");
}
