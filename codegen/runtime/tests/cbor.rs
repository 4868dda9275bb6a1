//! The parser of CBOR, against the examples of RFC 8949 and what they leave out.

use crate::runtime::cbor_codec::cbor::{Event, Parser, Problem, SyntaxError};
use crate::runtime::wire::Limits;

pub(super) fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits = |at: usize| u8::from_str_radix(&hexadecimal[at..at + 2], 16).expect("they are digits");
    (0..hexadecimal.len()).step_by(2).map(digits).collect()
}

/// All events but the last, which is the end.
pub(super) fn events(bytes: &[u8]) -> Result<Vec<Event<'_>>, SyntaxError> {
    let mut parser = Parser::new(bytes);
    let mut events = Vec::new();
    loop {
        match parser.next_event()? {
            Event::End => return Ok(events),
            event => events.push(event),
        }
    }
}

fn only(hexadecimal: &str) -> String {
    let bytes = bytes(hexadecimal);
    let events = events(&bytes).unwrap_or_else(|error| panic!("{hexadecimal}: {error}"));
    let texts: Vec<String> = events.iter().map(|event| format!("{event:?}")).collect();
    texts.join(" ")
}

/// The values of RFC 8949, appendix A, and more.
const GOOD: [(&str, &str); 62] = [
    ("00", "Unsigned(0)"),
    ("17", "Unsigned(23)"),
    ("1818", "Unsigned(24)"),
    ("1903e8", "Unsigned(1000)"),
    ("1b000000e8d4a51000", "Unsigned(1000000000000)"),
    ("1bffffffffffffffff", "Unsigned(18446744073709551615)"),
    ("c249010000000000000000", "Number(\"18446744073709551616\")"),
    ("3bffffffffffffffff", "Negative(18446744073709551615)"),
    ("c349010000000000000000", "Number(\"-18446744073709551617\")"),
    ("20", "Negative(0)"),
    ("3903e7", "Negative(999)"),
    ("f90000", "Float(0.0)"),
    ("f98000", "Float(-0.0)"),
    ("f93c00", "Float(1.0)"),
    ("fb3ff199999999999a", "Float(1.1)"),
    ("f93e00", "Float(1.5)"),
    ("f97bff", "Float(65504.0)"),
    ("fa47c35000", "Float(100000.0)"),
    ("fb7e37e43c8800759c", "Float(1e300)"),
    ("f90001", "Float(5.960464477539063e-8)"),
    ("f90400", "Float(6.103515625e-5)"),
    ("f9c400", "Float(-4.0)"),
    ("f97c00", "Float(inf)"),
    ("f97e00", "Float(NaN)"),
    ("f9fc00", "Float(-inf)"),
    ("fa7f800000", "Float(inf)"),
    ("fb7ff8000000000000", "Float(NaN)"),
    ("f4", "Bool(false)"),
    ("f5", "Bool(true)"),
    ("f6", "Null"),
    ("f7", "Null"),
    ("f0", "Simple(16)"),
    ("f8ff", "Simple(255)"),
    ("c11a514b67b0", "EpochInteger(1363896240)"),
    ("c12a", "EpochInteger(-11)"),
    ("c1fb41d452d9ec200000", "EpochFloat(1363896240.5)"),
    ("c1f93c00", "EpochFloat(1.0)"),
    ("d74401020304", "Bytes([1, 2, 3, 4])"),
    ("d818456449455446", "Bytes([100, 73, 69, 84, 70])"),
    ("d9d9f763616263", "String(\"abc\")"),
    ("c0c0c0c00a", "Unsigned(10)"),
    ("40", "Bytes([])"),
    ("60", "String(\"\")"),
    ("62225c", "String(\"\\\"\\\\\")"),
    ("64f0908591", "String(\"\u{10151}\")"),
    ("80", "BeginArray EndArray"),
    (
        "8301820203820405",
        "BeginArray Unsigned(1) BeginArray Unsigned(2) Unsigned(3) EndArray BeginArray Unsigned(4) Unsigned(5) EndArray EndArray",
    ),
    ("a0", "BeginObject EndObject"),
    (
        "a26161016162820203",
        "BeginObject Key(\"a\") Unsigned(1) Key(\"b\") BeginArray Unsigned(2) Unsigned(3) EndArray EndObject",
    ),
    ("5f42010243030405ff", "Bytes([1, 2, 3, 4, 5])"),
    ("5fff", "Bytes([])"),
    ("7f657374726561646d696e67ff", "String(\"streaming\")"),
    ("9fff", "BeginArray EndArray"),
    (
        "9f018202039f0405ffff",
        "BeginArray Unsigned(1) BeginArray Unsigned(2) Unsigned(3) EndArray BeginArray Unsigned(4) Unsigned(5) EndArray EndArray",
    ),
    ("bf7f6161ff01c16162f5ff", "BeginObject Key(\"a\") Unsigned(1) Key(\"b\") Bool(true) EndObject"),
    ("a2616101616102", "BeginObject Key(\"a\") Unsigned(1) Key(\"a\") Unsigned(2) EndObject"),
    ("c48221196ab3", "Number(\"273.15\")"),
    ("c49f0005ff", "Number(\"5\")"),
    ("c48203c24101", "Number(\"1e3\")"),
    ("c4823a7fffffff20", "Number(\"-1e-2147483648\")"),
    ("c4822305", "Number(\"0.0005\")"),
    ("c24100", "Unsigned(0)"),
];

