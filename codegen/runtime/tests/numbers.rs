//! Numbers: their texts, their values, and the big ones.

use crate::runtime::smithy::{BigDecimal, BigInteger, InvalidNumber, Number};

fn number(text: &str) -> Number {
    text.parse().expect(text)
}

#[test]
fn whole_numbers_are_exact_to_the_ends_of_their_types() {
    let cases = [
        ("0", Some(0)),
        ("-0", Some(0)),
        ("-0.0e5", Some(0)),
        ("1.0", Some(1)),
        ("1.50e1", Some(15)),
        ("1200e-2", Some(12)),
        ("-3e2", Some(-300)),
        ("9223372036854775807", Some(i64::MAX)),
        ("-9223372036854775808", Some(i64::MIN)),
        ("9223372036854775807.000", Some(i64::MAX)),
        ("9223372036854775808", None),
        ("1.001", None),
        ("1e-1", None),
        ("-0.5", None),
        ("1e400", None),
        ("1e-400", None),
        ("1e99999999999999999999", None),
        ("1e-9223372036854775808", None),
        ("0e9223372036854775807", Some(0)),
        ("170141183460469231731687303715884105728", None),
    ];
    for (text, value) in cases {
        assert_eq!(number(text).as_i64(), value, "{text}");
    }
    assert_eq!(number("18446744073709551615").as_u64(), Some(u64::MAX));
    assert_eq!(number("-1").as_u64(), None);
}

#[test]
fn floats_print_the_shortest_text_that_reads_back() {
    let values = [0.0, -0.0, 0.1, 1.0, -2.5, 1e300, 1e-300, 5e-324, f64::MAX, f64::MIN_POSITIVE, 1.0 / 3.0];
    for value in values {
        let number = Number::from_f64(value).expect("the value is finite");
        assert_eq!(number.as_f64().map(f64::to_bits), Some(value.to_bits()), "{number}");
        assert_eq!(number.as_str().parse(), Ok(number.clone()), "{number} is JSON");
    }
    assert_eq!(Number::from_f64(0.1).map(|number| number.to_string()).as_deref(), Some("0.1"));
    assert_eq!(Number::from_f64(f64::NAN), None);
    assert_eq!(Number::from_f64(f64::INFINITY), None);
    assert_eq!(number("1e400").as_f64(), None);
}

#[test]
fn numbers_follow_the_grammar_of_json() {
    for text in
        ["", " 1", "1 ", "+1", "01", "1.", ".1", "0x1", "1e", "NaN", "\"1\"", "1,", "[1]", "1_000", "1\n"]
    {
        assert_eq!(text.parse::<Number>(), Err(InvalidNumber), "{text:?}");
        assert_eq!(text.parse::<BigDecimal>(), Err(InvalidNumber), "{text:?}");
        assert_eq!(text.parse::<BigInteger>(), Err(InvalidNumber), "{text:?}");
    }
    assert_ne!(number("1.0"), number("1"));
    assert_eq!(Number::from(u64::MAX), number("18446744073709551615"));
}

#[test]
fn big_numbers_keep_every_digit() {
    let digits = "-123456789012345678901234567890123456789012345678901234567890";
    assert_eq!(digits.parse::<BigInteger>().map(|big| big.to_string()).as_deref(), Ok(digits));
    let decimal = "1.50000000000000000000000000000000000001E+400";
    assert_eq!(decimal.parse::<BigDecimal>().map(|big| big.to_string()).as_deref(), Ok(decimal));
    assert_eq!("1.0".parse::<BigInteger>(), Err(InvalidNumber));
    assert_eq!("1e3".parse::<BigInteger>(), Err(InvalidNumber));
    assert_eq!(BigInteger::from(i128::MIN).as_str(), i128::MIN.to_string());
    assert_eq!(BigDecimal::from(BigInteger::from(7u8)), BigDecimal::from(7));
    assert_eq!((BigInteger::default().as_str(), BigDecimal::default().as_str()), ("0", "0"));
}
