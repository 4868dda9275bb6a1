//! Values, keys and shape ids.

use super::{MAX_DEPTH, Parser, Step};
use crate::syntax::{NodeKind, TokenKind};

impl Parser<'_> {
    pub(super) fn value(&mut self) -> Step {
        match self.kind() {
            TokenKind::String | TokenKind::TextBlock => self.leaf(NodeKind::String),
            TokenKind::Number => return self.number(),
            TokenKind::Tag => {
                let marker = self.start(NodeKind::TaggedString);
                self.bump();
                self.skip_spaces();
                self.bump();
                self.finish(marker);
            }
            TokenKind::Identifier => return self.word(),
            TokenKind::LeftBracket => return self.array(),
            TokenKind::LeftBrace => return self.object(),
            _ => return self.unexpected("a value: a string, a number, a shape id, `{` or `[`"),
        }
        Ok(())
    }

    fn number(&mut self) -> Step {
        if self.kind_at(self.position + 1) == TokenKind::Dot {
            let message = format!("`{}.` is no number", super::shortened(self.text()));
            return self.fail(message, "a digit must follow the point");
        }
        self.leaf(NodeKind::Number);
        Ok(())
    }

    /// `true`, `false`, `null` or a shape id.
    fn word(&mut self) -> Step {
        let next = self.kind_at(self.position + 1);
        let alone = !matches!(next, TokenKind::Dot | TokenKind::Pound | TokenKind::Dollar);
        if alone && matches!(self.text(), "true" | "false" | "null") {
            self.leaf(NodeKind::Keyword);
            return Ok(());
        }
        self.shape_id()
    }

    /// An identifier, or a namespace, `#` and an identifier, either with `$` and a member.
    pub(super) fn shape_id(&mut self) -> Step {
        if !self.at(TokenKind::Identifier) {
            return self.unexpected("the id of a shape");
        }
        let marker = self.start(NodeKind::ShapeId);
        let has_dot = self.kind_at(self.position + 1) == TokenKind::Dot;
        self.namespace_name()?;
        if self.at(TokenKind::Pound) {
            self.bump();
            self.expect(TokenKind::Identifier)?;
        } else if has_dot {
            return self.unexpected("`#` and the name of a shape");
        }
        if self.at(TokenKind::Dollar) {
            self.bump();
            self.expect(TokenKind::Identifier)?;
        }
        self.finish(marker);
        Ok(())
    }

    fn array(&mut self) -> Step {
        let marker = self.start(NodeKind::Array);
        self.enter()?;
        self.bump();
        self.skip_trivia();
        while !self.at(TokenKind::RightBracket) {
            self.value()?;
            self.skip_trivia();
        }
        self.bump();
        self.leave();
        self.finish(marker);
        Ok(())
    }

    fn object(&mut self) -> Step {
        let marker = self.start(NodeKind::Object);
        self.enter()?;
        self.bump();
        self.skip_trivia();
        while !self.at(TokenKind::RightBrace) {
            self.key_value()?;
            self.skip_trivia();
        }
        self.bump();
        self.leave();
        self.finish(marker);
        Ok(())
    }

    pub(super) fn key_value(&mut self) -> Step {
        let marker = self.start(NodeKind::KeyValue);
        self.key()?;
        self.skip_trivia();
        self.expect(TokenKind::Colon)?;
        self.skip_trivia();
        self.value()?;
        self.finish(marker);
        Ok(())
    }

    pub(super) fn key(&mut self) -> Step {
        if !matches!(self.kind(), TokenKind::String | TokenKind::Identifier) {
            return self.unexpected("a key: an identifier or a string in quotes");
        }
        self.leaf(NodeKind::Key);
        Ok(())
    }

    /// Goes one level deeper into a value.
    pub(super) fn enter(&mut self) -> Step {
        if self.depth == MAX_DEPTH {
            let message = format!("values nest more than {MAX_DEPTH} deep");
            return self.fail(message, "look for brackets that are never closed");
        }
        self.depth += 1;
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }
}
