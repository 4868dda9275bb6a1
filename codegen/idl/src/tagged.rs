//! Tagged string literals of Smithy 2.1: the same string, read in another way.

use crate::text;

/// What a tagged string stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Tagged {
    /// A string.
    String(String),
    /// A number, as JSON writes it.
    Number(String),
}

/// The tags that there are.
pub(crate) const TAGS: [&str; 4] = ["re", "b", "hex", "timestamp"];

/// The value of a string or text block after a tag, which is given without its `#`.
///
/// # Errors
///
/// A sentence about what is wrong.
pub(crate) fn value(tag: &str, token: &str) -> Result<Tagged, String> {
    let contents = text::contents(token)?;
    match tag {
        "re" => Ok(Tagged::String(contents.replace('\n', ""))),
        "b" => bytes(&contents).map(|bytes| Tagged::String(base64(&bytes))),
        "hex" => hex(&contents).map(|bytes| Tagged::String(base64(&bytes))),
        "timestamp" => match epoch_seconds(&contents) {
            Some(seconds) => Ok(Tagged::Number(seconds)),
            None => Err(format!("`{}` is no date and time of RFC 3339", contents.escape_debug())),
        },
        _ => Err(format!("there is no tag `#{tag}`: the tags are `#re`, `#b`, `#hex` and `#timestamp`")),
    }
}

/// The bytes that a binary literal writes.
fn bytes(text: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, more)) = rest.split_first() {
        rest = if first == b'\\' {
            byte_escape(&mut bytes, more)?
        } else {
            bytes.push(first);
            more
        };
    }
    Ok(bytes)
}

/// Adds the byte of an escape whose backslash is taken; gives what follows it.
fn byte_escape<'t>(bytes: &mut Vec<u8>, rest: &'t [u8]) -> Result<&'t [u8], String> {
    let (byte, length) = match rest {
        [b'x', high, low, ..] => match (digit(*high, 16), digit(*low, 16)) {
            (Some(high), Some(low)) => (high << 4 | low, 3),
            _ => return Err("two hexadecimal digits must follow `\\x`".to_owned()),
        },
        [b'0'..=b'7', ..] => octal(rest)?,
        [b'\n', rest @ ..] => return Ok(rest),
        [same @ (b'\\' | b'"'), ..] => (*same, 1),
        [b'a', ..] => (0x07, 1),
        [b'b', ..] => (0x08, 1),
        [b'f', ..] => (0x0c, 1),
        [b'n', ..] => (b'\n', 1),
        [b'r', ..] => (b'\r', 1),
        [b't', ..] => (b'\t', 1),
        [b'v', ..] => (0x0b, 1),
        _ => return Err("a backslash in `#b` must begin an escape, such as `\\x00` or `\\n`".to_owned()),
    };
    bytes.push(byte);
    Ok(&rest[length..])
}

/// The byte of one to three octal digits, and how many they are.
fn octal(rest: &[u8]) -> Result<(u8, usize), String> {
    let digits = rest.iter().take(3).map_while(|&byte| digit(byte, 8));
    let (value, length) =
        digits.fold((0_u16, 0), |(value, length), digit| (value << 3 | u16::from(digit), length + 1));
    let byte =
        u8::try_from(value).map_err(|_| format!("`\\{value:o}` is larger than a byte: at most `\\377`"))?;
    Ok((byte, length))
}

fn digit(byte: u8, radix: u32) -> Option<u8> {
    char::from(byte).to_digit(radix).and_then(|digit| u8::try_from(digit).ok())
}

/// The bytes of a hex dump, in which `#` begins a comment.
fn hex(text: &str) -> Result<Vec<u8>, String> {
    let mut digits = Vec::with_capacity(text.len());
    for line in text.lines() {
        let line = line.split('#').next().unwrap_or_default();
        for character in line.chars().filter(|character| !matches!(character, ' ' | '\t')) {
            let digit = character.to_digit(16).and_then(|digit| u8::try_from(digit).ok());
            digits.push(
                digit.ok_or_else(|| format!("`{}` is no hexadecimal digit", character.escape_debug()))?,
            );
        }
    }
    if digits.len() % 2 != 0 {
        return Err("a hex dump must have an even number of digits: two for each byte".to_owned());
    }
    Ok(digits.chunks_exact(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}

fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or_default());
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let six = (bits >> (18 - 6 * index) & 63) as usize;
            text.push(if index <= chunk.len() { char::from(ALPHABET[six]) } else { '=' });
        }
    }
    text
}

