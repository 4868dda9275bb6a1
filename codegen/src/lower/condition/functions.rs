//! The functions themselves: on what Rust knows directly, on a `query::Value` otherwise.

use super::call::Function;
use super::code::{Code, Form, Lowered, Problem, Risk, Ways, Work, operand};
use super::convert::{VALUE, iterator, to_value};
use super::literal;
use super::logic::unified;
use super::numbers;
use super::stored::adapter;
use super::ty::{JsonKind, List, Map, Null, Num, Shelf, Stored, Ty};
use crate::jmespath::Literal;

/// What a function gives for its arguments, of which the number and the types are right.
pub(super) fn lowered(
    work: &mut Work<'_, '_>,
    function: Function,
    arguments: Vec<Code>,
    offset: usize,
) -> Lowered {
    let mut arguments = arguments.into_iter();
    let Some(first) = arguments.next() else {
        return Ok(Code::null());
    };
    match function {
        Function::NotNull => Ok(not_null(work, first, arguments)),
        Function::Length => Ok(length(work, first.unwrapped())),
        Function::Keys => Ok(keys(work, first.unwrapped())),
        Function::Values => Ok(values(work, first.unwrapped())),
        Function::Max => Ok(extreme(work, first.unwrapped(), "max")),
        Function::Min => Ok(extreme(work, first.unwrapped(), "min")),
        Function::Sum => Ok(sum(work, first.unwrapped())),
        Function::Contains => {
            let wanted = arguments.next().unwrap_or_else(Code::null);
            contains(work, first.unwrapped(), wanted, offset)
        }
        Function::StartsWith | Function::EndsWith => {
            let part = arguments.next().unwrap_or_else(Code::null).unwrapped();
            let name = if function == Function::StartsWith { "starts_with" } else { "ends_with" };
            Ok(text_has(work, name, first.unwrapped(), part))
        }
    }
}

/// The function of a `query::Value`, which fails for a value of the wrong type.
fn dynamic(work: &mut Work<'_, '_>, name: &str, first: Code, ty: Ty, form: Form) -> Code {
    let value = to_value(work, first);
    let source = format!("{}.{name}()?", value.receiver());
    let null = if form == Form::Native { Null::Never } else { Null::Maybe };
    Code { form, risk: Risk::Fails, ..Code::native(source, ty, null) }
}

fn length(work: &mut Work<'_, '_>, of: Code) -> Code {
    let count = Ty::Number(Num::Integer("usize"));
    let Some(source) = counted(&of) else {
        return dynamic(work, "length", of, count, Form::Native);
    };
    let ways = Ways { any: of.ways.any, ..Ways::default() };
    Code { risk: of.risk, ways, ..Code::native(source, count, Null::Never) }
}

/// The length of what Rust can count, in source.
fn counted(of: &Code) -> Option<String> {
    let receiver = of.receiver();
    if of.is_text() {
        return Some(format!("{receiver}.chars().count()"));
    }
    let Some(list) = of.list() else {
        return of.map().map(|_| format!("{receiver}.len()"));
    };
    Some(match list.shelf {
        Shelf::Stored(_) | Shelf::Values => format!("{receiver}.len()"),
        Shelf::Iterator | Shelf::Value => {
            format!("{}.count()", of.ways.count.as_deref().unwrap_or(&receiver))
        }
    })
}

fn keys(work: &mut Work<'_, '_>, of: Code) -> Code {
    let Some(map) = of.map() else {
        return dynamic(work, "keys", of, Ty::list(Ty::Text, Null::Never, Shelf::Value), Form::Value);
    };
    let source = format!("{}.keys(){}", of.receiver(), adapter(map.key, Null::Never));
    let ty = Ty::list(Ty::Text, Null::Never, Shelf::Iterator);
    Code { risk: of.risk, ..Code::native(source, ty, Null::Never) }
}

