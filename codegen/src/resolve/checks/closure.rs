//! What a service binds: names that are unique once renamed, and resources that do not hold themselves
//! ([Smithy 2.0, service closure](https://smithy.io/2.0/spec/service-types.html#service-closure)).

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::resolve::graph::{Model, ServiceShape, Shape, ShapeId, ShapeKind, is_identifier};

/// Checks every service and every resource.
pub(super) fn check(errors: &mut Diagnostics, model: &Model) {
    for shape in model.services() {
        let ShapeKind::Service(service) = &shape.kind else {
            continue;
        };
        let closure = model.service_closure(shape);
        renames(errors, shape, service, &closure);
        unique_names(errors, model, shape, service, &closure);
    }
    resources(errors, model);
}

fn renames(errors: &mut Diagnostics, shape: &Shape, service: &ServiceShape, closure: &BTreeSet<&ShapeId>) {
    for (id, name) in &service.rename {
        let diagnostic = if !closure.contains(id) {
            Diagnostic::error(format!("`rename` names `{id}`, which this service does not lead to"))
        } else if !is_identifier(name) {
            Diagnostic::error(format!("`rename` gives `{id}` the name `{name}`, which is no identifier"))
        } else if id.name() == name {
            Diagnostic::error(format!("`rename` gives `{id}` the name that it has"))
        } else {
            continue;
        };
        errors.push(diagnostic.at(shape.span).shape(&shape.id));
    }
}

fn unique_names(
    errors: &mut Diagnostics,
    model: &Model,
    shape: &Shape,
    service: &ServiceShape,
    closure: &BTreeSet<&ShapeId>,
) {
    let local = |id: &ShapeId| service.local_name(id).to_ascii_lowercase();
    let mut known: BTreeMap<String, Vec<&ShapeId>> = BTreeMap::new();
    // Nothing gets the name of the unit structure.
    for &id in closure.iter().filter(|id| !id.is_unit()) {
        known.entry(local(id)).or_default().push(id);
    }
    for ids in known.values().filter(|ids| ids.len() > 1) {
        for (at, &id) in ids.iter().enumerate() {
            if let Some(other) = ids[..at].iter().find(|other| !may_share(model, other, id)) {
                let diagnostic = Diagnostic::error(format!(
                    "`{id}` and `{other}` have one name in the service `{}`",
                    shape.id
                ));
                let help = "give one of them another name with `rename` of the service";
                errors.push(diagnostic.at(model.shape(id).span).shape(id).help(help));
            }
        }
    }
}

/// Whether two shapes may have one name: they get no type of their own and are the same in all but their ids.
fn may_share(model: &Model, a: &ShapeId, b: &ShapeId) -> bool {
    match (&model.shape(a).kind, &model.shape(b).kind) {
        (ShapeKind::List(a), ShapeKind::List(b)) => {
            let same_target = || a.target == b.target || are_alike(model, &a.target, &b.target);
            a.traits.written == b.traits.written && same_target()
        }
        _ => are_alike(model, a, b),
    }
}

/// Whether two shapes are of one simple type; an `enum` trait makes no difference.
fn are_alike(model: &Model, a: &ShapeId, b: &ShapeId) -> bool {
    let simple = |id| {
        let shape = model.shape(id);
        let is_simple = matches!(shape.kind, ShapeKind::SimpleType(_)) || shape.has_enum_trait();
        is_simple.then(|| shape.type_name())
    };
    simple(a).is_some_and(|a| simple(b) == Some(a))
}

/// A step of a walk through resources.
enum Visit<'a> {
    Enter(&'a ShapeId),
    Leave(&'a ShapeId),
}

/// Checks that no resource is below itself: walks down once, and reports where a walk meets its own path.
fn resources(errors: &mut Diagnostics, model: &Model) {
    let (mut path, mut done) = (BTreeSet::new(), BTreeSet::new());
    let mut steps: Vec<Visit<'_>> = model.shapes.keys().rev().map(Visit::Enter).collect();
    while let Some(step) = steps.pop() {
        let id = match step {
            Visit::Enter(id) => id,
            Visit::Leave(id) => {
                path.remove(id);
                continue;
            }
        };
        let shape = model.shape(id);
        let ShapeKind::Resource(resource) = &shape.kind else {
            continue;
        };
        if path.contains(id) {
            let diagnostic =
                Diagnostic::error("this resource is bound below itself").at(shape.span).shape(id);
            errors.push(diagnostic.help("remove one of the bindings"));
        } else if done.insert(id) {
            path.insert(id);
            steps.push(Visit::Leave(id));
            steps.extend(resource.resources.iter().map(Visit::Enter));
        }
    }
}
