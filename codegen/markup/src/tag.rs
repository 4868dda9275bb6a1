//! The tags that documentation is known to hold.

use std::borrow::Cow;

use super::tree::Kind;

/// What a tag means for the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A paragraph, or whatever else stands on lines of its own.
    Paragraph,
    /// The end of a line.
    Break,
    /// A line between two paragraphs.
    Rule,
    /// A heading.
    Heading(u8),
    /// Other blocks.
    Container(Kind),
    /// Text whose lines and spaces matter.
    Listing,
    /// Text of a program.
    Code,
    /// Stress.
    Emphasis,
    /// Strong stress.
    Strong,
    /// A link, to an address or to what its text names.
    Link,
    /// A tag that means nothing here: what is in it counts.
    Transparent,
    /// A picture, of which the words remain.
    Image,
}

/// The longest tag that is taken for one, in bytes.
const MAX_LENGTH: usize = 4096;

/// A tag as it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found<'t> {
    /// What it means.
    pub(super) tag: Tag,
    /// Which way it goes.
    pub(super) side: Side,
    /// All of it, from `<` to `>`.
    pub(super) source: &'t str,
    /// What stands behind its name.
    attributes: &'t str,
}

/// Whether a tag opens, closes or is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// `<b>`
    Start,
    /// `</b>`
    End,
    /// `<b/>`
    Empty,
}

impl Tag {
    fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "p" | "para" | "fullname" | "div" | "section" | "center" | "examples" | "caption" | "title" => {
                Self::Paragraph
            }
            "br" => Self::Break,
            "hr" => Self::Rule,
            "h1" => Self::Heading(1),
            "h2" => Self::Heading(2),
            "h3" => Self::Heading(3),
            "h4" => Self::Heading(4),
            "h5" => Self::Heading(5),
            "h6" => Self::Heading(6),
            "ul" => Self::Container(Kind::List(None)),
            "ol" => Self::Container(Kind::List(Some(1))),
            "li" => Self::Container(Kind::Item),
            "dl" => Self::Container(Kind::Definitions),
            "dt" => Self::Container(Kind::Term),
            "dd" => Self::Container(Kind::Meaning),
            "note" | "tip" => Self::Container(Kind::Note),
            "important" | "caution" | "warning" => Self::Container(Kind::Warning),
            "blockquote" => Self::Container(Kind::Quote),
            "table" => Self::Container(Kind::Table),
            "tr" => Self::Container(Kind::Row),
            "td" | "th" => Self::Container(Kind::Cell),
            "pre" | "request" | "response" => Self::Listing,
            "code" | "tt" | "kbd" | "samp" => Self::Code,
            "i" | "em" | "var" | "cite" | "dfn" | "replaceable" => Self::Emphasis,
            "b" | "strong" => Self::Strong,
            "a" | "link" => Self::Link,
            "span" | "u" | "small" | "big" | "sup" | "sub" | "font" | "ins" | "del" | "abbr" | "thead"
            | "tbody" | "tfoot" | "colgroup" | "col" | "zonbook" | "xhtml" => Self::Transparent,
            "img" => Self::Image,
            _ => return None,
        })
    }

    /// Whether it stands on lines of its own.
    pub(super) fn is_block(self) -> bool {
        match self {
            Self::Paragraph | Self::Rule | Self::Heading(_) | Self::Container(_) | Self::Listing => true,
            Self::Break
            | Self::Code
            | Self::Emphasis
            | Self::Strong
            | Self::Link
            | Self::Transparent
            | Self::Image => false,
        }
    }
}

