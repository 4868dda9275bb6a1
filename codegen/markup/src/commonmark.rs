//! Reads documentation in CommonMark, with tables; HTML in it goes the way of all HTML.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{
    BrokenLink, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag as Start, TagEnd,
};

use super::build::Builder;
use super::html;
use super::tag::Tag;
use super::tree::{Block, Kind, Language};

/// The tree of a text in CommonMark.
pub(super) fn read(text: &str) -> Vec<Block<'_>> {
    let mut builder = Builder::default();
    let reference = |link: BrokenLink<'_>| {
        let name = link.reference.trim_matches('`').to_owned();
        is_name(&name).then(|| (name.into(), CowStr::Borrowed("")))
    };
    let parser = Parser::new_with_broken_link_callback(text, Options::ENABLE_TABLES, Some(reference));
    for (event, range) in parser.into_offset_iter() {
        pass(&mut builder, event, text, range);
    }
    builder.finish()
}

/// Whether a text has marks that only CommonMark needs: code, lists, headings or tables.
pub(super) fn is_marked(text: &str) -> bool {
    Parser::new_ext(text, Options::ENABLE_TABLES).any(|event| {
        matches!(
            event,
            Event::Code(_)
                | Event::Start(
                    Start::List(_)
                        | Start::CodeBlock(CodeBlockKind::Fenced(_))
                        | Start::Heading { .. }
                        | Start::Table(_)
                )
        )
    })
}

/// The tags of HTML that a text in CommonMark holds.
pub(super) fn tags(text: &str) -> impl Iterator<Item = &str> {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter();
    let tags = events.filter(|(event, _)| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
    tags.map(|(_, range)| &text[range])
}

/// Whether a reference may be to something of a model; others are text in brackets.
fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'.' | b'#'))
}

fn pass<'t>(builder: &mut Builder<'t>, event: Event<'t>, text: &'t str, range: Range<usize>) {
    match event {
        Event::Start(tag) => start(builder, tag),
        Event::End(tag) => end(builder, tag),
        Event::Text(text) => builder.text(cow(text)),
        Event::Code(text) => builder.whole_code(cow(text)),
        Event::Html(_) | Event::InlineHtml(_) => html::scan(&text[range], builder, |_, _, _| {}),
        Event::SoftBreak => builder.text(Cow::Borrowed("\n")),
        Event::HardBreak => builder.line_break(),
        Event::Rule => builder.start(Tag::Rule),
        Event::InlineMath(_)
        | Event::DisplayMath(_)
        | Event::FootnoteReference(_)
        | Event::TaskListMarker(_) => {
            unreachable!("these extensions are off")
        }
    }
}

fn start<'t>(builder: &mut Builder<'t>, tag: Start<'t>) {
    match tag {
        Start::Paragraph | Start::HtmlBlock => builder.end_block(),
        Start::Heading { level, .. } => builder.start(Tag::Heading(level as u8)),
        Start::CodeBlock(kind) => builder.start_listing(language(&kind)),
        Start::Emphasis => builder.start(Tag::Emphasis),
        Start::Strong => builder.start(Tag::Strong),
        Start::Link { link_type, dest_url, .. } | Start::Image { link_type, dest_url, .. } => {
            start_link(builder, link_type, dest_url);
        }
        other => {
            if let Some(kind) = container(&other) {
                builder.open(kind);
            }
        }
    }
}

fn start_link<'t>(builder: &mut Builder<'t>, kind: LinkType, address: CowStr<'t>) {
    match kind {
        LinkType::ReferenceUnknown => {
            let tail = Cow::Owned(format!("[{address}]"));
            builder.start_reference(cow(address), tail);
        }
        LinkType::CollapsedUnknown => builder.start_reference(cow(address), Cow::Borrowed("[]")),
        LinkType::ShortcutUnknown => builder.start_reference(cow(address), Cow::Borrowed("")),
        LinkType::Email => builder.start_link(Some(Cow::Borrowed(""))),
        LinkType::Inline
        | LinkType::Reference
        | LinkType::Collapsed
        | LinkType::Shortcut
        | LinkType::Autolink
        | LinkType::WikiLink { .. } => builder.start_link(Some(cow(address))),
    }
}

fn end(builder: &mut Builder<'_>, tag: TagEnd) {
    match tag {
        TagEnd::Emphasis => builder.end(Tag::Emphasis),
        TagEnd::Strong => builder.end(Tag::Strong),
        TagEnd::Link | TagEnd::Image => builder.end(Tag::Link),
        TagEnd::List(_) => builder.end(Tag::Container(Kind::List(None))),
        TagEnd::Item => builder.end(Tag::Container(Kind::Item)),
        TagEnd::BlockQuote(_) => builder.end(Tag::Container(Kind::Quote)),
        TagEnd::Table => builder.end(Tag::Container(Kind::Table)),
        TagEnd::TableHead | TagEnd::TableRow => builder.end(Tag::Container(Kind::Row)),
        TagEnd::TableCell => builder.end(Tag::Container(Kind::Cell)),
        TagEnd::Paragraph
        | TagEnd::Heading(_)
        | TagEnd::CodeBlock
        | TagEnd::HtmlBlock
        | TagEnd::FootnoteDefinition
        | TagEnd::DefinitionList
        | TagEnd::DefinitionListTitle
        | TagEnd::DefinitionListDefinition
        | TagEnd::Strikethrough
        | TagEnd::Superscript
        | TagEnd::Subscript
        | TagEnd::MetadataBlock(_) => builder.end_block(),
    }
}

/// The container that a tag opens; the rest belongs to extensions that are off.
fn container(tag: &Start<'_>) -> Option<Kind> {
    match tag {
        Start::List(number) => Some(Kind::List(*number)),
        Start::Item => Some(Kind::Item),
        Start::BlockQuote(_) => Some(Kind::Quote),
        Start::Table(_) => Some(Kind::Table),
        Start::TableHead | Start::TableRow => Some(Kind::Row),
        Start::TableCell => Some(Kind::Cell),
        _ => None,
    }
}

fn language(kind: &CodeBlockKind<'_>) -> Language {
    match kind {
        CodeBlockKind::Fenced(info) => {
            Language::named(info.split([' ', ',', '{']).next().unwrap_or_default())
        }
        CodeBlockKind::Indented => Language::Text,
    }
}

fn cow(text: CowStr<'_>) -> Cow<'_, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        other @ (CowStr::Boxed(_) | CowStr::Inlined(_)) => Cow::Owned(other.into_string()),
    }
}
