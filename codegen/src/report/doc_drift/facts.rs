//! What documentation can say of rules: tables of keys, and the members that rules are about.

use std::collections::{BTreeMap, BTreeSet};

use crate::resolve::graph::ShapeId;
use crate::rules::{self, Asks, Binding, Requirement, Rules};

/// The rules of a model, as far as documentation can speak of them.
#[derive(Clone, Debug, Default)]
pub(super) struct RuleFacts {
    /// The key tables, by their map shapes.
    pub(super) tables: BTreeMap<ShapeId, TableFacts>,
    /// The maps that have a key table, structure by structure.
    pub(super) keyed_maps: Vec<KeyedMap>,
    /// Members of responses that name a case of some table.
    pub(super) requested_cases: Vec<RequestedCase>,
    /// All members that some rule is about, structure by structure.
    pub(super) ruled_members: BTreeSet<(ShapeId, String)>,
}

/// A key table.
#[derive(Clone, Debug)]
pub(super) struct TableFacts {
    /// What the ids of its rules begin with.
    pub(super) id: String,
    /// The enum whose values are the cases.
    pub(super) discriminator: ShapeId,
    /// The keys of each case.
    pub(super) cases: BTreeMap<String, CaseFacts>,
}

/// The keys of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CaseFacts {
    /// Those that must be there under all circumstances.
    pub(super) required: BTreeSet<String>,
    /// All that the rules name, families (which end in `.`) and known misspellings among them.
    pub(super) known: BTreeSet<String>,
    /// Those that the service sends along; they are no keys of the map.
    pub(super) parameters: BTreeSet<String>,
}

/// A map with a key table, the member that names its case, and the cases that the operation rejects.
#[derive(Clone, Debug)]
pub(super) struct KeyedMap {
    /// The structure.
    pub(super) structure: ShapeId,
    /// The member that is the map.
    pub(super) map: String,
    /// The member that names the case.
    pub(super) by: String,
    /// The map shape, which has the table.
    pub(super) table: ShapeId,
    /// Cases that the operation rejects.
    pub(super) rejected_cases: BTreeSet<String>,
}

/// A member of a response that names the case of the answer which it asks for.
#[derive(Clone, Debug)]
pub(super) struct RequestedCase {
    /// The structure.
    pub(super) structure: ShapeId,
    /// The member.
    pub(super) by: String,
    /// The map shape of the answer.
    pub(super) table: ShapeId,
}

/// Takes from rules what documentation can speak of.
pub(super) fn rule_facts(rules: &Rules) -> RuleFacts {
    RuleFacts {
        tables: rules.tables.iter().map(|(map, table)| (map.clone(), table_facts(table))).collect(),
        keyed_maps: rules.bindings.iter().map(|(structure, binding)| keyed_map(structure, binding)).collect(),
        requested_cases: rules.asks.iter().map(|(structure, asks)| requested_case(structure, asks)).collect(),
        ruled_members: ruled_members(rules),
    }
}

fn table_facts(table: &rules::KeyTable) -> TableFacts {
    let misspellings = || table.known_misspellings.iter().map(|misspelling| misspelling.key.clone());
    let cases = table.cases.iter().map(|case| (case.name.clone(), case_facts(case, misspellings())));
    TableFacts { id: table.id.clone(), discriminator: table.discriminator.clone(), cases: cases.collect() }
}

fn case_facts(case: &rules::Case, misspellings: impl Iterator<Item = String>) -> CaseFacts {
    let required = case.keys.iter().filter(|key| key.requirement == Requirement::Always);
    CaseFacts {
        required: required.map(|key| key.name.clone()).collect(),
        known: case.keys.iter().map(|key| key.name.clone()).chain(misspellings).collect(),
        parameters: case.parameters.iter().map(|parameter| parameter.name.clone()).collect(),
    }
}

fn keyed_map(structure: &ShapeId, binding: &Binding) -> KeyedMap {
    KeyedMap {
        structure: structure.clone(),
        map: binding.map.clone(),
        by: binding.by.clone(),
        table: binding.table.clone(),
        rejected_cases: rejected_cases(binding),
    }
}

/// Cases that no client may send, whatever it declares.
fn rejected_cases(binding: &Binding) -> BTreeSet<String> {
    let always = binding.rejected_cases.iter().filter(|rejected| rejected.when.is_none());
    always.map(|rejected| rejected.name.clone()).collect()
}

fn requested_case(structure: &ShapeId, asks: &Asks) -> RequestedCase {
    RequestedCase { structure: structure.clone(), by: asks.by.clone(), table: asks.table.clone() }
}

/// Every member that some rule is about, structure by structure.
fn ruled_members(rules: &Rules) -> BTreeSet<(ShapeId, String)> {
    let asks =
        rules.asks.iter().flat_map(|(id, asks)| of_structure(id, asks.carries.iter().chain([&asks.by])));
    let members = rules
        .members
        .iter()
        .flat_map(|(id, rules)| rules.iter().flat_map(move |rule| of_structure(id, rule.members.iter())));
    let conditions = rules.conditions.iter().flat_map(|((id, member), conditions)| {
        of_structure(id, conditions.values().flat_map(|condition| &condition.members).chain(member))
    });
    let formats = rules.formats.keys().flat_map(|(id, member)| of_structure(id, member.iter()));
    let of_maps = rules.bindings.iter().flat_map(|(id, binding)| members_of_map(rules, id, binding));
    of_maps.chain(asks).chain(members).chain(conditions).chain(formats).collect()
}

/// A map, the member that names its case, and the members that its cases speak of or that responses carry.
fn members_of_map(rules: &Rules, structure: &ShapeId, binding: &Binding) -> Vec<(ShapeId, String)> {
    let cases = rules.tables.get(&binding.table).map(|table| &table.cases);
    let of_cases = cases.into_iter().flatten().flat_map(|case| &case.members).map(|member| &member.name);
    let asks = rules.asks.values().filter(|asks| asks.table == binding.table);
    let carried = asks.flat_map(|asks| &asks.carries);
    of_structure(structure, of_cases.chain(carried).chain([&binding.map, &binding.by]))
}

fn of_structure<'r>(id: &ShapeId, names: impl Iterator<Item = &'r String>) -> Vec<(ShapeId, String)> {
    names.map(|name| (id.clone(), name.clone())).collect()
}
