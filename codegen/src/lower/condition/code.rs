//! Pieces of Rust on the way to a condition's body.

use std::collections::BTreeMap;

use super::ty::{Null, Ty};
use crate::lower::types::Types;
use crate::resolve::graph::ShapeId;

/// What lowering one condition knows and gathers.
pub(super) struct Work<'t, 'm> {
    pub(super) types: &'t Types<'m>,
    /// What is odd, but no fault.
    pub(super) warnings: Vec<Problem>,
    /// Functions that turn structures and unions into values, by shape.
    pub(super) views: BTreeMap<ShapeId, String>,
    /// Whether the code names something deprecated.
    pub(super) names_deprecated: bool,
}

impl<'t, 'm> Work<'t, 'm> {
    pub(super) fn new(types: &'t Types<'m>) -> Self {
        Self { types, warnings: Vec::new(), views: BTreeMap::new(), names_deprecated: false }
    }
}

/// What is wrong with an expression, and at which byte.
#[derive(Clone, Debug)]
pub(super) struct Problem {
    pub(super) offset: usize,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

impl Problem {
    pub(super) fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into(), help: None }
    }

    pub(super) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }
}

/// What lowering an expression gives.
pub(super) type Lowered<T = Code> = Result<T, Problem>;

/// An expression of Rust with what is known of its value.
#[derive(Clone, Debug)]
pub(super) struct Code {
    /// The expression.
    pub(super) source: String,
    /// What methods are called on, where that is shorter: `value.name` for `value.name.as_str()`.
    pub(super) receiver: Option<String>,
    /// What tells that the value is not null, where that is shorter than to look at it.
    pub(super) presence: Option<String>,
    /// The type of the value.
    pub(super) ty: Ty,
    /// Whether the value may be null; a `query::Value` holds its null itself.
    pub(super) null: Null,
    /// How Rust holds the value.
    pub(super) form: Form,
    /// Whether the expression may fail.
    pub(super) risk: Risk,
    /// Whether it can be written twice.
    pub(super) cost: Cost,
}

/// How Rust holds a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// As the type says, in an `Option` where it may be null.
    Native,
    /// As a `query::Value`.
    Value,
}

/// Whether an expression may fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Risk {
    /// It cannot.
    None,
    /// It has a `?` that leaves the closure around it.
    Fails,
}

/// What it costs to write an expression again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cost {
    /// Nothing: it names something that is there.
    Place,
    /// The work is done again, or the value is gone.
    Computed,
}

/// A Rust expression that gives a `bool`.
#[derive(Clone, Debug)]
pub(super) struct Truth {
    pub(super) source: String,
    pub(super) level: Level,
    pub(super) risk: Risk,
    /// The opposite, where it is written otherwise than with a `!` before it.
    pub(super) negated: Option<String>,
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

impl Code {
    /// A value as its type has it.
    pub(super) fn native(source: impl Into<String>, ty: Ty, null: Null) -> Self {
        Self {
            source: source.into(),
            receiver: None,
            presence: None,
            ty,
            null,
            form: Form::Native,
            risk: Risk::None,
            cost: Cost::Computed,
        }
    }

    /// A `query::Value` of which something may be known.
    pub(super) fn value(source: impl Into<String>, ty: Ty) -> Self {
        Self { form: Form::Value, ..Self::native(source, ty, Null::Maybe) }
    }

    /// What is always null.
    pub(super) fn null() -> Self {
        Self { cost: Cost::Place, ..Self::value("Value::Null", Ty::Null) }
    }

    /// The same, where methods can be called on something shorter.
    pub(super) fn received_by(self, receiver: impl Into<String>) -> Self {
        Self { receiver: Some(receiver.into()), ..self }
    }

    /// The same, where methods are called on what it is.
    pub(super) fn received_by_itself(self) -> Self {
        Self { receiver: None, presence: None, ..self }
    }

    /// The same, where writing it twice costs nothing.
    pub(super) fn place(self) -> Self {
        Self { cost: Cost::Place, ..self }
    }

    /// The same, which fails where any of `others` does.
    pub(super) fn risking(self, others: &[&Self]) -> Self {
        let risk = others.iter().map(|other| other.risk).fold(self.risk, Risk::max);
        Self { risk, ..self }
    }

    /// What methods are called on.
    pub(super) fn receiver(&self) -> String {
        self.receiver.clone().unwrap_or_else(|| operand(&self.source))
    }

    /// Whether it is a plain value, as its type has it.
    pub(super) fn is_plain(&self) -> bool {
        self.form == Form::Native && self.null == Null::Never
    }

