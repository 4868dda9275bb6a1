//! The tree of an expression, by the strength with which operators bind what stands beside them.

use super::cursor::{Parsed, Parser, strength, too_deep};
use super::lexer::{Token, tokens};
use super::{Comparison, Expression, MAX_HEIGHT, MAX_LENGTH, Node, SyntaxError};

/// Reads an expression.
///
/// # Errors
///
/// The first place at which the text does not follow JMESPath's grammar, or is longer or nests deeper than
/// [`MAX_LENGTH`] and [`MAX_HEIGHT`] allow.
pub(crate) fn parse(text: &str) -> Result<Expression, SyntaxError> {
    if text.len() > MAX_LENGTH {
        return Err(SyntaxError::new(0, format!("the expression is longer than {MAX_LENGTH} bytes")));
    }
    let mut parser = Parser { tokens: tokens(text)?, at: 0, open: 0 };
    let expression = parser.expression(strength::NONE)?;
    parser.expect_end()?;
    Ok(expression)
}

impl Parser {
    /// Reads what is one level further in.
    pub(super) fn deeper(&mut self, read: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.open == MAX_HEIGHT {
            return Err(too_deep(self.offset()));
        }
        self.open += 1;
        let expression = read(self)?;
        self.open -= 1;
        Ok(expression)
    }

    /// Reads as long as operators bind more strongly than `least`.
    pub(super) fn expression(&mut self, least: u8) -> Parsed {
        self.deeper(|parser| {
            let left = parser.beginning()?;
            parser.rest(left, least)
        })
    }

    pub(super) fn rest(&mut self, mut left: Expression, least: u8) -> Parsed {
        while least < self.strength() {
            left = self.continued(left)?;
        }
        Ok(left)
    }

    pub(super) fn boxed(&mut self, least: u8) -> Result<Box<Expression>, SyntaxError> {
        self.expression(least).map(Box::new)
    }

    /// What an expression can begin with.
    fn beginning(&mut self) -> Parsed {
        let offset = self.offset();
        match self.token().clone() {
            Token::Name(name) | Token::QuotedName(name) => self.word(offset, Node::Field(name)),
            Token::Literal(literal) => self.word(offset, Node::Literal(literal)),
            Token::Mark("@") => self.word(offset, Node::Current),
            Token::Mark("!") => {
                self.advance();
                let negated = self.boxed(strength::NOT)?;
                self.made(offset, Node::Not(negated))
            }
            Token::Mark("&") => {
                self.advance();
                let referenced = self.boxed(strength::NONE)?;
                self.made(offset, Node::Reference(referenced))
            }
            Token::Mark("(") => self.group(),
            Token::Mark("{") => self.hash(),
            Token::Mark("*") => self.values(current(offset)),
            Token::Mark("[]") => self.flattened(current(offset)),
            Token::Mark("[?") => self.filtered(current(offset)),
            Token::Mark("[") if self.is_list() => self.list(),
            Token::Mark("[") => self.bracket(current(offset)),
            Token::Number(_) | Token::Comparison(_) | Token::Mark(_) | Token::End => {
                Err(self.wrong("an expression"))
            }
        }
    }

    fn word(&mut self, offset: usize, node: Node) -> Parsed {
        self.advance();
        self.made(offset, node)
    }

    fn group(&mut self) -> Parsed {
        self.advance();
        let inside = self.expression(strength::NONE)?;
        self.expect(")")?;
        Ok(inside)
    }

    /// Whether a bracket that begins an expression holds expressions, and no index, slice or star of its own.
    fn is_list(&self) -> bool {
        match self.ahead(1) {
            Token::Number(_) | Token::Mark(":") => false,
            Token::Mark("*") => *self.ahead(2) != Token::Mark("]"),
            Token::Name(_)
            | Token::QuotedName(_)
            | Token::Literal(_)
            | Token::Comparison(_)
            | Token::Mark(_)
            | Token::End => true,
        }
    }

