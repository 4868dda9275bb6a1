//! Builds the tree from tags and text as they come, whatever their order.
//!
//! End tags close only what is open; items and terms without a list get one; marks end with their paragraph.

use std::borrow::Cow;

use super::characters;
use super::code::Code;
use super::parts::{is_same, owner, parts};
use super::tag::{Found, Tag};
use super::tree::{Block, Inline, Kind, Language, Line, MAX_DEPTH, Mark};

/// A tree that is being built.
#[derive(Debug, Default)]
pub(super) struct Builder<'t> {
    /// What stands outside of all containers.
    root: Vec<Block<'t>>,
    /// The open containers, the outermost first.
    open: Vec<(Kind, Vec<Block<'t>>)>,
    /// The running text since the last block.
    line: Line<'t>,
    /// The marks that are open in it.
    marks: Vec<Tag>,
    /// The level of the heading that it is, if it is one.
    heading: Option<u8>,
    /// The code that is open.
    code: Option<Code>,
    /// The listing that is open.
    listing: Option<(Language, String)>,
}

impl<'t> Builder<'t> {
    /// Closes what is open and gives the tree.
    pub(super) fn finish(mut self) -> Vec<Block<'t>> {
        self.end_block();
        self.close_to(0);
        self.root
    }

    /// Whether code is open.
    pub(super) fn in_code(&self) -> bool {
        self.code.is_some()
    }

    /// Whether a tag is text where it stands: in code most are, and in a listing all but its end.
    pub(super) fn keeps(&self, found: &Found<'_>, rest: &str) -> bool {
        if self.listing.is_some() {
            return found.tag.is_block() && found.tag != Tag::Listing;
        }
        let Some(code) = &self.code else { return false };
        let quoted = || code.text.ends_with('"') && rest[found.source.len()..].starts_with('"');
        match found.tag {
            Tag::Code | Tag::Break | Tag::Link => false,
            Tag::Emphasis | Tag::Strong => quoted(),
            _ => true,
        }
    }

    /// Adds text that may hold entities.
    pub(super) fn raw(&mut self, text: &'t str) {
        if !text.is_empty() {
            self.text(html_escape::decode_html_entities(text));
        }
    }

    /// Adds text.
    pub(super) fn text(&mut self, text: Cow<'t, str>) {
        let text = characters::clean(text);
        if let Some((_, listing)) = &mut self.listing {
            listing.push_str(&text);
        } else if let Some(code) = &mut self.code {
            code.text.push_str(&text);
        } else if !text.is_empty() {
            self.line.push(Inline::Text(text));
        }
    }

    /// Adds code that is known as a whole.
    pub(super) fn whole_code(&mut self, text: Cow<'t, str>) {
        if self.code.is_some() || self.listing.is_some() {
            return self.text(text);
        }
        self.push_code(characters::clean(text));
    }

    /// A start tag.
    pub(super) fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Code if self.listing.is_none() => {
                if self.code.is_none() {
                    self.code = Some(Code::default());
                }
            }
            Tag::Emphasis | Tag::Strong => self.start_mark(tag),
            Tag::Break => self.line_break(),
            Tag::Code | Tag::Transparent | Tag::Image | Tag::Link => {}
            Tag::Paragraph => self.end_block(),
            Tag::Rule => {
                self.end_block();
                self.push(Block::Rule);
            }
            Tag::Heading(level) => {
                self.end_block();
                self.heading = Some(level);
            }
            Tag::Listing => self.start_listing(Language::Text),
            Tag::Container(kind) => self.open(kind),
        }
    }

    /// An end tag.
    pub(super) fn end(&mut self, tag: Tag) {
        match tag {
            Tag::Code => self.end_code(),
            Tag::Emphasis | Tag::Strong | Tag::Link => self.end_mark(tag),
            Tag::Break | Tag::Transparent | Tag::Image => {}
            Tag::Paragraph | Tag::Rule | Tag::Heading(_) | Tag::Listing => self.end_block(),
            Tag::Container(kind) => {
                self.end_block();
                if let Some(depth) = self.open.iter().rposition(|(open, _)| is_same(*open, kind)) {
                    self.close_to(depth);
                }
            }
        }
    }

    /// Opens a listing.
    pub(super) fn start_listing(&mut self, language: Language) {
        self.end_block();
        self.listing = Some((language, String::new()));
    }

    /// A link to an address or, without one, to what its text names.
    pub(super) fn start_link(&mut self, address: Option<Cow<'t, str>>) {
        let mark = address.map_or(Mark::Named, |address| {
            Mark::Link(match characters::clean(address) {
                Cow::Borrowed(address) => Cow::Borrowed(address.trim()),
                Cow::Owned(address) => Cow::Owned(address.trim().to_owned()),
            })
        });
        self.mark_in_code(Tag::Link, |builder| {
            builder.close_mark(Tag::Link);
            builder.open_mark(Tag::Link, mark);
        });
    }

    /// A link to what the model calls so; `tail` stands behind the text if there is no such thing.
    pub(super) fn start_reference(&mut self, name: Cow<'t, str>, tail: Cow<'t, str>) {
        self.open_mark(Tag::Link, Mark::Reference(name, tail));
    }

    /// Where a line must end.
    pub(super) fn line_break(&mut self) {
        if let Some((_, listing)) = &mut self.listing {
            listing.push('\n');
        } else if let Some(code) = &mut self.code {
            code.text.push('\n');
        } else {
            self.line.push(Inline::Break);
        }
    }

    /// Opens a container, in a list of its own if it needs one and there is none.
    pub(super) fn open(&mut self, kind: Kind) {
        self.end_block();
        if let Some(owner) = owner(kind) {
            match self.open.iter().rposition(|(open, _)| is_same(*open, owner)) {
                // An item ends the one before it.
                Some(depth) => self.close_to(depth + 1),
                None => self.open(owner),
            }
        }
        self.push_open(kind);
    }

    fn push_open(&mut self, kind: Kind) {
        if self.open.len() < MAX_DEPTH {
            self.open.push((kind, Vec::new()));
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some((kind, blocks)) = self.open.pop()
        {
            let blocks = if kind == Kind::Table { self.without_caption(blocks) } else { blocks };
            if !blocks.is_empty() || kind == Kind::Cell {
                self.push(Block::Container(kind, parts(kind, blocks)));
            }
        }
    }

    /// The rows of a table; the paragraphs before them go before the table.
    fn without_caption(&mut self, mut blocks: Vec<Block<'t>>) -> Vec<Block<'t>> {
        let count = blocks.iter().take_while(|block| matches!(block, Block::Paragraph(_))).count();
        blocks.drain(..count).for_each(|paragraph| self.push(paragraph));
        blocks
    }

    fn push(&mut self, block: Block<'t>) {
        self.open.last_mut().map_or(&mut self.root, |(_, blocks)| blocks).push(block);
    }

    /// Ends the paragraph, heading or listing that is open.
    pub(super) fn end_block(&mut self) {
        self.end_code();
        self.marks.drain(..).for_each(|_| self.line.push(Inline::End));
        let heading = self.heading.take();
        let line = std::mem::take(&mut self.line);
        if !line.is_empty() {
            self.push(match heading {
                Some(level) => Block::Heading(level, line),
                None => Block::Paragraph(line),
            });
        }
        if let Some((language, text)) = self.listing.take()
            && !text.trim().is_empty()
        {
            self.push(Block::Listing(language, text));
        }
    }

    fn start_mark(&mut self, tag: Tag) {
        if let Some(code) = &mut self.code {
            code.start_placeholder();
        } else if self.listing.is_none() {
            let mark = if tag == Tag::Strong { Mark::Strong } else { Mark::Emphasis };
            self.open_mark(tag, mark);
        }
    }

    /// Opens a mark, unless one like it is open.
    fn open_mark(&mut self, tag: Tag, mark: Mark<'t>) {
        if !self.marks.contains(&tag) && self.listing.is_none() {
            self.marks.push(tag);
            self.line.push(Inline::Start(mark));
        }
    }

    fn end_mark(&mut self, tag: Tag) {
        if let (Some(code), Tag::Emphasis | Tag::Strong) = (&mut self.code, tag) {
            return code.end_placeholder();
        }
        self.mark_in_code(tag, |builder| builder.close_mark(tag));
    }

    fn close_mark(&mut self, tag: Tag) {
        let Some(depth) = self.marks.iter().rposition(|open| *open == tag) else { return };
        for _ in depth..self.marks.len() {
            self.line.push(Inline::End);
        }
        self.marks.truncate(depth);
    }

    /// Does something to the line; code that is open ends before it and goes on behind it.
    fn mark_in_code(&mut self, tag: Tag, act: impl FnOnce(&mut Self)) {
        let splits = tag == Tag::Link && self.code.is_some();
        if splits {
            self.end_code();
        }
        act(self);
        if splits {
            self.code = Some(Code::default());
        }
    }

    /// Ends the code that is open.
    pub(super) fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            self.push_code(Cow::Owned(code.finish()));
        }
    }

    /// Adds code; the white space around it stands outside, and code that touches other code joins it.
    fn push_code(&mut self, text: Cow<'t, str>) {
        let shown = text.trim();
        if text.starts_with(char::is_whitespace) {
            self.line.push(Inline::Text(Cow::Borrowed(" ")));
        }
        match self.line.last_mut() {
            _ if shown.is_empty() => {}
            Some(Inline::Code(before)) => before.to_mut().push_str(shown),
            _ => {
                let code = match &text {
                    Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
                    Cow::Owned(_) => Cow::Owned(shown.to_owned()),
                };
                self.line.push(Inline::Code(code));
            }
        }
        if !shown.is_empty() && text.ends_with(char::is_whitespace) {
            self.line.push(Inline::Text(Cow::Borrowed(" ")));
        }
    }
}
