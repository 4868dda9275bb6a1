//! What services, operations and resources bind.

use indexmap::IndexMap;

use crate::resolve::graph::{Model, ResourceShape, Shape, ShapeId, ShapeKind};

use super::fit::{self, ValueFit};
use super::members::is_demanded;
use super::pair::{Both, Pair};
use super::{ModelChange, RustMark, WireMark};

/// The differences between what a service binds.
pub(super) fn service(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    let (old, new) = (shapes.old.service_bindings(), shapes.new.service_bindings());
    let id = &shapes.new.id;
    let operations = Both { old: old.operations.as_slice(), new: new.operations.as_slice() };
    bindings(found, pair, id, ("Operation", "Service"), operations);
    let resources = Both { old: old.resources.as_slice(), new: new.resources.as_slice() };
    bindings(found, pair, id, ("Resource", "Service"), resources);
    errors(found, pair, id, "Service", Both { old: old.errors.as_slice(), new: new.errors.as_slice() });
    if old.version != new.version {
        found.push(ModelChange {
            old: Some(old.version.clone()),
            new: Some(new.version.clone()),
            why: "neither messages nor the generated crate contain the version".to_owned(),
            ..pair.of_shape("ChangedServiceVersion", id)
        });
    }
    let names = |renames: &IndexMap<ShapeId, String>| -> IndexMap<String, String> {
        renames.iter().map(|(id, name)| (id.to_string(), name.clone())).collect()
    };
    let why = |breaks: bool| match breaks {
        true => "the type in the crate has another name",
        false => "the crate did not have the type",
    };
    named(found, pair, (id, "ServiceRename"), (&names(&old.rename), &names(&new.rename)), |name| {
        let breaks = ShapeId::parse(name).is_some_and(|shape| pair.was_generated(&shape));
        (if breaks { RustMark::BreaksCode } else { RustMark::Neither }, why(breaks))
    });
}

/// The differences between what a resource binds.
pub(super) fn resource(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    let (ShapeKind::Resource(old), ShapeKind::Resource(new)) = (&shapes.old.kind, &shapes.new.kind) else {
        return;
    };
    let id = &shapes.new.id;
    let operations = Both { old: old.operations.as_slice(), new: new.operations.as_slice() };
    bindings(found, pair, id, ("Operation", "Resource"), operations);
    let resources = Both { old: old.resources.as_slice(), new: new.resources.as_slice() };
    bindings(found, pair, id, ("Resource", "Resource"), resources);
    let texts = |ids: &IndexMap<String, ShapeId>| -> IndexMap<String, String> {
        ids.iter().map(|(name, id)| (name.clone(), id.to_string())).collect()
    };
    let roles = |resource: &ResourceShape| -> IndexMap<String, String> {
        resource.lifecycle.iter().map(|(role, id)| ((*role).to_owned(), id.to_string())).collect()
    };
    let parts = [
        ("ChangedResourceIdentifiers", texts(&old.identifiers), texts(&new.identifiers)),
        ("ChangedResourceProperties", texts(&old.properties), texts(&new.properties)),
        ("ChangedResourceLifecycle", roles(old), roles(new)),
    ];
    for (event, old, new) in &parts {
        named(found, pair, (id, event), (old, new), |_| {
            (RustMark::Neither, "messages contain what members of operations say, not what resources do")
        });
    }
}

