//! How operations behave: idempotent ones, tokens, updates and compression.

use std::collections::BTreeSet;

use super::context::{ValidationContext, texts};
use super::events::{Events, listed};

/// Ways of compressing requests that Smithy knows.
const ENCODINGS: [&str; 1] = ["gzip"];

/// `DefaultValueInUpdate`: whether a member with a default was left out of an update cannot be told.
pub(super) fn defaults_in_updates(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let updates = context.resources().filter_map(|(_, resource)| resource.lifecycle[3].as_ref());
    let updates: BTreeSet<&str> = updates.map(|update| update.id.as_str()).collect();
    for (operation, raw) in context.operations() {
        let name = operation.name().to_ascii_lowercase();
        let is_update = updates.contains(operation.id.as_str())
            || name.starts_with("update")
            || name.starts_with("patch");
        let Some(input) = context.input(raw).filter(|_| is_update) else { continue };
        let members = context.members(input).filter(|member| member.has("default"));
        let members: Vec<&str> = members.map(|member| member.name()).collect();
        if !members.is_empty() {
            let message =
                format!("members with a default may have been left out of an update: {}", listed(members));
            events.warning(operation, operation.span(), message);
        }
    }
}

/// `IdempotencyTokenIgnored`: tokens belong into inputs.
pub(super) fn ignored_tokens(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (member, value) in context.with_trait("idempotencyToken") {
        let structure = context.shape(&member.shape.id).filter(|shape| !shape.has("mixin"));
        let Some(structure) = structure.filter(|shape| shape.type_name() == "structure") else { continue };
        let referrers = context.referrers(structure).filter(|(name, _)| *name != Some("input"));
        let users: BTreeSet<&str> = referrers.map(|(_, shape)| shape.id.as_str()).collect();
        if !users.is_empty() {
            let message = format!(
                "`idempotencyToken` means something in inputs alone, not where {} uses it",
                listed(users)
            );
            events.warning(member, value.span, message);
        }
    }
}

/// `IdempotentTrait`: the errors that it names are those of the operation.
pub(super) fn idempotent(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, raw) in context.operations() {
        let Some(value) = operation.prelude("idempotent") else { continue };
        if value.get("exists").is_some() && value.get("notFound").is_some() {
            events.error(operation, value.span, "`idempotent` has either `exists` or `notFound`, not both");
        }
        for key in ["exists", "notFound"] {
            for id in texts(value.get(key)) {
                if !raw.errors.iter().any(|error| error.id.as_str() == id) {
                    let message = format!("`{key}` names `{id}`, which is not an error of this operation");
                    events.error(operation, value.span, message);
                }
            }
        }
    }
}

/// `RequestCompressionTrait`: what can be compressed, and how.
pub(super) fn request_compression(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, raw) in context.operations() {
        let Some(value) = operation.prelude("requestCompression") else { continue };
        if raw.input.as_ref().is_none_or(|input| input.id.is_unit()) {
            events.error(operation, value.span, "an operation without an input has nothing to compress");
        }
        for member in context.input(raw).into_iter().flat_map(|input| context.members(input)) {
            let target = context.target(member);
            if target.is_some_and(|target| target.has("streaming") && target.has("requiresLength")) {
                let message =
                    format!("a stream of known length cannot be compressed, and `{}` is one", member.id);
                events.error(operation, value.span, message);
            }
        }
        let encodings: Vec<&str> = texts(value.get("encodings")).collect();
        let is_known = |encoding: &&&str| ENCODINGS.iter().any(|known| known.eq_ignore_ascii_case(encoding));
        let unknown: Vec<&&str> = encodings.iter().filter(|encoding| !is_known(encoding)).collect();
        if encodings.is_empty() {
            events.error(operation, value.span, "`encodings` names at least one way of compressing");
        } else if !unknown.is_empty() {
            let message = format!("requests are not compressed by {}: write `gzip`", listed(unknown));
            events.error(operation, value.span, message);
        }
    }
}
