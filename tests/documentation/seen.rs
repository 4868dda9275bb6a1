//! What a reader sees of a text: of Markdown as rustdoc parses it, and of the tree before it was written.

use markup::tree::{Block, Inline, Kind, Language, Mark};
use pulldown_cmark::{BrokenLink, CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};

/// What is seen, piece by piece.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// All text, code and listings among it, with white space between blocks.
    all: String,
    /// Every code span.
    pub codes: Vec<String>,
    /// The address of every link, decoded.
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
    let mut broken = None;
    let callback = |link: BrokenLink<'_>| {
        broken = Some(link.reference.to_string());
        None::<(CowStr<'_>, CowStr<'_>)>
    };
    let mut reader = Reader::default();
    let parser = Parser::new_with_broken_link_callback(markdown, rustdoc_options(), Some(callback));
    for event in parser {
        reader.event(event)?;
    }
    match (broken, reader.open_html.pop()) {
        (Some(reference), _) => Err(format!("a broken reference to {reference:?}")),
        (None, Some(tag)) => Err(format!("<{tag}> is never closed")),
        (None, None) => Ok(reader.seen),
    }
}

/// Reads the events of rustdoc's parser.
#[derive(Default)]
struct Reader {
    seen: Seen,
    listing: Option<String>,
    open_html: Vec<String>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Text(text) => match &mut self.listing {
                Some(listing) => listing.push_str(&text),
                None => self.seen.all.push_str(&text),
            },
            Event::Code(code) => self.seen.code(&code),
            Event::SoftBreak | Event::HardBreak => self.seen.all.push(' '),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html)?,
            Event::Start(tag) => self.start(tag)?,
            Event::End(tag) => self.end(tag),
            Event::Rule => self.seen.counts[3] += 1,
            Event::FootnoteReference(_) => return Err("a footnote".to_owned()),
            Event::TaskListMarker(_) => return Err("a box to tick".to_owned()),
            Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
        Ok(())
    }

    fn start(&mut self, tag: Tag<'_>) -> Result<(), String> {
        match tag {
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                if info.as_ref() != "text" && !Language::NAMED.contains(&info.as_ref()) {
                    return Err(format!("a listing that may be compiled: {info:?}"));
                }
                self.listing = Some(format!("{info}\n"));
            }
            Tag::CodeBlock(CodeBlockKind::Indented) => return Err("indented code".to_owned()),
            Tag::Link { dest_url, .. } => self.seen.links.push(decoded(&dest_url)),
            Tag::Heading { .. } => self.seen.counts[0] += 1,
            Tag::Table(_) => self.seen.counts[1] += 1,
            Tag::Item => {
                self.seen.all.push(' ');
                self.seen.counts[2] += 1;
            }
            Tag::Image { .. } => return Err("an image".to_owned()),
            Tag::FootnoteDefinition(_) => return Err("a footnote".to_owned()),
            Tag::Strikethrough => return Err("text struck through".to_owned()),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::CodeBlock => {
                let listing = self.listing.take().expect("it began");
                self.seen.listing(&listing);
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell => {
                self.seen.all.push(' ')
            }
            _ => {}
        }
    }

    /// The only HTML that is written is balanced.
    fn html(&mut self, html: &str) -> Result<(), String> {
        let wrong = || Err(format!("HTML: {html:?}"));
        match html.trim() {
            "<em>" | "<strong>" => self.open_html.push(html.trim_matches(['<', '>']).to_owned()),
            "<div class=\"warning\">" => self.open_html.push("div".to_owned()),
            "</em>" | "</strong>" | "</div>" => {
                let name = html.trim().trim_start_matches("</").trim_end_matches('>');
                if self.open_html.pop().as_deref() != Some(name) {
                    return wrong();
                }
            }
            _ => return wrong(),
        }
        Ok(())
    }
}

/// What the tree holds, labels of notes and colons behind terms among it.
pub fn of_tree(blocks: &[Block<'_>]) -> Seen {
    let mut seen = Seen::default();
    seen.blocks(blocks, true);
    seen
}

/// Whether a tree is text alone, without a mark or code that white space could stand beside.
pub fn is_plain(blocks: &[Block<'_>]) -> bool {
    blocks.iter().all(|block| match block {
        Block::Paragraph(line) | Block::Heading(_, line) => {
            line.iter().all(|piece| matches!(piece, Inline::Text(text) if !text.contains("://")))
        }
        Block::Listing(..) => false,
        Block::Rule => true,
        Block::Container(_, blocks) => is_plain(blocks),
    })
}

impl Seen {
    /// The text as it is compared: without white space, and with typewriter's quotation marks and dots.
    pub fn text(&self) -> String {
        compared(&self.all)
    }

    /// The same with white space between words.
    pub fn words(&self) -> String {
        self.all.split_whitespace().map(compared).collect::<Vec<_>>().join(" ")
    }

    fn code(&mut self, code: &str) {
        self.codes.push(squeezed(code));
        self.all.push_str(code);
    }

    fn listing(&mut self, listing: &str) {
        self.all.push_str(listing.split_once('\n').map_or("", |(_, text)| text));
        self.listings.push(squeezed(listing));
    }

    fn blocks(&mut self, blocks: &[Block<'_>], top: bool) {
        for block in blocks {
            self.block(block, top);
            self.all.push(' ');
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
                    Language::Text => "text",
                    Language::Named(name) => name,
                };
                self.listing(&format!("{info}\n{text}"));
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
        for (index, piece) in line.iter().enumerate() {
            match piece {
                Inline::Text(text) => self.all.push_str(text),
                Inline::Code(code) => self.code(code),
                Inline::Start(Mark::Link(address)) => self.links.push(decoded(address)),
                Inline::Start(Mark::Item(path)) if shows(&line[index + 1..]) => {
                    self.links.push(path.to_string())
                }
                Inline::Break => self.all.push(' '),
                Inline::Start(_) | Inline::End => {}
            }
        }
    }
}

/// Whether anything can be seen of a mark, of which the pieces are what follows its start.
fn shows(behind: &[Inline<'_>]) -> bool {
    let mut depth = 1_usize;
    let mut inside = behind.iter().take_while(|piece| {
        match piece {
            Inline::Start(_) => depth += 1,
            Inline::End => depth -= 1,
            Inline::Text(_) | Inline::Code(_) | Inline::Break => {}
        }
        depth > 0
    });
    inside.any(|piece| matches!(piece, Inline::Text(text) | Inline::Code(text) if !text.trim().is_empty()))
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

/// An address without the encoding that marks of Markdown need.
fn decoded(address: &str) -> String {
    let marks = [' ', '(', ')', '<', '>', '[', ']', '`', '"', '\\', '|', '*', '{', '}', '^'];
    marks.iter().fold(address.to_owned(), |address, mark| {
        address.replace(&format!("%{:02X}", u32::from(*mark)), &mark.to_string())
    })
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
