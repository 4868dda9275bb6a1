//! What a reader sees of a text: of Markdown as rustdoc parses it, and of the tree before it was written.

use codegen::documentation::tree::{Block, Inline, Kind, Mark};
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

/// What is seen, piece by piece; white space and the forms of quotation marks aside.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// All text, code and listings among it.
    pub text: String,
    /// Every code span.
    pub codes: Vec<String>,
    /// The address of every link.
    pub links: Vec<String>,
    /// Every listing, after its language.
    pub listings: Vec<String>,
    /// How many headings, tables, items of lists and lines across there are.
    pub counts: [usize; 4],
}

/// The extensions of Markdown that rustdoc reads.
pub fn rustdoc_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

/// What rustdoc shows of Markdown. `Err` says what it would do that no documentation may ask of it.
pub fn of_markdown(markdown: &str) -> Result<Seen, String> {
    let mut seen = Seen::default();
    let mut broken = None;
    let mut listing: Option<String> = None;
    let callback = |link: BrokenLink<'_>| {
        broken = Some(link.reference.to_string());
        None::<(CowStr<'_>, CowStr<'_>)>
    };
    let parser = Parser::new_with_broken_link_callback(markdown, rustdoc_options(), Some(callback));
    for event in parser {
        match event {
            Event::Text(text) => match &mut listing {
                Some(listing) => listing.push_str(&text),
                None => seen.push(&text),
            },
            Event::Code(code) => {
                seen.codes.push(squeezed(&code));
                seen.push(&code);
            }
            Event::Html(html) | Event::InlineHtml(html) => allowed_html(&html)?,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let language = info.to_string();
                if language.is_empty() || language == "rust" {
                    return Err(format!("a listing that would be compiled: {language:?}"));
                }
                listing = Some(format!("{language}\n"));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => return Err("indented code".to_owned()),
            Event::End(TagEnd::CodeBlock) => {
                let listing = listing.take().expect("it began");
                seen.push(listing.split_once('\n').map_or("", |(_, text)| text));
                seen.listings.push(squeezed(&listing));
            }
            Event::Start(Tag::Link { dest_url, .. }) => seen.links.push(dest_url.to_string()),
            Event::Start(Tag::Heading { .. }) => seen.counts[0] += 1,
            Event::Start(Tag::Table(_)) => seen.counts[1] += 1,
            Event::Start(Tag::Item) => seen.counts[2] += 1,
            Event::Rule => seen.counts[3] += 1,
            Event::Start(Tag::Image { .. }) => return Err("an image".to_owned()),
            Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => {
                return Err("a footnote".to_owned());
            }
            Event::Start(Tag::Strikethrough) => return Err("text struck through".to_owned()),
            Event::TaskListMarker(_) => return Err("a box to tick".to_owned()),
            _ => {}
        }
    }
    match broken {
        Some(reference) => Err(format!("a broken reference to {reference:?}")),
        None => Ok(seen),
    }
}

/// The only HTML that is written.
fn allowed_html(html: &str) -> Result<(), String> {
    let known = ["<em>", "</em>", "<strong>", "</strong>", "<div class=\"warning\">", "</div>"];
    if known.contains(&html.trim()) { Ok(()) } else { Err(format!("HTML: {html:?}")) }
}

/// What the tree holds, labels of notes and colons behind terms among it.
pub fn of_tree(blocks: &[Block<'_>]) -> Seen {
    let mut seen = Seen::default();
    seen.blocks(blocks, true);
    seen
}

impl Seen {
    /// Adds text as it is compared.
    fn push(&mut self, text: &str) {
        self.text.push_str(&compared(text));
    }

    fn blocks(&mut self, blocks: &[Block<'_>], top: bool) {
        for block in blocks {
            self.block(block, top);
        }
    }

    fn block(&mut self, block: &Block<'_>, top: bool) {
        match block {
            Block::Paragraph(line) => self.line(line),
            Block::Heading(_, line) => {
                self.counts[0] += usize::from(top);
                self.line(line);
            }
            Block::Listing(language, text) => {
                let info = match language {
                    codegen::documentation::tree::Language::Text => "text",
                    codegen::documentation::tree::Language::Named(name) => name,
                };
                self.push(text);
                self.listings.push(squeezed(&format!("{info}\n{text}")));
            }
            Block::Rule => self.counts[3] += 1,
            Block::Container(kind, blocks) => self.container(*kind, blocks, top),
        }
    }

    fn container(&mut self, kind: Kind, blocks: &[Block<'_>], top: bool) {
        match kind {
            Kind::Table => self.counts[1] += 1,
            Kind::Item => self.counts[2] += 1,
            Kind::List(_)
            | Kind::Definitions
            | Kind::Term
            | Kind::Meaning
            | Kind::Note
            | Kind::Warning
            | Kind::Quote
            | Kind::Row
            | Kind::Cell => {}
        }
        self.blocks(blocks, top && kind == Kind::Warning);
    }

    fn line(&mut self, line: &[Inline<'_>]) {
        for piece in line {
            match piece {
                Inline::Text(text) => self.push(text),
                Inline::Code(code) => {
                    self.codes.push(squeezed(code));
                    self.push(code);
                }
                Inline::Start(Mark::Link(address)) => self.links.push(address.to_string()),
                Inline::Start(_) | Inline::End | Inline::Break => {}
            }
        }
    }
}

/// Text as it is compared: without white space, and with typewriter's quotation marks and dots.
pub fn compared(text: &str) -> String {
    let mut compared = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '‘' | '’' => compared.push('\''),
            '“' | '”' => compared.push('"'),
            '…' => compared.push_str("..."),
            _ => compared.push(c),
        }
    }
    compared
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
