//! The sections of a file: control, metadata, namespace, `use`, shapes.

use super::{Parser, Step};
use crate::syntax::{NodeKind, TokenKind};

impl Parser<'_> {
    pub(super) fn file(&mut self) {
        let marker = self.start(NodeKind::File);
        self.skip_trivia();
        while self.at(TokenKind::Dollar) {
            self.section_statement(Self::control_statement);
            self.skip_trivia();
        }
        while self.at_word("metadata") {
            self.section_statement(Self::metadata_statement);
            self.skip_trivia();
        }
        if self.namespace() {
            while self.at_use() {
                self.section_statement(Self::use_statement);
            }
            self.shape_statements();
        }
        self.finish(marker);
    }

    /// Parses a statement before the shapes; after a fault skips to what may be the next statement.
    fn section_statement(&mut self, parse: impl FnOnce(&mut Self) -> Step) {
        let start = self.position;
        let marker = self.nodes.len();
        if parse(self).is_err() {
            self.close_from(marker);
            self.recover(start, |parser| {
                parser.at_line_start()
                    && matches!(
                        parser.kind(),
                        TokenKind::Identifier | TokenKind::At | TokenKind::Dollar | TokenKind::DocComment
                    )
            });
        }
    }

    /// Whether a `use` statement follows; documentation comments before it document nothing.
    fn at_use(&mut self) -> bool {
        let next = self.past_trivia(self.position);
        let found = self.kind_at(next) == TokenKind::Identifier && self.text_at(next) == "use";
        if found {
            self.position = next;
        }
        found
    }

    fn control_statement(&mut self) -> Step {
        let marker = self.start(NodeKind::ControlStatement);
        self.expect(TokenKind::Dollar)?;
        self.key()?;
        self.skip_spaces();
        self.expect(TokenKind::Colon)?;
        self.skip_spaces();
        self.value()?;
        self.finish(marker);
        self.expect_break()
    }

    fn metadata_statement(&mut self) -> Step {
        let marker = self.start(NodeKind::MetadataStatement);
        self.bump();
        self.expect_spaces()?;
        self.key()?;
        self.skip_spaces();
        self.expect(TokenKind::Equal)?;
        self.skip_spaces();
        self.value()?;
        self.finish(marker);
        self.expect_break()
    }

    /// Parses the namespace; says whether shapes can follow.
    fn namespace(&mut self) -> bool {
        if !self.at(TokenKind::End) && !self.at_word("namespace") {
            let start = self.position;
            let found = self.found();
            let help =
                "shapes, traits and `use` follow a `namespace`; metadata stands before it, without traits";
            self.report(format!("expected a namespace, found {found}"), Some(help.to_owned()));
            self.recover(start, |parser| parser.at_line_start() && parser.at_word("namespace"));
        }
        if self.at(TokenKind::End) {
            return false;
        }
        let start = self.position;
        let marker = self.nodes.len();
        if self.namespace_statement().is_err() {
            self.close_from(marker);
            self.recover(start, |parser| {
                parser.at_statement() || parser.at_line_start() && parser.at_word("use")
            });
        }
        true
    }

    fn namespace_statement(&mut self) -> Step {
        let marker = self.start(NodeKind::NamespaceStatement);
        self.bump();
        self.expect_spaces()?;
        let name = self.start(NodeKind::NamespaceName);
        self.namespace_name()?;
        self.finish(name);
        self.finish(marker);
        self.expect_break()
    }

    fn use_statement(&mut self) -> Step {
        let marker = self.start(NodeKind::UseStatement);
        self.bump();
        self.expect_spaces()?;
        let id = self.start(NodeKind::ShapeId);
        self.namespace_name()?;
        self.expect(TokenKind::Pound)?;
        self.expect(TokenKind::Identifier)?;
        self.finish(id);
        if self.at(TokenKind::Dollar) {
            return self.fail("`use` cannot name a member", "name the shape without its member");
        }
        self.finish(marker);
        self.expect_break()
    }

    /// Identifiers with dots between them.
    pub(super) fn namespace_name(&mut self) -> Step {
        self.expect(TokenKind::Identifier)?;
        while self.at(TokenKind::Dot) {
            self.bump();
            self.expect(TokenKind::Identifier)?;
        }
        Ok(())
    }

    fn shape_statements(&mut self) {
        loop {
            self.skip_to_documentation();
            if self.at(TokenKind::End) {
                return;
            }
            let (start, marker) = (self.position, self.nodes.len());
            if self.statement().is_err() {
                self.close_from(marker);
                self.recover(start, Self::at_statement);
            }
        }
    }

    /// Ends the nodes from a number on that a fault left open.
    fn close_from(&mut self, node: usize) {
        if self.open.last().is_some_and(|&index| index >= node) {
            self.finish(super::Marker(node));
        }
    }
}
