//! A walk through the documentation of a service, as it becomes documentation comments.

use super::examples::Examples;
use super::mentions::Mentions;
use super::{Finding, LintKind};
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, Span};
use crate::lower::docs::links::About;
use crate::lower::setup::{Restrictions, Setup};
use crate::options::Options;
use crate::resolve::graph::{Member, Model, Shape, ShapeKind};
use crate::resolve::traits::Traits;
use crate::resolve::traits::documentation::SpannedText;
use markup::Named;

/// Everything that is wrong with the documentation of a service, unless the model has no such service.
pub(crate) fn findings(errors: &mut Diagnostics, model: &Model, options: &Options) -> Option<Vec<Finding>> {
    let setup = Setup::new(errors, model, options)?;
    let (index, service) = (setup.index(), &*setup.service);
    // What is wrong with the rules is reported when generating.
    let Restrictions { rules, .. } = setup.restrictions(&mut Diagnostics::default());
    let mut walk = DocumentationWalk {
        model,
        mentions: Mentions::new(model, &index),
        examples: Examples::new(model, &rules, service),
        found: Vec::new(),
    };
    if service.traits.documentation.is_some() || model.shapes.contains_key(&service.id) {
        walk.page(service, About::Service, Some("the service"));
    }
    for operation in &setup.operations {
        walk.page(operation, About::Shape(&operation.id), Some("the operation"));
        walk.examples(operation);
    }
    for shape in setup.reachable.iter().map(|id| model.shape(id)).filter(|shape| !shape.id.is_prelude()) {
        // The page of a request or response names its operation, and types without a page are documented at members.
        let has_page = setup.types.is_item(shape) && !setup.sole_operations.contains_key(&shape.id);
        walk.page(shape, About::Shape(&shape.id), has_page.then(|| kind_words(shape)));
        walk.members(shape);
    }
    Some(walk.found)
}

fn kind_words(shape: &Shape) -> &'static str {
    match &shape.kind {
        _ if shape.traits.error.is_some() => "the error",
        ShapeKind::Structure(_) => "the structure",
        ShapeKind::Union(_) => "the union",
        ShapeKind::Enum(_) | ShapeKind::IntEnum(_) => "the enum",
        _ => "the type",
    }
}

struct DocumentationWalk<'l> {
    model: &'l Model,
    mentions: Mentions<'l>,
    examples: Examples<'l>,
    found: Vec<Finding>,
}

impl<'l> DocumentationWalk<'l> {
    fn push(&mut self, kind: LintKind, span: Span, owner: &str, message: String) {
        self.push_with_help(kind, span, owner, message, None);
    }

    fn push_with_help(
        &mut self,
        kind: LintKind,
        span: Span,
        owner: &str,
        message: String,
        help: Option<String>,
    ) {
        let diagnostic = Diagnostic { help, ..Diagnostic::warning(message).at(span).shape(owner) };
        self.found.push(Finding { kind, diagnostic });
    }

    /// A shape; `needs` is what it is, if it needs documentation of its own.
    fn page(&mut self, shape: &Shape, about: About<'_>, needs: Option<&str>) {
        let owner = shape.id.as_str();
        if let Some(what) = needs.filter(|_| is_missing(&shape.traits)) {
            self.push(LintKind::Undocumented, shape.span, owner, format!("{what} has no documentation"));
        }
        self.traits(&shape.traits, owner, about);
    }

    /// What the examples of an operation show and its shapes do not allow.
    fn examples(&mut self, shape: &'l Shape) {
        let owner = shape.id.as_str();
        for text in shape.traits.examples.iter().filter_map(|example| example.documentation.as_ref()) {
            self.text(text, owner, About::Shape(&shape.id));
        }
        for mismatch in self.examples.check(shape) {
            let message = format!("in an example: {}", mismatch.message);
            let diagnostic = Diagnostic { message, ..mismatch }.shape(owner);
            self.found.push(Finding { kind: LintKind::Unfit, diagnostic });
        }
    }

