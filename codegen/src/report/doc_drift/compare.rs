//! Holds the rules against the prose of a model.

use std::collections::{BTreeMap, BTreeSet};

use super::extract::{self, Said};
use super::finding::{CaseChange, Finding, Findings, Found};
use super::input::{Bond, Input, Table};
use super::words::Words;
use super::{cases, drift};
use crate::resolve::graph::{Member, Model, ShapeId, ShapeKind};

/// What was read out of the documentation of one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The member: the structure's name, `$` and its own.
    pub member: String,
    /// The id of the table that it is about.
    pub table: String,
    /// Whether it is the map, or names the case.
    pub role: Role,
    /// What was read.
    pub said: Said,
    /// The cases that the rules have.
    pub cases: BTreeSet<String>,
}

/// What a member is to a table.
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
        self.said.cases.keys().filter(|case| self.cases.contains(*case)).count()
    }
}

/// A member whose documentation may speak of a table.
pub(super) struct Subject<'s> {
    /// The structure.
    pub(super) structure: &'s ShapeId,
    /// The member.
    pub(super) member: &'s str,
    /// What it is to the table.
    pub(super) role: Role,
    /// The map of the table; for a member of a response one of the maps that take the answer.
    pub(super) bond: &'s Bond,
}

/// A comparison under way.
pub(super) struct Comparison<'c> {
    /// The rules.
    pub(super) input: &'c Input,
    /// The model that they are of.
    pub(super) here: &'c Model,
    /// The model with the prose.
    pub(super) there: &'c Model,
    /// All values of all enums there.
    values: BTreeSet<String>,
    /// The operations of each structure.
    operations: BTreeMap<&'c ShapeId, BTreeSet<String>>,
    /// What was read so far.
    readings: Vec<Reading>,
    /// What was found so far.
    findings: Findings,
}

/// Compares: `here` is the model that `input` was read from, `there` the one with the prose.
pub(super) fn compare(input: &Input, here: &Model, there: &Model) -> (Vec<Reading>, Findings) {
    let mut comparison = Comparison {
        input,
        here,
        there,
        values: there.shapes.keys().flat_map(|id| enum_values(there, id)).collect(),
        operations: operations(here),
        readings: Vec::new(),
        findings: Findings::new(),
    };
    comparison.prose();
    comparison.enums();
    drift::compare(&mut comparison);
    (comparison.readings, comparison.findings)
}

/// The names of the operations that take or give each structure.
fn operations(model: &Model) -> BTreeMap<&ShapeId, BTreeSet<String>> {
    let mut operations: BTreeMap<&ShapeId, BTreeSet<String>> = BTreeMap::new();
    for shape in model.shapes.values() {
        if let ShapeKind::Operation(operation) = &shape.kind {
            for end in operation.input.iter().chain(&operation.output) {
                operations.entry(end).or_default().insert(shape.id.name().to_owned());
            }
        }
    }
    operations
}

/// The values of an enum, or of a string that the `enum` trait closes; none of other shapes.
pub(super) fn enum_values(model: &Model, id: &ShapeId) -> BTreeSet<String> {
    let Some(shape) = model.shapes.get(id) else { return BTreeSet::new() };
    let definitions = shape.traits.enum_definitions.iter().map(|definition| definition.value.clone());
    let values: Vec<String> = match &shape.kind {
        ShapeKind::Enum(members) => {
            members.values().filter_map(|member| member.traits.enum_value.clone()).collect()
        }
        ShapeKind::SimpleType(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::Service(_)
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_) => Vec::new(),
    };
    definitions.chain(values).collect()
}

/// A member of a structure by its name.
pub(super) fn member<'m>(model: &'m Model, structure: &ShapeId, name: &str) -> Option<&'m Member> {
    model.shapes.get(structure)?.members().find(|member| member.name == name)
}

impl<'c> Comparison<'c> {
    /// Adds a finding about a member of a structure.
    pub(super) fn add(&mut self, structure: &ShapeId, member: &str, finding: Finding) {
        let operations = self.operations.get(structure).cloned().unwrap_or_default();
        let found = self.findings.entry(finding.id()).or_insert_with(|| Found::new(finding));
        found.members.insert(format!("{}${member}", structure.name()));
        found.operations.extend(operations);
    }

