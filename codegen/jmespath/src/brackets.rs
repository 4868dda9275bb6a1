//! Indexes and projections: what brackets, stars and filters begin.

use crate::lexer::Token;
use crate::parser::{Parsed, Parser, precedence};
use crate::{Expression, Node, Selection, Slice, SyntaxError};

impl Parser {
    /// Whether a bracket that begins an expression holds expressions, and no index, slice or star.
    pub(crate) fn is_list(&self) -> bool {
        match self.ahead(1) {
            Token::Number(_) | Token::Mark(":") => false,
            Token::Mark("*") => *self.ahead(2) != Token::Mark("]"),
            _ => true,
        }
    }

    /// `*`, `[]`, `[?a]`, `[*]`, `[0]` or `[1:2]` on an expression.
    pub(crate) fn projection_or_index(&mut self, source: Expression) -> Parsed {
        if self.take("*") {
            return self.projection(source, Selection::Values, precedence::STAR);
        }
        if self.take("[]") {
            return self.projection(source, Selection::Flattened, precedence::FLATTEN);
        }
        if self.take("[?") {
            let condition = self.expression(precedence::NONE)?;
            self.expect("]")?;
            return self.projection(source, Selection::Filter(Box::new(condition)), precedence::FILTER);
        }
        let offset = self.offset();
        self.expect("[")?;
        if self.take("*") {
            self.expect("]")?;
            return self.projection(source, Selection::Elements, precedence::STAR);
        }
        let start = self.number();
        if self.is_next(":") {
            let slice = self.slice(start)?;
            return self.projection(source, Selection::Slice(slice), precedence::STAR);
        }
        let index = start.ok_or_else(|| self.unexpected("an index, a slice, `*` or `?`"))?;
        self.expect("]")?;
        Expression::new(offset, Node::Index(Box::new(source), index))
    }

    fn slice(&mut self, start: Option<i64>) -> Parsed<Slice> {
        self.expect(":")?;
        let stop = self.number();
        let offset = self.offset();
        let step = if self.take(":") { self.number().unwrap_or(1) } else { 1 };
        self.expect("]")?;
        match step {
            0 => Err(SyntaxError::new(offset, "the step of a slice must not be 0")),
            step => Ok(Slice { start, stop, step }),
        }
    }

    fn number(&mut self) -> Option<i64> {
        let Token::Number(number) = *self.token() else {
            return None;
        };
        self.advance();
        Some(number)
    }

    /// A projection with what follows it, up to an operator that ends it.
    fn projection(&mut self, source: Expression, selection: Selection, least: u8) -> Parsed {
        let offset = self.offset();
        let each = if self.next_precedence() < precedence::PROJECTION {
            Expression::new(offset, Node::Current)?
        } else if self.is_next(".") && *self.ahead(1) != Token::Mark("*") {
            self.advance();
            self.after_dot(least)?
        } else {
            // A bracket right behind a projection works on each value, and is never a list of expressions.
            self.nested(|parser| {
                let current = Expression::new(offset, Node::Current)?;
                let each = parser.operator(current)?;
                parser.operators(each, least)
            })?
        };
        let offset = source.offset;
        let projection = Node::Projection { source: Box::new(source), selection, each: Box::new(each) };
        Expression::new(offset, projection)
    }
}
