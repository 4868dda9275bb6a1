//! Values as true or false, and as null or not.

use super::code::{Code, Form, Risk, Work, closure, operand};
use super::convert::to_value;
use super::truth::{Level, Truth};
use super::ty::{Null, Shelf, Ty};
use crate::resolve::graph::{ShapeId, ShapeKind};

/// Whether a value counts as true: anything but null, `false` and what is empty.
pub(super) fn truthy(work: &mut Work<'_, '_>, code: Code) -> Truth {
    let risk = code.risk;
    match (code.form, code.null) {
        (Form::Value, _) => Truth::new(format!("{}.is_truthy()", code.receiver()), Level::Postfix, risk),
        (Form::Native, Null::Never) => plain(work, code),
        (Form::Native, Null::Maybe) if code.ty == Ty::Bool => Truth::either(
            |not| format!("{} {not}= Some(true)", operand(&code.source)),
            Level::Comparison,
            risk,
        ),
        (Form::Native, Null::Maybe) => {
            let truth = plain(work, Code::native("some", code.ty.clone(), Null::Never).place());
            match truth.as_constant() {
                Some(true) => is_null(&code).negated(),
                Some(false) => truth,
                None => {
                    let (whole, opposite) = (operand(&code.source), truth.clone().negated());
                    let method =
                        |name: &str, body: &str| format!("{whole}.{name}({})", closure("some", body));
                    Truth::new(method("is_some_and", &truth.source), Level::Postfix, risk)
                        .or_else(method("is_none_or", &opposite.source), Level::Postfix)
                }
            }
        }
    }
}

fn plain(work: &mut Work<'_, '_>, code: Code) -> Truth {
    match &code.ty {
        Ty::Null => Truth::constant(false),
        Ty::Bool => boolean(&code),
        Ty::Number(_) | Ty::Union(_) => Truth::constant(true),
        Ty::Text | Ty::Blob | Ty::Map(_) => filled(&code),
        Ty::List(list) => match (list.shelf, &code.ways.any) {
            (Shelf::Stored(_) | Shelf::Values, _) => filled(&code),
            (Shelf::Iterator | Shelf::Value, Some(any)) => Truth::new(any, Level::Postfix, code.risk),
            (Shelf::Iterator | Shelf::Value, None) => {
                let next = format!("{}.next()", code.receiver());
                Truth::new(format!("{next}.is_some()"), Level::Postfix, code.risk)
                    .or_else(format!("{next}.is_none()"), Level::Postfix)
            }
        },
        Ty::Structure(id) => match structure(work, id) {
            Some(known) => Truth::constant(known),
            None => {
                let value = to_value(work, code);
                truthy(work, value)
            }
        },
        Ty::Object | Ty::Any => {
            Truth::new(format!("{}.is_truthy()", code.receiver()), Level::Postfix, code.risk)
        }
    }
}

fn boolean(code: &Code) -> Truth {
    let level = if code.source.starts_with(['!', '*']) { Level::Unary } else { Level::Postfix };
    code.source.parse().map_or_else(|_| Truth::new(&code.source, level, code.risk), Truth::constant)
}

fn filled(code: &Code) -> Truth {
    if code.source.starts_with('"') {
        return Truth::constant(code.source != "\"\"");
    }
    if code.source.starts_with('[') && code.risk == Risk::None {
        // An array that is written out has an element.
        return Truth::constant(true);
    }
    let empty = format!("{}.is_empty()", code.receiver());
    Truth::new(format!("!{empty}"), Level::Unary, code.risk).or_else(empty, Level::Postfix)
}

/// Whether structures of a shape count as true, where all of them do or none does.
fn structure(work: &Work<'_, '_>, id: &ShapeId) -> Option<bool> {
    match &work.types.model.shape(id).kind {
        ShapeKind::Structure(members) if members.is_empty() => Some(false),
        ShapeKind::Structure(members) => {
            members.values().any(|member| member.traits.required).then_some(true)
        }
        ShapeKind::SimpleType(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Union(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::Service(_)
        | ShapeKind::Operation(_)
        | ShapeKind::Resource(_) => None,
    }
}

/// Whether a value is null.
pub(super) fn is_null(code: &Code) -> Truth {
    let receiver = code.receiver();
    if let Some(presence) = &code.ways.presence {
        return match presence.strip_prefix('!') {
            Some(absence) => Truth::new(absence, Level::Postfix, code.risk).or_else(presence, Level::Unary),
            None => {
                Truth::new(format!("!{presence}"), Level::Unary, code.risk).or_else(presence, Level::Postfix)
            }
        };
    }
    match (code.form, code.null, code.risk) {
        (Form::Value, _, risk) => Truth::new(format!("{receiver}.is_null()"), Level::Postfix, risk),
        (Form::Native, Null::Maybe, risk) => {
            Truth::new(format!("{receiver}.is_none()"), Level::Postfix, risk)
                .or_else(format!("{receiver}.is_some()"), Level::Postfix)
        }
        (Form::Native, Null::Never, Risk::None) => Truth::constant(false),
        (Form::Native, Null::Never, Risk::Fails) => {
            Truth::new(format!("Some({}).is_none()", code.source), Level::Postfix, Risk::Fails)
        }
    }
}
