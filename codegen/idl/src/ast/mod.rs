//! The tree with types: what the statements of a file say, each part as a method.
//!
//! Every part may be missing where the text has faults, so most methods give an option.

mod shapes;
mod values;

use std::borrow::Cow;

use crate::shape_type::ShapeType;
use crate::span::Span;
use crate::syntax::{Node, NodeKind, Token, TokenKind, Tree};
use crate::text;

pub use shapes::{Body, Member, MemberKind, Members, Operation, OperationProperty, Structure, Target};
pub use values::{Data, Key, KeyValue, Value};

/// A file.
#[derive(Clone, Copy, Debug)]
pub struct File<'t>(Node<'t>);

/// A control or metadata statement: a key and a value.
#[derive(Clone, Copy, Debug)]
pub struct KeyStatement<'t>(Node<'t>);

/// A shape statement.
#[derive(Clone, Copy, Debug)]
pub struct Shape<'t>(Node<'t>);

/// An `apply` statement.
#[derive(Clone, Copy, Debug)]
pub struct Apply<'t>(Node<'t>);

/// A trait that is applied.
#[derive(Clone, Copy, Debug)]
pub struct Trait<'t>(Node<'t>);

/// The id of a shape as it is written.
#[derive(Clone, Copy, Debug)]
pub struct ShapeId<'t>(Node<'t>);

/// A text and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// Where it stands.
    pub span: Span,
    /// What stands there.
    pub value: T,
}

impl<'t> File<'t> {
    /// The file of a tree.
    pub fn new(tree: &'t Tree<'t>) -> Self {
        Self(tree.root())
    }

    /// The control statements.
    pub fn controls(self) -> impl Iterator<Item = KeyStatement<'t>> {
        self.0.children_of(NodeKind::ControlStatement).map(KeyStatement)
    }

    /// The metadata statements.
    pub fn metadata(self) -> impl Iterator<Item = KeyStatement<'t>> {
        self.0.children_of(NodeKind::MetadataStatement).map(KeyStatement)
    }

    /// The namespace.
    pub fn namespace(self) -> Option<&'t str> {
        Some(self.0.child(NodeKind::NamespaceStatement)?.child(NodeKind::NamespaceName)?.text())
    }

    /// The ids that `use` statements import.
    pub fn uses(self) -> impl Iterator<Item = ShapeId<'t>> {
        let statements = self.0.children_of(NodeKind::UseStatement);
        statements.filter_map(|statement| statement.child(NodeKind::ShapeId)).map(ShapeId)
    }

    /// The shapes.
    pub fn shapes(self) -> impl Iterator<Item = Shape<'t>> {
        self.0.children_of(NodeKind::ShapeStatement).map(Shape)
    }

    /// The `apply` statements.
    pub fn applies(self) -> impl Iterator<Item = Apply<'t>> {
        self.0.children_of(NodeKind::ApplyStatement).map(Apply)
    }
}

impl<'t> KeyStatement<'t> {
    /// The key.
    pub fn key(self) -> Option<Key<'t>> {
        self.0.child(NodeKind::Key).map(Key::new)
    }

    /// The value.
    pub fn value(self) -> Option<Value<'t>> {
        self.0.children().find_map(Value::new)
    }
}

impl<'t> Shape<'t> {
    /// The word that begins the shape behind its traits.
    pub fn keyword(self) -> Option<Token<'t>> {
        self.0.token(TokenKind::Identifier)
    }

    /// The type of the shape.
    pub fn shape_type(self) -> Option<ShapeType> {
        ShapeType::of_keyword(self.keyword()?.text())
    }

    /// The name.
    pub fn name(self) -> Option<Spanned<&'t str>> {
        let node = self.0.child(NodeKind::ShapeName)?;
        Some(Spanned { span: node.span(), value: node.text() })
    }

    /// The traits, without documentation comments.
    pub fn traits(self) -> impl Iterator<Item = Trait<'t>> {
        traits(self.0)
    }

    /// What documentation comments say of it.
    pub fn documentation(self) -> Option<Spanned<String>> {
        documentation(self.0)
    }

    /// The mixins.
    pub fn mixins(self) -> impl Iterator<Item = ShapeId<'t>> {
        mixins(self.0)
    }

    /// The resource after `for`.
    pub fn resource(self) -> Option<ShapeId<'t>> {
        resource(self.0)
    }

    /// Where the word `with` stands.
    pub(crate) fn mixins_word(self) -> Option<Span> {
        Some(self.0.child(NodeKind::Mixins)?.token(TokenKind::Identifier)?.span())
    }

    /// Where the word `for` stands.
    pub(crate) fn resource_word(self) -> Option<Span> {
        Some(self.0.child(NodeKind::ForResource)?.token(TokenKind::Identifier)?.span())
    }

    /// What stands between its braces, if it has any.
    pub fn body(self) -> Option<Body<'t>> {
        self.0.children().find_map(Body::new)
    }
}

impl<'t> Apply<'t> {
    /// What the traits are applied to.
    pub fn target(self) -> Option<ShapeId<'t>> {
        self.0.child(NodeKind::ShapeId).map(ShapeId)
    }

    /// The traits.
    pub fn traits(self) -> impl Iterator<Item = Trait<'t>> {
        // Traits before the word `apply` are a fault and belong to nothing.
        let word = self.0.token(TokenKind::Identifier).map_or(0, |word| word.span().start);
        traits(self.0).filter(move |applied| applied.0.span().start > word)
    }

    /// Where traits stand before the word `apply`, which is a fault: the word.
    pub(crate) fn misplaced_traits(self) -> Option<Span> {
        let word = self.0.token(TokenKind::Identifier)?;
        let before = traits(self.0).any(|applied| applied.0.span().start < word.span().start);
        before.then(|| word.span())
    }
}

impl<'t> Trait<'t> {
    /// The id as it is written.
    pub fn id(self) -> Option<ShapeId<'t>> {
        self.0.child(NodeKind::ShapeId).map(ShapeId)
    }

    /// The value; `None` if it is left out, with or without parentheses.
    pub fn value(self) -> Option<Value<'t>> {
        // The id is the first node below and may look like a value.
        self.0.children().skip(1).find_map(Value::new)
    }

    /// Where it stands, its `@` included.
    pub fn span(self) -> Span {
        self.0.span()
    }
}

impl<'t> ShapeId<'t> {
    /// The text of it.
    pub fn text(self) -> &'t str {
        self.0.text()
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.0.span()
    }
}

fn traits(node: Node<'_>) -> impl Iterator<Item = Trait<'_>> {
    node.children_of(NodeKind::Trait).map(Trait)
}

fn documentation(node: Node<'_>) -> Option<Spanned<String>> {
    let node = node.child(NodeKind::Documentation)?;
    let comments = node.tokens().filter(|token| token.kind() == TokenKind::DocComment);
    Some(Spanned { span: node.span(), value: text::documentation(comments.map(Token::text)) })
}

fn mixins(node: Node<'_>) -> impl Iterator<Item = ShapeId<'_>> {
    node.child(NodeKind::Mixins).into_iter().flat_map(|node| node.children_of(NodeKind::ShapeId)).map(ShapeId)
}

fn resource(node: Node<'_>) -> Option<ShapeId<'_>> {
    node.child(NodeKind::ForResource)?.child(NodeKind::ShapeId).map(ShapeId)
}

/// The text of an identifier or a string in quotes.
fn key_text(token: &str) -> Cow<'_, str> {
    if token.starts_with('"') { text::value(token).unwrap_or_default().into() } else { token.into() }
}