    /// An `Option` of what this is.
    pub(super) fn optional(&self) -> String {
        match self.null {
            Null::Never => format!("Some({})", self.source),
            Null::Maybe => operand(&self.source),
        }
    }

    /// The plain value, where null is an error; what is a `query::Value` stays as it is.
    pub(super) fn unwrapped(self) -> Self {
        match (self.form, self.null) {
            (Form::Value, _) | (Form::Native, Null::Never) => self,
            (Form::Native, Null::Maybe) => Self {
                source: format!("{}?", operand(&self.source)),
                receiver: None,
                presence: None,
                null: Null::Never,
                risk: Risk::Fails,
                ..self
            },
        }
    }

    /// What `each` makes of the value, null where it is null. `name` is what the value is called inside.
    pub(super) fn then(self, name: &str, each: impl FnOnce(Self) -> Lowered) -> Lowered {
        if self.form == Form::Value || self.null == Null::Never {
            return each(self);
        }
        // A list that was made on the way is gone once it is used.
        let cost = if self.ty.is_made() { self.cost } else { Cost::Place };
        let inside = Self { cost, ..Self::native(name, self.ty.clone(), Null::Never) };
        let given = each(inside)?;
        let whole = operand(&self.source);
        let closure = closure(name, &given.source);
        let (some, none) = match (given.form, given.null) {
            (Form::Value, _) => (given.source.clone(), "Value::Null"),
            (Form::Native, Null::Never) => (format!("Some({})", given.source), "None"),
            (Form::Native, Null::Maybe) => (given.source.clone(), "None"),
        };
        let source = match (given.risk, given.form, given.null) {
            (Risk::Fails, ..) => {
                format!("match {whole} {{ Some({}) => {some}, None => {none} }}", parameter(name, &some))
            }
            (Risk::None, Form::Value, _) => format!("{whole}.map_or({none}, {closure})"),
            (Risk::None, Form::Native, Null::Never) => format!("{whole}.map({closure})"),
            (Risk::None, Form::Native, Null::Maybe) => format!("{whole}.and_then({closure})"),
        };
        let risk = given.risk.max(self.risk);
        Ok(Self { source, receiver: None, presence: None, null: Null::Maybe, risk, cost: Cost::Computed, ..given })
    }
}

impl Truth {
    pub(super) fn new(source: impl Into<String>, level: Level, risk: Risk) -> Self {
        Self { source: source.into(), level, risk, negated: None }
    }

    /// A comparison with its opposite: `source` takes what stands before the `=`, which is `=` or `!`.
    pub(super) fn either(source: impl Fn(&str) -> String, level: Level, risk: Risk) -> Self {
        Self { negated: Some(source("!")), ..Self::new(source("="), level, risk) }
    }

    /// The opposite.
    pub(super) fn negated(self) -> Self {
        match (self.as_constant(), self.negated.clone()) {
            (Some(value), _) => Self::constant(!value),
            (None, Some(source)) => Self { source, negated: Some(self.source), ..self },
            (None, None) => {
                let source = format!("!{}", self.within(Level::Unary));
                Self { source, level: Level::Unary, negated: Some(self.source), risk: self.risk }
            }
        }
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

/// A closure of one parameter, which has no name where the body has no use for it; the function where the body
/// only calls one.
pub(super) fn closure(name: &str, body: &str) -> String {
    let function = body.strip_suffix(&format!("({name})"));
    let is_path = |path: &&str| path.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | ':'));
    match function.filter(is_path) {
        Some(function) => function.to_owned(),
        None => format!("|{}| {body}", parameter(name, body)),
    }
}

/// The pattern of a parameter: an iterator must be mutable to be asked for an element.
fn parameter(name: &str, body: &str) -> String {
    let asked = [".next()", ".next_back()", ".nth(", ".nth_back("];
    let variable = name.trim_start_matches('&');
    match (body.contains(variable), asked.iter().any(|method| body.contains(&format!("{variable}{method}")))) {
        (false, _) => "_".to_owned(),
        (true, true) => format!("mut {name}"),
        (true, false) => name.to_owned(),
    }
}

/// An expression on which a method can be called.
pub(super) fn operand(source: &str) -> String {
    let prefixed = source.starts_with(['&', '*', '!', '-']);
    if prefixed { format!("({source})") } else { operand_at_start(source) }
}

/// An expression that can stand to the left of an operator, where a block would end a statement.
fn operand_at_start(source: &str) -> String {
    let block = ["{", "match ", "if "].iter().any(|start| source.starts_with(start));
    if block { format!("({source})") } else { source.to_owned() }
}
