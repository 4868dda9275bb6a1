//! Which parts a container has, and where a part belongs.

use std::borrow::Cow;

use super::tree::{Block, Inline, Kind};

/// Whether two kinds are the same, the numbers of lists aside.
pub(super) fn is_same(one: Kind, other: Kind) -> bool {
    matches!((one, other), (Kind::List(_), Kind::List(_))) || one == other
}

/// The blocks of a container, each in the part that such a container has.
pub(super) fn parts(kind: Kind, blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let part = match kind {
        Kind::List(_) => Kind::Item,
        Kind::Definitions => Kind::Meaning,
        Kind::Table => Kind::Row,
        Kind::Row => Kind::Cell,
        Kind::Cell => return paragraphs(blocks),
        Kind::Item | Kind::Term | Kind::Meaning | Kind::Note | Kind::Warning | Kind::Quote => return blocks,
    };
    let is_part = |block: &Block<'_>| match block {
        Block::Container(Kind::Term, _) => part == Kind::Meaning,
        Block::Container(own, _) => *own == part,
        Block::Paragraph(_) | Block::Heading(..) | Block::Listing(..) | Block::Rule => false,
    };
    let whole = |block| match block {
        block if is_part(&block) => block,
        block => Block::Container(part, parts(part, vec![block])),
    };
    blocks.into_iter().map(whole).collect()
}

/// The running text of blocks, for a cell of a table, which holds nothing else.
fn paragraphs(blocks: Vec<Block<'_>>) -> Vec<Block<'_>> {
    let flat = blocks.into_iter().flat_map(|block| match block {
        Block::Paragraph(line) | Block::Heading(_, line) => vec![Block::Paragraph(line)],
        Block::Listing(_, text) => vec![Block::Paragraph(vec![Inline::Code(Cow::Owned(text))])],
        Block::Rule => Vec::new(),
        Block::Container(_, blocks) => paragraphs(blocks),
    });
    flat.collect()
}

/// The container that a part of one stands in.
pub(super) fn owner(kind: Kind) -> Option<Kind> {
    match kind {
        Kind::Item => Some(Kind::List(None)),
        Kind::Term | Kind::Meaning => Some(Kind::Definitions),
        Kind::Row => Some(Kind::Table),
        Kind::Cell => Some(Kind::Row),
        Kind::List(_) | Kind::Definitions | Kind::Note | Kind::Warning | Kind::Quote | Kind::Table => None,
    }
}
