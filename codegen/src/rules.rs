//! Rules beyond the constraint traits: what the traits of the namespace `smithygen.rules` say, read and checked.
//!
//! The traits are Smithy shapes themselves ([`SHAPES`]), documented there, and any model may carry them; nothing here
//! knows a service.

mod bind;

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
use crate::load;
use crate::resolve;
use crate::resolve::graph::{Model, Shape};
use crate::resolve::traits::Traits;

pub(crate) use self::string_format::StringFormat;
pub(crate) use self::types::{
    Asks, Binding, Case, CaseMember, ConditionRule, Count, FormatRule, Key, KeyTable, KeyValue,
    KnownMisspelling, MemberPresence, MemberRule, RelatedKeys, Requirement, Rule, RuleSeverity, Rules,
};

/// The shapes of the traits, as a model in JSON AST.
pub const SHAPES: &str = include_str!("rules/shapes.json");

/// The namespace of the traits.
pub const NAMESPACE: &str = "smithygen.rules";

/// The graph of the traits' own shapes.
static TRAITS: LazyLock<Model> = LazyLock::new(|| {
    let mut errors = Diagnostics::default();
    let mut sources = Sources::default();
    sources.add("smithygen.rules".to_owned(), SHAPES.to_owned());
    let documents = load::documents(&mut errors, &sources);
    let model = resolve::resolve(&mut errors, &documents);
    assert!(!errors.is_fatal(), "the shapes of the rules are a right model: {:?}", errors.sorted());
    model
});

/// Reads every rule of a model. What is wrong goes to `errors`; a rule that names what the model lacks is stale.
pub(crate) fn read(errors: &mut Diagnostics, model: &Model) -> Rules {
    let mut rules = Rules::default();
    let carriers = || model.shapes.values().filter(|shape| carries(shape));
    for shape in carriers() {
        trait_values::check(errors, &TRAITS, model, shape);
    }
    if errors.is_fatal() {
        return rules;
    }
    for shape in carriers() {
        members::declarations(errors, model, shape, &mut rules);
    }
    for shape in carriers() {
        table::read(errors, model, shape, &mut rules);
    }
    for shape in carriers() {
        bind::read(errors, model, shape, &mut rules);
        members::read(errors, model, shape, &mut rules);
    }
    names::unique(errors, &rules);
    rules
}

/// Whether a shape or a member of it carries a trait of ours.
fn carries(shape: &Shape) -> bool {
    let ours = |traits: &Traits| traits.in_namespace(NAMESPACE).next().is_some();
    ours(&shape.traits) || shape.members().any(|member| ours(&member.traits))
}

/// The value of one of our traits.
fn trait_value<'t>(traits: &'t Traits, name: &str) -> Option<&'t Value> {
    traits.in_namespace(NAMESPACE).find(|(id, _)| id.name() == name).map(|(_, value)| value)
}

/// A rule that names something which the model lacks.
fn stale(message: String, place: Span, owner: impl std::fmt::Display) -> Diagnostic {
    Diagnostic::error(message).at(place).shape(owner).stale()
}
