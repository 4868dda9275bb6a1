//! Endpoints: which URLs are one, and the URIs that come of them.

use crate::runtime::wire::{Endpoint, InvalidEndpoint};

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
