//! What quoted strings and text blocks say
//! ([Smithy IDL, string values](https://smithy.io/2.0/spec/idl.html#string-values)).

use std::borrow::Cow;

/// The contents of a string or text block: what stands between its quotes, with line breaks made one character
/// and, in a text block, the incidental whitespace removed. Escapes are left as they are written.
///
/// # Errors
///
/// A sentence about what is wrong.
pub(crate) fn contents(token: &str) -> Result<Cow<'_, str>, String> {
    if let Some(block) = token.strip_prefix("\"\"\"").and_then(|rest| rest.strip_suffix("\"\"\"")) {
        return text_block(&one_line_break(block)).map(Cow::Owned);
    }
    let inner = token.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    Ok(one_line_break(inner.unwrap_or_default()))
}

/// Makes `\r\n` and `\r` to `\n`.
fn one_line_break(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text.into() }
}

/// Removes the incidental whitespace of a text block.
fn text_block(block: &str) -> Result<String, String> {
    let content = block.trim_start_matches([' ', '\t']).strip_prefix('\n');
    let content = content.ok_or("the text of a text block begins on the line after its opening quotes")?;
    let lines: Vec<&str> = content.split('\n').collect();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let (last, inner) = lines.split_last().expect("a text has at least one line");
    let not_blank = inner.iter().filter(|line| !line.trim_matches(' ').is_empty());
    let prefix = not_blank.chain([last]).map(|line| indent(line)).min().unwrap_or_default();
    let strip = |line: &&str| line.get(prefix..).unwrap_or_default().trim_end_matches(' ').to_owned();
    Ok(lines.iter().map(strip).collect::<Vec<_>>().join("\n"))
}

/// The value of a string or text block.
///
/// # Errors
///
/// A sentence about the first thing that is wrong.
pub(crate) fn value(token: &str) -> Result<String, String> {
    let contents = contents(token)?;
    if !contents.bytes().any(|byte| byte == b'\\' || byte < b' ') {
        return Ok(contents.into_owned());
    }
    let mut value = String::with_capacity(contents.len());
    let mut rest = contents.as_ref();
    while let Some(index) = rest.find(|character: char| character == '\\' || character < ' ') {
        value.push_str(&rest[..index]);
        rest = &rest[index..];
        rest = match rest.as_bytes() {
            [b'\\', ..] => escape(&mut value, &rest[1..])?,
            [b'\n' | b'\t', ..] => {
                value.push_str(&rest[..1]);
                &rest[1..]
            }
            _ => return Err(format!("a string cannot contain the control character {:?}", &rest[..1])),
        };
    }
    value.push_str(rest);
    Ok(value)
}

/// Adds the character that an escape stands for; gives the text behind it.
fn escape<'t>(value: &mut String, rest: &'t str) -> Result<&'t str, String> {
    let mut characters = rest.chars();
    let character = match characters.next() {
        Some(same @ ('"' | '\\' | '/')) => same,
        Some('b') => '\u{8}',
        Some('f') => '\u{c}',
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('\n') => return Ok(characters.as_str()),
        Some('u') => {
            let (character, rest) = unicode(characters.as_str())?;
            value.push(character);
            return Ok(rest);
        }
        Some(other) => return Err(format!("`\\{}` is no escape", other.escape_debug())),
        None => return Err("a backslash must be followed by a character".to_owned()),
    };
    value.push(character);
    Ok(characters.as_str())
}

/// The character that the text behind `\u` stands for, with the text behind that; two surrogates make one.
fn unicode(text: &str) -> Result<(char, &str), String> {
    let (first, rest) = hex(text)?;
    if let Some(character) = char::from_u32(first) {
        return Ok((character, rest));
    }
    let lone = || format!("`\\u{first:04x}` is half of a character: the other half must follow");
    let (second, rest) = hex(rest.strip_prefix("\\u").ok_or_else(lone)?)?;
    let pair = char::decode_utf16([first, second].map(|unit| u16::try_from(unit).unwrap_or_default())).next();
    match pair {
        Some(Ok(character)) => Ok((character, rest)),
        _ => Err(lone()),
    }
}

fn hex(text: &str) -> Result<(u32, &str), String> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let number = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
    let number = number.ok_or("four hexadecimal digits must follow `\\u`")?;
    Ok((number, &text[4..]))
}

/// The documentation that a run of documentation comments gives.
pub(crate) fn documentation<'t>(comments: impl Iterator<Item = &'t str>) -> String {
    let line = |comment: &'t str| {
        let text = comment.strip_prefix("///").unwrap_or(comment);
        text.strip_prefix(' ').unwrap_or(text)
    };
    comments.map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::value;

    #[test]
    fn escapes() {
        assert_eq!(value(r#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#).unwrap(), "a\"\\/\u{8}\u{c}\n\r\té😀");
        assert_eq!(value("\"a\\\nb\\\r\nc\rd\"").unwrap(), "abc\nd");
        assert_eq!(value(r#""""#).unwrap(), "");
        for wrong in [
            r#""\a""#,
            r#""\u12""#,
            r#""\ud83d""#,
            r#""\ud83dx""#,
            r#""\ud83d\u0041""#,
            "\"\u{1}\"",
            r#""\'""#,
        ] {
            assert!(value(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn incidental_whitespace() {
        let of = |block: &str| value(&format!("\"\"\"{block}\"\"\"")).unwrap();
        assert_eq!(of("\n    Foo\n        Baz\n\n      \n    Bar\n    "), "Foo\n    Baz\n\n\nBar\n");
        assert_eq!(of("\n    Foo\n        Baz\n"), "    Foo\n        Baz\n");
        assert_eq!(of("\n    Foo\n            "), "Foo\n");
        assert_eq!(of(" \r\n  a  \r\n  b\\\r\n  c"), "a\nbc");
        assert_eq!(of("\n  Hi\\n  bar \\\n  x"), "Hi\n  bar x");
        assert_eq!(of("\n  \"Hi\\\""), "\"Hi\"");
        assert_eq!(of("\n"), "");
    }

    #[test]
    fn a_text_block_begins_on_a_new_line() {
        assert!(value("\"\"\"Hi\"\"\"").is_err());
        assert!(value("\"\"\"\"\"\"").is_err());
    }
}
