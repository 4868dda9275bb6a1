//! Services whose requests have a member in the host: which they are is data.

use super::protocols::ProtocolRow;
use super::service::{is_domain, table};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::service::VirtualHosts;
use crate::json::Value;
use crate::resolve::graph::{Model, Shape};

/// The metadata key of the table of these services.
const VIRTUAL_HOSTS: &str = "smithygen.virtualHosts";

/// What the table says of a service, whose requests have bound members; a table that cannot be used is pushed to `errors`.
pub(super) fn of_service(
    errors: &mut Diagnostics,
    model: &Model,
    service: &Shape,
    protocol: &ProtocolRow,
) -> Option<VirtualHosts> {
    let table = table(model, VIRTUAL_HOSTS);
    let rows: Option<Vec<(&str, VirtualHosts)>> =
        table.as_array().and_then(|rows| rows.iter().map(row).collect());
    let Some(rows) = rows else {
        let message = format!(
            "`{VIRTUAL_HOSTS}` must be a list of objects, each with a `service`, a `label`, a `dualStackLabel` and \
             `accelerated`, a list of hosts"
        );
        errors.push(Diagnostic::error(message).at(table.span));
        return None;
    };
    let sdk_id = service.traits.aws_service.as_ref().and_then(|service| service.sdk_id.as_deref());
    let is_meant = |name: &str| Some(name) == sdk_id || name == service.id.as_str();
    let row = rows.into_iter().find(|(name, _)| is_meant(name)).filter(|_| protocol.has_bindings());
    row.map(|(_, hosts)| hosts)
}

/// The service of a row, by its `sdkId` or its shape id, and its hosts.
fn row(row: &Value) -> Option<(&str, VirtualHosts)> {
    let text = |key| row.get(key)?.as_str();
    let host =
        |host: &Value| host.as_str().filter(|host| is_domain(host)).map(|host| format!("https://{host}"));
    let hosts = VirtualHosts {
        label: text("label")?.to_owned(),
        dual_stack_label: text("dualStackLabel").filter(|label| is_domain(label))?.to_owned(),
        accelerated: row.get("accelerated")?.as_array()?.iter().map(host).collect::<Option<_>>()?,
    };
    Some((text("service")?, hosts))
}
