//! Types by a closure of shapes, without a service.

use std::borrow::Cow;

use super::{Selection, is_data};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::options::Options;
use crate::resolve::graph::{Model, ServiceShape, Shape, ShapeKind};
use crate::resolve::queries::shape_closures::ShapeClosure;
use crate::resolve::traits::Traits;

/// Whether a run is about a closure, and if so, what it has.
pub(super) enum ByClosure<'m> {
    /// It is about a service.
    No,
    /// It would be about a closure, which was reported.
    Unclear,
    /// It is about one.
    Yes(Box<Selection<'m>>),
}

/// The closure that was asked for, or the only one of a model without a service.
pub(super) fn by_closure<'m>(errors: &mut Diagnostics, model: &'m Model, options: &Options) -> ByClosure<'m> {
    let closures = model.shape_closures();
    let is_needed = !options.shapes && options.service.is_none() && model.services().next().is_none();
    let found = match &options.closure {
        Some(wanted) => {
            closures.iter().find(|closure| closure.id.as_str() == wanted || closure.id.name() == wanted)
        }
        None if !is_needed || closures.is_empty() => return ByClosure::No,
        None => closures.first().filter(|_| closures.len() == 1),
    };
    match found {
        Some(closure) => ByClosure::Yes(Box::new(selection(model, closure))),
        None => {
            errors.push(no_closure(&closures, options.closure.as_deref()));
            ByClosure::Unclear
        }
    }
}

/// The data in a closure, bound by a service that has the closure's id and no operation.
fn selection<'m>(model: &'m Model, closure: &ShapeClosure) -> Selection<'m> {
    let ShapeClosure { id, span, rename, documentation, .. } = closure;
    let mut service = Shape {
        id: id.clone(),
        span: *span,
        kind: ShapeKind::Service(ServiceShape { rename: rename.clone(), ..ServiceShape::default() }),
        traits: Traits::default(),
    };
    service.traits.documentation.clone_from(documentation);
    let roots = model.shapes_in(closure).into_iter().filter(|id| is_data(model.shape(id)));
    Selection {
        service: Cow::Owned(service),
        all_operations: Vec::new(),
        operations: Vec::new(),
        reachable: model.value_closure(roots),
    }
}

fn no_closure(closures: &[ShapeClosure], wanted: Option<&str>) -> Diagnostic {
    let names = || closures.iter().map(|closure| closure.id.as_str());
    let choices = || names().map(|name| format!("`--closure {name}`")).collect::<Vec<_>>().join(", ");
    match wanted {
        Some(wanted) if closures.is_empty() => {
            Diagnostic::error(format!("the model has no closure `{wanted}`"))
                .help("the metadata `shapeClosures` defines closures")
        }
        Some(wanted) => Diagnostic::error(format!("the model has no closure `{wanted}`"))
            .near(wanted, names())
            .or_help(format!("choose one: {}", choices())),
        None => Diagnostic::error(format!("the model defines {} closures and no service", closures.len()))
            .help(format!("choose one: {}", choices())),
    }
}
