//! Documentation as tables of prose are read from it: lists, definition lists, code and text, whatever else is in it.

use markup::{self, tree};

/// A piece of documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// Text as it stands.
    Text(String),
    /// Code, white space made one.
    Code(String),
    /// Where a paragraph, or whatever else stands on lines of its own, begins or ends.
    Break,
    /// A list, or a part of one.
    Block(Block, Vec<Node>),
}

/// The parts that make tables of prose.
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
pub(super) fn read(text: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    add(&mut nodes, &markup::read(&markup::prepared(text)));
    nodes
}

fn add(nodes: &mut Vec<Node>, blocks: &[tree::Block<'_>]) {
    for block in blocks {
        match block {
            tree::Block::Paragraph(line) | tree::Block::Heading(_, line) => {
                nodes.push(Node::Break);
                nodes.extend(line.iter().filter_map(inline));
                nodes.push(Node::Break);
            }
            tree::Block::Listing(_, text) => {
                nodes.extend([Node::Break, Node::Code(squeezed(text)), Node::Break])
            }
            tree::Block::Rule => nodes.push(Node::Break),
            tree::Block::Container(kind, blocks) => container(nodes, *kind, blocks),
        }
    }
}

fn container(nodes: &mut Vec<Node>, kind: tree::Kind, blocks: &[tree::Block<'_>]) {
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
        | tree::Kind::Cell => return add(nodes, blocks),
    };
    let mut inside = Vec::new();
    add(&mut inside, blocks);
    nodes.push(Node::Block(block, inside));
}

fn inline(piece: &tree::Inline<'_>) -> Option<Node> {
    match piece {
        tree::Inline::Text(text) => Some(Node::Text(text.to_string())),
        tree::Inline::Code(code) => Some(Node::Code(squeezed(code))),
        tree::Inline::Break => Some(Node::Break),
        tree::Inline::Start(_) | tree::Inline::End => None,
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What `nodes` hold, without the nesting: text, code, and where lines begin.
pub(super) fn flat(nodes: &[Node]) -> Vec<Node> {
    let mut pieces = Vec::new();
    for node in nodes {
        match node {
            Node::Text(_) | Node::Code(_) | Node::Break => pieces.push(node.clone()),
            Node::Block(_, inside) => {
                pieces.push(Node::Break);
                pieces.extend(flat(inside));
                pieces.push(Node::Break);
            }
        }
    }
    pieces
}

/// The text of `nodes`, code among it, white space made one.
pub(super) fn text(nodes: &[Node]) -> String {
    let mut text = String::new();
    for piece in flat(nodes) {
        match piece {
            Node::Text(piece) | Node::Code(piece) => text.push_str(&piece),
            Node::Break | Node::Block(..) => text.push(' '),
        }
    }
    squeezed(&text)
}
