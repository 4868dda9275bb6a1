//! Arranges a text for rustdoc, which shows the first paragraph of a page in the index of its module.

use super::Form;
use super::sentence;
use super::tree::{self, Block, Inline, Kind, Language, Line};
use super::words;

/// How long a first paragraph may be, in characters, before it is split after its first sentence.
const SUMMARY: usize = 120;

/// How long code may be, in characters, before it is shown as a listing if it stands alone.
const LONG_CODE: usize = 100;

/// Arranges the blocks of a text.
pub(super) fn arrange(blocks: &mut Vec<Block<'_>>, form: Form) {
    tree::prune(blocks);
    blocks.iter_mut().for_each(listings);
    blocks.iter_mut().for_each(words::spell_out);
    match form {
        Form::Whole => {}
        Form::Page => {
            lead_with_paragraph(blocks);
            split_first(blocks, SUMMARY);
        }
        Form::Summary => {
            let first = first_paragraph(blocks);
            blocks.clear();
            blocks.extend(first);
            split_first(blocks, 0);
            blocks.truncate(1);
        }
    }
}

/// Moves the headings and the notes that open a text behind its first paragraph.
fn lead_with_paragraph(blocks: &mut [Block<'_>]) {
    let count = blocks.iter().take_while(|block| opens(block)).count();
    if matches!(blocks.get(count), Some(Block::Paragraph(_))) {
        blocks[..=count].rotate_right(1);
    }
}

/// Whether a block can stand before the first paragraph of a text, and not be its first sentence.
fn opens(block: &Block<'_>) -> bool {
    matches!(block, Block::Heading(..) | Block::Container(Kind::Note | Kind::Warning, _))
}

/// The paragraph that says first what a text says: one behind what opens it or, where there is none, the first in it.
fn first_paragraph<'t>(blocks: &mut [Block<'t>]) -> Option<Block<'t>> {
    let count = blocks.iter().take_while(|block| opens(block)).count();
    if matches!(blocks.get(count), Some(Block::Paragraph(_))) {
        return Some(std::mem::replace(&mut blocks[count], Block::Rule));
    }
    blocks.iter_mut().find_map(|block| match block {
        Block::Paragraph(_) => Some(std::mem::replace(block, Block::Rule)),
        Block::Container(Kind::Table, _) | Block::Heading(..) | Block::Listing(..) | Block::Rule => None,
        Block::Container(_, blocks) => first_paragraph(blocks),
    })
}

fn split_first(blocks: &mut Vec<Block<'_>>, longest: usize) {
    if let Some(Block::Paragraph(line)) = blocks.first_mut()
        && length(line) > longest
        && let Some(rest) = sentence::split_first(line)
    {
        blocks.insert(1, Block::Paragraph(rest));
    }
}

fn length(line: &Line<'_>) -> usize {
    let length = |piece: &Inline<'_>| match piece {
        Inline::Text(text) | Inline::Code(text) => text.chars().count(),
        Inline::Start(_) | Inline::End | Inline::Break => 0,
    };
    line.iter().map(length).sum()
}

/// Makes listings of paragraphs that are long code or code of several lines, and nothing else.
fn listings(block: &mut Block<'_>) {
    match block {
        Block::Container(Kind::Cell, _) => {}
        Block::Container(_, blocks) => blocks.iter_mut().for_each(listings),
        Block::Paragraph(line) => {
            if let Some(text) = lone_code(line)
                && (text.lines().count() > 2 || text.chars().count() > LONG_CODE)
            {
                *block = Block::Listing(language(text), text.to_owned());
            }
        }
        Block::Listing(language @ Language::Text, text) if is_json(text) => {
            *language = Language::Named("json")
        }
        Block::Heading(..) | Block::Listing(..) | Block::Rule => {}
    }
}

/// The code that is all there is in a line.
fn lone_code<'l>(line: &'l Line<'_>) -> Option<&'l str> {
    let mut found = None;
    for piece in line {
        match piece {
            Inline::Code(code) if found.is_none() => found = Some(code.as_ref()),
            Inline::Text(text) if text.trim().is_empty() => {}
            Inline::Code(_) | Inline::Text(_) | Inline::Start(_) | Inline::End | Inline::Break => {
                return None;
            }
        }
    }
    found.filter(|_| !tree::is_blank(line))
}

fn language(text: &str) -> Language {
    if is_json(text) { Language::Named("json") } else { Language::Text }
}

fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[']) && serde_json::from_str::<serde_json::Value>(text).is_ok()
}
