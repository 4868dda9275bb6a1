//! Values that documentation asks for and that no enum has.
//!
//! A name in code counts as the value of an enum where it begins with the word that most values of the enum begin with,
//! such as `ALLOW_` of the flows that an app client allows.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::Comparison;
use super::difference::{Difference, FoundDifference};
use super::pieces::{self, Piece};
use super::vocabulary::NameStyle;
use crate::resolve::graph::{Model, Shape, ShapeKind};

/// Finds every such value in the texts of the other model.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let model = comparison.other;
    let families = families(model);
    let known = known(comparison);
    for shape in model.shapes.values() {
        let own = (shape.id.name().to_owned(), &shape.traits);
        let member = |name: &str| format!("{}${name}", shape.id.name());
        let members = shape.members().map(|one| (member(&one.name), &*one.traits));
        for (place, traits) in std::iter::once(own).chain(members) {
            let names = traits.documentation.as_deref().map(constants).unwrap_or_default();
            for name in names.difference(&known) {
                let owners = first_word(name).and_then(|word| families.get(word));
                owners.into_iter().flatten().for_each(|owner| add(comparison, shape, &place, (owner, name)));
            }
        }
    }
}

fn add(comparison: &mut Comparison<'_>, shape: &Shape, place: &str, (owner, value): (&str, &str)) {
    let difference = Difference::Value { owner: owner.to_owned(), value: value.to_owned() };
    let of_structure = comparison.operations.get(&shape.id).cloned().unwrap_or_default();
    let own = matches!(shape.kind, ShapeKind::Operation(_)).then(|| shape.id.name().to_owned());
    let found = comparison.differences.entry(difference.id());
    let found = found.or_insert_with(|| FoundDifference::new(difference));
    found.members.insert(place.to_owned());
    found.operations.extend(of_structure.into_iter().chain(own));
}

/// What names in code may be otherwise: values of other enums, keys of the tables.
fn known(comparison: &Comparison<'_>) -> BTreeSet<String> {
    let cases = comparison.facts.tables.values().flat_map(|table| table.cases.iter());
    let keys = cases.flat_map(|(name, case)| case.known.iter().chain(&case.parameters).chain([name]));
    keys.chain(&comparison.values).cloned().collect()
}

/// The enums of which at least two values, and half of all, begin with a word, by that word.
fn families(model: &Model) -> BTreeMap<String, BTreeSet<String>> {
    let mut families: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for shape in model.shapes.values() {
        let mut words: BTreeMap<&str, usize> = BTreeMap::new();
        let values: Vec<&str> = shape.enum_values().map(|(_, value)| value).collect();
        let firsts = values.iter().filter_map(|value| first_word(value));
        firsts.for_each(|word| *words.entry(word).or_default() += 1);
        let all = values.len();
        for (word, _) in words.into_iter().filter(|(_, count)| *count >= 2 && *count * 2 >= all) {
            families.entry(word.to_owned()).or_default().insert(shape.id.name().to_owned());
        }
    }
    families
}

/// The first of several words of a name; none of what is only the beginning of names.
fn first_word(name: &str) -> Option<&str> {
    let (word, rest) = name.split_once('_')?;
    (!word.is_empty() && !rest.is_empty() && !rest.ends_with('_')).then_some(word)
}

/// The names in code that are written like constants.
fn constants(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut left = pieces::read(text);
    while let Some(piece) = left.pop() {
        match piece {
            Piece::Code(code) if NameStyle::of(&code) == NameStyle::Constant => drop(names.insert(code)),
            Piece::Block(_, inside) => left.extend(inside),
            Piece::Code(_) | Piece::Text(_) | Piece::Break => {}
        }
    }
    names
}
