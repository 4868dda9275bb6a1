//! The functions of the specification, by their names. Each gives nothing where an argument is of a type that it does
//! not take, or is missing.

use std::cmp::Ordering;

use super::arguments::Arguments;
use super::number::Number;
use super::value::Value;

/// A function.
pub type Function = fn(&mut Arguments<'_>) -> Option<Value>;

/// `abs(number)`.
pub fn abs(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::Number(arguments.number(0)?.abs()))
}

/// `avg(numbers)`; null for none.
pub fn avg(arguments: &mut Arguments<'_>) -> Option<Value> {
    let (sum, count) = arguments.total()?;
    Some(if count == 0 { Value::Null } else { Value::Number(sum.divided_by(count)) })
}

/// `ceil(number)`.
pub fn ceil(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::Number(arguments.number(0)?.ceil()))
}

/// `contains(list, value)`, `contains(string, string)`; a string contains nothing but strings.
pub fn contains(arguments: &mut Arguments<'_>) -> Option<Value> {
    let wanted = arguments.value(1)?;
    if let Value::String(text) = arguments.value(0)? {
        arguments.evaluator.read(&text)?;
        return Some(Value::Bool(matches!(wanted, Value::String(part) if text.contains(&*part))));
    }
    for element in arguments.list(0)?.iter() {
        if arguments.evaluator.equal(element, &wanted)? {
            return Some(Value::Bool(true));
        }
    }
    Some(Value::Bool(false))
}

/// `ends_with(string, string)`.
pub fn ends_with(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::Bool(arguments.text(0)?.ends_with(&*arguments.text(1)?)))
}

/// `floor(number)`.
pub fn floor(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::Number(arguments.number(0)?.floor()))
}

/// `join(glue, strings)`.
pub fn join(arguments: &mut Arguments<'_>) -> Option<Value> {
    let (glue, elements) = (arguments.text(0)?, arguments.list(1)?);
    let mut joined = String::new();
    for (number, element) in elements.iter().enumerate() {
        let Value::String(text) = element else { return None };
        arguments.evaluator.read(&glue)?;
        arguments.evaluator.read(text)?;
        joined.push_str(if number == 0 { "" } else { &glue });
        joined.push_str(text);
    }
    Some(Value::text(&joined))
}

/// `keys(object)`.
pub fn keys(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::list(arguments.entries(0)?.into_iter().map(|(key, _)| Value::String(key))))
}

/// `length(value)`: the characters of a string, the elements of a list, the entries of an object.
pub fn length(arguments: &mut Arguments<'_>) -> Option<Value> {
    let length = match arguments.value(0)? {
        Value::String(_) => arguments.text(0)?.chars().count(),
        Value::List(elements) => elements.len(),
        Value::Object(entries) => entries.len(),
        Value::Null | Value::Bool(_) | Value::Number(_) => return None,
    };
    Some(Value::Number(Number::Integer(length as i128)))
}

/// `map(&expression, list)`; unlike a projection it keeps nulls.
pub fn map(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::list(arguments.mapped(1, 0)?.into_iter().map(|(value, _)| value)))
}

/// `max(list)`; null for none.
pub fn max(arguments: &mut Arguments<'_>) -> Option<Value> {
    let keyed = arguments.keyed(0)?;
    arguments.extreme(keyed, Ordering::Greater)
}

/// `max_by(list, &expression)`; null for none.
pub fn max_by(arguments: &mut Arguments<'_>) -> Option<Value> {
    let keyed = arguments.mapped(0, 1)?;
    arguments.extreme(keyed, Ordering::Greater)
}

/// `merge(object, …)`; of a repeated key the last value counts.
pub fn merge(arguments: &mut Arguments<'_>) -> Option<Value> {
    let mut merged = Vec::new();
    for place in 0..arguments.values.len() {
        merged.extend(arguments.entries(place)?);
    }
    Some(Value::object(merged))
}

/// `min(list)`; null for none.
pub fn min(arguments: &mut Arguments<'_>) -> Option<Value> {
    let keyed = arguments.keyed(0)?;
    arguments.extreme(keyed, Ordering::Less)
}

/// `min_by(list, &expression)`; null for none.
pub fn min_by(arguments: &mut Arguments<'_>) -> Option<Value> {
    let keyed = arguments.mapped(0, 1)?;
    arguments.extreme(keyed, Ordering::Less)
}

/// `not_null(value, …)`: the first that is not null.
pub fn not_null(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(arguments.values.iter().find(|value| !value.is_null()).cloned().unwrap_or(Value::Null))
}

/// `reverse(value)`: a string or a list.
pub fn reverse(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(match arguments.value(0)? {
        Value::String(_) => Value::text(&arguments.text(0)?.chars().rev().collect::<String>()),
        _ => Value::list(arguments.list(0)?.iter().rev().cloned()),
    })
}

/// `sort(list)`.
pub fn sort(arguments: &mut Arguments<'_>) -> Option<Value> {
    let keyed = arguments.keyed(0)?;
    arguments.sorted(keyed)
}

/// `sort_by(list, &expression)`.
pub fn sort_by(arguments: &mut Arguments<'_>) -> Option<Value> {
    let keyed = arguments.mapped(0, 1)?;
    arguments.sorted(keyed)
}

/// `starts_with(string, string)`.
pub fn starts_with(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::Bool(arguments.text(0)?.starts_with(&*arguments.text(1)?)))
}

/// `sum(numbers)`.
pub fn sum(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::Number(arguments.total()?.0))
}

/// `to_array(value)`: a list as it is, anything else as a list of one.
pub fn to_array(arguments: &mut Arguments<'_>) -> Option<Value> {
    let value = arguments.value(0)?;
    Some(if let Value::List(_) = value { value } else { Value::list([value]) })
}

/// `to_number(value)`: a number as it is, a string that JSON reads as one; else null.
pub fn to_number(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(match arguments.value(0)? {
        Value::String(_) => {
            arguments.text(0).and_then(|text| Number::parse(&text)).map_or(Value::Null, Value::Number)
        }
        Value::Number(number) => Value::Number(number),
        _ => Value::Null,
    })
}

/// `to_string(value)`: a string as it is, anything else as JSON.
pub fn to_string(arguments: &mut Arguments<'_>) -> Option<Value> {
    let value = arguments.value(0)?;
    if let Value::String(_) = value {
        return Some(value);
    }
    let mut text = String::new();
    arguments.evaluator.write_json(&value, &mut text)?;
    Some(Value::text(&text))
}

/// `type(value)`: the name of its type.
pub fn r#type(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::text(arguments.value(0)?.type_name()))
}

/// `values(object)`.
pub fn values(arguments: &mut Arguments<'_>) -> Option<Value> {
    Some(Value::list(arguments.entries(0)?.into_iter().map(|(_, value)| value)))
}
