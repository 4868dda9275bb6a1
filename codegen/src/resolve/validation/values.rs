//! Values against the shapes that they are values of: traits, defaults and examples.

use super::context::{ShapeRef, ValidationContext, idiomatic, text};
use super::events::Events;
use super::id_refs::IdRefs;
use super::times::is_time;
use crate::diagnostics::{Diagnostic, Severity, Span};
use crate::json::{Data, Value};
use crate::load::Version;
use crate::resolve::conformance::{Conformance, Demand, Mismatch, MismatchKind, Node, Strictness};
use crate::resolve::graph::{Member, Model, Shape, ShapeKind, SimpleType};
use crate::resolve::raw::{RawOperation, Reference};

/// Everything that shapes say must hold.
const STRICTNESS: Strictness = Strictness { required: Demand::Checked, constraints: Demand::Checked };

/// Whether the constraints of a value may be broken.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Constraints {
    /// They must hold.
    Strict,
    /// They should hold: examples of errors break them.
    MayBreak,
}

/// Checks values of one validator.
pub(super) struct ValueCheck<'x, 'c, 'd> {
    conformance: Conformance<'c>,
    id_refs: IdRefs<'x, 'c, 'd>,
}

impl<'x, 'c, 'd> ValueCheck<'x, 'c, 'd> {
    pub(super) fn new(context: &'x ValidationContext<'c, 'd>) -> Self {
        Self { conformance: Conformance::new(context.model), id_refs: IdRefs::new(context) }
    }

