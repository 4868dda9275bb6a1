//! The writer of CBOR, and single values and documents in both directions.

use std::fmt::Write;

use super::cbor::{bytes, events};
use crate::runtime::cbor_codec::cbor::{
    BodyWriter, CborWriter, Event, Parser, Text, document, of_document, read_document, text,
};
use crate::runtime::smithy::{BigDecimal, BigInteger, Blob, Document, Timestamp, TimestampFormat};

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[test]
fn arrays_and_maps_end_with_a_break() {
    let text = written(|out| {
        out.begin_object();
        out.plain_key("a");
        out.begin_array();
        out.separate();
        out.blob(&Blob::new([1]));
        out.separate();
        out.null();
        out.end_array();
        out.key("\u{e9}");
        out.boolean(true);
        out.end_object();
    });
    assert_eq!(text, "bf61619f4101f6ff62c3a9f5ff");
    assert_eq!(Event::BLOB, "a byte string");
    assert_eq!(Parser::empty().next_event(), events(&[]).map(|_| Event::End));
}

fn written(write: impl FnOnce(&mut CborWriter)) -> String {
    let mut out = BodyWriter::with_capacity(8);
    write(&mut out);
    assert_eq!(format!("{out:?}"), format!("CborWriter({} bytes)", out.length()));
    hexadecimal(&out.into_bytes())
}

#[test]
fn numbers_are_as_short_as_they_can_be() {
    let integers = [
        (0, "00"),
        (23, "17"),
        (24, "1818"),
        (256, "190100"),
        (1 << 32, "1b0000000100000000"),
        (-1, "20"),
        (-25, "3818"),
        (i64::MIN, "3b7fffffffffffffff"),
    ];
    for (value, expected) in integers {
        assert_eq!(written(|out| out.integer(value)), expected);
        assert_eq!(written(|out| out.big_integer(&value, true)), expected);
    }
    for (value, expected) in [
        (1.5, "fa3fc00000"),
        (1.1, "fb3ff199999999999a"),
        (1e300, "fb7e37e43c8800759c"),
        (f64::INFINITY, "fa7f800000"),
        (f64::NEG_INFINITY, "faff800000"),
        (f64::NAN, "fa7fc00000"),
    ] {
        assert_eq!(written(|out| out.double(value)), expected);
    }
    assert_eq!(written(|out| out.float(0.1)), "fa3dcccccd");
    let texts = [
        ("12", "0c"),
        ("-0", "fa80000000"),
        ("1.5", "fa3fc00000"),
        ("1.50", "c482211896"),
        ("18446744073709551616", "c249010000000000000000"),
        ("1e400", "c48219019001"),
    ];
    for (text, expected) in texts {
        assert_eq!(written(|out| out.number(format_args!("{text}"))), expected, "{text}");
    }
}

#[test]
fn numbers_of_any_size_keep_their_digits() {
    let mut texts: Vec<String> =
        ["0", "1", "-1", "18446744073709551615", "-18446744073709551616"].map(str::to_owned).into();
    texts.extend((1..60).flat_map(|count| {
        let digits = "1234567890".repeat(count);
        [digits.clone(), format!("-{digits}"), format!("1{}", "0".repeat(count)), "9".repeat(count)]
    }));
    for text in &texts {
        let number: BigInteger = text.parse().expect("it is a number");
        let bytes = bytes(&written(|out| out.big_integer(&number, false)));
        assert_eq!(events(&bytes).expect(text)[0].as_digits().as_deref(), Some(&**text));
    }
    let decimals =
        ["0.5", "-0.05", "1.50", "-12.5", "7", "1e5", "12e-400", "9e9223372036854775807", "0.000000000001"];
    for text in texts.iter().map(String::as_str).chain(decimals) {
        let number: BigDecimal = text.parse().expect("it is a number");
        let bytes = bytes(&written(|out| out.big_decimal(&number, false)));
        assert_eq!(events(&bytes).expect(text)[0].as_digits().as_deref(), Some(text));
    }
    let beyond = written(|out| out.big_decimal(&"-1.5e-99999999999999999999", false));
    assert_eq!(beyond, "c4823b7fffffffffffffff2e");
}