fn values(work: &mut Work<'_, '_>, of: Code) -> Code {
    let plain = |map: &&Map| map.value.is_copy() && map.value.as_list().is_none();
    let Some(map) = of.map().filter(plain) else {
        return dynamic(work, "values", of, Ty::list(Ty::Any, Null::Maybe, Shelf::Value), Form::Value);
    };
    let source = format!("{}.values(){}", of.receiver(), adapter(map.stored, map.null));
    let ty = Ty::list(map.value.clone(), map.null, Shelf::Iterator);
    Code { risk: of.risk, ..Code::native(source, ty, Null::Never) }
}

/// The elements of a list that Rust can order or add, which has no nulls.
fn plain_elements(of: &Code) -> Option<&List> {
    of.list().filter(|list| list.null == Null::Never)
}

fn extreme(work: &mut Work<'_, '_>, of: Code, name: &str) -> Code {
    let element = plain_elements(&of).map(|list| list.element.clone());
    let known = of.ty.as_list().map_or(Ty::Any, |list| list.element.clone());
    let method = match &element {
        Some(Ty::Text | Ty::Number(Num::Integer(_) | Num::Timestamp)) => format!("{name}()"),
        // An infinity or a number is greater than NaN, which JSON does not have.
        Some(Ty::Number(Num::Float(float))) => format!("reduce({float}::{name})"),
        Some(_) | None => return dynamic(work, name, of, known, Form::Value),
    };
    let source = format!("{}.{method}", operand(&iterator(&of)));
    Code { risk: of.risk, ..Code::native(source, known, Null::Maybe) }
}

fn sum(work: &mut Work<'_, '_>, of: Code) -> Code {
    let items = operand(&iterator(&of));
    let (source, number) = match plain_elements(&of).map(|list| &list.element) {
        Some(Ty::Number(Num::Integer("usize" | "i128"))) | None => {
            return dynamic(work, "sum", of, Ty::Number(Num::Float("f64")), Form::Value);
        }
        Some(Ty::Number(Num::Integer(_))) => {
            (format!("{items}.map(i128::from).sum::<i128>()"), Num::Integer("i128"))
        }
        Some(Ty::Number(Num::Float("f64"))) => (format!("{items}.sum::<f64>()"), Num::Float("f64")),
        Some(_) => return dynamic(work, "sum", of, Ty::Number(Num::Float("f64")), Form::Value),
    };
    Code { risk: of.risk, ..Code::native(source, Ty::Number(number), Null::Never) }
}

/// The first argument that is not null. All of them are computed, as JMESPath has it.
fn not_null(work: &mut Work<'_, '_>, first: Code, rest: impl Iterator<Item = Code>) -> Code {
    let mut codes = vec![first];
    codes.extend(rest);
    let risk = codes.iter().map(|code| code.risk).fold(Risk::None, Risk::max);
    let fold = codes.into_iter().reduce(|left, right| first_of(work, left, right));
    fold.map_or_else(Code::null, |code| Code { risk, ..code })
}

fn first_of(work: &mut Work<'_, '_>, left: Code, right: Code) -> Code {
    let sure = right.is_plain();
    let (a, b) = unified(work, left.clone(), right.clone());
    let (whole, risk) = (operand(&a.source), a.risk.max(b.risk));
    match (a.form, a.null) {
        (Form::Native, Null::Never) => a,
        (Form::Native, Null::Maybe) if sure => {
            let (_, plain) = numbers::alike(&left, &right).unwrap_or((left, right));
            let source = format!("{whole}.unwrap_or({})", plain.source);
            Code { risk, ..Code::native(source, a.ty, Null::Never) }
        }
        (Form::Native, Null::Maybe) => {
            Code { risk, ..Code::native(format!("{whole}.or({})", b.source), a.ty, Null::Maybe) }
        }
        (Form::Value, _) => {
            let source = format!("{VALUE}::first_not_null([{}, {}])", a.source, b.source);
            Code { risk, ..Code::value(source, a.ty) }
        }
    }
}

