//! Markdown whose links to items are data.

use std::fmt::{self, Display};

use super::fill;

/// An item of the generated crate.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Its path inside the crate: `Tea::sort`.
    pub path: String,
}

/// What an item is: rustdoc's disambiguator, with which no link is redundant or ambiguous.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemKind {
    /// A type.
    Type,
    /// A field of a struct.
    Field,
    /// A variant of an enum.
    Variant,
    /// A function or method.
    Function,
    /// A module, or with a fragment a section of its page.
    Module,
}

impl Item {
    /// A type by its path inside the crate.
    pub fn ty(path: impl Into<String>) -> Self {
        Self { kind: ItemKind::Type, path: path.into() }
    }

    /// The name that a text shows in place of the model's: `$` stands between a type and a member of it. Values of enums
    /// are shown as they stand on the wire.
    pub(super) fn shown(&self, code: &str) -> Option<String> {
        let name = self.path.rsplit("::").next().unwrap_or(&self.path);
        let shown = match (self.kind, code.contains('$')) {
            (ItemKind::Type, false) | (ItemKind::Field, false) => name,
            (ItemKind::Field | ItemKind::Variant, true) => self.path.as_str(),
            (ItemKind::Type, true) | (ItemKind::Variant, false) => return None,
            (ItemKind::Function | ItemKind::Module, _) => return None,
        };
        Some(shown.replace("r#", ""))
    }

    /// How many characters it takes where the crate is its own root: lines are filled for that.
    pub(super) fn width(&self) -> usize {
        self.kind.disambiguator().len() + "@crate::".len() + self.path.chars().count()
    }
}

impl ItemKind {
    fn disambiguator(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Field => "field",
            Self::Variant => "variant",
            Self::Function => "fn",
            Self::Module => "mod",
        }
    }
}

impl Display for Item {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@crate::{}", self.kind.disambiguator(), self.path)
    }
}

/// Markdown with gaps in place of the items that links lead to. It prints with their paths from the crate's root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markdown {
    pub(super) text: String,
    /// The items, in their order, each with the place of its gap.
    pub(super) links: Vec<(usize, Item)>,
}

impl Markdown {
    /// A link to an item.
    pub fn link(shown: &str, item: Item) -> Self {
        let mut markdown = Self::from(format!("[{shown}"));
        markdown.push_item(item);
        markdown
    }

    /// Parts with something between them.
    pub fn joined(parts: impl IntoIterator<Item = Self>, between: &str) -> Self {
        let mut parts = parts.into_iter();
        let mut markdown = parts.next().unwrap_or_default();
        for part in parts {
            markdown.push_str(between);
            markdown.append(part);
        }
        markdown
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text without the items.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text without the items, and the items, each with the place of its gap.
    pub fn into_parts(self) -> (String, Vec<(usize, Item)>) {
        (self.text, self.links)
    }

    /// Adds text.
    pub fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds more Markdown.
    pub fn append(&mut self, other: Self) {
        let start = self.text.len();
        self.text.push_str(&other.text);
        self.links.extend(other.links.into_iter().map(|(at, item)| (start + at, item)));
    }

    /// The first block, and what follows it.
    pub fn split_paragraph(mut self) -> (Self, Self) {
        const BETWEEN: &str = "\n\n";
        let Some(end) = self.text.find(BETWEEN) else { return (self, Self::default()) };
        let start = end + BETWEEN.len();
        let links = self.links.split_off(self.links.partition_point(|(at, _)| *at <= end));
        let links = links.into_iter().map(|(at, item)| (at - start, item)).collect();
        let rest = Self { text: self.text.split_off(start), links };
        self.text.truncate(end);
        (self, rest)
    }

    /// Adds lines as a paragraph of their own.
    pub fn block(&mut self, lines: Self) {
        if !self.is_empty() && !lines.is_empty() {
            self.push_str("\n\n");
        }
        self.append(lines);
    }

    /// Adds a paragraph, filled to lines.
    pub fn paragraph(&mut self, text: impl Into<Self>) {
        self.block(fill::filled(text));
    }

    /// Ends the text of a link with the item that it leads to.
    pub(super) fn push_item(&mut self, item: Item) {
        self.text.push_str("](");
        self.links.push((self.text.len(), item));
        self.text.push(')');
    }

    /// Puts text before what stands at a place.
    pub(super) fn insert_str(&mut self, at: usize, text: &str) {
        self.text.insert_str(at, text);
        let behind = self.links.iter_mut().rev().take_while(|(place, _)| *place >= at);
        behind.for_each(|(place, _)| *place += text.len());
    }
}

impl From<String> for Markdown {
    fn from(text: String) -> Self {
        Self { text, links: Vec::new() }
    }
}

impl From<&str> for Markdown {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

impl<T: Into<Markdown>> std::ops::Add<T> for Markdown {
    type Output = Self;

    fn add(mut self, other: T) -> Self {
        self.append(other.into());
        self
    }
}

impl Display for Markdown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut start = 0;
        for (at, item) in &self.links {
            write!(f, "{}{item}", &self.text[start..*at])?;
            start = *at;
        }
        f.write_str(&self.text[start..])
    }
}
