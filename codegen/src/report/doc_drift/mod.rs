//! `rules`: compares the rules of a model with the documentation of another one.
//!
//! The rules are written and checked by hand, and documentation changes without notice. So documentation is read here
//! as far as it can be (which cases a map has, and which keys each of them takes), and what differs from the rules is
//! reported; nothing is ever generated from it. Differences that somebody accepted are listed as data, with a reason
//! ([`KnownDifference`]); all others are new.

mod cases;
mod compare;
mod constraints;
mod difference;
mod example;
mod extract;
mod facts;
mod kind;
mod known;
mod pieces;
mod rows;
mod sentence;
mod values;
mod vocabulary;

use self::facts::RuleFacts;
use crate::diagnostics::{Diagnostic, Diagnostics, Sources};
use crate::options::Stale;
use crate::resolve;
use crate::resolve::graph::Model;
use crate::rules;

pub use self::compare::{Reading, Role};
pub use self::difference::{
    CaseChange, ConstraintKind, Difference, DifferenceSeverity, Differences, FoundDifference, KeyChange,
    ReadingProblem,
};
pub use self::extract::{DocumentedCase, DocumentedTable};
pub use self::kind::DifferenceKind;
pub use self::known::KnownDifference;

/// A model with its rules.
#[derive(Clone, Debug)]
pub struct RuledModel {
    /// The model itself.
    model: Model,
    /// What documentation can say of the rules.
    facts: RuleFacts,
    /// Differences that somebody accepted.
    known: Vec<KnownDifference>,
}

/// How the documentation and the constraints of a model differ from rules.
#[derive(Clone, Debug, Default)]
pub struct DocDrift {
    /// What was read, member by member.
    pub readings: Vec<Reading>,
    /// Differences that are not listed as known.
    pub new: Differences,
    /// Differences that are listed as known, each with the reason.
    pub known: Vec<(FoundDifference, String)>,
    /// Known differences that this model does not show.
    pub unneeded: Vec<KnownDifference>,
}

impl DocDrift {
    /// Keeps the differences of some kinds.
    pub fn retain(&mut self, is_kept: impl Fn(DifferenceKind) -> bool) {
        self.new.retain(|_, found| is_kept(found.difference.kind()));
        self.known.retain(|(found, _)| is_kept(found.difference.kind()));
        self.unneeded.retain(|known| {
            let mut kinds = DifferenceKind::ALL.into_iter();
            kinds.any(|kind| known.id.split('/').next() == Some(kind.name()) && is_kept(kind))
        });
    }
}

/// Reads a model with rules; `stale` says whether statements about what it lacks are errors.
///
/// # Errors
///
/// Every error of the model and of its list of known differences; a model without rules on the keys of a map.
pub fn read_rules(sources: &Sources, stale: Stale) -> Result<RuledModel, Vec<Diagnostic>> {
    let mut errors = Diagnostics::default();
    let model = model(&mut errors, sources, stale)?;
    let facts = facts::rule_facts(&rules::read(&mut errors, &model));
    let known = known::read(&mut errors, &model);
    if stale == Stale::Warn {
        errors.allow_stale();
    }
    if facts.keyed_maps.is_empty() && !errors.is_fatal() {
        let help = "such rules are `smithygen.rules#keyedBy` on a structure, and `smithygen.rules#keyTable` on its map";
        let message = "the model has no rules that documentation could be compared with";
        errors.push(Diagnostic::error(message).help(help));
    }
    if errors.is_fatal() { Err(errors.sorted()) } else { Ok(RuledModel { model, facts, known }) }
}

/// Compares rules with the documentation and the constraints of a model.
///
/// # Errors
///
/// Every error of the model.
pub fn compare(rules: &RuledModel, sources: &Sources) -> Result<DocDrift, Vec<Diagnostic>> {
    let documented = model(&mut Diagnostics::default(), sources, Stale::Deny)?;
    let (readings, mut new) = compare::compare(&rules.facts, &rules.model, &documented);
    let mut drift = DocDrift { readings, ..DocDrift::default() };
    for known in &rules.known {
        match new.remove(&known.id) {
            Some(found) => drift.known.push((found, known.reason.clone())),
            None => drift.unneeded.push(known.clone()),
        }
    }
    drift.new = new;
    Ok(drift)
}

/// The model of some texts, if nothing is wrong with it.
fn model(errors: &mut Diagnostics, sources: &Sources, stale: Stale) -> Result<Model, Vec<Diagnostic>> {
    let model = resolve::assemble(errors, sources);
    if stale == Stale::Warn {
        errors.allow_stale();
    }
    let model = model.filter(|_| !errors.is_fatal());
    model.ok_or_else(|| errors.clone().sorted())
}
