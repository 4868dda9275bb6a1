//! Members and elements: `a.b`, `a[0]`.

use super::ROOT;
use super::code::{Code, Form, Lowered, Problem, Ways, Work, operand};
use super::convert::{VALUE, found, iterator, settled};
use super::literal;
use super::stored::{self, adapter, flat, of_reference};
use super::ty::{JsonKind, List, Map, Null, Shelf, Stored, Ty};
use crate::diagnostics::nearest;
use crate::ir::Type;
use crate::names::TypeName;
use crate::resolve::graph::{Members, ShapeId, ShapeKind};

/// The member of that name; null where there is none.
pub(super) fn field(work: &mut Work<'_, '_>, base: Code, name: &str, offset: usize) -> Lowered {
    match (base.ty.clone(), base.form) {
        (Ty::Structure(id) | Ty::Union(id), Form::Native) => member(work, base, &id, name, offset),
        (Ty::Map(map), Form::Native) => base.then("map", |plain| Ok(entry(work, &plain, &map, name))),
        (Ty::Any | Ty::Object, _) | (Ty::Structure(_) | Ty::Union(_) | Ty::Map(_), Form::Value) => {
            let source = format!("{}.field({})", base.receiver(), literal::text(name));
            Ok(Code { risk: base.risk, ..Code::value(source, Ty::Any) })
        }
        (Ty::Null, _) => Ok(base),
        (ty @ (Ty::Bool | Ty::Number(_) | Ty::Text | Ty::Blob | Ty::List(_)), _) => {
            let problem = Problem::new(offset, format!("{} has no members, and so no `{name}`", ty.shown()));
            word(work, name, problem)
        }
    }
}

fn members<'m>(work: &Work<'_, 'm>, id: &ShapeId) -> Option<&'m Members> {
    match &work.types.model.shape(id).kind {
        ShapeKind::Structure(members) | ShapeKind::Union(members) => Some(members),
        ShapeKind::SimpleType(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::Service(_)
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_) => None,
    }
}

fn member(work: &mut Work<'_, '_>, base: Code, id: &ShapeId, name: &str, offset: usize) -> Lowered {
    let members = members(work, id);
    let Some(member) = members.and_then(|members| members.get(name)) else {
        let known = members.into_iter().flat_map(|members| members.keys()).map(String::as_str);
        let problem = Problem::new(offset, format!("`{id}` has no member `{name}`")).stale();
        return word(
            work,
            name,
            match nearest(name, known) {
                Some(near) => problem.help(format!("did you mean `{near}`?")),
                None => problem,
            },
        );
    };
    match base.ty {
        Ty::Union(_) => {
            let presence = presence(work, &base, id, name);
            let code = base.then("union", |plain| Ok(variant(work, &plain, id, name)))?;
            Ok(Code { ways: Ways { presence, ..code.ways }, ..code })
        }
        Ty::Structure(_)
        | Ty::Null
        | Ty::Bool
        | Ty::Number(_)
        | Ty::Text
        | Ty::Blob
        | Ty::List(_)
        | Ty::Map(_)
        | Ty::Object
        | Ty::Any => base.then("inner", |plain| {
            let code = stored::member(work, id, member, &plain.receiver());
            Ok(code.risking(&[&plain]))
        }),
    }
}

/// `null`, `true` and `false` without backquotes are names of members; anything else that is missing is wrong.
fn word(work: &mut Work<'_, '_>, name: &str, problem: Problem) -> Lowered {
    match name {
        "null" => {
            let message = "`null` without backquotes is a member of that name, which is missing and so null";
            let warning = Problem::new(problem.offset, message).help("write `` `null` `` for null itself");
            work.warnings.push(warning);
            Ok(Code::null())
        }
        "true" | "false" => Err(problem.help(format!("write `` `{name}` `` for the boolean"))),
        _ => Err(problem),
    }
}

/// The patterns of a union's variants: the pattern, what it holds and how.
pub(super) fn variants(work: &mut Work<'_, '_>, id: &ShapeId) -> Vec<(String, String, Code)> {
    let types = work.types;
    let Some(members) = members(work, id) else {
        return Vec::new();
    };
    let names = TypeName::of_variants(members.keys().map(String::as_str));
    let mut variants = Vec::new();
    for (member, variant) in members.values().zip(names) {
        work.names_deprecated |= member.traits.deprecated.is_some() || types.names_deprecated(&member.target);
        let path = format!("{ROOT}::{}::{variant}", types.name(id));
        let ty = stored::ty(types, &member.target);
        let (pattern, code) = match types.of_variant(member) {
            None => (path, Code::native("&smithy::Unit", ty, Null::Never)),
            Some(Type::Boxed(_)) => (format!("{path}(inner)"), of_reference(ty, Stored::Boxed, "inner")),
            Some(_) => {
                let stored = stored::stored(types, &member.target);
                (format!("{path}(inner)"), of_reference(ty, stored, "inner"))
            }
        };
        variants.push((member.name.clone(), pattern, code));
    }
    variants
}

