//! Logic without what is known before: negations stand at the leaves, ranges are ranges, constants are gone.

use jmespath::Comparison;

use crate::ir::condition::{BoolExpr, FieldRepr, Nullability, Operand, RangeEnd};

/// All of these hold.
pub(super) fn all(tests: Vec<BoolExpr>) -> BoolExpr {
    let flat = tests.into_iter().flat_map(|test| match test {
        BoolExpr::All(inner) => inner,
        other => vec![other],
    });
    let tests = merge_neighbours(without_constants(flat.collect(), false), range);
    join(tests, true, BoolExpr::All)
}

/// One of these holds.
pub(super) fn any(tests: Vec<BoolExpr>) -> BoolExpr {
    let flat = tests.into_iter().flat_map(|test| match test {
        BoolExpr::Any(inner) => inner,
        other => vec![other],
    });
    let outside = |a: &BoolExpr, b: &BoolExpr| range(&not(a.clone()), &not(b.clone())).map(not);
    let tests = merge_neighbours(without_constants(flat.collect(), true), outside);
    join(tests, false, BoolExpr::Any)
}

/// The opposite.
pub(super) fn not(test: BoolExpr) -> BoolExpr {
    match test {
        BoolExpr::Constant(value) => BoolExpr::Constant(!value),
        BoolExpr::All(tests) => any(tests.into_iter().map(not).collect()),
        BoolExpr::Any(tests) => all(tests.into_iter().map(not).collect()),
        BoolExpr::Not(test) => *test,
        BoolExpr::Compare(comparison, a, b) if has_opposite(comparison, &a, &b) => {
            BoolExpr::Compare(comparison.opposite(), a, b)
        }
        other => BoolExpr::Not(Box::new(other)),
    }
}

/// Equality has an opposite; order has none where one side may be null or no number.
fn has_opposite(comparison: Comparison, a: &Operand, b: &Operand) -> bool {
    let is_ordered =
        |side: &Operand| side.nullability() == Nullability::NonNull && side.repr() != FieldRepr::Float;
    matches!(comparison, Comparison::Equal | Comparison::NotEqual) || (is_ordered(a) && is_ordered(b))
}

/// The tests up to one that decides, and without those that do not matter.
fn without_constants(mut tests: Vec<BoolExpr>, decisive: bool) -> Vec<BoolExpr> {
    if let Some(end) = tests.iter().position(|test| *test == BoolExpr::Constant(decisive)) {
        tests.truncate(end + 1);
    }
    tests.retain(|test| *test != BoolExpr::Constant(!decisive));
    tests
}

fn join(mut tests: Vec<BoolExpr>, empty: bool, join: fn(Vec<BoolExpr>) -> BoolExpr) -> BoolExpr {
    match tests.len() {
        0 => BoolExpr::Constant(empty),
        1 => tests.remove(0),
        _ => join(tests),
    }
}

/// The tests with neighbours put together where that makes one of them.
fn merge_neighbours(
    tests: Vec<BoolExpr>,
    together: impl Fn(&BoolExpr, &BoolExpr) -> Option<BoolExpr>,
) -> Vec<BoolExpr> {
    let mut merged: Vec<BoolExpr> = Vec::with_capacity(tests.len());
    for test in tests {
        match merged.last().and_then(|last| together(last, &test)) {
            Some(both) => *merged.last_mut().expect("there is a last one") = both,
            None => merged.push(test),
        }
    }
    merged
}

/// `x >= 1 && x <= 2` as a range.
fn range(a: &BoolExpr, b: &BoolExpr) -> Option<BoolExpr> {
    let (BoolExpr::Compare(first, value, from), BoolExpr::Compare(second, other, to)) = (a, b) else {
        return None;
    };
    let is_number = |bound: &Operand| matches!(bound, Operand::Integer(_) | Operand::Float(_));
    if value != other || !is_number(from) || !is_number(to) {
        return None;
    }
    let end = match (first, second) {
        (Comparison::AtLeast, Comparison::AtMost) => RangeEnd::Inclusive,
        (Comparison::AtLeast, Comparison::Less) => RangeEnd::Exclusive,
        (Comparison::AtMost | Comparison::Less, Comparison::AtLeast) => return range(b, a),
        _ => return None,
    };
    Some(BoolExpr::Within { value: value.clone(), from: from.clone(), to: to.clone(), end })
}

/// How many levels of operators, filters and projections there are.
pub(super) fn depth(test: &BoolExpr) -> usize {
    let of_operand = |operand: &Operand| match operand {
        Operand::Count(_, test) | Operand::Test(test) => depth(test),
        _ => 0,
    };
    1 + match test {
        BoolExpr::All(tests) | BoolExpr::Any(tests) => tests.iter().map(depth).max().unwrap_or(0),
        BoolExpr::Not(test) | BoolExpr::Exists(_, test) => depth(test),
        BoolExpr::Compare(_, a, b) => of_operand(a).max(of_operand(b)),
        _ => 0,
    }
}

/// Whether plain Rust would say something twice, or say what is known: linters warn of such code.
pub(super) fn has_repetition(test: &BoolExpr) -> bool {
    let mut leaves = Vec::new();
    gather(test, &mut leaves);
    let repeats = |(number, leaf): (usize, &BoolExpr)| {
        matches!(leaf, BoolExpr::Constant(_))
            || leaves[..number].iter().any(|other| other == leaf || *other == not(leaf.clone()))
    };
    leaves.iter().enumerate().any(repeats)
}

/// The leaves that a linter can compare: those without a call.
fn gather(test: &BoolExpr, leaves: &mut Vec<BoolExpr>) {
    match test {
        BoolExpr::All(tests) | BoolExpr::Any(tests) => tests.iter().for_each(|test| gather(test, leaves)),
        BoolExpr::Not(test) => gather(test, leaves),
        BoolExpr::Compare(_, a, b) if is_bare(a) && is_bare(b) => leaves.push(test.clone()),
        BoolExpr::IsTrue(value) if is_bare(value) => leaves.push(test.clone()),
        BoolExpr::Constant(_) => leaves.push(test.clone()),
        _ => {}
    }
}

/// Whether Rust reads a value without a call.
fn is_bare(operand: &Operand) -> bool {
    match operand {
        Operand::Path(path) => {
            let is_plain = path.nullability() == Nullability::NonNull;
            matches!(path.repr(), FieldRepr::Copy | FieldRepr::Float)
                || (path.repr() == FieldRepr::String && is_plain)
        }
        Operand::Text(_) | Operand::Bool(_) | Operand::Integer(_) | Operand::Float(_) => true,
        _ => false,
    }
}
