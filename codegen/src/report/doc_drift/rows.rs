//! Rows of the tables in prose: the terms of a definition list, or the items of a list that begin with a name.

use super::nodes::{self, Block, Node};
use super::words::{Style, Words};

/// How many cases an entry can be for: far beyond any, so that no head makes a long body longer without bound.
const MAX_CASES: usize = 16;

/// A table's row: what it is about, and what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The cases that its head names.
    pub(super) cases: Vec<String>,
    /// What follows, flat.
    pub(super) body: Vec<Node>,
}

/// Documentation, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// The rows of all tables.
    pub(super) rows: Vec<Row>,
    /// What stands outside of them, flat.
    pub(super) outside: Vec<Node>,
}

/// Finds the rows of all tables.
pub(super) fn find(nodes: &[Node], words: &Words) -> Rows {
    let mut found = Rows::default();
    for node in nodes {
        match node {
            Node::Block(Block::Terms, inside) => terms(&mut found, inside, words),
            Node::Block(Block::List, items) => list(&mut found, items, words),
            Node::Block(Block::Item | Block::Term | Block::Meaning, _)
            | Node::Text(_)
            | Node::Code(_)
            | Node::Break => found.outside.extend(nodes::flat(std::slice::from_ref(node))),
        }
    }
    found
}

/// The rows of a definition list; several terms may share a meaning.
fn terms(found: &mut Rows, inside: &[Node], words: &Words) {
    let mut row: Option<Row> = None;
    for node in inside {
        match node {
            Node::Block(Block::Term, head) => {
                let finished = row.take_if(|row| !row.body.is_empty());
                found.rows.extend(finished);
                let cases = words.cases_of_term(&nodes::text(head));
                let row = row.get_or_insert_with(|| Row { cases: Vec::new(), body: Vec::new() });
                row.cases.extend(cases);
                row.cases.truncate(MAX_CASES);
            }
            Node::Block(Block::Meaning | Block::List | Block::Terms | Block::Item, _)
            | Node::Text(_)
            | Node::Code(_)
            | Node::Break => {
                let body = row.as_mut().map_or(&mut found.outside, |row| &mut row.body);
                // White space between a term and its meaning is no meaning.
                if !is_blank(node) {
                    body.extend(nodes::flat(std::slice::from_ref(node)));
                }
            }
        }
    }
    found.rows.extend(row);
}

fn is_blank(node: &Node) -> bool {
    matches!(node, Node::Text(text) if text.trim().is_empty()) || *node == Node::Break
}

/// The rows of a list, if it is a table: if one of its items begins with the name of a case.
fn list(found: &mut Rows, items: &[Node], words: &Words) {
    for item in items {
        let pieces = nodes::flat(std::slice::from_ref(item));
        match head(&pieces, words) {
            Some(row) => found.rows.push(row),
            None => found.outside.extend(pieces),
        }
    }
}

/// An item that begins with names of cases and a colon, as a row: `A`: …, For `A` and `B`: …, A: ….
fn head(pieces: &[Node], words: &Words) -> Option<Row> {
    let mut names = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Node::Break if names.trim().is_empty() => {}
            Node::Code(code) => names.push_str(code),
            Node::Text(text) => match text.split_once(':') {
                Some((before, after)) => {
                    names.push_str(before);
                    let cases = cases(&names, &pieces[..index], words)?;
                    let body = std::iter::once(Node::Text(after.to_owned()));
                    return Some(Row {
                        cases,
                        body: body.chain(pieces[index + 1..].iter().cloned()).collect(),
                    });
                }
                None => names.push_str(text),
            },
            Node::Break | Node::Block(..) => return None,
        }
    }
    None
}

/// The cases of a head. What stands in it as plain text must be known, or written in capitals: else any note is one.
fn cases(names: &str, head: &[Node], words: &Words) -> Option<Vec<String>> {
    let names = names.trim();
    let cases = words.cases_of_term(names.strip_prefix("For ").unwrap_or(names));
    let is_coded = head.iter().any(|piece| matches!(piece, Node::Code(_)));
    let is_case = |name: &String| {
        words.is_case(name) && (is_coded || words.cases.contains(name) || Style::of(name) == Style::Constant)
    };
    ((1..=MAX_CASES).contains(&cases.len()) && cases.iter().all(is_case)).then_some(cases)
}
