//! Pieces of Rust that give a `bool`.

use super::code::{Code, Risk, operand_at_start};
use super::ty::{Null, Ty};

/// A Rust expression that gives a `bool`.
#[derive(Clone, Debug)]
pub(super) struct Truth {
    pub(super) source: String,
    pub(super) level: Level,
    pub(super) risk: Risk,
    /// The opposite, where it is written otherwise than with a `!` before it.
    opposite: Option<(String, Level)>,
}

/// How strongly the outermost operator of an expression binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// `||`.
    Or,
    /// `&&`.
    And,
    /// `==`, `<`.
    Comparison,
    /// `!`.
    Unary,
    /// A name, a call, a field.
    Postfix,
}

impl Truth {
    pub(super) fn new(source: impl Into<String>, level: Level, risk: Risk) -> Self {
        Self { source: source.into(), level, risk, opposite: None }
    }

    /// The same, with its opposite.
    pub(super) fn or_else(self, opposite: impl Into<String>, level: Level) -> Self {
        Self { opposite: Some((opposite.into(), level)), ..self }
    }

    /// A comparison with its opposite: `source` takes what stands before the `=`, which is `=` or `!`.
    pub(super) fn either(source: impl Fn(&str) -> String, level: Level, risk: Risk) -> Self {
        Self::new(source("="), level, risk).or_else(source("!"), level)
    }

    /// The opposite.
    pub(super) fn negated(self) -> Self {
        let (source, level) = match (self.as_constant(), &self.opposite) {
            (Some(value), _) => return Self::constant(!value),
            (None, Some(opposite)) => opposite.clone(),
            (None, None) => (format!("!{}", self.within(Level::Unary)), Level::Unary),
        };
        Self::new(source, level, self.risk).or_else(self.source, self.level)
    }

    /// What is known before the code runs.
    pub(super) fn constant(value: bool) -> Self {
        Self::new(value.to_string(), Level::Postfix, Risk::None)
    }

    /// The value, where it is a constant.
    pub(super) fn as_constant(&self) -> Option<bool> {
        self.source.parse().ok()
    }

    /// The expression as an operand of an operator that binds as strongly as `level`.
    pub(super) fn within(&self, level: Level) -> String {
        if self.level < level { format!("({})", self.source) } else { operand_at_start(&self.source) }
    }

    /// The value as a piece of code.
    pub(super) fn into_code(self) -> Code {
        let source = self.within(Level::Unary);
        Code { risk: self.risk, ..Code::native(source, Ty::Bool, Null::Never) }
    }
}
