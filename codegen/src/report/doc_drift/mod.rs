//! `rules`: holds the rules of a model against the documentation of another, which has prose.
//!
//! The rules are written by hand and checked by hand; prose changes without a word. So prose is read here as far as
//! it can be (which cases there are, and which keys each takes), and what differs from the rules is reported; nothing
//! is ever generated from it. What was looked at and may stay different is listed as data, with a reason
//! ([`Known`]); the rest is news.

mod cases;
mod compare;
mod drift;
mod example;
mod extract;
mod finding;
mod input;
mod known;
mod nodes;
mod rows;
mod sentence;
mod words;

use crate::diagnostics::{Diagnostic, Diagnostics, Sources};
use crate::load;
use crate::resolve;
use crate::resolve::graph::Model;
use crate::rules;
use input::Input;

pub use compare::{Reading, Role};
pub use extract::{Case, Said};
pub use finding::{CaseChange, Constraint, Finding, Findings, Found, KeyChange, Problem, Weight};
pub use known::Known;

/// A model with its rules.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The model itself.
    model: Model,
    /// The rules, as far as prose can speak of them.
    input: Input,
    /// Differences that may be.
    known: Vec<Known>,
}

/// What came out of holding the rules against one model.
#[derive(Clone, Debug, Default)]
pub struct Held {
    /// What was read, member by member.
    pub readings: Vec<Reading>,
    /// Differences that nobody looked at yet.
    pub news: Findings,
    /// Differences that somebody looked at, each with the reason.
    pub known: Vec<(Found, String)>,
    /// Known differences that this model does not show.
    pub absent: Vec<Known>,
}

/// Reads a model with rules.
///
/// # Errors
///
/// Every fault of the model and of its list of known differences; a model without rules on the keys of a map.
pub fn rules(sources: &Sources) -> Result<Rules, Vec<Diagnostic>> {
    let mut errors = Diagnostics::default();
    let model = model(&mut errors, sources)?;
    let input = input::of(&rules::read(&mut errors, &model));
    let known = known::read(&mut errors, &model);
    if input.bonds.is_empty() && !errors.is_fatal() {
        errors.push(Diagnostic::error("the model has no rules that prose could be held against").help(
            "`smithygen.rules#keyedBy` on a structure, and `smithygen.rules#keyTable` on its map, are such rules",
        ));
    }
    if errors.is_fatal() { Err(errors.sorted()) } else { Ok(Rules { model, input, known }) }
}

/// Holds rules against the documentation and the constraints of a model.
///
/// # Errors
///
/// Every fault of the model.
pub fn hold(rules: &Rules, sources: &Sources) -> Result<Held, Vec<Diagnostic>> {
    let there = model(&mut Diagnostics::default(), sources)?;
    let (readings, mut news) = compare::compare(&rules.input, &rules.model, &there);
    let mut held = Held { readings, ..Held::default() };
    for known in &rules.known {
        match news.remove(&known.finding) {
            Some(found) => held.known.push((found, known.reason.clone())),
            None => held.absent.push(known.clone()),
        }
    }
    held.news = news;
    Ok(held)
}

/// The graph of a model, if nothing stops the run.
fn model(errors: &mut Diagnostics, sources: &Sources) -> Result<Model, Vec<Diagnostic>> {
    let documents = load::documents(errors, sources);
    if !errors.is_fatal() {
        let model = resolve::resolve(errors, &documents);
        if !errors.is_fatal() {
            return Ok(model);
        }
    }
    Err(errors.clone().sorted())
}
