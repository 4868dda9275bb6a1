//! Traits that came, went or have another value.

use crate::resolve::graph::{Member, Shape, ShapeId, ShapeKind};
use crate::resolve::queries::evolution::{Breaking, ChangeKind, TraitChange, TraitEffect};

use super::constraints::{self, Held};
use super::fit::{self, Fit};
use super::pair::{Both, Pair, in_text, one_line};
use super::usage::Roles;
use super::{ModelChange, Place, RustMark, WireMark, presence};

/// The marks of a change, and why.
pub(super) struct Marks {
    pub(super) wire: WireMark,
    pub(super) rust: RustMark,
    pub(super) why: String,
}

impl Marks {
    /// Nothing follows.
    pub(super) fn compatible(why: &str) -> Self {
        Self { wire: WireMark::COMPATIBLE, rust: RustMark::Neither, why: why.to_owned() }
    }

    fn behaviour(wire: WireMark, why: &str) -> Self {
        Self { wire, rust: RustMark::ChangesBehaviour, why: why.to_owned() }
    }
}

/// The differences between the traits of a shape.
pub(super) fn of_shape(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    let id = &shapes.new.id;
    let both = Both { old: &Held::by_shape(shapes.old), new: &Held::by_shape(shapes.new) };
    for change in pair.new.model.trait_changes(&shapes.old.traits, &shapes.new.traits) {
        let mark = match change.effect {
            TraitEffect::Required
            | TraitEffect::Default
            | TraitEffect::ClientOptional
            | TraitEffect::AddedDefault => Marks::compatible("what is absent is for each member to say"),
            // Values are compared one by one.
            TraitEffect::EnumValues if change.kind == ChangeKind::Update => continue,
            TraitEffect::EnumValues => enum_trait(pair, shapes),
            effect => common(pair, id, &change, constraints::by_effect(effect, both)),
        };
        found.push(difference(pair.of_shape(event(&change), id), pair, id, &change, mark));
    }
}

/// The differences between the traits of a member.
pub(super) fn of_member(
    found: &mut Vec<ModelChange>,
    pair: &Pair<'_>,
    shapes: Both<'_, Shape>,
    members: Both<'_, Member>,
) {
    let changes = pair.new.model.trait_changes(&members.old.traits, &members.new.traits);
    if changes.is_empty() {
        return;
    }
    let id = &shapes.new.id;
    let both = Both {
        old: &Held::by_member(pair.old.model, members.old),
        new: &Held::by_member(pair.new.model, members.new),
    };
    for change in changes {
        let (event, mark) = match change.effect {
            TraitEffect::EnumValues => continue,
            TraitEffect::Required
            | TraitEffect::Default
            | TraitEffect::ClientOptional
            | TraitEffect::AddedDefault => {
                (presence::event(pair, members, &change), presence::mark(pair, shapes, members))
            }
            effect => (event(&change), common(pair, id, &change, constraints::by_effect(effect, both))),
        };
        let blank = pair.of_member(event, id, Some(members.old), Some(members.new));
        found.push(difference(blank, pair, id, &change, mark));
    }
}

/// The id of a change: that of the evaluator that is about the trait alone, where there is one.
fn event(change: &TraitChange<'_>) -> String {
    match (change.effect, change.kind) {
        (TraitEffect::Length, ChangeKind::Update) => "ChangedLengthTrait".to_owned(),
        (TraitEffect::Range, ChangeKind::Update) => "ChangedRangeTrait".to_owned(),
        (TraitEffect::Default, _) => "ChangedDefault".to_owned(),
        _ => change.event.clone(),
    }
}

fn difference(
    blank: ModelChange,
    pair: &Pair<'_>,
    shape: &ShapeId,
    change: &TraitChange<'_>,
    Marks { wire, rust, why }: Marks,
) -> ModelChange {
    let mut difference = blank;
    difference.part.trait_id = Some(change.id.to_string());
    difference.part.part = Some(change.path.clone()).filter(|path| !path.is_empty());
    difference.old = change.old.map(one_line);
    difference.new = change.new.map(one_line);
    difference.wire = wire;
    difference.rust =
        if pair.was_generated(shape) || is_service(pair, shape) { rust } else { RustMark::Neither };
    difference.why = match &change.message {
        Some(message) => format!("{why}; the trait says: {}", message.trim().trim_end_matches('.')),
        None => why,
    };
    difference.place = Place {
        old: in_text(change.old.map(|value| value.span)).or(difference.place.old),
        new: in_text(change.new.map(|value| value.span)).or(difference.place.new),
    };
    difference
}

