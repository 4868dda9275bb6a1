//! Documentation comments: what the model says, then one consistent line of what it means for the code.

mod example;
mod example_answer;
mod example_fit;
mod example_value;
mod facts;
mod form;
mod front;
mod http;
pub(crate) mod index;
mod json;
mod keys;
pub(crate) mod links;
mod made_up;
mod made_up_text;
mod on_wire;
mod operation;
mod pages;
pub(super) mod places;
mod roles;
mod typed;
mod values;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use self::example::KnownValues;
use self::index::Index;
use self::links::About;
use super::bindings::Bindings;
use super::checks::CompiledPatterns;
use super::protocols::ProtocolRow;
use super::types::Types;
use crate::ir::{Doc, DocLink, LinkKind, Protocol};
use crate::names::TypeName;
use crate::options::Docs as Mode;
use crate::resolve::graph::{Member, Shape, ShapeId};
use crate::resolve::traits::Traits;
use crate::resolve::traits::documentation::Unstable;
use crate::rules::Rules;
use markup::{self, Form, Item, ItemKind, Markdown, code};

/// What the comments of a crate are about.
pub(crate) struct Subject<'t> {
    /// The service.
    pub(crate) service: &'t Shape,
    /// The operations that the crate has, by name.
    pub(crate) operations: &'t [&'t Shape],
    /// Every shape that becomes a type or part of one.
    pub(crate) reachable: &'t BTreeSet<&'t ShapeId>,
    /// The only operation that a structure belongs to.
    pub(crate) sole_operations: &'t BTreeMap<&'t ShapeId, &'t ShapeId>,
    /// What the protocol fixes.
    pub(crate) protocol: Option<Protocol>,
    /// What the protocol makes of shapes.
    pub(crate) protocol_row: &'static ProtocolRow,
    /// Where the members of messages stand.
    pub(crate) bindings: Bindings<'t>,
    /// The package's name.
    pub(crate) package: String,
    /// The label of paths that moves to the host.
    pub(crate) host_label: Option<&'t str>,
}

/// Writes the comments of one crate.
pub(crate) struct Comments<'t> {
    types: &'t Types<'t>,
    patterns: &'t CompiledPatterns,
    rules: &'t Rules,
    mode: Mode,
    subject: Subject<'t>,
    index: Index<'t>,
    /// The structures and unions that hold values of each shape, directly or in lists and maps.
    holders: BTreeMap<&'t ShapeId, BTreeSet<&'t ShapeId>>,
    /// The shapes whose texts stand on the page of values, by name.
    values: BTreeMap<String, &'t ShapeId>,
    /// The first operation that takes each structure.
    inputs: BTreeMap<&'t ShapeId, &'t Shape>,
    /// What examples of the model give to members.
    known: KnownValues<'t>,
}

impl<'t> Comments<'t> {
    /// A writer of comments for the shapes of `types`.
    pub(crate) fn new(
        types: &'t Types<'t>,
        patterns: &'t CompiledPatterns,
        rules: &'t Rules,
        mode: Mode,
        subject: Subject<'t>,
    ) -> Self {
        let index = Index::new(types, &subject).with_keys(&rules.tables);
        let holders = roles::holders(types, &subject);
        let values = values::shared(types, &subject, mode);
        let inputs = subject.operations.iter().rev();
        let inputs =
            inputs.filter_map(|shape| Some((shape.operation_io().input.as_ref()?, *shape))).collect();
        let known = example::known_values(types.model, subject.operations);
        Self { types, patterns, rules, mode, subject, index, holders, values, inputs, known }
    }

    /// The page of a type.
    pub(crate) fn shape(&self, shape: &Shape) -> Doc {
        let about = About::Shape(&shape.id);
        let mut doc = self.text(shape.traits.documentation.as_deref(), Form::Page, about);
        let documented = begins_with_sentence(&doc);
        let role = self.role(shape, documented);
        if documented {
            role.into_iter().for_each(|line| doc.paragraph(line));
        } else {
            doc = led_by(role, doc);
        }
        doc.block(self.remarks(&shape.traits));
        doc.into()
    }

    /// The comment of a structure's member.
    pub(crate) fn member(&self, container: &Shape, member: &Member) -> Doc {
        let presence = match (member.traits.required, member.traits.client_optional) {
            (true, true) => "optional here, though the service requires it",
            (true, false) => "required",
            (false, _) => "optional",
        };
        self.member_with(container, member, vec![presence.to_owned()])
    }

    /// The comment of a union's member.
    pub(crate) fn variant(&self, container: &Shape, member: &Member) -> Doc {
        self.member_with(container, member, Vec::new())
    }

    fn member_with(&self, container: &Shape, member: &Member, mut facts: Vec<String>) -> Doc {
        facts.extend(self.subject.bindings.place_words(
            &container.id,
            member,
            self.types.directions(&container.id),
        ));
        let about = About::Member(&container.id, member);
        let own = self.text(member.traits.documentation.as_deref(), Form::Whole, about);
        let (mut doc, details) = self.with_target(own, member, about).split_paragraph();
        doc.block(self.keys_by_case(container, member));
        doc.block(details);
        doc.block(self.remarks(&member.traits));
        if let Some(typed) = self.typed(container, member) {
            doc.paragraph(typed);
        }
        doc.paragraph(self.facts(member, facts));
        doc.into()
    }

