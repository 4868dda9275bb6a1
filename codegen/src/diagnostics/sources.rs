//! The texts of a run, and spans in them.

use std::sync::OnceLock;

/// A byte in one of the [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    file: u32,
    offset: u32,
}

impl Span {
    /// The number of the file of Smithy's own shapes, which is no source.
    pub(crate) const PRELUDE_FILE: u32 = u32::MAX;
    /// A span among Smithy's own shapes.
    pub(crate) const PRELUDE: Self = Self { file: Self::PRELUDE_FILE, offset: 0 };

    /// Whether it is among Smithy's own shapes.
    pub(crate) fn is_in_prelude(self) -> bool {
        self.file == Self::PRELUDE_FILE
    }

    /// The byte at `offset` of file number `file`; offsets beyond 4 GiB are cut to that.
    pub fn new(file: u32, offset: usize) -> Self {
        Self { file, offset: u32::try_from(offset).unwrap_or(u32::MAX) }
    }

    /// The byte in its file.
    pub(crate) fn offset(self) -> usize {
        self.offset as usize
    }
}

/// The texts that a run read, in order, so that places in them can be reported.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    files: Vec<SourceText>,
}

/// One input: its name as the caller wrote it, and its text.
#[derive(Clone, Debug)]
pub struct SourceText {
    /// The path, with `/`, or `<stdin>`.
    pub name: String,
    /// The whole text.
    pub text: String,
    /// How it came to be read.
    pub origin: Origin,
    /// Where every 64 KiB of the text begin, found when the first place is located.
    marks: OnceLock<Vec<Mark>>,
}

/// How a source came to be read, which decides whether it has to be a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The caller named it: it must be a model.
    Named,
    /// It was found in this folder that the caller named: files that are no models are passed over.
    Folder(String),
}

/// The line and column (both from 0) at a byte of a text, so that no place is counted from the beginning.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    offset: usize,
    line: usize,
    column: usize,
}

/// How many bytes lie between two marks.
const STRIDE: usize = 64 * 1024;

impl Mark {
    /// The mark at `offset`, which is a character's boundary of `text` and not before this one.
    fn advance(self, text: &str, offset: usize) -> Self {
        let between = &text[self.offset..offset];
        match between.rfind('\n') {
            None => Self { offset, line: self.line, column: self.column + between.chars().count() },
            Some(newline) => Self {
                offset,
                line: self.line + between.bytes().filter(|&byte| byte == b'\n').count(),
                column: between[newline + 1..].chars().count(),
            },
        }
    }
}

/// The source of spans that are in no source.
static NOWHERE: SourceText =
    SourceText { name: String::new(), text: String::new(), origin: Origin::Named, marks: OnceLock::new() };

impl SourceText {
    /// The mark at a byte of the text, or at the beginning of the character there.
    fn mark(&self, offset: usize) -> Mark {
        let offset = self.text.floor_char_boundary(offset);
        let marks = self.marks.get_or_init(|| marks(&self.text));
        let before = marks.partition_point(|mark| mark.offset <= offset);
        marks[before.saturating_sub(1)].advance(&self.text, offset)
    }
}

fn marks(text: &str) -> Vec<Mark> {
    let mut marks = vec![Mark::default()];
    let mut last = Mark::default();
    for offset in (STRIDE..text.len()).step_by(STRIDE) {
        last = last.advance(text, text.floor_char_boundary(offset));
        marks.push(last);
    }
    marks
}

impl Sources {
    /// Adds a source that the caller named; the result is its number, which spans contain.
    pub fn add(&mut self, name: String, text: String) -> u32 {
        self.add_from(Origin::Named, name, text)
    }

    /// Adds a source of any origin; the result is its number.
    pub fn add_from(&mut self, origin: Origin, name: String, text: String) -> u32 {
        self.files.push(SourceText { name, text, origin, marks: OnceLock::new() });
        u32::try_from(self.files.len() - 1).expect("a run reads fewer than 2^32 files")
    }

    /// The source with a number that [`Sources::add`] gave; one without a name or text for any other number.
    pub fn get(&self, file: u32) -> &SourceText {
        self.files.get(file as usize).unwrap_or(&NOWHERE)
    }

    /// Every source with its number, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &SourceText)> {
        (0..).zip(&self.files)
    }

    /// File name, line and column (both from 1; columns count characters) of a place.
    pub fn locate(&self, span: Span) -> Location<'_> {
        let source = self.get(span.file);
        let mark = source.mark(span.offset as usize);
        Location { file: &source.name, line: mark.line + 1, column: mark.column + 1, offset: mark.offset }
    }

    /// The text of the source of a place.
    pub(crate) fn text_at(&self, span: Span) -> &str {
        &self.get(span.file).text
    }
}

/// A [`Span`] in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location<'a> {
    /// The name of the source.
    pub file: &'a str,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The byte offset.
    pub offset: usize,
}
