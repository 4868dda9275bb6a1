//! Shape and `apply` statements, documentation and traits.

use super::{Parser, Step};
use crate::shape_type::ShapeType;
use crate::syntax::{NodeKind, TokenKind};

impl Parser<'_> {
    pub(super) fn statement(&mut self) -> Step {
        let marker = self.start(NodeKind::ShapeStatement);
        if self.documentation() && self.at(TokenKind::End) {
            self.nodes.truncate(marker.0 + 1);
            self.finish_as(marker, NodeKind::DanglingDocumentation);
            return Ok(());
        }
        self.traits()?;
        if self.at_word("apply") {
            self.nodes[marker.0].kind = NodeKind::ApplyStatement;
            self.apply_statement()?;
        } else {
            self.shape()?;
        }
        self.finish(marker);
        self.expect_break()
    }

    /// Parses documentation comments, blank lines and plain comments among them; says whether there are any.
    pub(super) fn documentation(&mut self) -> bool {
        self.skip_to_documentation();
        if !self.at(TokenKind::DocComment) {
            return false;
        }
        let marker = self.start(NodeKind::Documentation);
        loop {
            self.bump();
            let end = self.position;
            self.skip_to_documentation();
            if !self.at(TokenKind::DocComment) {
                let next = std::mem::replace(&mut self.position, end);
                self.finish(marker);
                self.position = next;
                return true;
            }
        }
    }

    /// Parses the traits before a shape or a member; comments among them document nothing.
    pub(super) fn traits(&mut self) -> Step {
        self.skip_trivia();
        while self.at(TokenKind::At) {
            self.applied_trait()?;
            self.skip_trivia();
        }
        Ok(())
    }

    pub(super) fn applied_trait(&mut self) -> Step {
        let marker = self.start(NodeKind::Trait);
        self.expect(TokenKind::At)?;
        self.shape_id()?;
        if self.at(TokenKind::LeftParen) {
            self.bump();
            self.skip_trivia();
            if !self.at(TokenKind::RightParen) {
                self.trait_body()?;
                self.skip_trivia();
            }
            self.expect(TokenKind::RightParen)?;
        }
        self.finish(marker);
        Ok(())
    }

    /// What stands between the parentheses: `key: value` pairs if a colon follows the first word, else one value.
    fn trait_body(&mut self) -> Step {
        let next = self.past_trivia(self.position + 1);
        let has_key = matches!(self.kind(), TokenKind::String | TokenKind::Identifier);
        if !has_key || self.kind_at(next) != TokenKind::Colon {
            return self.value();
        }
        let marker = self.start(NodeKind::TraitStructure);
        self.enter()?;
        while !self.at(TokenKind::RightParen) {
            self.key_value()?;
            self.skip_trivia();
        }
        self.leave();
        self.finish(marker);
        Ok(())
    }

    fn shape(&mut self) -> Step {
        if !self.at(TokenKind::Identifier) {
            return self.unexpected("a shape or another trait");
        }
        let Some(shape_type) = ShapeType::of_keyword(self.text()) else {
            return self.unknown_statement();
        };
        self.bump();
        self.expect_spaces()?;
        if !self.at(TokenKind::Identifier) {
            return self.unexpected("the name of the shape");
        }
        self.leaf(NodeKind::ShapeName);
        match shape_type {
            ShapeType::Enum | ShapeType::IntEnum => {
                self.mixins()?;
                self.skip_trivia();
                self.body(NodeKind::Members, Self::enum_member)
            }
            ShapeType::List | ShapeType::Set | ShapeType::Map | ShapeType::Structure | ShapeType::Union => {
                self.aggregate()
            }
            ShapeType::Service | ShapeType::Resource => {
                self.mixins()?;
                self.skip_trivia();
                if self.at(TokenKind::LeftBrace) { self.value() } else { self.unexpected("`{`") }
            }
            ShapeType::Operation => {
                self.mixins()?;
                self.skip_trivia();
                self.body(NodeKind::OperationBody, Self::operation_property)
            }
            _ => self.mixins(),
        }
    }

    fn unknown_statement(&mut self) -> Step {
        let word = super::shortened(self.text());
        let help = match word.as_str() {
            "use" => "`use` stands after the namespace and before all shapes",
            "metadata" => "metadata stands before the namespace",
            "namespace" => "a file has one namespace: put the shapes of another into a file of their own",
            _ => "a statement begins with the type of a shape, such as `structure`, or with `apply`",
        };
        self.fail(format!("`{word}` is no type of a shape"), help)
    }

    /// `for`, `with` and the members of an aggregate shape.
    pub(super) fn aggregate(&mut self) -> Step {
        self.for_resource()?;
        self.mixins()?;
        self.skip_trivia();
        self.body(NodeKind::Members, Self::member)
    }

    fn for_resource(&mut self) -> Step {
        if !self.at_word_past_spaces("for") {
            return Ok(());
        }
        let marker = self.start(NodeKind::ForResource);
        self.bump();
        self.expect_spaces()?;
        self.shape_id()?;
        self.finish(marker);
        Ok(())
    }

    fn mixins(&mut self) -> Step {
        if !self.at_word_past_spaces("with") {
            return Ok(());
        }
        let marker = self.start(NodeKind::Mixins);
        self.bump();
        self.skip_trivia();
        self.expect(TokenKind::LeftBracket)?;
        self.skip_trivia();
        loop {
            self.shape_id()?;
            self.skip_trivia();
            if self.at(TokenKind::RightBracket) {
                break;
            }
        }
        self.bump();
        self.finish(marker);
        Ok(())
    }

    /// Whether this word follows behind spaces, which are skipped if so.
    fn at_word_past_spaces(&mut self, word: &str) -> bool {
        let next = self.past_spaces(self.position);
        let found = self.kind_at(next) == TokenKind::Identifier && self.text_at(next) == word;
        if found {
            self.position = next;
        }
        found
    }

    fn apply_statement(&mut self) -> Step {
        self.bump();
        if !self.kind().is_trivia() {
            return self.unexpected("a space");
        }
        self.skip_trivia();
        self.shape_id()?;
        if !self.kind().is_trivia() {
            return self.unexpected("a space");
        }
        self.skip_trivia();
        match self.kind() {
            TokenKind::At => self.applied_trait(),
            TokenKind::LeftBrace => {
                self.bump();
                self.traits()?;
                self.expect(TokenKind::RightBrace)
            }
            _ => self.unexpected("a trait, or `{` and traits,"),
        }
    }
}
