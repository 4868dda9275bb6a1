//! A secret in every place that may hold one shows nowhere: not in `Debug`, not in what a check reports, not in what
//! reading says is wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Map, Value, json};
use smithygen::options::Options;

use super::scratch::workspace;
use super::{files, put_harness, run};

const CANARY: &str = "canary-7c1f";

/// What the harness reads: a type and a body, a line each. What it prints is all that could show something.
const MAIN: &str = r#"//! Shows all that reading and checking say of each body.

use std::fmt::Debug;
use std::io::BufRead;

use checked::validation::{self, Policy, Validate};
use checked::wire::{self, FromWire, Mode, ServiceError};

fn input<T: FromWire + Validate + Debug>(body: &str) -> String {
    let strict = Policy::new().strict()DECLARED;
    let mut shown = match wire::from_json::<T>(body, Mode::Lenient) {
        Ok(value) => {
            let report = value.check(&strict);
            let failed = value.validate_with(&strict.clone().deny_warnings()).err();
            let failed = failed.map(|violations| {
                let texts = [violations.validation_exception(), REFUSALwire::to_json(&violations)];
                format!("{violations} {violations:?} {texts:?} {}", violations.summary())
            });
            format!("{value:?} {value:#?} {report} {report:?} {} {failed:?}", wire::to_json(&report))
        }
        Err(error) => format!("{error} {error:?}"),
    };
    for result in [wire::from_json::<T>(body, Mode::Strict).err(), validation::from_bytes::<T>(body.as_bytes(), &strict).err()] {
        shown += &result.map(|error| format!("{error} {error:?} {error:#?}")).unwrap_or_default();
    }
    shown
}

fn output<T: FromWire + Debug>(body: &str) -> String {
    match wire::from_json::<T>(body, Mode::Lenient) {
        Ok(value) => format!("{value:?} {value:#?}"),
        Err(error) => format!("{error} {error:?}"),
    }
}

fn error<T: FromWire + Debug + ServiceError>(body: &str) -> String {
    match wire::from_json::<T>(body, Mode::Lenient) {
        Ok(value) => format!("{value:?} {value:#?} {value} {:?} {:?}", value.message(), value.facts()),
        Err(error) => format!("{error} {error:?}"),
    }
}

fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("standard input is text");
        let (name, body) = line.split_once('\t').expect("a type and a body");
        let shown = match name {
ARMS
            _ => panic!("{name}"),
        };
        println!("{}", shown.replace('\n', " "));
    }
}
"#;

/// The same for what holds numbers.
const CANARY_NUMBER: i32 = 770_033_110;

/// What goes into the places that may hold secrets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Variant {
    /// A value of the right kind.
    Right,
    /// The same, but longer than any bound.
    Long,
    /// A value of a wrong kind that holds the secret.
    Wrong,
    /// Nothing, under keys that are secrets.
    Null,
}

const VARIANTS: [Variant; 4] = [Variant::Right, Variant::Long, Variant::Wrong, Variant::Null];

/// Makes bodies from a model.
struct Bodies<'m> {
    shapes: &'m Map<String, Value>,
    variant: Variant,
    /// Which member of each union is taken.
    turn: usize,
}

fn has(traits: &Value, name: &str) -> bool {
    traits.get(format!("smithy.api#{name}")).is_some()
}

impl Bodies<'_> {
    fn secret(&self) -> Value {
        match self.variant {
            Variant::Right => json!(CANARY),
            Variant::Long => json!(CANARY.repeat(20_000)),
            Variant::Wrong => json!([{ CANARY: CANARY }]),
            Variant::Null => Value::Null,
        }
    }

    /// A value of a shape; `secret` says whether something around it is sensitive.
    fn value(&self, target: &str, secret: bool, depth: usize) -> Value {
        let Some(shape) = self.shapes.get(target) else { return self.simple(target, secret) };
        let secret = secret || has(&shape["traits"], "sensitive");
        let inner = |member: &Value| {
            let target = member["target"].as_str().expect("a member has a target");
            self.value(target, secret || has(&member["traits"], "sensitive"), depth + 1)
        };
        match shape["type"].as_str().expect("a shape has a type") {
            _ if depth > 8 => Value::Null,
            "structure" => {
                let members = shape["members"].as_object().into_iter().flatten();
                Value::Object(members.map(|(name, member)| (name.clone(), inner(member))).collect())
            }
            "list" => json!([inner(&shape["member"]), inner(&shape["member"])]),
            "map" => {
                let key_shape = self.shapes.get(shape["key"]["target"].as_str().unwrap_or_default());
                let secret_key = key_shape.is_some_and(|shape| has(&shape["traits"], "sensitive"));
                let key = if secret || secret_key { CANARY } else { "key" };
                json!({ key: inner(&shape["value"]) })
            }
            "union" => {
                let members: Vec<_> = shape["members"].as_object().into_iter().flatten().collect();
                let (name, member) = members[self.turn % members.len()];
                json!({ name: inner(member) })
            }
            kind => self.simple(kind, secret),
        }
    }

    fn simple(&self, kind: &str, secret: bool) -> Value {
        match kind.trim_start_matches("smithy.api#").to_lowercase().as_str() {
            "boolean" => json!(true),
            "string" | "enum" if secret => self.secret(),
            "string" | "enum" => json!("plain"),
            "blob" if secret => json!("Y2FuYXJ5LTdjMWY="),
            "blob" => json!("YmxvYg=="),
            "document" if secret => json!({ CANARY: CANARY }),
            "document" => json!({ "plain": 1 }),
            "unit" => json!({}),
            _ if secret => json!(CANARY_NUMBER),
            _ => json!(1),
        }
    }
}

