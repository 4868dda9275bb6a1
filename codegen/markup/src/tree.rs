//! The tree that documentation is brought to.

use std::borrow::Cow;

use super::markdown::Item;

/// How deep containers may nest; what is deeper stands in the last one, so that no text can exhaust the stack.
pub const MAX_DEPTH: usize = 24;

/// A piece of documentation that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block<'t> {
    /// Running text.
    Paragraph(Line<'t>),
    /// A heading, with its level from 1 to 6.
    Heading(u8, Line<'t>),
    /// Text whose lines and spaces matter.
    Listing(Language, String),
    /// A line between two paragraphs.
    Rule,
    /// Other blocks.
    Container(Kind, Vec<Block<'t>>),
}

/// What holds other blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A list of [`Kind::Item`]s, with the first number if it is ordered.
    List(Option<u64>),
    /// An item of a list.
    Item,
    /// A list of [`Kind::Term`]s and [`Kind::Meaning`]s.
    Definitions,
    /// What is defined.
    Term,
    /// What it means.
    Meaning,
    /// A remark beside the text.
    Note,
    /// A remark that must not be missed.
    Warning,
    /// The words of somebody else.
    Quote,
    /// A table of [`Kind::Row`]s.
    Table,
    /// A row of [`Kind::Cell`]s.
    Row,
    /// A cell of a table.
    Cell,
}

/// The language of a listing. Only those that rustdoc shows as they are: never Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Any other.
    Text,
    /// One that is named in the text, or that the listing turned out to be.
    Named(&'static str),
}

/// Running text, flat: every [`Inline::Start`] has its [`Inline::End`] in the same line.
pub type Line<'t> = Vec<Inline<'t>>;

/// A piece of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline<'t> {
    /// Text; any white space in it is one space.
    Text(Cow<'t, str>),
    /// Text of a program; white space in it is one space, unless it becomes a listing.
    Code(Cow<'t, str>),
    /// Where a mark begins.
    Start(Mark<'t>),
    /// Where the innermost mark ends.
    End,
    /// Where a line must end.
    Break,
}

/// What is meant by a stretch of running text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark<'t> {
    /// Stress.
    Emphasis,
    /// Strong stress.
    Strong,
    /// A link to an address.
    Link(Cow<'t, str>),
    /// A link to what the model calls as its text says (`<a>Name</a>`).
    Named,
    /// A link to what the model calls so (`[Name]`), and what stands behind the text if there is no such thing.
    Reference(Cow<'t, str>, Cow<'t, str>),
    /// A link to an item.
    Item(Item),
}

impl Language {
    /// The languages that a listing may say it is in; rustdoc compiles none of them.
    pub const NAMED: [&'static str; 18] = [
        "bash",
        "console",
        "css",
        "csv",
        "diff",
        "graphql",
        "html",
        "http",
        "ini",
        "java",
        "javascript",
        "json",
        "python",
        "shell",
        "sql",
        "toml",
        "xml",
        "yaml",
    ];

    /// The language that a fence names.
    pub(super) fn named(name: &str) -> Self {
        Self::NAMED.into_iter().find(|known| *known == name).map_or(Self::Text, Self::Named)
    }

    /// What stands after the fence.
    pub(super) fn info(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Named(name) => name,
        }
    }
}

impl Block<'_> {
    /// The container's blocks, if it is one of this kind.
    pub(super) fn inside(&self, kind: Kind) -> Option<&[Self]> {
        match self {
            Block::Container(own, blocks) if *own == kind => Some(blocks),
            _ => None,
        }
    }
}

/// Whether nothing of a line can be seen.
pub(super) fn is_blank(line: &[Inline<'_>]) -> bool {
    line.iter().all(|piece| match piece {
        Inline::Text(text) | Inline::Code(text) => text.trim().is_empty(),
        Inline::Start(_) | Inline::End | Inline::Break => true,
    })
}

/// Drops what nothing can be seen of, so that no item or quote is empty.
pub(super) fn prune(blocks: &mut Vec<Block<'_>>) {
    blocks.retain_mut(|block| match block {
        Block::Paragraph(line) | Block::Heading(_, line) => !is_blank(line) || has_address(line),
        Block::Listing(_, text) => !text.trim().is_empty(),
        Block::Rule => true,
        Block::Container(kind, blocks) => {
            prune(blocks);
            *kind == Kind::Cell || !blocks.is_empty()
        }
    });
}

/// A line in strong letters, without other stress in it.
pub(super) fn strong<'t>(line: &Line<'t>) -> Line<'t> {
    let mut strong = vec![Inline::Start(Mark::Strong)];
    let mut open = Vec::new();
    for piece in line {
        let kept = match piece {
            Inline::Start(mark) => {
                open.push(!matches!(mark, Mark::Emphasis | Mark::Strong));
                open.last().copied()
            }
            Inline::End => open.pop(),
            Inline::Text(_) | Inline::Code(_) | Inline::Break => Some(true),
        };
        if kept == Some(true) {
            strong.push(piece.clone());
        }
    }
    strong.push(Inline::End);
    strong
}

/// Whether a line has a link to an address, though nothing of it can be seen.
fn has_address(line: &Line<'_>) -> bool {
    line.iter().any(|piece| matches!(piece, Inline::Start(Mark::Link(address)) if !address.is_empty()))
}