    /// A member's text with that of its target. Where the target's text stands elsewhere (it has a page of its own, or
    /// several members share it), it is a summary in place of the text that the member lacks.
    fn with_target(&self, own: Markdown, member: &Member, about: About<'_>) -> Markdown {
        let target = self.types.model.shape(&member.target);
        let text = target.traits.documentation.as_deref();
        if self.types.is_item(target) || self.is_on_values_page(target) {
            return if own.is_empty() { self.text(text, Form::Summary, about) } else { own };
        }
        if self.mode == Mode::Short && !own.is_empty() {
            return own;
        }
        let shared = self.text(text, Form::Whole, about);
        let mut doc = own;
        if doc != shared {
            doc.block(shared);
        }
        doc
    }

    /// The comment of an error in the enum of an operation: when it comes, or else how it is called.
    pub(crate) fn error(&self, shape: &Shape) -> Doc {
        let about = About::Shape(&shape.id);
        let mut doc = self.text(shape.traits.documentation.as_deref(), Form::Summary, about);
        if doc.is_empty() {
            doc.paragraph(format!("{}.", code(shape.id.name())));
        }
        doc.into()
    }

    /// The comment of an enum's value.
    pub(crate) fn value(&self, container: &Shape, member: &Member, wire: &str) -> Doc {
        let about = About::Member(&container.id, member);
        let mut doc = self.text(member.traits.documentation.as_deref(), Form::Whole, about);
        doc.block(self.remarks(&member.traits));
        doc.paragraph(on_the_wire(wire));
        doc.into()
    }

    /// What stands in other traits that are meant for readers.
    fn remarks(&self, traits: &Traits) -> Markdown {
        let mut remarks = Vec::new();
        remarks.extend(traits.recommended.as_ref().map(|recommended| match &recommended.reason {
            Some(reason) => as_sentence(&format!("Recommended: {}", markup::plain(reason))),
            None => "Recommended.".to_owned(),
        }));
        remarks.extend(
            traits.since.as_deref().map(|since| as_sentence(&format!("Since {}", markup::plain(since)))),
        );
        remarks.extend(traits.unstable.as_ref().map(|unstable| self.unstable(unstable)));
        remarks.extend(
            traits.internal.then(|| "Internal: not meant for callers outside of the service.".to_owned()),
        );
        for page in &traits.external_documentation {
            remarks.extend(self.page_link(&page.name, &page.address));
        }
        if self.mode == Mode::None { Markdown::default() } else { markup::filled(remarks.join(" ")) }
    }

    /// That something may change or go, and what the service says of the feature that it is a part of.
    fn unstable(&self, unstable: &Unstable) -> String {
        let features = &self.subject.service.traits.unstable_features;
        let feature = unstable.feature.as_ref();
        let described = feature.and_then(|id| features.iter().find(|feature| feature.id == *id));
        let texts = described.into_iter().flat_map(|feature| [&feature.message, &feature.reason]).flatten();
        let texts: String = texts.map(|text| format!(" {}", as_sentence(&markup::plain(text)))).collect();
        let part = feature.map(|id| format!(", as a part of {}", code(id))).unwrap_or_default();
        format!("Unstable{part}: it may change or go.{texts}")
    }

    /// "See" and a link, if the address is one.
    fn page_link(&self, name: &str, address: &str) -> Option<String> {
        markup::link(name, address, self.index.base()).map(|link| format!("See {link}."))
    }

    /// A text of the model as this run wants it.
    fn text(&self, documentation: Option<&str>, form: Form, about: About<'_>) -> Markdown {
        let form = match self.mode {
            Mode::Full => form,
            Mode::Short => Form::Summary,
            Mode::None => return Markdown::default(),
        };
        let links = self.index.about(about);
        documentation.map(|text| markup::markdown(text, form, &links)).unwrap_or_default()
    }

    fn shape_link(&self, id: &ShapeId) -> Markdown {
        link(&self.types.name(id))
    }
}

/// Whether the first line is that of a paragraph: no other line of rendered text begins as one.
fn begins_with_sentence(doc: &Markdown) -> bool {
    let marks = ["- ", "* ", "+ ", "> ", "| ", "#", "```", "___", "<div"];
    doc.as_str().lines().next().is_some_and(|line| {
        let ordered = line.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(['.', ')']);
        let numbered = ordered && line.starts_with(|c: char| c.is_ascii_digit());
        !numbered && !marks.iter().any(|mark| line.starts_with(mark))
    })
}

/// Sentences, then everything else: for the index of the module.
fn led_by(sentences: Vec<Markdown>, text: Markdown) -> Markdown {
    let mut doc = Markdown::default();
    sentences.into_iter().for_each(|sentence| doc.paragraph(sentence));
    doc.block(text);
    doc
}

impl From<Markdown> for Doc {
    fn from(markdown: Markdown) -> Self {
        let (text, links) = markdown.into_parts();
        let link = |(at, Item { kind, path }): (usize, Item)| DocLink {
            at,
            kind: match kind {
                ItemKind::Type => LinkKind::Type,
                ItemKind::Field => LinkKind::Field,
                ItemKind::Variant => LinkKind::Variant,
                ItemKind::Function => LinkKind::Function,
                ItemKind::Module => LinkKind::Module,
            },
            path,
        };
        Self { text, links: links.into_iter().map(link).collect() }
    }
}

/// Text that ends as a sentence does.
fn as_sentence(text: &str) -> String {
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

fn on_the_wire(value: &str) -> String {
    format!("On the wire: {}.", code(value))
}

/// A link to a type at the crate's root.
pub(crate) fn link(name: &TypeName) -> Markdown {
    Markdown::link(&format!("`{name}`"), Item::ty(name.as_str()))
}
