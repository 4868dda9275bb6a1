//! Smithy's published cases of protocols, run against the crates that the tool makes of their models.
//!
//! A case says what a request or response looks like and which value it carries. The value is written as Rust source
//! by what the model says, apart from the readers under test, so that each case is run in both directions: a
//! value is written and the message compared, a message is read and the value compared.

#[path = "protocols/cases.rs"]
mod cases;
#[path = "protocols/cbor.rs"]
mod cbor;
#[path = "protocols/json.rs"]
mod json;
#[path = "protocols/known.rs"]
mod known;
#[path = "protocols/malformed.rs"]
mod malformed;
#[path = "protocols/model.rs"]
mod model;
#[path = "protocols/program.rs"]
mod program;
#[path = "support/scratch.rs"]
mod scratch;
#[path = "protocols/source.rs"]
mod source;
#[path = "protocols/suites.rs"]
mod suites;
mod support;
#[path = "protocols/values.rs"]
mod values;
#[path = "protocols/verdict.rs"]
mod verdict;
#[path = "protocols/xml.rs"]
mod xml;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use smithygen::diagnostics::{self, Sources};
use smithygen::options::Options;

use self::cases::Case;
use self::known::KNOWN;
use self::model::Model;
use self::source::Source;
use self::suites::{OWN, OWN_REST, OWN_XML, Suite};
use self::values::Service;
use self::verdict::Line;

/// What a case is known by: its id and its direction.
type Key = (String, String);

/// Each direction of a case with why it fails, if it does.
type Judged = BTreeMap<Key, Option<String>>;

#[test]
fn our_cases() {
    let suites = [
        (&OWN, include_str!("protocols/own.json").to_owned(), Vec::new()),
        (&OWN_REST, include_str!("protocols/own_rest.json").to_owned(), Vec::new()),
        (&OWN_XML, include_str!("protocols/own_xml.json").to_owned(), Vec::new()),
    ];
    let judged: Judged = judge("protocols-own", &suites).into_values().flatten().collect();
    let wrong = |((id, direction), failure): (&Key, &Option<String>)| {
        let is_right = failure.is_some() == id.starts_with("Wrong");
        (!is_right).then(|| format!("{id}, {direction}: {failure:?}"))
    };
    let wrong: Vec<String> = judged.iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(judged.len(), 118, "directions of cases");
}

#[shared_data::test]
fn published_cases() {
    let conformance = support::shared().join("conformance");
    let read = |path: String| {
        fs::read_to_string(conformance.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let selected = suites::selected();
    let suites = selected.iter().map(|suite| {
        let vectors = suite.vectors.iter().map(|name| parse(&read(format!("vectors/{name}"))));
        (suite, read(suite.path()), vectors.collect())
    });
    let judged = judge("protocols", &suites.collect::<Vec<_>>());
    assert!(judged.iter().all(|(_, cases)| !cases.is_empty()), "there are cases");
    print_counts(&judged);
    settle(&judged.into_values().flatten().collect());
}

/// Prints how many cases pass, which are the figures in the README.
fn print_counts(judged: &BTreeMap<&str, Judged>) {
    for (protocol, cases) in judged {
        let passed = cases.values().filter(|failure| failure.is_none()).count();
        println!("{protocol}: {passed} of {} directions of cases pass", cases.len());
    }
}

fn parse(text: &str) -> Value {
    json::parse(text).expect("models and vectors are JSON")
}

/// Runs the cases of models and vectors, by their protocols.
fn judge(workspace: &str, suites: &[(&Suite, String, Vec<Value>)]) -> BTreeMap<&'static str, Judged> {
    let folder = scratch::workspace(workspace);
    let written: Vec<(&Suite, Vec<Case>)> = suites
        .iter()
        .map(|(suite, model, vectors)| (*suite, write(&folder, suite, model, vectors)))
        .collect();
    let members =
        written.iter().flat_map(|(suite, _)| [suite.name.to_owned(), format!("{}-cases", suite.name)]);
    scratch::put_workspace(&folder, &members.collect::<Vec<_>>());
    scratch::cargo(&folder, &["build", "--quiet", "--workspace"]);
    let mut judged: BTreeMap<&str, Judged> = BTreeMap::new();
    for (suite, cases) in written {
        judged.entry(suite.protocol).or_default().extend(run(&folder, suite, &cases));
    }
    judged
}

/// Writes the crate of a suite and the program of its cases, which it gives.
fn write(folder: &Path, suite: &Suite, model: &str, vectors: &[Value]) -> Vec<Case> {
    let files = generate(suite.name, model);
    // Requests are compressed where the crate can do so.
    let compresses = files["Cargo.toml"].contains("compression = [");
    let features = if compresses { vec!["compression"] } else { Vec::new() };
    let service = Service { model: Model::new(&parse(model)), source: Source::new(&files), features };
    let cases = cases::cases(&service.model, suite, vectors);
    let program = program::files(suite, &service, &cases);
    scratch::put_crate(&folder.join(suite.name), &files);
    scratch::put_crate(&folder.join(format!("{}-cases", suite.name)), &program);
    cases
}

/// The files of the crate that a model gives.
fn generate(name: &str, text: &str) -> BTreeMap<String, String> {
    let mut sources = Sources::default();
    sources.add(format!("{name}.json"), text.to_owned());
    let options = Options { crate_name: Some(name.to_ascii_lowercase()), ..Options::default() };
    let generated = smithygen::generate(&sources, &options).unwrap_or_else(|faults| {
        let faults = faults.iter().map(|fault| diagnostics::render(fault, &sources, false));
        panic!("{}", faults.collect::<Vec<_>>().join("\n\n"))
    });
    generated.files
}

/// Runs the program of a suite.
fn run(folder: &Path, suite: &Suite, cases: &[Case]) -> Vec<(Key, Option<String>)> {
    let program = folder.join("target/debug").join(format!("{}-cases", suite.name));
    let output = Command::new(program).output().expect("the program can be run");
    let text = scratch::stdout(&[suite.name], &output);
    let due: Vec<(&Case, String)> = cases
        .iter()
        .flat_map(|case| case.directions().into_iter().map(move |direction| (case, format!("{direction:?}"))))
        .collect();
    assert_eq!(text.lines().count(), due.len(), "{}: a line for each case", suite.name);
    let judged = text.lines().map(Line::parse).zip(due).map(|(line, (case, direction))| {
        assert_eq!((line.id, line.direction), (case.id.as_str(), direction.as_str()));
        ((case.id.clone(), direction), line.failure(case))
    });
    judged.collect()
}

/// Fails where a case fails that is not listed, or passes though it is listed.
fn settle(judged: &Judged) {
    let known: BTreeSet<Key> =
        KNOWN.iter().map(|(id, direction, _)| ((*id).to_owned(), format!("{direction:?}"))).collect();
    let (mut news, mut fixed) = (Vec::new(), Vec::new());
    for (key @ (id, direction), failure) in judged {
        match (failure, known.contains(key)) {
            (Some(failure), false) => news.push(format!("{id}, {direction}: {failure}")),
            (None, true) => fixed.push(key),
            (Some(_), true) | (None, false) => {}
        }
    }
    assert!(news.is_empty(), "{} fail and are not listed:\n{}", news.len(), news.join("\n"));
    assert!(fixed.is_empty(), "listed, and they pass: {fixed:#?}");
}
