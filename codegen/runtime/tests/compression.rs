//! Compressed requests.

use std::io::Read;

use flate2::read::GzDecoder;

use crate::runtime::compression::gzip;
use crate::runtime::decompression::gunzip;
use crate::runtime::wire::{Headers, ReadError, Request};

/// A request with a header `content-encoding` and a body.
fn request(encoding: Option<&'static str>, body: &[u8]) -> Request {
    let headers: Headers = encoding.map(|encoding| ("content-encoding", encoding)).into_iter().collect();
    Request { method: "POST".into(), uri: "/".to_owned(), headers, body: body.to_vec() }
}

#[test]
fn bodies_are_compressed_from_the_threshold_on() {
    let body = b"tea ".repeat(100);
    let cases = [
        (401, None, None),
        (400, None, Some("gzip")),
        (0, Some("custom"), Some("custom, gzip")),
        (401, Some("custom"), Some("custom")),
    ];
    for (from, before, after) in cases {
        let sent = gzip(request(before, &body), from);
        assert_eq!(sent.headers.get("Content-Encoding"), after, "{from}");
        let mut read = Vec::new();
        if sent.body == body {
            read.extend_from_slice(&body);
        } else {
            GzDecoder::new(sent.body.as_slice()).read_to_end(&mut read).expect("it is gzip");
        }
        assert_eq!((read, sent.body.len() < body.len()), (body.clone(), from <= body.len()), "{from}");
    }
    assert_eq!(gzip(request(None, b""), 1).body, b"");
}

#[test]
fn servers_read_what_clients_compressed() {
    for before in [None, Some("custom")] {
        let sent = request(before, &b"tea ".repeat(100));
        assert_eq!(gunzip(&gzip(sent.clone(), 0)), Ok(Some(sent.clone())), "{before:?}");
        assert_eq!(gunzip(&sent), Ok(None), "{before:?}");
    }
    let whole = gzip(request(None, b"tea"), 0).body;
    for body in [&whole[..whole.len() - 1], b"tea"] {
        let error = gunzip(&request(Some("GZIP"), body)).expect_err("it is cut off, or no gzip");
        assert_eq!(error, ReadError::Encoding("gzip"));
        assert_eq!(error.to_response().status, 400);
    }
}
