//! Conditions over values that the model shows: what the evaluator of generated crates gives.

use bumpalo::Bump;
use jmespath::{Comparison, Expression, Literal, Node, Selection, Slice};

use crate::json::{Data, Value};
use crate::runtime::validation::jmespath as runtime;
use crate::runtime::validation::jmespath::functions::{self, Function};

/// The runtime's functions by their names in JMESPath.
const FUNCTIONS: [(&str, Function); 26] = [
    ("abs", functions::abs),
    ("avg", functions::avg),
    ("ceil", functions::ceil),
    ("contains", functions::contains),
    ("ends_with", functions::ends_with),
    ("floor", functions::floor),
    ("join", functions::join),
    ("keys", functions::keys),
    ("length", functions::length),
    ("map", functions::map),
    ("max", functions::max),
    ("max_by", functions::max_by),
    ("merge", functions::merge),
    ("min", functions::min),
    ("min_by", functions::min_by),
    ("not_null", functions::not_null),
    ("reverse", functions::reverse),
    ("sort", functions::sort),
    ("sort_by", functions::sort_by),
    ("starts_with", functions::starts_with),
    ("sum", functions::sum),
    ("to_array", functions::to_array),
    ("to_number", functions::to_number),
    ("to_string", functions::to_string),
    ("type", functions::r#type),
    ("values", functions::values),
];

/// Whether an expression gives `true` for a value in JSON.
pub(crate) fn holds(expression: &str, value: &Value) -> bool {
    let given = jmespath::parse(expression).ok().and_then(|tree| evaluated(&tree, &value_of(value)));
    matches!(given, Some(runtime::Value::Bool(true)))
}

/// What an expression gives, by the evaluator of generated crates; nothing where a function is unknown, has too few or too
/// many arguments, or fails.
pub fn evaluated(expression: &Expression, value: &runtime::Value) -> Option<runtime::Value> {
    runtime::evaluate(&tree(&Bump::new(), expression)?, value)
}

/// An expression as the runtime has it; nothing where a call is wrong.
fn tree<'b>(bump: &'b Bump, expression: &Expression) -> Option<runtime::Expression<'b>> {
    let to = |inner: &Expression| Some(&*bump.alloc(tree(bump, inner)?));
    let list = |all: &[Expression]| {
        let all: Vec<_> = all.iter().map(|one| tree(bump, one)).collect::<Option<_>>()?;
        Some(&*bump.alloc_slice_copy(&all))
    };
    Some(match &expression.node {
        Node::Current => runtime::Expression::Current,
        Node::Field(name) => runtime::Expression::Field(bump.alloc_str(name)),
        Node::Literal(value) => runtime::Expression::Literal(literal(bump, value)),
        Node::Chain(a, b) => runtime::Expression::Chain(to(a)?, to(b)?),
        Node::Index(of, index) => runtime::Expression::Index(to(of)?, *index),
        Node::Projection { source, selection, each } => {
            runtime::Expression::Project(to(source)?, self::selection(bump, selection)?, to(each)?)
        }
        Node::Compare(comparison, a, b) => {
            runtime::Expression::Compare(self::comparison(*comparison), to(a)?, to(b)?)
        }
        Node::And(a, b) => runtime::Expression::And(to(a)?, to(b)?),
        Node::Or(a, b) => runtime::Expression::Or(to(a)?, to(b)?),
        Node::Not(of) => runtime::Expression::Not(to(of)?),
        Node::Reference(of) => runtime::Expression::Reference(to(of)?),
        Node::Call(name, arguments) => {
            runtime::Expression::Call(function(name, arguments.len())?, list(arguments)?)
        }
        Node::List(elements) => runtime::Expression::List(list(elements)?),
        Node::Object(entries) => {
            let entry =
                |(key, value): &(String, Expression)| Some((&*bump.alloc_str(key), tree(bump, value)?));
            let entries: Vec<_> = entries.iter().map(entry).collect::<Option<_>>()?;
            runtime::Expression::Object(bump.alloc_slice_copy(&entries))
        }
    })
}

