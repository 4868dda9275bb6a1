//! Projections, and lists that an expression makes.

use jmespath::{Expression, Kind, Literal, Node, Selection};

use super::compare::{alike, class};
use super::lowering::{Code, ConditionLowering, Items, Lowered, Problem, lower};
use super::simplify::all;
use super::truth;
use super::ty::Ty;
use crate::ir::condition::{BoolExpr, Collection, FieldPath, FieldRepr, Nullability, Operand, Root};
use crate::resolve::graph::{Shape, ShapeKind};

/// A projection of `source`; null where that is null.
pub(super) fn projection<'m>(
    lowering: &mut ConditionLowering<'m>,
    source: &Lowered<'m>,
    selection: &Selection,
    each: &Expression,
    offset: usize,
) -> Result<Lowered<'m>, Problem> {
    if source.ty == Ty::Kind(Kind::Null) {
        return Ok(Lowered::null());
    }
    check(source, selection, offset)?;
    let element = element(lowering, source, selection);
    let items = items(source, selection);
    lowering.nesting += 1;
    let filter = match selection {
        Selection::Filter(condition) => truth::truth(lowering, &element, condition)?.1.map(Some),
        Selection::Elements | Selection::Values => Some(None),
        Selection::Flattened => {
            let kind = source.ty.element(lowering.model).kind();
            kind.is_some_and(|kind| kind != Kind::List).then_some(None)
        }
        Selection::Slice(_) => None,
    };
    let given = lower(lowering, &element, each)?;
    lowering.nesting -= 1;
    let ty = Ty::List(Box::new(given.ty.clone()));
    if each.node == Node::Current && matches!(filter, Some(None)) && source.path(FieldRepr::List).is_some() {
        // Nothing is taken away from the list, whose elements are not null.
        return Ok(Lowered::new(source.ty.clone(), items.and(source.code().cloned())));
    }
    let code = match (items, filter, given.code().cloned()) {
        (Some(collection), Some(filter), Some(Code::Operand(each))) => {
            let unclear = matches!(collection, Collection::Array(_)) && !is_only_truth(selection);
            (!unclear).then_some(Code::Items(Items { collection, filter, each }))
        }
        _ => None,
    };
    Ok(Lowered::new(ty, code))
}

/// Whether a filter keeps what counts as true, and so no null.
fn is_only_truth(selection: &Selection) -> bool {
    matches!(selection, Selection::Filter(condition) if condition.node == Node::Current)
}

/// What is projected must be a list, or an object for `.*`.
fn check(source: &Lowered<'_>, selection: &Selection, offset: usize) -> Result<(), Problem> {
    let (right, what) = match selection {
        Selection::Values => (Kind::Object, "`*` stands for the values of an object"),
        Selection::Elements => (Kind::List, "`[*]` stands for the elements of a list"),
        Selection::Flattened => (Kind::List, "`[]` flattens a list"),
        Selection::Slice(_) => (Kind::List, "a slice takes elements of a list"),
        Selection::Filter(_) => (Kind::List, "`[?…]` filters a list"),
    };
    match source.ty.kind() {
        Some(kind) if kind != right => {
            Err(Problem::new(offset, format!("{what}, and this is {}", kind.description())))
        }
        Some(_) | None => Ok(()),
    }
}

/// What is known of one value of a projection.
fn element<'m>(lowering: &ConditionLowering<'m>, source: &Lowered<'m>, selection: &Selection) -> Lowered<'m> {
    if let Some(Code::Items(Items { collection: Collection::Array(_), each, .. })) = source.code() {
        return Lowered::new(source.ty.element(lowering.model), Some(Code::Operand(each.clone())));
    }
    let ty = match (selection, &source.ty) {
        (Selection::Values, Ty::Shape(Shape { kind: ShapeKind::Map { value, .. }, .. })) => {
            Ty::Shape(lowering.model.shape(&value.target))
        }
        (Selection::Values, _) => Ty::Any,
        (Selection::Flattened, list) => match list.element(lowering.model) {
            element if element.kind() == Some(Kind::List) => element.element(lowering.model),
            element => element,
        },
        (_, list) => list.element(lowering.model),
    };
    match ty {
        Ty::Shape(shape) => Lowered::root(Root::Element, shape),
        ty => Lowered::new(ty, None),
    }
}

