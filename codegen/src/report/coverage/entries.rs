//! Every constraint and rule with its enforcement, from the same decisions that the crate is made of.

use std::collections::BTreeSet;

use super::{Coverage, CoverageEntry, TraitEntry};
use crate::diagnostics::Diagnostics;
use crate::json::Value;
use crate::lower::checks::{self, Constraint, Enforced, Enforcement};
use crate::lower::docs::Comments;
use crate::lower::setup::{Restrictions, Setup};
use crate::options::Options;
use crate::resolve::graph::{Member, Model, Shape, ShapeKind};
use crate::rules::Rule;

/// Lists everything, unless the model has no such service.
pub(crate) fn coverage(errors: &mut Diagnostics, model: &Model, options: &Options) -> Option<Coverage> {
    let setup = Setup::new(errors, model, options)?;
    let restrictions = setup.restrictions(errors);
    let enforcements = checks::enforcements(errors, &setup, &restrictions);
    let mut entries: Vec<CoverageEntry> = enforcements.constraints.into_iter().map(of_constraint).collect();
    let conditions = enforcements.conditions.iter();
    entries.extend(conditions.map(|(owner, rule)| of_rule(owner, rule, rule.severity.into())));
    for (rule, severity) in restrictions.rules.reporting() {
        // The ids of rules begin with what they belong to.
        let owner = rule.id.split('/').next().unwrap_or(&rule.id);
        entries.push(of_rule(owner, rule, severity.into()));
    }
    entries.sort_by(|a, b| a.owner.cmp(&b.owner));
    let sources = sources(model, &entries);
    let traits = setup.traits_without_effect().into_iter();
    let traits = traits.map(|found| TraitEntry {
        id: found.id.to_string(),
        places: found.places,
        reason: found.reason,
    });
    let (protocols, traits) = (protocols(&setup), traits.collect());
    let Restrictions { rules, patterns } = &restrictions;
    let docs = Comments::new(&setup.types, patterns, rules, options.docs, setup.subject());
    let without_example = docs.without_fitting_example().into_iter().map(str::to_owned).collect();
    Some(Coverage { protocols, entries, places: places(&setup), traits, without_example, sources })
}

/// How members travel, of those that are not in the body under their own names.
fn places(setup: &Setup<'_>) -> Vec<(String, String)> {
    let bindings = setup.bindings();
    let shapes = setup.reachable.iter().map(|id| setup.model.shape(id));
    let holds_members = |shape: &&Shape| matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_));
    let members =
        shapes.filter(holds_members).flat_map(|shape| shape.members().map(move |member| (shape, member)));
    let place = |(shape, member): (&Shape, &Member)| {
        let words = bindings.place_words(&shape.id, member, setup.types.directions(&shape.id))?;
        Some((format!("{}${}", shape.id.name(), member.name), words))
    };
    members.filter_map(place).collect()
}

/// The protocol that the crate speaks, then all others of the service.
fn protocols(setup: &Setup<'_>) -> Vec<&'static str> {
    let chosen = setup.protocol_row.protocol;
    let others = setup.service.traits.protocols.iter().filter(|protocol| chosen != Some(**protocol));
    chosen.iter().chain(others).map(|protocol| protocol.name()).collect()
}

fn of_constraint(enforced: Enforced<'_>) -> CoverageEntry {
    let name = enforced.shape.name();
    CoverageEntry {
        owner: enforced.member.map_or_else(|| name.to_owned(), |member| format!("{name}${member}")),
        constraint: words(&enforced.constraint),
        enforcement: enforced.enforcement,
        sources: Vec::new(),
    }
}

fn of_rule(owner: &str, rule: &Rule, enforcement: Enforcement) -> CoverageEntry {
    CoverageEntry {
        owner: owner.to_owned(),
        constraint: format!("rule {}", rule.id),
        enforcement,
        sources: rule.sources.clone(),
    }
}

fn words(constraint: &Constraint<'_>) -> String {
    match constraint {
        Constraint::EnumValues => "enum values".to_owned(),
        Constraint::Required => "required".to_owned(),
        Constraint::Length(length) => {
            format!("length {}..{}", bound(length.min.as_ref()), bound(length.max.as_ref()))
        }
        Constraint::Range(range) => {
            format!("range {}..{}", bound(range.min.as_ref()), bound(range.max.as_ref()))
        }
        Constraint::Pattern(pattern) => format!("pattern {pattern}"),
        Constraint::UniqueItems => "uniqueItems".to_owned(),
    }
}

fn bound(bound: Option<&impl ToString>) -> String {
    bound.map(ToString::to_string).unwrap_or_default()
}

/// What the abbreviations of sources stand for, by the model's metadata.
fn sources(model: &Model, entries: &[CoverageEntry]) -> Vec<(String, String)> {
    let known = model.metadata.get("smithygen.rules.sources").and_then(Value::as_object).unwrap_or_default();
    let used: BTreeSet<&str> = entries.iter().flat_map(|entry| &entry.sources).map(String::as_str).collect();
    let listed = known.iter().filter(|entry| used.contains(entry.key.as_str()));
    listed.filter_map(|entry| Some((entry.key.clone(), entry.value.as_str()?.to_owned()))).collect()
}
