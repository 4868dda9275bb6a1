//! What the comparison needs to know of the rules: tables of keys, and the members that they are about.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::graph::ShapeId;
use crate::rules::{self, Asks, Binding, Requirement, Rules};

/// The rules of a model, as far as prose can speak of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Input {
    /// The tables by the map shapes that have them.
    pub(super) tables: BTreeMap<ShapeId, Table>,
    /// Which member governs which map, structure by structure.
    pub(super) bonds: Vec<Bond>,
    /// Members of responses that name a case of some table.
    pub(super) asks: Vec<Ask>,
    /// All members that some rule is about, structure by structure.
    pub(super) governed: BTreeSet<(ShapeId, String)>,
}

/// A table of keys.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// What the ids of its rules begin with.
    pub(super) id: String,
    /// The enum whose values are the cases.
    pub(super) discriminator: ShapeId,
    /// The keys of each case.
    pub(super) cases: BTreeMap<String, Keys>,
}

/// The keys of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Keys {
    /// Those that must be there whatever else is.
    pub(super) required: BTreeSet<String>,
    /// All that the rules name, families (which end in `.`) and known_misspellings among them.
    pub(super) known: BTreeSet<String>,
    /// Those that the service sends along; they are no keys of the map.
    pub(super) parameters: BTreeSet<String>,
}

/// A map, the member that governs it, and what the operation does not take.
#[derive(Clone, Debug)]
pub(super) struct Bond {
    /// The structure.
    pub(super) structure: ShapeId,
    /// The member that is the map.
    pub(super) map: String,
    /// The member that governs it.
    pub(super) by: String,
    /// The map shape, which has a table.
    pub(super) table: ShapeId,
    /// Cases that the operation does not take.
    pub(super) rejected_cases: BTreeSet<String>,
}

/// A member of a response that names a case.
#[derive(Clone, Debug)]
pub(super) struct Ask {
    /// The structure.
    pub(super) structure: ShapeId,
    /// The member.
    pub(super) by: String,
    /// The map shape that the answer is.
    pub(super) table: ShapeId,
}

/// Takes from the rules what prose can speak of.
pub(super) fn of(rules: &Rules) -> Input {
    Input {
        tables: rules.tables.iter().map(|(map, of)| (map.clone(), table(of))).collect(),
        bonds: rules.bindings.iter().map(|(structure, binding)| bond(structure, binding)).collect(),
        asks: rules.asks.iter().map(|(structure, asks)| ask(structure, asks)).collect(),
        governed: governed(rules),
    }
}

fn table(table: &rules::KeyTable) -> Table {
    let known_misspellings = || table.known_misspellings.iter().map(|misspelling| misspelling.key.clone());
    let cases =
        table.cases.iter().map(|case| (case.name.clone(), keys(case, known_misspellings()))).collect();
    Table { id: table.id.clone(), discriminator: table.discriminator.clone(), cases }
}

fn keys(case: &rules::Case, known_misspellings: impl Iterator<Item = String>) -> Keys {
    let required = case.keys.iter().filter(|key| key.requirement == Requirement::Always);
    Keys {
        required: required.map(|key| key.name.clone()).collect(),
        known: case.keys.iter().map(|key| key.name.clone()).chain(known_misspellings).collect(),
        parameters: case.parameters.iter().map(|(name, _)| name.clone()).collect(),
    }
}

fn bond(structure: &ShapeId, binding: &Binding) -> Bond {
    Bond {
        structure: structure.clone(),
        map: binding.map.clone(),
        by: binding.by.clone(),
        table: binding.table.clone(),
        rejected_cases: binding.rejected_cases.iter().map(|(case, _)| case.clone()).collect(),
    }
}

fn ask(structure: &ShapeId, asks: &Asks) -> Ask {
    Ask { structure: structure.clone(), by: asks.by.clone(), table: asks.table.clone() }
}

/// Every member that some rule is about, structure by structure.
fn governed(rules: &Rules) -> BTreeSet<(ShapeId, String)> {
    let asks =
        rules.asks.iter().flat_map(|(id, asks)| of_structure(id, asks.carries.iter().chain([&asks.by])));
    let members = rules
        .members
        .iter()
        .flat_map(|(id, rules)| rules.iter().flat_map(move |rule| of_structure(id, rule.members.iter())));
    let conditions = rules.conditions.iter().flat_map(|((id, member), conditions)| {
        of_structure(id, conditions.values().flat_map(|condition| &condition.members).chain(member))
    });
    let forms = rules.formats.keys().flat_map(|(id, member)| of_structure(id, member.iter()));
    let bound = rules.bindings.iter().flat_map(|(id, binding)| bound(rules, id, binding));
    bound.chain(asks).chain(members).chain(conditions).chain(forms).collect()
}

/// A map, the member that governs it, and the members beside them that the cases speak of or responses carry.
fn bound(rules: &Rules, structure: &ShapeId, binding: &Binding) -> Vec<(ShapeId, String)> {
    let cases = rules.tables.get(&binding.table).map(|table| &table.cases);
    let beside = cases.into_iter().flatten().flat_map(|case| &case.members).map(|member| &member.name);
    let asks = rules.asks.values().filter(|asks| asks.table == binding.table);
    let carried = asks.flat_map(|asks| &asks.carries);
    of_structure(structure, beside.chain(carried).chain([&binding.map, &binding.by]))
}

fn of_structure<'r>(id: &ShapeId, names: impl Iterator<Item = &'r String>) -> Vec<(ShapeId, String)> {
    names.map(|name| (id.clone(), name.clone())).collect()
}
