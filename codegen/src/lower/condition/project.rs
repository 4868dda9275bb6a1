//! Projections: an expression on each of several values, nulls left out.

use super::code::{Code, Form, Lowered, Problem, Risk, Ways, Work, closure, operand, some};
use super::convert::{VALUE, iterator, to_value};
use super::expression::value;
use super::logic::truth;
use super::stored::{adapter, without_nulls};
use super::truth::Truth;
use super::ty::{JsonKind, List, Map, Null, Shelf, Ty};
use crate::jmespath::{Expression, Node, Slice, Which};

/// The runtime's functions, which a body imports.
const QUERY: &str = "query";

/// A projection of `base`; null where that is null.
pub(super) fn projection(
    work: &mut Work<'_, '_>,
    base: Code,
    which: &Which,
    each: &Expression,
    offset: usize,
) -> Lowered {
    if base.ty == Ty::Null {
        return Ok(base);
    }
    check(&base, which, offset)?;
    if is_whole(&base, which, each) {
        return Ok(base);
    }
    match (base.ty.clone(), base.form) {
        (Ty::List(_), Form::Native) => base.then("list", |plain| {
            let start = items(&plain);
            let chosen = chosen(work, start, which)?;
            projected(work, chosen, each)
        }),
        (Ty::Map(map), Form::Native) if map_values(&map).is_some() => base.then("map", |plain| {
            let start = values(&plain, &map);
            projected(work, start, each)
        }),
        (_, _) => {
            let base = to_value(work, base);
            dynamic(work, base, which, each)
        }
    }
}

/// Whether a projection gives the list as it is.
fn is_whole(base: &Code, which: &Which, each: &Expression) -> bool {
    let Ty::List(list) = &base.ty else {
        return false;
    };
    let flat = match which {
        Which::Elements => true,
        Which::Flattened => list.element.json_kind() != Some(JsonKind::List),
        Which::Values | Which::Slice(_) | Which::Filter(_) => false,
    };
    flat && base.form == Form::Native && list.null == Null::Never && each.node == Node::Current
}

/// What is projected must be a list, or an object for `.*`.
fn check(base: &Code, which: &Which, offset: usize) -> Result<(), Problem> {
    let Some(kind) = base.ty.json_kind() else {
        return Ok(());
    };
    let (right, what) = match which {
        Which::Values => (JsonKind::Object, "`*` stands for the values of an object"),
        Which::Elements => (JsonKind::List, "`[*]` stands for the elements of a list"),
        Which::Flattened => (JsonKind::List, "`[]` flattens a list"),
        Which::Slice(_) => (JsonKind::List, "a slice takes elements of a list"),
        Which::Filter(_) => (JsonKind::List, "`[?…]` filters a list"),
    };
    if kind == right {
        Ok(())
    } else {
        Err(Problem::new(offset, format!("{what}, and this is {}", kind.shown())))
    }
}

/// What can be iterated over, for a function that asks for no more.
fn iterable(items: &Code) -> String {
    let source = iterator(items);
    source.strip_suffix(".into_iter()").map_or(source.clone(), str::to_owned)
}

/// An iterator over the elements of a plain list.
fn items(plain: &Code) -> Code {
    let Some(list) = plain.ty.as_list() else {
        return plain.clone();
    };
    stream(iterator(plain), list.element.clone(), list.null, plain.risk)
}

fn stream(source: String, element: Ty, null: Null, risk: Risk) -> Code {
    Code { risk, ..Code::native(source, Ty::list(element, null, Shelf::Iterator), Null::Never) }
}

/// The type of a map's values, unless they are documents.
fn map_values(map: &Map) -> Option<&Ty> {
    let loose = |list: &List| list.element == Ty::Any;
    match &map.value {
        Ty::Any => None,
        Ty::List(list) if loose(list) || matches!(list.element, Ty::List(_)) => None,
        other => Some(other),
    }
}

