//! The functions that are plain Rust.

use jmespath::Literal;

use super::compare::{Class, alike, class, equality, literal, operand};
use super::lowering::{Code, ConditionLowering, Items, Lowered};
use super::simplify::all;
use super::ty::{self, Ty};
use crate::ir::condition::{BoolExpr, Collection, FieldRepr, Nullability, Operand, Root, TextTest};
use crate::resolve::graph::{Shape, ShapeKind};

/// Plain Rust for a call, if there is some.
pub(super) fn plain<'m>(
    lowering: &mut ConditionLowering<'m>,
    name: &str,
    values: &[Lowered<'m>],
) -> Option<Code> {
    let first = values.first()?;
    match name {
        "length" => length(lowering, first).map(Code::Operand),
        "not_null" => first_of(values).map(Code::Operand),
        "keys" => {
            let map = first.path(FieldRepr::Map).cloned().map(Operand::Path)?;
            let Ty::Shape(Shape { kind: ShapeKind::Map { key, .. }, .. }) = first.ty else { return None };
            let plain = ty::repr(lowering.model.shape(&key.target)) == FieldRepr::String;
            lowering.required(map).filter(|_| plain).map(Code::Keys)
        }
        "contains" => contains(lowering, first, values.get(1)?).map(Code::Test),
        "starts_with" => text(lowering, TextTest::StartsWith, first, values.get(1)?).map(Code::Test),
        "ends_with" => text(lowering, TextTest::EndsWith, first, values.get(1)?).map(Code::Test),
        _ => None,
    }
}

fn length(lowering: &mut ConditionLowering<'_>, value: &Lowered<'_>) -> Option<Operand> {
    match value.code().cloned()? {
        Code::Operand(operand) => {
            let reprs = [FieldRepr::String, FieldRepr::Enum, FieldRepr::List, FieldRepr::Map];
            let countable = reprs.contains(&operand.repr());
            lowering.required(operand).filter(|_| countable).map(|one| Operand::Length(Box::new(one)))
        }
        Code::Items(items) => {
            let present = items.present();
            let Items { collection, filter, .. } = items;
            let tests: Vec<BoolExpr> = filter.into_iter().chain(present).collect();
            if tests.is_empty() {
                return None;
            }
            Some(Operand::Count(Box::new(required(lowering, collection)?), Box::new(all(tests))))
        }
        Code::Keys(map) => Some(Operand::Length(Box::new(map))),
        Code::Literal(_) | Code::Test(_) | Code::Truth(_) => None,
    }
}

/// A collection where null is an error.
fn required(lowering: &mut ConditionLowering<'_>, collection: Collection) -> Option<Collection> {
    Some(match collection {
        Collection::List(all) => Collection::List(lowering.required(all)?),
        Collection::MapValues(all) => Collection::MapValues(lowering.required(all)?),
        array @ Collection::Array(_) => array,
    })
}

fn text(
    lowering: &mut ConditionLowering<'_>,
    test: TextTest,
    text: &Lowered<'_>,
    part: &Lowered<'_>,
) -> Option<BoolExpr> {
    let (text, part) = alike(text, part).filter(|_| class(text) == Some(Class::Text))?;
    Some(BoolExpr::HasText(test, lowering.required(text)?, lowering.required(part)?))
}

