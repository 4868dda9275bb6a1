//! The parser: precedence climbing over the tokens.

use crate::lexer::{Token, tokens};
use crate::{Comparison, Expression, MAX_HEIGHT, MAX_LENGTH, Node, SyntaxError};

/// How strongly operators bind; the numbers only order them.
pub(crate) mod precedence {
    pub(crate) const NONE: u8 = 0;
    pub(crate) const PIPE: u8 = 1;
    pub(crate) const OR: u8 = 2;
    pub(crate) const AND: u8 = 3;
    pub(crate) const COMPARISON: u8 = 5;
    pub(crate) const FLATTEN: u8 = 9;
    /// What binds less strongly ends a projection.
    pub(crate) const PROJECTION: u8 = 10;
    pub(crate) const STAR: u8 = 20;
    pub(crate) const FILTER: u8 = 21;
    pub(crate) const DOT: u8 = 40;
    pub(crate) const NOT: u8 = 45;
    pub(crate) const BRACKET: u8 = 55;
    pub(crate) const CALL: u8 = 60;
}

/// What parsing gives.
pub(crate) type Parsed<T = Expression> = Result<T, SyntaxError>;

/// Parses an expression.
///
/// # Errors
///
/// The first place at which the text does not follow JMESPath's grammar, is longer than [`MAX_LENGTH`] or nests deeper
/// than [`MAX_HEIGHT`].
pub fn parse(text: &str) -> Result<Expression, SyntaxError> {
    if text.len() > MAX_LENGTH {
        return Err(SyntaxError::new(0, format!("the expression is longer than {MAX_LENGTH} bytes")));
    }
    let mut parser = Parser { tokens: tokens(text)?, at: 0, open: 0 };
    let expression = parser.expression(precedence::NONE)?;
    match parser.token() {
        Token::End => Ok(expression),
        _ => Err(parser.unexpected("an operator or the end")),
    }
}

/// A position among the tokens of an expression.
pub(crate) struct Parser {
    /// All tokens; the last is the end.
    tokens: Vec<(Token, usize)>,
    /// The number of the next token.
    at: usize,
    /// How many expressions are being parsed inside each other.
    open: usize,
}

impl Parser {
    pub(crate) fn token(&self) -> &Token {
        self.ahead(0)
    }

    pub(crate) fn ahead(&self, count: usize) -> &Token {
        self.tokens.get(self.at + count).map_or(&Token::End, |(token, _)| token)
    }

    pub(crate) fn offset(&self) -> usize {
        self.tokens.get(self.at).map_or(0, |&(_, offset)| offset)
    }

    pub(crate) fn advance(&mut self) {
        self.at = (self.at + 1).min(self.tokens.len() - 1);
    }

    pub(crate) fn is_next(&self, mark: &'static str) -> bool {
        *self.token() == Token::Mark(mark)
    }

    /// Passes over a mark if it is next.
    pub(crate) fn take(&mut self, mark: &'static str) -> bool {
        let found = self.is_next(mark);
        if found {
            self.advance();
        }
        found
    }

    pub(crate) fn expect(&mut self, mark: &'static str) -> Parsed<()> {
        if self.take(mark) { Ok(()) } else { Err(self.unexpected(&format!("`{mark}`"))) }
    }

    pub(crate) fn unexpected(&self, expected: &str) -> SyntaxError {
        let found = self.token().description();
        SyntaxError::new(self.offset(), format!("expected {expected}, not {found}"))
    }

    /// How strongly the next token binds the expression before it.
    pub(crate) fn next_precedence(&self) -> u8 {
        match self.token() {
            Token::Comparison(_) => precedence::COMPARISON,
            Token::Mark("|") => precedence::PIPE,
            Token::Mark("||") => precedence::OR,
            Token::Mark("&&") => precedence::AND,
            Token::Mark("[]") => precedence::FLATTEN,
            Token::Mark("[?") => precedence::FILTER,
            Token::Mark(".") => precedence::DOT,
            Token::Mark("[") => precedence::BRACKET,
            Token::Mark("(") => precedence::CALL,
            _ => precedence::NONE,
        }
    }

    /// Parses one level further in, as long as there may be more levels.
    pub(crate) fn nested(&mut self, parse: impl FnOnce(&mut Self) -> Parsed) -> Parsed {
        if self.open == MAX_HEIGHT {
            return Err(SyntaxError::too_deep(self.offset()));
        }
        self.open += 1;
        let expression = parse(self)?;
        self.open -= 1;
        Ok(expression)
    }

    /// Parses as long as operators bind more strongly than `least`.
    pub(crate) fn expression(&mut self, least: u8) -> Parsed {
        self.nested(|parser| {
            let first = parser.operand()?;
            parser.operators(first, least)
        })
    }

    pub(crate) fn operators(&mut self, mut left: Expression, least: u8) -> Parsed {
        while least < self.next_precedence() {
            left = self.operator(left)?;
        }
        Ok(left)
    }

