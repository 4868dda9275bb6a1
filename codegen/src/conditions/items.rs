//! Lists, filters and projections: what is asked of them is asked of their elements, and no list is made.

use jmespath::{Comparison, Expression, Literal, Node, Selection};

use super::lowering::{ConditionLowering, comparison_of, counts_as_true};
use super::paths::{Class, TypedPath, literal, literal_operand};
use super::simplify::all;
use crate::ir::condition::{
    BoolExpr, Collection, FieldPath, FieldRepr, Nullability, Operand, Root, TextTest,
};
use crate::resolve::graph::ShapeKind;

/// Some elements of a collection.
pub(super) struct Items {
    collection: Collection,
    /// What must hold for an element.
    filter: Option<BoolExpr>,
    /// What is taken of each element; null is left out.
    each: Operand,
    class: Option<Class>,
}

impl Items {
    /// What must hold for an element that `test` holds for or, without one, that is taken.
    fn tests(&mut self, test: Option<BoolExpr>) -> Vec<BoolExpr> {
        let is_array = matches!(self.collection, Collection::Array(_));
        // Of an array only what counts as true is taken.
        let may_be_null = self.each.nullability() == Nullability::Nullable && !is_array;
        let present = may_be_null.then(|| BoolExpr::IsPresent(self.each.clone()));
        self.filter.take().into_iter().chain(test.or(present)).collect()
    }

    /// Whether `test` holds for what is taken of an element, or, without one, whether there is something.
    pub(super) fn exists(mut self, test: Option<BoolExpr>) -> Option<BoolExpr> {
        let tests = self.tests(test);
        match (tests.is_empty(), self.collection) {
            (true, Collection::List(all) | Collection::MapValues(all)) => Some(BoolExpr::IsFilled(all)),
            (true, Collection::Array(_)) => None,
            (false, collection) => Some(BoolExpr::Exists(collection, Box::new(all(tests)))),
        }
    }
}

impl<'m> ConditionLowering<'m> {
    /// What a projection about `current` takes.
    pub(super) fn items(&mut self, current: &TypedPath<'m>, expression: &Expression) -> Option<Items> {
        let Node::Projection { source, selection, each } = &expression.node else { return None };
        if let Node::List(elements) = &source.node {
            // What counts as true is not null, so that nothing is left out.
            let is_truth = matches!(selection, Selection::Filter(test) if test.node == Node::Current);
            let (collection, item, class) = self.array(current, elements).filter(|_| is_truth)?;
            let filter = Some(counts_as_true(item.clone(), class));
            let each = (each.node == Node::Current).then_some(item)?;
            return Some(Items { collection, filter, each, class: Some(class) });
        }
        let source = self.path(current, source).filter(|source| !source.shape.traits.sparse)?;
        let (collection, element) = match (selection, &source.shape.kind) {
            (Selection::Values, ShapeKind::Map { value, .. }) => {
                (Collection::MapValues(source.operand()), &value.target)
            }
            (Selection::Elements | Selection::Filter(_), ShapeKind::List(member)) => {
                (Collection::List(source.operand()), &member.target)
            }
            (Selection::Flattened, ShapeKind::List(member)) if self.is_flat(&source) => {
                (Collection::List(source.operand()), &member.target)
            }
            _ => return None,
        };
        let element = TypedPath::new(Root::Element, self.model.shape(element));
        self.nesting += 1;
        let filter = match selection {
            Selection::Filter(condition) => Some(self.test(&element, condition)?),
            _ => None,
        };
        let each = self.path(&element, each)?;
        self.nesting -= 1;
        Some(Items { collection, filter, each: each.operand(), class: each.class() })
    }

    /// An array of values of one type, and one of them as it is.
    fn array(
        &mut self,
        current: &TypedPath<'m>,
        elements: &[Expression],
    ) -> Option<(Collection, Operand, Class)> {
        if current.path.nullability() == Nullability::Nullable {
            return None;
        }
        // Each is looked at once: expressions nest.
        let mut values = Vec::new();
        let mut class = None;
        for element in elements {
            let value = match literal(current, element) {
                Some(literal) => Err(literal),
                None => Ok(self.scalar(current, element)?),
            };
            class = class.or(value.as_ref().ok().map(|(_, class)| *class));
            values.push(value);
        }
        let class = class?;
        let values = values.into_iter().map(|value| match value {
            Ok((operand, other)) => (other == class).then_some(operand),
            Err(literal) => literal_operand(&literal, class),
        });
        let values: Vec<Operand> = values.collect::<Option<_>>()?;
        let nullable = values.iter().any(|value| value.nullability() == Nullability::Nullable);
        let nullability = if nullable { Nullability::Nullable } else { Nullability::NonNull };
        let item = FieldPath { root: Root::Item(nullability), repr: values[0].repr(), steps: Vec::new() };
        Some((Collection::Array(values), Operand::Path(item), class))
    }

