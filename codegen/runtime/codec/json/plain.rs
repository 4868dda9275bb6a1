//! What a JSON string holds without an escape.

/// How many bytes stand before the first one that a JSON string must escape, or before the end.
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let special = |byte: u8| byte == b'"' || byte == b'\\' || byte < 0x20;
    // Looking at a whole chunk without leaving early lets the compiler use vector instructions.
    let plain = |chunk: &&[u8]| !chunk.iter().fold(false, |found, &byte| found | special(byte));
    let from = bytes.chunks_exact(16).take_while(plain).count() * 16;
    let rest = &bytes[from..];
    from + rest.iter().position(|&byte| special(byte)).unwrap_or(rest.len())
}
