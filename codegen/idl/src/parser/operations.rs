//! What stands in an operation.

use super::{Parser, Step};
use crate::syntax::{NodeKind, TokenKind};

impl Parser<'_> {
    pub(super) fn operation_property(&mut self) -> Step {
        self.skip_trivia();
        if self.at(TokenKind::RightBrace) {
            return Ok(());
        }
        let marker = self.start(NodeKind::OperationProperty);
        match self.text() {
            "input" | "output" => {
                self.bump();
                self.skip_trivia();
                self.structure()?;
            }
            "errors" => {
                self.bump();
                self.skip_trivia();
                self.errors()?;
            }
            _ if self.at(TokenKind::Identifier) => {
                let word = super::shortened(self.text());
                let help = "an operation has `input`, `output` and `errors`";
                return self.fail(format!("an operation has no `{word}`"), help);
            }
            _ => return self.unexpected("`input`, `output`, `errors` or `}`"),
        }
        self.finish(marker);
        Ok(())
    }

    /// A shape id after `:`, or a structure after `:=`.
    fn structure(&mut self) -> Step {
        match self.kind() {
            TokenKind::Colon => {
                self.bump();
                self.skip_trivia();
                self.shape_id()
            }
            TokenKind::Walrus => {
                self.bump();
                self.skip_to_documentation();
                let marker = self.start(NodeKind::InlineStructure);
                self.documentation();
                self.traits()?;
                self.aggregate()?;
                self.finish(marker);
                Ok(())
            }
            _ => self.unexpected("`:` and a shape, or `:=` and a structure,"),
        }
    }

    fn errors(&mut self) -> Step {
        self.expect(TokenKind::Colon)?;
        self.skip_trivia();
        self.expect(TokenKind::LeftBracket)?;
        self.skip_trivia();
        while !self.at(TokenKind::RightBracket) {
            self.shape_id()?;
            self.skip_trivia();
        }
        self.bump();
        Ok(())
    }
}
