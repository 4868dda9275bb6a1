//! Feeds arbitrary paths, queries, headers and bodies to crates whose messages are bound to parts of HTTP.

use crate::random::Random;

/// Pieces that paths, queries and headers are made of.
const PIECES: [&str; 28] = [
    "/",
    "//",
    "..",
    "?",
    "&",
    "=",
    "#",
    "%",
    "%2F",
    "%ff",
    "%zz",
    "+",
    " ",
    "\"",
    "\\",
    ",",
    ";",
    ":",
    "{",
    "a",
    "0",
    "-1",
    "1e999",
    "NaN",
    "\u{e9}",
    "\u{1f600}",
    "2026-11-28T00:00:00Z",
    "Sat, 28 Nov 2026 00:00:00 GMT",
];

/// Names of headers that some reader looks at.
const HEADERS: [&str; 12] = [
    "content-type",
    "accept",
    "x-text",
    "x-list",
    "x-times",
    "x-json",
    "x-flavor",
    "x-flag",
    "x-other-",
    "x-other-a",
    "x-amzn-errortype",
    "X-Amzn-RequestId",
];

/// Values of headers that mean something.
const VALUES: [&str; 6] = [
    "application/json",
    "application/xml",
    "application/json;q=0, */*",
    "example.bound#Refused:",
    "true",
    "W10=",
];

/// A text that is not empty.
pub fn text(random: &mut Random) -> String {
    let count = 1 + random.below(6);
    (0..count).map(|_| random.of(&PIECES)).collect()
}

/// A text that a header can hold: none has space around it.
pub fn header(random: &mut Random) -> String {
    format!("h{}h", text(random))
}

pub fn headers(random: &mut Random) -> Vec<(&'static str, String)> {
    let value = |random: &mut Random| match random.below(3) {
        0 => VALUES[random.below(VALUES.len())].to_owned(),
        _ => text(random),
    };
    (0..random.below(6)).map(|_| (HEADERS[random.below(HEADERS.len())], value(random))).collect()
}

/// A URI: noise, or one that was written with some of its bytes changed, left out or repeated.
pub fn uri(random: &mut Random, written: &[String]) -> String {
    let mut uri: Vec<char> = match random.below(4) {
        0 => return text(random),
        _ => written[random.below(written.len())].chars().collect(),
    };
    for _ in 0..random.below(3) {
        let at = random.below(uri.len().max(1));
        let end = (at + random.below(8)).min(uri.len());
        let part: Vec<char> = match random.below(3) {
            0 => Vec::new(),
            1 => text(random).chars().collect(),
            _ => uri[at.min(end)..].to_vec(),
        };
        uri.splice(at.min(end)..end, part);
    }
    uri.into_iter().collect()
}

