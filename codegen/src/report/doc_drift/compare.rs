//! Compares rules with the documentation of a model, member by member.

use std::collections::{BTreeMap, BTreeSet};

use super::difference::{CaseChange, Difference, Differences, FoundDifference};
use super::extract::{self, DocumentedTable};
use super::facts::{KeyedMap, RuleFacts, TableFacts};
use super::vocabulary::Vocabulary;
use super::{cases, constraints, values};
use crate::resolve::graph::{Member, Model, Shape, ShapeId, ShapeKind};

/// What was read out of the documentation of one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The member: the structure's name, `$` and its own.
    pub member: String,
    /// The id of the key table that it is about.
    pub table: String,
    /// Whether it is the map, or names the case.
    pub role: Role,
    /// What was read.
    pub documented: DocumentedTable,
    /// The cases that the rules have.
    pub cases: BTreeSet<String>,
}

/// What a member is to a key table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It is the map with the keys.
    Map,
    /// Its value is the case.
    Discriminator,
}

impl Reading {
    /// How many cases it has an entry for, of those that the rules know.
    pub fn entries(&self) -> usize {
        self.documented.cases.keys().filter(|case| self.cases.contains(*case)).count()
    }
}

/// A member whose documentation may speak of a key table.
pub(super) struct TableMember<'s> {
    /// The structure.
    pub(super) structure: &'s ShapeId,
    /// The member.
    pub(super) name: &'s str,
    /// What it is to the table.
    pub(super) role: Role,
    /// The map of the table; for a member of a response one of the maps that take the answer.
    pub(super) map: &'s KeyedMap,
}

/// A comparison under way.
pub(super) struct Comparison<'c> {
    /// The rules.
    pub(super) facts: &'c RuleFacts,
    /// The model with the rules.
    pub(super) ours: &'c Model,
    /// The model with the documentation.
    pub(super) other: &'c Model,
    /// All values of all enums of the other model.
    pub(super) values: BTreeSet<String>,
    /// The operations of each structure.
    pub(super) operations: BTreeMap<&'c ShapeId, BTreeSet<String>>,
    /// What was read so far.
    readings: Vec<Reading>,
    /// What was found so far.
    pub(super) differences: Differences,
}

/// Compares: `ours` is the model that `facts` was read from, `other` the one with the documentation.
pub(super) fn compare(facts: &RuleFacts, ours: &Model, other: &Model) -> (Vec<Reading>, Differences) {
    let mut comparison = Comparison {
        facts,
        ours,
        other,
        values: other.shapes.keys().flat_map(|id| enum_values(other, id)).collect(),
        operations: operations(ours),
        readings: Vec::new(),
        differences: Differences::new(),
    };
    comparison.documentation();
    comparison.enums();
    constraints::compare(&mut comparison);
    values::compare(&mut comparison);
    (comparison.readings, comparison.differences)
}

/// The names of the operations that take or give each structure.
fn operations(model: &Model) -> BTreeMap<&ShapeId, BTreeSet<String>> {
    let mut operations: BTreeMap<&ShapeId, BTreeSet<String>> = BTreeMap::new();
    for shape in model.shapes.values() {
        if let ShapeKind::Operation(operation) = &shape.kind {
            for id in operation.input.iter().chain(&operation.output) {
                operations.entry(id).or_default().insert(shape.id.name().to_owned());
            }
        }
    }
    operations
}

/// The values of an enum; none of other shapes.
pub(super) fn enum_values(model: &Model, id: &ShapeId) -> BTreeSet<String> {
    let shape = model.shapes.get(id).into_iter();
    shape.flat_map(Shape::enum_values).map(|(_, value)| value.to_owned()).collect()
}

/// A member of a structure by its name.
pub(super) fn member<'m>(model: &'m Model, structure: &ShapeId, name: &str) -> Option<&'m Member> {
    model.shapes.get(structure)?.members().find(|member| member.name == name)
}

impl<'c> Comparison<'c> {
    /// Adds a difference at a member of a structure.
    pub(super) fn add(&mut self, structure: &ShapeId, member: &str, difference: Difference) {
        let operations = self.operations.get(structure).cloned().unwrap_or_default();
        let id = difference.id();
        let found = self.differences.entry(id).or_insert_with(|| FoundDifference::new(difference));
        found.members.insert(format!("{}${member}", structure.name()));
        found.operations.extend(operations);
    }

