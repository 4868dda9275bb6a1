//! A member that is part of the host where it can be, and else stands at the beginning of the path.

use std::net::Ipv4Addr;

use super::super::wire::Request;
use super::context::RequestError;
use super::endpoint::{Endpoint, InvalidEndpoint};
use super::region::EndpointVariant;

/// The URI of a request whose path begins with a member. The member moves to the host where its value can be a name there;
/// at the endpoints of `demanding` it must.
#[doc(hidden)]
pub fn virtual_host(
    endpoint: &Endpoint,
    demanding: &[&str],
    member: &'static str,
    value: &str,
    path: &str,
) -> Result<String, RequestError> {
    let is_demanded = demanding.contains(&endpoint.to_string().as_str());
    // The certificates of HTTPS are for one label.
    let may_have_dots = endpoint.scheme == "http" && !is_demanded;
    if endpoint.has_names() && is_name(value) && (may_have_dots || !value.contains('.')) {
        let rest = path.get(1 + value.len()..).unwrap_or_default();
        let slash = if rest.starts_with('/') { "" } else { "/" };
        return Ok(endpoint.uri(&format!("{value}."), &format!("{slash}{rest}")));
    }
    // What an ARN names has a host of its own.
    if is_demanded || value.starts_with("arn:") {
        return Err(RequestError::HostLabel { member });
    }
    Ok(endpoint.uri("", path))
}

/// Whether a value can stand before a host: labels in lower case, of 3 to 63 characters together, and no IP address.
fn is_name(value: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_label = |label: &str| {
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.bytes().all(is_inner)
    };
    (3..=63).contains(&value.len()) && value.split('.').all(is_label) && value.parse::<Ipv4Addr>().is_err()
}

impl Endpoint {
    /// A request as the operations of a server at this endpoint read it: what its host has before that of the endpoint
    /// moves to the beginning of the path.
    pub fn path_style(&self, mut request: Request) -> Request {
        let (authority, target) = match request.uri.split_once("://") {
            Some((_, rest)) => rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len())),
            None => (request.headers.get("host").unwrap_or_default(), request.uri.as_str()),
        };
        let host = authority.split(':').next().unwrap_or_default().to_ascii_lowercase();
        let name = host.strip_suffix(self.host()).and_then(|name| name.strip_suffix('.'));
        // Whatever else a header holds does not get into the path.
        if let Some(name) = name.filter(|name| is_name(name)) {
            request.uri = format!("/{name}{target}");
        }
        request
    }

    /// The endpoint of a service in a region, whose dual-stack endpoints have a label of their own in the usual domain.
    ///
    /// # Errors
    ///
    /// Those of [`Endpoint::in_region`].
    #[doc(hidden)]
    pub fn labelled_in_region(
        prefix: &str,
        label: &str,
        region: &str,
        variant: EndpointVariant,
        domains: &[(&str, [&str; 2])],
    ) -> Result<Self, InvalidEndpoint> {
        let (prefix, variant) = match variant {
            EndpointVariant::Standard | EndpointVariant::Fips => (prefix.to_owned(), variant),
            EndpointVariant::DualStack => (format!("{prefix}.{label}"), EndpointVariant::Standard),
            EndpointVariant::FipsDualStack => (format!("{prefix}-fips.{label}"), EndpointVariant::Standard),
        };
        Self::in_region(&prefix, region, variant, domains)
    }
}
