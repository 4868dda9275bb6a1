//! Rows of the tables in documentation: the terms of a definition list, or the items of a list that begin with a name.

use super::pieces::{self, Block, Piece};
use super::vocabulary::{NameStyle, Vocabulary};

/// How many cases a row can be about: more than any has, and a bound on how often its body is copied.
const MAX_CASES: usize = 16;

/// A table's row: what it is about, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The cases that its head names.
    pub(super) cases: Vec<String>,
    /// What follows, without nesting.
    pub(super) body: Vec<Piece>,
}

/// The parts of a documentation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// The rows of all tables.
    pub(super) rows: Vec<Row>,
    /// Everything outside of them, without nesting.
    pub(super) outside: Vec<Piece>,
}

/// Finds the rows of all tables.
pub(super) fn find(pieces: &[Piece], vocabulary: &Vocabulary) -> Rows {
    let mut found = Rows::default();
    for piece in pieces {
        match piece {
            Piece::Block(Block::Terms, inside) => terms(&mut found, inside, vocabulary),
            Piece::Block(Block::List, items) => list(&mut found, items, vocabulary),
            Piece::Block(Block::Item | Block::Term | Block::Meaning, _)
            | Piece::Text(_)
            | Piece::Code(_)
            | Piece::Break => found.outside.extend(pieces::flatten(std::slice::from_ref(piece))),
        }
    }
    found
}

/// The rows of a definition list; several terms may share a meaning.
fn terms(found: &mut Rows, inside: &[Piece], vocabulary: &Vocabulary) {
    let mut row: Option<Row> = None;
    for piece in inside {
        match piece {
            Piece::Block(Block::Term, head) => {
                let finished = row.take_if(|row| !row.body.is_empty());
                found.rows.extend(finished);
                let cases = vocabulary.cases_of_term(&pieces::plain_text(head));
                let row = row.get_or_insert_with(|| Row { cases: Vec::new(), body: Vec::new() });
                row.cases.extend(cases);
                row.cases.truncate(MAX_CASES);
            }
            Piece::Block(Block::Meaning | Block::List | Block::Terms | Block::Item, _)
            | Piece::Text(_)
            | Piece::Code(_)
            | Piece::Break => {
                let body = row.as_mut().map_or(&mut found.outside, |row| &mut row.body);
                // White space between a term and its meaning is no meaning.
                if !is_blank(piece) {
                    body.extend(pieces::flatten(std::slice::from_ref(piece)));
                }
            }
        }
    }
    found.rows.extend(row);
}

fn is_blank(piece: &Piece) -> bool {
    matches!(piece, Piece::Text(text) if text.trim().is_empty()) || *piece == Piece::Break
}

/// The rows of a list, if it is a table: if one of its items begins with the name of a case.
fn list(found: &mut Rows, items: &[Piece], vocabulary: &Vocabulary) {
    for item in items {
        let pieces = pieces::flatten(std::slice::from_ref(item));
        match head(&pieces, vocabulary) {
            Some(row) => found.rows.push(row),
            None => found.outside.extend(pieces),
        }
    }
}

/// An item that begins with names of cases and a colon, as a row: `A`: …, For `A` and `B`: …, A: ….
fn head(pieces: &[Piece], vocabulary: &Vocabulary) -> Option<Row> {
    let mut names = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Break if names.trim().is_empty() => {}
            Piece::Code(code) => names.push_str(code),
            Piece::Text(text) => match text.split_once(':') {
                Some((before, after)) => {
                    names.push_str(before);
                    let cases = cases(&names, &pieces[..index], vocabulary)?;
                    let body = std::iter::once(Piece::Text(after.to_owned()));
                    return Some(Row {
                        cases,
                        body: body.chain(pieces[index + 1..].iter().cloned()).collect(),
                    });
                }
                None => names.push_str(text),
            },
            Piece::Break | Piece::Block(..) => return None,
        }
    }
    None
}

/// The cases of a head. Plain text in it must be known or in capitals; otherwise any note would be a case.
fn cases(names: &str, head: &[Piece], vocabulary: &Vocabulary) -> Option<Vec<String>> {
    let names = names.trim();
    let cases = vocabulary.cases_of_term(names.strip_prefix("For ").unwrap_or(names));
    let is_coded = head.iter().any(|piece| matches!(piece, Piece::Code(_)));
    let is_case = |name: &String| {
        vocabulary.is_case(name)
            && (is_coded || vocabulary.cases.contains(name) || NameStyle::of(name) == NameStyle::Constant)
    };
    ((1..=MAX_CASES).contains(&cases.len()) && cases.iter().all(is_case)).then_some(cases)
}
