//! Checks that the values of our traits fit the shapes of the traits, and that shapes may have the traits
//! ([Smithy 2.0, trait node values](https://smithy.io/2.0/spec/model.html#trait-node-values)).

use super::NAMESPACE;
use crate::diagnostics::{Diagnostic, Diagnostics, Severity};
use crate::json::Value;
use crate::resolve::conformance::{Conformance, Demand, Mismatch, MismatchKind, Strictness};
use crate::resolve::graph::{Member, Model, Shape, ShapeKind};
use crate::resolve::traits::Traits;

/// Everything that the shapes of the traits say must hold.
const STRICTNESS: Strictness = Strictness { required: Demand::Checked, constraints: Demand::Checked };

/// Checks every trait of ours on a shape and its members; `definitions` are the shapes of the traits.
pub(super) fn check(errors: &mut Diagnostics, definitions: &Model, model: &Model, shape: &Shape) {
    traits(errors, definitions, shape.id.as_str(), shape, &shape.traits);
    for member in shape.members() {
        let owner = format!("{}${}", shape.id, member.name);
        traits(errors, definitions, &owner, model.shape(&member.target), &member.traits);
    }
}

/// `target` is the shape that the traits are about.
fn traits(errors: &mut Diagnostics, definitions: &Model, owner: &str, target: &Shape, traits: &Traits) {
    for (id, value) in traits.in_namespace(NAMESPACE) {
        let found = match definitions.shapes.get(id.as_str()).filter(|shape| is_trait(shape)) {
            Some(definition) => {
                let misplaced = misplaced(definition, target, value);
                misplaced.into_iter().chain(mismatches(definitions, definition, value)).collect()
            }
            None => vec![unknown_trait(definitions, id.as_str()).at(value.span)],
        };
        found.into_iter().for_each(|diagnostic| errors.push(diagnostic.shape(owner)));
    }
}

fn unknown_trait(definitions: &Model, id: &str) -> Diagnostic {
    let known = definitions.shapes.values().filter(|shape| is_trait(shape));
    Diagnostic::error(format!("there is no trait `{id}`")).near(id, known.map(|shape| shape.id.as_str()))
}

/// The error of a trait on a shape of a kind that it is not for.
fn misplaced(definition: &Shape, target: &Shape, value: &Value) -> Option<Diagnostic> {
    let selector = definition.traits.trait_definition.as_ref().and_then(|found| found.selector.as_deref());
    let kind = target.type_name();
    let fits = match selector.unwrap_or_default() {
        selector @ ("service" | "structure" | "map") => kind == selector,
        ":is(string, member > string)" => kind == "string",
        _ => !matches!(target.kind, ShapeKind::Service(_) | ShapeKind::Operation(_) | ShapeKind::Resource(_)),
    };
    let message = || format!("`{}` has no place on a shape of type `{kind}`", definition.id.name());
    (!fits).then(|| Diagnostic::error(message()).at(value.span))
}

fn mismatches(definitions: &Model, definition: &Shape, value: &Value) -> Vec<Diagnostic> {
    let mismatches = Conformance::new(definitions).check(definition, value, STRICTNESS);
    mismatches.iter().flat_map(diagnostics).collect()
}

/// A mismatch with help for those who write rules.
fn diagnostics(mismatch: &Mismatch<'_>) -> Vec<Diagnostic> {
    let diagnostic = mismatch.diagnostic(Severity::Error);
    let with_message = |message: &str| Diagnostic { message: message.to_owned(), ..diagnostic.clone() };
    match &mismatch.kind {
        MismatchKind::MissingMembers(members) => {
            members.iter().map(|member| missing(mismatch, member)).collect()
        }
        MismatchKind::UnknownMember(_) => {
            let names: Vec<&str> = mismatch.shape.members().map(|member| member.name.as_str()).collect();
            vec![diagnostic.or_help(format!("it has {}", names.join(", ")))]
        }
        MismatchKind::EnumValue(_, values) => {
            vec![diagnostic.or_help(format!("its values are {}", values.join(", ")))]
        }
        MismatchKind::Length(_) => vec![with_message("the list must not be empty")],
        MismatchKind::Pattern(_) => vec![with_message("the sentence must have `{key}` where the key goes")],
        MismatchKind::Type(_)
        | MismatchKind::MemberCount(_)
        | MismatchKind::Range(_)
        | MismatchKind::NotANumber
        | MismatchKind::ShapeId => vec![diagnostic],
    }
}

/// The error of a member that is not there, with what the member is.
fn missing(mismatch: &Mismatch<'_>, member: &Member) -> Diagnostic {
    let message = format!("`{}` needs `{}`", mismatch.shape.id.name(), member.name);
    let diagnostic = Diagnostic::error(message).at(mismatch.span);
    match &member.traits.documentation {
        Some(text) => diagnostic.help(format!("`{}`: {text}", member.name)),
        None => diagnostic,
    }
}

fn is_trait(shape: &Shape) -> bool {
    shape.traits.trait_definition.is_some()
}
