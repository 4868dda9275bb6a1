//! The Rust names of types, operations, their modules, and what generated code defines beside them.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{ServiceShape, Shape, ShapeId, ShapeKind};
use crate::rules::Rules;

/// The names of the items of one crate.
pub(crate) struct ItemNames<'m> {
    types: BTreeMap<&'m ShapeId, TypeName>,
    /// The modules of types that belong to no single operation.
    modules: BTreeMap<&'m ShapeId, FieldName>,
    operations: BTreeMap<&'m ShapeId, OperationNames>,
    /// The builders of structures that belong to one operation.
    builders: BTreeMap<&'m ShapeId, TypeName>,
}

/// The names of an operation.
#[derive(Clone, Debug)]
pub(crate) struct OperationNames {
    /// The unit struct that stands for it.
    pub(crate) name: TypeName,
    /// Its module.
    pub(crate) module: FieldName,
    /// The enum of its errors.
    pub(crate) error: TypeName,
}

impl<'m> ItemNames<'m> {
    /// Names the shapes that become items, and the operations; two that get one name are an error.
    pub(super) fn new(
        errors: &mut Diagnostics,
        items: &[&'m Shape],
        service: &ServiceShape,
        operations: &[&'m Shape],
        sole_operations: &BTreeMap<&'m ShapeId, &'m ShapeId>,
    ) -> Self {
        let mut types = types(errors, items, service, operations);
        let names: Vec<TypeName> =
            operations.iter().filter_map(|operation| types.remove(&operation.id)).collect();
        let shared: Vec<&&Shape> =
            items.iter().filter(|shape| !sole_operations.contains_key(&shape.id)).collect();
        let modules = FieldName::modules("shapes", shared.iter().map(|shape| &types[&shape.id]));
        let modules = shared.iter().map(|shape| &shape.id).zip(modules).collect();
        let mut names =
            Self { types, modules, operations: named(operations, names), builders: BTreeMap::new() };
        names.name_what_is_beside(items, sole_operations);
        names
    }

    /// Names builders and errors in the modules of operations.
    fn name_what_is_beside(
        &mut self,
        items: &[&'m Shape],
        sole_operations: &BTreeMap<&'m ShapeId, &'m ShapeId>,
    ) {
        let mut own: BTreeMap<&ShapeId, Vec<&'m Shape>> = BTreeMap::new();
        for shape in items {
            if let Some(operation) = sole_operations.get(&shape.id) {
                own.entry(operation).or_default().push(shape);
            }
        }
        for (id, operation) in &mut self.operations {
            let own = own.remove(*id).unwrap_or_default();
            let types = own.iter().map(|shape| &self.types[&shape.id]).chain([&operation.name]);
            let built: Vec<&Shape> =
                own.iter().copied().filter(|shape| matches!(shape.kind, ShapeKind::Structure(_))).collect();
            let builders = built.iter().map(|shape| self.types[&shape.id].with_suffix("Builder"));
            let mut beside = TypeName::beside(types, [operation.error.clone()].into_iter().chain(builders));
            let builders = beside.split_off(1);
            operation.error = beside.remove(0);
            self.builders.extend(built.into_iter().map(|shape| &shape.id).zip(builders));
        }
    }

    /// The name of the type that a shape becomes, if it becomes one.
    pub(super) fn get(&self, id: &ShapeId) -> Option<&TypeName> {
        self.types.get(id)
    }

    /// The names of an operation.
    pub(super) fn operation(&self, id: &ShapeId) -> &OperationNames {
        self.operations.get(id).expect("every operation of the crate has names")
    }

    /// The name of a structure's builder.
    pub(super) fn builder(&self, id: &ShapeId) -> TypeName {
        let own = self.builders.get(id).cloned();
        own.unwrap_or_else(|| self.types[id].with_suffix("Builder"))
    }

    /// The module of a type that belongs to no single operation.
    pub(super) fn module(&self, id: &ShapeId) -> FieldName {
        self.modules.get(id).expect("every shared type has a module").clone()
    }
}

/// The setters of a structure's fields, beside the method of its builder that takes a typed answer.
pub(crate) fn setters(
    rules: &Rules,
    structure: &ShapeId,
    fields: &[FieldName],
) -> Vec<(FieldName, FieldName)> {
    let step = rules.bindings.get(structure).and_then(|binding| binding.step.as_deref());
    FieldName::setters(fields, step.map(FieldName::of_step).as_ref())
}

fn named<'m>(operations: &[&'m Shape], names: Vec<TypeName>) -> BTreeMap<&'m ShapeId, OperationNames> {
    let modules = FieldName::modules("operation", &names);
    let named = names.into_iter().zip(modules).map(|(name, module)| OperationNames {
        error: name.with_suffix("Error"),
        name,
        module,
    });
    operations.iter().map(|shape| &shape.id).zip(named).collect()
}

/// The names of types and of operations.
fn types<'m>(
    errors: &mut Diagnostics,
    items: &[&'m Shape],
    service: &ServiceShape,
    operations: &[&'m Shape],
) -> BTreeMap<&'m ShapeId, TypeName> {
    let local = |shape: &&Shape| match shape.traits.is_inline_collection() {
        true => shape.id.readable_name(),
        false => service.local_name(&shape.id).to_owned(),
    };
    let locals: Vec<String> = items.iter().map(local).collect();
    let wanted = locals.iter().map(|name| (name.as_str(), "Shape"));
    let wanted = wanted.chain(operations.iter().map(|shape| (shape.id.name(), "Operation")));
    let mut owners: BTreeMap<TypeName, &Shape> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for (shape, name) in items.iter().chain(operations).zip(TypeName::of_types(wanted)) {
        if let Some(other) = owners.insert(name.clone(), shape) {
            errors.push(clash(&name, shape, other));
        }
        names.insert(&shape.id, name);
    }
    names
}

fn clash(name: &TypeName, shape: &Shape, other: &Shape) -> Diagnostic {
    let is_operation = |shape: &Shape| matches!(shape.kind, ShapeKind::Operation(_));
    let help = if is_operation(shape) && is_operation(other) {
        "change the name of one of the operations in the model"
    } else {
        "give one of them another local name with `rename` in the service shape or the closure"
    };
    Diagnostic::error(format!("`{}` and `{}` would both become the Rust type `{name}`", other.id, shape.id))
        .at(shape.span)
        .shape(&shape.id)
        .help(help)
}
