//! Facts of a service that users need when they send requests.

/// What is known of a service beside its operations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ServiceFacts {
    /// Its name in signatures.
    pub(crate) signing_name: Option<String>,
    /// Its endpoints in the regions of AWS.
    pub(crate) endpoints: Option<Endpoints>,
    /// The hosts of what a member of its requests names.
    pub(crate) virtual_hosts: Option<VirtualHosts>,
}

/// The hosts of what a member of a service's requests names. The member is at the beginning of the path, and moves to the host
/// where it can.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VirtualHosts {
    /// The label in paths.
    pub(crate) label: String,
    /// What stands before the region in the hosts of dual-stack endpoints.
    pub(crate) dual_stack_label: String,
    /// Endpoints without a region, at which the member must be in the host.
    pub(crate) accelerated: Vec<String>,
}

/// The endpoints of a service in the regions of AWS.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Endpoints {
    /// What stands before the region.
    pub(crate) prefix: String,
    /// The domains behind the region, by what its name begins with: the first that fits is meant.
    pub(crate) domains: Vec<Domain>,
}

/// The domains of a group of regions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Domain {
    /// What the names of the regions begin with.
    pub(crate) region_prefix: String,
    /// The domain of the usual endpoints.
    pub(crate) suffix: String,
    /// That of the endpoints which are reached by IPv6 too.
    pub(crate) dual_stack_suffix: String,
}
