//! How the values of a shape fit into another.

use std::collections::BTreeSet;

use crate::resolve::graph::{Member, Members, Shape, ShapeId, ShapeKind, SimpleType};
use crate::resolve::queries::evolution::Breaking;

use super::pair::Pair;
use super::usage::Roles;
use super::{WireMark, constraints};

/// How the values of a new shape compare with those of an old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// They are the same, and are written alike.
    Same,
    /// There are more of them.
    Wider,
    /// There are fewer of them.
    Narrower,
    /// They are others.
    Different,
}

impl Fit {
    /// Both at once.
    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Same, fit) | (fit, Self::Same) => fit,
            (a, b) if a == b => a,
            _ => Self::Different,
        }
    }

    /// What it does on the wire: who reads knows fewer values than who writes.
    pub(super) fn wire(self, roles: Roles) -> WireMark {
        match self {
            Self::Same => WireMark::COMPATIBLE,
            Self::Wider => roles.wire(WireMark::OLD_SERVERS, WireMark::OLD_CLIENTS),
            Self::Narrower => roles.wire(WireMark::OLD_CLIENTS, WireMark::OLD_SERVERS),
            Self::Different => roles.wire(WireMark::BOTH, WireMark::BOTH),
        }
    }
}

/// How the values of two shapes compare: by their types, and by the constraints that hold for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ValueFit {
    pub(super) types: Fit,
    pub(super) constraints: Fit,
}

impl ValueFit {
    /// Nothing differs.
    pub(super) const SAME: Self = Self { types: Fit::Same, constraints: Fit::Same };

    /// Both at once.
    pub(super) fn and(self, other: Self) -> Self {
        Self { types: self.types.and(other.types), constraints: self.constraints.and(other.constraints) }
    }

    /// The two together.
    pub(super) fn whole(self) -> Fit {
        self.types.and(self.constraints)
    }

    /// What it does on the wire: who reads a response takes what it gets, whatever the constraints.
    pub(super) fn wire(self, roles: Roles) -> WireMark {
        self.types.wire(roles) | self.constraints.wire(Roles { response: false, ..roles })
    }
}

impl From<Fit> for ValueFit {
    fn from(types: Fit) -> Self {
        Self { types, ..Self::SAME }
    }
}

/// How deep shapes are compared that only their names tell apart.
const MAX_DEPTH: usize = 8;

/// How the values of two shapes compare; what differs inside a shape of the same id is reported there.
pub(super) fn shapes(pair: &Pair<'_>, old: &Shape, new: &Shape) -> ValueFit {
    compare(pair, old, new, MAX_DEPTH)
}

/// How the values of two members compare that have other targets.
pub(super) fn targets(pair: &Pair<'_>, old: &Member, new: &Member) -> ValueFit {
    let types = shapes(pair, pair.old.model.shape(&old.target), pair.new.model.shape(&new.target));
    let constraints = constraints::fit(pair, old, new);
    types.and(ValueFit { constraints, ..ValueFit::SAME })
}

fn compare(pair: &Pair<'_>, old: &Shape, new: &Shape, depth: usize) -> ValueFit {
    let inside = |old: &Member, new: &Member| inside(pair, old, new, depth);
    match (&old.kind, &new.kind) {
        (ShapeKind::SimpleType(old), ShapeKind::SimpleType(new)) => simple(*old, *new).into(),
        (ShapeKind::List(old), ShapeKind::List(new)) => inside(old, new),
        (ShapeKind::Map { key, value }, ShapeKind::Map { key: new_key, value: new_value }) => {
            inside(key, new_key).and(inside(value, new_value))
        }
        (ShapeKind::Structure(old), ShapeKind::Structure(new))
        | (ShapeKind::Union(old), ShapeKind::Union(new)) => members(old, new, inside).into(),
        (ShapeKind::Enum(_), ShapeKind::SimpleType(SimpleType::String))
        | (ShapeKind::IntEnum(_), ShapeKind::SimpleType(SimpleType::Integer)) => Fit::Wider.into(),
        (ShapeKind::SimpleType(SimpleType::String), ShapeKind::Enum(_))
        | (ShapeKind::SimpleType(SimpleType::Integer), ShapeKind::IntEnum(_)) => Fit::Narrower.into(),
        (ShapeKind::Enum(_), ShapeKind::Enum(_)) | (ShapeKind::IntEnum(_), ShapeKind::IntEnum(_)) => {
            values(old, new).into()
        }
        _ => Fit::Different.into(),
    }
}