    /// The characters, elements or entries of a value, counted; null is an error.
    pub(super) fn length(&mut self, current: &TypedPath<'m>, of: &Expression) -> Option<Operand> {
        if let Some(found) = self.path(current, of) {
            let countable = [FieldRepr::String, FieldRepr::Enum, FieldRepr::List, FieldRepr::Map];
            let counted = countable.contains(&found.path.repr()).then(|| found.operand())?;
            return Some(Operand::Length(Box::new(self.required(counted)?)));
        }
        let mut items = self.items(current, of)?;
        let tests = items.tests(None);
        let collection = self.required_collection(items.collection)?;
        (!tests.is_empty()).then(|| Operand::Count(Box::new(collection), Box::new(all(tests))))
    }

    /// A collection where null is an error.
    fn required_collection(&mut self, collection: Collection) -> Option<Collection> {
        Some(match collection {
            Collection::List(all) => Collection::List(self.required(all)?),
            Collection::MapValues(all) => Collection::MapValues(self.required(all)?),
            array @ Collection::Array(_) => array,
        })
    }

    /// `starts_with`, `ends_with`, and `contains` of a string.
    pub(super) fn text(
        &mut self,
        current: &TypedPath<'m>,
        name: &str,
        text: &Expression,
        part: &Expression,
    ) -> Option<BoolExpr> {
        let test = match name {
            "starts_with" => TextTest::StartsWith,
            "ends_with" => TextTest::EndsWith,
            _ => TextTest::Contains,
        };
        let (text, _) = self.scalar(current, text).filter(|(_, class)| *class == Class::Text)?;
        let part = self.as_class(current, part, Class::Text)?;
        // A string contains nothing but strings: null is not there, and no error.
        if test == TextTest::Contains && part.nullability() == Nullability::Nullable {
            return None;
        }
        Some(BoolExpr::HasText(test, self.required(text)?, self.required(part)?))
    }

    pub(super) fn contains(
        &mut self,
        current: &TypedPath<'m>,
        subject: &Expression,
        wanted: &Expression,
    ) -> Option<BoolExpr> {
        if let Some(Literal::Array(elements)) = literal(current, subject) {
            let (wanted, class) = self.scalar(current, wanted).filter(|_| !elements.is_empty())?;
            let elements = elements.iter().map(|element| literal_operand(element, class));
            return Some(BoolExpr::Contains(Collection::Array(elements.collect::<Option<_>>()?), wanted));
        }
        if let Node::List(elements) = &subject.node {
            let (array, _, class) = self.array(current, elements)?;
            return Some(BoolExpr::Contains(array, self.as_class(current, wanted, class)?));
        }
        match self.path(current, subject) {
            Some(list) if list.path.repr() == FieldRepr::List => self.in_list(current, &list, wanted),
            Some(_) => self.text(current, "contains", subject, wanted),
            None => {
                let mut items = self.items(current, subject)?;
                let wanted = self.as_class(current, wanted, items.class?)?;
                let test = equals_element(&items.each, wanted)?;
                items.collection = self.required_collection(items.collection)?;
                items.exists(Some(test))
            }
        }
    }

    /// Whether a value is an element of a list without nulls.
    fn in_list(
        &mut self,
        current: &TypedPath<'m>,
        list: &TypedPath<'m>,
        wanted: &Expression,
    ) -> Option<BoolExpr> {
        let ShapeKind::List(member) = &list.shape.kind else { return None };
        let element = TypedPath::new(Root::Element, self.model.shape(&member.target));
        let class = element.class().filter(|_| !list.shape.traits.sparse)?;
        let collection = Collection::List(self.required(list.operand())?);
        // Rust can look for what it holds as it is compared.
        let as_it_is = matches!(element.path.repr(), FieldRepr::Copy | FieldRepr::Float);
        let other = self.as_class(current, wanted, class)?;
        if as_it_is && other.nullability() == Nullability::NonNull {
            return Some(BoolExpr::Contains(collection, other));
        }
        let test = equals_element(&element.operand(), other)?;
        Some(BoolExpr::Exists(collection, Box::new(test)))
    }
}

/// Whether an element equals a value, which must not be about another element.
fn equals_element(element: &Operand, wanted: Operand) -> Option<BoolExpr> {
    let is_outside = match &wanted {
        // A projection leaves out what is null, so that nothing in it equals null.
        Operand::Path(path) => {
            path.root == Root::Value
                && [element.nullability(), path.nullability()].contains(&Nullability::NonNull)
        }
        Operand::Text(_) | Operand::Bool(_) | Operand::Integer(_) | Operand::Float(_) => true,
        _ => false,
    };
    is_outside.then(|| comparison_of(Comparison::Equal, element.clone(), wanted))
}