    /// What an expression can begin with.
    fn operand(&mut self) -> Parsed {
        let offset = self.offset();
        match self.token().clone() {
            Token::Name(name) | Token::QuotedName(name) => self.leaf(offset, Node::Field(name)),
            Token::Literal(literal) => self.leaf(offset, Node::Literal(literal)),
            Token::Mark("@") => self.leaf(offset, Node::Current),
            Token::Mark("!") => self.prefixed(offset, precedence::NOT, Node::Not),
            Token::Mark("&") => self.prefixed(offset, precedence::NONE, Node::Reference),
            Token::Mark("(") => {
                self.advance();
                let inside = self.expression(precedence::NONE)?;
                self.expect(")")?;
                Ok(inside)
            }
            Token::Mark("{") => self.object(),
            Token::Mark("[") if self.is_list() => self.list(),
            Token::Mark("*" | "[]" | "[?" | "[") => {
                let current = Expression::new(offset, Node::Current)?;
                self.projection_or_index(current)
            }
            _ => Err(self.unexpected("an expression")),
        }
    }

    fn leaf(&mut self, offset: usize, node: Node) -> Parsed {
        self.advance();
        Expression::new(offset, node)
    }

    fn prefixed(&mut self, offset: usize, least: u8, node: fn(Box<Expression>) -> Node) -> Parsed {
        self.advance();
        let operand = self.expression(least)?;
        Expression::new(offset, node(Box::new(operand)))
    }

    /// What an expression can go on with.
    pub(crate) fn operator(&mut self, left: Expression) -> Parsed {
        let offset = self.offset();
        match self.token().clone() {
            Token::Comparison(comparison) => self.compared(left, comparison),
            Token::Mark("|") => self.binary(left, precedence::PIPE, Node::Chain),
            Token::Mark("||") => self.binary(left, precedence::OR, Node::Or),
            Token::Mark("&&") => self.binary(left, precedence::AND, Node::And),
            Token::Mark(".") if *self.ahead(1) == Token::Mark("*") => {
                self.advance();
                self.projection_or_index(left)
            }
            Token::Mark(".") => {
                self.advance();
                let right = self.after_dot(precedence::DOT)?;
                Expression::new(offset, Node::Chain(Box::new(left), Box::new(right)))
            }
            Token::Mark("[]" | "[?" | "[") => self.projection_or_index(left),
            Token::Mark("(") => self.call(left),
            _ => Err(self.unexpected("an operator or the end")),
        }
    }

    fn binary(
        &mut self,
        left: Expression,
        precedence: u8,
        node: fn(Box<Expression>, Box<Expression>) -> Node,
    ) -> Parsed {
        let offset = self.offset();
        self.advance();
        let right = self.expression(precedence)?;
        Expression::new(offset, node(Box::new(left), Box::new(right)))
    }

    fn compared(&mut self, left: Expression, comparison: Comparison) -> Parsed {
        let offset = self.offset();
        self.advance();
        let right = self.expression(precedence::COMPARISON)?;
        Expression::new(offset, Node::Compare(comparison, Box::new(left), Box::new(right)))
    }

    pub(crate) fn after_dot(&mut self, least: u8) -> Parsed {
        match self.token() {
            Token::Name(_) | Token::QuotedName(_) | Token::Mark("*") => self.expression(least),
            Token::Mark("{") => self.object(),
            Token::Mark("[") => self.list(),
            _ => Err(self.unexpected("a name, `*`, `[` or `{` after `.`")),
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
        let arguments = if self.is_next(")") { Vec::new() } else { self.separated(Self::argument)? };
        self.expect(")")?;
        Expression::new(function.offset, Node::Call(name, arguments))
    }

    fn argument(&mut self) -> Parsed {
        self.expression(precedence::NONE)
    }

    /// One or more of something, with commas between.
    fn separated<T>(&mut self, one: fn(&mut Self) -> Parsed<T>) -> Parsed<Vec<T>> {
        let mut all = vec![one(self)?];
        while self.take(",") {
            all.push(one(self)?);
        }
        Ok(all)
    }

    fn list(&mut self) -> Parsed {
        let offset = self.offset();
        self.expect("[")?;
        let elements = self.separated(Self::argument)?;
        self.expect("]")?;
        Expression::new(offset, Node::List(elements))
    }

    fn object(&mut self) -> Parsed {
        let offset = self.offset();
        self.advance();
        let entries = self.separated(Self::entry)?;
        self.expect("}")?;
        Expression::new(offset, Node::Object(entries))
    }

    fn entry(&mut self) -> Parsed<(String, Expression)> {
        let (Token::Name(key) | Token::QuotedName(key)) = self.token().clone() else {
            return Err(self.unexpected("a key"));
        };
        self.advance();
        self.expect(":")?;
        Ok((key, self.argument()?))
    }
}
