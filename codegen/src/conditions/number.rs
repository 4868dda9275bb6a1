//! Numbers that an expression writes out, as those of a type of Rust.

use super::ty::RustNumber;
use crate::ir::condition::Operand;
use crate::json::decimal;

/// A number as one of a type, if that is exact.
pub(super) fn literal(text: &str, number: RustNumber) -> Option<Operand> {
    match number {
        RustNumber::F32 => {
            let value: f32 = text.parse().ok()?;
            float(text, value.to_string().parse().ok()?)
        }
        RustNumber::F64 => float(text, text.parse().ok()?),
        RustNumber::Timestamp => text.parse().ok().map(Operand::Seconds),
        RustNumber::I8 => integer(text, i8::MIN.into(), i8::MAX.into()),
        RustNumber::I16 => integer(text, i16::MIN.into(), i16::MAX.into()),
        RustNumber::I32 => integer(text, i32::MIN.into(), i32::MAX.into()),
        RustNumber::I64 => integer(text, i64::MIN.into(), i64::MAX.into()),
        RustNumber::Usize => integer(text, 0, u32::MAX.into()),
    }
}

/// A float whose shortest decimal digits are the number that is written: it stands for nothing else.
fn float(text: &str, value: f64) -> Option<Operand> {
    let exact = value.is_finite() && decimal(&format!("{value:?}")).compare(&decimal(text)).is_eq();
    exact.then_some(Operand::Float(value))
}

/// A whole number between two others: a comparison with the least or greatest value of a type may always be true, and
/// Rust warns of it.
fn integer(text: &str, least: i128, greatest: i128) -> Option<Operand> {
    let value: i128 = text.parse().ok()?;
    (least < value && value < greatest).then_some(Operand::Integer(value))
}
