//! Documentation text as Markdown that rustdoc shows as it stands.
//!
//! A model's text is HTML or CommonMark. For now both are read as paragraphs of plain text with code spans: tags
//! end paragraphs or fall away, and everything that Markdown would take for markup is escaped.

/// How wide a line of a comment may get.
const WIDTH: usize = 100;

/// Tags that end a paragraph.
const BLOCKS: &[&str] = &[
    "p",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "br",
    "div",
    "note",
    "important",
    "h1",
    "h2",
    "h3",
    "h4",
    "table",
    "tr",
    "pre",
    "blockquote",
    "fullname",
];

/// Tags that mark up words.
const INLINES: &[&str] = &["a", "b", "i", "em", "strong", "code", "span", "td", "th", "sup", "sub", "small"];

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Code(String),
}

/// The paragraphs of `text`, the first of them being its first sentence, each filled to lines.
pub(crate) fn paragraphs(text: &str) -> Vec<Vec<String>> {
    let mut paragraphs: Vec<Vec<Piece>> = blocks(text);
    if let Some(first) = paragraphs.first_mut()
        && let Some(rest) = split_sentence(first)
    {
        paragraphs.insert(1, rest);
    }
    paragraphs.iter().map(|pieces| fill(&words(pieces))).filter(|lines| !lines.is_empty()).collect()
}

/// A code span that shows `text` as it is, whatever backticks it holds; what cannot be seen is written as an escape.
pub(crate) fn code(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    text.chars().for_each(|c| push_visible(&mut shown, c));
    let longest = shown.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad =
        if shown.starts_with('`') || shown.ends_with('`') || shown.trim().is_empty() { " " } else { "" };
    format!("{fence}{pad}{shown}{pad}{fence}")
}

fn push_visible(shown: &mut String, c: char) {
    if c.is_control() || is_hidden(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
}

/// Characters that reorder or hide text: they never reach a comment.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn blocks(text: &str) -> Vec<Vec<Piece>> {
    let mut blocks = vec![Vec::new()];
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        push_text(&mut blocks, &rest[..open]);
        rest = &rest[open..];
        rest = match tag(rest) {
            Some(("code", length)) if !rest.starts_with("</") => push_code(&mut blocks, &rest[length..]),
            Some((name, length)) => {
                if BLOCKS.contains(&name) {
                    blocks.push(Vec::new());
                }
                &rest[length..]
            }
            None => {
                push_text(&mut blocks, "<");
                &rest[1..]
            }
        };
    }
    push_text(&mut blocks, rest);
    blocks.retain(|pieces| !words(pieces).is_empty());
    blocks
}

/// The name of the known tag that `text` begins with, and the tag's length.
fn tag(text: &str) -> Option<(&str, usize)> {
    let inside = text.strip_prefix('<')?;
    let inside = inside.strip_prefix('/').unwrap_or(inside);
    let name_length = inside.find(|c: char| !c.is_ascii_alphanumeric())?;
    let name = &inside[..name_length];
    let known = BLOCKS.contains(&name) || INLINES.contains(&name);
    let plain = matches!(inside.as_bytes()[name_length], b'>' | b'/' | b' ' | b'\n');
    let length = text.find('>').filter(|&length| length < 4096)? + 1;
    (known && plain).then_some((name, length))
}

fn push_code<'t>(blocks: &mut [Vec<Piece>], rest: &'t str) -> &'t str {
    let end = rest.find("</code>");
    let (inside, rest) = end.map_or((rest, ""), |end| (&rest[..end], &rest[end + "</code>".len()..]));
    let text: String = entities(inside).split_whitespace().collect::<Vec<_>>().join(" ");
    if !text.is_empty()
        && let Some(block) = blocks.last_mut()
    {
        block.push(Piece::Code(text));
    }
    rest
}

fn push_text(blocks: &mut Vec<Vec<Piece>>, text: &str) {
    for (index, paragraph) in text.split("\n\n").enumerate() {
        if index > 0 {
            blocks.push(Vec::new());
        }
        if let Some(block) = blocks.last_mut() {
            block.push(Piece::Text(entities(paragraph)));
        }
    }
}

/// Replaces the entities that models use.
fn entities(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    let pairs =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    pairs.iter().fold(text.to_owned(), |text, (entity, plain)| text.replace(entity, plain))
}

