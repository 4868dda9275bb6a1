//! Resolves links: to items of the generated crate, to addresses, or to nothing.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::markdown::Item;
use super::tree::{self, Block, Inline, Kind, Line, Mark};

/// How a text mentions something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mention<'t> {
    /// In a code span, which may be something else altogether.
    Code(&'t str),
    /// By name, as a link.
    Name(&'t str),
    /// By the address of a page and the text of the link.
    Page(&'t str, &'t str),
}

/// What knows where the links of a text lead.
pub trait Links {
    /// The item that is mentioned. `None` if there is no such thing, or if it is what the text is about.
    fn item(&self, mention: Mention<'_>) -> Option<Item>;

    /// Whether a name is that of what the text is about.
    fn is_subject(&self, _name: &str) -> bool {
        false
    }

    /// The address that relative ones begin from.
    fn base(&self) -> Option<&str>;
}

/// No links but those to addresses on the web.
#[derive(Clone, Copy, Debug)]
pub struct NoLinks;

impl Links for NoLinks {
    fn item(&self, _: Mention<'_>) -> Option<Item> {
        None
    }

    fn base(&self) -> Option<&str> {
        None
    }
}

/// What becomes of the end of a mark.
enum Close {
    /// It stays.
    End,
    /// It goes, and the mark with it.
    Nothing,
    /// It goes, and what is inside became code.
    Code,
    /// It stays, and what is inside became code: the name of an item.
    CodeEnd,
    /// It stays, and what is inside became this code.
    Named(String),
    /// It becomes text.
    Text(String),
}

/// Resolves every link of a text. Code is linked where it first names an item: once in the running text, and once
/// in each list and table, since people look things up there without reading what stands before.
pub(super) fn resolve(blocks: &mut Vec<Block<'_>>, links: &dyn Links) {
    blocks_with(blocks, &mut Resolver { links, linked: BTreeSet::new(), looked_up: false });
    tree::prune(blocks);
}

fn blocks_with(blocks: &mut [Block<'_>], resolver: &mut Resolver<'_>) {
    for block in blocks {
        match block {
            Block::Paragraph(line) | Block::Heading(_, line) => resolver.line(line),
            Block::Container(Kind::List(_) | Kind::Definitions | Kind::Table, blocks)
                if !resolver.looked_up =>
            {
                let mut afresh = Resolver { links: resolver.links, linked: BTreeSet::new(), looked_up: true };
                blocks_with(blocks, &mut afresh);
            }
            Block::Container(_, blocks) => blocks_with(blocks, resolver),
            Block::Listing(..) | Block::Rule => {}
        }
    }
}

struct Resolver<'l> {
    links: &'l dyn Links,
    /// The items that are linked already.
    linked: BTreeSet<Item>,
    /// Whether this is inside of a list or a table.
    looked_up: bool,
}

impl Resolver<'_> {
    fn line(&mut self, line: &mut Line<'_>) {
        if line.iter().any(|piece| matches!(piece, Inline::Start(_) | Inline::Code(_))) {
            let mut pieces = std::mem::take(line);
            let mut open = Vec::new();
            for index in 0..pieces.len() {
                let piece = std::mem::replace(&mut pieces[index], Inline::Break);
                self.piece(line, &mut open, piece, &pieces[index + 1..]);
            }
        }
    }

    fn piece<'t>(
        &mut self,
        line: &mut Line<'t>,
        open: &mut Vec<(bool, Close)>,
        piece: Inline<'t>,
        behind: &[Inline<'t>],
    ) {
        let in_link = open.iter().any(|(is_link, _)| *is_link);
        match piece {
            Inline::Code(code) if !in_link => self.code(line, code),
            Inline::Text(_) | Inline::Code(_) | Inline::Break
                if open.iter().any(|(_, close)| matches!(close, Close::Named(_))) => {}
            Inline::Text(text)
                if open.iter().any(|(_, close)| matches!(close, Close::Code | Close::CodeEnd)) =>
            {
                push_code(line, text);
            }
            Inline::Start(mark) => {
                let is_link = !matches!(mark, Mark::Emphasis | Mark::Strong);
                let close = self.start(line, mark, &inside(behind));
                open.push((is_link, close));
            }
            Inline::End => match open.pop().map(|(_, close)| close) {
                Some(Close::End | Close::CodeEnd) => line.push(Inline::End),
                Some(Close::Named(name)) => line.extend([Inline::Code(Cow::Owned(name)), Inline::End]),
                Some(Close::Text(text)) => line.push(Inline::Text(Cow::Owned(text))),
                Some(Close::Nothing | Close::Code) | None => {}
            },
            piece @ (Inline::Text(_) | Inline::Code(_) | Inline::Break) => line.push(piece),
        }
    }

    /// Code, under the name that it has in Rust: a link where it names something for the first time.
    fn code<'t>(&mut self, line: &mut Line<'t>, code: Cow<'t, str>) {
        let Some(item) = self.links.item(Mention::Code(&code)) else { return line.push(Inline::Code(code)) };
        let shown = item.shown(&code).map_or(code, Cow::Owned);
        if self.linked.insert(item.clone()) {
            line.extend([Inline::Start(Mark::Item(item)), Inline::Code(shown), Inline::End]);
        } else {
            line.push(Inline::Code(shown));
        }
    }

    fn start<'t>(&mut self, line: &mut Line<'t>, mark: Mark<'t>, text: &str) -> Close {
        let mark = match mark {
            Mark::Link(address) => self.address(&address, text),
            Mark::Named => match self.links.item(Mention::Name(text)) {
                Some(item) => Some(Mark::Item(item)),
                None => return Close::Code,
            },
            Mark::Reference(name, tail) => match self.links.item(Mention::Name(&name)) {
                Some(item) => Some(Mark::Item(item)),
                None if self.links.is_subject(&name) => return Close::Nothing,
                None => {
                    line.push(Inline::Text(Cow::Borrowed("[")));
                    return Close::Text(format!("]{tail}"));
                }
            },
            Mark::Emphasis | Mark::Strong | Mark::Item(_) => Some(mark),
        };
        let Some(mark) = mark else { return Close::Nothing };
        let address = match &mark {
            Mark::Item(item) => {
                self.linked.insert(item.clone());
                None
            }
            Mark::Link(address) if text.is_empty() => Some(Inline::Text(address.clone())),
            Mark::Link(_) | Mark::Emphasis | Mark::Strong | Mark::Named | Mark::Reference(..) => None,
        };
        let close = match &mark {
            Mark::Item(item) if is_name(text) => item.shown(text).map_or(Close::CodeEnd, Close::Named),
            _ => Close::End,
        };
        line.push(Inline::Start(mark));
        line.extend(address);
        close
    }

    /// Where a link to an address leads.
    fn address<'t>(&self, address: &Cow<'t, str>, text: &str) -> Option<Mark<'t>> {
        match self.links.item(Mention::Page(address, text)) {
            Some(item) => Some(Mark::Item(item)),
            None => absolute(address, self.links.base()).map(Mark::Link),
        }
    }
}

