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

use cognito::validation::{self, Policy, Validate};
use cognito::wire::{self, Mode, FromWire};

fn input<T: FromWire + Validate + Debug>(body: &str) -> String {
    let strict = Policy::new().strict().client_has_secret(true);
    let mut shown = match wire::from_json::<T>(body, Mode::Lenient) {
        Ok(value) => {
            let report = value.check(&strict);
            let failed = value.validate_with(&strict.clone().deny_warnings()).err();
            let failed = failed.map(|violations| {
                let texts = [violations.validation_exception(), violations.refusal(), wire::to_json(&violations)];
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
                let key = if secret { CANARY } else { "key" };
                json!({ key: inner(&shape["value"]) })
            }
            kind => self.simple(kind, secret),
        }
    }

    fn simple(&self, kind: &str, secret: bool) -> Value {
        match kind.trim_start_matches("smithy.api#").to_lowercase().as_str() {
            "boolean" => json!(true),
            "string" | "enum" if secret => self.secret(),
            "string" | "enum" => json!("plain"),
            "blob" => json!("YmxvYg=="),
            "document" => json!({ "plain": 1 }),
            _ => json!(1),
        }
    }
}

#[test]
fn a_secret_in_every_place_shows_nowhere() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    let read = |name: &str| std::fs::read_to_string(models.join(name)).expect("the model is there");
    let text = read("cognito-identity-provider.json");
    let model: Value = serde_json::from_str(&text).expect("the model is JSON");
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    let (inputs, outputs) = (targets(shapes, "input"), targets(shapes, "output"));
    assert!(inputs.len() > 100 && outputs.len() > 100);

    let folder = workspace("canary");
    let options = Options { crate_name: Some("cognito".to_owned()), ..Options::default() };
    let files = files(&[text.as_str(), &read("cognito-identity-provider.rules.json")], &options);
    put_harness(&folder, "cognito", &files, &MAIN.replace("ARMS", &arms(&files, &inputs, &outputs)));

    let input = bodies(shapes, &[inputs, outputs].concat());
    assert!(input.lines().filter(|line| line.contains(CANARY)).count() > 300);
    let output = run(&folder, &input);
    assert_eq!(output.lines().count(), input.lines().count());
    for (line, shown) in input.lines().zip(output.lines()) {
        let name = line.split_once('\t').expect("a type and a body").0;
        let at = shown.find("canary");
        assert!(at.is_none(), "{name}: {}", at.map_or("", |at| &shown[at.saturating_sub(200)..at + 20]));
    }
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
fn arms(files: &BTreeMap<String, String>, inputs: &[&str], outputs: &[&str]) -> String {
    let lines = files.values().flat_map(|text| text.lines());
    let types: Vec<&str> =
        lines.filter_map(|line| line.strip_prefix("pub struct ")?.split([' ', ';']).next()).collect();
    let arm = |kind: &str, id: &str| {
        let found = types.iter().find(|other| other.eq_ignore_ascii_case(name(id)));
        let found = found.expect("every input and output of an operation has a type");
        format!("            \"{}\" => {kind}::<cognito::{found}>(body),\n", name(id))
    };
    let inputs = inputs.iter().map(|id| arm("input", id));
    inputs.chain(outputs.iter().map(|id| arm("output", id))).collect()
}

/// A line for each variant of each structure, with its name and a body.
fn bodies(shapes: &Map<String, Value>, ids: &[&str]) -> String {
    let mut input = String::new();
    for variant in VARIANTS {
        let bodies = Bodies { shapes, variant };
        for id in ids {
            let _ = writeln!(input, "{}\t{}", name(id), bodies.value(id, false, 0));
        }
    }
    input
}
