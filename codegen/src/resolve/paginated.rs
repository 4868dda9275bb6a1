//! What a service says of pagination, folded into its operations
//! ([Smithy 2.0, paginated](https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait)).

use super::graph::{Model, ShapeId};
use super::traits::Paginated;

/// Fills what the `paginated` of operations leaves open from that of their service.
pub(super) fn fold(model: &mut Model) {
    let defaults: Vec<(ShapeId, Paginated)> = model
        .services()
        .filter_map(|service| Some((service, service.traits.paginated.clone()?)))
        .flat_map(|(service, defaults)| {
            let operations = model.operations_of(&service.id).into_iter();
            operations.map(move |operation| (operation.id.clone(), defaults.clone()))
        })
        .collect();
    for (id, defaults) in defaults {
        if let Some(paginated) = model.shapes.get_mut(&id).and_then(|shape| shape.traits.paginated.as_mut()) {
            fill(paginated, defaults);
        }
    }
}

fn fill(paginated: &mut Paginated, defaults: Paginated) {
    let Paginated { input_token, output_token, items, page_size } = defaults;
    for (own, default) in [
        (&mut paginated.input_token, input_token),
        (&mut paginated.output_token, output_token),
        (&mut paginated.items, items),
        (&mut paginated.page_size, page_size),
    ] {
        if own.is_none() {
            *own = default;
        }
    }
}
