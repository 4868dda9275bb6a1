//! The syntax tree: two flat lists, of tokens and of nodes in the order in which they begin.

use super::lexer::RawToken;
use super::node::NodeKind;
use super::token::TokenKind;
use crate::span::Span;

/// A node: the tokens that it covers, and the nodes below it, which follow it up to `end_node`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawNode {
    pub(crate) kind: NodeKind,
    pub(crate) first_token: u32,
    pub(crate) end_token: u32,
    pub(crate) end_node: u32,
}

/// The syntax tree of one text: its tokens, put one after the other, are the text.
#[derive(Debug)]
pub struct Tree<'s> {
    pub(crate) text: &'s str,
    pub(crate) tokens: Vec<RawToken>,
    pub(crate) nodes: Vec<RawNode>,
}

/// A node of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t> {
    tree: &'t Tree<'t>,
    index: u32,
}

/// A token of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Token<'t> {
    tree: &'t Tree<'t>,
    index: u32,
}

/// What stands directly in a node.
#[derive(Clone, Copy, Debug)]
pub enum Element<'t> {
    /// A node.
    Node(Node<'t>),
    /// A token that belongs to no node below.
    Token(Token<'t>),
}

impl<'s> Tree<'s> {
    /// The node of the whole text.
    pub fn root(&self) -> Node<'_> {
        Node { tree: self, index: 0 }
    }

    /// The text that the tree was made of.
    pub fn text(&self) -> &'s str {
        self.text
    }

    /// All tokens in order, the end of the text not among them.
    pub fn tokens(&self) -> impl Iterator<Item = Token<'_>> {
        self.token_range(0, self.tokens.len() - 1)
    }

    fn token_range(&self, first: usize, end: usize) -> impl Iterator<Item = Token<'_>> {
        let number = |index: usize| u32::try_from(index).expect("a text has fewer tokens than bytes");
        (number(first)..number(end)).map(|index| Token { tree: self, index })
    }

    /// Where a token begins; that of the number after the last is the end of the text.
    fn start_of(&self, token: u32) -> u32 {
        self.tokens[(token as usize).min(self.tokens.len() - 1)].start
    }
}

impl<'t> Node<'t> {
    fn raw(self) -> RawNode {
        self.tree.nodes[self.index as usize]
    }

    /// What it is.
    pub fn kind(self) -> NodeKind {
        self.raw().kind
    }

    /// The bytes that it covers.
    pub fn span(self) -> Span {
        let RawNode { first_token, end_token, .. } = self.raw();
        Span { start: self.tree.start_of(first_token), end: self.tree.start_of(end_token) }
    }

    /// The text that it covers.
    pub fn text(self) -> &'t str {
        let Span { start, end } = self.span();
        &self.tree.text[start as usize..end as usize]
    }

    /// The nodes directly below.
    pub fn children(self) -> impl Iterator<Item = Node<'t>> {
        let end = self.raw().end_node;
        let mut next = self.index + 1;
        std::iter::from_fn(move || {
            let node = Node { tree: self.tree, index: next };
            (next < end).then(|| {
                next = node.raw().end_node;
                node
            })
        })
    }

    /// The first node of this kind directly below.
    pub fn child(self, kind: NodeKind) -> Option<Node<'t>> {
        self.children().find(|node| node.kind() == kind)
    }

    /// All nodes of this kind directly below.
    pub fn children_of(self, kind: NodeKind) -> impl Iterator<Item = Node<'t>> {
        self.children().filter(move |node| node.kind() == kind)
    }

    /// All nodes below, each before those below it.
    pub fn descendants(self) -> impl Iterator<Item = Node<'t>> {
        (self.index + 1..self.raw().end_node).map(move |index| Node { tree: self.tree, index })
    }

    /// Nodes and tokens directly below, in the order of the text.
    pub fn elements(self) -> impl Iterator<Item = Element<'t>> {
        let (mut token, end) = (self.raw().first_token, self.raw().end_token);
        let mut children = self.children().peekable();
        std::iter::from_fn(move || {
            if let Some(child) = children.next_if(|child| child.raw().first_token == token) {
                token = child.raw().end_token;
                return Some(Element::Node(child));
            }
            let here = Token { tree: self.tree, index: token };
            token += 1;
            (here.index < end).then_some(Element::Token(here))
        })
    }

    /// The tokens directly below.
    pub fn tokens(self) -> impl Iterator<Item = Token<'t>> {
        self.elements().filter_map(|element| match element {
            Element::Token(token) => Some(token),
            Element::Node(_) => None,
        })
    }

    /// The first token of this kind directly below.
    pub fn token(self, kind: TokenKind) -> Option<Token<'t>> {
        self.tokens().find(|token| token.kind() == kind)
    }

    /// All tokens that it covers, in any node.
    pub fn all_tokens(self) -> impl Iterator<Item = Token<'t>> {
        let RawNode { first_token, end_token, .. } = self.raw();
        self.tree.token_range(first_token as usize, end_token as usize)
    }
}

impl<'t> Token<'t> {
    /// What it is.
    pub fn kind(self) -> TokenKind {
        self.tree.tokens[self.index as usize].kind
    }

    /// The bytes of it.
    pub fn span(self) -> Span {
        Span { start: self.tree.start_of(self.index), end: self.tree.start_of(self.index + 1) }
    }

    /// The text of it.
    pub fn text(self) -> &'t str {
        let Span { start, end } = self.span();
        &self.tree.text[start as usize..end as usize]
    }

    /// Whether only whitespace stands before it on its line.
    pub fn is_first_on_line(self) -> bool {
        is_first_on_line(&self.tree.tokens, self.index as usize)
    }
}

/// Whether only whitespace stands before a token on its line.
pub(crate) fn is_first_on_line(tokens: &[RawToken], index: usize) -> bool {
    let blank = |token: &&RawToken| matches!(token.kind, TokenKind::Space | TokenKind::Bom);
    tokens[..index]
        .iter()
        .rev()
        .find(|token| !blank(token))
        .is_none_or(|token| token.kind == TokenKind::Newline)
}