#[test]
fn every_item_is_read() {
    for (text, expected) in GOOD {
        assert_eq!(only(text), expected, "{text}");
    }
}

#[test]
fn a_string_is_taken_and_nothing_else_is() {
    let bytes = bytes("83016161f6");
    let mut parser = Parser::new(&bytes);
    assert_eq!(parser.takes_text(), Ok(None), "an array comes next");
    assert_eq!(parser.next_event(), Ok(Event::BeginArray));
    assert_eq!(parser.next_event(), Ok(Event::Unsigned(1)));
    assert_eq!(parser.next_element(), Ok(true));
    assert_eq!(parser.takes_text(), Ok(Some("a")));
    assert_eq!(parser.next_element(), Ok(true));
    assert_eq!(parser.takes_text(), Ok(None), "null comes next");
    assert_eq!(parser.next_event(), Ok(Event::Null));
}

#[test]
fn entries_are_read_one_by_one() {
    let bytes = bytes("bf6161829f00ff016162c0c0f66163c1f6616401ff");
    let mut parser = Parser::new(&bytes);
    assert_eq!((parser.takes_null(), parser.next_event()), (false, Ok(Event::BeginObject)));
    assert_eq!(parser.next_key().map(|key| key.is_some()), Ok(true));
    assert_eq!((parser.takes_null(), parser.next_event()), (false, Ok(Event::BeginArray)));
    assert_eq!(parser.next_element(), Ok(true));
    let event = parser.next_event().expect("it is an array");
    assert_eq!(parser.skip(&event), Ok(()));
    assert_eq!((parser.next_element(), parser.next_event()), (Ok(true), Ok(Event::Unsigned(1))));
    assert_eq!((parser.next_element(), parser.takes_null()), (Ok(false), false));
    assert_eq!((parser.next_key().map(|key| key.is_some()), parser.takes_null()), (Ok(true), true));
    assert_eq!((parser.next_key().map(|key| key.is_some()), parser.takes_null()), (Ok(true), true));
    assert_eq!(parser.next_key().map(|key| key.is_some()), Ok(true));
    assert_eq!((parser.takes_null(), parser.next_event()), (false, Ok(Event::Unsigned(1))));
    assert_eq!((parser.next_key(), parser.next_event()), (Ok(None), Ok(Event::End)));
}

/// Bytes that are not CBOR, or not what a body may hold, where reading stops, and why.
const BAD: [(&str, usize, Problem); 34] = [
    ("", 0, Problem::UnexpectedEnd),
    ("18", 1, Problem::UnexpectedEnd),
    ("1b00000000000000", 8, Problem::UnexpectedEnd),
    ("1c", 0, Problem::ReservedHead),
    ("1f", 0, Problem::ReservedHead),
    ("3f", 0, Problem::ReservedHead),
    ("df00", 0, Problem::ReservedHead),
    ("fc", 0, Problem::ReservedHead),
    ("f814", 0, Problem::ReservedHead),
    ("ff", 0, Problem::UnexpectedBreak),
    ("81ff", 1, Problem::UnexpectedBreak),
    ("bf6161ff", 3, Problem::UnexpectedBreak),
    ("a1ff", 1, Problem::ExpectedTextKey),
    ("a10102", 1, Problem::ExpectedTextKey),
    ("a1", 1, Problem::UnexpectedEnd),
    ("82", 1, Problem::UnexpectedEnd),
    ("9f", 1, Problem::UnexpectedEnd),
    ("6261", 2, Problem::UnexpectedEnd),
    ("5bffffffffffffffff00", 10, Problem::UnexpectedEnd),
    ("9bffffffffffffffff00", 10, Problem::UnexpectedEnd),
    ("5f01ff", 1, Problem::InvalidChunk),
    ("5f6161ff", 1, Problem::InvalidChunk),
    ("7f7f6161ffff", 1, Problem::InvalidChunk),
    ("62c328", 1, Problem::InvalidUtf8),
    ("7f61c361a9ff", 2, Problem::InvalidUtf8),
    ("63edbfbf", 1, Problem::InvalidUtf8),
    ("0000", 1, Problem::TrailingBytes),
    ("c1", 1, Problem::UnexpectedEnd),
    ("c16161", 1, Problem::InvalidTagContent),
    ("c11bffffffffffffffff", 1, Problem::InvalidTagContent),
    ("c200", 1, Problem::InvalidTagContent),
    ("c48100", 1, Problem::InvalidTagContent),
    ("c482f93c0000", 1, Problem::InvalidTagContent),
    ("c49f000000ff", 1, Problem::InvalidTagContent),
];

