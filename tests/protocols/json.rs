//! JSON whose numbers keep every digit, apart from the readers under test.

use serde_json::Value;

/// Begins the string that stands for a number; no text of a model or body begins so.
const NUMBER: char = '\u{0}';

/// Reads JSON; each number becomes a string, which [`as_number`] knows.
pub fn parse(text: &str) -> Result<Value, serde_json::Error> {
    let mut quoted = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => string_length(rest),
            '-' | '0'..='9' => {
                rest.find(|c| !matches!(c, '0'..='9' | '+' | '-' | '.' | 'e' | 'E')).unwrap_or(rest.len())
            }
            _ => first.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        match first {
            '-' | '0'..='9' => quoted.extend(["\"\\u0000", token, "\""]),
            _ => quoted.push_str(token),
        }
        rest = after;
    }
    serde_json::from_str(&quoted)
}

/// The length of the string that a text begins with, quotes included.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|&(_, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

/// The text of a number.
pub fn as_number(value: &Value) -> Option<&str> {
    value.as_str()?.strip_prefix(NUMBER)
}

/// Whether two values are the same, their numbers compared by value: `1.0` is `1`.
pub fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        _ => match (as_number(a), as_number(b)) {
            (Some(a), Some(b)) => decimal(a) == decimal(b),
            _ => a == b,
        },
    }
}

/// A number as its sign, its digits without zeros around them, and the exponent of the last digit.
pub fn decimal(text: &str) -> (bool, String, i64) {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent: i64 = exponent.parse().expect("an exponent is a small integer");
    let all = format!("{whole}{fraction}");
    let digits = all.trim_end_matches('0');
    let exponent = exponent - fraction.len() as i64 + (all.len() - digits.len()) as i64;
    match digits.trim_start_matches('0') {
        "" => (false, String::new(), 0),
        digits => (negative, digits.to_owned(), exponent),
    }
}

#[test]
fn numbers_keep_their_digits() {
    let value = parse(r#"{"a\"1": [1.50, -9223372036854775809, "2"], "b": 1e400}"#).expect("it is JSON");
    assert_eq!(as_number(&value["a\"1"][0]), Some("1.50"));
    assert_eq!(as_number(&value["a\"1"][1]), Some("-9223372036854775809"));
    assert_eq!((as_number(&value["a\"1"][2]), as_number(&value["b"])), (None, Some("1e400")));
    for (a, b, expected) in
        [("1.0", "1", true), ("-0", "0.0", true), ("10e-1", "1", true), ("1", "-1", false)]
    {
        let value = |text| parse(text).expect("it is JSON");
        assert_eq!(same(&value(a), &value(b)), expected, "{a} and {b}");
    }
}