#[test]
fn values_are_what_they_must_be() {
    let event = |text: &str| events(bytes(text).leak()).expect("it is CBOR").remove(0);
    assert_eq!(event("f5").as_bool(), Some(true));
    assert_eq!((event("01").as_bool(), event("f93c00").as_i64()), (None, None));
    assert_eq!(event("3b8000000000000000").as_i64(), None);
    assert_eq!(event("c2420100").as_i64(), Some(256));
    assert_eq!((event("05").as_f64(), event("24").as_f64()), (Some(5.0), Some(-5.0)));
    assert_eq!((event("fb7e37e43c8800759c").as_f32(), event("f97c00").as_f32()), (None, Some(f32::INFINITY)));
    assert_eq!(event("c249010000000000000000").as_f64(), Some(18446744073709551616.0));
    assert_eq!(event("43010203").as_blob(), Some(Blob::new([1, 2, 3])));
    assert_eq!((event("6161").as_blob(), event("6161").as_f64()), (None, None));
    assert_eq!(event("6161").into_text().as_deref(), Ok("a"));
    assert!(event("4161").into_text().is_err());
    let strict = Some(TimestampFormat::EpochSeconds);
    for (text, expected) in [
        ("c100", Some(Timestamp::from_secs(0))),
        ("c120", Some(Timestamp::from_secs(-1))),
        ("c1fb41d452d9ec200000", Some(Timestamp::from_millis(1363896240500))),
        ("c1f97e00", None),
        ("00", None),
        ("6161", None),
    ] {
        assert_eq!(event(text).as_timestamp(strict), expected, "{text}");
    }
    assert_eq!(event("0a").as_timestamp(None), Some(Timestamp::from_secs(10)));
    assert_eq!(event("f93e00").as_timestamp(None), Some(Timestamp::from_millis(1500)));
    assert_eq!(written(|out| out.timestamp(Timestamp::from_secs(10), TimestampFormat::HttpDate)), "c10a");
    let half = Timestamp::from_millis(1500);
    assert_eq!(written(|out| out.timestamp(half, TimestampFormat::EpochSeconds)), "c1fa3fc00000");
}

#[test]
fn documents_come_back_as_they_were() {
    let json = r#"{"a":[null,true,-1,1.50,123456789012345678901234567890,"x",{}],"b":{"":[]}}"#;
    let given = Document::parse(json).expect("it is JSON");
    let bytes = of_document(&given);
    let mut parser = Parser::of_document(&bytes).expect("there are limits");
    let event = parser.next_event().expect("it is CBOR");
    assert_eq!(read_document(&mut parser, event), Ok(given.clone()));
    let mut out = CborWriter::default();
    out.document(&given);
    let body: Text = text(out.into_bytes());
    assert_eq!(document(&body), Ok(given));
}

#[test]
fn documents_have_what_json_has() {
    for (text, expected) in [
        ("43010203", r#""AQID""#),
        ("c11a514b67b0", "1363896240"),
        ("c1fb41d452d9ec200000", "1363896240.5"),
        ("f97e00", r#""NaN""#),
        ("f0", "null"),
        ("3903e7", "-1000"),
    ] {
        assert_eq!(document(&bytes(text)).map(|document| document.to_json()), Ok(expected.to_owned()));
    }
    assert!(document(&[]).is_err());
    let of_document = |json: &str| {
        let bytes = of_document(&Document::parse(json).expect("it is JSON"));
        Parser::of_document(bytes.leak()).and_then(|mut parser| parser.next_event()).expect("it is CBOR")
    };
    assert_eq!(of_document(r#""AQID""#).as_blob(), Some(Blob::new([1, 2, 3])));
    assert_eq!(
        of_document("1.5").as_timestamp(Some(TimestampFormat::EpochSeconds)),
        Some(Timestamp::from_millis(1500))
    );
    assert_eq!(
        (of_document(r#""-Infinity""#).as_f64(), of_document("1.0").as_i64()),
        (Some(f64::NEG_INFINITY), Some(1))
    );
}
