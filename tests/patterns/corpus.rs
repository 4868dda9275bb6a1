//! The shared corpora: verdicts of an ECMA engine, and strings on which backtracking engines hang.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::leaked::{Checked, compiled, leaked};
use super::support::shared;

/// One line of a corpus.
pub struct Case {
    pub pattern: String,
    pub string: String,
    /// The verdict; `None` where the pattern is not valid.
    pub expected: Option<bool>,
}

/// The cases of a corpus, with the verdict under a key.
pub fn cases(folder: &Path, file: &str, verdict: &str) -> Vec<Case> {
    let text = fs::read_to_string(folder.join("patterns").join(file)).expect("the corpus can be read");
    let values: Vec<Value> = serde_json::from_str(&text).expect("the corpus is JSON");
    let text = |value: &Value| value.as_str().expect("it is a string").to_owned();
    let case = |value: &Value| Case {
        pattern: text(&value["pattern"]),
        string: text(&value["string"]),
        expected: value[verdict].as_bool(),
    };
    values.iter().map(case).collect()
}

#[shared_data::test]
fn every_case_of_the_corpus_with_a_verdict_is_right() {
    let folder = shared();
    let mut patterns: BTreeMap<String, Checked> = BTreeMap::new();
    let mut wrong = Vec::new();
    let mut judged = 0;
    for Case { pattern, string, expected } in cases(&folder, "corpus.json", "node_u") {
        let Some(expected) = expected else { continue };
        let checked = patterns.entry(pattern).or_insert_with_key(|text| leaked(text, &compiled(text).check));
        judged += 1;
        if checked.is_match(&string) != expected {
            wrong.push(string);
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(judged > 4_000, "{judged} cases have a verdict");
}

#[shared_data::test]
fn strings_that_hang_backtracking_engines_are_refused_at_once() {
    let folder = shared();
    let cases = cases(&folder, "redos.json", "expect");
    for Case { pattern, string, expected } in &cases {
        let checked = leaked(pattern, &compiled(pattern).check);
        assert_eq!(Some(checked.is_match(string)), *expected, "{pattern}");
    }
    assert!(cases.len() > 60, "{} cases", cases.len());
}

/// The least time of some runs.
fn fastest(checked: &Checked, text: &str) -> Duration {
    let run = || {
        let start = Instant::now();
        assert!(!checked.is_match(text));
        start.elapsed()
    };
    (0..9).map(|_| run()).min().unwrap_or_default()
}

#[test]
fn time_is_linear_in_the_string() {
    for (pattern, pump, end) in [
        ("^([0-9]+)+$", "0", "!"),
        ("^(a|a)*$", "a", "b"),
        (r"^(\w+\s?)*$", "word ", "!"),
        ("^(?!.*x.*y)(a*)*$", "a", "xy"),
        (".*.*=.*x", "=", ""),
        (r"^[\p{L}\s]*\d$", "é", "!"),
    ] {
        let checked = leaked(pattern, &compiled(pattern).check);
        let time = |count: usize| fastest(&checked, &(pump.repeat(count) + end));
        // Ten times as long; quadratic time would be a hundred times as much, each time it is tried.
        let is_linear = |_| time(200_000) < time(20_000) * 40 + Duration::from_millis(5);
        assert!((0..20).any(is_linear), "{pattern}");
    }
}
