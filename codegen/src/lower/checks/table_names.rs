//! The names that key tables define beside each other.

use std::collections::BTreeMap;

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::tables::Table;
use crate::names::FieldName;
use crate::resolve::graph::{Model, ShapeId};
use crate::rules::KeyTable;

/// Two tables that would define one name in the module `answers`.
pub(super) fn clashes(errors: &mut Diagnostics, model: &Model, rules: &[&KeyTable], tables: &[Table]) {
    let mut owners: BTreeMap<&FieldName, &ShapeId> = BTreeMap::new();
    for (rules, table) in rules.iter().zip(tables) {
        let answer = table.answer.as_ref();
        let due = answer.and_then(|answer| answer.due.as_ref());
        let modules = [Some(&table.module), answer.map(|own| &own.module), due.map(|own| &own.module)];
        for module in modules.into_iter().flatten() {
            if let Some(other) = owners.insert(module, &rules.map) {
                let message = format!(
                    "the key tables of `{other}` and `{}` would both define the Rust module `answers::{module}`",
                    rules.map
                );
                let error = Diagnostic::error(message).at(model.shape(&rules.map).span);
                errors.push(error.shape(&rules.map).help("give one of them another id or another name"));
            }
        }
    }
}