/// Names that came, went or stand for something else.
fn named(
    found: &mut Vec<ModelChange>,
    pair: &Pair<'_>,
    (id, event): (&ShapeId, &str),
    (old, new): (&IndexMap<String, String>, &IndexMap<String, String>),
    mark: impl Fn(&str) -> (RustMark, &'static str),
) {
    let added = new.keys().filter(|name| !old.contains_key(*name));
    for name in old.keys().chain(added).filter(|name| old.get(*name) != new.get(*name)) {
        let (rust, why) = mark(name);
        let mut difference = pair.of_shape(event, id);
        difference.part.part = Some(name.clone());
        let (old, new) = (old.get(name).cloned(), new.get(name).cloned());
        found.push(ModelChange { old, new, rust, why: why.to_owned(), ..difference });
    }
}

/// Operations or resources that a service or resource binds.
fn bindings(
    found: &mut Vec<ModelChange>,
    pair: &Pair<'_>,
    owner: &ShapeId,
    (child, parent): (&str, &str),
    Both { old, new }: Both<'_, [ShapeId]>,
) {
    for id in new.iter().filter(|id| !old.contains(id)) {
        let mut difference = pair.of_shape(format!("Added{child}Binding.To{parent}.{}", id.name()), owner);
        difference.part.part = Some(id.to_string());
        difference.operations = pair.operations_of(id);
        let why = "clients may call what it binds".to_owned();
        found.push(ModelChange { new: Some(id.to_string()), why, ..difference });
    }
    for id in old.iter().filter(|id| !new.contains(id)) {
        let operations = &pair.new.usage.operations;
        let was_bound: Vec<&Shape> = pair.old.model.operations_of(id);
        let remains = match child {
            "Operation" => operations.contains(id),
            _ => was_bound.iter().all(|operation| operations.contains(&operation.id)),
        };
        let (wire, rust, why) = match remains {
            true => {
                (WireMark::COMPATIBLE, RustMark::Neither, "it is bound elsewhere, and is called as before")
            }
            false => (WireMark::OLD_CLIENTS, RustMark::BreaksCode, "clients that call it find it no more"),
        };
        let mut difference =
            pair.of_shape(format!("Removed{child}Binding.From{parent}.{}", id.name()), owner);
        difference.part.part = Some(id.to_string());
        difference.unstable |= pair.old.unstable.contains(id);
        difference.operations = pair.operations_of(id);
        found.push(ModelChange { old: Some(id.to_string()), wire, rust, why: why.to_owned(), ..difference });
    }
}

/// The differences between what an operation takes and gives.
pub(super) fn operation(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    let (old, new) = (shapes.old.operation_io(), shapes.new.operation_io());
    let id = &shapes.new.id;
    message(found, pair, (id, "Input"), (old.input.as_ref(), new.input.as_ref()));
    message(found, pair, (id, "Output"), (old.output.as_ref(), new.output.as_ref()));
    errors(found, pair, id, "Operation", Both { old: old.errors.as_slice(), new: new.errors.as_slice() });
}

/// The input or the output of an operation, if it is another one.
fn message(
    found: &mut Vec<ModelChange>,
    pair: &Pair<'_>,
    (operation, side): (&ShapeId, &str),
    (old, new): (Option<&ShapeId>, Option<&ShapeId>),
) {
    let demands = |model: &Model, id: &ShapeId| model.shape(id).members().any(is_demanded);
    let is_input = side == "Input";
    let (event, wire, why) = match (old, new) {
        (Some(old), Some(new)) if old != new => {
            let fit = fit::shapes(pair, pair.old.model.shape(old), pair.new.model.shape(new));
            let wire = if fit == ValueFit::SAME { WireMark::COMPATIBLE } else { WireMark::BOTH };
            ("Changed", wire, "the operation takes or gives a structure of another name")
        }
        (None, Some(new)) if demands(pair.new.model, new) => {
            let wire = if is_input { WireMark::OLD_CLIENTS } else { WireMark::OLD_SERVERS };
            ("Added", wire, "the structure has required members, which the other side does not write")
        }
        (None, Some(_)) => ("Added", WireMark::COMPATIBLE, "the other side may leave all of its members out"),
        (Some(old), None) => {
            let breaks = is_input && demands(pair.old.model, old);
            let wire = if breaks { WireMark::BOTH } else { WireMark::OLD_CLIENTS };
            ("Removed", wire, "what old clients send has no effect, and what they read is gone")
        }
        (Some(_), Some(_)) | (None, None) => return,
    };
    let is_bound = pair.old.usage.operations.contains(operation);
    let text = |id: Option<&ShapeId>| id.map(ShapeId::to_string);
    found.push(ModelChange {
        old: text(old),
        new: text(new),
        wire: if is_bound { wire } else { WireMark::COMPATIBLE },
        rust: if is_bound { RustMark::BreaksCode } else { RustMark::Neither },
        why: why.to_owned(),
        ..pair.of_shape(format!("{event}Operation{side}"), operation)
    });
}

/// Errors that an operation or a service lists.
fn errors(
    found: &mut Vec<ModelChange>,
    pair: &Pair<'_>,
    owner: &ShapeId,
    kind: &str,
    Both { old, new }: Both<'_, [ShapeId]>,
) {
    let of_services = |model: &Model, id: &ShapeId| {
        kind == "Operation" && model.services().any(|service| service.service_bindings().errors.contains(id))
    };
    let is_used = kind == "Service" || pair.old.usage.operations.contains(owner);
    for id in new.iter().filter(|id| !old.contains(id)) {
        let is_new = is_used && !of_services(pair.old.model, id);
        let mut difference = pair.of_shape(format!("Added{kind}Error.{}", id.name()), owner);
        difference.part.part = Some(id.to_string());
        found.push(ModelChange {
            new: Some(id.to_string()),
            rust: if is_new { RustMark::ChangesBehaviour } else { RustMark::Neither },
            why: "old code reads the error as one that is not modeled".to_owned(),
            ..difference
        });
    }
    for id in old.iter().filter(|id| !new.contains(id)) {
        let is_gone = is_used && !of_services(pair.new.model, id);
        let mut difference = pair.of_shape(format!("Removed{kind}Error.{}", id.name()), owner);
        difference.part.part = Some(id.to_string());
        difference.unstable |= pair.old.unstable.contains(id);
        found.push(ModelChange {
            old: Some(id.to_string()),
            rust: if is_gone { RustMark::BreaksCode } else { RustMark::Neither },
            why: match is_gone {
                true => "the variant of the error is gone".to_owned(),
                false => "the operation answers with the error as before, or nobody can call it".to_owned(),
            },
            ..difference
        });
    }
}