fn is_service(pair: &Pair<'_>, id: &ShapeId) -> bool {
    pair.old.model.shapes.get(id).is_some_and(|shape| matches!(shape.kind, ShapeKind::Service(_)))
}

/// The messages that a change on a shape is about: a service or an operation is about all of its own.
fn roles(pair: &Pair<'_>, id: &ShapeId) -> Roles {
    let is_operation = pair.old.usage.operations.contains(id) || pair.new.usage.operations.contains(id);
    let all = is_operation || is_service(pair, id);
    if all { Roles { request: true, response: true } } else { pair.roles(id) }
}

/// The marks of a string that becomes an enum by a trait, or the other way round.
fn enum_trait(pair: &Pair<'_>, Both { old, new }: Both<'_, Shape>) -> Marks {
    let fit = fit::shapes(pair, old, new);
    let is_same = fit::is_same_rust(pair, &old.id, &new.id);
    Marks {
        wire: fit.wire(pair.roles(&new.id)),
        rust: if is_same { RustMark::Neither } else { RustMark::BreaksCode },
        why: match fit.whole() {
            Fit::Same => "the values are the same".to_owned(),
            Fit::Wider => "any text is a value now".to_owned(),
            Fit::Narrower | Fit::Different => "only some texts are values now".to_owned(),
        },
    }
}

/// The marks of a change that is alike for shapes and members.
fn common(pair: &Pair<'_>, id: &ShapeId, change: &TraitChange<'_>, fit: Fit) -> Marks {
    let roles = roles(pair, id);
    match change.effect {
        TraitEffect::Length | TraitEffect::Range | TraitEffect::Pattern | TraitEffect::UniqueItems => {
            constraint(roles, fit)
        }
        TraitEffect::Sparse => sparse(roles, change.kind),
        TraitEffect::WireForm | TraitEffect::JsonForm | TraitEffect::XmlForm | TraitEffect::HttpForm => {
            form(pair, roles, change.effect)
        }
        TraitEffect::Protocol
        | TraitEffect::AuthScheme
        | TraitEffect::AuthChoice
        | TraitEffect::OptionalAuth => access(pair, roles, change),
        TraitEffect::Pages | TraitEffect::Repetition | TraitEffect::Error => operation(roles, change),
        TraitEffect::Sensitive
        | TraitEffect::Deprecation
        | TraitEffect::Rules
        | TraitEffect::Documentation
        | TraitEffect::Dedicated => beside_messages(change.effect),
        TraitEffect::Required
        | TraitEffect::Default
        | TraitEffect::ClientOptional
        | TraitEffect::AddedDefault
        | TraitEffect::EnumValues
        | TraitEffect::Other => other(roles, change),
    }
}

fn sparse(roles: Roles, kind: ChangeKind) -> Marks {
    let fit = if kind == ChangeKind::Remove { Fit::Narrower } else { Fit::Wider };
    let why = "elements that may be null are of type `Option`".to_owned();
    Marks { wire: fit.wire(roles), rust: RustMark::BreaksCode, why }
}

/// What no message depends on.
fn beside_messages(effect: TraitEffect) -> Marks {
    let behaviour = |why| Marks::behaviour(WireMark::COMPATIBLE, why);
    match effect {
        TraitEffect::Sensitive => behaviour("`Debug` and violations show or hide the value"),
        TraitEffect::Deprecation => behaviour("the compiler warns of uses of what is deprecated"),
        TraitEffect::Rules => behaviour("`validate()` and `check()` report something else"),
        TraitEffect::Dedicated => {
            Marks::compatible("only the end of a builder depends on it, which is reported by itself")
        }
        _ => Marks::compatible("only people read it"),
    }
}