/// What plain Rust takes the values of a projection from: a list or a map without nulls, or an array.
fn items(source: &Lowered<'_>, selection: &Selection) -> Option<Collection> {
    let dense = matches!(source.ty, Ty::Shape(shape) if !shape.traits.sparse);
    let path = |repr| source.path(repr).filter(|_| dense).cloned().map(Operand::Path);
    match (selection, source.code()) {
        (_, Some(Code::Items(Items { collection: array @ Collection::Array(_), filter: None, .. }))) => {
            Some(array.clone())
        }
        (Selection::Values, _) => path(FieldRepr::Map).map(Collection::MapValues),
        _ => path(FieldRepr::List).map(Collection::List),
    }
}

/// A list of several values, or null where the current value is.
pub(super) fn list<'m>(
    lowering: &mut ConditionLowering<'m>,
    current: &Lowered<'m>,
    elements: &[Expression],
) -> Result<Lowered<'m>, Problem> {
    let elements: Result<Vec<Lowered<'m>>, Problem> =
        elements.iter().map(|element| lower(lowering, current, element)).collect();
    let elements = elements?;
    let ty = Ty::list(elements.iter().map(|element| element.ty.clone()));
    let always = current.operand().is_some_and(|current| current.nullability() == Nullability::NonNull);
    let code = elements.split_first().filter(|_| always).and_then(|(first, rest)| {
        let literals = elements.iter().map(|element| match element.code() {
            Some(Code::Literal(literal)) => Some(literal.clone()),
            _ => None,
        });
        let literal = literals.collect::<Option<_>>().map(|literals| Code::Literal(Literal::Array(literals)));
        literal.or_else(|| array(first, rest).map(Code::Items))
    });
    Ok(Lowered::new(ty, code))
}

/// An object of several values, or null where the current value is.
pub(super) fn object<'m>(
    lowering: &mut ConditionLowering<'m>,
    current: &Lowered<'m>,
    entries: &[(String, Expression)],
) -> Result<Lowered<'m>, Problem> {
    for (_, value) in entries {
        lower(lowering, current, value)?;
    }
    Ok(Lowered::new(Ty::Kind(Kind::Object), None))
}

/// An array of values of one type.
fn array(first: &Lowered<'_>, rest: &[Lowered<'_>]) -> Option<Items> {
    class(first)?;
    let pairs: Option<Vec<(Operand, Operand)>> = rest.iter().map(|other| alike(first, other)).collect();
    let rest = pairs?;
    let values: Vec<Operand> =
        std::iter::once(alike(first, first)?.0).chain(rest.into_iter().map(|(_, other)| other)).collect();
    let nullable = values.iter().any(|value| value.nullability() == Nullability::Nullable);
    let nullability = if nullable { Nullability::Nullable } else { Nullability::NonNull };
    let item = FieldPath { root: Root::Item(nullability), repr: values[0].repr(), steps: Vec::new() };
    Some(Items { collection: Collection::Array(values), filter: None, each: Operand::Path(item) })
}

impl Items {
    /// Whether `test` holds for what is taken of an element, or, without one, whether there is something.
    pub(super) fn exists(self, test: Option<BoolExpr>) -> Option<BoolExpr> {
        let test = test.or_else(|| self.present());
        let Self { collection, filter, .. } = self;
        let tests: Vec<BoolExpr> = filter.into_iter().chain(test).collect();
        match (tests.is_empty(), collection) {
            (true, Collection::List(all) | Collection::MapValues(all)) => Some(BoolExpr::IsFilled(all)),
            (true, Collection::Array(_)) => None,
            (false, collection) => Some(BoolExpr::Exists(collection, Box::new(all(tests)))),
        }
    }

    /// Whether what is taken of an element is not null, where that is a question. Of an array only what counts as true
    /// is taken.
    pub(super) fn present(&self) -> Option<BoolExpr> {
        let may_be_null = self.each.nullability() == Nullability::Nullable
            && !matches!(self.collection, Collection::Array(_));
        may_be_null.then(|| BoolExpr::IsPresent(self.each.clone()))
    }
}
