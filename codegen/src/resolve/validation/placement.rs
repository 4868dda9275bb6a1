//! Traits of packages beside the prelude on shapes that they cannot say anything of.

use super::context::ValidationContext;
use super::events::Events;

/// `TraitTarget`: conditions hold for values, which services, operations and resources do not have.
pub(super) fn conditions(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for shape in &context.index.nodes {
        let kind = shape.type_name();
        let instead = match kind {
            "operation" => "the structure that is the operation's input",
            "service" | "resource" => "the structures that are the inputs of its operations",
            _ => continue,
        };
        if let Some(value) = shape.traits().get("smithy.contracts#conditions") {
            let id = &shape.id;
            let message =
                format!("conditions hold for values, and the {kind} `{id}` has none: put them on {instead}");
            events.error(shape, value.span, message);
        }
    }
}
