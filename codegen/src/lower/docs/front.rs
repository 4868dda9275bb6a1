//! The crate's front page, from the model's data alone.

use std::collections::BTreeMap;

use super::links::About;
use super::{Docs, link};
use crate::ir::{Doc, Protocol};
use crate::names::TypeName;
use crate::options::Docs as Mode;
use crate::resolve::graph::Shape;
use markup::{self, Form};

impl Docs<'_> {
    /// The front page: what it is, a first example, the operations by task, what checking does, how to build values.
    pub(crate) fn front_page(&self) -> Doc {
        let service = self.subject.service;
        let title = service.traits.title.as_deref().unwrap_or_else(|| service.id.name());
        let mut doc = Doc::default();
        doc.paragraph(format!("Typed requests and responses of {}.", markup::plain(title)));
        let about = About::Service;
        doc.paragraph_lines(self.text(service.traits.documentation.as_deref(), Form::Whole, about).0);
        doc.paragraph_lines(self.remarks(&service.traits));
        doc.paragraph(
            "Each operation is a type that names its request, its response and its errors through \
             [`wire::Operation`]. The crate stops at bytes: any HTTP client and any signer fit.",
        );
        Self::section(&mut doc, "A first request", self.first_request());
        Self::section(&mut doc, "Typed answers", self.typed_answers());
        Self::section(&mut doc, "Operations", self.operations());
        Self::section(&mut doc, "Checking", self.checking());
        Self::section(&mut doc, "Building", building());
        doc
    }

    fn section(doc: &mut Doc, title: &str, lines: Vec<String>) {
        if !lines.is_empty() {
            doc.paragraph_lines(vec![format!("# {title}")]);
            doc.paragraph_lines(lines);
        }
    }

    /// The operations under their first tags, in the order of the service's own tags, then by name; those without
    /// one, or all of them where none has one, by name.
    fn operations(&self) -> Vec<String> {
        let mut tasks: BTreeMap<(usize, &str), Vec<&Shape>> = BTreeMap::new();
        let order = &self.subject.service.traits.tags;
        for operation in self.subject.operations {
            let tag = operation.traits.tags.iter().map(String::as_str).find(|tag| !tag.trim().is_empty());
            let place = |tag: &str| order.iter().position(|known| known == tag).unwrap_or(order.len());
            let key = tag.map_or((usize::MAX, "Others"), |tag| (place(tag), tag));
            tasks.entry(key).or_default().push(operation);
        }
        let mut doc = Doc::default();
        let titled = tasks.len() > 1;
        for ((_, task), operations) in tasks {
            if titled {
                doc.paragraph_lines(markup::heading(2, task));
            }
            doc.paragraph_lines(operations.into_iter().flat_map(|shape| self.listed(shape)).collect());
        }
        doc.0
    }

    /// An operation with the first sentence of its page.
    fn listed(&self, shape: &Shape) -> Vec<String> {
        let name = link(&TypeName::of_shape(shape.id.name()));
        let text = shape.traits.documentation.as_deref().filter(|_| self.mode != Mode::None);
        let summary = text
            .map(|text| markup::on_one_line(text, Form::Summary, &self.index.about(About::Shape(&shape.id))));
        match summary.filter(|summary| !summary.is_empty()) {
            Some(summary) => markup::item('-', &format!("{name}: {summary}")),
            None => markup::item('-', &name),
        }
    }

    /// What checking does, and what it does not.
    fn checking(&self) -> Vec<String> {
        if self.subject.operations.is_empty() {
            return Vec::new();
        }
        let mut doc = Doc::default();
        doc.paragraph(
            "Checking is a call of its own: building and writing never check. `validate()` on a request reports \
             what the service is known to refuse, all of it at once, each with its path and what would be right; \
             on a valid request it allocates nothing.",
        );
        doc.paragraph(
            "A [`validation::Policy`] adds what the caller knows and wants: `validate_with(&policy)` fails on \
             errors, `check(&policy)` gives the whole report, and `Policy::new().strict()` adds every constraint of \
             the model: lengths, ranges, patterns, enums. It is not the default: services widen their constraints over \
             time, and last year's checks would refuse what is accepted today. No violation holds a value.",
        );
        let declared = self.declared();
        if !declared.is_empty() {
            doc.paragraph("What only the caller knows is declared:");
            doc.paragraph_lines(declared);
        }
        doc.0
    }

    /// A first request in Rust, compiled and run with the documentation of the crate.
    fn first_request(&self) -> Vec<String> {
        let aws_json = matches!(self.subject.protocol, Protocol::AwsJson { .. });
        self.first_example(aws_json)
    }
}

fn building() -> Vec<String> {
    markup::filled(
        "Fields are public, and builders are the stable way to make values: `build()` names every required member \
         that is missing. A newer model may add optional members, which breaks struct literals that do not end in \
         `..`, but no builder.",
    )
}
