//! The pages of operations.

use super::links::About;
use super::{Docs, json};
use crate::ir::{Doc, Protocol};
use crate::json::{Data, Value};
use crate::names::TypeName;
use crate::options::Docs as Mode;
use crate::resolve::graph::{OperationShape, Shape, ShapeId};
use crate::resolve::traits::Traits;
use crate::resolve::traits::documentation::Example;
use crate::resolve::traits::service::AuthTrait;
use markup::{self, Form, code};

impl Docs<'_> {
    /// The page of an operation: what it does, then what the model knows of it, then its examples.
    pub(crate) fn operation(&self, shape: &Shape) -> Doc {
        let about = About::Shape(&shape.id);
        let mut doc = self.text(shape.traits.documentation.as_deref(), Form::Page, about);
        if !doc.begins_with_sentence() {
            doc.lead_with(vec![format!("The operation {}.", code(shape.id.name()))]);
        }
        doc.paragraph_lines(self.remarks(&shape.traits));
        doc.paragraph_lines(self.operation_facts(shape, shape.operation_io()));
        doc.paragraph_lines(self.examples(shape));
        doc
    }

    /// One line for each thing that the model knows.
    fn operation_facts(&self, shape: &Shape, io: &OperationShape) -> Vec<String> {
        let traits = &shape.traits;
        let mut facts = vec![
            ("Request", self.shape_or_none(io.input.as_ref())),
            ("Response", self.shape_or_none(io.output.as_ref())),
            ("Errors", self.errors(shape)),
        ];
        facts.extend(self.credentials(shape).map(|words| ("Credentials", words)));
        facts.extend(self.pages(shape).map(|words| ("Pages", words)));
        facts.extend(repeats(traits).map(|words| ("Repeating", words.to_owned())));
        facts.extend(self.wire(shape).map(|words| ("On the wire", words)));
        // Another marker than the renderer's, so that a list which ends the text stays a list of its own.
        facts.iter().flat_map(|(name, words)| markup::item('+', &format!("{name}: {words}"))).collect()
    }

    fn shape_or_none(&self, id: Option<&ShapeId>) -> String {
        id.map_or_else(|| "none".to_owned(), |id| self.shape_link(id))
    }

    /// The error enum, and what can be in it.
    fn errors(&self, shape: &Shape) -> String {
        let name = TypeName::of_shape(shape.id.name());
        let error = name.with_suffix("Error");
        let error = format!("[`{error}`](type@crate::operation::{}::{error})", name.module());
        let errors = self.types.model.errors(self.subject.service, shape);
        let errors: Vec<String> = errors.iter().map(|error| self.shape_link(&error.id)).collect();
        if errors.is_empty() { error } else { format!("{error}, of {}", errors.join(", ")) }
    }

    /// How a request is signed, if the model says so.
    fn credentials(&self, shape: &Shape) -> Option<String> {
        let schemes = self.types.model.effective_auth(self.subject.service, shape);
        if schemes.contains(&AuthTrait::NoAuth) {
            return Some("none needed, the request is not signed".to_owned());
        }
        let words: Vec<String> = schemes.iter().map(scheme_words).collect();
        (!words.is_empty()).then(|| words.join(" or "))
    }

    /// What tells the operation from others on the wire.
    fn wire(&self, shape: &Shape) -> Option<String> {
        if let Protocol::AwsJson { target_prefix, .. } = &self.subject.protocol {
            return Some(format!("`X-Amz-Target: {target_prefix}.{}`", shape.id.name()));
        }
        let http = shape.traits.http.as_ref()?;
        Some(code(&format!("{} {}", http.method, http.uri)))
    }

    /// Where the pages of a listing are to be found.
    fn pages(&self, shape: &Shape) -> Option<String> {
        let pages = self.types.model.pagination(self.subject.service, shape)?;
        let (input, output) = (code(&pages.input_token), code(&pages.output_token));
        let mut words = if input == output {
            format!("the token {output} of a response goes into the next request")
        } else {
            format!("the token {output} of a response goes into {input} of the next request")
        };
        words.extend(pages.items.map(|items| format!("; the items are in {}", code(&items))));
        words.extend(pages.page_size.map(|size| format!("; {} bounds a page", code(&size))));
        Some(words)
    }

    /// The examples of the model, as listings.
    fn examples(&self, shape: &Shape) -> Vec<String> {
        let mut doc = Doc::default();
        if self.mode == Mode::Full {
            for example in &shape.traits.examples {
                self.example(&mut doc, shape, example);
            }
        }
        if !doc.0.is_empty() {
            doc.0.splice(0..0, ["# Examples".to_owned(), String::new()]);
        }
        doc.0
    }

    fn example(&self, doc: &mut Doc, shape: &Shape, example: &Example) {
        if let Some(title) = example.title.as_ref().filter(|title| !title.trim().is_empty()) {
            doc.paragraph(format!("**{}**", markup::plain(title)));
        }
        doc.paragraph_lines(
            self.text(example.documentation.as_deref(), Form::Whole, About::Shape(&shape.id)).0,
        );
        let error = example.error.as_ref().and_then(|error| error.content.as_ref());
        let parts =
            [("Request", example.input.as_ref()), ("Response", example.output.as_ref()), ("Error", error)];
        for (name, value) in parts {
            if let Some(value) = value.filter(|value| !is_empty(value)) {
                doc.paragraph(format!("{name}:"));
                doc.paragraph_lines(listing(&json::pretty(value)));
            }
        }
    }
}

fn is_empty(value: &Value) -> bool {
    matches!(&value.data, Data::Object(entries) if entries.iter().next().is_none())
}

/// JSON as a listing; a line of it cannot end the fence, for a line of JSON never begins with a backtick.
fn listing(json: &str) -> Vec<String> {
    let lines = json.lines().map(str::to_owned);
    std::iter::once("```json".to_owned()).chain(lines).chain(["```".to_owned()]).collect()
}

/// The words for an authentication scheme.
fn scheme_words(scheme: &AuthTrait) -> String {
    let named = |words: &str, name: &Option<String>| {
        let name = name.as_ref().map(|name| format!(", as the service {}", code(name)));
        words.to_owned() + &name.unwrap_or_default()
    };
    match scheme {
        AuthTrait::SigV4(name) => named("AWS Signature Version 4", name),
        AuthTrait::SigV4A(name) => named("AWS Signature Version 4A", name),
        AuthTrait::HttpBearer => "a bearer token".to_owned(),
        AuthTrait::HttpBasic => "a user name and a password".to_owned(),
        AuthTrait::HttpDigest => "a digest of a user name and a password".to_owned(),
        AuthTrait::HttpApiKey(name) => named("an API key", name),
        AuthTrait::NoAuth => "none".to_owned(),
        AuthTrait::Other(id) => code(id.as_str()),
    }
}

/// What repeating a request does, if the model says so.
fn repeats(traits: &Traits) -> Option<&'static str> {
    match (traits.readonly, traits.idempotent) {
        (true, _) => Some("safe, it changes nothing"),
        (false, true) => Some("safe, a second request does no more than the first"),
        (false, false) => None,
    }
}