/// Whether the text of a link is a name, and not words about what it leads to.
fn is_name(text: &str) -> bool {
    let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
    capitals > 1 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$'))
}

/// Adds text as code, its white space around it.
fn push_code<'t>(line: &mut Line<'t>, text: Cow<'t, str>) {
    let code = text.trim();
    if code.is_empty() {
        return line.push(Inline::Text(text));
    }
    let space = |there: bool| there.then_some(Inline::Text(Cow::Borrowed(" ")));
    line.extend(space(text.starts_with(char::is_whitespace)));
    line.push(Inline::Code(Cow::Owned(code.to_owned())));
    line.extend(space(text.ends_with(char::is_whitespace)));
}

/// The text inside of a mark, of which `pieces` are what follows its start; white space made one.
pub(super) fn inside(pieces: &[Inline<'_>]) -> String {
    let mut depth = 0_usize;
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Inline::Start(_) => depth += 1,
            Inline::End if depth == 0 => break,
            Inline::End => depth -= 1,
            Inline::Text(piece) | Inline::Code(piece) => text.push_str(piece),
            Inline::Break => text.push(' '),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An address as a link may lead to it: on the web or to a mailbox. Relative ones begin from `base`.
pub(super) fn absolute<'t>(address: &Cow<'t, str>, base: Option<&str>) -> Option<Cow<'t, str>> {
    let has = |prefix: &str| address.get(..prefix.len()).is_some_and(|own| own.eq_ignore_ascii_case(prefix));
    if ["http://", "https://", "mailto:"].iter().any(|scheme| has(scheme)) {
        return Some(address.clone());
    }
    let scheme = address.split(['/', '?', '#']).next().is_some_and(|head| head.contains(':'));
    if address.is_empty() || address.starts_with('#') || scheme {
        return None;
    }
    match address.strip_prefix("//") {
        Some(host) => Some(Cow::Owned(format!("https://{host}"))),
        None => {
            Some(Cow::Owned(format!("{}/{}", base?.trim_end_matches('/'), address.trim_start_matches('/'))))
        }
    }
}
