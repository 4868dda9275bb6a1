//! Documentation as lists, definition lists, code and text, whatever else is in it.

use markup::{self, tree};

/// A piece of documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text as it stands.
    Text(String),
    /// Code, with single spaces.
    Code(String),
    /// Where a paragraph, or anything else on lines of its own, begins or ends.
    Break,
    /// A list, or a part of one.
    Block(Block, Vec<Piece>),
}

/// What tables consist of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A list.
    List,
    /// One of its items.
    Item,
    /// A list of terms.
    Terms,
    /// A term.
    Term,
    /// What it means.
    Meaning,
}

/// Reads documentation, in HTML or CommonMark.
pub(super) fn read(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    add(&mut pieces, &markup::read(&markup::prepared(text)));
    pieces
}

fn add(pieces: &mut Vec<Piece>, blocks: &[tree::Block<'_>]) {
    for block in blocks {
        match block {
            tree::Block::Paragraph(line) | tree::Block::Heading(_, line) => {
                pieces.push(Piece::Break);
                pieces.extend(line.iter().filter_map(inline));
                pieces.push(Piece::Break);
            }
            tree::Block::Listing(_, text) => {
                pieces.extend([Piece::Break, Piece::Code(collapse_whitespace(text)), Piece::Break])
            }
            tree::Block::Rule => pieces.push(Piece::Break),
            tree::Block::Container(kind, blocks) => container(pieces, *kind, blocks),
        }
    }
}

fn container(pieces: &mut Vec<Piece>, kind: tree::Kind, blocks: &[tree::Block<'_>]) {
    let block = match kind {
        tree::Kind::List(_) => Block::List,
        tree::Kind::Item => Block::Item,
        tree::Kind::Definitions => Block::Terms,
        tree::Kind::Term => Block::Term,
        tree::Kind::Meaning => Block::Meaning,
        tree::Kind::Note
        | tree::Kind::Warning
        | tree::Kind::Quote
        | tree::Kind::Table
        | tree::Kind::Row
        | tree::Kind::Cell => return add(pieces, blocks),
    };
    let mut inside = Vec::new();
    add(&mut inside, blocks);
    pieces.push(Piece::Block(block, inside));
}

fn inline(piece: &tree::Inline<'_>) -> Option<Piece> {
    match piece {
        tree::Inline::Text(text) => Some(Piece::Text(text.to_string())),
        tree::Inline::Code(code) => Some(Piece::Code(collapse_whitespace(code))),
        tree::Inline::Break => Some(Piece::Break),
        tree::Inline::Start(_) | tree::Inline::End => None,
    }
}

fn collapse_whitespace(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text, the code and the breaks of `pieces`, without nesting.
pub(super) fn flatten(pieces: &[Piece]) -> Vec<Piece> {
    let mut flat = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(_) | Piece::Code(_) | Piece::Break => flat.push(piece.clone()),
            Piece::Block(_, inside) => {
                flat.push(Piece::Break);
                flat.extend(flatten(inside));
                flat.push(Piece::Break);
            }
        }
    }
    flat
}

/// The text and the code of `pieces`, with single spaces.
pub(super) fn plain_text(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in flatten(pieces) {
        match piece {
            Piece::Text(piece) | Piece::Code(piece) => text.push_str(&piece),
            Piece::Break | Piece::Block(..) => text.push(' '),
        }
    }
    collapse_whitespace(&text)
}
