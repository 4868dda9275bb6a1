//! The parser: tokens in, the tree and all faults of syntax out.
//!
//! It follows the grammar of the specification
//! ([Smithy IDL, ABNF](https://smithy.io/2.0/spec/idl.html#smithy-idl-abnf)), of all versions at once: what a
//! file's version does not have is found by the checks.

mod members;
mod operations;
mod recovery;
mod sections;
mod shapes;
mod values;

use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::syntax::lexer::{Lexed, RawToken, lex};
use crate::syntax::tree::{RawNode, Tree, is_first_on_line};
use crate::syntax::{NodeKind, TokenKind};

/// How deep values may nest, as in Smithy's own loader.
pub(crate) const MAX_DEPTH: usize = 64;

/// Ends what is being parsed; the fault is among the diagnostics already.
struct Failed;

/// The outcome of parsing a production.
type Step<T = ()> = Result<T, Failed>;

/// A node that is being parsed.
#[derive(Clone, Copy)]
struct Marker(usize);

struct Parser<'s> {
    text: &'s str,
    tokens: Vec<RawToken>,
    nodes: Vec<RawNode>,
    /// The nodes that are not finished, outermost first.
    open: Vec<usize>,
    /// The number of the next token.
    position: usize,
    /// How deep the value is in which the next token stands.
    depth: usize,
    diagnostics: Vec<Diagnostic>,
}

/// Parses a text of less than 4 GiB.
pub(crate) fn parse(text: &str) -> (Tree<'_>, Vec<Diagnostic>) {
    let Lexed { tokens, unclosed } = lex(text);
    let mut parser = Parser {
        text,
        tokens,
        nodes: Vec::with_capacity(text.len() / 16),
        open: Vec::new(),
        position: 0,
        depth: 0,
        diagnostics: Vec::new(),
    };
    if let Some(start) = unclosed {
        parser.unclosed(start);
    }
    parser.file();
    let Parser { tokens, nodes, diagnostics, .. } = parser;
    (Tree { text, tokens, nodes }, diagnostics)
}

impl<'s> Parser<'s> {
    fn kind(&self) -> TokenKind {
        self.kind_at(self.position)
    }

    /// The kind of the token with a number; beyond the last it is the end.
    fn kind_at(&self, token: usize) -> TokenKind {
        self.tokens.get(token).map_or(TokenKind::End, |token| token.kind)
    }

    fn at(&self, kind: TokenKind) -> bool {
        self.kind() == kind
    }

    fn span_at(&self, token: usize) -> Span {
        let start = |token: usize| self.tokens[token.min(self.tokens.len() - 1)].start;
        Span { start: start(token), end: start(token + 1) }
    }

