//! The renderer: the tree as lines of Markdown.

use super::escape;
use super::fill::{self, WIDTH};
use super::inline::{self, Around};
use super::markdown::Markdown;
use super::tree::{self, Block, Kind, Language, Line};

/// How narrow a line may get by nesting.
const MIN_WIDTH: usize = 40;

/// The Markdown of a text.
pub(super) fn markdown(blocks: &[Block<'_>]) -> Markdown {
    let mut page = Page::default();
    page.blocks(blocks, false);
    page.written
}

/// The running text and the listings of a text, all on one line.
pub(super) fn on_one_line(blocks: &[Block<'_>]) -> Markdown {
    let parts = blocks.iter().map(|block| match block {
        Block::Paragraph(line) | Block::Heading(_, line) => {
            fill::one_line(inline::markdown(line, Around::OneLine))
        }
        Block::Listing(_, text) => {
            escape::fenced(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into()
        }
        Block::Rule => Markdown::default(),
        Block::Container(_, blocks) => on_one_line(blocks),
    });
    Markdown::joined(parts.filter(|part| !part.is_empty()), " ")
}

/// Lines that are being written.
#[derive(Default)]
struct Page {
    written: Markdown,
    /// Whether there is a line, which may be empty.
    has_lines: bool,
    /// What each line begins with.
    indent: String,
    /// What the next line begins with instead: that of an item with its marker.
    marker: Option<String>,
}

impl Page {
    fn line(&mut self, text: impl Into<Markdown>) {
        if self.has_lines {
            self.written.push_str("\n");
        }
        self.has_lines = true;
        let start = self.written.text.len();
        let marker = self.marker.take();
        self.written.push_str(marker.as_deref().unwrap_or(&self.indent));
        self.written.append(text.into());
        let end = start + self.written.text[start..].trim_end().len();
        self.written.text.truncate(end);
    }

    /// An empty line, unless a marker waits for its text.
    fn gap(&mut self) {
        if self.marker.is_none() && self.has_lines {
            self.line("");
        }
    }

    fn width(&self) -> usize {
        WIDTH.saturating_sub(self.indent.len()).max(MIN_WIDTH)
    }

    /// Blocks one after the other; `tight` ones have no empty lines between them.
    fn blocks(&mut self, blocks: &[Block<'_>], tight: bool) {
        let mut other_marker = false;
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 && !tight {
                self.gap();
            }
            let follows = index > 0 && is_list(&blocks[index - 1]);
            other_marker = follows && is_list(block) && !other_marker;
            self.block(block, other_marker);
        }
    }

    fn block(&mut self, block: &Block<'_>, other_marker: bool) {
        match block {
            Block::Paragraph(line) => self.paragraph(line),
            Block::Heading(level, line) => self.heading(*level, line),
            Block::Listing(language, text) => self.listing(*language, text),
            // Not dashes or asterisks: behind a marker of a list they would be one line with it.
            Block::Rule => self.line("___"),
            Block::Container(kind, blocks) => self.container(*kind, blocks, other_marker),
        }
    }

    fn paragraph(&mut self, line: &Line<'_>) {
        for line in fill::lines(inline::markdown(line, Around::Lines), self.width()) {
            self.line(line);
        }
    }

    /// A heading; inside of a container, where rustdoc would list it among the page's sections, a strong line.
    fn heading(&mut self, level: u8, line: &Line<'_>) {
        if !self.indent.is_empty() {
            return self.paragraph(&tree::strong(line));
        }
        let mut text = fill::one_line(inline::markdown(line, Around::OneLine));
        // Number signs at the end would be taken for the heading's own.
        if text.as_str().ends_with('#') {
            text.insert_str(text.as_str().trim_end_matches('#').len(), "\\");
        }
        self.line(Markdown::from("#".repeat(level.into())) + " " + text);
    }

    fn listing(&mut self, language: Language, text: &str) {
        let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(longest.max(2) + 1);
        self.line(format!("{fence}{}", language.info()));
        for line in dedented(text) {
            self.line(line);
        }
        self.line(fence);
    }

    fn container(&mut self, kind: Kind, blocks: &[Block<'_>], other_marker: bool) {
        match kind {
            Kind::List(start) => self.list(blocks, start, other_marker),
            Kind::Note | Kind::Quote => self.quoted(blocks),
            Kind::Warning => self.warning(blocks),
            Kind::Table => self.table(blocks),
            Kind::Definitions | Kind::Item | Kind::Term | Kind::Meaning | Kind::Row | Kind::Cell => {
                self.blocks(blocks, false);
            }
        }
    }

    fn list(&mut self, items: &[Block<'_>], start: Option<u64>, other_marker: bool) {
        let tight = is_tight(items);
        let first = start.unwrap_or(1).min(999_999);
        for (number, item) in (first..).zip(items) {
            if number > first && !tight {
                self.gap();
            }
            let marker = match (start, other_marker) {
                (None, false) => "- ".to_owned(),
                (None, true) => "* ".to_owned(),
                (Some(_), false) => format!("{number}. "),
                (Some(_), true) => format!("{number}) "),
            };
            self.item(&marker, item.inside(Kind::Item).unwrap_or(std::slice::from_ref(item)), tight);
        }
    }

    /// Blocks behind a marker, which stands on their first line.
    fn item(&mut self, marker: &str, blocks: &[Block<'_>], tight: bool) {
        let outer = self.indent.clone();
        let waiting = self.marker.take().unwrap_or_else(|| outer.clone());
        self.marker = Some(format!("{waiting}{marker}"));
        self.indent.push_str(&" ".repeat(marker.len()));
        self.blocks(blocks, tight);
        if self.marker.is_some() {
            self.line("");
        }
        self.indent = outer;
    }

    fn quoted(&mut self, blocks: &[Block<'_>]) {
        let outer = self.indent.clone();
        if let Some(marker) = &mut self.marker {
            marker.push_str("> ");
        }
        self.indent.push_str("> ");
        self.blocks(blocks, false);
        self.indent = outer;
    }

    /// The box that rustdoc has for warnings.
    fn warning(&mut self, blocks: &[Block<'_>]) {
        self.line("<div class=\"warning\">");
        self.line("");
        self.blocks(blocks, false);
        self.line("");
        self.line("</div>");
    }

    fn table(&mut self, rows: &[Block<'_>]) {
        let rows: Vec<Vec<Markdown>> = rows.iter().map(cells).filter(|cells| !cells.is_empty()).collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        for (index, mut row) in rows.into_iter().enumerate() {
            // Only the first row has to have all columns; to fill up the others would let a small text grow large.
            if index == 0 {
                row.resize(columns, Markdown::default());
            }
            self.line(Markdown::from("| ") + Markdown::joined(row, " | ") + " |");
            if index == 0 {
                self.line(format!("|{}", "---|".repeat(columns)));
            }
        }
    }
}

fn is_list(block: &Block<'_>) -> bool {
    matches!(block, Block::Container(Kind::List(_), _))
}

/// Whether the items of a list need no empty lines: each is a paragraph, or one with lists of that sort below it.
fn is_tight(items: &[Block<'_>]) -> bool {
    items.iter().all(|item| {
        let blocks = item.inside(Kind::Item).unwrap_or(std::slice::from_ref(item));
        let (first, rest) = blocks.split_at(blocks.len().min(1));
        let nested = |block: &Block<'_>| match block {
            Block::Container(Kind::List(None), items) => is_tight(items),
            _ => false,
        };
        matches!(first, [] | [Block::Paragraph(_)]) && rest.len() < 2 && rest.iter().all(nested)
    })
}

/// The cells of a row, each on one line.
fn cells(row: &Block<'_>) -> Vec<Markdown> {
    row.inside(Kind::Row).unwrap_or_default().iter().map(cell).collect()
}

/// A cell, which holds running text alone.
fn cell(cell: &Block<'_>) -> Markdown {
    let lines = cell.inside(Kind::Cell).unwrap_or_default().iter().filter_map(|block| match block {
        Block::Paragraph(line) => Some(fill::one_line(inline::markdown(line, Around::Cell))),
        Block::Heading(..) | Block::Listing(..) | Block::Rule | Block::Container(..) => None,
    });
    Markdown::joined(lines, " ")
}

/// The lines of a listing without the white space that all share, and without empty lines around them. Where the
/// first stands behind a tag, the others keep a step.
fn dedented(text: &str) -> impl Iterator<Item = &str> {
    let text = text.trim_end();
    let start = text.find(|c: char| !c.is_whitespace()).unwrap_or(0);
    let start = text[..start].rfind('\n').map_or(0, |end| end + 1);
    let lines = text[start..].lines();
    let (first, rest) = (shared_indent(lines.clone().take(1)), shared_indent(lines.clone().skip(1)));
    let cut = if first < rest { rest - STEP.min(rest) } else { rest.min(first) };
    let cut = move |index: usize| if index == 0 { first } else { cut };
    lines.enumerate().map(move |(index, line)| line.get(cut(index)..).unwrap_or_default())
}

/// How far in lines stand that stand in a listing's first.
const STEP: usize = 4;

fn shared_indent<'l>(lines: impl Iterator<Item = &'l str>) -> usize {
    let indent = |line: &str| line.len() - line.trim_start().len();
    lines.filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(usize::MAX)
}
