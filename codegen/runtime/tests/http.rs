//! Messages whose members are bound to parts of HTTP, and the texts that they are made of.

use std::collections::BTreeMap;

use crate::runtime::call::{chosen_checksum, content_md5};
use crate::runtime::smithy::{Timestamp, TimestampFormat};
use crate::runtime::wire::http::{
    Direction, FromMessage, MessageReader, MessageSource, MessageWriter, TextValue, ToMessage, uri,
};
use crate::runtime::wire::{Headers, Mode, ReadError, Request, WriteOptions};

/// A message with a member at every place, as the generator writes one.
#[derive(Clone, Debug, Default, PartialEq)]
struct Parcel {
    street: String,
    floor: Option<i32>,
    tags: Option<Vec<String>>,
    rest: Option<BTreeMap<String, String>>,
    sent: Option<Timestamp>,
    days: Option<Vec<Timestamp>>,
    form: Option<String>,
    notes: Option<BTreeMap<String, String>>,
    weight: Option<f64>,
}

impl ToMessage for Parcel {
    fn write_message(&self, out: &mut MessageWriter) {
        out.label("street", Some(&self.street));
        out.query("floor", self.floor.as_ref());
        out.header_list("x-tags", self.tags.as_ref());
        out.timestamps(TimestampFormat::EpochSeconds).header("x-sent", self.sent.as_ref());
        out.header_list("x-days", self.days.as_ref());
        out.header_base64("x-form", self.form.as_ref());
        out.prefix_headers("x-note-", self.notes.as_ref());
        out.query_params(self.rest.as_ref());
        out.body(|out| out.optional("weight", &self.weight));
    }
}

impl FromMessage for Parcel {
    fn read_message(message: &mut MessageReader<'_>) -> Self {
        let street = message.label("street");
        let floor = message.query("floor", "floor");
        let tags = message.header_list("x-tags", "tags");
        let rest = message.query_params("rest");
        let sent = message.timestamps(TimestampFormat::EpochSeconds).header("x-sent", "sent");
        let days = message.header_list("x-days", "days");
        let form = message.header_base64("x-form", "form");
        let notes = message.prefix_headers("x-note-", "notes");
        let mut weight = None;
        let object = &mut message.body();
        object.members(&mut [("weight", &mut weight)]);
        let street = object.required(street, "street", "street");
        Self { street, floor, tags, rest, sent, days, form, notes, weight }
    }
}

const PATTERN: &str = "/parcels/{street}?kind=any";

fn map(pairs: &[(&str, &str)]) -> Option<BTreeMap<String, String>> {
    Some(pairs.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect())
}

fn parcel() -> Parcel {
    Parcel {
        street: "Ünder/Oaks 1".to_owned(),
        floor: Some(3),
        tags: Some(["plain", "a,b", "say \"hi\"", "", " edge"].map(str::to_owned).to_vec()),
        rest: map(&[("floor", "99"), ("kind", "other"), ("a b", "1&2")]),
        sent: Some(Timestamp::from_millis(1500)),
        days: Some(vec![Timestamp::from_secs(0), Timestamp::from_secs(86_400)]),
        form: Some("{\"a\":1}".to_owned()),
        notes: map(&[("one", "1")]),
        weight: Some(2.5),
    }
}

fn written(parcel: &Parcel) -> (String, Headers, Vec<u8>) {
    let options = WriteOptions::PLAIN;
    let mut out = MessageWriter::new(Direction::Request, "application/json", options, Headers::new());
    parcel.write_message(&mut out);
    let parts = out.finish();
    let uri = uri::write(PATTERN, &parts.labels, &parts.query).expect("the street is not empty");
    (uri, parts.headers, parts.body)
}

fn read(uri: &str, headers: &Headers, body: &[u8]) -> Result<Parcel, ReadError> {
    let path = uri.split('?').next().unwrap_or_default();
    let source = MessageSource {
        labels: uri::labels(PATTERN, path).unwrap_or_default(),
        query: uri::query(uri),
        ..MessageSource::response(0, headers, body)
    };
    let mut message = MessageReader::new(source, Mode::Strict);
    let parcel = Parcel::read_message(&mut message);
    message.finish()?.finish(parcel).map_err(ReadError::Violations)
}

