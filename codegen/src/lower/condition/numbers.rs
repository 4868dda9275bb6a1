//! Numbers of two types brought to one, as long as that is exact.

use super::code::{Code, closure, operand};
use super::ty::{Null, Num, Ty};

/// Two numbers in one type of Rust, if there is one that loses nothing.
pub(super) fn alike(left: &Code, right: &Code) -> Option<(Code, Code)> {
    let (Ty::Number(a), Ty::Number(b)) = (&left.ty, &right.ty) else {
        return None;
    };
    match (a, b) {
        (Num::Literal(_), Num::Literal(_)) | (Num::Big, _) | (_, Num::Big) => None,
        (Num::Literal(text), other) => Some((literal(text, other)?, right.clone())),
        (other, Num::Literal(text)) => Some((left.clone(), literal(text, other)?)),
        (Num::Integer(a), Num::Integer(b)) if a != b => {
            let wide = if is_wide(a) || is_wide(b) { "i128" } else { "i64" };
            Some((widened(left, a, wide), widened(right, b, wide)))
        }
        (a, b) if a == b => Some((left.clone(), right.clone())),
        (
            Num::Integer(_) | Num::Float(_) | Num::Timestamp,
            Num::Integer(_) | Num::Float(_) | Num::Timestamp,
        ) => None,
    }
}

fn is_wide(ty: &str) -> bool {
    matches!(ty, "usize" | "i128")
}

/// An integer as one of a type that holds all its values.
fn widened(code: &Code, from: &'static str, to: &'static str) -> Code {
    let convert = |name: &str| match from {
        // There is no `From<usize>`, and no machine whose addresses need more than 64 bits.
        "usize" => format!("{name} as {to}"),
        _ => format!("{to}::from({name})"),
    };
    let source = match (from == to, code.null) {
        (true, _) => code.source.clone(),
        (false, Null::Never) => convert(&code.source),
        (false, Null::Maybe) => {
            format!("{}.map({})", operand(&code.source), closure("number", &convert("number")))
        }
    };
    Code { ty: Ty::Number(Num::Integer(to)), ..code.clone().rewritten(source) }
}

/// A number that is written in the expression as one of another's type.
pub(super) fn literal(text: &str, other: &Num) -> Option<Code> {
    let source = match other {
        Num::Integer(ty) => integer(text, ty)?,
        Num::Float("f32") => format!("{:?}", text.parse::<f32>().ok().filter(|value| value.is_finite())?),
        Num::Float(_) => format!("{:?}", text.parse::<f64>().ok().filter(|value| value.is_finite())?),
        Num::Timestamp => format!("smithy::Timestamp::from_secs({})", text.parse::<i64>().ok()?),
        Num::Big | Num::Literal(_) => return None,
    };
    Some(Code::native(source, Ty::Number(other.clone()), Null::Never).place())
}

/// An integer in Rust, if it is one of that type's values and not the last.
fn integer(text: &str, ty: &str) -> Option<String> {
    let value: i128 = text.parse().ok()?;
    // A comparison with the least or the greatest value is not what Rust would have: some are always true.
    let within = |least: i128, greatest: i128| least < value && value < greatest;
    let fits = match ty {
        "i8" => within(i8::MIN.into(), i8::MAX.into()),
        "i16" => within(i16::MIN.into(), i16::MAX.into()),
        "i32" => within(i32::MIN.into(), i32::MAX.into()),
        "i64" => within(i64::MIN.into(), i64::MAX.into()),
        "usize" => within(0, u32::MAX.into()),
        _ => true,
    };
    fits.then(|| value.to_string())
}
