//! The reader over shared data: official models, and the files that Smithy's own loader is tested with.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use smithygen::diagnostics::{Diagnostic, Diagnostics, Severity, render};
use smithygen::json::{Data, Value};
use smithygen::load::{self, Input};
use smithygen::resolve::graph::{Member, Model, Service, Shape, ShapeId, ShapeKind};
use smithygen::resolve::resolve;

/// Reads files as one model; the faults are rendered, each after its severity.
fn read(paths: &[PathBuf]) -> (Model, Vec<(Diagnostic, String)>) {
    let mut errors = Diagnostics::default();
    let inputs: Vec<Input> = paths.iter().cloned().map(Input::Path).collect();
    let sources = load::read(&mut errors, &inputs);
    let documents = load::documents(&mut errors, &sources);
    let model = resolve(&mut errors, &documents);
    let faults = errors.sorted();
    let rendered = faults.iter().map(|fault| render(fault, &sources, false)).collect::<Vec<_>>();
    (model, faults.into_iter().zip(rendered).collect())
}

fn errors_in(faults: &[(Diagnostic, String)]) -> Vec<&str> {
    faults
        .iter()
        .filter(|(fault, _)| fault.severity == Severity::Error)
        .map(|(_, text)| text.as_str())
        .collect()
}

/// All files below `folder` with this extension, sorted.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("its entries can be read").path();
        if path.is_dir() {
            paths.extend(files(&path, extension));
        } else if path.extension().is_some_and(|found| found == extension) {
            paths.push(path);
        }
    }
    paths.sort();
    paths
}

#[test]
fn official_models_have_no_fault() {
    let Some(shared) = support::shared() else { return };
    let models: Vec<PathBuf> = files(&shared.join("models"), "json")
        .into_iter()
        .filter(|path| !path.to_string_lossy().contains("service-2"))
        .collect();
    assert_eq!(models.len(), 18);
    for path in models {
        let (model, faults) = read(std::slice::from_ref(&path));
        let texts: Vec<&String> = faults.iter().map(|(_, text)| text).collect();
        assert!(texts.is_empty(), "{}: {texts:#?}", path.display());
        let service = model.services().next().expect("an official model has a service");
        assert!(!model.operations_of(&service.id).is_empty());
    }
}

#[test]
fn test_models_have_no_error() {
    let Some(shared) = support::shared() else { return };
    for path in files(&shared.join("conformance/models"), "json") {
        let (_, faults) = read(std::slice::from_ref(&path));
        assert!(errors_in(&faults).is_empty(), "{}: {:#?}", path.display(), errors_in(&faults));
    }
}

#[test]
fn valid_files_resolve_as_smithy_resolves_them() {
    let Some(shared) = support::shared() else { return };
    let folder = shared.join("conformance/loader");
    let golden = fs::read_to_string(folder.join("valid.golden.json")).expect("the golden file can be read");
    let golden: Json = serde_json::from_str(&golden).expect("the golden file is JSON");
    let cases = golden.as_object().expect("the golden file is an object");
    let mut differences = Vec::new();
    let mut shapes = 0;
    for (name, case) in cases {
        let paths: Vec<PathBuf> = name.split('+').map(|file| folder.join(file)).collect();
        let (model, faults) = read(&paths);
        assert!(errors_in(&faults).is_empty(), "{name}: {:#?}", errors_in(&faults));
        let wanted = case["resolved"]["shapes"].as_object().expect("a case has shapes");
        shapes += wanted.len();
        compare(&mut differences, name, &model, wanted);
        assert_eq!(
            Json::Object(model.metadata.iter().map(|(k, v)| (k.clone(), json(v))).collect()),
            case["resolved"]["metadata"],
            "{name}"
        );
    }
    assert_eq!(differences, Vec::<String>::new());
    assert_eq!((cases.len(), shapes), (38, 270));
}

