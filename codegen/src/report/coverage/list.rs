//! What becomes of every constraint and rule, from the same decisions that the crate is made of.

use std::collections::BTreeSet;

use super::{Coverage, Entry, Fate};
use crate::diagnostics::Diagnostics;
use crate::json::Value;
use crate::lower::checks::{Checking, Patterns};
use crate::lower::{Restrictions, Setup};
use crate::options::Options;
use crate::resolve::graph::{Member, Model, Shape, ShapeId, ShapeKind};
use crate::resolve::traits::{Range, Traits};
use crate::rules::{Rule, RuleSeverity, Rules};

/// Lists everything, unless the model has no such service.
pub(crate) fn coverage(errors: &mut Diagnostics, model: &Model, options: &Options) -> Option<Coverage> {
    let setup = Setup::new(errors, model, options)?;
    let Restrictions { rules, patterns } = setup.restrictions(errors);
    let checking = Checking::new(errors, &setup.types, &rules, &patterns, setup.validation_roots());
    let list = List { model, checking: &checking, patterns: &patterns, reachable: &setup.reachable };
    let mut entries = Vec::new();
    for shape in model.shapes.values().filter(|shape| !shape.id.is_prelude()) {
        list.shape(&mut entries, shape);
    }
    entries.extend(list.conditions());
    entries.extend(of_rules(&rules));
    entries.sort_by(|a, b| a.owner.cmp(&b.owner));
    let sources = sources(model, &entries);
    Some(Coverage { entries, sources })
}

/// What the abbreviations of sources stand for, by the model's metadata.
fn sources(model: &Model, entries: &[Entry]) -> Vec<(String, String)> {
    let known = model.metadata.get("smithygen.rules.sources").and_then(Value::as_object).unwrap_or_default();
    let used: BTreeSet<&str> = entries.iter().flat_map(|entry| &entry.sources).map(String::as_str).collect();
    let told = known.iter().filter(|entry| used.contains(entry.key.as_str()));
    told.filter_map(|entry| Some((entry.key.clone(), entry.value.as_str()?.to_owned()))).collect()
}

/// What the list is made from.
struct List<'l> {
    model: &'l Model,
    checking: &'l Checking<'l>,
    patterns: &'l Patterns,
    reachable: &'l BTreeSet<&'l ShapeId>,
}

impl List<'_> {
    fn shape(&self, entries: &mut Vec<Entry>, shape: &Shape) {
        let owner = shape.id.name();
        self.traits(entries, owner, shape, shape, &shape.traits);
        let is_enum = matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_));
        if is_enum || !shape.traits.enum_definitions.is_empty() {
            entries.push(entry(owner, "enum values".to_owned(), self.reached(shape, Fate::Strict)));
        }
        let values = matches!(
            shape.kind,
            ShapeKind::Structure(_) | ShapeKind::Union(_) | ShapeKind::List(_) | ShapeKind::Map { .. }
        );
        for member in shape.members().filter(|_| values) {
            self.member(entries, shape, member);
        }
    }

    fn member(&self, entries: &mut Vec<Entry>, shape: &Shape, member: &Member) {
        let owner = format!("{}${}", shape.id.name(), member.name);
        if member.traits.required {
            let fate = self.reached(shape, Fate::Construction);
            entries.push(entry(&owner, "required".to_owned(), fate));
        }
        self.traits(entries, &owner, shape, self.model.shape(&member.target), &member.traits);
    }

    /// The constraint traits that stand on a shape or member; `holder` is the shape that decides whether it is checked.
    fn traits(&self, entries: &mut Vec<Entry>, owner: &str, holder: &Shape, target: &Shape, traits: &Traits) {
        let strict = || self.fate(holder);
        if let Some(length) = traits.length {
            let bound = |bound: Option<u64>| bound.map_or(String::new(), |bound| bound.to_string());
            let fate = match (length.min, length.max) {
                (None | Some(0), None) => Fate::Holds,
                _ => strict(),
            };
            entries.push(entry(owner, format!("length {}..{}", bound(length.min), bound(length.max)), fate));
        }
        entries.extend(traits.range.as_ref().map(|range| entry(owner, words(range), strict())));
        entries.extend(
            traits.pattern.as_ref().map(|pattern| {
                entry(owner, format!("pattern {pattern}"), self.of_pattern(pattern, strict()))
            }),
        );
        if traits.unique_items {
            let comparable = self.checking.can_compare_elements(target);
            let reason = || Fate::Unchecked("its elements cannot be compared".to_owned());
            entries.push(entry(
                owner,
                "uniqueItems".to_owned(),
                if comparable { strict() } else { reason() },
            ));
        }
    }

    fn of_pattern(&self, pattern: &str, fate: Fate) -> Fate {
        match self.patterns.unchecked(pattern) {
            Some(reason) => Fate::Unchecked(reason.to_string()),
            None if self.patterns.always(pattern) => Fate::Holds,
            None => fate,
        }
    }

    /// What becomes of a trait on a shape, or on a member of it.
    fn fate(&self, holder: &Shape) -> Fate {
        if self.checking.is_replaced(holder) { Fate::Replaced } else { self.reached(holder, Fate::Strict) }
    }

    fn reached(&self, holder: &Shape, fate: Fate) -> Fate {
        match (self.checking.is_reached(&holder.id), self.reachable.contains(&holder.id)) {
            (true, _) => fate,
            (false, true) => Fate::Responses,
            (false, false) => Fate::Unreached,
        }
    }

    fn conditions(&self) -> Vec<Entry> {
        let of = |(owner, rule): (String, &Rule)| of_rule(&owner, rule, rule.severity);
        self.checking.stated_conditions().map(of).collect()
    }
}

/// The rules that are no conditions.
fn of_rules(rules: &Rules) -> Vec<Entry> {
    let owner = |rule: &Rule| rule.id.split('/').next().unwrap_or(&rule.id).to_owned();
    let of = |(rule, severity)| of_rule(&owner(rule), rule, severity);
    rules.reporting().into_iter().map(of).collect()
}

fn of_rule(owner: &str, rule: &Rule, severity: RuleSeverity) -> Entry {
    Entry { sources: rule.sources.clone(), ..entry(owner, format!("rule {}", rule.id), fate(severity)) }
}

fn fate(severity: RuleSeverity) -> Fate {
    match severity {
        RuleSeverity::Error => Fate::Validate,
        RuleSeverity::Warning => Fate::Warning,
    }
}

fn entry(owner: &str, what: String, fate: Fate) -> Entry {
    Entry { owner: owner.to_owned(), what, fate, sources: Vec::new() }
}

fn words(range: &Range) -> String {
    let bound = |bound: &Option<String>| bound.clone().unwrap_or_default();
    format!("range {}..{}", bound(&range.min), bound(&range.max))
}
