//! Documentation text, brought to Markdown that rustdoc shows as it was meant.
//!
//! Smithy says that [documentation] is CommonMark; the models of AWS hold HTML. Both are read into one tree of
//! [blocks](tree::Block), the tree is arranged for rustdoc (a summary first, names linked), and one renderer
//! writes it. What a reader of the source sees, a reader of the page sees: a tag is a tag only if it is known and
//! well formed, and `<Region>` is text.
//!
//! ```
//! use codegen::documentation::{self, Form, NoLinks};
//!
//! let lines = documentation::markdown("<p>Answers an <code>SMS_MFA</code> challenge.</p>", Form::Whole, &NoLinks);
//! assert_eq!(lines, ["Answers an `SMS_MFA` challenge."]);
//! ```
//!
//! [documentation]: https://smithy.io/2.0/spec/documentation-traits.html#documentation-trait

mod arrange;
mod build;
mod characters;
mod code;
mod commonmark;
mod escape;
mod fill;
mod html;
mod inline;
mod links;
mod marks;
mod mentions;
mod parts;
mod render;
mod sentence;
mod tag;
pub mod tree;
mod words;

use std::borrow::Cow;

pub(crate) use self::characters::is_hidden;
pub use self::escape::{code, plain};
pub(crate) use self::fill::{filled, filled_to};
pub use self::links::{Links, Mention, NoLinks};
pub use self::mentions::{Named, mentions};
use self::tree::{Block, Inline, Mark};

/// How a text is arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As it stands.
    Whole,
    /// With a first paragraph that fits an index line: a longer one is split after its first sentence, and notes
    /// that open the text come after it.
    Page,
    /// The first sentence alone.
    Summary,
}

/// The Markdown of a text, line by line, without line ends.
///
/// No line is longer than about 100 characters unless a word is; none ends in white space, and none opens a block of
/// Rust code.
pub fn markdown(text: &str, form: Form, links: &dyn Links) -> Vec<String> {
    render::lines(&arranged(&prepared(text), form, links))
}

/// The tree of a text, arranged and with its links resolved: what [`markdown`] renders.
pub fn arranged<'t>(text: &'t str, form: Form, links: &dyn Links) -> Vec<Block<'t>> {
    let mut blocks = read(text);
    arrange::arrange(&mut blocks, form);
    links::resolve(&mut blocks, links);
    blocks
}

/// A link to an address on the web, which may be relative to `base`; `None` if it leads nowhere.
pub(crate) fn link(text: &str, address: &str, base: Option<&str>) -> Option<String> {
    let address = links::absolute(&address.trim().into(), base)?;
    let line = vec![Inline::Start(Mark::Link(address)), Inline::Text(text.into()), Inline::End];
    Some(render::lines(&[Block::Paragraph(line)]).join(" "))
}

/// The tree of a text, as it stands.
pub fn read(text: &str) -> Vec<Block<'_>> {
    if html::is_html(text) { html::read(text) } else { commonmark::read(text) }
}

/// A text without the white space that all its lines begin with: in CommonMark it would make a listing of them.
fn prepared(text: &str) -> Cow<'_, str> {
    let indented = |line: &str| line.trim().is_empty() || line.starts_with(' ');
    if !text.starts_with(' ') || !text.lines().all(indented) {
        return Cow::Borrowed(text);
    }
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let shared = text.lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    let lines: Vec<&str> = text.lines().map(|line| line.get(shared..).unwrap_or_default()).collect();
    Cow::Owned(lines.join("\n"))
}
