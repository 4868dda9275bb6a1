//! String literals.

use std::fmt::{self, Display, Write};

/// A string literal.
pub(crate) fn literal(text: &str) -> Literal<'_> {
    Literal(text)
}

/// A string literal: raw where that shows the text as it is.
pub(crate) fn raw_literal(text: &str) -> String {
    let plain = text.chars().all(|c| c.is_ascii_graphic() || c == ' ');
    if !plain || !text.contains(['\\', '"']) {
        return literal(text).to_string();
    }
    let longest = text.split(|c| c != '#').map(str::len).max().unwrap_or(0);
    let fence = if text.contains('"') { "#".repeat(longest + 1) } else { String::new() };
    format!("r{fence}\"{text}\"{fence}")
}

/// A text that is written as a string literal.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Literal<'t>(&'t str);

impl Display for Literal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        let mut rest = self.0;
        while let Some(at) = rest.find(|c: char| !is_plain(c)) {
            f.write_str(&rest[..at])?;
            let mut chars = rest[at..].chars();
            let escaped = chars.next().into_iter().flat_map(char::escape_debug);
            rest = chars.as_str();
            // Before a digit, `\0` would look like the octal escape of other languages.
            if rest.starts_with(|c: char| c.is_ascii_digit())
                && self.0.as_bytes()[self.0.len() - rest.len() - 1] == 0
            {
                f.write_str("\\x00")?;
            } else {
                escaped.into_iter().try_for_each(|c| f.write_char(c))?;
            }
        }
        f.write_str(rest)?;
        f.write_char('"')
    }
}

/// Whether a character stands for itself in a literal, as far as that is quickly seen.
fn is_plain(c: char) -> bool {
    c == '\'' || (c.is_ascii() && !c.is_ascii_control() && c != '"' && c != '\\')
}

#[cfg(test)]
mod tests {
    use super::literal;

    #[test]
    fn literals_escape_what_rust_escapes() {
        let text = "it's \"a\\b\"\n\0 \x001 é \u{301} \u{7f}";
        assert_eq!(literal(text).to_string(), r#""it's \"a\\b\"\n\0 \x001 é \u{301} \u{7f}""#);
    }
}
