//! Documentation text, brought to Markdown that rustdoc shows as it was meant.
//!
//! Smithy says that [documentation] is CommonMark; the models of AWS hold HTML. Both are read into one tree of
//! [blocks](tree::Block), the tree is arranged for rustdoc (a summary first, names linked), and one renderer
//! writes it. What a reader of the source sees, a reader of the page sees: a tag is a tag only if it is known and
//! well formed, and `<Region>` is text.
//!
//! ```
//! use smithygen_markup::{Form, NoLinks};
//!
//! let markdown = smithygen_markup::markdown("<p>Answers an <code>SMS_MFA</code> challenge.</p>", Form::Whole, &NoLinks);
//! assert_eq!(markdown.as_str(), "Answers an `SMS_MFA` challenge.");
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
mod markdown;
mod marks;
mod mentions;
mod note;
mod parts;
mod render;
mod sentence;
mod tag;
pub mod tree;
mod words;

use std::borrow::Cow;

pub use self::characters::is_hidden;
pub use self::escape::{code, plain};
pub use self::fill::{filled, item};
pub use self::links::{Links, Mention, NoLinks};
pub use self::markdown::{Item, ItemKind, Markdown};
pub use self::mentions::{Named, mentions};
pub use self::note::note;
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

/// The Markdown of a text.
///
/// No line is longer than about 100 characters unless a word is; none ends in white space, and none opens a block of
/// Rust code.
pub fn markdown(text: &str, form: Form, links: &dyn Links) -> Markdown {
    render::markdown(&arranged(&prepared(text), form, links))
}

/// The Markdown of a text on one line, without blocks and breaks.
pub fn on_one_line(text: &str, form: Form, links: &dyn Links) -> Markdown {
    render::on_one_line(&arranged(&prepared(text), form, links))
}

/// A text as Markdown on one line, without links; nothing of it can end a documentation comment.
pub fn inline_markdown(text: &str) -> String {
    on_one_line(text, Form::Whole, &NoLinks).text
}

/// A heading of a plain text; none if nothing of it can be seen.
pub fn heading(level: u8, text: &str) -> Markdown {
    let text = characters::clean(text.into());
    let blank = text.trim().is_empty();
    let heading = || render::markdown(&[Block::Heading(level, vec![Inline::Text(text)])]);
    if blank { Markdown::default() } else { heading() }
}

/// The tree of a text, arranged and with its links resolved: what [`markdown`] renders once [`prepared`] has seen it.
pub fn arranged<'t>(text: &'t str, form: Form, links: &dyn Links) -> Vec<Block<'t>> {
    let mut blocks = read(text);
    arrange::arrange(&mut blocks, form);
    links::resolve(&mut blocks, links);
    blocks
}

/// A link to an address on the web, which may be relative to `base`; `None` if it leads nowhere.
pub fn link(text: &str, address: &str, base: Option<&str>) -> Option<String> {
    let address = links::absolute(&address.trim().into(), base)?;
    let line = vec![Inline::Start(Mark::Link(address)), Inline::Text(text.into()), Inline::End];
    Some(render::markdown(&[Block::Paragraph(line)]).text.replace('\n', " "))
}

/// The tree of a text, as it stands.
pub fn read(text: &str) -> Vec<Block<'_>> {
    if html::is_html(text) { html::read(text) } else { commonmark::read(text) }
}

/// A text without the white space that its first line or all its lines begin with: in CommonMark it would make a
/// listing of them.
pub fn prepared(text: &str) -> Cow<'_, str> {
    let first = text.trim_start_matches(['\n', '\r']);
    if !first.starts_with([' ', '\t']) {
        return Cow::Borrowed(text);
    }
    let text = first.replace('\t', "    ");
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let shared = text.lines().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0);
    if shared == 0 {
        return Cow::Owned(text.trim_start_matches(' ').to_owned());
    }
    let lines: Vec<&str> = text.lines().map(|line| line.get(shared..).unwrap_or_default()).collect();
    Cow::Owned(lines.join("\n").trim_start_matches(' ').to_owned())
}