/// Cuts a paragraph after its first sentence and gives the rest, if there is any.
fn split_sentence(pieces: &mut Vec<Piece>) -> Option<Vec<Piece>> {
    for index in 0..pieces.len() {
        let Piece::Text(text) = &mut pieces[index] else { continue };
        let Some(end) = sentence_end(text) else { continue };
        let tail = text.split_off(end);
        let mut rest = vec![Piece::Text(tail)];
        rest.extend(pieces.drain(index + 1..));
        return (!words(&rest).is_empty()).then_some(rest);
    }
    None
}

/// Where the first sentence of `text` ends: after a full stop that a space and a capital follow.
fn sentence_end(text: &str) -> Option<usize> {
    text.match_indices(". ").map(|(at, _)| at + 1).find(|&end| {
        let before = &text[..end];
        let abbreviated = ["e.g.", "i.e.", "etc.", "vs."].iter().any(|short| before.ends_with(short));
        !abbreviated && text[end..].trim_start().starts_with(|c: char| c.is_uppercase())
    })
}

/// The words of a paragraph, escaped; a code span is one word with what touches it.
fn words(pieces: &[Piece]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut glued = false;
    for piece in pieces {
        match piece {
            Piece::Code(text) => push_word(&mut words, &mut glued, code(text), true),
            Piece::Text(text) => {
                if text.starts_with(char::is_whitespace) {
                    glued = false;
                }
                for word in text.split_whitespace() {
                    push_word(&mut words, &mut glued, escape(word), false);
                }
                glued = !text.is_empty() && !text.ends_with(char::is_whitespace);
            }
        }
    }
    words
}

fn push_word(words: &mut Vec<String>, glued: &mut bool, word: String, keeps_glue: bool) {
    if word.is_empty() {
        return;
    }
    match words.last_mut() {
        // Two code spans that touch would read as one with other fences.
        Some(last) if *glued && !(last.ends_with('`') && word.starts_with('`')) => last.push_str(&word),
        _ => words.push(word),
    }
    *glued = keeps_glue;
}

/// A word of plain text, so that Markdown shows it as it is.
fn escape(word: &str) -> String {
    if word.starts_with("http://") || word.starts_with("https://") {
        return code(word);
    }
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b',' | b'\'' | b'"')) {
        return word.to_owned();
    }
    let mut escaped = String::with_capacity(word.len() + 4);
    for c in word.chars().filter(|&c| !c.is_control() && !is_hidden(c)) {
        if matches!(
            c,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '^' | '{' | '}'
        ) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped.replace("://", "\\://").replace("--", "\\--")
}

/// Fills lines with words; no line begins as a list, heading or quotation would.
fn fill(words: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut width = 0;
    for word in words {
        let length = word.chars().count();
        match lines.last_mut() {
            Some(line) if width + 1 + length <= WIDTH => {
                line.push(' ');
                line.push_str(word);
                width += 1 + length;
            }
            _ => {
                lines.push(guard(word));
                width = length;
            }
        }
    }
    lines
}

fn guard(word: &str) -> String {
    let digits = word.chars().take_while(char::is_ascii_digit).count();
    let ordered = digits > 0 && word[digits..].starts_with(['.', ')']);
    if ordered {
        return format!("{}\\{}", &word[..digits], &word[digits..]);
    }
    if word.starts_with(['-', '+', '#', '=', ':']) { format!("\\{word}") } else { word.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(text: &str) -> String {
        paragraphs(text).iter().map(|lines| lines.join("\n")).collect::<Vec<_>>().join("\n\n")
    }

    #[test]
    fn the_first_sentence_stands_alone() {
        assert_eq!(rendered("<p>One thing. Another <b>thing</b>.</p>"), "One thing.\n\nAnother thing.");
    }

    #[test]
    fn placeholders_and_brackets_are_text() {
        assert_eq!(rendered("arn:<Region>:[x] a_b"), "arn:\\<Region\\>:\\[x\\] a\\_b");
    }

    #[test]
    fn code_keeps_its_backticks() {
        assert_eq!(rendered("<code>a`b</code>, then"), "``a`b``, then");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code("a\u{202e}b"), "`a\\u{202e}b`");
    }

    #[test]
    fn no_line_becomes_a_list_or_heading() {
        assert_eq!(rendered("- one\n\n10. two\n\n# three"), "\\- one\n\n10\\. two\n\n\\# three");
    }
}