    /// What an expression can go on with.
    pub(super) fn continued(&mut self, left: Expression) -> Parsed {
        let offset = self.offset();
        match self.token().clone() {
            Token::Comparison(comparison) => self.compared(left, comparison),
            Token::Mark("|") => self.both(left, strength::PIPE, Node::Chain),
            Token::Mark("||") => self.both(left, strength::OR, Node::Or),
            Token::Mark("&&") => self.both(left, strength::AND, Node::And),
            Token::Mark(".") if *self.ahead(1) == Token::Mark("*") => {
                self.advance();
                self.values(left)
            }
            Token::Mark(".") => {
                self.advance();
                let right = self.after_dot(strength::DOT)?;
                self.made(offset, Node::Chain(Box::new(left), Box::new(right)))
            }
            Token::Mark("[]") => self.flattened(left),
            Token::Mark("[?") => self.filtered(left),
            Token::Mark("[") => self.bracket(left),
            Token::Mark("(") => self.call(left),
            Token::Name(_)
            | Token::QuotedName(_)
            | Token::Literal(_)
            | Token::Number(_)
            | Token::Mark(_)
            | Token::End => Err(self.wrong("an operator or the end")),
        }
    }

    fn both(
        &mut self,
        left: Expression,
        strength: u8,
        node: fn(Box<Expression>, Box<Expression>) -> Node,
    ) -> Parsed {
        let offset = self.offset();
        self.advance();
        let right = self.boxed(strength)?;
        self.made(offset, node(Box::new(left), right))
    }

    fn compared(&mut self, left: Expression, comparison: Comparison) -> Parsed {
        let offset = self.offset();
        self.advance();
        let right = self.boxed(strength::COMPARISON)?;
        self.made(offset, Node::Compare(comparison, Box::new(left), right))
    }

    pub(super) fn after_dot(&mut self, least: u8) -> Parsed {
        match self.token() {
            Token::Name(_) | Token::QuotedName(_) | Token::Mark("*") => self.expression(least),
            Token::Mark("{") => self.hash(),
            Token::Mark("[") => self.list(),
            Token::Literal(_) | Token::Number(_) | Token::Comparison(_) | Token::Mark(_) | Token::End => {
                Err(self.wrong("a name, `*`, `[` or `{` after `.`"))
            }
        }
    }

    fn call(&mut self, function: Expression) -> Parsed {
        let Node::Field(name) = function.node else {
            return Err(SyntaxError::new(self.offset(), "only the name of a function can be called"));
        };
        if matches!(self.tokens.get(self.at - 1), Some((Token::QuotedName(_), _))) {
            return Err(SyntaxError::new(function.offset, "the name of a function stands without quotes"));
        }
        self.advance();
        let mut arguments = Vec::new();
        if !self.take(")") {
            arguments = self.separated()?;
            self.expect(")")?;
        }
        self.made(function.offset, Node::Call(name, arguments))
    }

    fn separated(&mut self) -> Result<Vec<Expression>, SyntaxError> {
        let mut expressions = vec![self.expression(strength::NONE)?];
        while self.take(",") {
            expressions.push(self.expression(strength::NONE)?);
        }
        Ok(expressions)
    }

    fn list(&mut self) -> Parsed {
        let offset = self.offset();
        self.expect("[")?;
        let elements = self.separated()?;
        self.expect("]")?;
        self.made(offset, Node::List(elements))
    }

    fn hash(&mut self) -> Parsed {
        let offset = self.offset();
        self.advance();
        let mut entries = vec![self.entry()?];
        while self.take(",") {
            entries.push(self.entry()?);
        }
        self.expect("}")?;
        self.made(offset, Node::Hash(entries))
    }

    fn entry(&mut self) -> Result<(String, Expression), SyntaxError> {
        let key = match self.token().clone() {
            Token::Name(name) | Token::QuotedName(name) => name,
            Token::Literal(_) | Token::Number(_) | Token::Comparison(_) | Token::Mark(_) | Token::End => {
                return Err(self.wrong("a key"));
            }
        };
        self.advance();
        self.expect(":")?;
        Ok((key, self.expression(strength::NONE)?))
    }
}

pub(super) fn current(offset: usize) -> Expression {
    Expression::new(offset, Node::Current)
}
