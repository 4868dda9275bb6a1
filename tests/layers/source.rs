//! Sources of the repository as tokens, by the lexer of the compiler.

use std::fs;
use std::path::{Path, PathBuf};

use rustc_lexer::{FrontmatterAllowed, LiteralKind, TokenKind, tokenize};

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// A handwritten file.
pub(crate) struct Source {
    /// Its path from the root of the repository.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// Every Rust file below a folder of the repository, by its path.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).expect("the folder is there").flatten() {
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(sources(&path));
        } else if path.ends_with(".rs") {
            let text = fs::read_to_string(entry.path()).expect("a source is text");
            found.push(Source { path, text });
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// A token that is neither white space nor a comment.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token<'s> {
    /// What it is.
    pub(crate) kind: TokenKind,
    /// Its text.
    pub(crate) text: &'s str,
    /// The line that it begins on, from 1.
    pub(crate) line: usize,
}

impl Token<'_> {
    /// Whether it is a string literal, raw ones among them.
    pub(crate) fn is_string(&self) -> bool {
        matches!(
            self.kind,
            TokenKind::Literal { kind: LiteralKind::Str { .. } | LiteralKind::RawStr { .. }, .. }
        )
    }

    /// Whether it is an identifier or a keyword.
    pub(crate) fn is_word(&self) -> bool {
        matches!(self.kind, TokenKind::Ident | TokenKind::RawIdent)
    }
}

/// The tokens of a text, without white space and comments. A `::` is one token, as the parser of Rust sees it.
pub(crate) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut at, mut line) = (0, 1);
    let mut joins = false;
    for token in tokenize(text, FrontmatterAllowed::No) {
        let end = at + usize::try_from(token.len).expect("a source is short");
        let own = &text[at..end];
        let colon = token.kind == TokenKind::Colon;
        match token.kind {
            TokenKind::Whitespace | TokenKind::LineComment { .. } | TokenKind::BlockComment { .. } => {}
            TokenKind::Colon if joins => {
                tokens.pop();
                tokens.push(Token { kind: token.kind, text: &text[at - 1..end], line });
            }
            kind => tokens.push(Token { kind, text: own, line }),
        }
        joins = colon && !joins;
        line += own.matches('\n').count();
        at = end;
    }
    tokens
}

/// The place of the token that closes the bracket at `open`, or the end.
pub(crate) fn closing(tokens: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0;
    for (place, token) in tokens.iter().enumerate().skip(open) {
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return place;
        }
    }
    tokens.len()
}

#[test]
fn comments_and_literals_are_not_code() {
    let text = "a::b /* c::d */ // e::f\n\"g::h\" 'i' r#\"j \" k\"# l<'m>: :n";
    let found: Vec<(&str, usize)> = tokens(text).iter().map(|token| (token.text, token.line)).collect();
    let first = [("a", 1), ("::", 1), ("b", 1), ("\"g::h\"", 2), ("'i'", 2), ("r#\"j \" k\"#", 2), ("l", 2)];
    assert_eq!(found[..7], first);
    assert_eq!(found[7..], [("<", 2), ("'m", 2), (">", 2), (":", 2), (":", 2), ("n", 2)]);
    assert_eq!(tokens(text).iter().filter(|token| token.is_string()).count(), 2);
}