/// Requests are read strictly; who reads a response takes what it gets.
fn constraint(roles: Roles, fit: Fit) -> Marks {
    let requests = Roles { response: false, ..roles };
    let why = match fit {
        Fit::Same => "the same values are valid",
        _ if !roles.request => "who reads a response takes what it gets",
        Fit::Wider => "new clients may send what old servers refuse",
        Fit::Narrower => "old clients may send what new servers refuse",
        Fit::Different => "each side may send what the other refuses",
    };
    let rust = match fit {
        Fit::Same => RustMark::Neither,
        _ if !roles.request => RustMark::Neither,
        Fit::Wider | Fit::Narrower | Fit::Different => RustMark::ChangesBehaviour,
    };
    Marks { wire: fit.wire(requests), rust, why: why.to_owned() }
}

fn form(pair: &Pair<'_>, roles: Roles, effect: TraitEffect) -> Marks {
    if !pair.respects(effect) {
        return Marks::compatible("no protocol of the service writes anything by it");
    }
    Marks::behaviour(roles.wire(WireMark::BOTH, WireMark::BOTH), "the same value is written in another way")
}

/// Protocols and authentication.
fn access(pair: &Pair<'_>, roles: Roles, change: &TraitChange<'_>) -> Marks {
    let wire = match (change.effect, change.kind) {
        (TraitEffect::Protocol | TraitEffect::AuthScheme, ChangeKind::Add) => WireMark::COMPATIBLE,
        (TraitEffect::OptionalAuth, ChangeKind::Add) => WireMark::OLD_SERVERS,
        (TraitEffect::Protocol | TraitEffect::AuthScheme | TraitEffect::OptionalAuth, ChangeKind::Remove) => {
            WireMark::OLD_CLIENTS
        }
        _ => WireMark::BOTH,
    };
    let why = match (change.effect, change.kind) {
        (TraitEffect::Protocol, ChangeKind::Add) => "servers speak one more protocol",
        (TraitEffect::Protocol, ChangeKind::Remove) => "servers speak the protocol no more",
        (TraitEffect::Protocol, ChangeKind::Update) => "the protocol is spoken in another way",
        (_, ChangeKind::Add) if wire == WireMark::COMPATIBLE => "servers accept one more scheme",
        _ => "requests show in another way who sends them",
    };
    let wire = roles.wire(wire, WireMark::COMPATIBLE);
    let rust = match change.effect {
        // The requests of a crate are those of its protocol.
        TraitEffect::Protocol => pair.other_protocol(),
        _ => RustMark::ChangesBehaviour,
    };
    Marks { wire, rust, why: why.to_owned() }
}

/// What code may ask an operation or an error.
fn operation(roles: Roles, change: &TraitChange<'_>) -> Marks {
    let (wire, rust, why) = match (change.effect, change.kind) {
        (TraitEffect::Pages, _) => (
            WireMark::COMPATIBLE,
            RustMark::ChangesBehaviour,
            "`PAGES` says something else of where the pages are",
        ),
        (TraitEffect::Error, ChangeKind::Update) => (
            roles.wire(WireMark::COMPATIBLE, WireMark::OLD_CLIENTS),
            RustMark::ChangesBehaviour,
            "the error says that another side is at fault",
        ),
        (TraitEffect::Error, _) => (
            roles.wire(WireMark::COMPATIBLE, WireMark::OLD_CLIENTS),
            RustMark::BreaksCode,
            "the structure is an error no more, or became one",
        ),
        _ => (
            WireMark::COMPATIBLE,
            RustMark::ChangesBehaviour,
            "callers may repeat what they could not, or not any more",
        ),
    };
    Marks { wire, rust, why: why.to_owned() }
}

/// A trait that the tool knows nothing of: what its definition says.
fn other(roles: Roles, change: &TraitChange<'_>) -> Marks {
    match change.breaking {
        Breaking::Yes => Marks {
            wire: roles.wire(WireMark::OLD_CLIENTS, WireMark::OLD_CLIENTS),
            rust: RustMark::Neither,
            why: "the definition of the trait says that the change breaks others".to_owned(),
        },
        Breaking::Warned => Marks::compatible("the definition of the trait warns of the change"),
        Breaking::No => Marks::compatible("neither messages nor the generated crate depend on the trait"),
    }
}
