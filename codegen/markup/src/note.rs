//! Notes of `#[deprecated]`: the compiler prints them as they are, and rustdoc reads them as Markdown.

use super::{characters, code, fill, html, inline_markdown, plain};

/// A text on one line that reads well either way: code stays code, names in brackets and what has other marks become
/// code, so that hardly a character needs a backslash.
pub fn note(text: &str) -> String {
    if html::is_html(text) {
        return fill::guarded(&inline_markdown(text));
    }
    let text = characters::clean(text.into()).split_whitespace().collect::<Vec<_>>().join(" ");
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        // A backtick without another is no mark.
        return fill::guarded(&words(&text));
    }
    let shown = parts.iter().enumerate().map(|(index, part)| match index % 2 {
        1 if part.trim().is_empty() => String::new(),
        1 => code(part),
        _ => words(part),
    });
    fill::guarded(&shown.collect::<String>())
}

fn words(text: &str) -> String {
    text.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn word(word: &str) -> String {
    let bare = word.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '\'']);
    let tail = &word[bare.len()..];
    let name = bare.strip_prefix('[').and_then(|name| name.strip_suffix(']')).filter(|name| is_name(name));
    let has_marks = bare.len() > 1 && bare.contains(['*', '[', '<']) && !bare.contains(['`', '/']);
    match name {
        Some(name) => format!("{}{tail}", code(name)),
        None if has_marks => format!("{}{tail}", code(bare)),
        None => plain(word),
    }
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'#' | b'.' | b':'))
}

#[cfg(test)]
mod tests {
    use super::note;

    #[test]
    fn notes_read_well_either_way() {
        assert_eq!(
            note("Use [Pour], or a[0] for arn:*:tea:*:pot."),
            "Use `Pour`, or `a[0]` for `arn:*:tea:*:pot`."
        );
        assert_eq!(note("Use `Pour` (see [Pot])\nor  `a``b`"), "Use `Pour` (see `Pot`) or `a``b`");
        assert_eq!(note("left\u{202e}right *all* a_b _c_"), r"leftright `*all*` a_b \_c\_");
        assert_eq!(note("a ` b"), r"a \` b");
        assert_eq!(note("see https://e.org/a_b."), "see <https://e.org/a_b>.");
        assert_eq!(note("1. see # x"), r"1\. see # x");
        assert_eq!(note("<p>Use <a href=\"https://e.org\">Pour</a>.</p>"), "Use [Pour](https://e.org).");
        assert_eq!(note(" "), "");
    }
}
