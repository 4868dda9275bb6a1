//! The endpoints that a service has in the regions of AWS.

use super::endpoint::{Endpoint, InvalidEndpoint};

/// Which of a region's endpoints is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum EndpointVariant {
    /// The usual one.
    #[default]
    Standard,
    /// The one whose cryptography is validated by FIPS 140.
    Fips,
    /// The one that is reached by IPv6 too.
    DualStack,
    /// The one with both.
    FipsDualStack,
}

impl Endpoint {
    /// The endpoint of a service in a region. `domains` are those of the usual and the dual-stack endpoints, by what the
    /// names of regions begin with: the first that fits is meant.
    ///
    /// # Errors
    ///
    /// The region is no label of a host, or none of the domains fits.
    #[doc(hidden)]
    pub fn in_region(
        prefix: &str,
        region: &str,
        variant: EndpointVariant,
        domains: &[(&str, [&str; 2])],
    ) -> Result<Self, InvalidEndpoint> {
        let is_inside = |text: &str| !text.starts_with('-') && !text.ends_with('-');
        let is_label = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if !(1..=63).contains(&region.len()) || !is_inside(region) || !region.bytes().all(is_label) {
            return Err(InvalidEndpoint::Region);
        }
        let domains = domains.iter().find(|(start, _)| region.starts_with(start));
        let (_, [usual, dual_stack]) = domains.ok_or(InvalidEndpoint::Region)?;
        Self::parse(&match variant {
            EndpointVariant::Standard => format!("https://{prefix}.{region}.{usual}"),
            EndpointVariant::Fips => format!("https://{prefix}-fips.{region}.{usual}"),
            EndpointVariant::DualStack => format!("https://{prefix}.{region}.{dual_stack}"),
            EndpointVariant::FipsDualStack => format!("https://{prefix}-fips.{region}.{dual_stack}"),
        })
    }
}
