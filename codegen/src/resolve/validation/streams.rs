//! Streams ([Smithy 2.0, streaming](https://smithy.io/2.0/spec/streaming.html)).

use super::context::{ShapeRef, ValidationContext, texts};
use super::events::{Events, listed};
use super::index::IndexedShape;
use crate::json::Value;

/// `EventPayloadTrait`: with a member that is the payload, all others are headers.
pub(super) fn event_payloads(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (payload, _) in context.with_trait("eventPayload") {
        let Some(structure) = context.shape(&payload.shape.id) else { continue };
        let is_open = |member: &&IndexedShape<'_>| !member.has("eventHeader") && !member.has("eventPayload");
        let members = context.members(structure).filter(|member| is_open(member));
        let members: Vec<&str> = members.map(|member| member.name()).collect();
        if !members.is_empty() {
            let message =
                format!("a member is the whole payload, and these are no headers: {}", listed(members));
            events.error(structure, structure.span(), message);
        }
    }
}

/// `StreamingTrait`: streams are members of inputs and outputs.
pub(super) fn check(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (stream, _) in context.with_trait("streaming") {
        for (_, member) in context.referrers(stream).filter(|(name, _)| name.is_none()) {
            holders(events, context, stream, member);
            let is_optional = !member.has("required") && !member.has("default");
            if stream.type_name() == "blob" && is_optional {
                events.error(member, member.span(), "a stream of bytes is `required` or has a `default`");
            }
        }
        if stream.type_name() == "union" {
            let is_wrong = |member: &ShapeRef<'_, '_>| {
                context.index.target(member).is_some_and(|target| target.type_name() != "structure")
            };
            let members = context.members(stream).filter(is_wrong);
            let members: Vec<&str> = members.map(|member| member.name()).collect();
            if !members.is_empty() {
                let message = format!("the events of a stream are structures, unlike {}", listed(members));
                events.error(stream, stream.span(), message);
            }
        }
    }
    payloads(events, context);
}

/// Checks what uses the structure that holds a stream.
fn holders<'c, 'd>(
    events: &mut Events<'_>,
    context: &ValidationContext<'c, 'd>,
    stream: ShapeRef<'c, 'd>,
    member: ShapeRef<'c, 'd>,
) {
    let Some(holder) = context.shape(&member.shape.id) else { return };
    for (name, user) in context.referrers(holder) {
        match name {
            Some("input" | "mixin") => {}
            Some("output") if stream.has("requiresLength") => {
                let message =
                    format!("only inputs hold a stream of known length, and `{}` gives it", user.id);
                events.error(holder, holder.span(), message);
            }
            Some("output") => {}
            None => {
                let message = format!("members cannot target `{}`, which holds a stream", holder.id);
                events.error(user, user.span(), message);
            }
            Some(name) => {
                let message = format!("the {name} `{}` must not hold a stream", holder.id);
                events.error(user, user.span(), message);
            }
        }
    }
}

/// Checks that streams are bodies where a protocol of the service binds members to HTTP.
fn payloads(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (service, _) in context.services() {
        let protocols = context.traits_marked(service, "protocolDefinition");
        let binds =
            |definition: &Value| texts(definition.get("traits")).any(|id| id == "smithy.api#httpPayload");
        if !protocols.iter().any(|(_, definition)| binds(definition)) {
            continue;
        }
        for node in context.closure(context.index.node(&service.id)) {
            let member = context.index.get(node);
            let is_stream = context.index.target(member).is_some_and(|target| target.has("streaming"));
            if is_stream && !member.has("httpPayload") {
                events.error(member, member.span(), "a stream has `httpPayload` where a protocol knows it");
            }
        }
    }
}
