//! Patterns, compiled once for each text.

use std::collections::{BTreeMap, BTreeSet};

use super::enforcement::Enforcement;
use super::pattern_statics;
use crate::diagnostics::{Diagnostic, Diagnostics, Span};
use crate::ir::patterns::Patterns;
use crate::names::ConstName;
use crate::options::Options;
use crate::parallel;
use crate::resolve::graph::{Member, Model, Shape, ShapeId};
use crate::resolve::traits::Traits;
use crate::resolve::traits::documentation::SpannedText;
use pattern::{self, Caps, Check, Compiled, Leniency, Unchecked};

/// Every pattern of the shapes whose values are checked.
#[derive(Debug, Default)]
pub(crate) struct CompiledPatterns {
    by_text: BTreeMap<String, Found>,
}

/// What became of a pattern.
#[derive(Debug)]
enum Found {
    /// It is checked by this static.
    Checked(ConstName, Check),
    /// Every string has a match.
    Always,
    /// It cannot be checked, for this reason.
    Unchecked(Unchecked),
}

impl CompiledPatterns {
    /// Compiles the patterns of some shapes. What is read leniently, and what cannot be checked, is pushed to `errors`.
    pub(crate) fn new(
        errors: &mut Diagnostics,
        model: &Model,
        checked: &BTreeSet<&ShapeId>,
        options: &Options,
    ) -> Self {
        let mut patterns = Self::default();
        let mut taken = BTreeSet::new();
        let shapes = || checked.iter().map(|id| model.shape(id));
        let mut compiled = compiled(shapes());
        for shape in shapes() {
            let own =
                traits(shape).filter_map(|(member, traits)| Some((member, traits, traits.pattern.as_ref()?)));
            for (member, traits, SpannedText { text, span }) in own {
                // A pattern that stands in several places is taken up once.
                let Some(compiled) = compiled.remove(text.as_str()) else { continue };
                let id = &shape.id;
                let owner = member.map_or(id.to_string(), |member| format!("{id}${}", member.name));
                let suppressed = is_suppressed(traits) || is_suppressed(&shape.traits);
                let place = PatternPlace { text, span: *span, owner, suppressed };
                let found = found(errors, &mut taken, compiled, &place, options);
                patterns.by_text.insert(text.clone(), found);
            }
        }
        patterns
    }

    /// The static that checks a pattern, if anything is to check.
    pub(super) fn check(&self, text: &str) -> Option<&ConstName> {
        match self.by_text.get(text)? {
            Found::Checked(name, _) => Some(name),
            Found::Always | Found::Unchecked(_) => None,
        }
    }

    /// Every pattern, compiled if it is checked: those that every string matches are as those that are not.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, Option<&Check>)> {
        self.by_text.keys().map(|text| (text.as_str(), self.compiled(text)))
    }

    /// What checks a pattern, if anything does.
    pub(crate) fn compiled(&self, text: &str) -> Option<&Check> {
        match self.by_text.get(text)? {
            Found::Checked(_, check) => Some(check),
            Found::Always | Found::Unchecked(_) => None,
        }
    }

    /// What becomes of a pattern that is enforced in this way if it is checked at all.
    pub(super) fn enforcement(&self, text: &str, checked: Enforcement) -> Enforcement {
        match self.by_text.get(text) {
            Some(Found::Unchecked(reason)) => Enforcement::Unchecked(reason.to_string()),
            Some(Found::Always) => Enforcement::AlwaysSatisfied,
            Some(Found::Checked(..)) | None => checked,
        }
    }

    /// Whether a pattern cannot be checked.
    pub(crate) fn is_unchecked(&self, text: &str) -> bool {
        matches!(self.by_text.get(text), Some(Found::Unchecked(_)))
    }

    /// The statics that some checks use.
    pub(crate) fn statics(&self, used: &BTreeSet<ConstName>) -> Patterns {
        let checked = self.by_text.iter().filter_map(|(text, found)| match found {
            Found::Checked(name, check) if used.contains(name) => Some((name, (text.as_str(), check))),
            Found::Checked(..) | Found::Always | Found::Unchecked(_) => None,
        });
        pattern_statics::statics(&checked.collect())
    }
}

/// Where a pattern stands first.
struct PatternPlace<'m> {
    text: &'m str,
    span: Span,
    owner: String,
    /// Whether nobody wants to know that it is read leniently.
    suppressed: bool,
}

/// A shape's own traits, and those of its members.
fn traits(shape: &Shape) -> impl Iterator<Item = (Option<&Member>, &Traits)> {
    let members = shape.members().map(|member| (Some(member), &*member.traits));
    std::iter::once((None, &shape.traits)).chain(members)
}

/// Every pattern of some shapes, compiled.
fn compiled<'m>(shapes: impl Iterator<Item = &'m Shape>) -> BTreeMap<&'m str, Result<Compiled, Unchecked>> {
    let texts =
        shapes.flat_map(traits).filter_map(|(_, traits)| Some(traits.pattern.as_ref()?.text.as_str()));
    let texts: Vec<&str> = texts.collect::<BTreeSet<_>>().into_iter().collect();
    let compiled = parallel::map(&texts, |text| pattern::compile(text, &Caps::default()));
    texts.into_iter().zip(compiled).collect()
}

/// What becomes of a pattern. What is read leniently, and what cannot be checked, is pushed to `errors`.
fn found(
    errors: &mut Diagnostics,
    taken: &mut BTreeSet<ConstName>,
    compiled: Result<Compiled, Unchecked>,
    PatternPlace { text, span, owner, suppressed }: &PatternPlace<'_>,
    options: &Options,
) -> Found {
    match compiled {
        Ok(compiled) => {
            // Whoever looked at it can say so, with Smithy's own trait.
            if !suppressed {
                let warnings = compiled.lenient.iter().map(|leniency| lenient(text, leniency));
                warnings.for_each(|warning| errors.push(warning.at(*span).shape(owner)));
            }
            match compiled.check {
                Check::Always => Found::Always,
                check => Found::Checked(free(taken, owner), check),
            }
        }
        Err(unchecked) => {
            let message = format!("the pattern `{text}` cannot be checked: {unchecked}");
            let diagnostic = if options.deny_unchecked {
                Diagnostic::error(message)
            } else {
                Diagnostic::warning(message)
            };
            errors.push(diagnostic.at(*span).shape(owner));
            Found::Unchecked(unchecked)
        }
    }
}

/// What `suppress` calls the warning of a pattern that is read leniently.
const LENIENT: &str = "LenientPattern";

fn lenient(pattern: &str, leniency: &Leniency) -> Diagnostic {
    Diagnostic::warning(format!("the pattern `{pattern}` is read leniently: {leniency}"))
        .help(format!("if it is meant so, put \"{LENIENT}\" into `smithy.api#suppress` there"))
}

/// Whether a shape or member has the warning suppressed
/// ([Smithy 2.0, suppress](https://smithy.io/2.0/spec/model-validation.html#suppress-trait)).
fn is_suppressed(traits: &Traits) -> bool {
    traits.suppress.iter().any(|id| id == LENIENT)
}

/// A name after the first shape or member that has the pattern.
fn free(taken: &mut BTreeSet<ConstName>, owner: &str) -> ConstName {
    let name = ConstName::of(owner.split_once('#').map_or(owner, |(_, name)| name));
    let numbered = (2..).map(|number| name.numbered(number));
    let free = std::iter::once(name.clone()).chain(numbered).find(|name| !taken.contains(name));
    let free = free.expect("there are more numbers than patterns");
    taken.insert(free.clone());
    free
}