/// The functions that feed one crate.
macro_rules! bound {
    ($service:ident) => {
        pub mod $service {
            use ::$service::smithy::{Blob, Timestamp};
            use ::$service::wire::{Context, Endpoint, Headers, Operation, Request, Response, Router};
            use ::$service::{
                Call, CallInput, CallOutput, Choice, Flavor, Inner, Nest, NestOutput, Refused, Upload,
                UploadOutput,
            };

            use crate::bound::{header, headers, text, uri};
            use crate::count::measured;
            use crate::random::Random;

            fn inner(depth: u32) -> Inner {
                let inner = (depth > 0).then(|| Box::new(inner(depth - 1)));
                Inner {
                    text: Some("a <\"text\"> & \u{1f600}\n".to_owned()),
                    blob: Some(Blob::new([0, 1, 0xFF])),
                    flag: Some(true),
                    byte: Some(-1),
                    long: Some(i64::MIN),
                    double: Some(0.1),
                    time: Some(Timestamp::from_millis(1_398_796_238_000)),
                    flavor: Some(Flavor::Sweet),
                    choice: Some(Choice::Text("t".to_owned())),
                    counts: Some([(Flavor::Sour, 1)].into()),
                    list: inner.iter().map(|inner| Some(vec![(**inner).clone()])).next().flatten(),
                    inner,
                }
            }

            /// An input whose members hold any texts.
            fn call(random: &mut Random) -> CallInput {
                let time =
                    |random: &mut Random| Timestamp::from_millis(1000 * random.below(2_000_000_000) as i64);
                let texts =
                    |random: &mut Random| (0..=random.below(3)).map(|_| text(random)).collect::<Vec<_>>();
                CallInput {
                    text: text(random),
                    time: time(random),
                    path: text(random),
                    count: random.below(9) as i32,
                    ratios: Some(vec![0.5, -1e300]),
                    others: Some([(format!("o{}", text(random)), texts(random))].into()),
                    header: header(random),
                    list: Some(texts(random)),
                    times: Some(vec![time(random), time(random)]),
                    json: Some(text(random)),
                    flavor: Some(Flavor::Sour),
                    headers: Some([("a".to_owned(), header(random))].into()),
                    inner: Some(inner(random.below(3) as u32)),
                }
            }

            fn context() -> Context {
                Context::new(Endpoint::parse("https://example.com/base").expect("it is a URL"))
            }

            /// Whatever is in the members comes back.
            fn round_trip(random: &mut Random) -> Request {
                let input = call(random);
                let mut request = Call::request(&input, &context()).expect("it has all it needs");
                request.uri = request.uri.replace("https://example.com/base", "");
                let mut read = Call::read_request(&request).expect("it was written");
                // A server finds all parameters in this map.
                read.others.iter_mut().for_each(|others| others.retain(|name, _| name.starts_with('o')));
                assert_eq!(read, input, "{}", request.uri);
                let output = CallOutput {
                    status: Some(201),
                    flag: Some(false),
                    list: Some(vec![text(random), text(random)]),
                    headers: Some([("b".to_owned(), header(random))].into()),
                    inner: Some(inner(1)),
                };
                let Response { status, headers, body } = Call::write_response(&output);
                assert_eq!(Call::response(status, &headers, &body).ok(), Some(output));
                request
            }

            fn router() -> Router<'static> {
                Router::new()
                    .operation::<Call>(|input| Ok(CallOutput { inner: input.inner, ..CallOutput::default() }))
                    .operation::<Upload>(|_| Ok(UploadOutput::default()))
                    .operation::<Nest>(|input| Ok(NestOutput { inner: input.inner }))
            }

            fn feed(router: &Router<'_>, random: &mut Random, uri: String, body: Vec<u8>) {
                let headers: Headers = headers(random).into_iter().collect();
                let status = random.below(1000) as u16;
                if let Err(error) = Call::response(status, &headers, &body) {
                    let _ = (error.to_string(), format!("{error:?}"));
                }
                let _ = (Nest::response(status, &headers, &body), Upload::response(status, &headers, &body));
                let method = random.of(&["PUT", "POST", "GET"]).to_owned();
                let request = Request { method: method.into(), uri, headers, body };
                let _ = router.respond(&request);
                if let Err(error) = Call::read_request(&request) {
                    let _ = (error.to_string(), error.to_response());
                }
            }

            pub fn run(random: &mut Random) {
                let refused = Refused { message: Some("no".to_owned()), inner: Some(inner(1)), flavor: None };
                let mut bodies = vec![
                    Nest::write_response(&NestOutput { inner: Some(inner(2)) }).body,
                    Call::write_error(&::$service::operation::call::CallError::Refused(Box::new(refused)))
                        .body,
                ];
                let requests: Vec<Request> = (0..crate::INPUTS / 20).map(|_| round_trip(random)).collect();
                let requests = &requests[..20];
                bodies.extend(requests.iter().map(|request| request.body.clone()));
                let written = requests.iter().map(|request| request.uri.clone());
                let uris: Vec<String> = written.chain(["/upload".to_owned(), "/nest".to_owned()]).collect();
                let router = router();
                for _ in 0..crate::INPUTS {
                    let uri = uri(random, &uris);
                    let body = crate::body(random, &bodies);
                    let length = body.len() + uri.len();
                    let shown = uri.clone();
                    let ((), allocated) = measured(|| feed(&router, random, uri, body));
                    assert!(allocated < 1_000_000 + 4000 * length, "{allocated} bytes for {shown}");
                }
                let long = "/a".repeat(1_000_000);
                let request = Request {
                    method: "PUT".into(),
                    uri: format!("/call/t/2026-11-28T00%3A00%3A00Z/{long}?count=1{}", "&x=1".repeat(100_000)),
                    headers: Headers::new(),
                    body: Vec::new(),
                };
                let (response, allocated) = measured(|| router.respond(&request));
                assert_eq!(response.status, 404, "a parameter of the pattern is missing");
                assert!(allocated < 100 * request.uri.len(), "{allocated} bytes for a long URI");
            }
        }
    };
}

bound!(rest_json);
bound!(rest_xml);