    fn prose(&mut self) {
        let subjects = subjects(self.input);
        if subjects.iter().all(|subject| subject.documentation(self.there).is_none()) {
            self.findings.insert(Finding::NoProse.id(), Found::new(Finding::NoProse));
            return;
        }
        for subject in &subjects {
            self.subject(subject);
        }
    }

    fn subject(&mut self, subject: &Subject<'c>) {
        let Some(table) = self.input.tables.get(&subject.bond.table) else { return };
        let said = match subject.documentation(self.there) {
            Some(documentation) => extract::read(documentation, &self.words(subject, table)),
            None if subject.is_in(self.there) => Said::default(),
            None => return,
        };
        match subject.role {
            Role::Map => cases::of_map(self, subject, table, &said),
            Role::Discriminator => cases::of_discriminator(self, subject, table, &said),
        }
        self.readings.push(Reading {
            member: format!("{}${}", subject.structure.name(), subject.member),
            table: table.id.clone(),
            role: subject.role,
            cases: table.cases.keys().cloned().collect(),
            said,
        });
    }

    /// What is known before the documentation of a member is read.
    fn words(&self, subject: &Subject<'c>, table: &Table) -> Words {
        let mut cases = enum_values(self.there, &table.discriminator);
        cases.extend(table.cases.keys().cloned());
        Words {
            map: subject.bond.map.clone(),
            cases,
            keys: table.cases.values().flat_map(|keys| keys.known.iter().cloned()).collect(),
            values: self.values.clone(),
        }
    }

    /// Holds the cases of each table against the enum whose values they are.
    fn enums(&mut self) {
        for bond in &self.input.bonds {
            let Some(table) = self.input.tables.get(&bond.table) else { continue };
            let Some(discriminator) = member(self.there, &bond.structure, &bond.by) else { continue };
            let values = enum_values(self.there, &discriminator.target);
            let new = values.iter().filter(|value| !table.cases.contains_key(*value));
            let gone = table.cases.keys().filter(|case| !values.contains(*case));
            let changes = new.map(|case| (case, CaseChange::NotInRules));
            let changes = changes.chain(gone.map(|case| (case, CaseChange::NotInModel)));
            for (case, change) in changes {
                let finding = Finding::Case { table: table.id.clone(), case: case.clone(), change };
                self.add(&bond.structure, &bond.by, finding);
            }
        }
    }

    /// Whether the enum of a table has a value there.
    pub(super) fn is_modeled(&self, table: &Table, case: &str) -> bool {
        enum_values(self.there, &table.discriminator).contains(case)
    }
}

/// Every member whose documentation may speak of a table.
fn subjects(input: &Input) -> Vec<Subject<'_>> {
    let of = |structure, member, role, bond| Subject { structure, member, role, bond };
    let maps = input.bonds.iter().map(|bond| of(&bond.structure, &bond.map, Role::Map, bond));
    let discriminators =
        input.bonds.iter().map(|bond| of(&bond.structure, &bond.by, Role::Discriminator, bond));
    let asks = input.asks.iter().filter_map(|ask| {
        let bond = input.bonds.iter().find(|bond| bond.table == ask.table)?;
        Some(of(&ask.structure, &ask.by, Role::Discriminator, bond))
    });
    maps.chain(discriminators).chain(asks).collect()
}

impl Subject<'_> {
    fn is_in(&self, model: &Model) -> bool {
        member(model, self.structure, self.member).is_some()
    }

    /// The documentation of the member or, where it has none, of its target; emptiness is none.
    fn documentation<'m>(&self, model: &'m Model) -> Option<&'m str> {
        let member = member(model, self.structure, self.member)?;
        let own = member.traits.documentation.as_deref();
        let text = own.or_else(|| model.shapes.get(&member.target)?.traits.documentation.as_deref());
        text.filter(|text| !text.trim().is_empty())
    }
}
