//! HTTP messages as a whole: methods, bodies and status codes.

use super::context::{ShapeRef, ValidationContext, text};
use super::events::{Events, listed};
use crate::diagnostics::Severity;
use crate::json::{Data, Value};

/// What a method means (RFC 9110, section 9): whether it is `readonly`, whether it is `idempotent`, where that is
/// certain, and whether a request has a body.
struct Method {
    name: &'static str,
    is_readonly: bool,
    is_idempotent: Option<bool>,
    has_body: bool,
}

const fn method(
    name: &'static str,
    is_readonly: bool,
    is_idempotent: Option<bool>,
    has_body: bool,
) -> Method {
    Method { name, is_readonly, is_idempotent, has_body }
}

const METHODS: [Method; 8] = [
    method("DELETE", false, Some(true), false),
    method("GET", true, Some(false), false),
    method("HEAD", true, Some(false), false),
    method("OPTIONS", true, Some(false), true),
    method("PATCH", false, None, true),
    method("POST", false, None, true),
    method("PUT", false, Some(true), true),
    method("TRACE", true, Some(false), false),
];

/// The members of a message that are in its body.
struct MessageBody<'n> {
    /// The one that is the body.
    payload: Option<&'n str>,
    /// Those that are bound to nothing.
    unbound: Vec<&'n str>,
}

/// Which members of an input, or of an output or error, are in the body.
fn body<'c, 'd>(
    context: &ValidationContext<'c, 'd>,
    structure: ShapeRef<'c, 'd>,
    is_request: bool,
) -> MessageBody<'c> {
    let elsewhere: &[&str] = if is_request {
        &["httpHeader", "httpPrefixHeaders", "httpLabel", "httpQuery", "httpQueryParams", "httpResponseCode"]
    } else {
        &["httpHeader", "httpPrefixHeaders", "httpResponseCode"]
    };
    let mut body = MessageBody { payload: None, unbound: Vec::new() };
    for member in context.members(structure) {
        if member.has("httpPayload") {
            body.payload = Some(member.name());
        } else if !elsewhere.iter().any(|name| member.has(name)) {
            body.unbound.push(member.name());
        }
    }
    body
}

/// `HttpMethodSemantics`: operations are what their methods say.
pub(super) fn methods(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, raw) in context.operations() {
        let Some(http) = operation.prelude("http") else { continue };
        let written = text(http, "method").unwrap_or_default();
        let Some(method) = METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(written)) else {
            continue;
        };
        let name = method.name;
        if name != written {
            events.warning(operation, http.span, format!("the method is written `{name}`, not `{written}`"));
        }
        if name == "OPTIONS" {
            let message =
                "`OPTIONS` is for CORS, which services answer by themselves: use `cors` of the service";
            events.emit(Severity::Warning, name, operation, http.span, message);
        }
        marked(events, operation, http, (name, "readonly", "Readonly"), Some(method.is_readonly));
        marked(events, operation, http, (name, "idempotent", "Idempotent"), method.is_idempotent);
        let input = context.input(raw).filter(|_| !method.has_body);
        let body = input.map(|input| body(context, input, true));
        let in_body = body.map(|body| body.payload.map_or(body.unbound, |payload| vec![payload]));
        if let Some(members) = in_body.filter(|members| !members.is_empty()) {
            let message =
                format!("a `{name}` request should have no body, and these are in it: {}", listed(members));
            events.emit(Severity::Danger, "UnexpectedPayload", operation, http.span, message);
        }
    }
}

/// Warns if an operation has a trait that its method does not go with, or lacks one.
fn marked(
    events: &mut Events<'_>,
    operation: ShapeRef<'_, '_>,
    http: &Value,
    (method, name, suffix): (&str, &str, &str),
    wanted: Option<bool>,
) {
    let has = operation.has(name);
    if wanted.is_some_and(|wanted| wanted != has) {
        let (kind, is) = if has { ("Unnecessary", "is") } else { ("Missing", "is not") };
        let suffix = format!("{kind}{suffix}Trait");
        let message = format!("the method is `{method}`, and the operation {is} marked as `{name}`");
        events.emit(Severity::Warning, &suffix, operation, http.span, message);
    }
}

/// `HttpPayload`: with a member that is the body, all others are bound to something else.
pub(super) fn payloads(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut check = |structure: Option<ShapeRef<'_, '_>>, is_request| {
        let Some(structure) = structure else { return };
        let body = body(context, structure, is_request);
        if body.payload.is_some() && !body.unbound.is_empty() {
            let members = listed(body.unbound);
            let message =
                format!("a member is the whole body, and these are bound to nothing else: {members}");
            events.error(structure, structure.span(), message);
        }
    };
    for (_, operation) in context.operations().filter(|(operation, _)| operation.has("http")) {
        check(context.input(operation), true);
        check(context.output(operation), false);
    }
    context.with_trait("error").for_each(|(structure, _)| check(Some(structure), false));
}

/// `HttpResponseCodeSemantics`: status codes are what operations and errors say.
pub(super) fn response_codes(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, raw) in context.operations() {
        let Some(http) = operation.prelude("http") else { continue };
        let code = http.get("code").map_or(Some(200.0), number).unwrap_or(200.0);
        if !(200.0..300.0).contains(&code) {
            events.danger(operation, http.span, format!("the `code` of a response is 2xx, not {code}"));
        } else if [204.0, 205.0].contains(&code) {
            let body = context.output(raw).map(|output| body(context, output, false));
            if body.is_some_and(|body| body.payload.is_some() || !body.unbound.is_empty()) {
                let message =
                    format!("a response with the status {code} has no body: bind all members to headers");
                events.warning(operation, http.span, message);
            }
        }
    }
    for (structure, error) in context.with_trait("error") {
        let Some((value, code)) = structure.prelude("httpError").and_then(|it| Some((it, number(it)?)))
        else {
            continue;
        };
        let (from, right) = if error.as_str() == Some("server") { (500.0, "5xx") } else { (400.0, "4xx") };
        if !(from..from + 100.0).contains(&code) {
            let fault = error.as_str().unwrap_or_default();
            let message = format!("the status of an error of the {fault} is {right}, not {code}");
            events.danger(structure, value.span, message);
        }
    }
}

fn number(value: &Value) -> Option<f64> {
    match &value.data {
        Data::Number(text) => text.parse().ok(),
        _ => None,
    }
}
