//! The documentation of the committed model is in the project's own words, and says of everything what it is.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

use crate::oracle::strings;
use crate::support::shared;

/// How many words in a row may be equal.
const MOST: usize = 8;

static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new("[a-z0-9]+").expect("it is right"));
static CODE: LazyLock<Regex> = LazyLock::new(|| Regex::new("(?s)```.*?```|`[^`]*`").expect("it is right"));
static TAG: LazyLock<Regex> = LazyLock::new(|| Regex::new("<[^>]*>").expect("it is right"));

/// A word, and whether it counts: those in code do not.
type Words = Vec<(String, bool)>;

fn committed(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models").join(file);
    serde_json::from_str(&std::fs::read_to_string(path).expect("it is there")).expect("it is JSON")
}

/// The words of a text of ours.
fn our_words(text: &str) -> Words {
    let lower = text.to_lowercase();
    let mut words = Vec::new();
    let mut done = 0;
    let mut push = |piece: &str, is_code: bool| {
        let found = WORD.find_iter(piece).map(|word| word.as_str().to_owned());
        words.extend(found.map(|word| (word, !is_code)));
    };
    for code in CODE.find_iter(&lower) {
        push(&lower[done..code.start()], false);
        push(code.as_str(), true);
        done = code.end();
    }
    push(&lower[done..], false);
    words
}

/// The words of a text of AWS.
fn their_words(text: &str) -> Vec<String> {
    let bare = TAG.replace_all(text, " ").to_lowercase();
    WORD.find_iter(&bare).map(|word| word.as_str().to_owned()).collect()
}

/// The longest run of our words from `start` on that stands in `theirs` from `at` on: how many of its words count.
fn run(ours: &[(String, bool)], theirs: &[String]) -> usize {
    let equal = ours.iter().zip(theirs).take_while(|((ours, _), theirs)| ours == *theirs);
    equal.filter(|((_, counts), _)| *counts).count()
}

/// Every run of more than eight words that stands in both, with where.
fn copied(ours: &[(String, String)], theirs: &[String]) -> Vec<String> {
    let theirs: Vec<Vec<String>> = theirs.iter().map(|text| their_words(text)).collect();
    let mut starts: BTreeMap<&[String], Vec<(usize, usize)>> = BTreeMap::new();
    for (text, words) in theirs.iter().enumerate() {
        for (at, window) in words.windows(MOST + 1).enumerate() {
            starts.entry(window).or_default().push((text, at));
        }
    }
    let mut found = Vec::new();
    for (place, text) in ours {
        let words = our_words(text);
        let plain: Vec<String> = words.iter().map(|(word, _)| word.clone()).collect();
        for (at, window) in plain.windows(MOST + 1).enumerate() {
            let places = starts.get(window).into_iter().flatten();
            if places.map(|(text, from)| run(&words[at..], &theirs[*text][*from..])).any(|run| run > MOST) {
                found.push(format!("{place}: {}", window.join(" ")));
            }
        }
    }
    found
}

#[shared_data::test]
fn no_run_of_more_than_eight_words_is_that_of_aws() {
    let shared = shared();
    let file = shared.join("models/cognito-identity-provider-2016-04-18.april-2026.json");
    let model = std::fs::read_to_string(file).expect("the model is there");
    let mut theirs = Vec::new();
    strings(&serde_json::from_str(&model).expect("it is JSON"), "", &mut theirs);
    let mut ours = Vec::new();
    strings(&committed("cognito-identity-provider.docs.json"), "", &mut ours);
    assert!(theirs.len() > 1_000 && ours.len() > 1_000, "{} and {} texts", theirs.len(), ours.len());
    let theirs: Vec<String> = theirs.into_iter().map(|(_, text)| text).collect();
    let found = copied(&ours, &theirs);
    assert!(found.is_empty(), "{} runs:\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_run_of_nine_words_is_found() {
    let theirs = ["<p>The <i>pot</i> that holds all the tea of a house, warm.</p>".to_owned()];
    let found = |text: &str| !copied(&[("x".to_owned(), text.to_owned())], &theirs).is_empty();
    assert!(found("It is the pot that holds all the tea of a house."));
    assert!(!found("It is the pot that holds all the tea of my house."));
    let theirs = ["<p>Give the <code>TeaPot</code> of the house that you would like best</p>".to_owned()];
    let found = |text: &str| !copied(&[("x".to_owned(), text.to_owned())], &theirs).is_empty();
    assert!(found("Give the `TeaPot` of the house that you would like best."));
    assert!(!found("Give the `TeaPot` of the house that you would."), "the code does not count");
}