/// Compares all shapes of a model with what Smithy makes of them; mixins are not in the model, on purpose.
fn compare(differences: &mut Vec<String>, name: &str, model: &Model, wanted: &serde_json::Map<String, Json>) {
    for (id, wanted) in wanted {
        let is_mixin = wanted["traits"].get("smithy.api#mixin").is_some();
        let shape = ShapeId::parse(id).and_then(|id| model.shapes.get(&id));
        match shape {
            Some(shape) if !is_mixin => {
                let found = described(model, shape);
                let wanted = comparable(wanted);
                if found != wanted {
                    differences.push(format!("{name} {id}:\nwanted {wanted}\nfound  {found}"));
                }
            }
            None if is_mixin => {}
            found => differences.push(format!("{name} {id}: mixin {is_mixin}, found {}", found.is_some())),
        }
    }
    let ids: BTreeSet<&str> = wanted.keys().map(String::as_str).collect();
    for id in model.shapes.keys().filter(|id| !id.is_prelude() && !ids.contains(id.as_str())) {
        differences.push(format!("{name} {id}: not in the golden file"));
    }
}

/// The parts of a golden shape that the graph can say, in one form.
fn comparable(golden: &Json) -> Json {
    let mut shape = golden.clone();
    let object = shape.as_object_mut().expect("a shape is an object");
    object.remove("mixins");
    let resource_only = ["identifiers", "properties", "collectionOperations"];
    let lifecycle = ["create", "put", "read", "update", "delete", "list"];
    if object["type"] == "resource" {
        let mut operations: Vec<Json> = lifecycle.iter().filter_map(|key| object.remove(*key)).collect();
        for key in ["operations", "collectionOperations"] {
            operations.extend(object[key].as_array().expect("bound operations are an array").clone());
        }
        object.insert("operations".to_owned(), Json::Array(operations));
        resource_only.iter().for_each(|key| drop(object.remove(*key)));
    }
    if object["type"] == "set" {
        object["type"] = "list".into();
    }
    for member in object.get_mut("members").and_then(Json::as_array_mut).into_iter().flatten() {
        let member = member.as_object_mut().expect("a member is an object");
        let server = member.remove("nullable").map(|modes| modes["SERVER"].clone());
        member.extend(server.map(|server| ("nullable".to_owned(), server)));
    }
    shape
}

/// A shape of the graph in the form of the golden file.
fn described(model: &Model, shape: &Shape) -> Json {
    let nullable = matches!(shape.kind, ShapeKind::Structure(_));
    let members: Vec<Json> = shape.members().map(|member| described_member(nullable, member)).collect();
    let mut parts = bound(model, shape);
    parts.push(("type", shape.kind.type_name().into()));
    parts.push(("traits", traits(&shape.traits.all)));
    if !members.is_empty() {
        parts.push(("members", members.into()));
    }
    let parts = parts.into_iter().map(|(key, value)| (key.to_owned(), value));
    Json::Object(parts.collect())
}

/// What a shape binds, in the form of the golden file.
fn bound(model: &Model, shape: &Shape) -> Vec<(&'static str, Json)> {
    let ids = |ids: &[ShapeId]| Json::from(ids.iter().map(ShapeId::as_str).collect::<Vec<_>>());
    let unit = |id: &Option<ShapeId>| Json::from(id.as_ref().map_or("smithy.api#Unit", ShapeId::as_str));
    let names =
        |shapes: Vec<&Shape>| Json::from(shapes.iter().map(|shape| shape.id.as_str()).collect::<Vec<_>>());
    match &shape.kind {
        ShapeKind::Operation(it) => {
            vec![("input", unit(&it.input)), ("output", unit(&it.output)), ("errors", ids(&it.errors))]
        }
        ShapeKind::Resource(it) => {
            vec![("operations", ids(&it.operations)), ("resources", ids(&it.resources))]
        }
        ShapeKind::Service(it) => vec![
            ("operations", ids(&it.operations)),
            ("resources", ids(&it.resources)),
            ("version", it.version.as_str().into()),
            ("errors", ids(&it.errors)),
            ("rename", renamed(it)),
            ("allOperations", names(model.operations_of(&shape.id))),
        ],
        _ => Vec::new(),
    }
}

fn renamed(service: &Service) -> Json {
    let names = service.rename.iter().map(|(id, name)| (id.as_str().to_owned(), name.as_str().into()));
    Json::Object(names.collect())
}

fn described_member(nullable: bool, member: &Member) -> Json {
    let mut object = serde_json::Map::new();
    object.insert("name".to_owned(), member.name.as_str().into());
    object.insert("target".to_owned(), member.target.as_str().into());
    object.insert("traits".to_owned(), traits(&member.traits.all));
    if nullable {
        let is_nullable = !member.traits.required && member.traits.default.is_none();
        object.insert("nullable".to_owned(), is_nullable.into());
    }
    object.into()
}

