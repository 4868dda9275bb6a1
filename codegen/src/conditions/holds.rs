//! Whether a condition holds for a value that the model shows: an example.

use jmespath::{Comparison, Expression, Literal, Node, Selection};

use crate::json::{self, Data, Value};

/// How many parts a list may have that an expression makes: none that a person writes makes more.
const MAX_PARTS: usize = 10_000;

/// Whether an expression gives `true` for a value, as far as that can be told here: the runtime knows all of JMESPath,
/// this knows what most conditions are made of.
pub(crate) fn holds(expression: &str, value: &Value) -> bool {
    let given = jmespath::parse(expression).ok().and_then(|expression| evaluated(&expression, value));
    matches!(given, Some(Value { data: Data::Bool(true), .. }))
}

/// What an expression gives; nothing where it fails, or needs more of JMESPath.
fn evaluated(expression: &Expression, current: &Value) -> Option<Value> {
    let of = |data| Value { span: current.span, data };
    let truth = |expression: &Expression| evaluated(expression, current).as_ref().map(is_truthy);
    Some(match &expression.node {
        Node::Current => current.clone(),
        Node::Field(name) => current.get(name).cloned().unwrap_or(of(Data::Null)),
        Node::Literal(literal) => of(literal_value(current, literal)),
        Node::Chain(first, second) => evaluated(second, &evaluated(first, current)?)?,
        Node::Index(source, index) => {
            let source = evaluated(source, current)?;
            let place = usize::try_from(*index).ok()?;
            source.as_array().and_then(|list| list.get(place)).cloned().unwrap_or(of(Data::Null))
        }
        Node::Projection { source, selection, each } => {
            let source = evaluated(source, current)?;
            projected(&source, selection, each)?
        }
        Node::Compare(comparison, left, right) => {
            of(compared(*comparison, &evaluated(left, current)?, &evaluated(right, current)?))
        }
        Node::And(left, right) => evaluated(if truth(left)? { right } else { left }, current)?,
        Node::Or(left, right) => evaluated(if truth(left)? { left } else { right }, current)?,
        Node::Not(inner) => of(Data::Bool(!truth(inner)?)),
        Node::Call(name, arguments) => {
            let arguments = arguments.iter().map(|argument| evaluated(argument, current));
            of(called(name, &arguments.collect::<Option<Vec<_>>>()?)?)
        }
        Node::List(elements) => {
            let list = elements.iter().map(|element| evaluated(element, current)).collect::<Option<_>>()?;
            Some(of(Data::Array(list))).filter(|list| parts(list) <= MAX_PARTS)?
        }
        Node::Object(_) | Node::Reference(_) => return None,
    })
}

/// What an expression gives for each of several values, without nulls.
fn projected(source: &Value, selection: &Selection, each: &Expression) -> Option<Value> {
    let values: Vec<&Value> = match (selection, &source.data) {
        (Selection::Elements, Data::Array(list)) => list.iter().collect(),
        (Selection::Values, Data::Object(entries)) => entries.iter().map(|entry| &entry.value).collect(),
        (Selection::Filter(condition), Data::Array(list)) => {
            let mut kept = Vec::new();
            for value in list {
                kept.extend(is_truthy(&evaluated(condition, value)?).then_some(value));
            }
            kept
        }
        (Selection::Flattened | Selection::Slice(_), _) => return None,
        (Selection::Elements | Selection::Values | Selection::Filter(_), _) => {
            return Some(Value { span: source.span, data: Data::Null });
        }
    };
    let given = values.into_iter().map(|value| evaluated(each, value)).collect::<Option<Vec<_>>>()?;
    let given = given.into_iter().filter(|value| !matches!(value.data, Data::Null));
    Some(Value { span: source.span, data: Data::Array(given.collect()) })
}

