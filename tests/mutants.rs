//! Mutated models in both notations: no mutant makes the tool panic or hang, or write a crate that does not parse.
//!
//! A mutant is a function of its number, which is printed when something goes wrong. `MUTANT=number` runs one alone,
//! `MUTANTS=count` runs so many small ones instead of those of the suite.

#[path = "mutants/found.rs"]
mod found;
#[path = "mutants/hostile.rs"]
mod hostile;
#[path = "mutants/idl.rs"]
mod idl;
#[path = "mutants/json.rs"]
mod json;
#[path = "support/random.rs"]
mod random;
#[path = "mutants/run.rs"]
mod run;
#[path = "mutants/words.rs"]
mod words;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use run::{Kind, Model};

/// Mutants of the suite.
const SMALL: u64 = 2_000;
const LARGE: u64 = 100;

/// The longest that a mutant may take, on a machine that does other things too.
const HANGS_AFTER: Duration = Duration::from_secs(30);

/// A number that somebody asked for.
fn asked(name: &str) -> Option<u64> {
    std::env::var(name).ok().map(|text| text.parse().unwrap_or_else(|_| panic!("{name} must be a number")))
}

fn read(path: &str) -> Model {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path);
    let text = fs::read_to_string(full).unwrap_or_else(|error| panic!("{path}: {error}"));
    Model { is_idl: path.ends_with(".smithy"), text, beside: Vec::new() }
}

/// The models with everything that the tool reads.
fn small() -> Vec<Model> {
    let needs = [
        ("tests/idl/tea/tea.smithy", Some("tests/idl/tea/money.json")),
        ("tests/idl/ast/old.smithy", None),
        ("tests/idl/ast/new.smithy", Some("tests/idl/ast/old.smithy")),
        ("tests/reader/models/everything.json", None),
    ];
    let with = |(path, other): (&str, Option<&str>)| {
        let beside = other.into_iter().map(|other| (other.to_owned(), read(other).text)).collect();
        Model { beside, ..read(path) }
    };
    let mut models: Vec<Model> = needs.into_iter().map(with).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/output");
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the fixtures are there")
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".json") || name.ends_with(".smithy"))
        .collect();
    names.sort();
    models.extend(names.iter().map(|name| read(&format!("tests/output/{name}"))));
    models
}

#[test]
fn small_mutants() {
    let started = Instant::now();
    let models = small();
    let numbers = match asked("MUTANT") {
        Some(number) => number..number + 1,
        None => 0..asked("MUTANTS").unwrap_or(SMALL),
    };
    let tally = run::all(&models, Kind::Small, numbers, HANGS_AFTER);
    println!("{tally}, in {:.1} s", started.elapsed().as_secs_f64());
}

#[test]
fn large_mutants() {
    let started = Instant::now();
    let models = [read("models/cognito-identity-provider.json")];
    let numbers = match asked("MUTANT") {
        Some(number) => number..number + 1,
        None => 0..LARGE,
    };
    let tally = run::all(&models, Kind::Large, numbers, HANGS_AFTER);
    println!("{tally}, in {:.1} s", started.elapsed().as_secs_f64());
}
