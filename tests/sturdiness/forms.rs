//! Writes arbitrary texts into forms, and reads what services of the query protocols answer.

/// An output as either protocol has it.
const OUTPUT: &str = "<text>a &amp; b</text><flag>true</flag><long>-9</long><double>NaN</double>\
    <time>2026-11-28T00:00:00Z</time><blob>AAE=</blob><flavor>SWEET</flavor><choice><text>t</text></choice>\
    <entries><entry><key>k</key><value>v</value></entry></entries><texts>x</texts><texts>y</texts>\
    <list><member><text>t</text><inner><list/></inner></member></list>";

/// The members of an error.
const ERROR: &str = "<Type>Sender</Type><Code>CODE</Code><Message>it is gone</Message><left>3</left>\
    <inner><text>t</text></inner>";

/// The parameters of a form.
pub fn parameters(form: &[u8]) -> Vec<(String, String)> {
    let form = std::str::from_utf8(form).expect("a form is ASCII");
    assert!(form.bytes().all(|byte| byte.is_ascii_graphic()), "{form}");
    let pairs = form.split('&').map(|pair| pair.split_once('=').expect("each name has a value"));
    pairs.map(|(name, value)| (decoded(name), decoded(value))).collect()
}

fn decoded(text: &str) -> String {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).expect("two digits follow"));
        bytes.extend(piece[2..].as_bytes());
    }
    String::from_utf8(bytes).expect("it is UTF-8")
}

/// What a service answers, with a status: an output, and an error by its code.
pub fn answers(wraps: bool, code: &str) -> [(u16, String); 2] {
    let error = ERROR.replace("CODE", code);
    match wraps {
        true => [
            (200, format!("<CallResponse xmlns=\"https://query.example/\"><CallResult>{OUTPUT}</CallResult></CallResponse>")),
            (410, format!("<ErrorResponse><Error>{error}</Error><RequestId>r-1</RequestId></ErrorResponse>")),
        ],
        false => [
            (200, format!("<CallResponse>{OUTPUT}<requestId>r-1</requestId></CallResponse>")),
            (410, format!("<Response><Errors><Error>{error}</Error></Errors><RequestID>r-1</RequestID></Response>")),
        ],
    }
}

/// The functions that call one crate.
macro_rules! forms {
    ($service:ident, $wraps:expr, $code:expr, $names:expr) => {
        pub mod $service {
            use ::$service::operation::call::CallError;
            use ::$service::smithy::{Blob, Document, Timestamp};
            use ::$service::wire::{Context, Endpoint, Headers, Operation, OperationError, Paginator, ResponseError};
            use ::$service::{Call, CallInput, CallOutput, Choice, Flavor, Inner};

            use crate::bound::text;
            use crate::forms::{answers, parameters};
            use crate::random::Random;

            fn context() -> Context {
                Context::new(Endpoint::parse("https://example.com/base").expect("it is a URL"))
            }

            /// Whatever is in the members stands in the form.
            fn write(random: &mut Random) {
                let (a, b, c, d) = (text(random), text(random), text(random), text(random));
                let input = CallInput {
                    text: Some(a.clone()),
                    entries: Some([(b.clone(), c.clone())].into()),
                    texts: Some(vec![String::new(), d.clone()]),
                    ..CallInput::default()
                };
                let request = Call::request(&input, &context()).expect("it has all it needs");
                assert_eq!((&*request.method, &*request.uri), ("POST", "https://now.example.com/base/"));
                let values = ["Call", "2026-11-28", &a, &b, &c, "", &d].map(str::to_owned);
                let expected: Vec<_> = $names.map(str::to_owned).into_iter().zip(values).collect();
                assert_eq!(parameters(&request.body), expected);
            }

            /// What a service answers is read whole.
            fn read() {
                let [(status, output), (refused, error)] = answers($wraps, $code);
                let inner = Inner { list: Some(Vec::new()), ..Inner::default() };
                let inner = Inner { text: Some("t".to_owned()), inner: Some(Box::new(inner)), list: None };
                let mut read = Call::response(status, &Headers::new(), output.as_bytes()).expect("it is right");
                assert!(read.double.take().is_some_and(f64::is_nan));
                let expected = CallOutput {
                    text: Some("a & b".to_owned()),
                    flag: Some(true),
                    long: Some(-9),
                    time: Some(Timestamp::from_secs(1_795_824_000)),
                    blob: Some(Blob::new([0, 1])),
                    flavor: Some(Flavor::Sweet),
                    choice: Some(Choice::Text("t".to_owned())),
                    entries: Some([("k".to_owned(), "v".to_owned())].into()),
                    texts: Some(vec!["x".to_owned(), "y".to_owned()]),
                    list: Some(vec![inner]),
                    ..CallOutput::default()
                };
                assert_eq!(read, expected);
                let error = Call::response(refused, &Headers::new(), error.as_bytes()).expect_err("it is an error");
                let Err::<(), _>(ResponseError::Service(error, metadata)) = Err(error) else {
                    panic!("it is the service's")
                };
                assert_eq!(metadata.request_id.as_deref(), Some("r-1"));
                assert_eq!((error.code(), error.message()), ($code, Some("it is gone")));
                let CallError::Refused(error) = error else { panic!("it is modeled") };
                assert_eq!((error.left, error.inner.and_then(|inner| inner.text)), (Some(3), Some("t".to_owned())));
                let other = answers($wraps, "Other")[1].1.clone();
                let other = Call::response(503, &Headers::new(), other.as_bytes()).expect_err("it is an error");
                assert!(other.is_retryable() && other.to_string() == "Other (HTTP status 503): it is gone", "{other}");
                let Some(CallError::Unmodeled(other)) = other.service_error() else { panic!("no model has it") };
                assert_eq!(other.body().get("left").and_then(Document::as_str), Some("3"));
            }

            fn pages() {
                let mut pages = Paginator::<Call>::new(CallInput::default());
                let page = CallOutput { marker: Some("next".to_owned()), ..CallOutput::default() };
                pages.advance(&page).expect("it is a new page");
                assert_eq!(pages.input().and_then(|input| input.marker.as_deref()), Some("next"));
            }

            pub fn run(random: &mut Random) {
                read();
                pages();
                (0..crate::INPUTS).for_each(|_| write(random));
            }
        }
    };
}

forms!(
    aws_forms,
    true,
    "Gone",
    ["Action", "Version", "text", "entries.entry.1.key", "entries.entry.1.value", "texts.member.1", "texts.member.2"]
);
forms!(
    ec2_forms,
    false,
    "Refused",
    ["Action", "Version", "Text", "Entries.entry.1.key", "Entries.entry.1.value", "Texts.1", "Texts.2"]
);
