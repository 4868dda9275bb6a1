//! The pages of operations.

use super::links::About;
use super::{Comments, Subject, begins_with_sentence, form, json, led_by, on_wire, xml};
use crate::ir::{Codec, Doc, MessageForm, Protocol};
use crate::json::{Data, Value};
use crate::lower::item_names::OperationNames;
use crate::options::Docs as Mode;
use crate::resolve::graph::{OperationShape, Shape, ShapeId};
use crate::resolve::queries::operations::EffectiveAuth;
use crate::resolve::traits::Traits;
use crate::resolve::traits::documentation::Example;
use crate::resolve::traits::service::AuthTrait;
use markup::{self, Form, Item, Markdown, code};

impl Comments<'_> {
    /// The page of an operation: what it does, then what the model knows of it, then its examples.
    pub(crate) fn operation(&self, shape: &Shape) -> Doc {
        let about = About::Shape(&shape.id);
        let mut doc = self.text(shape.traits.documentation.as_deref(), Form::Page, about);
        if !begins_with_sentence(&doc) {
            doc = led_by(vec![format!("The operation {}.", code(shape.id.name())).into()], doc);
        }
        doc.block(self.remarks(&shape.traits));
        doc.block(self.operation_facts(shape, shape.operation_io()));
        doc.block(self.examples(shape));
        doc.into()
    }

    /// One line for each thing that the model knows.
    fn operation_facts(&self, shape: &Shape, io: &OperationShape) -> Markdown {
        let traits = &shape.traits;
        let mut facts = vec![
            ("Request", self.shape_or_none(io.input.as_ref())),
            ("Response", self.shape_or_none(io.output.as_ref())),
            ("Errors", self.errors(shape)),
        ];
        facts.extend(self.credentials(shape).map(|words| ("Credentials", words.into())));
        facts.extend(self.pages(shape).map(|words| ("Pages", words.into())));
        facts.extend(repeats(traits).map(|words| ("Repeating", words.into())));
        facts.extend(checksum(shape).map(|words| ("Checksum", words.into())));
        facts.extend(self.wire(shape).map(|words| ("On the wire", words.into())));
        // Another marker than the renderer's, so that a list which ends the text stays a list of its own.
        let item = |(name, words)| markup::item('+', Markdown::from(name) + ": " + words);
        Markdown::joined(facts.into_iter().map(item), "\n")
    }

    fn shape_or_none(&self, id: Option<&ShapeId>) -> Markdown {
        id.map_or_else(|| "none".into(), |id| self.shape_link(id))
    }

    /// The error enum, and what can be in it.
    fn errors(&self, shape: &Shape) -> Markdown {
        let OperationNames { module, error, .. } = self.types.operation(&shape.id);
        let path = format!("operation::{module}::{error}");
        let error = Markdown::link(&format!("`{error}`"), Item::ty(path));
        let errors = self.types.model.errors(self.subject.service, shape);
        if errors.is_empty() {
            return error;
        }
        let errors = errors.iter().map(|error| self.shape_link(&error.id));
        error + ", of " + Markdown::joined(errors, ", ")
    }

    /// How a request is signed, if the model says so.
    fn credentials(&self, shape: &Shape) -> Option<String> {
        match self.types.model.effective_auth(self.subject.service, shape) {
            EffectiveAuth::Unstated => None,
            EffectiveAuth::Unneeded => Some("none needed, the request is not signed".to_owned()),
            EffectiveAuth::Schemes(schemes) => {
                Some(schemes.iter().map(scheme_words).collect::<Vec<_>>().join(" or "))
            }
        }
    }

    /// What tells the operation from others on the wire.
    fn wire(&self, shape: &Shape) -> Option<String> {
        if let Some(Protocol { form, service, .. }) = &self.subject.protocol {
            let name = shape.id.name();
            let http = shape.traits.http.as_ref();
            let target = match form {
                MessageForm::AwsJson => format!("X-Amz-Target: {service}.{name}"),
                MessageForm::RpcV2 => format!("POST /service/{service}/operation/{name}"),
                MessageForm::AwsQuery | MessageForm::Ec2Query => {
                    let version = &self.subject.service.service_bindings().version;
                    return Some(format!(
                        "`POST /` with the form {}",
                        code(&format!("Action={name}&Version={version}"))
                    ));
                }
                MessageForm::RestJson | MessageForm::RestXml => {
                    http.map(|http| format!("{} {}", http.method, http.uri))?
                }
            };
            let has_events = self.types.model.has_event_stream(shape);
            let limit =
                if has_events { "; its stream of events is neither written nor read here" } else { "" };
            return Some(code(&target) + limit);
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
    fn examples(&self, shape: &Shape) -> Markdown {
        let mut doc = Markdown::default();
        if self.mode == Mode::Full {
            for example in &shape.traits.examples {
                self.example(&mut doc, shape, example);
            }
        }
        if doc.is_empty() { doc } else { Markdown::from("# Examples\n\n") + doc }
    }

    fn example(&self, doc: &mut Markdown, shape: &Shape, example: &Example) {
        if let Some(title) = example.title.as_ref().filter(|title| !title.trim().is_empty()) {
            doc.paragraph(format!("**{}**", markup::plain(title)));
        }
        doc.block(self.text(example.documentation.as_deref(), Form::Whole, About::Shape(&shape.id)));
        let input = example.input.as_ref().filter(|value| !is_empty(value));
        if let Some(input) = input {
            doc.paragraph("Request:");
            doc.block(self.request_listing(shape, input).into());
        }
        if let Some(output) = example.output.as_ref().filter(|value| !is_empty(value)) {
            doc.paragraph("Response:");
            doc.block(self.output_listing(shape, output).into());
        }
        let error = example.error.as_ref().and_then(|error| Some((error, error.content.as_ref()?)));
        if let Some((error, content)) = error.filter(|(_, content)| !is_empty(content)) {
            let errors = self.types.model.errors(self.subject.service, shape);
            let known = errors.iter().find(|known| known.id.as_str() == error.shape_id);
            doc.paragraph("Error:");
            doc.block(match known {
                Some(known) => self.error_listing(known, content).into(),
                None => listing("json", &json::pretty(content)).into(),
            });
        }
    }

    /// What a request with an input looks like.
    fn request_listing(&self, shape: &Shape, input: &Value) -> String {
        let Subject { service, protocol_row: row, .. } = &self.subject;
        if row.has_bindings()
            && let Some(message) = self.http_request(shape, input)
        {
            return listing("http", &message);
        }
        let id = shape.operation_io().input.as_ref();
        let input = self.on_wire(id.map(|id| self.types.model.shape(id)), input);
        match row.request_codec {
            Codec::Form => listing("text", &form::parameters(self.types.model, row, service, shape, &input)),
            Codec::Json | Codec::Cbor | Codec::Xml => listing("json", &json::pretty(&input)),
        }
    }

    /// What a response with an output looks like.
    fn output_listing(&self, shape: &Shape, output: &Value) -> String {
        let row = self.subject.protocol_row;
        if row.has_bindings()
            && let Some(message) = self.http_response(shape, output)
        {
            return listing("http", &message);
        }
        let id = shape.operation_io().output.as_ref();
        let output = self.on_wire(id.map(|id| self.types.model.shape(id)), output);
        match row.request_codec {
            Codec::Form => listing("xml", &xml::output(self.types.model, row, shape, &output)),
            Codec::Json | Codec::Cbor | Codec::Xml => listing("json", &json::pretty(&output)),
        }
    }

    /// What a response with an error looks like.
    fn error_listing(&self, error: &Shape, content: &Value) -> String {
        let row = self.subject.protocol_row;
        if row.has_bindings() {
            return listing("http", &self.http_error(error, content));
        }
        let content = self.on_wire(Some(error), content);
        match row.request_codec {
            Codec::Form => listing("xml", &xml::error(self.types.model, row, error, &content)),
            Codec::Json | Codec::Cbor | Codec::Xml => listing("json", &json::pretty(&content)),
        }
    }

    fn on_wire(&self, shape: Option<&Shape>, value: &Value) -> Value {
        let on_wire = |shape| on_wire::structure(self.types.model, self.subject.protocol_row, shape, value);
        shape.map_or_else(|| value.clone(), on_wire)
    }
}

fn is_empty(value: &Value) -> bool {
    matches!(&value.data, Data::Object(entries) if entries.iter().next().is_none())
}

/// A text as a listing, whose fence no line of it can end.
fn listing(language: &str, text: &str) -> String {
    let runs = text.split(|c| c != '`').map(str::len);
    let fence = "`".repeat(runs.max().unwrap_or_default().max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}", text.trim_end_matches('\n'))
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
        AuthTrait::Other(id) => code(id.as_str()),
    }
}

/// Which checksum a request gets, if any.
fn checksum(shape: &Shape) -> Option<String> {
    let chosen = shape.checksum_algorithm_member().map(code);
    match (chosen, shape.requires_checksum()) {
        (Some(member), true) => Some(format!("by the algorithm of {member}, or else `Content-MD5`")),
        (Some(member), false) => Some(format!("by the algorithm of {member}, if that is set")),
        (None, true) => Some("`Content-MD5`".to_owned()),
        (None, false) => None,
    }
}

/// What repeating a request does, if the model says so.
fn repeats(traits: &Traits) -> Option<&'static str> {
    match (traits.readonly, traits.idempotent.is_some()) {
        (true, _) => Some("safe, it changes nothing"),
        (false, true) => Some("safe, a second request does no more than the first"),
        (false, false) => None,
    }
}
