//! The tokens of an expression, each with the byte at which it begins.

use crate::{Comparison, Literal, SyntaxError, json};

/// A token of an expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    /// A name without quotes.
    Name(String),
    /// A name in double quotes.
    QuotedName(String),
    /// JSON in backquotes or text in single quotes.
    Literal(Literal),
    /// A whole number.
    Number(i64),
    /// `==` and its like.
    Comparison(Comparison),
    /// Any other operator or bracket, as it is written.
    Mark(&'static str),
    /// The end of the text.
    End,
}

/// All marks; of two that begin alike the longer is first.
const MARKS: [&str; 18] =
    ["[]", "[?", "||", "&&", "[", "]", "{", "}", "(", ")", "|", "&", "!", ".", "*", ",", ":", "@"];

impl Token {
    /// The token as a message shows it.
    pub(crate) fn description(&self) -> String {
        match self {
            Self::Name(name) => format!("`{name}`"),
            Self::QuotedName(name) => format!("`\"{name}\"`"),
            Self::Literal(_) => "a literal".to_owned(),
            Self::Number(number) => format!("`{number}`"),
            Self::Comparison(comparison) => format!("`{}`", comparison.as_str()),
            Self::Mark(mark) => format!("`{mark}`"),
            Self::End => "the end".to_owned(),
        }
    }
}

/// Splits an expression into tokens, of which the last is the end.
pub(crate) fn tokens(text: &str) -> Result<Vec<(Token, usize)>, SyntaxError> {
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start_matches([' ', '\t', '\r', '\n']).len();
        let (token, length) = token(text, at)?;
        let end = token == Token::End;
        tokens.push((token, at));
        if end {
            return Ok(tokens);
        }
        at += length;
    }
}

/// The token at a byte, and its length.
fn token(text: &str, at: usize) -> Result<(Token, usize), SyntaxError> {
    let rest = &text[at..];
    let Some(first) = rest.chars().next() else {
        return Ok((Token::End, 0));
    };
    match first {
        'a'..='z' | 'A'..='Z' | '_' => Ok(name(rest)),
        '0'..='9' | '-' => number(rest, at),
        '"' => quoted_name(rest, at),
        '\'' => raw_string(rest, at),
        '`' => json_literal(rest, at),
        _ => operator(rest).ok_or_else(|| unknown(first, at)),
    }
}

fn operator(rest: &str) -> Option<(Token, usize)> {
    let comparison = Comparison::ALL.into_iter().find(|comparison| rest.starts_with(comparison.as_str()));
    if let Some(comparison) = comparison {
        return Some((Token::Comparison(comparison), comparison.as_str().len()));
    }
    let mark = MARKS.into_iter().find(|mark| rest.starts_with(mark))?;
    Some((Token::Mark(mark), mark.len()))
}

fn unknown(first: char, at: usize) -> SyntaxError {
    let message = match first {
        '=' => "`=` is no operator; equality is `==`".to_owned(),
        other => format!("`{}` is no part of JMESPath", other.escape_debug()),
    };
    SyntaxError::new(at, message)
}

fn name(rest: &str) -> (Token, usize) {
    let length = rest.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'_').count();
    (Token::Name(rest[..length].to_owned()), length)
}

fn number(rest: &str, at: usize) -> Result<(Token, usize), SyntaxError> {
    let digits = rest.bytes().skip(1).take_while(u8::is_ascii_digit).count();
    match rest[..=digits].parse() {
        Ok(number) => Ok((Token::Number(number), digits + 1)),
        Err(_) if digits == 0 => Err(SyntaxError::new(at, "expected a digit after `-`")),
        Err(_) => Err(SyntaxError::new(at, "this number does not fit into 64 bits")),
    }
}

fn quoted_name(rest: &str, at: usize) -> Result<(Token, usize), SyntaxError> {
    let length = quoted_length(rest, '"').ok_or_else(|| SyntaxError::new(at, "this quote is not closed"))?;
    match json::parse(&rest[..length]) {
        Ok(Literal::String(name)) => Ok((Token::QuotedName(name), length)),
        Ok(_) => Err(SyntaxError::new(at, "expected a name in double quotes")),
        Err((offset, problem)) => Err(SyntaxError::new(at + offset, problem)),
    }
}

/// Text in single quotes: only a quote can be escaped, and a backslash before anything else stays.
fn raw_string(rest: &str, at: usize) -> Result<(Token, usize), SyntaxError> {
    let length = quoted_length(rest, '\'').ok_or_else(|| SyntaxError::new(at, "this quote is not closed"))?;
    let text = rest[1..length - 1].replace("\\'", "'");
    Ok((Token::Literal(Literal::String(text)), length))
}

/// JSON in backquotes; a backquote inside is escaped by a backslash, which JSON does not see.
fn json_literal(rest: &str, at: usize) -> Result<(Token, usize), SyntaxError> {
    let length =
        quoted_length(rest, '`').ok_or_else(|| SyntaxError::new(at, "this backquote is not closed"))?;
    match json::parse(&rest[1..length - 1].replace("\\`", "`")) {
        Ok(literal) => Ok((Token::Literal(literal), length)),
        Err((_, problem)) => {
            Err(SyntaxError::new(at, format!("what stands in backquotes must be JSON: {problem}")))
        }
    }
}

/// How many bytes a quoted text has with its quotes; a backslash escapes the character after it.
fn quoted_length(rest: &str, quote: char) -> Option<usize> {
    let mut characters = rest.char_indices().skip(1);
    while let Some((at, character)) = characters.next() {
        if character == quote {
            return Some(at + quote.len_utf8());
        }
        if character == '\\' {
            characters.next();
        }
    }
    None
}
