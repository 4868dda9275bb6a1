//! What a text names: for those who look whether it is there.

use super::tree::{Block, Inline, Line, Mark};
use super::{links, prepared, read};

/// Something that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// Code, which may be something else altogether.
    Code(String),
    /// What the model is said to call so: `[Name]`, or `<a>Name</a>`.
    Reference(String),
    /// An address.
    Address(String),
}

/// Everything that a text names, in its order.
pub fn mentions(text: &str) -> Vec<Named> {
    let mut found = Vec::new();
    of_blocks(&mut found, &read(&prepared(text)));
    found
}

fn of_blocks(found: &mut Vec<Named>, blocks: &[Block<'_>]) {
    for block in blocks {
        match block {
            Block::Paragraph(line) | Block::Heading(_, line) => of_line(found, line),
            Block::Container(_, blocks) => of_blocks(found, blocks),
            Block::Listing(..) | Block::Rule => {}
        }
    }
}

fn of_line(found: &mut Vec<Named>, line: &Line<'_>) {
    let mut open = Vec::new();
    for (index, piece) in line.iter().enumerate() {
        match piece {
            // What a reference shows is said with the reference.
            Inline::Code(code) if !open.contains(&true) => found.push(Named::Code(code.to_string())),
            Inline::Start(mark) => {
                let named = of_mark(mark, &line[index + 1..]);
                open.push(matches!(named, Some(Named::Reference(_))));
                found.extend(named);
            }
            Inline::End => {
                open.pop();
            }
            Inline::Code(_) | Inline::Text(_) | Inline::Break => {}
        }
    }
}

fn of_mark(mark: &Mark<'_>, behind: &[Inline<'_>]) -> Option<Named> {
    match mark {
        Mark::Link(address) => Some(Named::Address(address.to_string())),
        Mark::Reference(name, _) => Some(Named::Reference(name.to_string())),
        Mark::Named => Some(Named::Reference(links::inside(behind))),
        Mark::Emphasis | Mark::Strong | Mark::Item(_) => None,
    }
}
