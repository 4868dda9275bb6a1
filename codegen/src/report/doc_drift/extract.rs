//! Reads what documentation says about the keys of a map, case by case.
//!
//! There are only the habits of its writers to go by: a definition list, or a list, with an entry for each case; in an
//! entry examples of the map, names followed by `(required)`, or names alone.

use std::collections::{BTreeMap, BTreeSet};

use super::example::{self, RequestExample};
use super::pieces::{self, Piece};
use super::rows::{self, Row};
use super::vocabulary::Vocabulary;

/// What the documentation of one member says of a key table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentedTable {
    /// What it says of each case that it has an entry for.
    pub cases: BTreeMap<String, DocumentedCase>,
    /// Names of keys outside of the entries.
    pub outside: BTreeSet<String>,
    /// Where an example cannot be read: the case, or none outside of the entries.
    pub unreadable: BTreeSet<Option<String>>,
}

/// What an entry says of its case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentedCase {
    /// The keys of each example.
    pub variants: Vec<BTreeSet<String>>,
    /// Keys that are called required, and those that are in every example.
    pub required: BTreeSet<String>,
    /// Keys that are called required under some condition.
    pub conditional: BTreeSet<String>,
    /// Other keys that are named.
    pub mentioned: BTreeSet<String>,
}

/// The remark in parentheses after the name of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeyRemark {
    /// "(required)".
    Required,
    /// "(required if …)", "(when …)".
    Conditional,
    /// Nothing about whether the key is required.
    None,
}

impl DocumentedCase {
    /// Every key that the entry names.
    pub fn keys(&self) -> BTreeSet<&String> {
        let named = self.required.iter().chain(&self.conditional).chain(&self.mentioned);
        named.chain(self.variants.iter().flatten()).collect()
    }
}

/// Reads the documentation of a member.
pub(super) fn read(documentation: &str, vocabulary: &Vocabulary) -> DocumentedTable {
    let found = rows::find(&pieces::read(documentation), vocabulary);
    let mut table = DocumentedTable::default();
    for row in &found.rows {
        let (case, readable) = entry(&row.body, vocabulary);
        add(&mut table, row, &case, readable);
    }
    let (outside, readable) = entry(&found.outside, vocabulary);
    table.outside = outside.keys().into_iter().cloned().collect();
    if !readable {
        table.unreadable.insert(None);
    }
    table
}

/// Adds what a row says to each of its cases.
fn add(table: &mut DocumentedTable, row: &Row, entry: &DocumentedCase, readable: bool) {
    for name in &row.cases {
        let case = table.cases.entry(name.clone()).or_default();
        case.variants.extend(entry.variants.iter().cloned());
        case.required.extend(entry.required.iter().cloned());
        case.conditional.extend(entry.conditional.iter().cloned());
        case.mentioned.extend(entry.mentioned.iter().cloned());
        keep_strongest(case);
        if !readable {
            table.unreadable.insert(Some(name.clone()));
        }
    }
}

/// What the pieces of an entry say, and whether every example in it could be read.
fn entry(pieces: &[Piece], vocabulary: &Vocabulary) -> (DocumentedCase, bool) {
    let mut case = DocumentedCase::default();
    let mut readable = true;
    let mut line = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Break => line.clear(),
            Piece::Text(text) => line.push_str(text),
            Piece::Code(code) => match example::read(code, &vocabulary.map) {
                Some(RequestExample::Keys(_)) if introduces_response(&line) => line.clear(),
                Some(RequestExample::Keys(keys)) => {
                    line.clear();
                    case.variants.push(keys);
                }
                Some(RequestExample::Broken) => readable = false,
                None => {
                    line.push_str(code);
                    mention(&mut case, vocabulary.key(code), remark(&pieces[index + 1..]));
                }
            },
            Piece::Block(..) => {}
        }
    }
    require_keys_of_all_examples(&mut case);
    (case, readable)
}

/// Whether a line ends in words such as "Describe response:", so that the example after it is none of a request.
fn introduces_response(line: &str) -> bool {
    let line = line.trim_end().to_lowercase();
    line.ends_with(':') && line.contains("response") && !line.contains("request")
}

fn mention(case: &mut DocumentedCase, key: Option<String>, remark: KeyRemark) {
    let keys = match remark {
        KeyRemark::Required => &mut case.required,
        KeyRemark::Conditional => &mut case.conditional,
        KeyRemark::None => &mut case.mentioned,
    };
    keys.extend(key);
}

/// The remark that the pieces after a name begin with: "(required if …)" is another one than "(required)".
fn remark(after: &[Piece]) -> KeyRemark {
    let Some(Piece::Text(text)) = after.first() else { return KeyRemark::None };
    let Some(inside) = text.trim_start().strip_prefix('(') else { return KeyRemark::None };
    let inside = inside.split(')').next().unwrap_or(inside).to_lowercase();
    let mut words = inside.split(|c: char| !c.is_alphanumeric());
    if words.clone().any(|word| ["if", "when", "where", "unless", "only"].contains(&word)) {
        KeyRemark::Conditional
    } else if words.next() == Some("required") {
        KeyRemark::Required
    } else {
        KeyRemark::None
    }
}

fn require_keys_of_all_examples(case: &mut DocumentedCase) {
    let mut variants = case.variants.iter();
    if let Some(first) = variants.next() {
        let in_all = variants.fold(first.clone(), |in_all, other| &in_all & other);
        case.required.extend(in_all);
    }
    keep_strongest(case);
}

/// A key that is required is not conditional, and one that is either is not merely mentioned.
fn keep_strongest(case: &mut DocumentedCase) {
    case.conditional = &case.conditional - &case.required;
    case.mentioned = &(&case.mentioned - &case.required) - &case.conditional;
}
