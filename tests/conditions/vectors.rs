//! JMESPath's own cases, as conditions on values of types.

#[path = "inferred.rs"]
mod inferred;

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use self::inferred::Shapes;

/// One case of the suite.
pub struct Case {
    pub id: String,
    pub given: Value,
    pub expression: String,
    pub outcome: Outcome,
}

/// What a case expects.
pub enum Outcome {
    Result(Value),
    SyntaxError,
    RuntimeError,
    /// Cases that measure time say nothing of the result.
    Nothing,
}

/// All cases.
pub fn cases() -> Vec<Case> {
    let path = super::support::shared().join("conformance/vectors/jmespath.json");
    let text = std::fs::read_to_string(path).expect("the vectors can be read");
    let cases: Vec<Value> = serde_json::from_str(&text).expect("the vectors are JSON");
    cases.iter().map(case).collect()
}

fn case(value: &Value) -> Case {
    let outcome = match (value["kind"].as_str(), value["error"].as_str()) {
        (Some("result"), _) => Outcome::Result(value["result"].clone()),
        (Some("bench"), _) => Outcome::Nothing,
        // The step of a slice is checked with the syntax here.
        (_, Some("syntax" | "invalid-value")) => Outcome::SyntaxError,
        _ => Outcome::RuntimeError,
    };
    let text = |key: &str| value[key].as_str().expect("a case has texts").to_owned();
    Case { id: text("id"), given: value["given"].clone(), expression: text("expression"), outcome }
}

impl Case {
    /// A condition that holds where the case passes. An error of a function violates any condition, so there
    /// the condition would hold if there were none.
    fn condition(&self) -> String {
        match &self.outcome {
            Outcome::Result(Value::Bool(true)) => self.expression.clone(),
            Outcome::Result(result) => {
                format!("({}) == `{}`", self.expression, result.to_string().replace('`', "\\`"))
            }
            Outcome::RuntimeError | Outcome::Nothing => format!("[({})] != `[]`", self.expression),
            Outcome::SyntaxError => self.expression.clone(),
        }
    }

    /// Whether the result shows or counts members of `given` that are null: in a structure they are absent.
    fn tells_null_from_absent(&self) -> bool {
        let Outcome::Result(result) = &self.outcome else { return false };
        has_null_member(&self.given) && (has_null_member(result) || self.expression == "length(@)")
    }

    fn holds(&self) -> bool {
        !matches!(self.outcome, Outcome::RuntimeError)
    }
}

fn has_null_member(value: &Value) -> bool {
    match value {
        Value::Object(entries) => entries.values().any(|value| value.is_null() || has_null_member(value)),
        Value::Array(elements) => elements.iter().any(has_null_member),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// A model whose operation takes these members.
fn model(members: &serde_json::Map<String, Value>, shapes: &serde_json::Map<String, Value>) -> String {
    let mut all = shapes.clone();
    all.insert("v#Service".to_owned(), json!({ "type": "service", "operations": [{ "target": "v#Run" }] }));
    all.insert("v#Run".to_owned(), json!({ "type": "operation", "input": { "target": "v#Input" } }));
    all.insert("v#Input".to_owned(), json!({ "type": "structure", "members": members }));
    json!({ "smithy": "2.0", "shapes": all }).to_string()
}

fn conditions(expression: &str) -> Value {
    json!({ "smithy.contracts#conditions": { "C": { "expression": expression, "documentation": "" } } })
}

/// Whether a condition on one shape, which stands on others, is accepted; what is wrong where it is not.
fn accepted(target: &str, expression: &str, shapes: &serde_json::Map<String, Value>) -> Result<(), String> {
    let member = json!({ "target": target, "traits": conditions(expression) });
    let members = serde_json::Map::from_iter([("given".to_owned(), member)]);
    super::functions(&[("case.json", &model(&members, shapes))]).map(|_| ())
}

/// Cases by what came of them.
#[derive(Default)]
struct Tally {
    refused: Vec<String>,
    accepted: Vec<usize>,
}

/// What the compiled conditions of the accepted cases say, by the number of the case.
fn verdicts(
    package: &str,
    cases: &[Case],
    accepted: &[usize],
    target: impl Fn(usize) -> String,
    shapes: &serde_json::Map<String, Value>,
) -> BTreeMap<usize, bool> {
    let mut members = serde_json::Map::new();
    let mut program =
        format!("use {}::{{Input, conditions, wire}};\n\nfn main() {{\n", package.replace('-', "_"));
    for &number in accepted {
        let case = &cases[number];
        let name = format!("given{number}");
        let traits = conditions(&case.condition());
        members.insert(name.clone(), json!({ "target": target(number), "traits": traits }));
        let given = json!({ &name: case.given }).to_string();
        let _ = writeln!(
            program,
            "    case({number}, {given:?}, |input| input.{name}.as_ref().map(|value| conditions::input_{name}_c(value)));"
        );
    }
    program.push_str(
        "}\n\nfn case(number: usize, given: &str, holds: impl Fn(&Input) -> Option<bool>) {\n    \
         let input: Input = wire::from_json(given, wire::Mode::Lenient).expect(\"the value is of its type\");\n    \
         println!(\"{number} {}\", holds(&input).expect(\"there is a value\"));\n}\n",
    );
    let printed = super::run(package, &[("vectors.json", &model(&members, shapes))], &program);
    let verdict = |line: &str| {
        let (number, verdict) = line.split_once(' ')?;
        Some((number.parse().ok()?, verdict == "true"))
    };
    printed.lines().filter_map(verdict).collect()
}

/// Says what of the cases went wrong.
fn wrong(cases: &[Case], verdicts: &BTreeMap<usize, bool>) -> Vec<String> {
    let differs = verdicts.iter().filter(|&(&number, &holds)| holds != cases[number].holds());
    differs.map(|(&number, _)| format!("{} {}", cases[number].id, cases[number].condition())).collect()
}

#[shared_data::test]
fn cases_on_types() {
    let cases = cases();
    let mut shapes = Shapes::default();
    let mut targets = BTreeMap::new();
    let mut tally = Tally::default();
    for (number, case) in cases.iter().enumerate() {
        if matches!(case.outcome, Outcome::SyntaxError) || case.tells_null_from_absent() {
            continue;
        }
        let target = shapes.of(&case.given);
        match accepted(&target, &case.condition(), shapes.all()) {
            Ok(()) => tally.accepted.push(number),
            Err(faults) => tally.refused.push(format!("{}: {faults}", case.id)),
        }
        targets.insert(number, target);
    }
    let target = |number: usize| targets[&number].clone();
    let verdicts = verdicts("vectors-types", &cases, &tally.accepted, target, shapes.all());
    assert_eq!(wrong(&cases, &verdicts), Vec::<String>::new());
    println!("{}", tally.refused.join("\n\n"));
    println!("{} ran, {} refused", verdicts.len(), tally.refused.len());
    assert!(verdicts.len() >= 200, "{}", verdicts.len());
}
