//! Endpoints: which URLs are one, and the URIs that come of them.

use crate::runtime::call::{self, EndpointVariant};
use crate::runtime::wire::{Endpoint, InvalidEndpoint, Request, RequestError};

#[test]
fn urls_become_uris() {
    let cases = [
        ("https://example.com", "https://api.example.com/"),
        ("https://example.com/", "https://api.example.com/"),
        ("HTTP://Example.COM:8000", "http://api.example.com:8000/"),
        ("http://localhost:4566/a/b%2Fc/", "http://api.localhost:4566/a/b%2Fc/"),
        ("http://example.com./Case", "http://api.example.com./Case/"),
        ("http://127.0.0.1:65535", "http://127.0.0.1:65535/"),
        ("http://[::1]", "http://[::1]/"),
        ("http://[2001:db8::1]:80/base", "http://[2001:db8::1]:80/base/"),
    ];
    for (url, uri) in cases {
        let endpoint = Endpoint::parse(url).expect(url);
        assert_eq!(endpoint.uri("api.", "/"), uri);
        assert_eq!(endpoint.to_string().parse(), Ok(endpoint), "{url}");
    }
}

#[test]
fn what_is_no_endpoint_says_why() {
    let cases = [
        (InvalidEndpoint::Scheme, ["", "example.com", "ftp://example.com", "https:example.com"]),
        (InvalidEndpoint::Credentials, ["http://u@h", "http://u:p@h/", "http://@h", "http://u@[::1]:1"]),
        (InvalidEndpoint::Host, ["http://", "http://a..b", "http://a b", "http://[::1"]),
        (InvalidEndpoint::Host, ["http:///path", "http://é", "http://[::1]x", "http://::1:8000"]),
        (InvalidEndpoint::Port, ["http://h:", "http://h:65536", "http://h:+80", "http://h:8o"]),
        (InvalidEndpoint::Path, ["http://h/a b", "http://h/%2", "http://h/%zz", "http://h/é"]),
        (InvalidEndpoint::Path, ["http://h/\r\n", "http://h/a\\b", "http://h/%", "http://h/%é"]),
        (InvalidEndpoint::Query, ["http://h?a", "http://h/#f", "http://h/p?q=/", "http://h#"]),
    ];
    for (problem, urls) in cases {
        for url in urls {
            assert_eq!(Endpoint::parse(url), Err(problem), "{url}");
        }
    }
}

/// The URI of a request for a key of a bucket.
fn address(endpoint: &Endpoint, bucket: &str) -> Result<String, RequestError> {
    let demanding = ["https://fast.example.com"];
    call::virtual_host(endpoint, &demanding, "Bucket", bucket, &format!("/{bucket}//a/../b?c"))
}

#[test]
fn a_member_moves_to_the_host() {
    let cases = [
        ("https://example.com", "cup", "https://cup.example.com//a/../b?c"),
        ("https://example.com/base/", "cup-1", "https://cup-1.example.com/base//a/../b?c"),
        ("https://localhost:4566", "cup", "https://cup.localhost:4566//a/../b?c"),
        // What no label of a host is stays in the path, and so does all of it where hosts have no names.
        ("https://example.com", "cup.saucer", "https://example.com/cup.saucer//a/../b?c"),
        ("http://example.com", "cup.saucer", "http://cup.saucer.example.com//a/../b?c"),
        ("http://example.com", "cup..saucer", "http://example.com/cup..saucer//a/../b?c"),
        ("http://example.com", "192.168.0.1", "http://example.com/192.168.0.1//a/../b?c"),
        ("https://example.com", "Cup", "https://example.com/Cup//a/../b?c"),
        ("https://example.com", "cup_1", "https://example.com/cup_1//a/../b?c"),
        ("https://example.com", "-cup", "https://example.com/-cup//a/../b?c"),
        ("https://example.com", "cu", "https://example.com/cu//a/../b?c"),
        ("http://127.0.0.1:4566", "cup", "http://127.0.0.1:4566/cup//a/../b?c"),
        ("http://[::1]", "cup", "http://[::1]/cup//a/../b?c"),
        ("https://fast.example.com", "cup", "https://cup.fast.example.com//a/../b?c"),
    ];
    for (url, bucket, expected) in cases {
        let endpoint = Endpoint::parse(url).expect("it is a URL");
        assert_eq!(address(&endpoint, bucket).as_deref(), Ok(expected));
    }
    let fixed = Endpoint::parse("https://example.com").expect("it is a URL").fixed_host();
    assert_eq!(address(&fixed, "cup").as_deref(), Ok("https://example.com/cup//a/../b?c"));
    assert_eq!(fixed.uri("cup.", "/"), "https://example.com/");
    let without_key =
        call::virtual_host(&Endpoint::parse("https://a.b").expect("a URL"), &[], "B", "cup", "/cup?x");
    assert_eq!(without_key.as_deref(), Ok("https://cup.a.b/?x"));
}

#[test]
fn what_can_stand_nowhere_is_no_request() {
    let refused = Err(RequestError::HostLabel { member: "Bucket" });
    let of = |url: &str| Endpoint::parse(url).expect("it is a URL");
    assert_eq!(address(&of("https://example.com"), "arn:aws:s3:eu-west-1:1:accesspoint/cup"), refused);
    assert_eq!(address(&of("https://fast.example.com"), "cup.saucer"), refused);
    assert_eq!(address(&of("https://fast.example.com").fixed_host(), "cup"), refused);
}

#[test]
fn servers_find_what_is_in_the_host() {
    let endpoint = Endpoint::parse("https://example.com").expect("it is a URL");
    let read = |uri: &str, host: &str| {
        let headers = [("Host", host)].into_iter().collect();
        let request = Request { method: "GET".into(), uri: uri.to_owned(), headers, body: Vec::new() };
        endpoint.path_style(request).uri
    };
    assert_eq!(read("/a?b", "Cup.example.com:443"), "/cup/a?b");
    assert_eq!(read("/?b", "a.cup.example.com"), "/a.cup/?b");
    assert_eq!(read("https://cup.example.com/a", ""), "/cup/a");
    for (uri, host) in [
        ("/a", "example.com"),
        ("/a", "cup.example.org"),
        ("/a", "cupexample.com"),
        ("/a", ""),
        ("/a", "cup/../saucer?.example.com"),
    ] {
        assert_eq!(read(uri, host), uri);
    }
}

#[test]
fn dual_stack_endpoints_may_have_a_label() {
    let in_region = |variant| {
        let domains = [("", ["amazonaws.com", "api.aws"])];
        let endpoint = Endpoint::labelled_in_region("s3", "dualstack", "eu-west-1", variant, &domains);
        endpoint.expect("the region is one").to_string()
    };
    assert_eq!(in_region(EndpointVariant::DualStack), "https://s3.dualstack.eu-west-1.amazonaws.com");
    assert_eq!(
        in_region(EndpointVariant::FipsDualStack),
        "https://s3-fips.dualstack.eu-west-1.amazonaws.com"
    );
    assert_eq!(in_region(EndpointVariant::Fips), "https://s3-fips.eu-west-1.amazonaws.com");
}