fn values(plain: &Code, map: &Map) -> Code {
    let source = format!("{}.values(){}", plain.receiver(), adapter(map.stored, map.null));
    stream(source, map.value.clone(), map.null, plain.risk)
}

/// What a closure's parameter `item` is.
fn item(list: &List) -> Code {
    Code::native("item", list.element.clone(), list.null).place()
}

/// Those elements that the projection is about.
fn chosen(work: &mut Work<'_, '_>, items: Code, which: &Which) -> Lowered {
    let Ty::List(list) = items.ty.clone() else {
        return Ok(items);
    };
    match which {
        Which::Elements | Which::Values => Ok(items),
        Which::Flattened => Ok(flattened(items, &list)),
        Which::Slice(slice) => {
            let source = format!("{QUERY}::slice({}, {})", iterable(&items), numbers(slice));
            Ok(kept(source, &list, items.risk))
        }
        Which::Filter(condition) => {
            let truth = truth(work, &item(&list), condition)?;
            Ok(filtered(items, &list, &truth))
        }
    }
}

/// The arguments of a slice.
fn numbers(slice: &Slice) -> String {
    format!("{:?}, {:?}, {}", slice.start, slice.stop, slice.step)
}

fn filtered(items: Code, list: &List, truth: &Truth) -> Code {
    let base = operand(&items.source);
    match (truth.as_constant(), truth.risk) {
        (Some(true), _) => items,
        (_, Risk::None) => {
            let test = closure("&item", &truth.source);
            let ways = Ways {
                first: Some(format!("{base}.find({test})")),
                any: Some(format!("{base}.any({})", closure("item", &truth.source))),
                ..Ways::default()
            };
            Code { ways, ..items.rewritten(format!("{base}.filter({test})")) }
        }
        (_, Risk::Fails) => {
            let test = closure("item", &some(&truth.source));
            kept(format!("{QUERY}::try_filter({}, {test})?", iterable(&items)), list, Risk::Fails)
        }
    }
}

/// A list that a function of the runtime makes.
fn kept(source: String, list: &List, risk: Risk) -> Code {
    let ty = Ty::list(list.element.clone(), list.null, Shelf::Values);
    Code { risk, ..Code::native(source, ty, Null::Never) }
}

fn flattened(items: Code, list: &List) -> Code {
    let Ty::List(inner) = &list.element else {
        return items;
    };
    let flat = match list.null {
        Null::Never => "",
        Null::Maybe => ".flatten()",
    };
    let each = iterator(&Code::native("list", list.element.clone(), Null::Never).place());
    let source = format!("{}{flat}.flat_map(|list| {each})", iterator(&items));
    stream(source, inner.element.clone(), inner.null, items.risk)
}

/// What an expression gives for each of the items.
fn projected(work: &mut Work<'_, '_>, items: Code, each: &Expression) -> Lowered {
    let Ty::List(list) = items.ty.clone() else {
        return Ok(items);
    };
    if each.node == Node::Current {
        return Ok(dense(items, &list));
    }
    let code = value(work, &item(&list), each)?;
    let native = code.form == Form::Native && code.ty.is_copy();
    let code = if native { code } else { to_value(work, code) };
    Ok(mapped(items, code))
}

/// Items without those that are null.
fn dense(items: Code, list: &List) -> Code {
    match list.null {
        Null::Never => items,
        Null::Maybe => {
            stream(without_nulls(&iterator(&items)), list.element.clone(), Null::Never, items.risk)
        }
    }
}

