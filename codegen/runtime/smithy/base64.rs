//! Base64 as RFC 4648 section 4 has it: the standard alphabet, padded.

use std::fmt;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Marks the bytes in [`VALUES`] that are not in the alphabet.
const INVALID: u8 = 0xFF;

/// For each byte, its place in the alphabet.
const VALUES: [u8; 256] = values();

const fn values() -> [u8; 256] {
    let mut values = [INVALID; 256];
    let mut value = 0;
    while value < ALPHABET.len() {
        values[ALPHABET[value] as usize] = value as u8;
        value += 1;
    }
    values
}

/// A text is not base64 in the standard alphabet with padding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct InvalidBase64;

impl fmt::Display for InvalidBase64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected base64 in the standard alphabet, padded with `=`")
    }
}

impl std::error::Error for InvalidBase64 {}

/// Writes bytes as base64.
pub(super) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |at: usize| u32::from(chunk.get(at).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for digit in 0..4 {
            let value = (bits >> (18 - 6 * digit)) & 0x3F;
            text.push(if digit <= chunk.len() { char::from(ALPHABET[value as usize]) } else { '=' });
        }
    }
    text
}

/// Reads base64 strictly: no white space, all padding in place, no stray bits before it.
pub(super) fn decode(text: &str) -> Result<Vec<u8>, InvalidBase64> {
    let text = text.as_bytes();
    if !text.len().is_multiple_of(4) {
        return Err(InvalidBase64);
    }
    let padding = text.iter().rev().take(2).take_while(|&&byte| byte == b'=').count();
    let digits = &text[..text.len() - padding];
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    for chunk in digits.chunks(4) {
        decode_chunk(&mut bytes, chunk)?;
    }
    Ok(bytes)
}

/// Reads two to four digits; the last chunk is the only one that may be short.
fn decode_chunk(bytes: &mut Vec<u8>, chunk: &[u8]) -> Result<(), InvalidBase64> {
    let mut bits: u32 = 0;
    for &digit in chunk {
        let value = VALUES[usize::from(digit)];
        if value == INVALID {
            return Err(InvalidBase64);
        }
        bits = bits << 6 | u32::from(value);
    }
    let missing = 4 - chunk.len();
    let [_, decoded @ ..] = (bits << (6 * missing)).to_be_bytes();
    let (whole, stray) = decoded.split_at(3 - missing);
    if stray.iter().any(|&byte| byte != 0) {
        return Err(InvalidBase64);
    }
    bytes.extend_from_slice(whole);
    Ok(())
}
