//! Indexes and projections: what brackets, stars and filters begin.

use super::cursor::{Parsed, Parser, strength};
use super::lexer::Token;
use super::parser::current;
use super::{Expression, Node, Slice, SyntaxError, Which};

impl Parser {
    pub(super) fn values(&mut self, of: Expression) -> Parsed {
        self.advance();
        self.projected(of, Which::Values, strength::STAR)
    }

    pub(super) fn flattened(&mut self, of: Expression) -> Parsed {
        self.advance();
        self.projected(of, Which::Flattened, strength::FLATTEN)
    }

    pub(super) fn filtered(&mut self, of: Expression) -> Parsed {
        self.advance();
        let condition = self.boxed(strength::NONE)?;
        self.expect("]")?;
        self.projected(of, Which::Filter(condition), strength::FILTER)
    }

    /// `[0]`, `[1:2]` or `[*]`.
    pub(super) fn bracket(&mut self, of: Expression) -> Parsed {
        let offset = self.offset();
        self.expect("[")?;
        if self.take("*") {
            self.expect("]")?;
            return self.projected(of, Which::Elements, strength::STAR);
        }
        let start = self.number();
        if self.is(":") {
            let slice = self.slice(start)?;
            return self.projected(of, Which::Slice(slice), strength::STAR);
        }
        let index = start.ok_or_else(|| self.wrong("an index, a slice, `*` or `?`"))?;
        self.expect("]")?;
        self.made(offset, Node::Index(Box::new(of), index))
    }

    fn slice(&mut self, start: Option<i64>) -> Result<Slice, SyntaxError> {
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

    /// A projection with what follows it, up to what ends it.
    fn projected(&mut self, of: Expression, which: Which, least: u8) -> Parsed {
        let offset = self.offset();
        let each = if self.strength() < strength::PROJECTION {
            current(offset)
        } else if self.is(".") && *self.ahead(1) == Token::Mark("*") || !self.take(".") {
            self.continuing(offset, least)?
        } else {
            self.after_dot(least)?
        };
        self.made(of.offset, Node::Projection { of: Box::new(of), which, each: Box::new(each) })
    }

    /// What stands right behind a projection works on each value; a bracket is never a list of expressions.
    fn continuing(&mut self, offset: usize, least: u8) -> Parsed {
        self.deeper(|parser| {
            let each = parser.continued(current(offset))?;
            parser.rest(each, least)
        })
    }
}