fn selection<'b>(bump: &'b Bump, selection: &Selection) -> Option<runtime::Selection<'b>> {
    Some(match selection {
        Selection::Elements => runtime::Selection::Elements,
        Selection::Values => runtime::Selection::Values,
        Selection::Flattened => runtime::Selection::Flattened,
        Selection::Slice(Slice { start, stop, step }) => runtime::Selection::Slice(*start, *stop, *step),
        Selection::Filter(condition) => runtime::Selection::Filter(bump.alloc(tree(bump, condition)?)),
    })
}

/// A function that takes so many arguments.
fn function(name: &str, count: usize) -> Option<Function> {
    let known = jmespath::FUNCTIONS.iter().find(|known| known.name == name)?;
    let wanted = known.parameters.len();
    let (_, function) = FUNCTIONS.iter().find(|(known, _)| *known == name)?;
    (count == wanted || (known.is_variadic && count > wanted)).then_some(*function)
}

fn comparison(comparison: Comparison) -> runtime::Comparison {
    match comparison {
        Comparison::Equal => runtime::Comparison::Equal,
        Comparison::NotEqual => runtime::Comparison::NotEqual,
        Comparison::Less => runtime::Comparison::Less,
        Comparison::AtMost => runtime::Comparison::AtMost,
        Comparison::Greater => runtime::Comparison::Greater,
        Comparison::AtLeast => runtime::Comparison::AtLeast,
    }
}

fn literal<'b>(bump: &'b Bump, value: &Literal) -> runtime::Literal<'b> {
    match value {
        Literal::Null => runtime::Literal::Null,
        Literal::Bool(value) => runtime::Literal::Bool(*value),
        Literal::Number(digits) => runtime::Literal::Number(bump.alloc_str(digits)),
        Literal::String(text) => runtime::Literal::String(bump.alloc_str(text)),
        Literal::Array(elements) => {
            let elements: Vec<_> = elements.iter().map(|element| literal(bump, element)).collect();
            runtime::Literal::List(bump.alloc_slice_copy(&elements))
        }
        Literal::Object(entries) => {
            let entry = |(key, value): &(String, Literal)| (&*bump.alloc_str(key), literal(bump, value));
            let entries: Vec<_> = entries.iter().map(entry).collect();
            runtime::Literal::Object(bump.alloc_slice_copy(&entries))
        }
    }
}

/// A JSON value as JMESPath knows it.
fn value_of(value: &Value) -> runtime::Value {
    match &value.data {
        Data::Null => runtime::Value::Null,
        Data::Bool(value) => runtime::Value::Bool(*value),
        Data::Number(digits) => runtime::Value::number(digits),
        Data::String(text) => runtime::Value::text(text),
        Data::Array(elements) => runtime::Value::list(elements.iter().map(value_of)),
        Data::Object(entries) => {
            runtime::Value::object(entries.iter().map(|entry| (&entry.key, value_of(&entry.value))))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn conditions_of_examples() {
        let value = r#"{"Name": "custom:tea", "Sizes": [1, 2.0], "Milk": {"Kind": "oat"}, "Hot": true}"#;
        let value = crate::json::parse(value, 0).expect("it is JSON");
        for right in [
            "Hot",
            "Milk.Kind == 'oat' && Sugar == `null`",
            "!Sugar || Sugar == 'much'",
            "Sizes[1] == `2` && Sizes[0] < Sizes[1]",
            "length(Sizes[?@ > `1`]) == `1`",
            "starts_with(Name, 'custom:') && contains(Name, 'tea')",
            "contains([Milk.Kind, Sugar], 'oat') && contains(*.Kind, 'oat')",
            "not_null(Sugar, 'none') == 'none'",
            "sort(Sizes) == Sizes && sum(Sizes) == `3` && [Hot] == `[true]`",
            "max_by([Milk, {Kind: 'soy'}], &Kind).Kind == 'soy' && Sizes[::-1] == `[2, 1]`",
        ] {
            assert!(holds(right, &value), "{right}");
        }
        for wrong in
            ["Sugar", "Sizes", "length(Sugar) == `0`", "Milk.Kind > `1`", "brew(Sizes)", "sort()", "("]
        {
            assert!(!holds(wrong, &value), "{wrong}");
        }
    }
}