#[test]
fn every_fault_has_a_place() {
    for (text, offset, problem) in BAD {
        let found = events(&bytes(text)).expect_err(text);
        assert_eq!(found, SyntaxError { offset, problem }, "{text}");
        assert!(found.to_string().ends_with(&format!(" at byte {offset}")));
    }
    let digits = |count: usize| [bytes("c25904"), vec![count as u8], vec![1; 1024 + count]].concat();
    assert!(events(&digits(0)).is_ok());
    let too_long = SyntaxError { offset: 1, problem: Problem::NumberTooLong { limit: 1024 } };
    assert_eq!(events(&digits(1)), Err(too_long));
}

#[test]
fn limits_are_kept() {
    let within = |bytes: &[u8], limits: Limits| {
        let mut parser = Parser::of_body(bytes, limits)?;
        loop {
            if parser.next_event()? == Event::End {
                return Ok(());
            }
        }
    };
    let limits = Limits { depth: 2, elements: 3, size: 6 };
    let fails = |offset, problem| Err(SyntaxError { offset, problem });
    assert_eq!(within(&bytes("818100"), limits), Ok(()));
    assert_eq!(within(&bytes("81818100"), limits), fails(2, Problem::TooDeep { limit: 2 }));
    assert_eq!(within(&bytes("8400000000"), limits), fails(4, Problem::TooManyElements { limit: 3 }));
    assert_eq!(within(&bytes("bf616100ff"), limits), Ok(()));
    assert_eq!(within(&bytes("00000000000000"), limits), fails(6, Problem::TooLarge { limit: 6 }));
    assert_eq!(within(&[], limits), Ok(()), "an empty body is an empty map");
    let deep = [vec![0x81; 10_000], vec![0]].concat();
    assert_eq!(events(&deep).map(drop), fails(128, Problem::TooDeep { limit: 128 }));
    let tags = [vec![0xC0; 1_000_000], vec![0]].concat();
    assert_eq!(events(&tags), Ok(vec![Event::Unsigned(0)]));
}

/// The end of what is passed over, or why that fails.
fn passed(hexadecimal: &str) -> Result<usize, SyntaxError> {
    let bytes = bytes(hexadecimal);
    let mut parser = Parser::new(&bytes);
    let event = parser.next_event()?;
    parser.skip(&event)?;
    parser.next_event()?;
    Ok(parser.position())
}

#[test]
fn what_is_passed_over_is_checked_all_the_same() {
    for (text, _) in GOOD {
        assert_eq!(passed(text), Ok(text.len() / 2), "{text}");
        let inner = format!("82{text}00");
        assert_eq!(passed(&inner), Ok(inner.len() / 2), "{inner}");
    }
    // Keys of any kind, strings in chunks, tags of which nothing is asked.
    for text in ["a2010282030400", "bf5f4101ff7f6161ffff", "81c161", "81c2f6"] {
        let problem = Problem::UnexpectedEnd;
        let expected =
            if text == "81c161" { Err(SyntaxError { offset: 3, problem }) } else { Ok(text.len() / 2) };
        assert_eq!(passed(text), expected, "{text}");
    }
    for (text, offset, problem) in [
        ("8161ff", 2, Problem::InvalidUtf8),
        ("81ff", 1, Problem::UnexpectedBreak),
        ("815f00", 2, Problem::InvalidChunk),
    ] {
        assert_eq!(passed(text), Err(SyntaxError { offset, problem }), "{text}");
    }
    let deep = format!("{}00", "81".repeat(129));
    assert_eq!(passed(&deep), Err(SyntaxError { offset: 128, problem: Problem::TooDeep { limit: 128 } }));
}

#[test]
fn values_are_asked_for_as_what_they_should_be() {
    let bytes = bytes("a26161016162816163");
    let mut parser = Parser::new(&bytes);
    assert_eq!(parser.begin_object(), Ok(Event::BeginObject));
    assert_eq!(parser.next_key(), Ok(Some("a".into())));
    assert_eq!(parser.takes_text(), Ok(None));
    assert_eq!(parser.next_event(), Ok(Event::Unsigned(1)));
    assert_eq!(parser.next_key(), Ok(Some("b".into())));
    assert_eq!(parser.begin_array(), Ok(Event::BeginArray));
    assert_eq!(parser.next_element(), Ok(true));
    assert_eq!(parser.takes_text(), Ok(Some("c")));
}
