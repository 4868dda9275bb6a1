//! What prose says about the keys of a map, case by case.
//!
//! The writers' habits are all there is to go by: a definition list, or a list, with an entry for each case; in an
//! entry examples of the map, names followed by `(required)`, or names alone.

use std::collections::{BTreeMap, BTreeSet};

use super::example::{self, Example};
use super::nodes::{self, Node};
use super::rows::{self, Row};
use super::words::Words;

/// What the documentation of one member says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// What it says of each case that it has an entry for.
    pub cases: BTreeMap<String, Case>,
    /// Names of keys outside of the entries.
    pub outside: BTreeSet<String>,
    /// Where it looks like an example, but cannot be read: the case, or nothing outside of the entries.
    pub unreadable: BTreeSet<Option<String>>,
}

/// What an entry says of its case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The keys of each example.
    pub variants: Vec<BTreeSet<String>>,
    /// Keys that are called required, and those that are in every example.
    pub required: BTreeSet<String>,
    /// Keys that are called required under some condition.
    pub conditional: BTreeSet<String>,
    /// Other keys that are named.
    pub mentioned: BTreeSet<String>,
}

/// What stands in parentheses after the name of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Remark {
    /// "(required)".
    Required,
    /// "(required if …)", "(when …)".
    Conditional,
    /// Nothing that matters.
    None,
}

impl Case {
    /// Every key that the entry names.
    pub fn keys(&self) -> BTreeSet<&String> {
        let named = self.required.iter().chain(&self.conditional).chain(&self.mentioned);
        named.chain(self.variants.iter().flatten()).collect()
    }
}

/// Reads the documentation of a member.
pub(super) fn read(documentation: &str, words: &Words) -> Said {
    let found = rows::find(&nodes::read(documentation), words);
    let mut whole = Said::default();
    for row in &found.rows {
        let (case, readable) = case(&row.body, words);
        add(&mut whole, row, &case, readable);
    }
    let (outside, readable) = case(&found.outside, words);
    whole.outside = outside.keys().into_iter().cloned().collect();
    if !readable {
        whole.unreadable.insert(None);
    }
    whole
}

/// Adds what a row says to each of its cases.
fn add(whole: &mut Said, row: &Row, said: &Case, readable: bool) {
    for name in &row.cases {
        let case = whole.cases.entry(name.clone()).or_default();
        case.variants.extend(said.variants.iter().cloned());
        case.required.extend(said.required.iter().cloned());
        case.conditional.extend(said.conditional.iter().cloned());
        case.mentioned.extend(said.mentioned.iter().cloned());
        tidy(case);
        if !readable {
            whole.unreadable.insert(Some(name.clone()));
        }
    }
}

/// What the pieces of an entry say, and whether every example in it could be read.
fn case(pieces: &[Node], words: &Words) -> (Case, bool) {
    let mut case = Case::default();
    let mut readable = true;
    let mut line = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Node::Break => line.clear(),
            Node::Text(text) => line.push_str(text),
            Node::Code(code) => match example::read(code, &words.map) {
                Some(Example::Keys(_)) if shows_response(&line) => line.clear(),
                Some(Example::Keys(keys)) => {
                    line.clear();
                    case.variants.push(keys);
                }
                Some(Example::Broken) => readable = false,
                None => {
                    line.push_str(code);
                    mention(&mut case, words.key(code), remark(&pieces[index + 1..]));
                }
            },
            Node::Block(..) => {}
        }
    }
    finish(&mut case);
    (case, readable)
}

/// Whether an example comes after words such as "Describe response:", and so is none of a request.
fn shows_response(line: &str) -> bool {
    let line = line.trim_end().to_lowercase();
    line.ends_with(':') && line.contains("response") && !line.contains("request")
}

fn mention(case: &mut Case, key: Option<String>, remark: Remark) {
    let keys = match remark {
        Remark::Required => &mut case.required,
        Remark::Conditional => &mut case.conditional,
        Remark::None => &mut case.mentioned,
    };
    keys.extend(key);
}

/// The remark that the pieces after a name begin with. "(required if …)" is told from "(required)" first.
fn remark(after: &[Node]) -> Remark {
    let Some(Node::Text(text)) = after.first() else { return Remark::None };
    let Some(inside) = text.trim_start().strip_prefix('(') else { return Remark::None };
    let inside = inside.split(')').next().unwrap_or(inside).to_lowercase();
    let mut words = inside.split(|c: char| !c.is_alphanumeric());
    if words.clone().any(|word| ["if", "when", "where", "unless", "only"].contains(&word)) {
        Remark::Conditional
    } else if words.next() == Some("required") {
        Remark::Required
    } else {
        Remark::None
    }
}

/// Adds what all examples have to what is required.
fn finish(case: &mut Case) {
    let mut variants = case.variants.iter();
    if let Some(first) = variants.next() {
        let in_all = variants.fold(first.clone(), |in_all, other| &in_all & other);
        case.required.extend(in_all);
    }
    tidy(case);
}

/// Leaves each key in the strongest place alone.
fn tidy(case: &mut Case) {
    case.conditional = &case.conditional - &case.required;
    case.mentioned = &(&case.mentioned - &case.required) - &case.conditional;
}