/// The seconds since 1970 of a date and time of RFC 3339, cut to milliseconds.
fn epoch_seconds(text: &str) -> Option<String> {
    let (date, time) = text.split_once(['T', 't'])?;
    let [year, month, day] = numbers(date, '-', [4, 2, 2])?;
    let (clock, offset) = match time.strip_suffix(['Z', 'z']) {
        Some(clock) => (clock, 0),
        None => zone(time)?,
    };
    let (clock, fraction) =
        clock.split_once('.').map_or((clock, None), |(clock, fraction)| (clock, Some(fraction)));
    let [hour, minute, second] = numbers(clock, ':', [2, 2, 2])?;
    let in_range = (1..=12).contains(&month)
        && (1..=days_in(year, month)).contains(&day)
        && hour < 24
        && minute < 60
        && second < 60;
    let days = days_since_1970(year, month, day);
    let seconds = days * 86_400 + hour * 3_600 + minute * 60 + second - offset;
    let millis = fraction.map_or(Some(0), millis)?;
    in_range.then(|| decimal(seconds * 1_000 + millis))
}

/// The clock time and the seconds of `clock+hh:mm`.
fn zone(time: &str) -> Option<(&str, i64)> {
    let index = time.rfind(['+', '-'])?;
    let [hours, minutes] = numbers(&time[index + 1..], ':', [2, 2])?;
    let sign = if time[index..].starts_with('-') { -1 } else { 1 };
    (hours < 24 && minutes < 60).then(|| (&time[..index], sign * (hours * 3_600 + minutes * 60)))
}

/// Numbers of so many digits each, with a separator between them.
fn numbers<const N: usize>(text: &str, separator: char, digits: [usize; N]) -> Option<[i64; N]> {
    let mut parts = text.split(separator);
    let mut numbers = [0; N];
    for (number, digits) in numbers.iter_mut().zip(digits) {
        let part = parts
            .next()
            .filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        *number = part.parse().ok()?;
    }
    parts.next().is_none().then_some(numbers)
}

/// The first three digits of a fraction.
fn millis(fraction: &str) -> Option<i64> {
    let valid = !fraction.is_empty() && fraction.bytes().all(|byte| byte.is_ascii_digit());
    valid.then(|| {
        fraction.bytes().chain(*b"00").take(3).fold(0, |value, digit| value * 10 + i64::from(digit - b'0'))
    })
}

fn days_in(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The days from 1970-01-01 to a date; years begin in March, so that the leap day is their last.
fn days_since_1970(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leap_days + (month * 153 + 2) / 5 + day - 1 - 719_468
}

/// Thousandths as a decimal number without zeros at its end.
fn decimal(millis: i64) -> String {
    let sign = if millis < 0 { "-" } else { "" };
    let (seconds, fraction) = (millis.unsigned_abs() / 1_000, millis.unsigned_abs() % 1_000);
    let fraction = format!("{fraction:03}");
    match fraction.trim_end_matches('0') {
        "" => format!("{sign}{seconds}"),
        digits => format!("{sign}{seconds}.{digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Tagged, value};

    fn of(tag: &str, token: &str) -> Result<String, String> {
        value(tag, token).map(|value| match value {
            Tagged::String(text) | Tagged::Number(text) => text,
        })
    }

    #[test]
    fn regular_expressions_keep_their_backslashes() {
        assert_eq!(of("re", r#""^\d{3}\"$""#).unwrap(), r#"^\d{3}\"$"#);
        assert_eq!(of("re", "\"\"\"\n    [a-z]\n    \\.x\n    \"\"\"").unwrap(), "[a-z]\\.x");
    }

    #[test]
    fn bytes_are_base64() {
        assert_eq!(of("b", r#""\x89PNG\r\n\x1A\n""#).unwrap(), "iVBORw0KGgo=");
        assert_eq!(of("b", r#""\0\7\377é\\\"\a\v""#).unwrap(), "AAf/w6lcIgcL");
        assert_eq!(of("b", r#""""#).unwrap(), "");
        for wrong in [r#""\x8""#, r#""\xgg""#, r#""\400""#, r#""\q""#] {
            assert!(of("b", wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn hex_dumps_have_comments() {
        assert_eq!(of("hex", "\"\"\"\n    81  # one\n      c1 # 00 two\n    \"\"\"").unwrap(), "gcE=");
        assert!(of("hex", r#""123""#).is_err());
        assert!(of("hex", r#""1g""#).is_err());
    }

    #[test]
    fn timestamps_are_epoch_seconds() {
        for (text, seconds) in [
            ("1970-01-01T00:00:00Z", "0"),
            ("2024-01-01T00:00:00Z", "1704067200"),
            ("2024-02-29t23:59:59.1239z", "1709251199.123"),
            ("2024-01-01T01:30:00.5+01:30", "1704067200.5"),
            ("1969-12-31T23:59:59.750Z", "-0.25"),
            ("2000-03-01T00:00:00-00:00", "951868800"),
        ] {
            assert_eq!(of("timestamp", &format!("\"{text}\"")).unwrap(), seconds, "{text}");
        }
        for wrong in [
            "2024-01-01",
            "2023-02-29T00:00:00Z",
            "2024-01-01T24:00:00Z",
            "2024-1-1T00:00:00Z",
            "2024-01-01T00:00:00",
            "2024-01-01T00:00:00.Z",
        ] {
            assert!(of("timestamp", &format!("\"{wrong}\"")).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_tags_are_closed() {
        assert!(of("json", r#""{}""#).is_err());
    }
}
