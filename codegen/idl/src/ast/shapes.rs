//! What stands between the braces of a shape.

use super::{ShapeId, Spanned, Trait, Value};
use crate::span::Span;
use crate::syntax::{Node, NodeKind, TokenKind};

/// What stands between the braces of a shape.
#[derive(Clone, Copy, Debug)]
pub enum Body<'t> {
    /// Of an aggregate or enum shape.
    Members(Members<'t>),
    /// Of an operation.
    Operation(Operation<'t>),
    /// Of a service or a resource: an object.
    Object(Value<'t>),
}

/// The members of a shape.
#[derive(Clone, Copy, Debug)]
pub struct Members<'t>(Node<'t>);

/// The properties of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Operation<'t>(Node<'t>);

/// A member.
#[derive(Clone, Copy, Debug)]
pub struct Member<'t>(Node<'t>);

/// How a member is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberKind {
    /// `name: target`.
    Explicit,
    /// `$name`: the target is that of a mixin's member or a resource's identifier or property.
    Elided,
    /// `NAME` in an enum.
    Enum,
}

/// What a member targets.
#[derive(Clone, Copy, Debug)]
pub enum Target<'t> {
    /// A shape.
    Id(ShapeId<'t>),
    /// `[target]`; the span is that of the brackets.
    List(Span, Option<Node<'t>>),
    /// `{key: value}`; the span is that of the braces.
    Map(Span, Option<Node<'t>>, Option<Node<'t>>),
}

/// `input`, `output` or `errors` of an operation.
#[derive(Clone, Copy, Debug)]
pub struct OperationProperty<'t>(Node<'t>);

/// A structure after `:=`.
#[derive(Clone, Copy, Debug)]
pub struct Structure<'t>(Node<'t>);

impl<'t> Body<'t> {
    pub(super) fn new(node: Node<'t>) -> Option<Self> {
        match node.kind() {
            NodeKind::Members => Some(Self::Members(Members(node))),
            NodeKind::OperationBody => Some(Self::Operation(Operation(node))),
            NodeKind::Object => Value::new(node).map(Self::Object),
            _ => None,
        }
    }
}

impl<'t> Members<'t> {
    /// Each member.
    pub fn iter(self) -> impl Iterator<Item = Member<'t>> {
        let is_member = |node: &Node<'t>| {
            matches!(node.kind(), NodeKind::Member | NodeKind::ElidedMember | NodeKind::EnumMember)
        };
        self.0.children().filter(is_member).map(Member)
    }

    /// Where they stand, the braces included.
    pub fn span(self) -> Span {
        self.0.span()
    }
}

impl<'t> Operation<'t> {
    /// Each property.
    pub fn iter(self) -> impl Iterator<Item = OperationProperty<'t>> {
        self.0.children_of(NodeKind::OperationProperty).map(OperationProperty)
    }
}

impl<'t> Member<'t> {
    /// How it is written.
    pub fn kind(self) -> MemberKind {
        match self.0.kind() {
            NodeKind::ElidedMember => MemberKind::Elided,
            NodeKind::EnumMember => MemberKind::Enum,
            _ => MemberKind::Explicit,
        }
    }

    /// The name, without `$`.
    pub fn name(self) -> Option<Spanned<&'t str>> {
        let token = self.0.token(TokenKind::Identifier)?;
        Some(Spanned { span: token.span(), value: token.text() })
    }

    /// The number before it.
    pub fn index(self) -> Option<Spanned<&'t str>> {
        let token = self.0.child(NodeKind::MemberIndex)?.token(TokenKind::Number)?;
        Some(Spanned { span: token.span(), value: token.text() })
    }

    /// The traits, without documentation comments.
    pub fn traits(self) -> impl Iterator<Item = Trait<'t>> {
        super::traits(self.0)
    }

    /// What documentation comments say of it.
    pub fn documentation(self) -> Option<Spanned<String>> {
        super::documentation(self.0)
    }

    /// The target.
    pub fn target(self) -> Option<Target<'t>> {
        self.0.children().find_map(Target::new)
    }

    /// The value after `=`, and where the `=` stands.
    pub fn assignment(self) -> Option<(Span, Option<Value<'t>>)> {
        let node = self.0.child(NodeKind::ValueAssignment)?;
        Some((node.token(TokenKind::Equal)?.span(), node.children().find_map(Value::new)))
    }
}

impl<'t> Target<'t> {
    /// The target that a node writes.
    pub fn new(node: Node<'t>) -> Option<Self> {
        let is_target = |node: &Node<'t>| {
            matches!(node.kind(), NodeKind::ShapeId | NodeKind::InlineList | NodeKind::InlineMap)
        };
        let mut inner = node.children().filter(is_target);
        match node.kind() {
            NodeKind::ShapeId => Some(Self::Id(ShapeId(node))),
            NodeKind::InlineList => Some(Self::List(node.span(), inner.next())),
            NodeKind::InlineMap => Some(Self::Map(node.span(), inner.next(), inner.next())),
            _ => None,
        }
    }
}

impl<'t> OperationProperty<'t> {
    /// The name.
    pub fn name(self) -> Option<Spanned<&'t str>> {
        let token = self.0.token(TokenKind::Identifier)?;
        Some(Spanned { span: token.span(), value: token.text() })
    }

    /// The ids after `:`: one of `input` and `output`, any number of `errors`.
    pub fn ids(self) -> impl Iterator<Item = ShapeId<'t>> {
        self.0.children_of(NodeKind::ShapeId).map(ShapeId)
    }

    /// The structure after `:=`.
    pub fn structure(self) -> Option<Structure<'t>> {
        self.0.child(NodeKind::InlineStructure).map(Structure)
    }

    /// Where `:=` stands.
    pub(crate) fn walrus(self) -> Option<Span> {
        self.0.token(TokenKind::Walrus).map(|token| token.span())
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.0.span()
    }
}

impl<'t> Structure<'t> {
    /// The traits, without documentation comments.
    pub fn traits(self) -> impl Iterator<Item = Trait<'t>> {
        super::traits(self.0)
    }

    /// What documentation comments say of it.
    pub fn documentation(self) -> Option<Spanned<String>> {
        super::documentation(self.0)
    }

    /// The mixins.
    pub fn mixins(self) -> impl Iterator<Item = ShapeId<'t>> {
        super::mixins(self.0)
    }

    /// The resource after `for`.
    pub fn resource(self) -> Option<ShapeId<'t>> {
        super::resource(self.0)
    }

    /// The members.
    pub fn members(self) -> Option<Members<'t>> {
        self.0.child(NodeKind::Members).map(Members)
    }

    /// Where it stands.
    pub fn span(self) -> Span {
        self.0.span()
    }
}
