//! The names of a model, for texts that name something.

use std::collections::HashSet;

use crate::diagnostics;
use crate::lower::docs::index::Index;
use crate::resolve::graph::{Model, ShapeId};

/// How long a word in code must be to count as a misspelled name.
const MIN_LENGTH: usize = 8;

/// Every name that a text can mean, whichever shape it is about.
pub(super) struct Names<'n> {
    /// Operations, types and members of the crate.
    of_crate: HashSet<&'n str>,
    /// Shapes of the model, by their names and by their ids.
    of_model: HashSet<&'n str>,
}

impl<'n> Names<'n> {
    /// The names of a model and of the crate that is made of it.
    pub(super) fn new(model: &'n Model, index: &'n Index<'_>) -> Self {
        let ids = model.shapes.keys().map(ShapeId::as_str);
        Self {
            of_crate: index.names().collect(),
            of_model: ids.chain(model.shapes.keys().map(ShapeId::name)).collect(),
        }
    }

    /// Whether something has this name.
    pub(super) fn contains(&self, name: &str) -> bool {
        self.of_crate.contains(name) || self.of_model.contains(name)
    }

    /// The name of the crate that is most like a text.
    pub(super) fn nearest(&self, name: &str) -> Option<&'n str> {
        diagnostics::nearest(name, self.of_crate.iter().copied())
    }

    /// The name that a word in code misspells by one letter. Short words, ordinary ones and ones all in capitals count
    /// as no names.
    pub(super) fn misspelled(&self, word: &str) -> Option<&'n str> {
        let capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
        let is_name = word.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && (2..word.len()).contains(&capitals)
            && word.len() >= MIN_LENGTH;
        // Trying every edit costs the same for each model; comparing with every name does not.
        let edits = if is_name { edits(word.as_bytes()) } else { Vec::new() };
        edits.iter().filter_map(|edit| self.of_crate.get(edit.as_str()).copied()).min()
    }
}

/// Every text that is one edit away from an ASCII word: a letter less, more, other, or swapped with the next one.
fn edits(word: &[u8]) -> Vec<String> {
    let letters = || (b'0'..=b'9').chain(b'A'..=b'Z').chain(b'a'..=b'z').chain([b'_']);
    let spliced = |at: usize, removed: usize, inserted: &[u8]| {
        let parts = [&word[..at], inserted, &word[at + removed..]].concat();
        parts.into_iter().map(char::from).collect::<String>()
    };
    let mut edits = Vec::new();
    for at in 0..=word.len() {
        edits.extend(letters().map(|letter| spliced(at, 0, &[letter])));
        if let Some(&letter) = word.get(at) {
            edits.push(spliced(at, 1, &[]));
            edits.extend(letters().map(|letter| spliced(at, 1, &[letter])));
            edits.extend(word.get(at + 1).map(|&next| spliced(at, 2, &[next, letter])));
        }
    }
    edits
}
