//! Values.

use std::borrow::Cow;

use super::{ShapeId, key_text};
use crate::span::Span;
use crate::syntax::{Node, NodeKind, Token, TokenKind};
use crate::tagged::{self, Tagged};
use crate::text;

/// A value.
#[derive(Clone, Copy, Debug)]
pub struct Value<'t>(Node<'t>);

/// What a value is.
#[derive(Clone, Debug)]
pub enum Data<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as JSON writes it.
    Number(Cow<'t, str>),
    /// A string: quoted, a text block or tagged.
    String(String),
    /// A shape id, which stands for the absolute id as a string.
    ShapeId(ShapeId<'t>),
    /// An array.
    Array(Vec<Value<'t>>),
    /// An object, or the `key: value` pairs of a trait.
    Object(Vec<KeyValue<'t>>),
}

/// A key.
#[derive(Clone, Copy, Debug)]
pub struct Key<'t>(Node<'t>);

/// A key and its value.
#[derive(Clone, Copy, Debug)]
pub struct KeyValue<'t>(Node<'t>);

impl<'t> Value<'t> {
    /// The value that a node is.
    pub fn new(node: Node<'t>) -> Option<Self> {
        let is_value = matches!(
            node.kind(),
            NodeKind::Number
                | NodeKind::String
                | NodeKind::TaggedString
                | NodeKind::Keyword
                | NodeKind::ShapeId
                | NodeKind::Array
                | NodeKind::Object
                | NodeKind::TraitStructure
        );
        is_value.then_some(Self(node))
    }

    /// What it is; a string or tagged string with faults is empty.
    pub fn data(self) -> Data<'t> {
        let node = self.0;
        match node.kind() {
            NodeKind::Keyword if node.text() == "null" => Data::Null,
            NodeKind::Keyword => Data::Bool(node.text() == "true"),
            NodeKind::Number => Data::Number(node.text().into()),
            NodeKind::String => Data::String(text::value(node.text()).unwrap_or_default()),
            NodeKind::TaggedString => match self.tagged() {
                Some(Ok(Tagged::Number(number))) => Data::Number(number.into()),
                Some(Ok(Tagged::String(text))) => Data::String(text),
                Some(Err(_)) | None => Data::String(String::new()),
            },
            NodeKind::ShapeId => Data::ShapeId(ShapeId(node)),
            NodeKind::Array => Data::Array(node.children().filter_map(Self::new).collect()),
            _ => Data::Object(node.children_of(NodeKind::KeyValue).map(KeyValue).collect()),
        }
    }

    /// What a tagged string stands for.
    pub(crate) fn tagged(self) -> Option<Result<Tagged, String>> {
        let tag = self.tag()?.text().strip_prefix('#')?;
        let is_raw =
            |token: &Token<'t>| matches!(token.kind(), TokenKind::RawString | TokenKind::RawTextBlock);
        Some(tagged::value(tag, self.0.tokens().find(is_raw)?.text()))
    }

    /// The tag of a tagged string.
    pub(crate) fn tag(self) -> Option<Token<'t>> {
        self.0.token(TokenKind::Tag)
    }

    /// The text of it as it is written.
    pub fn text(self) -> &'t str {
        self.0.text()
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.0.span()
    }
}

impl<'t> Key<'t> {
    pub(crate) fn new(node: Node<'t>) -> Self {
        Self(node)
    }

    /// What it says.
    pub fn text(self) -> Cow<'t, str> {
        key_text(self.0.text())
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.0.span()
    }
}

impl<'t> KeyValue<'t> {
    /// The key.
    pub fn key(self) -> Option<Key<'t>> {
        self.0.child(NodeKind::Key).map(Key::new)
    }

    /// The value.
    pub fn value(self) -> Option<Value<'t>> {
        self.0.children().find_map(Value::new)
    }
}