    fn text_at(&self, token: usize) -> &'s str {
        let Span { start, end } = self.span_at(token);
        &self.text[start as usize..end as usize]
    }

    /// The text of the next token.
    fn text(&self) -> &'s str {
        self.text_at(self.position)
    }

    /// Whether the next token is this word.
    fn at_word(&self, word: &str) -> bool {
        self.at(TokenKind::Identifier) && self.text() == word
    }

    /// Takes the next token, unless it is the end.
    fn bump(&mut self) {
        if !self.at(TokenKind::End) {
            self.position += 1;
        }
    }

    fn start(&mut self, kind: NodeKind) -> Marker {
        let first_token = u32::try_from(self.position).expect("a text has fewer tokens than bytes");
        let index = self.nodes.len();
        self.nodes.push(RawNode { kind, first_token, end_token: first_token, end_node: 0 });
        self.open.push(index);
        Marker(index)
    }

    /// Ends a node, and those begun in it that a fault left open, before the next token.
    fn finish(&mut self, marker: Marker) {
        let end_token = u32::try_from(self.position).expect("a text has fewer tokens than bytes");
        let end_node = u32::try_from(self.nodes.len()).expect("a text has fewer nodes than bytes");
        while let Some(index) = self.open.pop_if(|index| *index >= marker.0) {
            let node = &mut self.nodes[index];
            (node.end_token, node.end_node) = (end_token, end_node);
        }
    }

    fn finish_as(&mut self, marker: Marker, kind: NodeKind) {
        self.nodes[marker.0].kind = kind;
        self.finish(marker);
    }

    /// Takes the next token as a node of its own.
    fn leaf(&mut self, kind: NodeKind) {
        let marker = self.start(kind);
        self.bump();
        self.finish(marker);
    }

    /// Skips spaces and tabs.
    fn skip_spaces(&mut self) {
        while self.at(TokenKind::Space) {
            self.bump();
        }
    }

    /// Skips whitespace and comments up to a documentation comment that may document what follows.
    fn skip_to_documentation(&mut self) {
        while self.kind().is_space_or_break() || self.at_trailing_doc_comment() {
            self.bump();
        }
    }

    /// Skips whitespace and all comments.
    fn skip_trivia(&mut self) {
        while self.kind().is_trivia() {
            self.bump();
        }
    }

    /// Whether the next token is a documentation comment behind something else, which makes it a plain comment.
    fn at_trailing_doc_comment(&self) -> bool {
        self.at(TokenKind::DocComment) && !is_first_on_line(&self.tokens, self.position)
    }

    /// The number of the first token from `token` on that is no space.
    fn past_spaces(&self, mut token: usize) -> usize {
        while self.kind_at(token) == TokenKind::Space {
            token += 1;
        }
        token
    }

    /// The number of the first token from `token` on that is no trivia.
    fn past_trivia(&self, mut token: usize) -> usize {
        while self.kind_at(token).is_trivia() {
            token += 1;
        }
        token
    }

    fn expect(&mut self, kind: TokenKind) -> Step {
        if !self.at(kind) {
            return self.unexpected(kind.describe());
        }
        self.bump();
        Ok(())
    }

    /// Takes one or more spaces.
    fn expect_spaces(&mut self) -> Step {
        self.expect(TokenKind::Space)?;
        self.skip_spaces();
        Ok(())
    }

    /// The grammar's `BR`: what ends a statement must be followed by a line break, a comment or the end.
    fn expect_break(&mut self) -> Step {
        self.skip_spaces();
        match self.kind() {
            TokenKind::Newline | TokenKind::Comment | TokenKind::DocComment | TokenKind::End => {
                self.skip_to_documentation();
                Ok(())
            }
            _ => self.unexpected("a line break"),
        }
    }

    /// Fails at the next token, where `expected` should stand.
    fn unexpected<T>(&mut self, expected: &str) -> Step<T> {
        let message = format!("expected {expected}, found {}", self.found());
        self.report(message, None);
        Err(Failed)
    }

    /// The next token in the words of a message.
    fn found(&self) -> String {
        match self.kind() {
            TokenKind::Identifier | TokenKind::Number => format!("`{}`", shortened(self.text())),
            TokenKind::Unknown => format!("the character `{}`", self.text().escape_debug()),
            kind => kind.describe().to_owned(),
        }
    }

    /// Fails at the next token.
    fn fail<T>(&mut self, message: impl Into<String>, help: impl Into<String>) -> Step<T> {
        self.report(message, Some(help.into()));
        Err(Failed)
    }

    /// Reports a fault at the next token.
    fn report(&mut self, message: impl Into<String>, help: Option<String>) {
        let diagnostic = Diagnostic::error(self.span_at(self.position), message);
        self.diagnostics.push(Diagnostic { help, ..diagnostic });
    }

    /// Reports a string that is not closed, at the end of the text, where Smithy's own tools report it.
    fn unclosed(&mut self, start: u32) {
        let end = self.span_at(self.tokens.len() - 1);
        let quotes = if self.text[start as usize..].starts_with("\"\"\"") { "\"\"\"" } else { "\"" };
        let line = 1 + self.text[..start as usize].matches('\n').count();
        let message = format!("the file ends inside of a string that begins in line {line}");
        self.diagnostics.push(Diagnostic::error(end, message).help(format!("close it with `{quotes}`")));
    }
}

/// A word, cut if it is too long for a message.
pub(crate) fn shortened(word: &str) -> String {
    const MAX: usize = 60;
    if word.len() <= MAX { word.to_owned() } else { format!("{}…", &word[..word.floor_char_boundary(MAX)]) }
}
