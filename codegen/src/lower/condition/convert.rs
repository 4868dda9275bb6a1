//! Values as other things: as a `query::Value`, as an iterator, as true or false.

use super::code::{Code, Cost, Form, Work, closure, operand};
use super::stored::{adapter, flat, of_reference};
use super::ty::{Map, Null, Num, Shelf, Stored, Ty};
use super::view;
use crate::resolve::graph::ShapeId;

/// The runtime's values, which a body imports.
pub(super) const VALUE: &str = "Value";

/// A list of documents, at any depth, as a `query::Value`: nothing is known of what is in it.
pub(super) fn settled(code: Code) -> Code {
    let Ty::List(list) = &code.ty else {
        return code;
    };
    let Some(inner) = of_documents(&list.element, list.null, list.shelf) else {
        return code;
    };
    let made = |receiver: &str| format!("{VALUE}::list({receiver}.iter(){inner})");
    let source = match code.null {
        Null::Never => made(&code.receiver()),
        Null::Maybe => {
            format!("{}.map_or({VALUE}::Null, |list| {})", operand(&code.source), made("list"))
        }
    };
    let ty = Ty::list(Ty::Any, Null::Maybe, Shelf::Value);
    Code { risk: code.risk, cost: code.cost, ..Code::value(source, ty) }
}

/// What turns an iterator over the elements of a list of documents into one over values.
fn of_documents(element: &Ty, null: Null, shelf: Shelf) -> Option<String> {
    let Shelf::Stored(stored) = shelf else {
        return None;
    };
    if *element == Ty::Any {
        return Some(adapter(stored, null).to_owned());
    }
    let list = element.as_list()?;
    let made = format!("{VALUE}::list(list.iter(){})", of_documents(&list.element, list.null, list.shelf)?);
    Some(match null {
        Null::Never => format!(".map(|list| {made})"),
        Null::Maybe => format!(".map(|list| list.as_ref().map_or({VALUE}::Null, |list| {made}))"),
    })
}

/// The same as a `query::Value`.
pub(super) fn to_value(work: &mut Work<'_, '_>, code: Code) -> Code {
    if code.form == Form::Value {
        return code;
    }
    let (ty, risk) = (loose(&code.ty), code.risk);
    let source = match direct(&code.ty) {
        true => format!("{VALUE}::from({})", code.source),
        false => {
            let converted = code.then("inner", |plain| Ok(Code::value(plain_value(work, &plain), Ty::Any)));
            converted.map_or_else(|_| format!("{VALUE}::Null"), |converted| converted.source)
        }
    };
    Code { risk, ..Code::value(source, ty) }
}

/// Whether `query::Value` takes what Rust has for a type as it is.
fn direct(ty: &Ty) -> bool {
    match ty {
        Ty::Bool | Ty::Text | Ty::Number(Num::Integer(_) | Num::Float(_)) => true,
        Ty::Null
        | Ty::Number(Num::Timestamp | Num::Big | Num::Literal(_))
        | Ty::Blob
        | Ty::Structure(_)
        | Ty::Union(_)
        | Ty::List(_)
        | Ty::Map(_)
        | Ty::Object
        | Ty::Any => false,
    }
}

/// What is still known of a value when it is a `query::Value`.
fn loose(ty: &Ty) -> Ty {
    match ty {
        Ty::Bool => Ty::Bool,
        Ty::Text | Ty::Blob => Ty::Text,
        Ty::Number(number) => Ty::Number(number.clone()),
        Ty::Structure(_) | Ty::Union(_) | Ty::Map(_) | Ty::Object => Ty::Object,
        Ty::List(list) => Ty::list(loose(&list.element), list.null, Shelf::Value),
        Ty::Null => Ty::Null,
        Ty::Any => Ty::Any,
    }
}

/// A plain value as a `query::Value`, in source.
fn plain_value(work: &mut Work<'_, '_>, code: &Code) -> String {
    let receiver = code.receiver();
    match &code.ty {
        Ty::Null | Ty::Object | Ty::Any => code.source.clone(),
        Ty::Bool | Ty::Text | Ty::Number(Num::Integer(_) | Num::Float(_)) => {
            format!("{VALUE}::from({})", code.source)
        }
        Ty::Number(Num::Timestamp) => {
            format!("{VALUE}::timestamp({receiver}.secs(), {receiver}.subsec_nanos())")
        }
        Ty::Number(Num::Big) => format!("{VALUE}::number({receiver}.as_str())"),
        Ty::Number(Num::Literal(text)) => format!("{VALUE}::number({text:?})"),
        Ty::Blob => format!("{VALUE}::from({receiver}.to_base64())"),
        Ty::Structure(id) if is_empty(work, id) => format!("{VALUE}::structure([])"),
        Ty::Structure(id) | Ty::Union(id) => {
            let function = view::of(work, id);
            format!("{function}({})", argument(&code.source))
        }
        Ty::List(list) => {
            let (element, null) = (list.element.clone(), list.null);
            let each = of_element(work, element, null);
            format!("{VALUE}::list({}{each})", iterator(code))
        }
        Ty::Map(map) => {
            let each = entry(work, map);
            format!("{VALUE}::object({receiver}.iter().map(|(key, value)| (key.as_str(), {each})))")
        }
    }
}

/// A reference as an argument: what is in a `Box` is found without being asked for.
fn argument(reference: &str) -> String {
    match (reference.strip_prefix("&**"), reference.strip_prefix("&*")) {
        (Some(name), _) => name.to_owned(),
        (None, Some(place)) => format!("&{place}"),
        (None, None) => reference.to_owned(),
    }
}

fn is_empty(work: &Work<'_, '_>, id: &ShapeId) -> bool {
    work.types.model.shape(id).members().next().is_none()
}

/// What turns an iterator over elements into one over `query::Value`s.
fn of_element(work: &mut Work<'_, '_>, element: Ty, null: Null) -> String {
    if direct(&element) {
        return format!(".map({VALUE}::from)");
    }
    let each = to_value(work, Code::native("item", element, null).place());
    format!(".map({})", closure("item", &each.source))
}

/// The `query::Value` of what a map holds, by a reference called `value`.
fn entry(work: &mut Work<'_, '_>, map: &Map) -> String {
    let code = match map.null {
        Null::Never => of_reference(map.value.clone(), map.stored, "value"),
        Null::Maybe => found(map, "Some(value)"),
    };
    to_value(work, code).source
}

/// What an `Option` of a reference to a map's value refers to.
pub(super) fn found(map: &Map, source: &str) -> Code {
    let adapted = format!("{source}{}", adapter(map.stored, map.null));
    match (map.stored, map.null) {
        (Stored::Document, _) => Code::value(format!("{VALUE}::from({adapted})"), Ty::Any),
        (_, Null::Never) => settled(Code::native(adapted, map.value.clone(), Null::Maybe)),
        (_, Null::Maybe) => settled(Code::native(flat(&adapted), map.value.clone(), Null::Maybe)),
    }
}

/// An iterator over the elements of a plain list, in source.
pub(super) fn iterator(code: &Code) -> String {
    let Ty::List(list) = &code.ty else {
        return code.source.clone();
    };
    match list.shelf {
        Shelf::Stored(stored) => format!("{}.iter(){}", code.receiver(), adapter(stored, list.null)),
        Shelf::Values if code.cost == Cost::Span => {
            format!("{}.iter().copied()", code.receiver())
        }
        Shelf::Values => format!("{}.into_iter()", code.receiver()),
        Shelf::Iterator | Shelf::Value => code.source.clone(),
    }
}
