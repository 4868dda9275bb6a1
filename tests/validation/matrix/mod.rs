//! Every constraint that `coverage` calls enforced is broken once, through a generated crate, and is seen at its path:
//! on a model that has each trait on each place, and on models of AWS.

mod breaks;
mod model;
mod places;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;
use smithygen::diagnostics::Sources;
use smithygen::options::Options;
use smithygen::report::coverage::{Coverage, CoverageEntry, Enforcement};

use self::places::{Broken, Places};
use super::scratch::workspace;
use super::{files, put_harness, run};

/// What the harness reads: a type, how it is looked at and a body. It prints each path with the id of what is wrong.
const MAIN: &str = r#"//! Prints what is wrong with each body: paths and ids.

use std::io::BufRead;

use checked::validation::{Policy, Validate, Violation};
use checked::wire::{FromWire, Mode, ReadError, from_json};

fn shown<'v>(violations: impl Iterator<Item = &'v Violation>) -> String {
    let shown = violations.map(|violation| format!("{} {}", violation.path(), violation.rule_id()));
    shown.collect::<Vec<_>>().join("\t")
}

fn look<T: FromWire + Validate>(how: &str, body: &str) -> String {
    let mode = if how == "read" { Mode::Strict } else { Mode::Lenient };
    match from_json::<T>(body, mode) {
        Ok(value) => shown(value.check(&Policy::new().strict()).iter()),
        Err(ReadError::Violations(violations)) => shown(violations.iter()),
        Err(error) => error.to_string().replace('\n', " "),
    }
}

fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("standard input is text");
        let parts: Vec<&str> = line.splitn(3, '\t').collect();
        let (name, how, body) = (parts[0], parts[1], parts[2]);
        println!("{}", match name {
ARMS
            _ => panic!("{name}"),
        });
    }
}
"#;

/// The arms of the harness: each reads one type.
fn arms(files: &BTreeMap<String, String>, roots: &[String]) -> String {
    let letters = |name: &str| name.replace('_', "").to_lowercase();
    let lines = files.values().flat_map(|text| text.lines());
    let types = lines.filter_map(|line| line.strip_prefix("pub struct ")?.split([' ', ';', '<']).next());
    let types: BTreeMap<String, &str> = types.map(|name| (letters(name), name)).collect();
    let arm = |root: &String| {
        let name = types[&letters(places::local_name(root))];
        format!("            \"{root}\" => look::<checked::{name}>(how, body),\n")
    };
    roots.iter().map(arm).collect()
}

/// Whether a constraint is one that values can break and that a crate looks for.
fn is_enforced(entry: &CoverageEntry) -> bool {
    let is_rule = entry.constraint.starts_with("rule ");
    let enforced = [Enforcement::Construction, Enforcement::Reading, Enforcement::Strict];
    !is_rule && enforced.contains(&entry.enforcement)
}

/// Breaks what `coverage` calls enforced, once each; how many constraints that were.
fn break_all(name: &str, text: &str, shapes: bool) -> usize {
    let options = Options { crate_name: Some("checked".to_owned()), shapes, ..Options::default() };
    let files = files(&[text], &options);
    let model: Value = serde_json::from_str(text).expect("a model is JSON");
    let places = Places::new(&model, shapes);
    let folder = workspace(&format!("matrix-{name}"));
    put_harness(&folder, "checked", &files, &MAIN.replace("ARMS", &arms(&files, &places.roots)));
    let coverage = coverage(text, &options);
    let enforced = coverage.entries.iter().filter(|entry| is_enforced(entry));
    let broken: Vec<(&CoverageEntry, Option<Broken>)> =
        enforced.map(|entry| (entry, places.broken(entry))).collect();
    let input =
        broken.iter().filter_map(|(_, broken)| broken.as_ref()).fold(String::new(), |mut input, broken| {
            let _ = writeln!(input, "{}\t{}\t{}", broken.root, broken.how, broken.body);
            input
        });
    let output = run(&folder, &input);
    let mut lines = output.lines();
    let seen = broken.iter().map(|(entry, broken)| match broken {
        // A shape in whose place each member has its own is checked by a function, where all shapes are asked for.
        None if shapes && !entry.owner.contains('$') => Ok(()),
        None if breaks::takes_too_long(&entry.constraint) => Ok(()),
        None => Err(format!("{entry:?}: nothing breaks it")),
        Some(broken) => {
            broken.judge(lines.next().unwrap_or_default()).map_err(|line| format!("{entry:?}: {line}"))
        }
    });
    let wrong: Vec<String> = seen.filter_map(Result::err).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), broken.len(), wrong.join("\n"));
    broken.len()
}

fn coverage(text: &str, options: &Options) -> Coverage {
    let mut sources = Sources::default();
    sources.add("model.json".to_owned(), text.to_owned());
    smithygen::coverage(&sources, options).unwrap_or_else(|faults| panic!("{faults:?}"))
}

#[test]
fn every_trait_on_every_place() {
    let model = model::model();
    assert_eq!(break_all("own", &model.to_string(), false), 326);
}

/// With all shapes asked for, errors and outputs are checked as well.
#[test]
fn every_trait_on_every_place_of_all_shapes() {
    let model = model::model();
    assert_eq!(break_all("shapes", &model.to_string(), true), 428);
}

/// The models of each run; `COMPILE_ALL_MODELS` asks for all.
const IN_EACH_RUN: &[&str] =
    &["sqs-2012-11-05.json", "cognito-identity-2014-06-30.json", "kms-2014-11-01.json"];

#[shared_data::test]
fn models_of_aws() {
    let all = std::env::var_os("COMPILE_ALL_MODELS").is_some();
    for entry in std::fs::read_dir(super::support::shared().join("models")).expect("the models are there") {
        let path = entry.expect("the folder can be read").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_model = name.ends_with(".json") && name != "partitions.json";
        if is_model && (all || IN_EACH_RUN.contains(&name.as_str())) {
            let text = std::fs::read_to_string(&path).expect("a model can be read");
            let count = break_all(name.trim_end_matches(".json"), &text, false);
            println!("{name}: {count}");
        }
    }
}
