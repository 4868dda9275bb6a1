//! What the protocol needs to know of the service, as generated code says it.

use super::protocol::own;

/// The service that the tests call.
pub(crate) const SERVICE: own::Service = own::Service {
    target_prefix: "Example",
    content_type: "application/x-amz-json-1.1",
    query_compatible: false,
};