#[test]
fn a_secret_in_every_place_of_cognito_shows_nowhere() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    let read = |name: &str| std::fs::read_to_string(models.join(name)).expect("the model is there");
    let texts = [read("cognito-identity-provider.json"), read("cognito-identity-provider.rules.json")];
    let lines = shows_nowhere("canary", &texts, [".client_has_secret(true)", "violations.refusal(), "]);
    assert!(lines > 300);
}

#[test]
fn a_secret_in_every_place_that_there_can_be_shows_nowhere() {
    let lines = shows_nowhere("secrets", &[include_str!("../output/secrets.json").to_owned()], [""; 2]);
    assert!(lines > 100);
}

/// Looks at all that the crate of a model shows of secrets; in how many bodies there were any.
fn shows_nowhere(folder: &str, texts: &[String], [declared, refusal]: [&str; 2]) -> usize {
    let model: Value = serde_json::from_str(&texts[0]).expect("the model is JSON");
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    let errors = shapes.iter().filter(|(_, shape)| has(&shape["traits"], "error"));
    let roots = [
        ("input", targets(shapes, "input")),
        ("output", targets(shapes, "output")),
        ("error", errors.map(|(id, _)| id.as_str()).collect()),
    ];
    let folder = workspace(folder);
    let options = Options { crate_name: Some("checked".to_owned()), ..Options::default() };
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let files = files(&texts, &options);
    let main =
        MAIN.replace("ARMS", &arms(&files, &roots)).replace("DECLARED", declared).replace("REFUSAL", refusal);
    put_harness(&folder, "checked", &files, &main);
    let input = bodies(shapes, &roots);
    let output = run(&folder, &input);
    assert_eq!(output.lines().count(), input.lines().count());
    for (line, shown) in input.lines().zip(output.lines()) {
        let name = line.split_once('\t').expect("a type and a body").0;
        for canary in ["canary", &CANARY_NUMBER.to_string()] {
            let at = shown.find(canary);
            assert!(at.is_none(), "{name}: {}", at.map_or("", |at| &shown[at.saturating_sub(200)..at + 10]));
        }
    }
    input.lines().filter(|line| line.contains(CANARY)).count()
}

/// The structures that operations take or give.
fn targets<'m>(shapes: &'m Map<String, Value>, end: &str) -> Vec<&'m str> {
    let operations = shapes.values().filter(|shape| shape["type"] == "operation");
    let ids = operations.filter_map(|operation| operation[end]["target"].as_str());
    ids.filter(|id| shapes.contains_key(*id)).collect()
}

fn name(id: &str) -> &str {
    id.split_once('#').expect("an id").1
}

/// The arms of the harness: each reads one type.
fn arms(files: &BTreeMap<String, String>, roots: &[(&str, Vec<&str>)]) -> String {
    let lines = files.values().flat_map(|text| text.lines());
    let types: Vec<&str> =
        lines.filter_map(|line| line.strip_prefix("pub struct ")?.split([' ', ';']).next()).collect();
    let arm = |kind: &str, id: &str| {
        let found = types.iter().find(|other| other.eq_ignore_ascii_case(name(id)));
        let found = found.expect("every input and output of an operation has a type");
        format!("            \"{}\" => {kind}::<checked::{found}>(body),\n", name(id))
    };
    roots.iter().flat_map(|(kind, ids)| ids.iter().map(|id| arm(kind, id))).collect()
}

/// A line for each variant of each structure, with its name and a body.
fn bodies(shapes: &Map<String, Value>, roots: &[(&str, Vec<&str>)]) -> String {
    let unions = shapes.values().filter(|shape| shape["type"] == "union");
    let turns = unions.filter_map(|shape| Some(shape["members"].as_object()?.len())).max().unwrap_or(1);
    let mut input = String::new();
    for (variant, turn) in VARIANTS.iter().flat_map(|variant| (0..turns).map(move |turn| (variant, turn))) {
        let bodies = Bodies { shapes, variant: *variant, turn };
        for id in roots.iter().flat_map(|(_, ids)| ids) {
            let _ = writeln!(input, "{}\t{}", name(id), bodies.value(id, false, 0));
        }
    }
    input
}