#[test]
fn each_member_stands_at_its_place() {
    let (uri, headers, body) = written(&parcel());
    assert_eq!(uri, "/parcels/%C3%9Cnder%2FOaks%201?kind=any&floor=3&a%20b=1%262");
    let header = |name| headers.get(name).unwrap_or_default();
    assert_eq!(header("x-tags"), r#"plain, "a,b", "say \"hi\"", "", " edge""#);
    assert_eq!(header("x-sent"), "1.5");
    assert_eq!(header("x-days"), "Thu, 01 Jan 1970 00:00:00 GMT, Fri, 02 Jan 1970 00:00:00 GMT");
    assert_eq!(header("x-form"), "eyJhIjoxfQ==");
    assert_eq!(header("X-Note-One"), "1");
    assert_eq!(header("content-type"), "application/json");
    assert_eq!(body, br#"{"weight":2.5}"#);
}

#[test]
fn what_is_written_is_read_back() {
    let (uri, headers, body) = written(&parcel());
    // A server's map holds every parameter, those of other members too.
    let rest = map(&[("floor", "3"), ("kind", "any"), ("a b", "1&2")]);
    assert_eq!(read(&uri, &headers, &body), Ok(Parcel { rest, ..parcel() }));
    let bare = Parcel { street: "1".to_owned(), ..Parcel::default() };
    let (uri, headers, body) = written(&bare);
    let expected = Parcel { rest: map(&[("kind", "any")]), notes: map(&[]), ..bare };
    assert_eq!(read(&uri, &headers, &body), Ok(expected));
}

#[test]
fn all_that_is_wrong_is_reported_with_its_place() {
    let headers = [("x-sent", "yesterday"), ("x-form", "?"), ("content-type", "application/json")];
    let headers = headers.into_iter().collect();
    let error = read("/parcels/1?floor=high", &headers, br#"{"weight":"heavy"}"#);
    insta::assert_snapshot!(error.expect_err("nothing is right"), @r"
    expected an integer from -2147483648 to 2147483647 at '/floor'
    expected a timestamp in the format of its place at '/sent'
    expected a string at '/form'
    expected a number in the range of 64-bit floats at '/weight'
    ");
    let error = read("/elsewhere", &headers.iter().take(0).collect(), b"");
    let missing = "Value at '/street' failed to satisfy constraint: Member must not be null";
    assert_eq!(error.expect_err("the street is missing").to_string(), missing);
}

#[test]
fn a_header_that_would_end_before_its_time_is_left_out_and_named() {
    let invalid = |parcel: Parcel| {
        let (options, headers) = (WriteOptions::PLAIN, Headers::new());
        let mut out = MessageWriter::new(Direction::Request, "application/json", options, headers);
        parcel.write_message(&mut out);
        let parts = out.finish();
        (parts.headers.len(), parts.invalid_header)
    };
    let wrong = |name: &str, value: &str| Parcel { notes: map(&[(name, value)]), ..Parcel::default() };
    assert_eq!(invalid(wrong("one", "1\r\nx-admin: yes")), (1, Some("x-note-one".to_owned())));
    assert_eq!(invalid(wrong("a b", "1")), (1, Some("x-note-a b".to_owned())));
    assert_eq!(invalid(wrong("one", "tab\there")), (2, None));
}

#[test]
fn a_label_without_a_value_is_no_path() {
    let labels = |text: &str| vec![("a", text.to_owned()), ("b", "x/y z".to_owned())];
    assert_eq!(uri::write("/{a}/m/{b+}", &labels("1"), &[]), Ok("/1/m/x/y%20z".to_owned()));
    assert_eq!(uri::write("/{a}/m/{b+}", &labels(""), &[]), Err("a"));
    assert_eq!(uri::write("/{c}", &labels("1"), &[]), Err("c"));
    assert_eq!(uri::write("/", &[], &[]), Ok("/".to_owned()));
}

#[test]
fn paths_are_told_apart_by_their_patterns() {
    let found = |pattern, path| uri::labels(pattern, path);
    assert_eq!(found("/a/{b}", "/a/1"), Some(vec![("b", "1")]));
    assert_eq!(found("/a/{b}", "/a/1/"), Some(vec![("b", "1")]));
    assert_eq!(found("/a/{b}", "/a/1/2"), None);
    assert_eq!(found("/a/{b}", "/a//"), None);
    assert_eq!(found("/a/{b}", "/a"), None);
    assert_eq!(found("/a/{b+}", "/a/1/2/"), Some(vec![("b", "1/2/")]));
    assert_eq!(found("/a/{b+}/end", "/a/1/2/end"), Some(vec![("b", "1/2")]));
    assert_eq!(found("/a/{b+}/end", "/a/1/2"), None);
    assert_eq!(found("/a b", "/a%20b"), Some(Vec::new()));
    assert_eq!(found("/", "/"), Some(Vec::new()));
    assert_eq!(found("/?x=y", ""), None);
    let more = |a, b| uri::specificity(a) > uri::specificity(b);
    assert!(more("/a/b", "/a/{b}") && more("/a/{b}", "/a/{b+}"));
    assert!(more("/a/{b}/c", "/a/{b+}") && more("/a?b", "/a") && more("/a/{b}", "/{a}/b"));
}

#[test]
fn texts_are_numbers_only_where_smithy_says_so() {
    let float = |text| f64::from_text(text, TimestampFormat::DateTime, Mode::Strict);
    assert_eq!(float("-1.5e3"), Some(-1500.0));
    assert_eq!(float("-Infinity"), Some(f64::NEG_INFINITY));
    for wrong in ["inf", "nan", "infinity", "1e999", "", "1 ", "0x1"] {
        assert_eq!(float(wrong), None, "{wrong}");
    }
    let byte = |text| i8::from_text(text, TimestampFormat::DateTime, Mode::Strict);
    assert_eq!((byte("-128"), byte("128"), byte("1.0")), (Some(-128), None, None));
    let time = |text, mode| Timestamp::from_text(text, TimestampFormat::DateTime, mode);
    assert_eq!(time("1970-01-01T01:00:00+01:00", Mode::Strict), None);
    assert_eq!(time("1970-01-01T01:00:00+01:00", Mode::Lenient), Some(Timestamp::from_secs(0)));
}

#[test]
fn a_checksum_is_added_where_there_is_none() {
    let request = |body: &[u8], name: &'static str| {
        let headers = [(name, "own")].into_iter().collect();
        let request = Request { method: "PUT".into(), uri: "/".to_owned(), headers, body: body.to_vec() };
        content_md5(request).headers.get("content-md5").map(str::to_owned)
    };
    let long = [b'a'; 119];
    assert_eq!(request(b"", "x-own").as_deref(), Some("1B2M2Y8AsgTpgAmY7PhCfg=="));
    assert_eq!(request(b"abc", "x-own").as_deref(), Some("kAFQmDzST7DWlj99KOF/cg=="));
    assert_eq!(request(&long, "x-own").as_deref(), Some("invQcy7WooznX22ryQ4WEw=="));
    assert_eq!(request(b"", "Content-MD5").as_deref(), Some("own"));
    assert_eq!(request(b"", "x-amz-checksum-crc32"), None);
}

#[test]
fn checksums_are_those_of_the_algorithm_that_is_named() {
    let checksum_of = |body: &[u8], algorithm: &str, given: &[(&str, &str)]| {
        let headers = given.iter().copied().chain([("x-amz-sdk-checksum-algorithm", algorithm)]).collect();
        let (uri, body) = ("/".to_owned(), body.to_vec());
        let request = Request { method: "PUT".into(), uri, headers, body };
        let request = chosen_checksum(request, "x-amz-sdk-checksum-algorithm");
        let own = request.headers.iter().filter(|(name, _)| name.starts_with("x-amz-checksum-"));
        own.map(|(name, value)| format!("{name}: {value}")).collect::<Vec<_>>().join("; ")
    };
    let checksum = |algorithm: &str, given: &[(&str, &str)]| checksum_of(b"123456789", algorithm, given);
    let cases = [
        ("CRC32", "x-amz-checksum-crc32: y/Q5Jg=="),
        ("CRC32C", "x-amz-checksum-crc32c: 4waSgw=="),
        ("CRC64NVME", "x-amz-checksum-crc64nvme: rosUhgp5mIg="),
        ("SHA1", "x-amz-checksum-sha1: 98O8HYCOBHMq32eZZczDTKeuNEE="),
        ("SHA256", "x-amz-checksum-sha256: FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="),
        ("XXHASH", ""),
    ];
    for (algorithm, expected) in cases {
        assert_eq!(checksum(algorithm, &[]), expected);
    }
    assert_eq!(checksum("SHA1", &[("x-amz-checksum-crc32", "own")]), "x-amz-checksum-crc32: own");
    let long = [b'a'; 200];
    assert_eq!(checksum_of(&long, "sha1", &[]), "x-amz-checksum-sha1: 5hz//g2RlaUl/GzwbKLXcRnCSkA=");
    assert_eq!(
        checksum_of(&long, "sha256", &[]),
        "x-amz-checksum-sha256: wqkI2Y9d+Yet5BtfziEwZ++8wh7yJAISpB5UtefCiuU="
    );
}
