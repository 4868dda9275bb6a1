//! `apply` statements, which may come before or after what they apply to, in any file
//! ([Smithy 2.0, applying traits](https://smithy.io/2.0/spec/model.html#applying-traits)).

use super::merge;
use super::raw::{Apply, Definitions, RawShape, RawTraits, ShapeOrMember};
use super::targets;
use crate::diagnostics::{Diagnostic, Diagnostics, Span};

/// Adds the traits of every statement to its shape or member.
pub(super) fn all(errors: &mut Diagnostics, definitions: &mut Definitions<'_>) {
    for statement in std::mem::take(&mut definitions.applies) {
        if definitions.broken.contains(&statement.shape) {
            continue;
        }
        if let Some(diagnostic) = refused(errors, definitions, &statement) {
            errors.push(diagnostic);
        } else if let Some(definition) = definitions.shapes.get_mut(&statement.shape) {
            apply(errors, definition, statement);
        }
    }
}

fn refused(errors: &Diagnostics, definitions: &Definitions<'_>, apply: &Apply<'_>) -> Option<Diagnostic> {
    let owner = ShapeOrMember { shape: &apply.shape, member: apply.member };
    let Some(definition) = definitions.shapes.get(&apply.shape) else {
        let diagnostic =
            Diagnostic::error(format!("traits are applied to `{}`, which does not exist", apply.shape));
        let diagnostic = targets::near(errors, definitions, &apply.shape, diagnostic);
        return Some(diagnostic.at(apply.span).shape(owner).stale());
    };
    let diagnostic = Diagnostic::error("traits cannot be applied to shapes of Smithy's own");
    definition.span.is_in_prelude().then(|| diagnostic.at(apply.span).shape(owner))
}

fn apply<'a>(errors: &mut Diagnostics, definition: &mut RawShape<'a>, apply: Apply<'a>) {
    let owner = ShapeOrMember { shape: &apply.shape, member: apply.member };
    let Some(name) = apply.member else {
        return merge::traits(errors, owner, &mut definition.traits, apply.traits);
    };
    let mixed = !definition.mixins.is_empty();
    if let Some(member) = definition.members_mut().and_then(|members| members.get_mut(name)) {
        merge::traits(errors, owner, &mut member.traits, apply.traits);
    } else if mixed {
        let empty = || (apply.span, RawTraits::new());
        let (_, traits) = definition.inherited.entry(name.to_owned()).or_insert_with(empty);
        merge::traits(errors, owner, traits, apply.traits);
    } else {
        errors.push(unknown_member(definition, name, apply.span));
    }
}

/// The error of a statement that names a member which does not exist.
pub(super) fn unknown_member(definition: &RawShape<'_>, name: &str, span: Span) -> Diagnostic {
    let names: Vec<&str> = definition.members().map(|(name, _)| name.as_str()).collect();
    Diagnostic::error(format!(
        "traits are applied to the member `{name}`, which `{}` does not have",
        definition.id
    ))
    .at(span)
    .shape(ShapeOrMember::member(&definition.id, name))
    .near(name, names)
    .stale()
}
