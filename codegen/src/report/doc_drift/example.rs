//! Examples of a request, as documentation shows them: nearly JSON, but often not quite.
//!
//! Only names are read, so values may be anything, such as `[timestamp]` without quotes, and the last brace may be
//! missing.

use std::collections::BTreeSet;

/// What a piece of code says about a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RequestExample {
    /// It shows the map with these keys.
    Keys(BTreeSet<String>),
    /// It has braces as an example has, but the keys cannot be read.
    Broken,
}

/// Reads the keys of the member `map` out of code such as `"Answers": {"CODE": "[code]"}, "Session": "[session]"`;
/// nothing where the code is no example.
pub(super) fn read(code: &str, map: &str) -> Option<RequestExample> {
    let inside = after_brace(code, map);
    match inside.map(keys) {
        Some(Some(keys)) if !keys.is_empty() => Some(RequestExample::Keys(keys)),
        Some(_) => Some(RequestExample::Broken),
        None => code.contains('{').then_some(RequestExample::Broken),
    }
}

/// What follows the brace of `"map": {`.
fn after_brace<'c>(code: &'c str, map: &str) -> Option<&'c str> {
    let quoted = format!("\"{map}\"");
    code.match_indices(&quoted).find_map(|(start, _)| {
        let rest = code[start + quoted.len()..].trim_start().strip_prefix(':')?;
        rest.trim_start().strip_prefix('{')
    })
}

/// The names before colons up to the brace that closes the map; none if a string never ends, or a name is none.
fn keys(inside: &str) -> Option<BTreeSet<String>> {
    let mut keys = BTreeSet::new();
    let mut rest = inside;
    let mut depth = 1;
    while let Some(next) = rest.find(['"', '{', '}']) {
        let (mark, after) = (rest.as_bytes()[next], &rest[next + 1..]);
        rest = after;
        match mark {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {
                let end = string_end(after)?;
                rest = &after[end + 1..];
                if depth == 1 && rest.trim_start().starts_with(':') {
                    keys.insert(name(&after[..end])?);
                }
            }
        }
        if depth == 0 {
            return Some(keys);
        }
    }
    Some(keys)
}

/// The position of the quote that ends a string.
fn string_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    })
}

/// A key's name; of one with a placeholder (`attributes.[name]`) what stands before it, which is how a family
/// of keys is written.
pub(super) fn name(text: &str) -> Option<String> {
    let fixed = text.find(['[', '<', '{']).map_or(text, |placeholder| &text[..placeholder]).trim();
    let begins = fixed.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let fits = fixed.chars().all(|c| c.is_ascii_alphanumeric() || "_.:-".contains(c));
    (begins && fits).then(|| fixed.to_owned())
}