/// How the members of two collections or structures compare, with what rules of their traits say.
fn inside(pair: &Pair<'_>, old: &Member, new: &Member, depth: usize) -> ValueFit {
    let changes = pair.new.model.trait_changes(&old.traits, &new.traits);
    let breaks = changes.iter().any(|change| change.breaking == Breaking::Yes);
    let types = if breaks { Fit::Different } else { Fit::Same };
    let own = ValueFit { types, constraints: constraints::fit(pair, old, new) };
    if old.target == new.target || depth == 0 {
        return own;
    }
    let (old, new) = (pair.old.model.shape(&old.target), pair.new.model.shape(&new.target));
    own.and(compare(pair, old, new, depth - 1))
}

/// How the values of two simple types compare.
fn simple(old: SimpleType, new: SimpleType) -> Fit {
    use SimpleType::{BigDecimal, BigInteger, Byte, Double, Float, Integer, Long, Short};
    const NUMBERS: [SimpleType; 5] = [Byte, Short, Integer, Long, BigInteger];
    const FLOATS: [SimpleType; 3] = [Float, Double, BigDecimal];
    if old == new {
        return Fit::Same;
    }
    let widths = [&NUMBERS[..], &FLOATS[..]].into_iter().find_map(|widths| {
        let width = |simple| widths.iter().position(|other| *other == simple);
        Some((width(old)?, width(new)?))
    });
    match widths {
        Some((old, new)) if old < new => Fit::Wider,
        Some(_) => Fit::Narrower,
        None if old.is_integer() && FLOATS.contains(&new) => Fit::Wider,
        None if FLOATS.contains(&old) && new.is_integer() => Fit::Narrower,
        None => Fit::Different,
    }
}

/// Structures and unions of other names are alike if their members are.
fn members(old: &Members, new: &Members, inside: impl Fn(&Member, &Member) -> ValueFit) -> Fit {
    let is_same = old.len() == new.len()
        && old.iter().all(|(name, member)| {
            new.get(name).is_some_and(|other| {
                inside(member, other) == ValueFit::SAME && member.traits.required == other.traits.required
            })
        });
    if is_same { Fit::Same } else { Fit::Different }
}

fn values(old: &Shape, new: &Shape) -> Fit {
    let values = |shape: &Shape| -> BTreeSet<String> {
        let numbers = shape.int_enum_values().map(|(_, value)| value.to_string());
        shape.enum_values().map(|(_, value)| value.to_owned()).chain(numbers).collect()
    };
    let (old, new) = (values(old), values(new));
    match (old.is_subset(&new), new.is_subset(&old)) {
        (true, true) => Fit::Same,
        (true, false) => Fit::Wider,
        (false, true) => Fit::Narrower,
        (false, false) => Fit::Different,
    }
}

/// Whether values of two shapes have the same type in the crates of the two models.
pub(super) fn is_same_rust(pair: &Pair<'_>, old: &ShapeId, new: &ShapeId) -> bool {
    let are_there = pair.old.reachable.contains(old) && pair.new.reachable.contains(new);
    let kind = |shape: &Shape| std::mem::discriminant(&shape.kind);
    let (before, after) = (pair.old.model.shape(old), pair.new.model.shape(new));
    let is_string = |shape: &Shape| matches!(shape.kind, ShapeKind::SimpleType(_));
    are_there
        && pair.old.types.of(old) == pair.new.types.of(new)
        && (kind(before) == kind(after) || (is_string(before) && is_string(after)))
}
