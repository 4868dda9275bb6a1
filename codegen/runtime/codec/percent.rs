//! Percent-encoding (RFC 3986, section 2).

const DIGITS: &[u8; 16] = b"0123456789ABCDEF";

/// Writes a text behind another, with everything encoded but `kept` and what URIs never reserve: letters, digits, `-`,
/// `.`, `_` and `~`.
pub(crate) fn push_percent_encoded(out: &mut String, text: &str, kept: Option<u8>) {
    out.reserve(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept == Some(byte) {
            out.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
            out.extend(['%', digit(byte >> 4), digit(byte & 0xF)]);
        }
    }
}
