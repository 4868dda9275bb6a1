//! Numbers of Rust, and those that an expression writes out.

use crate::ir::condition::Operand;
use crate::json::decimal;
use crate::resolve::graph::{Shape, ShapeKind, SimpleType};

/// A type of Rust that has an order of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RustNumber {
    I8,
    I16,
    I32,
    I64,
    Usize,
    F32,
    F64,
    Timestamp,
}

impl RustNumber {
    /// What Rust has for the numbers of a shape.
    pub(super) fn of(shape: &Shape) -> Option<Self> {
        Some(match shape.kind {
            ShapeKind::IntEnum(_) | ShapeKind::SimpleType(SimpleType::Integer) => Self::I32,
            ShapeKind::SimpleType(SimpleType::Byte) => Self::I8,
            ShapeKind::SimpleType(SimpleType::Short) => Self::I16,
            ShapeKind::SimpleType(SimpleType::Long) => Self::I64,
            ShapeKind::SimpleType(SimpleType::Float) => Self::F32,
            ShapeKind::SimpleType(SimpleType::Double) => Self::F64,
            ShapeKind::SimpleType(SimpleType::Timestamp) => Self::Timestamp,
            _ => return None,
        })
    }
}

/// A number as one of a type, if that is exact.
pub(super) fn literal(text: &str, number: RustNumber) -> Option<Operand> {
    match number {
        RustNumber::F32 => float(text, text.parse::<f32>().ok()?.to_string().parse().ok()?),
        RustNumber::F64 => float(text, text.parse().ok()?),
        RustNumber::Timestamp => None,
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
