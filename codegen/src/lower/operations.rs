//! Operations in Rust's words, and which structures are theirs alone.

use std::collections::{BTreeMap, BTreeSet};

use super::docs::Docs;
use super::select;
use super::setup::Setup;
use super::shapes::deprecation;
use super::types::{self, Types};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::Item;
use crate::ir::operation::{ErrorEnum, ErrorVariant, Operation, Pages};
use crate::names::TypeName;
use crate::resolve::graph::{Model, Operation as Ends, Service, Shape, ShapeId, ShapeKind};

/// The operation that each structure belongs to: the only one that takes or gives it, when nothing else names it.
pub(crate) fn owners<'m>(
    model: &'m Model,
    operations: &[&'m Shape],
    reachable: &BTreeSet<&'m ShapeId>,
) -> BTreeMap<&'m ShapeId, &'m ShapeId> {
    let mut uses: BTreeMap<&ShapeId, BTreeSet<&ShapeId>> = BTreeMap::new();
    for operation in operations {
        let ends = ends(operation);
        for id in ends.input.iter().chain(&ends.output) {
            uses.entry(id).or_default().insert(&operation.id);
        }
    }
    let shapes = reachable.iter().map(|id| model.shape(id));
    let named: BTreeSet<&ShapeId> = shapes.flat_map(select::members).map(|member| &member.target).collect();
    uses.retain(|id, users| users.len() == 1 && !named.contains(id) && !types::is_unit(id));
    uses.into_iter().filter_map(|(id, users)| Some((id, *users.first()?))).collect()
}

fn ends(operation: &Shape) -> &Ends {
    match &operation.kind {
        ShapeKind::Operation(operation) => operation,
        _ => unreachable!("a service's operations are operations"),
    }
}

/// All operations by name; each takes what it owns out of `items`.
pub(crate) fn all<'m>(
    errors: &mut Diagnostics,
    setup: &Setup<'m>,
    docs: &Docs<'_>,
    items: &mut BTreeMap<&'m ShapeId, Item>,
) -> Vec<Operation> {
    let Setup { types, owners, operations: kept, .. } = setup;
    let service = setup.bindings();
    let mut operations = Vec::new();
    let variants = error_variants(types, docs, service, kept);
    let mut names: BTreeMap<TypeName, String> =
        items.iter().map(|(id, item)| (item.name().clone(), id.to_string())).collect();
    for shape in kept {
        let own = owners.iter().filter(|(_, owner)| **owner == &shape.id).map(|(id, _)| *id);
        let own: Vec<Item> = ordered(own.filter_map(|id| items.remove(id)).collect(), types, ends(shape));
        let operation = operation(types, docs, service, &variants, shape, own);
        if let Some(other) = names.insert(operation.name.clone(), shape.id.to_string()) {
            errors.push(clash(&operation.name, shape, &other));
        }
        operations.push(operation);
    }
    operations.sort_by(|a, b| a.name.cmp(&b.name));
    operations
}

fn clash(name: &TypeName, shape: &Shape, other: &str) -> Diagnostic {
    Diagnostic::error(format!("`{other}` and `{}` would both become the Rust type `{name}`", shape.id))
        .at(shape.place)
        .shape(&shape.id)
        .help("give one of them another local name with `rename` in the service shape")
}

/// The request before the response.
fn ordered(mut own: Vec<Item>, types: &Types<'_>, ends: &Ends) -> Vec<Item> {
    let input = ends.input.as_ref().filter(|id| !types::is_unit(id)).map(|id| types.name(id));
    own.sort_by_key(|item| Some(item.name()) != input.as_ref());
    own
}

fn operation(
    types: &Types<'_>,
    docs: &Docs<'_>,
    service: &Service,
    variants: &BTreeMap<&ShapeId, ErrorVariant>,
    shape: &Shape,
    own: Vec<Item>,
) -> Operation {
    let ends = ends(shape);
    let name = TypeName::of_shape(shape.id.name());
    let traits = &shape.traits;
    Operation {
        module: name.module(),
        wire: shape.id.name().to_owned(),
        docs: docs.operation(shape),
        deprecated: deprecation(traits),
        input: ends.input.as_ref().map(|id| types.name(id)),
        output: ends.output.as_ref().map(|id| types.name(id)),
        names_deprecated: ends.input.iter().chain(&ends.output).any(|id| types.names_deprecated(id)),
        error: error_enum(variants, &name, service, ends),
        unsigned: traits.optional_auth || traits.auth.as_ref().is_some_and(Vec::is_empty),
        readonly: traits.readonly,
        idempotent: traits.idempotent,
        pages: pages(shape),
        own,
        name,
    }
}

/// Every error of the operations, as a variant of their enums.
fn error_variants<'m>(
    types: &Types<'_>,
    docs: &Docs<'_>,
    service: &'m Service,
    kept: &[&'m Shape],
) -> BTreeMap<&'m ShapeId, ErrorVariant> {
    let of_operations = kept.iter().flat_map(|shape| &ends(shape).errors);
    let ids: BTreeSet<&ShapeId> = of_operations.chain(&service.errors).collect();
    ids.into_iter().map(|id| (id, error_variant(types, docs, id))).collect()
}

fn error_enum(
    known: &BTreeMap<&ShapeId, ErrorVariant>,
    name: &TypeName,
    service: &Service,
    ends: &Ends,
) -> ErrorEnum {
    let shapes: BTreeSet<&ShapeId> = ends.errors.iter().chain(&service.errors).collect();
    let mut variants: Vec<ErrorVariant> = shapes.iter().filter_map(|id| known.get(id).cloned()).collect();
    variants.sort_by(|a, b| a.name.cmp(&b.name));
    ErrorEnum { name: name.with_suffix("Error"), variants }
}

fn error_variant(types: &Types<'_>, docs: &Docs<'_>, id: &ShapeId) -> ErrorVariant {
    ErrorVariant {
        name: types.name(id),
        docs: docs.error(types.model.shape(id)),
        code: id.name().to_owned(),
        deprecated: types.model.shape(id).traits.deprecated.is_some(),
    }
}

fn pages(shape: &Shape) -> Option<Pages> {
    let paginated = shape.traits.paginated.clone()?;
    Some(Pages {
        input_token: paginated.input_token?,
        output_token: paginated.output_token?,
        items: paginated.items,
        page_size: paginated.page_size,
    })
}