impl<'t> Found<'t> {
    /// The known tag that a text begins with. Its name is all lower or all upper case, and what stands behind it
    /// are attributes with `=`: `<parameter name>` and `<Code>` are text.
    pub(super) fn at(text: &'t str) -> Option<Self> {
        let text = &text[..text.floor_char_boundary(MAX_LENGTH)];
        let inside = text.strip_prefix('<')?;
        let (closes, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
        let name = &inside[..inside.bytes().take(12).take_while(u8::is_ascii_alphanumeric).count()];
        let tag = Tag::of_name(&lower(name)?)?;
        let attributes = attributes(&inside[name.len()..])?;
        let rest = &inside[name.len() + attributes.len()..];
        let (empty, rest) = rest.strip_prefix('/').map_or((false, rest), |rest| (true, rest));
        let rest = rest.strip_prefix('>')?;
        let source = &text[..text.len() - rest.len()];
        let side = match (closes, empty) {
            (true, _) => Side::End,
            (false, true) => Side::Empty,
            (false, false) => Side::Start,
        };
        (!closes || attributes.trim().is_empty()).then_some(Self { tag, side, source, attributes })
    }

    /// Whether it has any attribute.
    pub(super) fn has_attributes(&self) -> bool {
        !self.attributes.trim().is_empty()
    }

    /// The value of an attribute, as it stands.
    pub(super) fn attribute(&self, name: &str) -> Option<&'t str> {
        let mut rest = self.attributes;
        while let Some((key, value, length)) = attribute(rest) {
            if key.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            rest = &rest[length..];
        }
        None
    }
}

/// The name in lower case, unless its cases are mixed.
fn lower(name: &str) -> Option<Cow<'_, str>> {
    let upper = name.bytes().any(|byte| byte.is_ascii_uppercase());
    let lower = name.bytes().any(|byte| byte.is_ascii_lowercase());
    match (upper, lower) {
        (true, true) | (false, false) => None,
        (true, false) => Some(Cow::Owned(name.to_ascii_lowercase())),
        (false, true) => Some(Cow::Borrowed(name)),
    }
}

/// The attributes that a text begins with, and the white space behind them.
fn attributes(text: &str) -> Option<&str> {
    let mut length = 0;
    while let Some((_, _, more)) = attribute(&text[length..]) {
        length += more;
    }
    let space = text[length..].len() - text[length..].trim_start().len();
    Some(&text[..length + space])
}

/// The attribute that a text begins with: its name, its value and its length with the white space before it.
fn attribute(text: &str) -> Option<(&str, &str, usize)> {
    let named = text.trim_start();
    let name_length =
        named.bytes().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b':' | b'_')).count();
    if named.len() == text.len() || name_length == 0 {
        return None;
    }
    let value = named[name_length..].trim_start().strip_prefix('=')?.trim_start();
    let quoted = |quote: char| value.strip_prefix(quote).and_then(|value| value.split_once(quote));
    let (value, rest) = match quoted('"').or_else(|| quoted('\'')) {
        Some(split) => split,
        None if value.starts_with(['"', '\'']) => return None,
        None => {
            let length = value.find(|c: char| c.is_whitespace() || matches!(c, '>' | '<' | '"' | '\''))?;
            value.split_at(length)
        }
    };
    Some((&named[..name_length], value, text.len() - rest.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tag(text: &str) -> Option<(Tag, Side)> {
        Found::at(text).map(|found| (found.tag, found.side))
    }

    #[test]
    fn tags_are_known_names_in_one_case() {
        assert_eq!(tag("<p>x"), Some((Tag::Paragraph, Side::Start)));
        assert_eq!(tag("<P >x"), Some((Tag::Paragraph, Side::Start)));
        assert_eq!(tag("</code\n>"), Some((Tag::Code, Side::End)));
        assert_eq!(tag("<br/>"), Some((Tag::Break, Side::Empty)));
        assert_eq!(tag("<p class=\"title\"> "), Some((Tag::Paragraph, Side::Start)));
        for text in
            ["<Code>", "<Region>", "<parameter name>", "<p class>", "<p", "< p>", "<a b=c", "<p x=\"y>"]
        {
            assert_eq!(tag(text), None, "{text}");
        }
    }

    #[test]
    fn attributes_have_values() {
        let found = Found::at("<a target=_blank HREF = 'https://e.org/?a=b'>x").expect("it is a tag");
        assert_eq!(found.attribute("href"), Some("https://e.org/?a=b"));
        assert_eq!(found.attribute("target"), Some("_blank"));
        assert_eq!(found.attribute("id"), None);
    }
}
