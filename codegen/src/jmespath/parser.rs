//! The tree of an expression, by the strength with which operators bind what stands beside them.

use super::lexer::{Token, tokens};
use super::{Comparison, Expression, MAX_HEIGHT, MAX_LENGTH, Node, Slice, SyntaxError, Which};

/// How strongly an operator binds the expression to its left.
mod strength {
    pub(super) const NONE: u8 = 0;
    pub(super) const PIPE: u8 = 1;
    pub(super) const OR: u8 = 2;
    pub(super) const AND: u8 = 3;
    pub(super) const COMPARISON: u8 = 5;
    pub(super) const FLATTEN: u8 = 9;
    /// What binds less strongly ends a projection.
    pub(super) const PROJECTION: u8 = 10;
    pub(super) const STAR: u8 = 20;
    pub(super) const FILTER: u8 = 21;
    pub(super) const DOT: u8 = 40;
    pub(super) const NOT: u8 = 45;
    pub(super) const BRACKET: u8 = 55;
    pub(super) const CALL: u8 = 60;
}

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

struct Parser {
    /// All words; the last is the end.
    tokens: Vec<(Token, usize)>,
    /// The word to look at next.
    at: usize,
    /// How many expressions are being read inside each other.
    open: usize,
}

type Parsed = Result<Expression, SyntaxError>;

impl Parser {
    fn token(&self) -> &Token {
        self.ahead(0)
    }

    fn ahead(&self, count: usize) -> &Token {
        self.tokens.get(self.at + count).map_or(&Token::End, |(token, _)| token)
    }

    fn offset(&self) -> usize {
        self.tokens.get(self.at).map_or(0, |&(_, offset)| offset)
    }

    fn advance(&mut self) {
        self.at = (self.at + 1).min(self.tokens.len() - 1);
    }

    fn is(&self, mark: &'static str) -> bool {
        *self.token() == Token::Mark(mark)
    }

    /// Passes over a mark if it comes next.
    fn take(&mut self, mark: &'static str) -> bool {
        let found = self.is(mark);
        if found {
            self.advance();
        }
        found
    }

    fn expect(&mut self, mark: &'static str) -> Result<(), SyntaxError> {
        if self.take(mark) { Ok(()) } else { Err(self.wrong(&format!("`{mark}`"))) }
    }

    fn expect_end(&self) -> Result<(), SyntaxError> {
        if *self.token() == Token::End { Ok(()) } else { Err(self.wrong("an operator or the end")) }
    }

    fn wrong(&self, expected: &str) -> SyntaxError {
        SyntaxError::new(self.offset(), format!("expected {expected}, not {}", self.token().shown()))
    }

    fn made(&self, offset: usize, node: Node) -> Parsed {
        let made = Expression::new(offset, node);
        if made.height > MAX_HEIGHT { Err(too_deep(offset)) } else { Ok(made) }
    }

    /// Reads as long as operators bind more strongly than `least`.
    fn expression(&mut self, least: u8) -> Parsed {
        self.open += 1;
        if self.open > MAX_HEIGHT {
            return Err(too_deep(self.offset()));
        }
        let mut left = self.beginning()?;
        while least < self.strength() {
            left = self.continued(left)?;
        }
        self.open -= 1;
        Ok(left)
    }

    fn boxed(&mut self, least: u8) -> Result<Box<Expression>, SyntaxError> {
        self.expression(least).map(Box::new)
    }

    /// How strongly the next word binds what stands before it.
    fn strength(&self) -> u8 {
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
    fn continued(&mut self, left: Expression) -> Parsed {
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

    fn after_dot(&mut self, least: u8) -> Parsed {
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

    fn values(&mut self, of: Expression) -> Parsed {
        self.advance();
        self.projected(of, Which::Values, strength::STAR)
    }

    fn flattened(&mut self, of: Expression) -> Parsed {
        self.advance();
        self.projected(of, Which::Flattened, strength::FLATTEN)
    }

    fn filtered(&mut self, of: Expression) -> Parsed {
        self.advance();
        let condition = self.boxed(strength::NONE)?;
        self.expect("]")?;
        self.projected(of, Which::Filter(condition), strength::FILTER)
    }

    /// `[0]`, `[1:2]` or `[*]`.
    fn bracket(&mut self, of: Expression) -> Parsed {
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
        let mut each = self.continued(current(offset))?;
        while least < self.strength() {
            each = self.continued(each)?;
        }
        Ok(each)
    }
}

fn current(offset: usize) -> Expression {
    Expression::new(offset, Node::Current)
}

fn too_deep(offset: usize) -> SyntaxError {
    SyntaxError::new(offset, format!("the expression nests deeper than {MAX_HEIGHT} levels"))
}
