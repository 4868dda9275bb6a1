//! The keys that each case of a map needs, a line each: what most readers look for comes before the details.

use super::Comments;
use crate::names::FieldName;
use crate::resolve::graph::{Member, Shape};
use crate::rules::{Case, Key, KeyTable, Requirement};
use markup::{Item, ItemKind, Markdown, code};

impl Comments<'_> {
    /// The keys of a map by case, if rules say them.
    pub(super) fn keys_by_case(&self, container: &Shape, member: &Member) -> Markdown {
        let binding = self.rules.bindings.get(&container.id).filter(|binding| binding.map == member.name);
        let Some(table) = binding.and_then(|binding| self.rules.tables.get(&binding.table)) else {
            return Markdown::default();
        };
        let is_shared = |key: &&Key| is_declared(key) && table.cases.iter().all(|case| has(case, key));
        let keys = table.cases.first().map(|case| case.keys.as_slice()).unwrap_or_default();
        let shared: Vec<&Key> = keys.iter().filter(is_shared).collect();
        let line = |case| Some(self.case_line(table, case)? + self.keys(case, &shared)?);
        let of_all =
            shared.iter().filter_map(|key| Some(Markdown::from("All of them: ") + self.sometimes(key)?));
        let lines = table.cases.iter().filter_map(line).chain(of_all);
        Markdown::joined(lines.map(|line| markup::item('-', line + ".")), "\n")
    }

    /// The value of a case, as a link to its variant.
    fn case_line(&self, table: &KeyTable, case: &Case) -> Option<Markdown> {
        let variant = self.index.value_of_enum(&table.discriminator, &case.name)?;
        Some(Markdown::link(&code(&case.name), variant.clone()) + ": ")
    }

    /// The keys of a case but `shared`: those that it always needs, those that it needs sometimes, and the others.
    fn keys(&self, case: &Case, shared: &[&Key]) -> Option<Markdown> {
        let always = case.keys.iter().filter(|key| key.requirement == Requirement::Always);
        let always: Vec<Markdown> = always.map(|key| code(&key.name).into()).collect();
        let own = case.keys.iter().filter(|key| !shared.iter().any(|shared| is_same(shared, key)));
        let sometimes = own.filter_map(|key| self.sometimes(key));
        let optional = case.keys.iter().filter_map(|key| match &key.requirement {
            Requirement::Optional => Some(Markdown::from(code(&key.name))),
            Requirement::Family(_) => Some(format!("{} and a name", code(&key.name)).into()),
            _ => None,
        });
        let optional: Vec<Markdown> = optional.collect();
        let mut parts = Vec::new();
        parts.extend((!always.is_empty()).then(|| Markdown::joined(always, ", ")));
        parts.extend(sometimes);
        parts.extend(
            (!optional.is_empty()).then(|| Markdown::from("optional: ") + Markdown::joined(optional, ", ")),
        );
        (!parts.is_empty()).then(|| Markdown::joined(parts, "; "))
    }

    /// A key that a case needs sometimes, with when that is.
    fn sometimes(&self, key: &Key) -> Option<Markdown> {
        let name = code(&key.name);
        match &key.requirement {
            Requirement::Declared(declaration) => {
                let declaration = FieldName::of_member(declaration);
                let path = format!("validation::Policy::{}", declaration.in_source());
                let shown = code(&declaration.in_source());
                let declared = Markdown::link(&shown, Item { kind: ItemKind::Function, path });
                Some(Markdown::from(format!("{name} if ")) + declared)
            }
            Requirement::With(other, values) if values.is_empty() => {
                Some(format!("{name} with {}", code(other)).into())
            }
            Requirement::With(other, values) => {
                let values: Vec<String> = values.iter().map(|value| code(value)).collect();
                Some(format!("{name} if {} is {}", code(other), values.join(" or ")).into())
            }
            Requirement::Without(other) => Some(format!("{name} without {}", code(other)).into()),
            Requirement::Always | Requirement::Optional | Requirement::Ignored | Requirement::Family(_) => {
                None
            }
        }
    }
}

fn is_declared(key: &Key) -> bool {
    matches!(key.requirement, Requirement::Declared(_))
}

/// Whether a case has a key with the same requirement.
fn has(case: &Case, key: &Key) -> bool {
    case.keys.iter().any(|own| is_same(own, key))
}

fn is_same(one: &Key, other: &Key) -> bool {
    one.name == other.name && one.requirement == other.requirement
}
