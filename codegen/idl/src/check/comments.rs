//! Documentation comments that document nothing.

use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::syntax::{Element, Node, NodeKind, TokenKind, Tree};

/// Warns of documentation comments that stand where nothing is documented, those of one part of a file together.
pub(super) fn check(diagnostics: &mut Vec<Diagnostic>, tree: &Tree<'_>) {
    let comments =
        |node: Node<'_>| node.all_tokens().filter(|token| token.kind() == TokenKind::DocComment).count();
    let nodes = tree.root().descendants().filter(|node| node.kind() == NodeKind::Documentation);
    let documenting: usize = nodes.map(comments).sum();
    if comments(tree.root()) > documenting {
        let mut pending = None;
        part(diagnostics, &mut pending, tree.root());
        report(diagnostics, &mut pending);
    }
}

/// Collects the comments of a node; those of a statement or member are reported apart from others.
fn part(diagnostics: &mut Vec<Diagnostic>, pending: &mut Option<Span>, node: Node<'_>) {
    for element in node.elements() {
        match element {
            Element::Token(token) if token.kind() == TokenKind::DocComment => {
                let start = pending.map_or(token.span().start, |span| span.start);
                *pending = Some(Span { start, end: token.span().end });
            }
            Element::Token(_) => {}
            Element::Node(inner) if inner.kind() == NodeKind::Documentation => {}
            Element::Node(inner) => {
                if is_apart(node, inner) {
                    report(diagnostics, pending);
                }
                part(diagnostics, pending, inner);
            }
        }
    }
}

/// Whether the comments before a node belong to something else than those in it.
fn is_apart(outer: Node<'_>, inner: Node<'_>) -> bool {
    matches!(outer.kind(), NodeKind::File | NodeKind::Members)
        || matches!(inner.kind(), NodeKind::Members | NodeKind::OperationBody)
}

fn report(diagnostics: &mut Vec<Diagnostic>, pending: &mut Option<Span>) {
    if let Some(span) = pending.take() {
        let help = "write it directly before a shape or member and before its traits, or with `//`";
        let message = "this documentation comment documents nothing";
        diagnostics.push(Diagnostic::warning("Model.BadDocumentationComment", span, message).help(help));
    }
}
