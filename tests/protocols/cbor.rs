//! Bodies in CBOR, compared by what they mean, apart from the readers under test.

use ciborium::Value;

/// Whether two bodies mean the same: in maps order does not count, nor does the kind of a number.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    match (parse(a), parse(b)) {
        (Some(a), Some(b)) => same_value(&a, &b),
        _ => a == b,
    }
}

/// The value of a body, if it is one and no more.
fn parse(mut bytes: &[u8]) -> Option<Value> {
    let value = ciborium::from_reader(&mut bytes).ok()?;
    bytes.is_empty().then_some(value)
}

fn same_value(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_value(a, b))
        }
        (Value::Map(a), Value::Map(b)) => {
            let has = |(key, value): &(Value, Value)| {
                b.iter().any(|(other, found)| other == key && same_value(value, found))
            };
            a.len() == b.len() && a.iter().all(has)
        }
        (Value::Tag(a, inner), Value::Tag(b, other)) => a == b && same_value(inner, other),
        _ => match (number(a), number(b)) {
            (Some(a), Some(b)) => a == b || (a.is_nan() && b.is_nan()),
            _ => a == b,
        },
    }
}

/// The value of a number, if it is one whose float says all of it.
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Float(value) => Some(*value),
        Value::Integer(value) => {
            let value = i64::try_from(i128::from(*value)).ok()?;
            (value.unsigned_abs() < 1 << 53).then_some(value as f64)
        }
        _ => None,
    }
}

#[test]
fn what_differs_is_found() {
    let is_same = |a: &[u8], b: &[u8]| same(a, b);
    // A map in either order and of either length, numbers of any width.
    assert!(is_same(b"\xA2\x61a\x01\x61b\xF6", b"\xBF\x61b\xF6\x61a\xF9\x3C\x00\xFF"));
    assert!(is_same(b"\xC1\x01", b"\xC1\xFA\x3F\x80\x00\x00"));
    assert!(is_same(b"", b"") && !is_same(b"", b"\xA0"));
    for other in
        [&b"\xA1\x61a\x02"[..], b"\xA1\x61b\x01", b"\xA0", b"\xA1\x61a\x41\x01", b"\xA1\x61a\x01\x00"]
    {
        assert!(!is_same(b"\xA1\x61a\x01", other), "{other:?}");
    }
}