fn compared(comparison: Comparison, left: &Value, right: &Value) -> Data {
    let equal = || equals(left, right);
    let order = match (&left.data, &right.data) {
        (Data::Number(left), Data::Number(right)) => Some(json::decimal(left).compare(&json::decimal(right))),
        _ => None,
    };
    let ordered =
        |is: fn(std::cmp::Ordering) -> bool| order.map_or(Data::Null, |order| Data::Bool(is(order)));
    match comparison {
        Comparison::Equal => Data::Bool(equal()),
        Comparison::NotEqual => Data::Bool(!equal()),
        Comparison::Less => ordered(std::cmp::Ordering::is_lt),
        Comparison::AtMost => ordered(std::cmp::Ordering::is_le),
        Comparison::Greater => ordered(std::cmp::Ordering::is_gt),
        Comparison::AtLeast => ordered(std::cmp::Ordering::is_ge),
    }
}

/// Numbers are equal however they are written.
fn equals(left: &Value, right: &Value) -> bool {
    match (&left.data, &right.data) {
        (Data::Number(left), Data::Number(right)) => {
            json::decimal(left).compare(&json::decimal(right)).is_eq()
        }
        _ => left == right,
    }
}

/// The functions that conditions call most.
fn called(name: &str, arguments: &[Value]) -> Option<Data> {
    Some(match (name, arguments) {
        ("contains", [Value { data: Data::Array(list), .. }, value]) => {
            Data::Bool(list.iter().any(|element| equals(element, value)))
        }
        ("contains", [text, part]) => Data::Bool(text.as_str()?.contains(part.as_str()?)),
        ("starts_with", [text, start]) => Data::Bool(text.as_str()?.starts_with(start.as_str()?)),
        ("ends_with", [text, end]) => Data::Bool(text.as_str()?.ends_with(end.as_str()?)),
        ("length", [Value { data: Data::String(text), .. }]) => {
            Data::Number(text.chars().count().to_string())
        }
        ("length", [Value { data: Data::Array(list), .. }]) => Data::Number(list.len().to_string()),
        ("length", [Value { data: Data::Object(entries), .. }]) => Data::Number(entries.len().to_string()),
        ("not_null", values) => {
            let known = values.iter().find(|value| !matches!(value.data, Data::Null));
            known.map_or(Data::Null, |value| value.data.clone())
        }
        _ => return None,
    })
}

fn is_truthy(value: &Value) -> bool {
    match &value.data {
        Data::Null => false,
        Data::Bool(value) => *value,
        Data::Number(_) => true,
        Data::String(text) => !text.is_empty(),
        Data::Array(list) => !list.is_empty(),
        Data::Object(entries) => !entries.is_empty(),
    }
}

/// How many values there are in a value.
fn parts(value: &Value) -> usize {
    1 + match &value.data {
        Data::Array(list) => list.iter().map(parts).sum(),
        Data::Object(entries) => entries.iter().map(|entry| parts(&entry.value)).sum(),
        Data::Null | Data::Bool(_) | Data::Number(_) | Data::String(_) => 0,
    }
}

fn literal_value(current: &Value, literal: &Literal) -> Data {
    let value = |literal: &Literal| Value { span: current.span, data: literal_value(current, literal) };
    match literal {
        Literal::Null => Data::Null,
        Literal::Bool(value) => Data::Bool(*value),
        Literal::Number(number) => Data::Number(number.clone()),
        Literal::String(text) => Data::String(text.clone()),
        Literal::Array(elements) => Data::Array(elements.iter().map(value).collect()),
        Literal::Object(entries) => {
            let entry = |(key, own): &(String, Literal)| json::Entry {
                key: key.clone(),
                span: current.span,
                value: value(own),
            };
            Data::Object(entries.iter().map(entry).collect())
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
        ] {
            assert!(holds(right, &value), "{right}");
        }
        for wrong in
            ["Sugar", "Sizes", "length(Sugar) == `0`", "Milk.Kind > `1`", "sort(Sizes) == Sizes", "("]
        {
            assert!(!holds(wrong, &value), "{wrong}");
        }
    }
}
