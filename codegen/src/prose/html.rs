//! A tolerant reader of documentation in HTML: lists, definition lists, code and text, whatever else is in it.

use html5gum::{HtmlString, Token, Tokenizer};

/// How deep lists may nest; the tags of deeper ones are passed over, so that no text can exhaust the stack.
const MAX_DEPTH: usize = 64;

/// A piece of documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// Text as it stands.
    Text(String),
    /// What a `code` element holds, white space made one.
    Code(String),
    /// Where a paragraph, or whatever else stands on lines of its own, begins or ends.
    Break,
    /// A list, or a part of one.
    Block(Block, Vec<Node>),
}

/// The elements that make tables of prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// `ul` and `ol`.
    List,
    /// `li`.
    Item,
    /// `dl`.
    Terms,
    /// `dt`.
    Term,
    /// `dd`.
    Meaning,
}

/// Elements that stand on lines of their own.
const BREAKS: [&str; 14] = [
    "p",
    "note",
    "important",
    "div",
    "br",
    "pre",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "table",
    "tr",
    "section",
];

/// Documentation that is being read.
#[derive(Default)]
struct Reader {
    /// What stands outside of all lists.
    root: Vec<Node>,
    /// The lists and their parts that are open, the outermost first.
    open: Vec<(Block, Vec<Node>)>,
    /// The text of the `code` element that is open.
    code: Option<String>,
}

/// Reads documentation: tags that are never closed, closed twice or unknown are taken as their writer meant them.
pub(super) fn read(text: &str) -> Vec<Node> {
    let mut reader = Reader::default();
    for Ok(token) in Tokenizer::new(text) {
        match token {
            Token::StartTag(tag) => reader.start(&string(&tag.name)),
            Token::EndTag(tag) => reader.end(&string(&tag.name)),
            Token::String(text) => reader.text(&string(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.end_code();
    reader.close_to(0);
    reader.root
}

fn string(text: &HtmlString) -> String {
    String::from_utf8_lossy(text).into_owned()
}

impl Block {
    fn of_tag(name: &str) -> Option<Self> {
        match name {
            "ul" | "ol" => Some(Self::List),
            "li" => Some(Self::Item),
            "dl" => Some(Self::Terms),
            "dt" => Some(Self::Term),
            "dd" => Some(Self::Meaning),
            _ => None,
        }
    }

    /// The element that holds this one, unless this one stands for itself.
    fn owner(self) -> Option<Self> {
        match self {
            Self::List | Self::Terms => None,
            Self::Item => Some(Self::List),
            Self::Term | Self::Meaning => Some(Self::Terms),
        }
    }
}

impl Reader {
    fn start(&mut self, name: &str) {
        if let Some(block) = Block::of_tag(name) {
            self.end_code();
            self.open(block);
        } else if name == "code" {
            self.end_code();
            self.code = Some(String::new());
        } else if BREAKS.contains(&name) {
            self.end_code();
            self.push(Node::Break);
        }
    }

    fn end(&mut self, name: &str) {
        if let Some(block) = Block::of_tag(name) {
            self.end_code();
            if let Some(depth) = self.depth_of(block) {
                self.close_to(depth);
            }
        } else if name == "code" {
            self.end_code();
        } else if BREAKS.contains(&name) {
            self.end_code();
            self.push(Node::Break);
        }
    }

    fn text(&mut self, text: &str) {
        match &mut self.code {
            Some(code) => code.push_str(text),
            None => self.push(Node::Text(text.to_owned())),
        }
    }

    /// Opens an element; an item or a term ends the one before it, as HTML has it.
    fn open(&mut self, block: Block) {
        if let Some(depth) = block.owner().and_then(|owner| self.depth_of(owner)) {
            self.close_to(depth + 1);
        }
        if self.open.len() < MAX_DEPTH {
            self.open.push((block, Vec::new()));
        }
    }

    fn depth_of(&self, block: Block) -> Option<usize> {
        self.open.iter().rposition(|(open, _)| *open == block)
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some((block, nodes)) = self.open.pop()
        {
            self.push(Node::Block(block, nodes));
        }
    }

    fn end_code(&mut self) {
        if let Some(code) = self.code.take() {
            self.push(Node::Code(code.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
    }

    fn push(&mut self, node: Node) {
        self.open.last_mut().map_or(&mut self.root, |(_, nodes)| nodes).push(node);
    }
}

/// What `nodes` hold, without the nesting: text, code, and where lines begin.
pub(super) fn flat(nodes: &[Node]) -> Vec<Node> {
    let mut pieces = Vec::new();
    for node in nodes {
        match node {
            Node::Text(_) | Node::Code(_) | Node::Break => pieces.push(node.clone()),
            Node::Block(_, inside) => {
                pieces.push(Node::Break);
                pieces.extend(flat(inside));
                pieces.push(Node::Break);
            }
        }
    }
    pieces
}

/// The text of `nodes`, code among it, white space made one.
pub(super) fn text(nodes: &[Node]) -> String {
    let mut text = String::new();
    for piece in flat(nodes) {
        match piece {
            Node::Text(piece) | Node::Code(piece) => text.push_str(&piece),
            Node::Break | Node::Block(..) => text.push(' '),
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