fn mapped(items: Code, code: Code) -> Code {
    let base = operand(&iterator(&items));
    let risk = items.risk.max(code.risk);
    let given = closure("item", &code.source);
    let tried = closure("item", &some(&code.source));
    let iterable = iterable(&items);
    let source = match (code.risk, code.form, code.null) {
        (Risk::None, Form::Value, _) => format!("{VALUE}::projected({base}.map({given}))"),
        (Risk::None, Form::Native, Null::Never) => format!("{base}.map({given})"),
        (Risk::None, Form::Native, Null::Maybe) => format!("{base}.filter_map({given})"),
        (Risk::Fails, Form::Value, _) => {
            format!("{VALUE}::projected({QUERY}::try_map({iterable}, {tried})?)")
        }
        (Risk::Fails, Form::Native, Null::Never) => format!("{QUERY}::try_map({iterable}, {tried})?"),
        (Risk::Fails, Form::Native, Null::Maybe) => {
            format!("{QUERY}::try_map({iterable}, {tried})?.into_iter().flatten()")
        }
    };
    match code.form {
        Form::Native => {
            let vec = (code.risk, code.null) == (Risk::Fails, Null::Never);
            let shelf = if vec { Shelf::Values } else { Shelf::Iterator };
            let count = (code.risk, code.null) == (Risk::None, Null::Never);
            let ways = Ways { count: count.then(|| base.clone()), ..Ways::default() };
            Code { ways, risk, ..Code::native(source, Ty::list(code.ty, Null::Never, shelf), Null::Never) }
        }
        Form::Value => Code { risk, ..Code::value(source, Ty::list(code.ty, Null::Never, Shelf::Value)) },
    }
}

/// The projection of a `query::Value`.
fn dynamic(work: &mut Work<'_, '_>, base: Code, which: &Which, each: &Expression) -> Lowered {
    let element = match (&base.ty, which) {
        (_, Which::Values) => Ty::Any,
        (Ty::List(list), Which::Flattened) => match &list.element {
            Ty::List(inner) => inner.element.clone(),
            other => other.clone(),
        },
        (Ty::List(list), Which::Elements | Which::Slice(_) | Which::Filter(_)) => list.element.clone(),
        (_, Which::Elements | Which::Slice(_) | Which::Filter(_) | Which::Flattened) => Ty::Any,
    };
    let item = Code::value("item.clone()", element).received_by("item").place();
    let receiver = base.receiver();
    let chosen = match which {
        Which::Elements => base,
        Which::Values => part(&base, format!("{receiver}.members()")),
        Which::Flattened => part(&base, format!("{receiver}.flatten()")),
        Which::Slice(slice) => part(&base, format!("{receiver}.slice({})", numbers(slice))),
        Which::Filter(condition) => {
            let truth = truth(work, &item, condition)?;
            filtered_value(&base, &truth)
        }
    };
    project_value(work, &chosen, &item, each)
}

fn part(base: &Code, source: String) -> Code {
    Code { risk: base.risk, ..Code::value(source, base.ty.clone()) }
}

fn filtered_value(base: &Code, truth: &Truth) -> Code {
    let receiver = base.receiver();
    match truth.risk {
        Risk::None => part(base, format!("{receiver}.filter({})", closure("item", &truth.source))),
        Risk::Fails => {
            let test = closure("item", &some(&truth.source));
            Code { risk: Risk::Fails, ..part(base, format!("{receiver}.try_filter({test})?")) }
        }
    }
}

fn project_value(work: &mut Work<'_, '_>, base: &Code, item: &Code, each: &Expression) -> Lowered {
    let receiver = base.receiver();
    let list = |element: Ty| Ty::list(element, Null::Never, Shelf::Value);
    if each.node == Node::Current {
        let source = format!("{receiver}.project(|item| item)");
        return Ok(Code { risk: base.risk, ..Code::value(source, list(item.ty.clone())) });
    }
    let code = value(work, item, each)?;
    let code = to_value(work, code);
    let source = match code.risk {
        Risk::None => format!("{receiver}.project({})", closure("item", &code.source)),
        Risk::Fails => {
            format!("{receiver}.try_project({})?", closure("item", &some(&code.source)))
        }
    };
    Ok(Code { risk: base.risk.max(code.risk), ..Code::value(source, list(code.ty)) })
}
