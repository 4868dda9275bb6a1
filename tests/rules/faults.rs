//! What is wrong with rules: each is told with its place, and what names something that the model lacks is a warning
//! where that was asked for.

use smithygen::diagnostics::{self, Severity, Sources};
use smithygen::options::{Options, Stale};

const MODEL: &str = include_str!("../output/validated.json");

/// The model of the validated fixture with one text replaced by another.
fn faults(from: &str, to: &str, stale: Stale) -> (String, bool) {
    assert!(MODEL.contains(from), "{from}");
    let mut sources = Sources::default();
    sources.add("model.json".to_owned(), MODEL.replacen(from, to, 1));
    let options = Options { stale, ..Options::default() };
    let (faults, failed) = match smithygen::generate(&sources, &options) {
        Ok(generated) => (generated.warnings, false),
        Err(faults) => (faults, true),
    };
    // What the fixture is warned of by itself is not of interest here.
    let of_rules = faults.iter().filter(|fault| !fault.message.starts_with("the pattern"));
    let texts: Vec<String> = of_rules.map(|fault| diagnostics::render(fault, &sources, false)).collect();
    let errors = faults.iter().any(|fault| fault.severity == Severity::Error);
    assert_eq!(errors, failed);
    (texts.join("\n\n"), failed)
}

/// Texts of the fixture, and what stands there instead.
const WRONG: [(&str, &str, &str); 21] = [
    ("a trait that there is not", "smithygen.rules#keyedBy", "smithygen.rules#keydBy"),
    ("a member that a trait does not have", "\"mistakes\": {", "\"mistake\": {"),
    ("a severity that there is not", "\"severity\": \"warning\" }", "\"severity\": \"warn\" }"),
    ("a value of a wrong kind", "\"when\": \"is_late\"", "\"when\": true"),
    ("a form that there is not", "{ \"hex\": {} }", "{ \"octal\": {} }"),
    ("a name that becomes no method", "\"is_late\": {", "\"is late\": {"),
    ("a switch that is not declared", "\"when\": \"is_late\"", "\"when\": \"is_lat\""),
    (
        "a related map that is not declared",
        "\"map\": \"question\", \"keys\": [\"NAME\"]",
        "\"map\": \"questions\", \"keys\": [\"NAME\"]",
    ),
    ("a key that depends on one that there is not", "\"key\": \"LOUD\"", "\"key\": \"LOUDLY\""),
    ("two rules of one id", "\"id\": \"either\"", "\"id\": \"late\""),
    ("a rule of no condition", "\"CountFitsText\": { \"id\"", "\"CountFitText\": { \"id\""),
    (
        "a key with a form and an enum",
        "\"PAINT\": { \"enum\"",
        "\"PAINT\": { \"form\": { \"hex\": {} }, \"enum\"",
    ),
    ("an object that is always sent", "\"sizes\": { \"json\"", "\"sizes\": { \"always\": true, \"json\""),
    (
        "an object of enum values",
        "\"sizes\": { \"json\": \"object\"",
        "\"sizes\": { \"json\": \"object\", \"enum\": \"example.checks#Colour\"",
    ),
    ("values of what is no enum", "\"enum\": \"example.checks#Colour\"", "\"enum\": \"example.checks#Size\""),
    ("a map without a table", "\"map\": \"Keys\"", "\"map\": \"Ticket\""),
    (
        "a case that the enum does not have",
        "\"SPHINX\": { \"documentation\": \"The sphinx",
        "\"SPINX\": { \"documentation\": \"The sphinx",
    ),
    ("a member that there is not", "\"members\": [\"Back\"]", "\"members\": [\"Bac\"]"),
    (
        "an error that there is not",
        "\"error\": \"example.checks#Refused\" }\n",
        "\"error\": \"example.checks#Refusal\" }\n",
    ),
    ("a condition on a member that there is not", "length(Text) <= Count", "length(Text) <= Counts"),
    (
        "a member of a case that there is not",
        "\"Ticket\": { \"need\": \"required\"",
        "\"Tiket\": { \"need\": \"required\"",
    ),
];

#[test]
fn every_fault_is_told_with_its_place() {
    for (name, from, to) in WRONG {
        let (text, failed) = faults(from, to, Stale::Deny);
        assert!(failed, "{name}: {text}");
        insta::assert_snapshot!(name.replace(' ', "_"), text);
    }
}

/// A condition is compiled when a crate is generated, and not before.
#[test]
fn validate_reports_faults_of_rules_too() {
    for (name, from, to) in WRONG.iter().filter(|(name, ..)| !name.starts_with("a condition on")) {
        let mut sources = Sources::default();
        sources.add("model.json".to_owned(), MODEL.replacen(from, to, 1));
        let found = smithygen::validate(&sources);
        assert!(found.iter().any(|fault| fault.severity == Severity::Error), "{name}: {found:?}");
    }
}

#[test]
fn what_names_something_that_the_model_lacks_can_pass() {
    for (name, from, to) in WRONG.iter().skip(16) {
        let (text, failed) = faults(from, to, Stale::Warn);
        assert!(!failed && text.contains("warning:"), "{name}: {text}");
    }
    for (name, from, to) in WRONG.iter().take(16) {
        assert!(faults(from, to, Stale::Warn).1, "{name}");
    }
}

/// A pattern that no automaton can check is a warning, and an error where that was asked for.
#[test]
fn what_cannot_be_checked_is_said() {
    let mut sources = Sources::default();
    let model = MODEL.replace(r"^(a+)b\\1$", r"^(.*)b\\1$");
    sources.add("model.json".to_owned(), model);
    let generated = smithygen::generate(&sources, &Options::default()).expect("it is only a warning");
    let warned = |fault: &&diagnostics::Diagnostic| fault.message.contains("cannot be checked");
    assert_eq!(generated.warnings.iter().filter(warned).count(), 1);
    let input = &generated.files["src/operation/check.rs"];
    assert!(input.contains("(not checked)"), "the field says so");
    let coverage = smithygen::coverage(&sources, &Options::default()).expect("it is only a warning");
    assert!(!coverage.is_complete());
    let deny = Options { deny_unchecked: true, ..Options::default() };
    let faults = smithygen::generate(&sources, &deny).expect_err("it is an error now");
    assert!(faults.iter().any(|fault| warned(&fault) && fault.severity == Severity::Error));
}
