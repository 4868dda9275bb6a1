//! Names for paths that are used more than once and take more than a look at a field.

use std::collections::BTreeSet;

use crate::ir::condition::{
    Access, BoolExpr, Collection, FieldPath, FieldRepr, Nullability, Operand, PathStep, Root,
};
use crate::names::FieldName;

/// The paths in an expression, each as often as it is there.
pub(super) fn paths(holds: &mut BoolExpr) -> Vec<FieldPath> {
    let mut paths = Vec::new();
    each_operand(holds, &mut |operand| {
        if let Operand::Path(path) = operand {
            paths.push(path.clone());
        }
    });
    paths
}

/// Gives paths names where that makes a condition shorter; the names with their paths.
pub(super) fn bind(holds: &mut BoolExpr, paths: &[FieldPath]) -> Vec<(FieldName, FieldPath)> {
    let mut repeated: Vec<FieldPath> = Vec::new();
    for (number, path) in paths.iter().enumerate().filter(|(_, path)| is_involved(path)) {
        if paths[number + 1..].contains(path) && !repeated.contains(path) {
            repeated.push(path.clone());
        }
    }
    let bindings: Vec<(FieldName, FieldPath)> = names(&repeated).into_iter().zip(repeated).collect();
    each_operand(holds, &mut |operand| {
        let binding = match operand {
            Operand::Path(path) => bindings.iter().find(|(_, bound)| bound == path),
            _ => None,
        };
        if let Some((name, path)) = binding {
            *operand = Operand::Binding(name.clone(), path.clone());
        }
    });
    bindings
}

/// Whether Rust needs a closure to read what a path below `value` leads to.
fn is_involved(path: &FieldPath) -> bool {
    let nullable = |step: &PathStep| step.nullability == Nullability::Nullable;
    let Some((last, before)) = path.steps.split_last() else { return false };
    let converted = nullable(last) && matches!(last.repr, FieldRepr::Enum | FieldRepr::IntEnum);
    path.root == Root::Value && (converted || before.iter().any(nullable))
}

/// Names that differ: of as many last steps of each path as it takes.
fn names(paths: &[FieldPath]) -> Vec<FieldName> {
    let longest = paths.iter().map(|path| path.steps.len()).max().unwrap_or(0);
    let of_last = |path: &FieldPath, count: usize| {
        let is_named = |step: &PathStep| matches!(step.access, Access::Field(_) | Access::Key(_));
        let from = path.steps.len().saturating_sub(count);
        // A name does not begin with an index.
        let from = path.steps[..=from].iter().rposition(is_named).unwrap_or(0);
        let steps = &path.steps[from..];
        let words: Vec<String> = steps.iter().map(word).collect();
        FieldName::of_member(&words.join(" "))
    };
    // What a function calls by itself.
    let reserved = ["value", "item", "holds", "inner", "number", "one", "some", "left", "right"];
    for count in 1..=longest {
        let names: Vec<FieldName> = paths.iter().map(|path| of_last(path, count)).collect();
        let distinct: BTreeSet<&FieldName> = names.iter().collect();
        let free = names.iter().all(|name| !reserved.contains(&name.as_str()));
        if distinct.len() == names.len() && free {
            return names;
        }
    }
    (1..=paths.len()).map(|number| FieldName::of_member("part").numbered(number)).collect()
}

fn word(step: &PathStep) -> String {
    match &step.access {
        Access::Field(name) => name.as_str().to_owned(),
        Access::Key(key) => key.clone(),
        Access::Index(index) => index.to_string(),
        Access::Last => "last".to_owned(),
    }
}

/// Calls a function with every operand of an expression, the inner ones first.
fn each_operand(test: &mut BoolExpr, visit: &mut dyn FnMut(&mut Operand)) {
    match test {
        BoolExpr::Constant(_) => {}
        BoolExpr::All(tests) | BoolExpr::Any(tests) => {
            tests.iter_mut().for_each(|test| each_operand(test, visit));
        }
        BoolExpr::Not(test) => each_operand(test, visit),
        BoolExpr::IsTrue(value)
        | BoolExpr::IsPresent(value)
        | BoolExpr::IsFilled(value)
        | BoolExpr::IsTruthy(value)
        | BoolExpr::Within { value, .. } => inner(value, visit),
        BoolExpr::Compare(_, a, b) | BoolExpr::HasText(_, a, b) => {
            inner(a, visit);
            inner(b, visit);
        }
        BoolExpr::Contains(collection, value) => {
            of_collection(collection, visit);
            inner(value, visit);
        }
        BoolExpr::Exists(collection, test) => {
            of_collection(collection, visit);
            each_operand(test, visit);
        }
    }
}

fn of_collection(collection: &mut Collection, visit: &mut dyn FnMut(&mut Operand)) {
    match collection {
        Collection::List(all) | Collection::MapValues(all) => inner(all, visit),
        Collection::Array(values) => values.iter_mut().for_each(|value| inner(value, visit)),
    }
}

fn inner(operand: &mut Operand, visit: &mut dyn FnMut(&mut Operand)) {
    match operand {
        Operand::FirstOf(values) => values.iter_mut().for_each(|value| inner(value, visit)),
        Operand::Length(value) | Operand::Required(value) => inner(value, visit),
        Operand::Count(collection, test) => {
            of_collection(collection, visit);
            each_operand(test, visit);
        }
        Operand::Test(test) => each_operand(test, visit),
        _ => {}
    }
    visit(operand);
}
