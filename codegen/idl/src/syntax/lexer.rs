//! The lexer: cuts a text into tokens, in one pass, without judging their contents.

use super::token::TokenKind;

/// A token: its kind and where it begins; it ends where the next one begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RawToken {
    pub(crate) kind: TokenKind,
    pub(crate) start: u32,
}

/// All tokens of a text.
#[derive(Debug)]
pub(crate) struct Lexed {
    /// The tokens; the last is [`TokenKind::End`].
    pub(crate) tokens: Vec<RawToken>,
    /// The beginning of a string or text block that is not closed; it reaches to the end of the text.
    pub(crate) unclosed: Option<u32>,
}

struct Lexer<'s> {
    text: &'s str,
    bytes: &'s [u8],
    position: usize,
    lexed: Lexed,
}

/// Cuts a text of less than 4 GiB into tokens.
pub(crate) fn lex(text: &str) -> Lexed {
    let lexed = Lexed { tokens: Vec::with_capacity(text.len() / 4 + 1), unclosed: None };
    let mut lexer = Lexer { text, bytes: text.as_bytes(), position: 0, lexed };
    if text.starts_with('\u{feff}') {
        lexer.push(TokenKind::Bom, '\u{feff}'.len_utf8());
    }
    while let Some(&byte) = lexer.bytes.get(lexer.position) {
        lexer.token(byte);
    }
    lexer.push(TokenKind::End, 0);
    lexer.lexed
}

impl Lexer<'_> {
    fn push(&mut self, kind: TokenKind, length: usize) {
        let start = u32::try_from(self.position).expect("texts are shorter than 4 GiB");
        self.lexed.tokens.push(RawToken { kind, start });
        self.position += length;
    }

    /// Pushes a token that reaches to `end`.
    fn push_to(&mut self, kind: TokenKind, end: usize) {
        self.push(kind, end - self.position);
    }

    /// The byte `ahead` bytes after the next one.
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.position + ahead).copied()
    }

    /// The end of the run of bytes from `start` that `is` accepts.
    fn run(&self, start: usize, is: impl Fn(u8) -> bool) -> usize {
        let rest = &self.bytes[start..];
        start + rest.iter().position(|&byte| !is(byte)).unwrap_or(rest.len())
    }

    fn token(&mut self, byte: u8) {
        match byte {
            b' ' | b'\t' => self.push_to(TokenKind::Space, self.run(self.position, is_space)),
            b'\n' => self.push(TokenKind::Newline, 1),
            b'\r' => self.push(TokenKind::Newline, 1 + usize::from(self.peek(1) == Some(b'\n'))),
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => {
                self.push_to(TokenKind::Identifier, self.run(self.position, is_identifier));
            }
            b'"' => self.string(TokenKind::String, TokenKind::TextBlock),
            b'0'..=b'9' | b'-' => self.push_to(TokenKind::Number, self.number()),
            b'/' if self.peek(1) == Some(b'/') => self.comment(),
            b'#' => self.pound(),
            b':' if self.peek(1) == Some(b'=') => self.push(TokenKind::Walrus, 2),
            _ => match punctuation(byte) {
                Some(kind) => self.push(kind, 1),
                None => self.unknown(),
            },
        }
    }

    fn unknown(&mut self) {
        let character = self.text[self.position..].chars().next();
        self.push(TokenKind::Unknown, character.map_or(1, char::len_utf8));
    }

    fn comment(&mut self) {
        let kind = if self.peek(2) == Some(b'/') { TokenKind::DocComment } else { TokenKind::Comment };
        self.push_to(kind, self.run(self.position, |byte| byte != b'\n' && byte != b'\r'));
    }

    /// The end of a number; a `.` that no digit follows is not part of it.
    fn number(&self) -> usize {
        let digit = |byte: u8| byte.is_ascii_digit();
        let at = |end: usize| self.bytes.get(end).copied();
        let mut end = self.run(self.position + 1, digit);
        if at(end) == Some(b'.') && at(end + 1).is_some_and(digit) {
            end = self.run(end + 1, digit);
        }
        if matches!(at(end), Some(b'e' | b'E')) && self.bytes[end - 1].is_ascii_digit() {
            let sign = usize::from(matches!(at(end + 1), Some(b'+' | b'-')));
            end = self.run(end + 1 + sign, digit);
        }
        end
    }

    /// A tag, if an identifier and a string follow; after an identifier it is part of a shape id.
    fn pound(&mut self) {
        let in_shape_id = self.lexed.tokens.last().is_some_and(|token| token.kind == TokenKind::Identifier);
        let end = self.run(self.position + 1, is_identifier);
        let quote = self.run(end, is_space);
        if in_shape_id || end == self.position + 1 || self.bytes.get(quote) != Some(&b'"') {
            return self.push(TokenKind::Pound, 1);
        }
        self.push_to(TokenKind::Tag, end);
        if quote > end {
            self.push_to(TokenKind::Space, quote);
        }
        self.string(TokenKind::RawString, TokenKind::RawTextBlock);
    }

    fn string(&mut self, string: TokenKind, block: TokenKind) {
        let rest = &self.bytes[self.position..];
        let (kind, quote): (_, &[u8]) =
            if rest.starts_with(br#"""""#) { (block, br#"""""#) } else { (string, br#"""#) };
        let mut end = self.position + quote.len();
        loop {
            end = self.run(end, |byte| byte != b'"' && byte != b'\\');
            match self.bytes.get(end) {
                None => break self.unclosed(),
                Some(b'\\') => end = (end + 2).min(self.bytes.len()),
                Some(_) if self.bytes[end..].starts_with(quote) => {
                    break self.push_to(kind, end + quote.len());
                }
                Some(_) => end += 1,
            }
        }
        if self.lexed.unclosed.is_some() {
            self.push_to(kind, self.bytes.len());
        }
    }

    fn unclosed(&mut self) {
        self.lexed.unclosed = u32::try_from(self.position).ok();
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

fn is_identifier(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn punctuation(byte: u8) -> Option<TokenKind> {
    Some(match byte {
        b',' => TokenKind::Comma,
        b'@' => TokenKind::At,
        b'$' => TokenKind::Dollar,
        b'.' => TokenKind::Dot,
        b':' => TokenKind::Colon,
        b'=' => TokenKind::Equal,
        b'{' => TokenKind::LeftBrace,
        b'}' => TokenKind::RightBrace,
        b'[' => TokenKind::LeftBracket,
        b']' => TokenKind::RightBracket,
        b'(' => TokenKind::LeftParen,
        b')' => TokenKind::RightParen,
        _ => return None,
    })
}
