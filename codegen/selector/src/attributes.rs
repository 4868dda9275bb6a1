//! Attributes: paths, comparators and values.

use crate::cursor::Cursor;
use crate::syntax::{
    Assertion, Attribute, Comparator, Comparison, PathSegment, ScopedAttribute, ScopedValue, SelectorError,
};

/// What a path of a shape may begin with.
const ATTRIBUTES: [&str; 4] = ["id", "service", "trait", "var"];

/// Every comparator; one that begins like another comes before it.
const COMPARATORS: [(&str, Comparator); 14] = [
    ("{<<}", Comparator::ProperSubset),
    ("{<}", Comparator::Subset),
    ("{!=}", Comparator::OtherSet),
    ("{=}", Comparator::SameSet),
    (">=", Comparator::GreaterOrEqual),
    (">", Comparator::Greater),
    ("<=", Comparator::LessOrEqual),
    ("<", Comparator::Less),
    ("!=", Comparator::NotEqual),
    ("^=", Comparator::StartsWith),
    ("$=", Comparator::EndsWith),
    ("*=", Comparator::Contains),
    ("?=", Comparator::Exists),
    ("=", Comparator::Equal),
];

/// What follows `[`.
pub(crate) fn attribute(cursor: &mut Cursor<'_>) -> Result<Attribute, SelectorError> {
    let path = shape_path(cursor)?;
    if cursor.take("]") {
        return Ok(Attribute { path, comparison: None });
    }
    let comparator = comparator(cursor)?;
    let mut values = vec![value(cursor)?];
    while cursor.take(",") {
        values.push(value(cursor)?);
    }
    let ignores_case = cursor.take("i");
    cursor.expect("]")?;
    Ok(Attribute { path, comparison: Some(Comparison { comparator, values, ignores_case }) })
}

/// What follows `[@`.
pub(crate) fn scoped_attribute(cursor: &mut Cursor<'_>) -> Result<ScopedAttribute, SelectorError> {
    let path = if cursor.take(":") {
        Vec::new()
    } else {
        let path = shape_path(cursor)?;
        cursor.expect(":")?;
        path
    };
    let mut assertions = vec![assertion(cursor)?];
    while cursor.take("&&") {
        assertions.push(assertion(cursor)?);
    }
    cursor.expect("]")?;
    Ok(ScopedAttribute { path, assertions })
}

fn assertion(cursor: &mut Cursor<'_>) -> Result<Assertion, SelectorError> {
    let left = scoped_value(cursor)?;
    let comparator = comparator(cursor)?;
    let mut right = vec![scoped_value(cursor)?];
    while cursor.take(",") {
        right.push(scoped_value(cursor)?);
    }
    Ok(Assertion { left, comparator, right, ignores_case: cursor.take("i") })
}

fn scoped_value(cursor: &mut Cursor<'_>) -> Result<ScopedValue, SelectorError> {
    if cursor.peek() == Some('@') {
        context_path(cursor).map(ScopedValue::Path)
    } else {
        value(cursor).map(ScopedValue::Text)
    }
}

/// `@{…}`.
pub(crate) fn context_path(cursor: &mut Cursor<'_>) -> Result<Vec<PathSegment>, SelectorError> {
    cursor.expect("@")?;
    cursor.expect("{")?;
    let first = segment(cursor)?;
    let path = rest_of_path(cursor, first)?;
    cursor.expect("}")?;
    Ok(path)
}

/// A path that begins at a shape.
fn shape_path(cursor: &mut Cursor<'_>) -> Result<Vec<PathSegment>, SelectorError> {
    cursor.skip_spaces();
    let start = cursor.offset;
    let name = cursor.identifier()?;
    if !ATTRIBUTES.contains(&name) {
        let message = format!("shapes have no attribute `{name}`, but `id`, `service`, `trait` and `var`");
        return Err(SelectorError { message, offset: start });
    }
    rest_of_path(cursor, PathSegment::Name(name.to_owned()))
}

fn rest_of_path(cursor: &mut Cursor<'_>, first: PathSegment) -> Result<Vec<PathSegment>, SelectorError> {
    let mut path = vec![first];
    while cursor.take("|") {
        path.push(segment(cursor)?);
    }
    Ok(path)
}

fn segment(cursor: &mut Cursor<'_>) -> Result<PathSegment, SelectorError> {
    if !cursor.take("(") {
        return value(cursor).map(PathSegment::Name);
    }
    let name = cursor.identifier()?;
    cursor.expect(")")?;
    Ok(match name {
        "keys" => PathSegment::Keys,
        "values" => PathSegment::Values,
        "length" => PathSegment::Length,
        "first" => PathSegment::First,
        other => PathSegment::Name(format!("({other})")),
    })
}

fn comparator(cursor: &mut Cursor<'_>) -> Result<Comparator, SelectorError> {
    let found = COMPARATORS.iter().find(|(token, _)| cursor.take(token));
    found.map(|&(_, comparator)| comparator).ok_or_else(|| cursor.expected("a comparator or `]`"))
}

/// A text in quotes, a number or the id of a shape.
fn value(cursor: &mut Cursor<'_>) -> Result<String, SelectorError> {
    match cursor.peek() {
        Some(quote @ ('\'' | '"')) => {
            cursor.offset += 1;
            let text = cursor.take_while(|c| c != quote).to_owned();
            cursor.expect(&quote.to_string())?;
            Ok(text)
        }
        Some(c) if c == '-' || c.is_ascii_digit() => {
            let is_number = |c: char| c.is_ascii_digit() || ['-', '+', '.', 'e', 'E'].contains(&c);
            Ok(cursor.take_while(is_number).to_owned())
        }
        _ => {
            if !cursor.rest().starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
                return Err(cursor.expected("a value"));
            }
            let is_of_id = |c: char| c.is_ascii_alphanumeric() || ['_', '.', '#'].contains(&c);
            Ok(cursor.take_while(is_of_id).to_owned())
        }
    }
}
