//! Every constraint on every kind of shape, and every kind of rule, on a model of our own.

use std::fmt::Write as _;

use smithygen::options::Options;

use super::cases::cases;
use super::scratch::{cargo, workspace};
use super::{files, put_harness, run};

/// What the harness reads: a type and a body, a line each.
const MAIN: &str = r#"//! Prints what is wrong with each body: path, message and hint, severity and rule.

use std::collections::BTreeMap;
use std::io::BufRead;

use checks::validation::{Policy, Validate};
use checks::wire::{Mode, FromWire, from_json};

fn report<T: FromWire + Validate>(body: &str, policy: &Policy<'_>) -> String {
    match from_json::<T>(body, Mode::Lenient) {
        Ok(value) => checked(&value, policy),
        Err(error) => error.to_string(),
    }
}

/// A tree of so many levels.
fn deep(levels: usize) -> checks::CheckInput {
    let leaf = || checks::Tree::builder().label("a");
    let mut tree = leaf().build().expect("it has a label");
    for _ in 0..levels {
        tree = leaf().left(tree).build().expect("it has a label");
    }
    checks::CheckInput::builder().tree(tree).build().expect("nothing is required")
}

fn checked<T: Validate>(value: &T, policy: &Policy<'_>) -> String {
    let report = value.check(policy);
    let lines = report.iter().map(|violation| {
        format!("{} {} {} [{}]", violation.severity().as_str(), violation.path(), violation, violation.rule_id())
    });
    lines.collect::<Vec<_>>().join(" | ")
}

fn main() {
    let question: BTreeMap<String, String> =
        [("NAME", "ada"), ("wanted", "[\"extra.hat\"]")].map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("standard input is text");
        let (name, body) = line.split_once('\t').expect("a type and a body");
        let policy = Policy::new().is_late(name.contains("late"));
        let strict = policy.clone().strict();
        println!("{}", match name {
            "deep" => checked(&deep(body.parse().expect("a number of levels")), &strict),
            "check" | "late" => report::<checks::CheckInput>(body, &strict),
            "answer" => report::<checks::AnswerInput>(body, &policy),
            "asked" => report::<checks::AnswerInput>(body, &policy.question(&question)),
            _ => panic!("{name}"),
        });
    }
}
"#;

#[test]
fn every_constraint_and_rule_reports_what_is_wrong() {
    let model = include_str!("../output/validated.json");
    let folder = workspace("checks");
    let options = Options { crate_name: Some("checks".to_owned()), ..Options::default() };
    put_harness(&folder, "checks", &files(&[model], &options), MAIN);
    let cases = cases();
    let mut input = String::new();
    for (kind, body, _) in &cases {
        let _ = writeln!(input, "{kind}\t{}", body.replace('\n', " "));
    }
    let output = run(&folder, &input);
    let wrong: Vec<String> = cases
        .iter()
        .zip(output.lines())
        .filter(|((_, _, wrong), line)| wrong.join(" | ") != **line)
        .map(|((_, body, wrong), line)| format!("{:.300}\n  {line}\n  {}", body, wrong.join(" | ")))
        .collect();
    assert!(wrong.is_empty(), "{} of {} cases:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
    assert_eq!(output.lines().count(), cases.len());
}

/// Two shapes, of which one is no type.
const SHAPES: &str = r#"{"smithy": "2.0", "shapes": {
        "example#Name": {"type": "string", "traits": {
            "smithy.api#length": {"max": 4},
            "smithy.contracts#conditions": {
                "NoKeywords": {"expression": "!contains(@, 'id')", "documentation": "`id` is reserved."}}}},
        "example#Range": {"type": "structure", "members": {
            "low": {"target": "smithy.api#Integer"}, "high": {"target": "smithy.api#Integer"}},
            "traits": {"smithy.contracts#conditions": {
                "LowIsLow": {"expression": "low == `null` || high == `null` || low <= high", "documentation": "Low is low."}}}}}}"#;

/// What checks values of them.
const SHAPES_MAIN: &str = r#"//! Checks shapes.

use shapes::Range;
use shapes::validation::Policy;

fn main() {
    let lines = |report: shapes::validation::Report| report.iter().map(|v| v.message()).collect::<Vec<_>>().join(", ");
    println!("{}", lines(shapes::checks::name("the id", &Policy::new().strict())));
    println!("{}", lines(shapes::checks::name("ada", &Policy::new().strict())));
    let range = |low, high| Range::builder().set_low(low).set_high(high).build();
    println!("{}", lines(range(Some(3), Some(2)).check(&Policy::new())));
    println!("{}", lines(range(Some(3), None).check(&Policy::new())));
}
"#;

/// Shapes are checked without a service and without a type, where all shapes are asked for.
#[test]
fn shapes_without_a_service_are_checked() {
    let folder = workspace("shapes");
    let options = Options { crate_name: Some("shapes".to_owned()), shapes: true, ..Options::default() };
    put_harness(&folder, "shapes", &files(&[SHAPES], &options), SHAPES_MAIN);
    cargo(&folder, &["clippy", "--quiet", "--workspace", "--", "-D", "warnings", "-D", "missing_docs"]);
    let output = run(&folder, "");
    let expected = [
        "Value with length 6 at '' failed to satisfy constraint: Member must have length less than or equal to 4, \
         `id` is reserved.",
        "",
        "Low is low.",
        "",
    ];
    assert_eq!(output.lines().collect::<Vec<_>>(), expected);
}
