//! Puts into words and lists what Markdown has no marks for: notes and definitions.

use super::tree::{self, Block, Inline, Kind, Line, Mark};

/// Labels the notes of a text and makes lists of its definitions, at any depth.
pub(super) fn spell_out(block: &mut Block<'_>) {
    let Block::Container(kind, blocks) = block else { return };
    blocks.iter_mut().for_each(spell_out);
    match kind {
        Kind::Note => label(blocks),
        Kind::Definitions => *block = Block::Container(Kind::List(None), items(blocks)),
        Kind::List(_)
        | Kind::Item
        | Kind::Term
        | Kind::Meaning
        | Kind::Warning
        | Kind::Quote
        | Kind::Table
        | Kind::Row
        | Kind::Cell => {}
    }
}

/// Puts the label of a note before its first paragraph.
fn label(blocks: &mut Vec<Block<'_>>) {
    let label =
        [Inline::Start(Mark::Strong), Inline::Text("Note:".into()), Inline::End, Inline::Text(" ".into())];
    match blocks.first_mut() {
        Some(Block::Paragraph(line)) => {
            line.splice(0..0, label);
        }
        _ => blocks.insert(0, Block::Paragraph(label.into())),
    }
}

/// Definitions as items: each term in strong letters with what it means behind it.
fn items<'t>(blocks: &[Block<'t>]) -> Vec<Block<'t>> {
    let mut items: Vec<Vec<Block<'t>>> = Vec::new();
    let mut meant = true;
    for block in blocks {
        match (block.inside(Kind::Term), block.inside(Kind::Meaning)) {
            (Some(term), _) => {
                items.push(term.iter().map(as_term).collect());
                meant = false;
            }
            (None, meaning) => {
                let meaning = meaning.unwrap_or(std::slice::from_ref(block));
                match items.last_mut() {
                    Some(item) if !meant => explain(item, meaning),
                    Some(item) => item.extend_from_slice(meaning),
                    None => items.push(meaning.to_vec()),
                }
                meant = true;
            }
        }
    }
    items.into_iter().map(|blocks| Block::Container(Kind::Item, blocks)).collect()
}

fn as_term<'t>(block: &Block<'t>) -> Block<'t> {
    let is_text =
        |piece: &Inline<'_>| matches!(piece, Inline::Text(text) if text.contains(char::is_alphanumeric));
    match block {
        Block::Paragraph(line) if line.iter().any(is_text) => Block::Paragraph(tree::strong(line)),
        other => other.clone(),
    }
}

/// Adds a meaning behind a term, on its line where both are running text.
fn explain<'t>(item: &mut Vec<Block<'t>>, meaning: &[Block<'t>]) {
    if let Some(Block::Paragraph(term)) = item.last_mut() {
        let colon = !ends_in_colon(term);
        term.push(Inline::Text(if colon { ": ".into() } else { " ".into() }));
        if let Some((Block::Paragraph(first), rest)) = meaning.split_first() {
            term.extend(first.iter().cloned());
            return item.extend_from_slice(rest);
        }
    }
    item.extend_from_slice(meaning);
}

fn ends_in_colon(line: &Line<'_>) -> bool {
    line.iter().rev().find_map(|piece| match piece {
        Inline::Text(text) | Inline::Code(text) => Some(text.trim_end().ends_with(':')),
        Inline::Start(_) | Inline::End | Inline::Break => None,
    }) == Some(true)
}
