//! Lists and objects that an expression makes: `[a, b]`, `{x: a}`.

use super::code::{Code, Form, Lowered, Risk, Work};
use super::convert::{VALUE, to_value};
use super::expression::value;
use super::literal;
use super::logic::unified;
use super::ty::{Null, Shelf, Ty};
use crate::jmespath::Expression;

/// A list of several values, or null where the current value is.
pub(super) fn list(work: &mut Work<'_, '_>, current: &Code, elements: &[Expression]) -> Lowered {
    unless_null(work, current, |work, current| {
        let codes: Lowered<Vec<Code>> =
            elements.iter().map(|element| value(work, current, element)).collect();
        Ok(listed(work, codes?))
    })
}

/// An object of several values, or null where the current value is.
pub(super) fn hash(work: &mut Work<'_, '_>, current: &Code, entries: &[(String, Expression)]) -> Lowered {
    unless_null(work, current, |work, current| {
        let mut sources = Vec::new();
        let mut risk = Risk::None;
        for (key, expression) in entries {
            let code = value(work, current, expression)?;
            risk = risk.max(code.risk);
            sources.push(format!("({}, {})", literal::text(key), to_value(work, code).source));
        }
        let source = format!("{VALUE}::object([{}])", sources.join(", "));
        Ok(Code { risk, ..Code::value(source, Ty::Object) })
    })
}

fn unless_null(
    work: &mut Work<'_, '_>,
    current: &Code,
    made: impl FnOnce(&mut Work<'_, '_>, &Code) -> Lowered,
) -> Lowered {
    match (current.form, &current.ty) {
        (_, Ty::Null) => Ok(current.clone()),
        (Form::Native, _) => current.clone().then("some", |plain| made(work, &plain)),
        (Form::Value, _) => {
            let code = made(work, current)?;
            let code = to_value(work, code);
            let source =
                format!("if {}.is_null() {{ {VALUE}::Null }} else {{ {} }}", current.receiver(), code.source);
            Ok(code.rewritten(source))
        }
    }
}

/// An array where all values are of one type that can be copied, a `query::Value` otherwise.
pub(super) fn listed(work: &mut Work<'_, '_>, codes: Vec<Code>) -> Code {
    let risk = codes.iter().map(|code| code.risk).fold(Risk::None, Risk::max);
    let codes = alike(work, codes);
    let sources: Vec<&str> = codes.iter().map(|code| code.source.as_str()).collect();
    let sources = sources.join(", ");
    let (first, same) = match codes.first() {
        Some(first) => (first.clone(), codes.iter().all(|code| code.ty == first.ty)),
        None => (Code::null(), true),
    };
    let element = if same { first.ty.clone() } else { Ty::Any };
    match first.form {
        Form::Native => {
            let ty = Ty::list(element, first.null, Shelf::Values);
            Code { risk, ..Code::native(format!("[{sources}]"), ty, Null::Never) }
        }
        Form::Value => {
            let ty = Ty::list(element, Null::Maybe, Shelf::Value);
            Code { risk, ..Code::value(format!("{VALUE}::list([{sources}])"), ty) }
        }
    }
}

/// All values in one type of Rust.
fn alike(work: &mut Work<'_, '_>, codes: Vec<Code>) -> Vec<Code> {
    let common = codes.iter().cloned().reduce(|common, code| unified(work, common, code).1);
    match common {
        Some(common) if common.form == Form::Native && common.ty.is_copy() => {
            codes.into_iter().map(|code| unified(work, code, common.clone()).0).collect()
        }
        Some(_) | None => codes.into_iter().map(|code| to_value(work, code)).collect(),
    }
}
