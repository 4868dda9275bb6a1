//! Every constraint on every kind of shape, and every kind of rule, on a model of our own.

use std::fmt::Write as _;

use smithygen::options::Options;

use super::scratch::{cargo, put, put_crate, put_workspace, workspace};
use super::{files, run};

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

/// The same sentences again and again.
fn constraint(path: &str, must: &str, name: &str) -> String {
    format!(
        "error {path} Value at '{path}' failed to satisfy constraint: Member must {must} [smithy.api#{name}]"
    )
}

fn length(path: &str, length: usize, must: &str) -> String {
    format!(
        "error {path} Value with length {length} at '{path}' failed to satisfy constraint: Member must have length \
         {must} [smithy.api#length]"
    )
}

const TEXT: &str = "satisfy regular expression pattern: ^[a-zé👍]*$";
const WORD: &str = "satisfy regular expression pattern: ^[a-m]+$";

/// Types, bodies and what is wrong with them.
fn cases() -> Vec<(&'static str, String, Vec<String>)> {
    let path = format!("/Tree{}", "/left".repeat(128));
    let too_deep = format!(
        "error {path} Value at '{path}' failed to satisfy constraint: Member must nest at most 128 levels deep []"
    );
    // Deeper than any JSON that can be read.
    let mut cases = vec![("deep", "200".to_owned(), vec![too_deep]), ("deep", "100".to_owned(), vec![])];
    let mut add = |kind: &'static str, body: &str, wrong: &[String]| {
        cases.push((kind, body.to_owned(), wrong.to_vec()))
    };
    // Characters, not bytes; both constraints at once.
    add("check", r#"{"Text": "éé👍"}"#, &[]);
    add("check", r#"{"Text": "👍👍👍👍👍👍"}"#, &[length("/Text", 6, "between 1 and 5, inclusive")]);
    add(
        "check",
        r#"{"Text": "ABCDEF"}"#,
        &[length("/Text", 6, "between 1 and 5, inclusive"), constraint("/Text", TEXT, "pattern")],
    );
    add("check", r#"{"Text": ""}"#, &[length("/Text", 0, "between 1 and 5, inclusive")]);
    // A trait on a member replaces that of its target, and only that one.
    add("check", r#"{"ShortText": "abc"}"#, &[length("/ShortText", 3, "between 1 and 2, inclusive")]);
    add("check", r#"{"ShortText": "A"}"#, &[constraint("/ShortText", TEXT, "pattern")]);
    // Bytes, not base64.
    add("check", r#"{"Bytes": "YWJj"}"#, &[]);
    add("check", r#"{"Bytes": "YWJjZA=="}"#, &[length("/Bytes", 4, "between 2 and 3, inclusive")]);
    // Bounds of each number, as the model writes them.
    add(
        "check",
        r#"{"Count": 60, "Tiny": -1, "Big": 9007199254740993, "Ratio": 8.8, "Exact": 1, "Money": 0.01}"#,
        &[],
    );
    add("check", r#"{"Count": 61}"#, &[constraint("/Count", "be between 1 and 60.0, inclusive", "range")]);
    add("check", r#"{"Tiny": -2}"#, &[constraint("/Tiny", "be greater than or equal to -1", "range")]);
    add(
        "check",
        r#"{"Big": 9007199254740994}"#,
        &[constraint("/Big", "be less than or equal to 9007199254740993", "range")],
    );
    add(
        "check",
        r#"{"Ratio": 8.801}"#,
        &[constraint("/Ratio", "be between 0.1 and 8.8, inclusive", "range")],
    );
    add(
        "check",
        r#"{"Ratio": "NaN"}"#,
        &[constraint("/Ratio", "be between 0.1 and 8.8, inclusive", "range")],
    );
    add("check", r#"{"Exact": 0.999}"#, &[constraint("/Exact", "be greater than or equal to 1.0", "range")]);
    add("check", r#"{"Huge": 18446744073709551615}"#, &[]);
    add(
        "check",
        r#"{"Huge": 18446744073709551616}"#,
        &[constraint("/Huge", "be less than or equal to 18446744073709551615", "range")],
    );
    add(
        "check",
        r#"{"Money": 0.0099999999999999999999}"#,
        &[constraint("/Money", "be greater than or equal to 0.01", "range")],
    );
    // Lists, maps, keys and values.
    add("check", r#"{"Words": ["abc", "xyz"]}"#, &[constraint("/Words/1", WORD, "pattern")]);
    add(
        "check",
        r#"{"Words": ["a", "b", "a"]}"#,
        &[constraint("/Words", "have unique values", "uniqueItems")],
    );
    add("check", r#"{"Words": ["a", "b", "c", "d"]}"#, &[length("/Words", 4, "less than or equal to 3")]);
    add("check", r#"{"OtherWords": ["a", "b"]}"#, &[length("/OtherWords", 2, "less than or equal to 1")]);
    add("check", r#"{"Gaps": [null, "A", null]}"#, &[constraint("/Gaps/1", TEXT, "pattern")]);
    add(
        "check",
        r#"{"Table": {"a/b~": ["A"]}}"#,
        &[constraint("/Table", TEXT, "pattern"), constraint("/Table/a~1b~0/0", WORD, "pattern")],
    );
    add(
        "check",
        r#"{"Table": {"a": [], "b": [], "c": []}}"#,
        &[length("/Table", 3, "less than or equal to 2")],
    );
    // Enums show what is not internal, and accept all.
    add("check", r#"{"Colour": "ultra"}"#, &[]);
    add(
        "check",
        r#"{"Colour": "blue"}"#,
        &[constraint("/Colour", "satisfy enum value set: [red, green]", "enum")],
    );
    add("check", r#"{"Size": 3}"#, &[constraint("/Size", "satisfy enum value set: [1, 2]", "enum")]);
    // Unions, and what is nested in them.
    add("check", r#"{"Choice": {"text": "A"}}"#, &[constraint("/Choice/text", TEXT, "pattern")]);
    add("check", r#"{"Choice": {"nothing": {}}}"#, &[]);
    add("check", r#"{"Single": {"text": "A"}}"#, &[constraint("/Single/text", TEXT, "pattern")]);
    add("check", r#"{"Single": {"plain": "A"}}"#, &[]);
    add(
        "check",
        r#"{"Choice": {"tree": {"label": "a", "leaves": [{"label": "A"}]}}}"#,
        &[constraint("/Choice/tree/leaves/0/label", TEXT, "pattern")],
    );
    // A key of a sensitive map is not shown.
    add("check", r#"{"Secret": {"k": "A"}}"#, &[constraint("/Secret/*", TEXT, "pattern")]);
    // A pattern that refers back.
    add(
        "check",
        r#"{"Must": "xyz"}"#,
        &["warning /Must Must be hexadecimal digits [must-be-hex]".to_owned()],
    );
    add(
        "check",
        r#"{"Must": "deadbeef"}"#,
        &["warning /Must Not that word. [example.checks#Must/NoDeadBeef]".to_owned()],
    );
    // Conditions, and rules on members.
    add(
        "check",
        r#"{"Text": "abc", "Count": 2}"#,
        &["error /Count The text is no longer than the count. [count-fits-text]".to_owned()],
    );
    add("check", r#"{"Text": "👍👍", "Count": 2}"#, &[]);
    add(
        "check",
        r#"{"Colour": "red", "Size": 1}"#,
        &["warning  Expected at most one of Colour, Size [either]".to_owned()],
    );
    add("late", "{}", &["error /Back Missing required parameter Back [late]".to_owned()]);
    // Keys.
    let ticket = r#""Ticket": "t""#;
    add(
        "answer",
        &format!(r#"{{"Riddle": "DOOR", {ticket}, "Keys": {{"NAME": "ada", "WORD": "x", "other": "y"}}}}"#),
        &[],
    );
    add("answer", r#"{"Riddle": "DOOR", "Keys": {"name": "ada"}}"#, &[
        "error /Keys/NAME Missing required parameter NAME (keys are case-sensitive: `NAME`) [riddles/DOOR/NAME]".to_owned(),
        "error /Keys/WORD Missing required parameter WORD [riddles/DOOR/WORD]".to_owned(),
        "error /Ticket Missing required parameter Ticket [riddles/DOOR/Ticket]".to_owned(),
    ]);
    let door = |keys: &str| {
        format!(r#"{{"Riddle": "DOOR", {ticket}, "Keys": {{"NAME": "ada", "WORD": "x", {keys}}}}}"#)
    };
    add("answer", &door(r#""LOUD": "yes""#), &["error /Keys/KNOCKS Missing required parameter KNOCKS (`LOUD` makes it needed) [riddles/DOOR/KNOCKS]".to_owned()]);
    add("answer", &door(r#""LOUD": "no""#), &[]);
    add("answer", &door(r#""WHEN": "4 Nov 2025""#), &[]);
    add("answer", &door(r#""WHEN": "04 Nov 2025""#), &["warning /Keys/WHEN Must be a date of the form `d MMM yyyy`, such as `4 Nov 2025` [riddles/DOOR/WHEN]".to_owned()]);
    add(
        "answer",
        &door(r#""PASSWORD": "x""#),
        &["warning /Keys/PASSWORD Doors know no passwords. [riddles/mistakes/PASSWORD]".to_owned()],
    );
    add("asked", &door(r#""extra.hat": "x""#), &[]);
    add(
        "asked",
        &door(r#""extra.cat": "x""#),
        &["warning /Keys/extra.hat Missing required parameter extra.hat [riddles/DOOR/extra]".to_owned()],
    );
    add(
        "asked",
        &door(r#""extra.hat": """#).replace("ada", "bob"),
        &["warning /Keys/NAME Must be the value that the service sent as `NAME` [riddles/DOOR/NAME]"
            .to_owned()],
    );
    add(
        "answer",
        r#"{"Riddle": "SPHINX", "Ticket": "t", "Keys": {"NAME": "ada"}}"#,
        &[
            "warning /Ticket SPHINX has no use for Ticket [riddles/SPHINX/Ticket]".to_owned(),
            "error /Riddle The operation does not take SPHINX [riddles/SPHINX/refused-by-Answer]".to_owned(),
        ],
    );
    add("answer", r#"{"Riddle": "WALL"}"#, &[]);
    cases
}

#[test]
fn every_constraint_and_rule_reports_what_is_wrong() {
    let model = include_str!("../output/validated.json");
    let folder = workspace("checks");
    let options = Options { crate_name: Some("checks".to_owned()), ..Options::default() };
    put_crate(&folder.join("checks"), &files(&[model], &options));
    put(&folder.join("harness/src/main.rs"), MAIN);
    put(
        &folder.join("harness/Cargo.toml"),
        "[package]\nname = \"harness\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nchecks = { path = \"../checks\" }\n",
    );
    put_workspace(&folder, &["checks".to_owned(), "harness".to_owned()]);
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

/// Shapes are checked without a service and without a type, where all shapes are asked for.
#[test]
fn shapes_without_a_service_are_checked() {
    let model = r#"{"smithy": "2.0", "shapes": {
        "example#Name": {"type": "string", "traits": {
            "smithy.api#length": {"max": 4},
            "smithy.contracts#conditions": {
                "NoKeywords": {"expression": "!contains(@, 'id')", "documentation": "`id` is reserved."}}}},
        "example#Range": {"type": "structure", "members": {
            "low": {"target": "smithy.api#Integer"}, "high": {"target": "smithy.api#Integer"}},
            "traits": {"smithy.contracts#conditions": {
                "LowIsLow": {"expression": "low == `null` || high == `null` || low <= high", "documentation": "Low is low."}}}}}}"#;
    let folder = workspace("shapes");
    let options = Options { crate_name: Some("shapes".to_owned()), shapes: true, ..Options::default() };
    put_crate(&folder.join("shapes"), &files(&[model], &options));
    let main = r#"//! Checks shapes.

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
    put(&folder.join("harness/src/main.rs"), main);
    put(
        &folder.join("harness/Cargo.toml"),
        "[package]\nname = \"harness\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nshapes = { path = \"../shapes\" }\n",
    );
    put_workspace(&folder, &["shapes".to_owned(), "harness".to_owned()]);
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
