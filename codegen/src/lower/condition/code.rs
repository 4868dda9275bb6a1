//! Pieces of Rust on the way to a condition's body.

use std::collections::BTreeMap;

use super::ty::{List, Map, Null, Ty};
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
    /// Whether it names what the model lacks, as a model of another month may.
    pub(super) stale: bool,
}

impl Problem {
    pub(super) fn new(offset: usize, message: impl Into<String>) -> Self {
        Self { offset, message: message.into(), help: None, stale: false }
    }

    pub(super) fn stale(self) -> Self {
        Self { stale: true, ..self }
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
    /// Shorter ways to what is asked of it.
    pub(super) ways: Ways,
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

/// Other expressions that answer what is asked of a value, where they are shorter than to look at it.
#[derive(Clone, Debug, Default)]
pub(super) struct Ways {
    /// What methods are called on: `value.name` for `value.name.as_str()`.
    pub(super) receiver: Option<String>,
    /// Whether it is not null.
    pub(super) presence: Option<String>,
    /// What has as many elements.
    pub(super) count: Option<String>,
    /// The first element in an `Option`.
    pub(super) first: Option<String>,
    /// Whether it has an element.
    pub(super) any: Option<String>,
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
    Span,
    /// The work is done again, or the value is gone.
    Computed,
}

impl Code {
    /// A value as its type has it.
    pub(super) fn native(source: impl Into<String>, ty: Ty, null: Null) -> Self {
        Self {
            source: source.into(),
            ways: Ways::default(),
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
        Self { cost: Cost::Span, ..Self::value("Value::Null", Ty::Null) }
    }

    /// The same, where methods can be called on something shorter.
    pub(super) fn received_by(self, receiver: impl Into<String>) -> Self {
        Self { ways: Ways { receiver: Some(receiver.into()), ..self.ways }, ..self }
    }

    /// What is known of it, with another source.
    pub(super) fn rewritten(self, source: impl Into<String>) -> Self {
        Self { source: source.into(), ways: Ways::default(), cost: Cost::Computed, ..self }
    }

    /// The same, where writing it twice costs nothing.
    pub(super) fn place(self) -> Self {
        Self { cost: Cost::Span, ..self }
    }

    /// The same, which fails where any of `others` does.
    pub(super) fn risking(self, others: &[&Self]) -> Self {
        let risk = others.iter().map(|other| other.risk).fold(self.risk, Risk::max);
        Self { risk, ..self }
    }

    /// What methods are called on.
    pub(super) fn receiver(&self) -> String {
        self.ways.receiver.clone().unwrap_or_else(|| operand(&self.source))
    }

    /// What is known of it, if Rust has a list.
    pub(super) fn list(&self) -> Option<&List> {
        self.ty.as_list().filter(|_| self.form == Form::Native)
    }

    /// What is known of it, if Rust has a map.
    pub(super) fn map(&self) -> Option<&Map> {
        self.ty.as_map().filter(|_| self.form == Form::Native)
    }

    /// Whether Rust has a `&str`, or an `Option` of one.
    pub(super) fn is_text(&self) -> bool {
        self.form == Form::Native && self.ty == Ty::Text
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
            (Form::Native, Null::Maybe) => {
                let source = format!("{}?", operand(&self.source));
                Self { null: Null::Never, risk: Risk::Fails, ..self.rewritten(source) }
            }
        }
    }

    /// What `each` makes of the value, null where it is null. `name` is what the value is called inside.
    pub(super) fn then(self, name: &str, each: impl FnOnce(Self) -> Lowered) -> Lowered {
        if self.form == Form::Value || self.null == Null::Never {
            return each(self);
        }
        // A list that was made on the way is gone once it is used.
        let cost = if self.ty.is_made() { self.cost } else { Cost::Span };
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
        Ok(Self { null: Null::Maybe, risk, ..given.rewritten(source) })
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
    match (body.contains(variable), asked.iter().any(|method| body.contains(&format!("{variable}{method}"))))
    {
        (false, _) => "_".to_owned(),
        (true, true) => format!("mut {name}"),
        (true, false) => name.to_owned(),
    }
}

/// `Some(…)`, or what a `?` would take out of it.
pub(super) fn some(source: &str) -> String {
    match syn::parse_str::<syn::Expr>(source) {
        Ok(syn::Expr::Try(_)) => source.trim_end_matches('?').to_owned(),
        Ok(_) | Err(_) => format!("Some({source})"),
    }
}

/// An expression on which a method can be called.
pub(super) fn operand(source: &str) -> String {
    let prefixed = source.starts_with(['&', '*', '!', '-']) || source.ends_with(" as i128");
    if prefixed { format!("({source})") } else { operand_at_start(source) }
}

/// An expression that can stand to the left of an operator, where a block would end a statement.
pub(super) fn operand_at_start(source: &str) -> String {
    let block = ["{", "match ", "if "].iter().any(|start| source.starts_with(start));
    if block { format!("({source})") } else { source.to_owned() }
}