/// `starts_with`, `ends_with`, and `contains` of a string.
fn text_has(work: &mut Work<'_, '_>, name: &str, text: Code, part: Code) -> Code {
    let risk = text.risk.max(part.risk);
    if text.is_text() && part.is_text() {
        let source = format!("{}.{name}({})", text.receiver(), part.source);
        return Code { risk, ..Code::native(source, Ty::Bool, Null::Never) };
    }
    let (text, part) = (to_value(work, text), to_value(work, part));
    let source = format!("{}.{name}(&{})?", text.receiver(), part.source);
    Code { risk: Risk::Fails, ..Code::native(source, Ty::Bool, Null::Never) }
}

fn contains(work: &mut Work<'_, '_>, list: Code, wanted: Code, offset: usize) -> Lowered {
    let kind = wanted.ty.json_kind();
    if list.ty.json_kind() == Some(JsonKind::String) {
        return match kind {
            Some(JsonKind::String) => Ok(text_has(work, "contains", list, wanted.unwrapped())),
            None => Ok(text_has(work, "contains", list, wanted)),
            Some(kind) => {
                let message = format!("a string contains strings alone, and never {}", kind.shown());
                Err(Problem::new(offset, message))
            }
        };
    }
    let element = list.ty.as_list().and_then(|list| list.element.json_kind());
    if let (Some(element), Some(kind)) = (element, kind)
        && element != kind
        && kind != JsonKind::Null
    {
        let message =
            format!("{} is never in a list of which each element is {}", kind.shown(), element.shown());
        return Err(Problem::new(offset, message));
    }
    Ok(native_contains(&list, &wanted).unwrap_or_else(|| text_has(work, "contains", list, wanted)))
}

/// Whether a value is one of several literals, where Rust has one type for all.
pub(super) fn among(elements: &[Literal], wanted: &Code) -> Option<Code> {
    if wanted.form == Form::Value || elements.is_empty() {
        return None;
    }
    let literals: Option<Vec<String>> =
        elements.iter().map(|element| literal_like(element, &wanted.ty)).collect();
    let list = format!("[{}]", literals?.join(", "));
    let source = match wanted.null {
        Null::Never => format!("{list}.contains(&{})", wanted.source),
        Null::Maybe => format!("{}.is_some_and(|one| {list}.contains(&one))", operand(&wanted.source)),
    };
    Some(Code { risk: wanted.risk, ..Code::native(source, Ty::Bool, Null::Never) })
}

/// A literal in the type of another value.
fn literal_like(literal: &Literal, ty: &Ty) -> Option<String> {
    match (literal, ty) {
        (Literal::String(text), Ty::Text) => Some(literal::text(text)),
        (Literal::Number(text), Ty::Number(number)) => Some(numbers::literal(text, number)?.source),
        _ => None,
    }
}

/// Whether a list of numbers, strings or booleans has an element.
fn native_contains(list: &Code, wanted: &Code) -> Option<Code> {
    let of = list.list()?;
    if wanted.form == Form::Value || wanted.risk == Risk::Fails {
        return None;
    }
    let item = Code::native("item", of.element.clone(), of.null).place();
    let (item, wanted) = match (&item.ty, &wanted.ty) {
        (Ty::Number(_), Ty::Number(_)) => numbers::alike(&item, wanted)?,
        (Ty::Text, Ty::Text) | (Ty::Bool, Ty::Bool) => (item, wanted.clone()),
        _ => return None,
    };
    let plain = item.is_plain() && wanted.is_plain();
    let (a, b) = if plain { (item.source, wanted.source) } else { (item.optional(), wanted.optional()) };
    let source = match of.shelf {
        Shelf::Values if plain && a == "item" => format!("{}.contains(&{b})", list.receiver()),
        Shelf::Stored(Stored::Copy) if plain && a == "item" => {
            format!("{}.contains(&{b})", list.receiver())
        }
        Shelf::Stored(_) | Shelf::Values | Shelf::Iterator | Shelf::Value => {
            format!("{}.any(|item| {a} == {b})", operand(&iterator(list)))
        }
    };
    Some(Code { risk: list.risk, ..Code::native(source, Ty::Bool, Null::Never) })
}
