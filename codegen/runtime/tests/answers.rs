//! What clients learn from the answers to requests that failed.

use super::operations::{SignIn, SignInError};
use crate::runtime::wire::Operation;

/// What a client is told of an answer: whether it is throttling, whether it is retryable, the wait in milliseconds.
fn advice(status: u16, headers: &[(&str, &str)], body: &str) -> (bool, bool, Option<u128>) {
    let headers = headers.iter().copied().collect();
    let error = SignIn::response(status, &headers, body.as_bytes()).expect_err("the answer is an error");
    assert_eq!(error.status(), status, "{body}");
    let wait = error.retry_after().map(|wait| wait.as_millis());
    (error.is_throttling(), error.is_retryable(), wait)
}

#[test]
fn an_answer_says_whether_and_when_to_send_again() {
    let typed = |code: &str| format!(r#"{{"__type":"{code}"}}"#);
    assert_eq!(advice(429, &[("Retry-After", "3")], &typed("NotAuthorized")), (true, true, Some(3000)));
    assert_eq!(advice(400, &[("x-amz-retry-after", "50")], &typed("SlowDown")), (true, true, Some(50)));
    assert_eq!(advice(400, &[], &typed("a#ThrottlingException:http://x")), (true, true, None));
    assert_eq!(advice(400, &[("retry-after", "soon")], &typed("RequestTimeout")), (false, true, None));
    assert_eq!(advice(400, &[], &typed("NotAuthorized")), (false, false, None));
    assert_eq!(advice(403, &[], &typed("Odd")), (false, false, None));
    let dated = |until| {
        let headers = [("Retry-After", until), ("Date", "Wed, 28 Feb 2024 23:59:58 GMT")];
        [advice(503, &headers, "").2, advice(503, &headers[..1], "").2]
    };
    assert_eq!(dated("Thu, 29 Feb 2024 00:00:03 GMT"), [Some(5000), None]);
    assert_eq!(dated("Friday, 01-Mar-24 00:00:00 GMT"), [Some(86_402_000), None]);
    assert_eq!(dated("Thu Feb  29 00:00:00 2024"), [Some(2000), None]);
    assert_eq!(dated("Sun, 06 Nov 1994 08:49:37 GMT"), [Some(0), None]);
    for wrong in [
        "Thu, 29 Feb 2024 24:00:00 GMT",
        "Thu, 0 Feb 2024 00:00:00 GMT",
        "29 Feb",
        "Thu, 29 Feb 1969 00:00:00 GMT",
    ] {
        assert_eq!(dated(wrong), [None, None], "{wrong}");
    }
    for status in [408, 500, 502, 503, 504] {
        assert_eq!(advice(status, &[], "<html>"), (false, true, None), "{status}");
    }
    assert_eq!(advice(501, &[], ""), (false, false, None));
    assert_eq!(advice(200, &[], "<html>"), (false, false, None));
}

#[test]
fn an_answer_has_the_id_of_its_request_and_its_code_in_another_protocol() {
    let headers = [("X-Amzn-RequestId", "1-2"), ("X-Amzn-Query-Error", "Old.Code;Sender")];
    let error = |body: &str| {
        let headers = headers.into_iter().collect();
        SignIn::response(400, &headers, body.as_bytes()).expect_err("the status is that of an error")
    };
    let modeled = error(r#"{"__type":"NotAuthorized"}"#);
    assert!(matches!(modeled.service_error(), Some(SignInError::NotAuthorized(_))), "{modeled}");
    assert_eq!(
        (modeled.request_id(), modeled.metadata().query_error.as_deref()),
        (Some("1-2"), Some("Old.Code"))
    );
    assert_eq!(error("{}").to_string(), "Old.Code (HTTP status 400)");
}

#[test]
fn what_came_instead_of_an_answer_is_said() {
    let cases: [(&str, &str, &str); 7] = [
        ("text/html; charset=utf-8", "busy", "an HTML page came"),
        ("", " <!DOCTYPE html>", "an HTML page came"),
        ("application/xml", "", "the body is empty"),
        ("text/xml", "<Error/>", "XML came"),
        ("", "<Error/>", "XML came"),
        ("text/plain", "busy", "text came"),
        ("application/json", r#"{"__type":"Not"#, "the body was cut off"),
    ];
    for (content_type, body, expected) in cases {
        let headers = [("Content-Type", content_type), ("Content-Length", "100")].into_iter();
        let headers = headers.take(if expected.contains("cut") { 2 } else { 1 }).collect();
        let error =
            SignIn::response(502, &headers, body.as_bytes()).expect_err("the status is that of an error");
        assert_eq!(
            error.to_string(),
            format!("Unknown (HTTP status 502): {expected}"),
            "{content_type} {body}"
        );
    }
}
