//! Numbers of two types brought to one, as long as that is exact.

use super::code::{Code, operand};
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
        "usize" => format!("({name} as {to})"),
        _ => format!("{to}::from({name})"),
    };
    let source = match (from == to, code.null) {
        (true, _) => code.source.clone(),
        (false, Null::Never) => convert(&code.source),
        (false, Null::Maybe) => format!("{}.map(|number| {})", operand(&code.source), convert("number")),
    };
    Code { source, ty: Ty::Number(Num::Integer(to)), ..code.clone() }.received_by_itself()
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

/// An integer in Rust, if it is one of that type's values.
fn integer(text: &str, ty: &str) -> Option<String> {
    let value: i128 = text.parse().ok()?;
    let fits = match ty {
        "i8" => i8::try_from(value).is_ok(),
        "i16" => i16::try_from(value).is_ok(),
        "i32" => i32::try_from(value).is_ok(),
        "i64" => i64::try_from(value).is_ok(),
        "usize" => u32::try_from(value).is_ok(),
        _ => true,
    };
    fits.then(|| value.to_string())
}