    /// Everything that is wrong with a value of a shape, each with the suffix of its id.
    fn problems(&mut self, nodes: &[Node<'c>], constraints: Constraints) -> Vec<(String, Diagnostic)> {
        let mismatches = self.conformance.check_nodes(nodes, STRICTNESS);
        let mut found: Vec<(String, Diagnostic)> = mismatches
            .iter()
            .filter(|mismatch| !matches!(mismatch.kind, MismatchKind::ShapeId))
            .map(|mismatch| (suffix(mismatch), mismatch.diagnostic(severity(mismatch, constraints))))
            .collect();
        for node in nodes {
            if let Some(problem) = self.id_refs.problem(node) {
                found.push((String::new(), Diagnostic::error(problem).at(node.value.span)));
            }
        }
        found
    }

    /// Reports everything that is wrong with a value of a shape; the value is about `owner`, if it is about a shape.
    pub(super) fn check(
        &mut self,
        events: &mut Events<'_>,
        owner: Option<&str>,
        what: &str,
        nodes: &[Node<'c>],
    ) {
        self.report(events, owner, (what, ""), Constraints::Strict, nodes);
    }

    /// Reports everything that is wrong with metadata.
    pub(super) fn check_metadata(&mut self, events: &mut Events<'_>, key: &str, nodes: &[Node<'c>]) {
        self.report(events, None, (&format!("the metadata `{key}`"), key), Constraints::Strict, nodes);
    }

    fn report(
        &mut self,
        events: &mut Events<'_>,
        owner: Option<&str>,
        (what, prefix): (&str, &str),
        constraints: Constraints,
        nodes: &[Node<'c>],
    ) {
        for (suffix, problem) in self.problems(nodes, constraints) {
            let message = format!("{what}: {}", problem.message);
            let shape = owner.map(str::to_owned);
            let suffix =
                [prefix, &suffix].iter().filter(|it| !it.is_empty()).copied().collect::<Vec<_>>().join(".");
            events.push(&suffix, Diagnostic { message, shape, ..problem });
        }
    }
}

fn suffix(mismatch: &Mismatch<'_>) -> String {
    match &mismatch.kind {
        MismatchKind::UnknownMember(member) => format!("UnknownMember.{}.{member}", mismatch.shape.id),
        MismatchKind::Range(place) => format!("{place:?}"),
        _ => String::new(),
    }
}

fn severity(mismatch: &Mismatch<'_>, constraints: Constraints) -> Severity {
    match &mismatch.kind {
        MismatchKind::UnknownMember(_) => Severity::Warning,
        kind if constraints == Constraints::MayBreak && kind.is_constraint() => Severity::Warning,
        _ => Severity::Error,
    }
}

/// `TraitValue`: values of traits fit the shapes that define them.
pub(super) fn traits(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut check = ValueCheck::new(context);
    for shape in context.index.nodes.iter().filter(|shape| !shape.span().is_in_prelude()) {
        for (id, value) in shape.traits() {
            if let Some(definition) = context.model.find(id.as_str()) {
                let nodes = check.conformance.nodes(definition, value);
                let what = format!("the trait `{}`", idiomatic(id.as_str()));
                check.check(events, Some(&shape.id), &what, &nodes);
            }
        }
    }
}

/// `DefaultTrait`: defaults are values that a shape can have when nothing is set.
pub(super) fn defaults(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut check = ValueCheck::new(context);
    for (shape, value) in context.with_trait("default") {
        let is_null = value.data == Data::Null;
        match shape.member {
            Some(_) if is_null => continue,
            None if is_null => events.error(shape, value.span, "only the default of a member can be `null`"),
            _ => {}
        }
        if shape.member.is_none() {
            members_of_defaulted(events, context, shape, value);
        }
        if let Some((target, member)) = typed(context.model, shape).filter(|_| !is_null) {
            default(events, &mut check, shape, (target, member, value));
        }
    }
}

/// The shape that values of a shape or member are of, and the member.
fn typed<'c>(model: &'c Model, shape: ShapeRef<'_, '_>) -> Option<(&'c Shape, Option<&'c Member>)> {
    let container = model.find(shape.shape.id.as_str())?;
    let Some((name, _)) = shape.member else { return Some((container, None)) };
    let member = container.members().find(|member| member.name == name)?;
    Some((model.shape(&member.target), Some(member)))
}

const NO_TIME: &str =
    "the default of a timestamp is a number of seconds, or a time as text: `1985-04-12T23:20:50.52Z`";

fn default<'c>(
    events: &mut Events<'_>,
    check: &mut ValueCheck<'_, 'c, '_>,
    owner: ShapeRef<'_, '_>,
    (target, member, value): (&'c Shape, Option<&'c Member>, &'c Value),
) {
    let is_zero = matches!(&value.data, Data::Number(text) if text == "0");
    let has_entries = match &value.data {
        Data::Array(elements) => !elements.is_empty(),
        Data::Object(entries) => !entries.is_empty(),
        _ => false,
    };
    match &target.kind {
        // A model of 1.0 gives 0 to what has no default, whether an enum has such a value or not.
        ShapeKind::IntEnum(_) if is_zero && owner.shape.version == Version::V1 => return,
        ShapeKind::List(_) | ShapeKind::Map { .. } | ShapeKind::SimpleType(SimpleType::Document)
            if has_entries =>
        {
            events.error(owner, value.span, "the default of a list, a map or a document has nothing in it");
        }
        ShapeKind::SimpleType(SimpleType::Blob) if value.as_str().is_some_and(|text| !is_base64(text)) => {
            events.error(owner, value.span, "the default of a blob is text in base64");
        }
        ShapeKind::SimpleType(SimpleType::Timestamp) if !is_time(&value.data) => {
            return events.error(owner, value.span, NO_TIME);
        }
        // Other shapes cannot have the trait.
        ShapeKind::Structure(_) | ShapeKind::Union(_) => return,
        _ => {}
    }
    let nodes = check.conformance.member_nodes(target, member, value);
    for (suffix, problem) in check.problems(&nodes, Constraints::Strict) {
        let is_of_version_1 =
            is_zero && problem.event.is_none() && ["Member", "Target"].contains(&suffix.as_str());
        let severity = if is_of_version_1 { Severity::Warning } else { problem.severity };
        let message = format!("the default: {}", problem.message);
        let shape = Some(owner.id.clone());
        events.push(&suffix, Diagnostic { severity, message, shape, ..problem });
    }
}

/// Whether a text is base64 with its padding (RFC 4648, section 4).
pub(crate) fn is_base64(text: &str) -> bool {
    let digits = text.trim_end_matches('=');
    let is_digit = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
    text.len().is_multiple_of(4) && text.len() - digits.len() <= 2 && digits.bytes().all(is_digit)
}

/// Checks that members of structures say the default of their target again, or `null`.
fn members_of_defaulted(
    events: &mut Events<'_>,
    context: &ValidationContext<'_, '_>,
    shape: ShapeRef<'_, '_>,
    value: &Value,
) {
    let members = context.referrers(shape).filter(|(name, _)| name.is_none()).map(|(_, member)| member);
    for member in members.filter(|member| member.shape.body.type_name() == "structure") {
        match member.prelude("default") {
            None => {
                let message = format!("`{}` has a default: give it to the member too, or `null`", shape.id);
                events.error(member, member.span(), message);
            }
            Some(own) if own.data != Data::Null && own != value => {
                let message = format!("the default differs from that of `{}`", shape.id);
                events.error(member, own.span, message);
            }
            Some(_) => {}
        }
    }
}

/// `ExamplesTrait`: examples are calls of their operation.
pub(super) fn examples(events: &mut Events<'_>, context: &ValidationContext<'_, '_>) {
    let mut check = ValueCheck::new(context);
    for (operation, raw) in context.operations() {
        let Some(value) = operation.prelude("examples") else { continue };
        for example in value.as_array().unwrap_or_default() {
            self::example(events, context, &mut check, (operation, raw), example);
        }
    }
}

fn example<'c>(
    events: &mut Events<'_>,
    context: &ValidationContext<'c, '_>,
    check: &mut ValueCheck<'_, 'c, '_>,
    (operation, raw): (ShapeRef<'c, '_>, &RawOperation),
    example: &'c Value,
) {
    let title = text(example, "title").unwrap_or_default();
    let [output, error] = ["output", "error"].map(|key| example.get(key));
    let may_break = example.get("allowConstraintErrors").is_some_and(|flag| flag.data == Data::Bool(true));
    if may_break && error.is_none() {
        wrong(events, operation, example, "breaks constraints, so it must end in an error");
    }
    let constraints = if may_break { Constraints::MayBreak } else { Constraints::Strict };
    let mut side = |shape: Option<ShapeRef<'c, '_>>, value: Option<&'c Value>, what: &str| {
        let Some(shape) = shape.and_then(|shape| context.model.find(&shape.id)) else { return };
        let Some(nodes) = value.map(|value| check.conformance.nodes(shape, value)) else { return };
        let what = format!("the {what} of the example `{title}`");
        check.report(events, Some(&operation.id), (&what, ""), constraints, &nodes);
    };
    side(context.input(raw), example.get("input").or(Some(&EMPTY)), "input");
    let named = error.and_then(|error| text(error, "shapeId"));
    let is_bound = named.is_some_and(|id| is_error_of(context, operation, raw, id));
    match (output, error) {
        (Some(_), None) => side(context.output(raw), output, "output"),
        (None, Some(error)) if is_bound => {
            side(named.and_then(|id| context.index.find(id)), error.get("content").or(Some(&EMPTY)), "error");
        }
        (Some(_), Some(_)) => wrong(events, operation, example, "has either `output` or `error`, not both"),
        (None, Some(_)) => wrong(events, operation, example, "ends in what is no error of this operation"),
        (None, None) => {}
    }
}

fn wrong(events: &mut Events<'_>, operation: ShapeRef<'_, '_>, example: &Value, what: &str) {
    let title = text(example, "title").unwrap_or_default();
    events.error(operation, example.span, format!("the example `{title}` {what}"));
}

/// Whether an operation may end in an error: it is its own, or that of every service that leads to it.
fn is_error_of(
    context: &ValidationContext<'_, '_>,
    operation: ShapeRef<'_, '_>,
    raw: &RawOperation,
    id: &str,
) -> bool {
    let names = |errors: &[Reference]| errors.iter().any(|error| error.id.as_str() == id);
    let leads = |service| context.operations_of(service).iter().any(|(shape, _)| shape.id == operation.id);
    let mut services = context.services().filter(|(service, _)| leads(*service)).peekable();
    names(&raw.errors) || (services.peek().is_some() && services.all(|(_, service)| names(&service.errors)))
}

/// What an example has where it says nothing.
static EMPTY: Value = Value { span: Span::PRELUDE, data: Data::Object(Vec::new()) };
