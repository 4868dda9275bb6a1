//! Feeds arbitrary bytes, statuses and headers to all that reads in crates of seven protocols.

mod answers;
mod bound;
mod count;
mod forms;
mod random;

use count::measured;
use random::Random;

/// How many inputs each crate gets.
const INPUTS: usize = 34_000;

/// Names of headers that some reader looks at.
const HEADERS: [&str; 8] = [
    "content-type",
    "smithy-protocol",
    "x-amz-target",
    "x-amzn-errortype",
    "x-amzn-query-error",
    "x-amzn-requestid",
    "retry-after",
    "accept",
];

/// Values of headers, some of which mean something.
const VALUES: [&str; 10] = [
    "",
    "application/json",
    "application/cbor",
    "rpc-v2-cbor",
    "rpc-v2-json",
    "Sturdy.Call",
    "example.sturdy#Refused:http://example.com/",
    "Refused;Sender",
    "99999999999999999999",
    "\u{e9};;#::",
];

/// Pieces that texts and data items are made of.
const PIECES: [&[u8]; 46] = [
    b"{", b"}", b"[", b"]", b"\"", b":", b",", b"\\u", b"\\ud800", b"null", b"true", b"1e999", b"-0.5", b"\"value\":",
    b"\"inner\":{", b"\"list\":[", b"\x9F", b"\xBF", b"\xFF", b"\xA1\x65inner", b"\x9B\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF",
    b"<", b">", b"</", b"/>", b"<inner>", b"</inner>", b"<list>", b"<member>", b"<text/>", b" a='b'", b" xmlns:a=\"b\"",
    b"&amp;", b"&#x0;", b"&lt", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?xml ?>", b"<!DOCTYPE a [",
    b"\xC1", b"\xC2\x42\x01\x02", b"\xC4\x82\x20\x01", b"\xF9\x7C\x01", b"\x7F\x61a\x61b\xFF",
];

/// A body: noise, pieces, or what was written with some of its bytes changed, left out or repeated.
fn body(random: &mut Random, written: &[Vec<u8>]) -> Vec<u8> {
    let length = random.below(64);
    match random.below(4) {
        0 => (0..length).map(|_| random.below(256) as u8).collect(),
        1 => (0..length).flat_map(|_| PIECES[random.below(PIECES.len())].to_vec()).collect(),
        _ => {
            let mut body = written[random.below(written.len())].clone();
            for _ in 0..1 + random.below(4) {
                let at = random.below(body.len().max(1));
                let end = (at + random.below(16)).min(body.len());
                let part: Vec<u8> = match random.below(4) {
                    0 => Vec::new(),
                    1 => vec![random.below(256) as u8],
                    2 => PIECES[random.below(PIECES.len())].to_vec(),
                    _ => body[at.min(end)..].to_vec(),
                };
                body.splice(at.min(end)..end, part);
            }
            body
        }
    }
}

/// The functions that feed one crate.
macro_rules! sturdy {
    ($service:ident, $deep:expr, $long:expr) => {
        mod $service {
            use super::*;
            use ::$service::smithy::{Blob, Document, Timestamp};
            use ::$service::wire::{self, Context, Endpoint, Headers, Mode, Operation, Request, Router};
            use ::$service::operation::call::CallError;
            use ::$service::{Call, CallInput, CallOutput, Choice, Everything, Flavor, Level, Refused};

            fn sample(depth: u32) -> Everything {
                let inner = (depth > 0).then(|| Box::new(sample(depth - 1)));
                Everything {
                    text: Some("a \"text\" \u{1f600}\n".to_owned()),
                    blob: Some(Blob::new([0, 1, 0xFF])),
                    flag: Some(true),
                    byte: Some(-1),
                    integer: Some(70_000),
                    long: Some(i64::MIN),
                    float: Some(1.5),
                    double: Some(0.1),
                    time: Some(Timestamp::from_millis(1_398_796_238_123)),
                    whole: Some("123456789012345678901234567890".parse().expect("it is a number")),
                    precise: Some("-0.150".parse().expect("it is a number")),
                    document: Some(Document::Array(vec![Document::Null, 1.5.into()])),
                    flavor: Some(Flavor::Sweet),
                    level: Some(Level::High),
                    choice: Some(Choice::Text("t".to_owned())),
                    sparse: Some(vec![None, Some(String::new())]),
                    counts: Some([(Flavor::Sour, 1)].into()),
                    list: inner.iter().map(|inner| Some(vec![(**inner).clone()])).next().flatten(),
                    inner,
                }
            }

            fn written() -> Vec<Vec<u8>> {
                let context = Context::new(Endpoint::parse("https://example.com").expect("it is a URL"));
                let request = Call::request(&CallInput { value: sample(2) }, &context).expect("it has all it needs");
                let refused = Refused { message: Some("no".to_owned()), value: Some(sample(1)) };
                let bodies = vec![
                    request.body,
                    Call::write_response(&CallOutput { value: sample(1) }).body,
                    Call::write_error(&CallError::Refused(Box::new(refused))).body,
                ];
                assert_eq!(wire::from_bytes(&bodies[0], Mode::Exact), Ok(CallInput { value: sample(2) }));
                bodies
            }

            fn headers(random: &mut Random) -> Headers {
                let header = |random: &mut Random| {
                    (HEADERS[random.below(HEADERS.len())], VALUES[random.below(VALUES.len())])
                };
                (0..random.below(4)).map(|_| header(random)).collect()
            }

            /// Gives one input to one reader after the other.
            fn feed(random: &mut Random, body: Vec<u8>) {
                let (headers, status) = (headers(random), random.below(1000) as u16);
                if let Err(error) = Call::response(status, &headers, &body) {
                    let _ = (error.to_string(), format!("{error:?}"));
                }
                for mode in [Mode::Lenient, Mode::Strict, Mode::Exact] {
                    let _ = wire::from_bytes::<Everything>(&body, mode).map_err(|error| error.to_string());
                }
                let paths = ["/", "/service/Sturdy/operation/Call", "/service//operation/", "?"];
                let uri = paths[random.below(paths.len())].to_owned();
                let request = Request { method: "POST".into(), uri, headers, body };
                if let Err(error) = Call::read_request(&request) {
                    let _ = (error.to_string(), error.to_response());
                }
                let router = Router::new().operation::<Call>(|input: CallInput| Ok(CallOutput { value: input.value }));
                let _ = router.respond(&request);
            }

            pub fn run(random: &mut Random) {
                let written = written();
                for _ in 0..INPUTS {
                    let body = body(random, &written);
                    let length = body.len();
                    let ((), allocated) = measured(|| feed(random, body.clone()));
                    assert!(allocated < 1_000_000 + 4000 * length, "{allocated} bytes for {body:x?}");
                }
                for body in $deep {
                    let read = wire::from_bytes::<Everything>(&body, Mode::Lenient);
                    let error = read.expect_err("it is too deep").to_string();
                    assert!(error.starts_with("nested deeper than 128 levels at byte "), "{error}");
                }
                let long: Vec<u8> = $long(50_000_000);
                let (read, allocated) = measured(|| wire::from_bytes::<Everything>(&long, Mode::Strict));
                let text = read.expect("it is no more than the limit").text;
                assert_eq!(text.map(|text| text.len()), Some(50_000_000));
                assert!(allocated < 51_000_000, "{allocated} bytes for a text of 50,000,000");
            }
        }
    };
}

fn deep_json() -> [Vec<u8>; 3] {
    [("{\"inner\":", 10_000), ("{\"list\":[", 5_000), ("{\"unknown\":[", 5_000)]
        .map(|(piece, count)| piece.repeat(count).into_bytes())
}

fn deep_cbor() -> [Vec<u8>; 3] {
    [(&b"\xA1\x65inner"[..], 10_000), (b"\xA1\x64list\x81", 5_000), (b"\xBF\x67unknown\x9F", 5_000)]
        .map(|(piece, count)| piece.repeat(count))
}

fn long_json(length: usize) -> Vec<u8> {
    [b"{\"text\":\"", &*vec![b'x'; length], b"\"}"].concat()
}

fn long_cbor(length: usize) -> Vec<u8> {
    [b"\xA1\x64text\x7A", &(length as u32).to_be_bytes()[..], &vec![b'x'; length]].concat()
}

sturdy!(aws_json, deep_json(), long_json);
sturdy!(rpc_json, deep_json(), long_json);
sturdy!(rpc_cbor, deep_cbor(), long_cbor);

fn main() {
    let argument = std::env::args().nth(1).expect("the name of a crate");
    let random = &mut Random::new(1);
    match &*argument {
        "aws_json" => aws_json::run(random),
        "rpc_json" => rpc_json::run(random),
        "rest_json" => bound::rest_json::run(random),
        "rest_xml" => {
            bound::rest_xml::run(random);
            answers::rest_xml::run(random);
        }
        "aws_query" => answers::aws_query::run(random),
        "ec2_query" => answers::ec2_query::run(random),
        "aws_forms" => forms::aws_forms::run(random),
        "ec2_forms" => forms::ec2_forms::run(random),
        _ => rpc_cbor::run(random),
    }
}