/// The first argument that is not null.
fn first_of(values: &[Lowered<'_>]) -> Option<Operand> {
    let class = values.iter().find_map(class)?;
    let operands: Option<Vec<Operand>> = values.iter().map(|value| operand(value, class)).collect();
    let mut operands = operands?;
    // An error in any of them is an error.
    if operands.iter().any(|one| matches!(one, Operand::Length(_) | Operand::Count(..) | Operand::Test(_))) {
        return None;
    }
    // What follows a value that is there never matters.
    let end = operands.iter().position(|operand| operand.nullability() == Nullability::NonNull);
    operands.truncate(end.map_or(operands.len(), |end| end + 1));
    Some(if operands.len() == 1 { operands.remove(0) } else { Operand::FirstOf(operands) })
}

fn contains<'m>(
    lowering: &mut ConditionLowering<'m>,
    subject: &Lowered<'m>,
    wanted: &Lowered<'m>,
) -> Option<BoolExpr> {
    if let Some(elements) = subject.literal_elements() {
        return among(elements, wanted);
    }
    match subject.code().cloned()? {
        Code::Keys(map) => match wanted.code() {
            Some(Code::Literal(Literal::String(key))) => Some(BoolExpr::HasKey(map, key.clone())),
            _ => None,
        },
        Code::Items(Items { collection: array @ Collection::Array(_), filter: None, each }) => {
            let element = Lowered::new(subject.ty.element(lowering.model), Some(Code::Operand(each)));
            let (_, wanted) = alike(&element, wanted)?;
            Some(BoolExpr::Contains(array, wanted))
        }
        Code::Items(items) => {
            let element =
                Lowered::new(subject.ty.element(lowering.model), Some(Code::Operand(items.each.clone())));
            let test = equals_element(&element, wanted)?;
            let collection = required(lowering, items.collection)?;
            Items { collection, ..items }.exists(Some(test))
        }
        // A string contains nothing but strings, and so no null.
        Code::Operand(one) if one.repr() == FieldRepr::String || one.repr() == FieldRepr::Enum => {
            let part_is_there = operand(wanted, Class::Text)?.nullability();
            if part_is_there == Nullability::Nullable {
                return None;
            }
            text(lowering, TextTest::Contains, subject, wanted)
        }
        Code::Operand(list) => in_list(lowering, subject, list, wanted),
        Code::Literal(_) | Code::Test(_) | Code::Truth(_) => None,
    }
}

/// Whether a value is one of several that are written out.
fn among(elements: &[Literal], wanted: &Lowered<'_>) -> Option<BoolExpr> {
    let class = class(wanted)?;
    let elements: Option<Vec<Operand>> = elements.iter().map(|element| literal(element, class)).collect();
    let elements = elements.filter(|elements| !elements.is_empty())?;
    Some(BoolExpr::Contains(Collection::Array(elements), operand(wanted, class)?))
}

/// Whether a value is an element of a list without nulls.
fn in_list<'m>(
    lowering: &mut ConditionLowering<'m>,
    subject: &Lowered<'m>,
    list: Operand,
    wanted: &Lowered<'m>,
) -> Option<BoolExpr> {
    let Ty::Shape(shape) = subject.ty else { return None };
    let Ty::Shape(element) = subject.ty.element(lowering.model) else { return None };
    if shape.traits.sparse || list.repr() != FieldRepr::List {
        return None;
    }
    let element = Lowered::root(Root::Element, element);
    let collection = Collection::List(lowering.required(list)?);
    let (_, other) = alike(&element, wanted)?;
    // Rust can look for what it holds as it is compared.
    let as_it_is = [FieldRepr::Copy, FieldRepr::Float].into_iter().any(|repr| element.path(repr).is_some());
    if as_it_is && other.nullability() == Nullability::NonNull {
        return Some(BoolExpr::Contains(collection, other));
    }
    let test = equals_element(&element, wanted)?;
    Some(BoolExpr::Exists(collection, Box::new(test)))
}

/// Whether an element equals a value, which must not be about another element.
fn equals_element(element: &Lowered<'_>, wanted: &Lowered<'_>) -> Option<BoolExpr> {
    let (element, wanted) = alike(element, wanted)?;
    let is_outside = match &wanted {
        // A projection leaves out what is null, so that nothing in it equals null.
        Operand::Path(path) => {
            path.root == Root::Value
                && [element.nullability(), path.nullability()].contains(&Nullability::NonNull)
        }
        Operand::Text(_) | Operand::Bool(_) | Operand::Integer(_) | Operand::Float(_) => true,
        _ => false,
    };
    is_outside.then(|| equality(element, wanted))
}
