//! Integers as digits.

/// Writes an integer behind a text.
pub(crate) fn push_integer(text: &mut String, value: i64) {
    let (mut digits, mut from, mut rest) = ([b'0'; 20], 20, value.unsigned_abs());
    while from == 20 || rest > 0 {
        from -= 1;
        digits[from] += (rest % 10) as u8;
        rest /= 10;
    }
    text.push_str(if value < 0 { "-" } else { "" });
    text.extend(digits[from..].iter().map(|&digit| char::from(digit)));
}
