//! Where a parser stands among the words of an expression.

use super::lexer::Token;
use super::{Expression, MAX_HEIGHT, Node, SyntaxError};

/// How strongly an operator binds the expression to its left.
pub(super) mod strength {
    pub(in super::super) const NONE: u8 = 0;
    pub(in super::super) const PIPE: u8 = 1;
    pub(in super::super) const OR: u8 = 2;
    pub(in super::super) const AND: u8 = 3;
    pub(in super::super) const COMPARISON: u8 = 5;
    pub(in super::super) const FLATTEN: u8 = 9;
    /// What binds less strongly ends a projection.
    pub(in super::super) const PROJECTION: u8 = 10;
    pub(in super::super) const STAR: u8 = 20;
    pub(in super::super) const FILTER: u8 = 21;
    pub(in super::super) const DOT: u8 = 40;
    pub(in super::super) const NOT: u8 = 45;
    pub(in super::super) const BRACKET: u8 = 55;
    pub(in super::super) const CALL: u8 = 60;
}

/// What reads an expression, word by word.
pub(super) struct Parser {
    /// All words; the last is the end.
    pub(super) tokens: Vec<(Token, usize)>,
    /// The word to look at next.
    pub(super) at: usize,
    /// How many expressions are being read inside each other.
    pub(super) open: usize,
}

/// What reading an expression gives.
pub(super) type Parsed = Result<Expression, SyntaxError>;

impl Parser {
    pub(super) fn token(&self) -> &Token {
        self.ahead(0)
    }

    pub(super) fn ahead(&self, count: usize) -> &Token {
        self.tokens.get(self.at + count).map_or(&Token::End, |(token, _)| token)
    }

    pub(super) fn offset(&self) -> usize {
        self.tokens.get(self.at).map_or(0, |&(_, offset)| offset)
    }

    pub(super) fn advance(&mut self) {
        self.at = (self.at + 1).min(self.tokens.len() - 1);
    }

    pub(super) fn is(&self, mark: &'static str) -> bool {
        *self.token() == Token::Mark(mark)
    }

    /// Passes over a mark if it comes next.
    pub(super) fn take(&mut self, mark: &'static str) -> bool {
        let found = self.is(mark);
        if found {
            self.advance();
        }
        found
    }

    pub(super) fn expect(&mut self, mark: &'static str) -> Result<(), SyntaxError> {
        if self.take(mark) { Ok(()) } else { Err(self.wrong(&format!("`{mark}`"))) }
    }

    pub(super) fn expect_end(&self) -> Result<(), SyntaxError> {
        if *self.token() == Token::End { Ok(()) } else { Err(self.wrong("an operator or the end")) }
    }

    pub(super) fn wrong(&self, expected: &str) -> SyntaxError {
        SyntaxError::new(self.offset(), format!("expected {expected}, not {}", self.token().shown()))
    }

    pub(super) fn made(&self, offset: usize, node: Node) -> Parsed {
        let made = Expression::new(offset, node);
        if made.height > MAX_HEIGHT { Err(too_deep(offset)) } else { Ok(made) }
    }

    /// How strongly the next word binds what stands before it.
    pub(super) fn strength(&self) -> u8 {
        match self.token() {
            Token::Comparison(_) => strength::COMPARISON,
            Token::Mark("|") => strength::PIPE,
            Token::Mark("||") => strength::OR,
            Token::Mark("&&") => strength::AND,
            Token::Mark("[]") => strength::FLATTEN,
            Token::Mark("[?") => strength::FILTER,
            Token::Mark(".") => strength::DOT,
            Token::Mark("[") => strength::BRACKET,
            Token::Mark("(") => strength::CALL,
            Token::Name(_)
            | Token::QuotedName(_)
            | Token::Literal(_)
            | Token::Number(_)
            | Token::Mark(_)
            | Token::End => strength::NONE,
        }
    }
}

pub(super) fn too_deep(offset: usize) -> SyntaxError {
    SyntaxError::new(offset, format!("the expression nests deeper than {MAX_HEIGHT} levels"))
}
