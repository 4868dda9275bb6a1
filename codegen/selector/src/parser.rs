//! Selectors from text.

use crate::attributes::{attribute, scoped_attribute};
use crate::cursor::Cursor;
use crate::syntax::{Direction, Neighbors, Selector, SelectorError, Step, TypeMatch};

/// How deep selectors may nest: far beyond any that people write, and safe for the stack.
pub const MAX_DEPTH: usize = 64;

/// Every type that a selector can name as such.
const TYPES: [&str; 24] = [
    "bigDecimal",
    "bigInteger",
    "blob",
    "boolean",
    "byte",
    "document",
    "double",
    "enum",
    "float",
    "intEnum",
    "integer",
    "list",
    "long",
    "map",
    "member",
    "operation",
    "resource",
    "service",
    "set",
    "short",
    "string",
    "structure",
    "timestamp",
    "union",
];

/// Parses a selector.
///
/// # Errors
///
/// The first place at which the text is no selector, or nests deeper than [`MAX_DEPTH`].
pub fn parse(text: &str) -> Result<Selector, SelectorError> {
    let mut cursor = Cursor::new(text);
    let selector = selector(&mut cursor, 0)?;
    match cursor.peek() {
        None => Ok(selector),
        Some(_) => Err(cursor.expected("the end")),
    }
}

fn selector(cursor: &mut Cursor<'_>, depth: usize) -> Result<Selector, SelectorError> {
    if depth > MAX_DEPTH {
        return Err(cursor.error(format!("selectors nest no deeper than {MAX_DEPTH}")));
    }
    let mut steps = vec![step(cursor, depth)?];
    while cursor.peek().is_some_and(|next| ![',', ']', ')'].contains(&next)) {
        steps.push(step(cursor, depth)?);
    }
    Ok(Selector { steps })
}

fn step(cursor: &mut Cursor<'_>, depth: usize) -> Result<Step, SelectorError> {
    let neighbors = |direction, relationships| Step::Neighbors(Neighbors { direction, relationships });
    if cursor.take(":") {
        function(cursor, depth)
    } else if cursor.take("[") {
        if cursor.take("@") {
            scoped_attribute(cursor).map(Step::Scoped)
        } else {
            attribute(cursor).map(Step::Attribute)
        }
    } else if cursor.take("*") {
        Ok(Step::Any)
    } else if cursor.take(">") {
        Ok(neighbors(Direction::Forward, Vec::new()))
    } else if cursor.take("<-") {
        let names = relationships(cursor)?;
        cursor.expect("-")?;
        Ok(neighbors(Direction::Reverse, names))
    } else if cursor.take("<") {
        Ok(neighbors(Direction::Reverse, Vec::new()))
    } else if cursor.take("~>") {
        Ok(Step::Closure)
    } else if cursor.take("-") {
        let names = relationships(cursor)?;
        cursor.expect("->")?;
        Ok(neighbors(Direction::Forward, names))
    } else if cursor.take("$") {
        variable(cursor, depth)
    } else {
        shape_type(cursor).map(Step::Type)
    }
}

/// `[name, …]`.
fn relationships(cursor: &mut Cursor<'_>) -> Result<Vec<String>, SelectorError> {
    cursor.expect("[")?;
    let mut names = vec![cursor.identifier()?.to_owned()];
    while cursor.take(",") {
        names.push(cursor.identifier()?.to_owned());
    }
    cursor.expect("]")?;
    Ok(names)
}

fn shape_type(cursor: &mut Cursor<'_>) -> Result<TypeMatch, SelectorError> {
    cursor.skip_spaces();
    let start = cursor.offset;
    if !cursor.rest().starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        return Err(cursor.expected("a selector"));
    }
    Ok(match cursor.identifier()? {
        "number" => TypeMatch::Number,
        "simpleType" => TypeMatch::Simple,
        "aggregateType" => TypeMatch::Aggregate,
        "serviceType" => TypeMatch::Service,
        "dataType" => TypeMatch::Data,
        "collection" => TypeMatch::Named("list"),
        name => match TYPES.iter().find(|known| **known == name) {
            Some(known) => TypeMatch::Named(known),
            None => {
                let message = format!("there is no shape type `{name}`");
                return Err(SelectorError { message, offset: start });
            }
        },
    })
}

fn variable(cursor: &mut Cursor<'_>, depth: usize) -> Result<Step, SelectorError> {
    if cursor.take("{") {
        let name = cursor.identifier()?.to_owned();
        cursor.expect("}")?;
        return Ok(Step::Load(name));
    }
    let name = cursor.identifier()?.to_owned();
    cursor.expect("(")?;
    let value = selector(cursor, depth + 1)?;
    cursor.expect(")")?;
    Ok(Step::Store(name, value))
}

fn function(cursor: &mut Cursor<'_>, depth: usize) -> Result<Step, SelectorError> {
    let start = cursor.offset;
    let name = cursor.identifier()?;
    cursor.expect("(")?;
    let mut arguments = vec![selector(cursor, depth + 1)?];
    while cursor.take(",") {
        arguments.push(selector(cursor, depth + 1)?);
    }
    cursor.expect(")")?;
    let count = arguments.len();
    let wrong = |takes: &str| {
        Err(SelectorError { message: format!("`:{name}` takes {takes}, not {count}"), offset: start })
    };
    match name {
        "is" | "each" => return Ok(Step::Is(arguments)),
        "test" => return Ok(Step::Test(arguments)),
        "not" | "in" | "root" | "recursive" if count != 1 => return wrong("one selector"),
        "topdown" if count > 2 => return wrong("one or two selectors"),
        _ => {}
    }
    let mut arguments = arguments.into_iter();
    let first = arguments.next().expect("one was parsed");
    Ok(match name {
        "not" => Step::Not(first),
        "in" => Step::In(first),
        "root" => Step::Root(first),
        "recursive" => Step::Recursive(first),
        "topdown" => Step::TopDown { qualifier: first, disqualifier: arguments.next() },
        _ => Step::UnknownFunction,
    })
}