/// The member of a plain union, which is null unless it is the one that is set.
fn variant(work: &mut Work<'_, '_>, union: &Code, id: &ShapeId, name: &str) -> Code {
    let found = variants(work, id).into_iter().find(|(member, ..)| member == name);
    let Some((_, pattern, code)) = found else {
        return Code::null();
    };
    let (some, none) = match code.form {
        Form::Native => (format!("Some({})", code.source), "None".to_owned()),
        Form::Value => (code.source.clone(), format!("{VALUE}::Null")),
    };
    let source = format!("if let {pattern} = {} {{ {some} }} else {{ {none} }}", union.source);
    Code { null: Null::Maybe, ..code.rewritten(source) }.risking(&[union])
}

/// What tells whether a member of a union is set.
fn presence(work: &mut Work<'_, '_>, union: &Code, id: &ShapeId, name: &str) -> Option<String> {
    let (_, pattern, _) = variants(work, id).into_iter().find(|(member, ..)| member == name)?;
    let pattern = pattern.replace("(inner)", "(_)");
    Some(match union.null {
        Null::Never => format!("matches!({}, {pattern})", union.source),
        Null::Maybe => format!("matches!({}, Some({pattern}))", union.source),
    })
}

/// The value of a key of a plain map.
fn entry(work: &mut Work<'_, '_>, base: &Code, map: &Map, key: &str) -> Code {
    let key = match map.key {
        Stored::Enum => format!("&{ROOT}::{}::from({})", work.types.name(&map.key_shape), literal::text(key)),
        Stored::Copy
        | Stored::String
        | Stored::IntEnum
        | Stored::Reference
        | Stored::Boxed
        | Stored::List
        | Stored::Document => literal::text(key),
    };
    found(map, &format!("{}.get({key})", base.receiver())).risking(&[base])
}

/// The element at an index, from the end where it is negative; null where there is none.
pub(super) fn index(base: Code, index: i64, offset: usize) -> Lowered {
    match (base.ty.clone(), base.form) {
        (Ty::List(list), Form::Native) => base.then("list", |plain| Ok(element(&plain, &list, index))),
        (Ty::Null, _) => Ok(base),
        (ty, _) => match ty.json_kind() {
            None | Some(JsonKind::List) => {
                let element = match ty {
                    Ty::List(list) => list.element,
                    Ty::Any | Ty::Null | Ty::Bool | Ty::Number(_) | Ty::Text | Ty::Blob => Ty::Any,
                    Ty::Structure(_) | Ty::Union(_) | Ty::Map(_) | Ty::Object => Ty::Any,
                };
                let source = format!("{}.index({index})", base.receiver());
                Ok(Code { risk: base.risk, ..Code::value(source, element) })
            }
            Some(kind) => {
                Err(Problem::new(offset, format!("{} has no elements, and so no `[{index}]`", kind.shown())))
            }
        },
    }
}

fn element(base: &Code, list: &List, index: i64) -> Code {
    let receiver = base.receiver();
    let source = match (list.shelf, index) {
        (Shelf::Stored(stored), 0) => format!("{receiver}.first(){}", adapter(stored, list.null)),
        (Shelf::Stored(stored), -1) => format!("{receiver}.last(){}", adapter(stored, list.null)),
        (Shelf::Stored(stored), 1..) => format!("{receiver}.get({index}){}", adapter(stored, list.null)),
        (Shelf::Stored(_) | Shelf::Values | Shelf::Iterator | Shelf::Value, _) => nth(base, index),
    };
    let source = match list.null {
        Null::Never => source,
        Null::Maybe => flat(&source),
    };
    let presence = match (list.shelf, list.null, index) {
        (Shelf::Stored(_), Null::Never, 0 | -1) => Some(format!("!{receiver}.is_empty()")),
        (Shelf::Stored(_) | Shelf::Values | Shelf::Iterator | Shelf::Value, ..) => None,
    };
    let ways = Ways { presence, ..Ways::default() };
    let code = Code::native(source, list.element.clone(), Null::Maybe);
    settled(Code { risk: base.risk, ways, ..code })
}

/// An element of what is iterated over.
fn nth(base: &Code, index: i64) -> String {
    let items = operand(&iterator(base));
    match (index, &base.ways.first) {
        (0, Some(first)) => first.clone(),
        (0, None) => format!("{items}.next()"),
        (-1, _) => format!("{items}.next_back()"),
        (1.., _) => format!("{items}.nth({index})"),
        (_, _) => format!("{items}.nth_back({})", -(index + 1)),
    }
}
