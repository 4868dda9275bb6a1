//! Values of enums that came, went or got another name.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use crate::names::TypeName;
use crate::resolve::graph::{Member, Shape};

use super::pair::{Both, Pair};
use super::{ModelChange, RustMark, WireMark, traits};

/// The values of an enum, each as it is written.
fn listed(shape: &Shape) -> IndexMap<String, &Member> {
    let numbers = shape.int_enum_values().map(|(member, value)| (value.to_string(), member));
    shape.enum_values().map(|(member, value)| (value.to_owned(), member)).chain(numbers).collect()
}

/// The differences between the values of an enum.
pub(super) fn values(found: &mut Vec<ModelChange>, pair: &Pair<'_>, shapes: Both<'_, Shape>) {
    let (old, new) = (listed(shapes.old), listed(shapes.new));
    let (before, after) = (variants(shapes.old), variants(shapes.new));
    let left: HashSet<&TypeName> = after.values().collect();
    for (value, member) in &old {
        let variant = before.get(member.name.as_str());
        match new.get(value) {
            None => {
                let is_gone = variant.is_none_or(|variant| !left.contains(variant));
                found.push(removed(pair, shapes.new, (value, member), is_gone));
            }
            Some(other) => {
                let is_same = variant == after.get(other.name.as_str());
                let members = Both { old: *member, new: *other };
                found.extend(renamed(pair, shapes.new, value, members, is_same));
                traits::of_member(found, pair, shapes, members);
            }
        }
    }
    for (value, member) in new.iter().filter(|(value, _)| !old.contains_key(*value)) {
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

fn removed(pair: &Pair<'_>, new: &Shape, (value, member): (&str, &Member), is_gone: bool) -> ModelChange {
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
    shape: &Shape,
    value: &str,
    Both { old, new }: Both<'_, Member>,
    is_same: bool,
) -> Option<ModelChange> {
    if old.name == new.name {
        return None;
    }
    let breaks = pair.was_generated(&shape.id) && !is_same;
    Some(ModelChange {
        old: Some(old.name.clone()),
        new: Some(new.name.clone()),
        rust: if breaks { RustMark::BreaksCode } else { RustMark::Neither },
        why: match is_same {
            true => format!("the value `{value}` has another name, and the same variant"),
            false => format!("the variant of the value `{value}` has another name"),
        },
        ..pair.of_member("ChangedEnumTrait.NameChanged", &shape.id, Some(old), Some(new))
    })
}

/// The variants that the members of an enum or union become, by the names of the members.
pub(super) fn variants(shape: &Shape) -> HashMap<&str, TypeName> {
    let names = || shape.members().map(|member| member.name.as_str());
    names().zip(TypeName::of_variants(names())).collect()
}
