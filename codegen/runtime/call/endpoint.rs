//! Endpoints: where requests go.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// Where requests go: a scheme, a host, perhaps a port, and perhaps a path that stands before that of each request.
///
/// It is parsed from a URL, such as that of a local stand-in of the service: `http://127.0.0.1:4566/cognito`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Endpoint {
    pub(super) scheme: &'static str,
    host: String,
    port: Option<u16>,
    path: String,
    /// Whether nothing may stand before the host.
    is_fixed: bool,
}

impl Endpoint {
    /// Reads a URL with the scheme `http` or `https`; a slash at its end makes no difference.
    ///
    /// # Errors
    ///
    /// The text is no such URL, or it has credentials, a query or a fragment.
    pub fn parse(url: &str) -> Result<Self, InvalidEndpoint> {
        let (scheme, rest) = url.split_once("://").ok_or(InvalidEndpoint::Scheme)?;
        let known = ["http", "https"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known));
        let scheme = known.ok_or(InvalidEndpoint::Scheme)?;
        let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        if authority.contains('@') {
            return Err(InvalidEndpoint::Credentials);
        }
        let (host, port) = match authority.rsplit_once(':').filter(|(_, port)| !port.contains(']')) {
            Some((host, port)) => (host, Some(parse_port(port).ok_or(InvalidEndpoint::Port)?)),
            None => (authority, None),
        };
        if !is_host(host) {
            return Err(InvalidEndpoint::Host);
        }
        if path.contains(['?', '#']) {
            return Err(InvalidEndpoint::Query);
        }
        let path = path.strip_suffix('/').unwrap_or(path);
        if !is_path(path) {
            return Err(InvalidEndpoint::Path);
        }
        Ok(Self { scheme, host: host.to_ascii_lowercase(), port, path: path.to_owned(), is_fixed: false })
    }

    /// Puts nothing before the host, for a stand-in whose name has none below it.
    pub fn fixed_host(self) -> Self {
        Self { is_fixed: true, ..self }
    }

    /// The host, without the port.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// The absolute URI of a request: `path` begins with a slash, and may have a query. `host_prefix` stands before the
    /// host, unless that is fixed or an IP address, which has no names below it.
    pub fn uri(&self, host_prefix: &str, path: &str) -> String {
        let prefix = if self.has_names() { host_prefix } else { "" };
        let Self { scheme, host, path: base, .. } = self;
        match self.port {
            Some(port) => format!("{scheme}://{prefix}{host}:{port}{base}{path}"),
            None => format!("{scheme}://{prefix}{host}{base}{path}"),
        }
    }

    /// Whether something may stand before the host.
    pub(super) fn has_names(&self) -> bool {
        !self.is_fixed && !self.host.starts_with('[') && self.host.parse::<Ipv4Addr>().is_err()
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.uri("", ""))
    }
}

impl FromStr for Endpoint {
    type Err = InvalidEndpoint;

    fn from_str(url: &str) -> Result<Self, InvalidEndpoint> {
        Self::parse(url)
    }
}

fn parse_port(text: &str) -> Option<u16> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// An IPv6 address in brackets, or labels with dots between them, the last of which may be empty.
fn is_host(host: &str) -> bool {
    if let Some(address) = host.strip_prefix('[') {
        return address.strip_suffix(']').is_some_and(|address| address.parse::<Ipv6Addr>().is_ok());
    }
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    host.strip_suffix('.').unwrap_or(host).split('.').all(is_label)
}

/// Nothing, or segments of RFC 3986, each behind a slash.
fn is_path(path: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/".contains(&byte);
    let is_escape = |text: &str| text.len() >= 2 && text.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    let mut pieces = path.split('%');
    let first = pieces.next().unwrap_or_default();
    first.bytes().all(is_plain) && pieces.all(|piece| is_escape(piece) && piece.bytes().all(is_plain))
}

/// Why a text is no endpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InvalidEndpoint {
    /// It does not begin with `http://` or `https://`.
    Scheme,
    /// It has a user name or a password, which are not sent in this way.
    Credentials,
    /// Its host is neither a name nor an IP address, which is in brackets if it is one of version 6.
    Host,
    /// Its port is not a number up to 65535.
    Port,
    /// Its path has a character that must be escaped there.
    Path,
    /// It has a query or a fragment.
    Query,
    /// A region is not letters, digits and hyphens.
    Region,
}

impl fmt::Display for InvalidEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Scheme => "an endpoint must begin with `http://` or `https://`",
            Self::Credentials => "an endpoint must not contain a user name or a password",
            Self::Host => "the host of an endpoint must be a name or an IP address",
            Self::Port => "the port of an endpoint must be a number up to 65535",
            Self::Path => "the path of an endpoint must be escaped as RFC 3986 says",
            Self::Query => "an endpoint must not have a query or a fragment",
            Self::Region => "the name of a region must be letters, digits and hyphens",
        })
    }
}

impl std::error::Error for InvalidEndpoint {}
