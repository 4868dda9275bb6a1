//! Constraints as data: the statics of shapes and members, and what names them.

use std::fmt::Display;

use super::attributes::expect_deprecated;
use super::source::{Import, Source, literal};
use crate::ir::checks::{ConstraintData, ConstraintList, NumberBounds, RangeBounds};
use crate::ir::tables::{SharedChecks, SharedConstraints};

/// The statics of shapes that are no types, and of members with constraints of their own.
pub(crate) fn statics(src: &mut Source, checked: &SharedChecks) {
    src.front("The constraints of shapes that are no types of their own, and of members that have others than their shapes.");
    let validation = src.name(Import::Validation);
    for SharedConstraints { name, owner, list: constraints } in &checked.constraints {
        let list: Vec<String> = constraints.iter().map(|constraint| data(src, constraint)).collect();
        src.separate();
        src.comment(format_args!("Of `{owner}`."));
        expect_deprecated(src, constraints.iter().any(ConstraintData::names_deprecated));
        let head = format_args!("pub(crate) static {name}: &[{validation}::Constraint] = &[");
        src.sequence(head, list.iter(), "];");
    }
}

/// A list of constraints, as the code of a type names it.
pub(crate) fn path(src: &Source, list: &ConstraintList) -> String {
    match list {
        ConstraintList::Own => format!("{}::OWN", src.name(Import::Validation)),
        ConstraintList::Shared(name) => format!("{}::{name}", src.name(Import::Constraints)),
        ConstraintList::Listed(_) => unreachable!("`lower` makes a static of every list that code names"),
    }
}

fn data(src: &Source, constraint: &ConstraintData) -> String {
    match constraint {
        ConstraintData::Own => src.name(Import::Own).to_string(),
        ConstraintData::Known => src.name(Import::Known).to_string(),
        ConstraintData::Length(bounds) => {
            format!("{}({:?}, {:?})", src.name(Import::LengthConstraint), bounds.min, bounds.max)
        }
        ConstraintData::Range(bounds) => range(src, bounds),
        ConstraintData::Pattern(name) => {
            format!("{}(&{}::{name})", src.name(Import::PatternConstraint), src.name(Import::Patterns))
        }
        ConstraintData::Unique(ty, density, _) => {
            let (unique, validation) = (src.name(Import::Unique), src.name(Import::Validation));
            format!("{unique}(&{validation}::Distinct::<{}>::OF)", src.element(ty, *density))
        }
        ConstraintData::Each(inner) => format!("{}({})", src.name(Import::Each), list(src, inner)),
        ConstraintData::Keys(inner) => format!("{}({})", src.name(Import::Keys), list(src, inner)),
        ConstraintData::Values(inner) => format!("{}({})", src.name(Import::Values), list(src, inner)),
    }
}

/// A list within a static.
fn list(src: &Source, list: &ConstraintList) -> String {
    match list {
        ConstraintList::Own => path(src, list),
        ConstraintList::Shared(name) => name.to_string(),
        ConstraintList::Listed(constraints) => {
            let constraints: Vec<String> = constraints.iter().map(|one| data(src, one)).collect();
            format!("&[{}]", constraints.join(", "))
        }
    }
}

fn range(src: &Source, RangeBounds { numbers, written }: &RangeBounds) -> String {
    let (range, validation) = (src.name(Import::RangeConstraint), src.name(Import::Validation));
    let numbers = match numbers {
        NumberBounds::Integer(min, max) => format!("Integer({}, {})", option(min), option(max)),
        NumberBounds::Float(min, max) => {
            format!("Float({}, {})", option(&min.map(float)), option(&max.map(float)))
        }
        NumberBounds::Decimal(min, max) => {
            let text = |bound: &Option<String>| option(&bound.as_deref().map(literal));
            format!("Decimal({}, {})", text(min), text(max))
        }
    };
    let written = written.as_ref().map(|(min, max)| format!("({}, {})", literal(min), literal(max)));
    format!("{range}({validation}::Range::{numbers}, {})", option(&written))
}

/// A bound of a float as Rust writes it.
fn float(bound: f64) -> String {
    match bound {
        f64::INFINITY => "f64::INFINITY".to_owned(),
        f64::NEG_INFINITY => "f64::NEG_INFINITY".to_owned(),
        f64::MAX => "f64::MAX".to_owned(),
        f64::MIN => "f64::MIN".to_owned(),
        bound => format!("{bound:?}"),
    }
}

fn option(value: &Option<impl Display>) -> String {
    value.as_ref().map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}
