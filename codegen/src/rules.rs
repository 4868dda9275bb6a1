//! Rules beyond the constraint traits: reads and checks the traits of the namespace `smithygen.rules`.
//!
//! The traits are Smithy shapes themselves ([`SHAPES`]), documented there, and any model may have them; nothing here
//! knows a service.

mod bind;
mod due;
mod members;
mod names;
mod string_format;
mod table;
mod trait_values;
mod types;
mod value;

use std::sync::LazyLock;

use crate::diagnostics::{Diagnostic, Diagnostics, Sources, Span};
use crate::json::Value;
use crate::resolve;
use crate::resolve::graph::{Model, Shape};
use crate::resolve::traits::Traits;

pub(crate) use self::due::{JsonKind, SentParameter};
pub(crate) use self::types::{
    Asks, Binding, Case, CaseMember, ConditionRule, FormatRule, Key, KeyTable, KnownMisspelling, MemberRule,
    NextRequest, RejectedCase, Requirement, Rule, Rules,
};
pub(crate) use crate::ir::rules::{Count, KeyValue, MemberPresence, RelatedKeys, RuleSeverity, StringFormat};

/// The shapes of the traits, as a model in JSON AST.
pub const SHAPES: &str = include_str!("rules/shapes.json");

/// The namespace of the traits.
pub const NAMESPACE: &str = "smithygen.rules";

/// The graph of the traits' own shapes.
static TRAITS: LazyLock<Model> = LazyLock::new(|| {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    sources.add("smithygen.rules".to_owned(), SHAPES.to_owned());
    let model = resolve::assemble(&mut errors, &sources).filter(|_| !errors.is_fatal());
    model.expect("the shapes of the rules are a valid model")
});

/// Reads every rule of a model. What is wrong is pushed to `errors`; a rule that names what the model lacks is stale.
pub(crate) fn read(errors: &mut Diagnostics, model: &Model) -> Rules {
    let mut rules = Rules::default();
    let shapes = || model.shapes.values().filter(|shape| has_rules(shape));
    for shape in shapes() {
        trait_values::check(errors, &TRAITS, model, shape);
    }
    if errors.is_fatal() {
        return rules;
    }
    for shape in shapes() {
        members::declarations(errors, model, shape, &mut rules);
    }
    for shape in shapes() {
        table::read(errors, model, shape, &mut rules);
    }
    for shape in shapes() {
        bind::read(errors, model, shape, &mut rules);
        members::read(errors, model, shape, &mut rules);
    }
    names::unique(errors, &rules);
    rules
}

/// Whether a shape or a member of it has a trait of ours.
fn has_rules(shape: &Shape) -> bool {
    let ours = |traits: &Traits| traits.in_namespace(NAMESPACE).next().is_some();
    ours(&shape.traits) || shape.members().any(|member| ours(&member.traits))
}

/// The value of one of our traits.
fn trait_value<'t>(traits: &'t Traits, name: &str) -> Option<&'t Value> {
    traits.in_namespace(NAMESPACE).find(|(id, _)| id.name() == name).map(|(_, value)| value)
}

/// The error of a rule that names something which the model lacks.
fn stale(message: String, span: Span, owner: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::error(message).at(span).shape(owner).stale()
}
