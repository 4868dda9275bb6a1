//! What a JSON string holds without an escape.

/// One in each byte of a word.
const ONES: u64 = u64::MAX / 0xFF;

/// How many bytes stand before the first one that a JSON string must escape, or before the end.
#[inline]
pub(super) fn plain_length(bytes: &[u8]) -> usize {
    let mut rest = bytes;
    while let Some((word, behind)) = rest.split_first_chunk() {
        let word = u64::from_le_bytes(*word);
        // The high bit of a byte is set where it is special, and perhaps in bytes after that: borrows go upward.
        // With one bit flipped, the quote is the one byte that stands behind the control characters.
        let below = |limit: u64, word: u64| word.wrapping_sub(ONES * limit);
        let special = below(0x21, word ^ (ONES * 0x02)) | below(1, word ^ (ONES * 0x5C));
        let marks = special & !word & ONES << 7;
        if marks != 0 {
            return bytes.len() - rest.len() + marks.trailing_zeros() as usize / 8;
        }
        rest = behind;
    }
    bytes.len() - rest.len() + plain_bytes(rest)
}

/// The same for the last bytes of a text, one by one: few strings end there.
#[cold]
fn plain_bytes(bytes: &[u8]) -> usize {
    let special = |&byte: &u8| byte == b'"' || byte == b'\\' || byte < 0x20;
    bytes.iter().position(special).unwrap_or(bytes.len())
}
