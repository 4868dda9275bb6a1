//! The crate's front page, from the model's data alone.

use std::collections::BTreeMap;

use super::links::About;
use super::{Comments, link};
use crate::ir::{Codec, FrontPage};
use crate::options::Docs as Mode;
use crate::resolve::graph::Shape;
use markup::{self, Form, Markdown};

impl Comments<'_> {
    /// The front page: what it is, a first example, the operations by task, what checking does, how to build values.
    pub(crate) fn front_page(&self) -> FrontPage {
        let service = self.subject.service;
        let title = service.traits.title.as_deref().unwrap_or_else(|| service.id.name());
        let mut introduction = Markdown::default();
        let has_operations = !self.subject.operations.is_empty();
        let what = if has_operations { "Typed requests and responses" } else { "Types" };
        introduction.paragraph(format!("{what} of {}.", markup::plain(title)));
        let documentation = service.traits.documentation.as_deref();
        introduction.block(self.text(documentation, Form::Whole, About::Service));
        introduction.block(self.remarks(&service.traits));
        if self.subject.protocol.is_some() && has_operations {
            introduction.paragraph(
                "Each operation is a type that names its request, its response and its errors through \
                 [`wire::Operation`]. The crate stops at bytes: any HTTP client and any signer fit.",
            );
        }
        self.protocol_words(&mut introduction);
        let mut sections = Markdown::default();
        section(&mut sections, "Typed answers", self.typed_answers());
        section(&mut sections, "Operations", self.operations());
        section(&mut sections, "Checking", self.checking());
        section(&mut sections, "Building", building());
        FrontPage {
            introduction: introduction.into(),
            first_request: self.first_request(),
            sections: sections.into(),
        }
    }

    /// What is particular to the protocol and its messages.
    fn protocol_words(&self, doc: &mut Markdown) {
        if let Some(label) = self.subject.host_label {
            doc.paragraph(in_host(label));
        }
        if self.subject.protocol_row.request_codec == Codec::Form {
            doc.paragraph(
                "It is a client's crate: requests are written as forms, and responses are read from XML. There is no \
                 server's side of the protocol, and types have no JSON.",
            );
        }
        if self.subject.protocol.is_none() && !self.subject.operations.is_empty() {
            doc.paragraph(
                "This crate makes no messages: the protocol of the service is none that is written. The types, their \
                 JSON and their checks are all of it.",
            );
        }
    }

    /// The operations under their first tags, in the order of the service's own tags, then by name; those without
    /// one, or all of them where none has one, by name.
    fn operations(&self) -> Markdown {
        let mut tasks: BTreeMap<(usize, &str), Vec<&Shape>> = BTreeMap::new();
        let order = &self.subject.service.traits.tags;
        for operation in self.subject.operations {
            let tag = operation.traits.tags.iter().map(String::as_str).find(|tag| !tag.trim().is_empty());
            let place = |tag: &str| order.iter().position(|known| known == tag).unwrap_or(order.len());
            let key = tag.map_or((usize::MAX, "Others"), |tag| (place(tag), tag));
            tasks.entry(key).or_default().push(operation);
        }
        let mut doc = Markdown::default();
        let titled = tasks.len() > 1;
        for ((_, task), operations) in tasks {
            if titled {
                doc.block(markup::heading(2, task));
            }
            doc.block(Markdown::joined(operations.into_iter().map(|shape| self.listed(shape)), "\n"));
        }
        doc
    }

    /// An operation with the first sentence of its page.
    fn listed(&self, shape: &Shape) -> Markdown {
        let name = link(&self.types.operation(&shape.id).name);
        let text = shape.traits.documentation.as_deref().filter(|_| self.mode != Mode::None);
        let summary = text
            .map(|text| markup::on_one_line(text, Form::Summary, &self.index.about(About::Shape(&shape.id))));
        match summary.filter(|summary| !summary.is_empty()) {
            Some(summary) => markup::item('-', name + ": " + summary),
            None => markup::item('-', name),
        }
    }

    /// What checking does, and what it does not.
    fn checking(&self) -> Markdown {
        if self.subject.operations.is_empty() {
            return Markdown::default();
        }
        let mut doc = Markdown::default();
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
        if self.rules.all().is_empty() {
            doc.paragraph(
                "No rules are known of this service, so that `validate()` finds next to nothing: `Policy::new().strict()` is \
                 what checks.",
            );
        }
        let declared = self.declared();
        if !declared.is_empty() {
            doc.paragraph("What only the caller knows is declared:");
            doc.block(declared);
        }
        doc
    }
}

/// Adds a section, unless there is nothing in it.
fn section(doc: &mut Markdown, title: &str, lines: Markdown) {
    if !lines.is_empty() {
        doc.block(format!("# {title}").into());
        doc.block(lines);
    }
}

/// How a member of requests gets into the host.
fn in_host(label: &str) -> String {
    let label = markup::code(label);
    format!(
        "A {label} goes into the host of a request where it can be a part of one: 3 to 63 lower-case letters, digits and hyphens, \
         and dots only with `http`. Any other {label} stays in the path; all of them do where the host is an IP address and with \
         [`wire::Endpoint::fixed_host`]. An ARN is an error, and so is a {label} that must go into the host, at one of \
         [`service::ACCELERATED_ENDPOINTS`], and cannot. A server reads it from the path, as \
         [`wire::Endpoint::path_style`] gives it."
    )
}

fn building() -> Markdown {
    markup::filled(
        "Fields are public, and builders are the stable way to make values: `build()` names every required member \
         that is missing. A newer model may add optional members, which breaks struct literals that do not end in \
         `..`, but no builder.",
    )
}
