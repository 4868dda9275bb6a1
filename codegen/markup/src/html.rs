//! Reads documentation in HTML: known tags make the tree, all else is text.

use std::borrow::Cow;

use super::build::Builder;
use super::commonmark;
use super::tag::{Found, Side, Tag};
use super::tree::{Block, Kind};

/// Tags that only a text in HTML needs.
const OF_HTML: [&str; 5] = ["<p>", "</p>", "</li>", "</ul>", "</note>"];

/// Whether a text is HTML and not CommonMark: a tag opens it, or it holds tags that only HTML needs. Tags that code
/// of CommonMark shows do not count, and a tag within a line counts only where nothing speaks for CommonMark.
pub(super) fn is_html(text: &str) -> bool {
    let holds = |text: &str| OF_HTML.iter().any(|tag| text.contains(tag));
    if !text.contains('<') {
        return false;
    }
    match Found::at(text.trim_start()).filter(|found| found.side != Side::End) {
        Some(found) if found.tag.is_block() => true,
        Some(_) if !commonmark::is_marked(text) => true,
        Some(_) | None => holds(text) && commonmark::tags(text).any(holds),
    }
}

/// The tree of a text in HTML.
pub(super) fn read(text: &str) -> Vec<Block<'_>> {
    let mut builder = Builder::default();
    let mut ahead = Ahead::new(text);
    scan(text, &mut builder, |builder, found, offset| {
        if builder.in_code() && found.tag.is_block() && ahead.another_code_begins(offset) {
            builder.end_code();
        }
    });
    builder.finish()
}

/// Passes the tags and the text of a piece of HTML to a builder; `before` sees each tag and its offset first.
pub(super) fn scan<'t>(
    text: &'t str,
    builder: &mut Builder<'t>,
    mut before: impl FnMut(&mut Builder<'t>, &Found<'t>, usize),
) {
    let mut comments = Next::new("-->");
    let (mut start, mut at) = (0, 0);
    while let Some(found_at) = text[at..].find('<') {
        at += found_at;
        let length = if text[at..].starts_with("<!--")
            && let Some(end) = comments.behind(text, at + "<!--".len())
        {
            builder.raw(&text[start..at]);
            end + "-->".len() - at
        } else if let Some(found) = Found::at(&text[at..]) {
            builder.raw(&text[start..at]);
            before(builder, &found, at);
            pass(builder, &found, &text[at..]);
            found.source.len()
        } else {
            at += 1;
            continue;
        };
        at += length;
        start = at;
    }
    builder.raw(&text[start..]);
}

fn pass<'t>(builder: &mut Builder<'t>, found: &Found<'t>, rest: &'t str) {
    if builder.keeps(found, rest) {
        return builder.text(Cow::Borrowed(found.source));
    }
    match (found.tag, found.side) {
        (Tag::Link, Side::Start) => {
            let address = found.attribute("href").or_else(|| found.attribute("linkend"));
            // With other attributes it is the end of a link, and names nothing.
            if address.is_some() || !found.has_attributes() {
                builder.start_link(address.map(html_escape::decode_html_entities));
            }
        }
        (Tag::Container(Kind::List(Some(_))), Side::Start) => {
            let first = found.attribute("start").and_then(|number| number.parse().ok());
            builder.open(Kind::List(Some(first.unwrap_or(1))));
        }
        (Tag::Image, _) => builder.raw(found.attribute("alt").unwrap_or_default()),
        (tag, Side::Start) => builder.start(tag),
        (Tag::Break, Side::End) => builder.start(Tag::Break),
        (tag, Side::End) => builder.end(tag),
        (tag @ (Tag::Paragraph | Tag::Break | Tag::Rule), Side::Empty) => builder.start(tag),
        (_, Side::Empty) => {}
    }
}

/// Where the next `code` tags stand.
struct Ahead<'t> {
    text: &'t str,
    start: Next,
    end: Next,
}

impl<'t> Ahead<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, start: Next::new("<code>"), end: Next::new("</code>") }
    }

    /// Whether behind `offset` another `code` begins before one ends: then the open one was never closed.
    fn another_code_begins(&mut self, offset: usize) -> bool {
        match (self.start.behind(self.text, offset), self.end.behind(self.text, offset)) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(start), Some(end)) => start < end,
        }
    }
}

/// The next place of a string, asked for at growing offsets; it remembers, so that no text takes quadratic time.
struct Next {
    needle: &'static str,
    found: Option<usize>,
    sought: bool,
}

impl Next {
    fn new(needle: &'static str) -> Self {
        Self { needle, found: None, sought: false }
    }

    fn behind(&mut self, text: &str, offset: usize) -> Option<usize> {
        if !self.sought || self.found.is_some_and(|found| found < offset) {
            self.sought = true;
            self.found = text[offset..].find(self.needle).map(|found| offset + found);
        }
        self.found
    }
}