    fn documentation(&mut self) {
        let members = table_members(self.facts);
        if members.iter().all(|member| member.documentation(self.other).is_none()) {
            let none = Difference::NoDocumentation;
            self.differences.insert(none.id(), FoundDifference::new(none));
            return;
        }
        for member in &members {
            self.table_member(member);
        }
    }

    fn table_member(&mut self, member: &TableMember<'c>) {
        let Some(table) = self.facts.tables.get(&member.map.table) else { return };
        let documented = match member.documentation(self.other) {
            Some(documentation) => extract::read(documentation, &self.vocabulary(member, table)),
            None if member.is_in(self.other) => DocumentedTable::default(),
            None => return,
        };
        match member.role {
            Role::Map => cases::compare_map(self, member, table, &documented),
            Role::Discriminator => cases::compare_discriminator(self, member, table, &documented),
        }
        self.readings.push(Reading {
            member: format!("{}${}", member.structure.name(), member.name),
            table: table.id.clone(),
            role: member.role,
            cases: table.cases.keys().cloned().collect(),
            documented,
        });
    }

    /// What is known before the documentation of a member is read.
    fn vocabulary(&self, member: &TableMember<'c>, table: &TableFacts) -> Vocabulary {
        let mut cases = enum_values(self.other, &table.discriminator);
        cases.extend(table.cases.keys().cloned());
        Vocabulary {
            map: member.map.map.clone(),
            cases,
            keys: table.cases.values().flat_map(|case| case.known.iter().cloned()).collect(),
            values: self.values.clone(),
        }
    }

    /// Compares the cases of each table with the enum whose values they are.
    fn enums(&mut self) {
        for map in &self.facts.keyed_maps {
            let Some(table) = self.facts.tables.get(&map.table) else { continue };
            let Some(discriminator) = member(self.other, &map.structure, &map.by) else { continue };
            let values = enum_values(self.other, &discriminator.target);
            let new = values.iter().filter(|value| !table.cases.contains_key(*value));
            let gone = table.cases.keys().filter(|case| !values.contains(*case));
            let changes = new.map(|case| (case, CaseChange::NotInRules));
            let changes = changes.chain(gone.map(|case| (case, CaseChange::NotInModel)));
            for (case, change) in changes {
                let difference = Difference::Case { table: table.id.clone(), case: case.clone(), change };
                self.add(&map.structure, &map.by, difference);
            }
        }
    }

    /// Whether the enum of a table has a value in the other model.
    pub(super) fn is_modeled(&self, table: &TableFacts, case: &str) -> bool {
        enum_values(self.other, &table.discriminator).contains(case)
    }
}

/// Every member whose documentation may speak of a key table.
fn table_members(facts: &RuleFacts) -> Vec<TableMember<'_>> {
    let of = |structure, name, role, map| TableMember { structure, name, role, map };
    let maps = facts.keyed_maps.iter().map(|map| of(&map.structure, &map.map, Role::Map, map));
    let discriminators =
        facts.keyed_maps.iter().map(|map| of(&map.structure, &map.by, Role::Discriminator, map));
    let requested = facts.requested_cases.iter().filter_map(|case| {
        let map = facts.keyed_maps.iter().find(|map| map.table == case.table)?;
        Some(of(&case.structure, &case.by, Role::Discriminator, map))
    });
    maps.chain(discriminators).chain(requested).collect()
}

impl TableMember<'_> {
    fn is_in(&self, model: &Model) -> bool {
        member(model, self.structure, self.name).is_some()
    }

    /// The documentation of the member or, where it has none, of its target; an empty text is none.
    fn documentation<'m>(&self, model: &'m Model) -> Option<&'m str> {
        let member = member(model, self.structure, self.name)?;
        let own = member.traits.documentation.as_deref();
        let text = own.or_else(|| model.shapes.get(&member.target)?.traits.documentation.as_deref());
        text.filter(|text| !text.trim().is_empty())
    }
}
