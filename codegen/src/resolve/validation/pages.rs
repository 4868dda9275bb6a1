//! `PaginatedTrait`: where the pages of listings are
//! ([Smithy 2.0, paginated](https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait)).

use super::context::{ShapeRef, ValidationContext, text};
use super::events::{Events, listed};
use crate::diagnostics::{Severity, Span};
use crate::json::Value;
use crate::resolve::raw::RawOperation;

/// A property of the trait.
struct Property {
    name: &'static str,
    /// Whether it names a member of the output, by a path.
    is_output: bool,
    /// Whether it is part of every listing, and names a member that must be optional.
    is_token: bool,
    /// The types that the member may target, and those that it should not.
    targets: &'static [&'static str],
    discouraged: &'static [&'static str],
}

const PROPERTIES: [Property; 4] = [
    Property {
        name: "inputToken",
        is_output: false,
        is_token: true,
        targets: &["string", "map"],
        discouraged: &["map"],
    },
    Property {
        name: "pageSize",
        is_output: false,
        is_token: false,
        targets: &["byte", "integer", "long", "short"],
        discouraged: &["byte", "long", "short"],
    },
    Property {
        name: "outputToken",
        is_output: true,
        is_token: true,
        targets: &["string", "map"],
        discouraged: &["map"],
    },
    Property { name: "items", is_output: true, is_token: false, targets: &["list", "map"], discouraged: &[] },
];

/// A listing that is looked at.
struct Listing<'c, 'd> {
    operation: ShapeRef<'c, 'd>,
    raw: &'d RawOperation,
    span: Span,
}

/// Checks every operation with pages, by itself and as its services complete it.
pub(super) fn check(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    for (operation, raw) in context.operations() {
        let Some(value) = operation.prelude("paginated") else { continue };
        let listing = Listing { operation, raw, span: value.span };
        let before = events.errors.count();
        for property in &PROPERTIES {
            check_property(events, context, &listing, property, text(value, property.name), None);
        }
        if events.errors.count() == before {
            of_services(events, context, &listing, value);
        }
    }
}

fn of_services(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    listing: &Listing<'_, '_>,
    own: &Value,
) {
    for (service, _) in context.services() {
        let operations = context.operations_of(service);
        if !operations.iter().any(|(operation, _)| operation.id == listing.operation.id) {
            continue;
        }
        let default = service.prelude("paginated");
        for property in &PROPERTIES {
            let path = text(own, property.name).or_else(|| text(default?, property.name));
            check_property(events, context, listing, property, path, Some(&service.id));
        }
    }
}

fn check_property(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    listing: &Listing<'_, '_>,
    property: &Property,
    path: Option<&str>,
    service: Option<&str>,
) {
    let (name, operation, span) = (property.name, listing.operation, listing.span);
    let of = service.map(|service| format!(" in the service `{service}`")).unwrap_or_default();
    let Some(path) = path else {
        if service.is_some() && property.is_token {
            events.error(operation, span, format!("`paginated` has no `{name}`{of}"));
        }
        return;
    };
    if !property.is_output && path.contains('.') {
        let message = format!("`{name}` of `paginated` is a name, not a path, unlike `{path}`");
        return events.error(operation, span, message);
    }
    let start = if property.is_output { context.output(listing.raw) } else { context.input(listing.raw) };
    let Some(member) = start.and_then(|start| member_at(context, start, path)) else {
        let message = format!("`{name}` of `paginated` names `{path}`, which does not exist{of}");
        return events.error(operation, span, message);
    };
    if member.has("required") && property.is_token {
        let message = format!("`{path}`, the `{name}` of `paginated`, must not be required{of}");
        events.error(operation, span, message);
    } else if member.has("required") && name == "pageSize" {
        let message = format!("`{path}`, the `{name}` of `paginated`, should not be required{of}");
        events.emit(Severity::Warning, "ShouldNotBeRequired.pageSize", operation, span, message);
    }
    target(events, context, listing, property, member);
    if property.is_output && path.split('.').count() > 2 {
        let message = format!("`{path}`, the `{name}` of `paginated`, lies deep");
        events.emit(Severity::Warning, &format!("DeeplyNested.{name}"), operation, span, message);
    }
}

/// Checks the type of what a property names.
fn target(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    listing: &Listing<'_, '_>,
    property: &Property,
    member: ShapeRef<'_, '_>,
) {
    let (name, operation, span) = (property.name, listing.operation, listing.span);
    let Some(target) = member.member.and_then(|(_, member)| context.shape(&member.target.id)) else { return };
    let kind = if target.type_name() == "enum" { "string" } else { target.type_name() };
    if !property.targets.contains(&kind) {
        let right = listed(property.targets);
        let message = format!("the `{name}` of `paginated` is of type `{kind}`, and must be one of {right}");
        events.error(operation, span, message);
    } else if property.discouraged.contains(&kind) {
        let message = format!("the `{name}` of `paginated` should not be of type `{kind}`");
        events.emit(Severity::Danger, &format!("WrongShapeType.{name}"), operation, span, message);
    }
}

/// The member at the end of a path of names.
fn member_at<'c, 'd>(
    context: &ValidationContext<'c, 'd>,
    start: ShapeRef<'c, 'd>,
    path: &str,
) -> Option<ShapeRef<'c, 'd>> {
    let mut names = path.split('.');
    let first = context.member(start, names.next()?)?;
    names.try_fold(first, |member, name| context.member(context.target(member)?, name))
}
