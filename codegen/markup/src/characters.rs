//! Characters that a comment must not carry.

use std::borrow::Cow;

/// The text with every character that is invisible, reorders others or controls a terminal replaced or removed.
///
/// Line ends become `\n`, other white space a space, the C1 controls what Windows-1252 meant by them; bidirectional
/// controls, zero-width characters and other controls fall away.
pub(super) fn clean(text: Cow<'_, str>) -> Cow<'_, str> {
    let plain = |byte: u8| matches!(byte, b' '..=b'~' | b'\n');
    if text.bytes().all(plain) || !text.chars().any(|c| replacement(c).is_some()) {
        return text;
    }
    let mut cleaned = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match replacement(c) {
            _ if c == '\r' && rest.peek() == Some(&'\n') => {}
            Some(other) => cleaned.push_str(other),
            None => cleaned.push(c),
        }
    }
    Cow::Owned(cleaned)
}

/// Whether a character is invisible, reorders others or controls a terminal.
pub fn is_hidden(c: char) -> bool {
    c.is_control() || replacement(c) == Some("")
}

/// What stands in the place of a character, if it cannot stay.
fn replacement(c: char) -> Option<&'static str> {
    match c {
        ' '..='~' | '\n' => None,
        '\t' => Some("    "),
        '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some("\n"),
        '\u{A0}' => Some(" "),
        '\u{80}'..='\u{9F}' => Some(windows_1252(c)),
        '\0'..='\u{1F}' | '\u{7F}' => Some(""),
        '\u{AD}'
        | '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => Some(""),
        _ if c.is_whitespace() => Some(" "),
        _ => None,
    }
}

/// What a byte of Windows-1252 means that was taken for a C1 control.
fn windows_1252(c: char) -> &'static str {
    match c {
        '\u{80}' => "€",
        '\u{8B}' => "‹",
        '\u{91}' => "‘",
        '\u{92}' => "’",
        '\u{93}' => "“",
        '\u{94}' => "”",
        '\u{95}' => "•",
        '\u{96}' => "–",
        '\u{97}' => "—",
        '\u{99}' => "™",
        '\u{9B}' => "›",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_cannot_be_seen_falls_away() {
        assert_eq!(clean("a\u{202E}b\u{200B}c\0d\u{1b}[1m".into()), "abcd[1m");
        assert_eq!(clean("a\r\nb\rc\u{2028}d\te\u{A0}f".into()), "a\nb\nc\nd    e f");
        assert_eq!(clean("1\u{96}2".into()), "1–2");
    }
}
