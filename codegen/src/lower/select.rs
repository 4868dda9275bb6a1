//! Which service, which of its operations, and which shapes they reach.

mod closure;

use std::borrow::Cow;
use std::collections::BTreeSet;

use wildmatch::WildMatch;

use self::closure::ByClosure;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::options::Options;
use crate::resolve::graph::{Model, OperationShape, ServiceShape, Shape, ShapeId, ShapeKind};
use crate::resolve::traits::Traits;

/// What a run is about.
pub(super) struct Selection<'m> {
    /// The service.
    pub(crate) service: Cow<'m, Shape>,
    /// All its operations, by name.
    pub(crate) all_operations: Vec<&'m Shape>,
    /// The operations that are kept.
    pub(crate) operations: Vec<&'m Shape>,
    /// Every shape that becomes a type or part of one.
    pub(crate) reachable: BTreeSet<&'m ShapeId>,
}

/// Chooses the service, its operations and their shapes.
pub(super) fn selection<'m>(
    errors: &mut Diagnostics,
    model: &'m Model,
    options: &Options,
) -> Option<Selection<'m>> {
    match closure::by_closure(errors, model, options) {
        ByClosure::No => {}
        ByClosure::Unclear => return None,
        ByClosure::Yes(selection) => return Some(*selection),
    }
    let service = match without_service(model, options) {
        Some(service) => Cow::Owned(service),
        None => Cow::Borrowed(service(errors, model, options)?),
    };
    let all_operations = model.operations_of(&service.id);
    let operations = operations(errors, &all_operations, &options.operations);
    let reachable = reachable(model, service.service_bindings(), &operations, options);
    Some(Selection { service, all_operations, operations, reachable })
}

/// The service to generate: the one asked for, or the only one.
fn service<'m>(errors: &mut Diagnostics, model: &'m Model, options: &Options) -> Option<&'m Shape> {
    let services: Vec<_> = model.services().collect();
    let found = match &options.service {
        Some(wanted) => {
            services.iter().find(|shape| shape.id.as_str() == wanted || shape.id.name() == wanted)
        }
        None => services.first().filter(|_| services.len() == 1),
    };
    if found.is_none() {
        errors.push(no_service(&services, options.service.as_deref()));
    }
    found.copied()
}

/// A service that binds nothing, for models whose shapes are wanted and that have none.
fn without_service(model: &Model, options: &Options) -> Option<Shape> {
    let absent = options.shapes && options.service.is_none() && model.services().next().is_none();
    let first = model.shapes.values().find(|shape| is_data(shape)).filter(|_| absent)?;
    Some(Shape {
        id: ShapeId::parse(&format!("{}#Shapes", first.id.namespace()))?,
        span: first.span,
        kind: ShapeKind::Service(ServiceShape::default()),
        traits: Traits::default(),
    })
}

/// Whether a shape of the model's own can be the type of a value, and is no definition of a trait.
fn is_data(shape: &Shape) -> bool {
    let bound =
        matches!(shape.kind, ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_));
    !bound && !shape.id.is_prelude() && shape.traits.trait_definition.is_none()
}

fn no_service(services: &[&Shape], wanted: Option<&str>) -> Diagnostic {
    let names = || services.iter().map(|shape| shape.id.as_str());
    match wanted {
        _ if services.is_empty() => Diagnostic::error("the model defines no service")
            .help("a model needs one shape of type `service`; give the file that defines it with `--model`"),
        Some(wanted) => Diagnostic::error(format!("the model has no service `{wanted}`"))
            .near(wanted, names())
            .or_help(format!(
                "its services are {}",
                names().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
            )),
        None => Diagnostic::error(format!("the model defines {} services", services.len())).help(format!(
            "choose one: {}",
            names().map(|name| format!("`--service {name}`")).collect::<Vec<_>>().join(", ")
        )),
    }
}

/// The operations that the globs keep, by name; all where there is no glob.
fn operations<'m>(errors: &mut Diagnostics, all: &[&'m Shape], globs: &[String]) -> Vec<&'m Shape> {
    if globs.is_empty() {
        return all.to_vec();
    }
    let mut kept: BTreeSet<usize> = BTreeSet::new();
    for glob in globs {
        let matcher = WildMatch::new(glob);
        let matches = all.iter().enumerate().filter(|(_, shape)| matcher.matches(shape.id.name()));
        let matched: Vec<usize> = matches.map(|(index, _)| index).collect();
        kept.extend(&matched);
        if matched.is_empty() {
            errors.push(no_operation(all, glob));
        }
    }
    kept.into_iter().map(|index| all[index]).collect()
}

fn no_operation(all: &[&Shape], glob: &str) -> Diagnostic {
    let names = all.iter().map(|shape| shape.id.name());
    let fault = Diagnostic::error(format!("no operation matches `{glob}`"));
    let fault = match (glob.strip_suffix('*'), glob.strip_prefix('*')) {
        (Some(start), None) => {
            let starts: Vec<String> =
                names.filter_map(|name| Some(format!("{}*", name.get(..start.len())?))).collect();
            fault.near(glob, starts.iter().map(String::as_str))
        }
        (None, Some(end)) => {
            let from = |name: &str| name.len().checked_sub(end.len());
            let ends: Vec<String> =
                names.filter_map(|name| Some(format!("*{}", name.get(from(name)?..)?))).collect();
            fault.near(glob, ends.iter().map(String::as_str))
        }
        (None, None) | (Some(_), Some(_)) => fault.near(glob, names),
    };
    fault.or_help("`*` stands for any characters: `--operations 'Admin*,InitiateAuth'`")
}

/// Every shape that becomes a type or part of one: what `operations` and the service's errors lead to.
fn reachable<'m>(
    model: &'m Model,
    service: &ServiceShape,
    operations: &[&'m Shape],
    options: &Options,
) -> BTreeSet<&'m ShapeId> {
    let of_operations = operations.iter().flat_map(|shape| {
        let OperationShape { input, output, errors } = shape.operation_io();
        input.iter().chain(output).chain(errors)
    });
    let named = |(id, _): &_| model.shapes.get_key_value::<ShapeId>(id).map(|(id, _)| id);
    let of_idempotence = operations.iter().flat_map(|shape| {
        shape.traits.idempotent.iter().flat_map(|idempotent| idempotent.errors.iter().filter_map(named))
    });
    let data = model.shapes.values().filter(|shape| options.shapes && is_data(shape));
    let of_service = service.errors.iter().filter(|_| !operations.is_empty());
    model.value_closure(
        of_operations.chain(of_idempotence).chain(data.map(|shape| &shape.id)).chain(of_service),
    )
}
