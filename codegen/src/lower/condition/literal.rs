//! Values that are written in an expression.

use super::ROOT;
use super::code::Code;
use super::convert::VALUE;
use super::ty::{Null, Num, Shelf, Ty};
use crate::jmespath::Literal;

/// A literal as a piece of code.
pub(super) fn code(literal: &Literal) -> Code {
    match literal {
        Literal::Null => Code::null(),
        Literal::Bool(value) => Code::native(value.to_string(), Ty::Bool, Null::Never).place(),
        Literal::Number(number) => {
            Code::native(number, Ty::Number(Num::Literal(number.clone())), Null::Never).place()
        }
        Literal::String(string) => Code::native(text(string), Ty::Text, Null::Never).place(),
        Literal::Array(elements) => match texts(elements) {
            Some(texts) => {
                let ty = Ty::list(Ty::Text, Null::Never, Shelf::Values);
                Code::native(format!("[{}]", texts.join(", ")), ty, Null::Never)
            }
            None => Code::value(value(literal), Ty::list(element(elements), Null::Maybe, Shelf::Value)),
        },
        Literal::Object(_) => Code::value(value(literal), Ty::Object),
    }
}

/// A string literal of Rust, in which nothing looks like the root of the generated code.
pub(super) fn text(text: &str) -> String {
    format!("{text:?}").replace(ROOT, &ROOT.replacen('_', "\\u{5f}", 1))
}

/// String literals of Rust, where all elements are strings and there is one.
fn texts(elements: &[Literal]) -> Option<Vec<String>> {
    let string = |element: &Literal| match element {
        Literal::String(string) => Some(text(string)),
        Literal::Null | Literal::Bool(_) | Literal::Number(_) | Literal::Array(_) | Literal::Object(_) => {
            None
        }
    };
    elements.iter().map(string).collect::<Option<Vec<String>>>().filter(|texts| !texts.is_empty())
}

/// The type of the elements, where they have one.
fn element(elements: &[Literal]) -> Ty {
    let numbers = elements.iter().all(|element| matches!(element, Literal::Number(_)));
    match elements.first() {
        Some(Literal::Number(first)) if numbers => Ty::Number(Num::Literal(first.clone())),
        Some(_) | None => Ty::Any,
    }
}

/// A literal as a `query::Value`, in source.
pub(super) fn value(literal: &Literal) -> String {
    match literal {
        Literal::Null => format!("{VALUE}::Null"),
        Literal::Bool(value) => format!("{VALUE}::from({value})"),
        Literal::Number(number) => format!("{VALUE}::number({number:?})"),
        Literal::String(string) => format!("{VALUE}::from({})", text(string)),
        Literal::Array(elements) => {
            let elements: Vec<String> = elements.iter().map(value).collect();
            format!("{VALUE}::list([{}])", elements.join(", "))
        }
        Literal::Object(entries) if entries.is_empty() => format!("{VALUE}::structure([])"),
        Literal::Object(entries) => {
            let entry = |(key, of): (&String, &Literal)| format!("({}, {})", text(key), value(of));
            let entries: Vec<String> = entries.iter().map(entry).collect();
            format!("{VALUE}::object([{}])", entries.join(", "))
        }
    }
}
