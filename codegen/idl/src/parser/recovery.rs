//! What is skipped after a fault, so that the faults behind it are found too.

use super::{Failed, Marker, Parser, Step};
use crate::shape_type::ShapeType;
use crate::syntax::{NodeKind, TokenKind};

impl Parser<'_> {
    /// Skips from a fault to what `resumes`, but takes one token more than the statement at `start` began with.
    pub(super) fn recover(&mut self, start: usize, resumes: impl Fn(&Self) -> bool) {
        let marker = self.start(NodeKind::Skipped);
        while !self.at(TokenKind::End) && (self.position == start || !resumes(self)) {
            self.bump();
        }
        self.finish(marker);
        self.depth = 0;
    }

    /// Whether a statement of the shape section seems to begin with the next token.
    pub(super) fn at_statement(&self) -> bool {
        self.at_line_start()
            && match self.kind() {
                TokenKind::At | TokenKind::DocComment => true,
                TokenKind::Identifier => {
                    self.text() == "apply" || ShapeType::of_keyword(self.text()).is_some()
                }
                _ => false,
            }
    }

    /// Whether the next token stands in the first column.
    pub(super) fn at_line_start(&self) -> bool {
        self.position == 0 || matches!(self.kind_at(self.position - 1), TokenKind::Newline | TokenKind::Bom)
    }

    /// Parses one part of a body in braces; after a fault skips to the next line, the end of the body, or, with
    /// [`Failed`], out of the body.
    pub(super) fn part(&mut self, parse: impl FnOnce(&mut Self) -> Step) -> Step {
        let start = self.position;
        if parse(self).is_ok() {
            return Ok(());
        }
        let marker = self.start(NodeKind::Skipped);
        let mut depth = self.open_brackets(start);
        if self.is_cut_by_break() {
            self.skip_trivia();
        }
        let outcome = loop {
            match self.kind() {
                TokenKind::End => break Err(Failed),
                _ if self.at_statement() => break Err(Failed),
                TokenKind::RightBrace | TokenKind::Newline if depth == 0 => break Ok(()),
                TokenKind::LeftBrace | TokenKind::LeftBracket | TokenKind::LeftParen => depth += 1,
                TokenKind::RightBrace | TokenKind::RightBracket | TokenKind::RightParen => {
                    depth = depth.saturating_sub(1);
                }
                _ => {}
            }
            self.bump();
        };
        self.finish(marker);
        self.depth = 0;
        outcome
    }

    /// Whether a line break stands inside of what failed, so that the rest of it is on the next line.
    fn is_cut_by_break(&self) -> bool {
        let next = self.past_trivia(self.position);
        let begins_part = match self.kind_at(next) {
            TokenKind::Identifier => {
                matches!(self.kind_at(self.past_spaces(next + 1)), TokenKind::Colon | TokenKind::Walrus)
            }
            kind => matches!(kind, TokenKind::At | TokenKind::Dollar | TokenKind::RightBrace),
        };
        next > self.position && !begins_part
    }

    /// How many brackets are open between a token and the next one.
    fn open_brackets(&self, start: usize) -> usize {
        self.tokens[start..self.position].iter().fold(0, |depth: usize, token| match token.kind {
            TokenKind::LeftBrace | TokenKind::LeftBracket | TokenKind::LeftParen => depth + 1,
            TokenKind::RightBrace | TokenKind::RightBracket | TokenKind::RightParen => {
                depth.saturating_sub(1)
            }
            _ => depth,
        })
    }

    /// Parses the parts between braces, each with [`Parser::part`].
    pub(super) fn body(&mut self, kind: NodeKind, mut part: impl FnMut(&mut Self) -> Step) -> Step {
        let marker = self.start(kind);
        self.expect(TokenKind::LeftBrace)?;
        loop {
            self.skip_to_documentation();
            match self.kind() {
                TokenKind::RightBrace => break,
                TokenKind::End => return self.unexpected("`}`"),
                _ => self.close_and(marker, |parser| parser.part(&mut part))?,
            }
        }
        self.bump();
        self.finish(marker);
        Ok(())
    }

    /// Runs `step`, and closes the nodes below `marker` that it left open.
    fn close_and(&mut self, marker: Marker, step: impl FnOnce(&mut Self) -> Step) -> Step {
        let inner = Marker(marker.0 + 1);
        let outcome = step(self);
        if self.open.last().is_some_and(|&index| index >= inner.0) {
            self.finish(inner);
        }
        outcome
    }
}
