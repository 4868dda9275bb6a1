//! Tokens that end well and are not well-formed inside.

use crate::diagnostic::Diagnostic;
use crate::parser::shortened;
use crate::syntax::{Token, TokenKind, Tree};
use crate::text;

/// Checks numbers, strings and identifiers.
pub(super) fn check(diagnostics: &mut Vec<Diagnostic>, tree: &Tree<'_>) {
    for token in tree.tokens() {
        let fault = match token.kind() {
            TokenKind::Number => number(token.text()),
            TokenKind::String if !needs_look(token.text()) => None,
            TokenKind::String | TokenKind::TextBlock if is_closed(token) => text::value(token.text()).err(),
            TokenKind::Identifier => identifier(token.text()),
            _ => None,
        };
        if let Some(message) = fault {
            diagnostics.push(Diagnostic::error(token.span(), message));
        }
    }
}

/// Whether a string has anything in it that may be a fault.
fn needs_look(text: &str) -> bool {
    text.bytes().any(|byte| byte == b'\\' || byte < b' ')
}

/// Whether a string has the quotes at its end; where they are missing, the parser says so.
fn is_closed(token: Token<'_>) -> bool {
    let quotes = if token.kind() == TokenKind::TextBlock { "\"\"\"" } else { "\"" };
    token.text().len() >= 2 * quotes.len() && token.text().ends_with(quotes)
}

/// What is wrong with a number, for which JSON's rules hold.
fn number(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let whole = digits.split(['.', 'e', 'E']).next().unwrap_or_default();
    if whole.is_empty() {
        Some(format!("`{text}` is no number: a digit must follow `-`"))
    } else if whole.len() > 1 && whole.starts_with('0') {
        Some(format!("`{}` is no number: it must not begin with `0`", shortened(text)))
    } else if text.ends_with(|last: char| !last.is_ascii_digit()) {
        Some(format!("`{}` is no number: a digit must follow `e`, `+` and `-`", shortened(text)))
    } else {
        None
    }
}

/// What is wrong with an identifier.
fn identifier(text: &str) -> Option<String> {
    let is_blank = text.bytes().all(|byte| byte == b'_');
    is_blank.then(|| format!("`{text}` is no identifier: a letter or digit must follow the underscores"))
}
