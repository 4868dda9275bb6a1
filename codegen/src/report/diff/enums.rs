//! Values of enums that came, went or got another name.

use crate::names::TypeName;
use crate::resolve::graph::{Member, Shape};

use super::pair::{Both, Pair};
use super::{ModelChange, RustMark, WireMark, traits};

/// The values of an enum, each as it is written.
fn listed(shape: &Shape) -> Vec<(String, &Member)> {
    let numbers = shape.int_enum_values().map(|(member, value)| (value.to_string(), member));
    shape.enum_values().map(|(member, value)| (value.to_owned(), member)).chain(numbers).collect()
}

/// The differences between the values of an enum.
pub(super) fn values(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    let (old, new) = (listed(shapes.old), listed(shapes.new));
    for (value, member) in &old {
        match new.iter().find(|(other, _)| other == value) {
            None => found.push(removed(pair, shapes, value, member)),
            Some((_, other)) => {
                found.extend(renamed(pair, shapes, value, Both { old: *member, new: *other }));
                traits::of_member(found, pair, shapes, Both { old: *member, new: *other });
            }
        }
    }
    for (value, member) in new.iter().filter(|(value, _)| !old.iter().any(|(other, _)| other == value)) {
        found.push(added(pair, shapes.new, value, member));
    }
}

fn added(pair: &Pair<'_>, shape: &Shape, value: &str, member: &Member) -> ModelChange {
    let is_generated = pair.was_generated(&shape.id);
    ModelChange {
        new: Some(value.to_owned()),
        wire: pair.roles(&shape.id).wire(WireMark::OLD_SERVERS, WireMark::COMPATIBLE),
        rust: if is_generated { RustMark::ChangesBehaviour } else { RustMark::Neither },
        why: "old code reads the value as `Unknown`, and old servers refuse it".to_owned(),
        ..pair.of_member("ChangedEnumTrait", &shape.id, None, Some(member))
    }
}

fn removed(pair: &Pair<'_>, Both { old, new }: Both<'_, Shape>, value: &str, member: &Member) -> ModelChange {
    let gone = variant(old, member);
    let names = TypeName::of_variants(new.members().map(|member| member.name.as_str()));
    let is_gone = names.into_iter().all(|name| Some(name) != gone);
    let (rust, why) = match is_gone {
        true => (RustMark::BreaksCode, "its variant is gone, and new servers refuse the value"),
        false => (
            RustMark::ChangesBehaviour,
            "its variant is another value now, and new servers refuse the old one",
        ),
    };
    ModelChange {
        old: Some(value.to_owned()),
        wire: pair.roles(&new.id).wire(WireMark::OLD_CLIENTS, WireMark::COMPATIBLE),
        rust: if pair.was_generated(&new.id) { rust } else { RustMark::Neither },
        why: why.to_owned(),
        ..pair.of_member("ChangedEnumTrait.Removed", &new.id, Some(member), None)
    }
}

fn renamed(
    pair: &Pair<'_>,
    shapes: Both<'_, Shape>,
    value: &str,
    members: Both<'_, Member>,
) -> Option<ModelChange> {
    let Both { old, new } = members;
    if old.name == new.name {
        return None;
    }
    let is_same = variant(shapes.old, old) == variant(shapes.new, new);
    let breaks = pair.was_generated(&shapes.new.id) && !is_same;
    Some(ModelChange {
        old: Some(old.name.clone()),
        new: Some(new.name.clone()),
        rust: if breaks { RustMark::BreaksCode } else { RustMark::Neither },
        why: match is_same {
            true => format!("the value `{value}` has another name, and the same variant"),
            false => format!("the variant of the value `{value}` has another name"),
        },
        ..pair.of_member("ChangedEnumTrait.NameChanged", &shapes.new.id, Some(old), Some(new))
    })
}

/// The variant that a member of an enum or union becomes.
pub(super) fn variant(shape: &Shape, member: &Member) -> Option<TypeName> {
    let names = TypeName::of_variants(shape.members().map(|member| member.name.as_str()));
    shape.members().zip(names).find(|(other, _)| other.name == member.name).map(|(_, name)| name)
}