    fn members(&mut self, shape: &Shape) {
        for member in shape.members() {
            let owner = format!("{}${}", shape.id, member.name);
            match &shape.kind {
                ShapeKind::Structure(_) | ShapeKind::Union(_) => self.member(&owner, member),
                ShapeKind::Enum(_) | ShapeKind::IntEnum(_) if is_missing(&member.traits) => {
                    self.undocumented_value(member.span, &owner);
                }
                _ => {}
            }
            self.traits(&member.traits, &owner, About::Member(&shape.id, member));
        }
    }

    fn undocumented_value(&mut self, span: Span, owner: &str) {
        self.push(LintKind::Undocumented, span, owner, "the value has no documentation".to_owned());
    }

    fn member(&mut self, owner: &str, member: &Member) {
        let target = self.model.shape(&member.target);
        if is_blank(&member.traits) {
            if is_missing(&member.traits) && is_missing(&target.traits) {
                let message = "neither the member nor its target has documentation".to_owned();
                self.push(LintKind::Undocumented, member.span, owner, message);
            }
        } else if is_same(&member.traits, &target.traits) {
            let span = member.traits.documentation.as_ref().map_or(member.span, |text| text.span);
            let message = format!("the documentation only repeats that of `{}`", target.id);
            let help = "leave it out: the member has that of its target then".to_owned();
            self.push_with_help(LintKind::Repeats, span, owner, message, Some(help));
        }
    }

    /// What the traits with documentation name.
    fn traits(&mut self, traits: &Traits, owner: &str, about: About<'_>) {
        if let Some(text) = &traits.documentation {
            self.text(text, owner, about);
        }
        if let Some(span) = traits.documentation_stub {
            self.push(LintKind::Unfinished, span, owner, "the documentation is to be written".to_owned());
        }
        for page in &traits.external_documentation {
            let named = Named::Address(page.address.text.clone());
            self.named(&named, page.address.span, owner, about);
        }
    }

    /// What one text names.
    fn text(&mut self, text: &SpannedText, owner: &str, about: About<'_>) {
        for named in markup::mentions(text) {
            self.named(&named, text.span, owner, about);
        }
    }

    fn named(&mut self, named: &Named, span: Span, owner: &str, about: About<'_>) {
        if let Some((message, help)) = self.mentions.broken(named, about) {
            self.push_with_help(LintKind::LeadsNowhere, span, owner, message, help);
        }
    }
}

/// All findings by place, together with the statements on what the model lacks that earlier stages found.
pub(crate) fn with_stale(mut findings: Vec<Finding>, diagnostics: Vec<Diagnostic>) -> Vec<Finding> {
    let is_stale = |found: &Diagnostic| found.stale && found.severity == Severity::Warning;
    let stale = diagnostics.into_iter().filter(is_stale);
    findings.extend(stale.map(|diagnostic| Finding { kind: LintKind::Gone, diagnostic }));
    findings.sort_by_cached_key(|Finding { kind, diagnostic }| {
        (diagnostic.span, *kind, diagnostic.message.clone(), diagnostic.shape.clone())
    });
    // A text may name the same thing twice.
    findings.dedup();
    findings
}

/// Whether there is no documentation, and no stub of it either.
fn is_missing(traits: &Traits) -> bool {
    is_blank(traits) && traits.documentation_stub.is_none()
}

fn is_blank(traits: &Traits) -> bool {
    traits.documentation.as_deref().is_none_or(is_blank_text)
}

fn is_blank_text(text: &str) -> bool {
    markup::markdown(text, markup::Form::Whole, &markup::NoLinks).is_empty()
}

fn is_same(one: &Traits, other: &Traits) -> bool {
    let words = |traits: &Traits| -> Option<Vec<String>> {
        Some(traits.documentation.as_deref()?.split_whitespace().map(str::to_lowercase).collect())
    };
    words(one) == words(other)
}
