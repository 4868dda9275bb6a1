//! Documentation: of items, and of files.

use std::fmt::{self, Display};

use super::{Source, paths};
use crate::ir::{Doc, DocLink, LinkKind, OutputForm};

/// What would end a comment, or change the direction of its text, which the compiler refuses.
fn breaks(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text as code in a comment, between more backquotes than it has.
pub(crate) fn code(text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len);
    match runs.max().unwrap_or(0) {
        0 => format!("`{text}`"),
        longest => format!("{0} {text} {0}", "`".repeat(longest + 1)),
    }
}

impl Source {
    /// A line of documentation.
    pub(crate) fn comment(&mut self, line: impl Display) {
        self.start_line();
        self.push("///");
        let empty = self.text.len() + 1;
        self.push(format_args!(" {line}"));
        if self.text.len() == empty {
            self.text.pop();
        } else if self.text[empty..].contains(breaks) {
            let line = self.text[empty..].replace(breaks, " ");
            self.text.truncate(empty);
            self.text.push_str(&line);
        }
        self.text.push('\n');
    }

    /// Documentation.
    pub(crate) fn doc(&mut self, doc: &Doc) {
        lines(doc, self.root).for_each(|line| self.comment(line));
    }

    /// Documentation with something behind its first paragraph.
    pub(crate) fn doc_around(&mut self, doc: &Doc, middle: impl FnOnce(&mut Self)) {
        let mut lines = lines(doc, self.root);
        lines.by_ref().take_while(|line| !line.text.is_empty()).for_each(|line| self.comment(line));
        self.comment("");
        middle(self);
        for (index, line) in lines.enumerate() {
            if index == 0 {
                self.comment("");
            }
            self.comment(line);
        }
    }

    /// A line that says what the file is.
    pub(crate) fn front(&mut self, line: impl Display) {
        let line = line.to_string().replace(breaks, " ");
        // Where a file is included, inner documentation is an error: there its front page is a plain comment.
        let included = self.layout == OutputForm::Module && self.root == paths::root(OutputForm::Module, 0);
        self.front.push_str(if included { "//" } else { "//!" });
        if !line.is_empty() {
            self.front.push(' ');
            self.front.push_str(&line);
        }
        self.front.push('\n');
    }

    /// Documentation that says what the file is.
    pub(crate) fn front_doc(&mut self, doc: &Doc) {
        lines(doc, self.root).for_each(|line| self.front(line));
    }

    /// The first paragraph of documentation, as what the file says of itself.
    pub(crate) fn front_summary(&mut self, doc: &Doc) {
        let paragraph = lines(doc, self.root).take_while(|line| !line.text.is_empty());
        paragraph.for_each(|line| self.front(line));
    }
}

/// A line of documentation with the paths of its links.
struct DocLine<'d> {
    text: &'d str,
    /// Where it begins in the whole text.
    start: usize,
    links: &'d [DocLink],
    root: &'static str,
}

fn lines<'d>(doc: &'d Doc, root: &'static str) -> impl Iterator<Item = DocLine<'d>> {
    let mut links = doc.links.as_slice();
    let mut start = 0;
    doc.text.lines().map(move |text| {
        let end = start + text.len();
        let (own, rest) = links.split_at(links.partition_point(|link| link.at < end));
        let line = DocLine { text, start, links: own, root };
        (links, start) = (rest, end + 1);
        line
    })
}

impl Display for DocLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut done = 0;
        for DocLink { at, kind, path } in self.links {
            let kind = match kind {
                LinkKind::Type => "type",
                LinkKind::Field => "field",
                LinkKind::Variant => "variant",
                LinkKind::Function => "fn",
                LinkKind::Module => "mod",
            };
            let gap = at - self.start;
            write!(f, "{}{kind}@{}::{path}", &self.text[done..gap], self.root)?;
            done = gap;
        }
        f.write_str(&self.text[done..])
    }
}