fn traits(all: &indexmap::IndexMap<ShapeId, Value>) -> Json {
    Json::Object(all.iter().map(|(id, value)| (id.as_str().to_owned(), json(value))).collect())
}

fn json(value: &Value) -> Json {
    match &value.data {
        Data::Null => Json::Null,
        Data::Bool(flag) => (*flag).into(),
        Data::Number(text) => serde_json::from_str(text).expect("a number is JSON"),
        Data::String(text) => text.as_str().into(),
        Data::Array(elements) => elements.iter().map(json).collect(),
        Data::Object(entries) => {
            Json::Object(entries.iter().map(|entry| (entry.key.clone(), json(&entry.value))).collect())
        }
    }
}

/// The events of Smithy that a code generator has to take as errors.
const OURS: [&str; 9] = [
    "Model",
    "Target",
    "TraitValue",
    "RangeTrait",
    "LengthTrait",
    "EnumTrait",
    "ShapeRecursion",
    "ShapeIdConflict",
    "Service",
];

/// Events that are not reported at their shape, by file, each with the reason.
const NOT_OURS: [(&str, &str, usize); 5] = [
    ("mixins-detects-missing-transitive", "the missing mixin is reported once, not again for each user", 2),
    (
        "auth-trait-must-target-auth-definitions",
        "published models carry no definitions of their auth traits",
        1,
    ),
    ("custom-trait-validation", "values of custom traits mean nothing to the generator", 2),
    ("emit-each-selector-requires-selectors", "validators in metadata mean nothing to the generator", 1),
    ("xml-name", "XML names mean nothing to the generator", 1),
];

/// What a file of events demands, and what of it the reader misses.
#[derive(Default)]
struct Tally {
    due: usize,
    refused: usize,
    events: usize,
    missed: BTreeMap<String, usize>,
}

#[test]
fn broken_files_are_refused_and_others_are_not() {
    let Some(shared) = support::shared() else { return };
    let mut tally = Tally::default();
    for path in files(&shared.join("conformance/loader/errorfiles"), "errors") {
        compare_events(&mut tally, &path);
    }
    let known = NOT_OURS.iter().map(|(file, _, count)| ((*file).to_owned(), *count));
    let missed: usize = tally.missed.values().sum();
    assert_eq!(tally.missed, known.collect());
    assert_eq!((tally.refused, tally.due), (16, 20), "files");
    assert_eq!((tally.events - missed, tally.events), (79, 86), "events");
}

/// Compares the faults of a file with the events that Smithy reports for it.
fn compare_events(tally: &mut Tally, path: &Path) {
    let (_, faults) = read(&[path.with_extension("json")]);
    let texts = errors_in(&faults);
    let text = fs::read_to_string(path).expect("the events can be read");
    let lines = text.lines().filter_map(|line| line.strip_prefix("[ERROR] ")?.rsplit_once(" | "));
    let (ours, others): (Vec<_>, Vec<_>) = lines.partition(|(_, id)| OURS.contains(id));
    let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    if ours.is_empty() && others.is_empty() {
        assert_eq!(texts, Vec::<&str>::new(), "{name} has no error and is refused");
    }
    tally.events += ours.len();
    tally.due += usize::from(!ours.is_empty());
    tally.refused += usize::from(!ours.is_empty() && !texts.is_empty());
    for (message, _) in ours.iter().filter(|(message, _)| !texts.iter().any(|text| says(text, message))) {
        let known = NOT_OURS.iter().any(|(file, ..)| *file == name);
        assert!(known, "{name}: nothing said of {message}: {texts:#?}");
        *tally.missed.entry(name.clone()).or_default() += 1;
    }
}

/// Whether a fault speaks of the shape or member that an event is about.
fn says(fault: &str, event: &str) -> bool {
    let (owner, _) = event.split_once(": ").unwrap_or(("-", ""));
    let (shape, member) = owner.split_once('$').unwrap_or((owner, ""));
    owner == "-"
        || fault.contains(&format!("[{owner}]"))
        || (fault.contains(shape) && fault.contains(&format!("`{owner}`")))
        || (!member.is_empty() && fault.contains(shape) && fault.contains(&format!("`{member}`")))
}
