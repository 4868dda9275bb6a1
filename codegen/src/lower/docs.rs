//! Documentation comments: what the model says, then one consistent line of what it means for the code.

use std::collections::BTreeMap;

use super::checks::Patterns;
use super::krate::Doc;
use super::text;
use super::types::{self, Types};
use crate::json::{Data, Value};
use crate::names::TypeName;
use crate::options::Docs as Mode;
use crate::resolve::graph::{Kind, Member, Operation, Shape, ShapeId, Simple};
use crate::resolve::traits::{EnumDefinition, ErrorFault, Length, Range, Traits};

/// Writes the comments of one crate.
pub(crate) struct Docs<'t> {
    types: &'t Types<'t>,
    patterns: &'t Patterns,
    mode: Mode,
    /// The operation that a structure belongs to.
    owners: &'t BTreeMap<&'t ShapeId, &'t ShapeId>,
}

impl<'t> Docs<'t> {
    /// A writer of comments for the shapes of `types`.
    pub(crate) fn new(
        types: &'t Types<'t>,
        patterns: &'t Patterns,
        mode: Mode,
        owners: &'t BTreeMap<&'t ShapeId, &'t ShapeId>,
    ) -> Self {
        Self { types, patterns, mode, owners }
    }

    /// The crate's front page.
    pub(crate) fn front_page(&self, service: &Shape) -> Doc {
        let title = service.traits.title.as_deref().unwrap_or_else(|| service.id.name());
        let mut doc = Doc(vec![format!(
            "Typed requests and responses of {}.",
            text::paragraphs(title).concat().join(" ")
        )]);
        self.append_model_text(&mut doc, &service.traits);
        doc.paragraph(
            "Each operation is a type that names its request, its response and its errors through \
             [`wire::Operation`]. The crate stops at bytes: any HTTP client and any signer fit.",
        );
        doc.paragraph(
            "Fields are public, and builders are the stable road: a newer model may add optional members, which \
             breaks struct literals that do not end in `..`, but no builder.",
        );
        doc
    }

    /// The page of a type.
    pub(crate) fn shape(&self, shape: &Shape) -> Doc {
        let mut doc = self.model_text(&shape.traits);
        let documented = !doc.0.is_empty();
        if let Some(line) = self.role(shape, documented) {
            doc.paragraph(line);
        }
        doc
    }

    /// What a type is, said from its place in the model.
    fn role(&self, shape: &Shape, documented: bool) -> Option<String> {
        let end = self.end_of_operation(shape);
        if end.is_some() {
            return end;
        }
        if let Some(fault) = shape.traits.error {
            return Some(error_line(shape, fault));
        }
        if documented {
            return None;
        }
        let name = text::code(shape.id.name());
        Some(match &shape.kind {
            Kind::Union(_) => format!("The union {name}: exactly one of its members."),
            Kind::Enum(_) | Kind::IntEnum(_) | Kind::Simple(_) => format!("The values of {name}."),
            Kind::List(_) | Kind::Map { .. } => format!("The collection {name}."),
            _ => format!("The structure {name}."),
        })
    }

    /// The page of an operation.
    pub(crate) fn operation(&self, shape: &Shape, ends: &Operation) -> Doc {
        let mut doc = self.model_text(&shape.traits);
        if doc.0.is_empty() {
            doc.paragraph(format!("The operation {}.", text::code(shape.id.name())));
        }
        doc.paragraph_lines(vec![
            format!("Takes {},", self.end(ends.input.as_ref())),
            format!("answers {},", self.end(ends.output.as_ref())),
            format!("fails with {}.", self.error_link(shape)),
        ]);
        if shape.traits.optional_auth {
            doc.paragraph("A request needs no credentials.");
        }
        doc
    }

    fn end(&self, id: Option<&ShapeId>) -> String {
        match id {
            Some(id) if !types::is_unit(id) => link(&self.types.name(id)),
            _ => "nothing".to_owned(),
        }
    }

    fn error_link(&self, shape: &Shape) -> String {
        let name = TypeName::of_shape(shape.id.name());
        let module = name.module();
        let error = name.with_suffix("Error");
        format!("[`{error}`](type@crate::operation::{module}::{error})")
    }

    /// Says which operation a request or response belongs to, if it is one operation's alone.
    fn end_of_operation(&self, shape: &Shape) -> Option<String> {
        let operation = self.types.model.shape(self.owners.get(&shape.id)?);
        let Kind::Operation(ends) = &operation.kind else { return None };
        let role = if ends.input.as_ref() == Some(&shape.id) { "Input" } else { "Output" };
        Some(format!("{role} of {}.", link(&TypeName::of_shape(operation.id.name()))))
    }

    /// The comment of a structure's member.
    pub(crate) fn member(&self, member: &Member) -> Doc {
        let presence = if member.traits.required { "required" } else { "optional" };
        self.member_with(member, vec![presence.to_owned()])
    }

    /// The comment of a union's member.
    pub(crate) fn variant(&self, member: &Member) -> Doc {
        self.member_with(member, Vec::new())
    }

    fn member_with(&self, member: &Member, facts: Vec<String>) -> Doc {
        let mut doc = self.model_text(&member.traits);
        if doc.0.is_empty() {
            doc = self.model_text(&self.types.model.shape(&member.target).traits);
        }
        doc.paragraph(self.facts(member, facts));
        doc
    }

    /// What the model knows of a member, in one line.
    fn facts(&self, member: &Member, mut facts: Vec<String>) -> String {
        let model = self.types.model;
        let target = model.shape(&member.target);
        facts.extend(
            member.traits.default.as_ref().map(|value| format!("default {}", text::code(&json(value)))),
        );
        facts.extend(model.length(member).map(|length| length_words(length, target)));
        facts.extend(model.range(member).map(range_words));
        facts.extend(model.pattern(member).map(|pattern| self.pattern_words(pattern)));
        facts.extend(model.unique_items(member).then(|| "no element twice".to_owned()));
        facts.extend(member.traits.idempotency_token.then(|| "makes a repeated request safe".to_owned()));
        facts.extend(self.types.is_sensitive(member).then(|| "sensitive".to_owned()));
        let name = text::code(&member.name);
        if facts.is_empty() { format!("{name}.") } else { format!("{name}: {}.", facts.join(", ")) }
    }

    /// A pattern, and whether it is checked.
    fn pattern_words(&self, pattern: &str) -> String {
        let unchecked = self.patterns.unchecked(pattern).map(|_| " (not checked)").unwrap_or_default();
        format!("pattern {}{unchecked}", text::code(pattern))
    }

    /// The comment of an enum's value.
    pub(crate) fn value(&self, traits: &Traits, wire: &str) -> Doc {
        let mut doc = self.model_text(traits);
        doc.paragraph(text::code(wire) + ".");
        doc
    }

    /// The comment of a value that an `enum` trait defines.
    pub(crate) fn definition(&self, definition: &EnumDefinition) -> Doc {
        let mut doc = self.text(definition.documentation.as_deref());
        doc.paragraph(text::code(&definition.value) + ".");
        doc
    }

    fn append_model_text(&self, doc: &mut Doc, traits: &Traits) {
        for paragraph in self.model_text(traits).0.split(String::is_empty) {
            doc.paragraph_lines(paragraph.to_vec());
        }
    }

    fn model_text(&self, traits: &Traits) -> Doc {
        self.text(traits.documentation.as_deref())
    }

    fn text(&self, documentation: Option<&str>) -> Doc {
        let mut doc = Doc::default();
        let kept = match self.mode {
            Mode::Full => usize::MAX,
            Mode::Short => 1,
            Mode::None => return doc,
        };
        for lines in documentation.map(text::paragraphs).unwrap_or_default().into_iter().take(kept) {
            doc.paragraph_lines(lines);
        }
        doc
    }
}

impl Doc {
    /// Adds a paragraph that needs no filling.
    pub(crate) fn paragraph(&mut self, text: impl Into<String>) {
        self.paragraph_lines(vec![text.into()]);
    }

    fn paragraph_lines(&mut self, lines: Vec<String>) {
        if !self.0.is_empty() && !lines.is_empty() {
            self.0.push(String::new());
        }
        self.0.extend(lines);
    }
}

/// A link to a type at the crate's root. `type@` keeps rustdoc from finding it redundant or ambiguous.
pub(crate) fn link(name: &TypeName) -> String {
    format!("[`{name}`](type@crate::{name})")
}

/// Whose fault an error is, and its status where the model states one.
fn error_line(shape: &Shape, fault: ErrorFault) -> String {
    let whose = match fault {
        ErrorFault::Client => "the caller's",
        ErrorFault::Server => "the service's",
    };
    let stated = shape.traits.http_error.filter(|_| shape.traits.get("smithy.api#httpError").is_some());
    let status = stated.map(|status| format!(", with HTTP status {status}")).unwrap_or_default();
    format!("The error {}{status}: {whose} fault.", text::code(shape.id.name()))
}

fn length_words(length: Length, target: &Shape) -> String {
    let unit = match target.kind {
        Kind::Simple(Simple::Blob) => "bytes",
        Kind::List(_) => "elements",
        Kind::Map { .. } => "entries",
        _ => "characters",
    };
    match (length.min, length.max) {
        (Some(min), Some(max)) if min == max => format!("{max} {unit}"),
        (Some(min), Some(max)) => format!("{min} to {max} {unit}"),
        (Some(min), None) => format!("at least {min} {unit}"),
        (None, Some(max)) => format!("at most {max} {unit}"),
        (None, None) => format!("any number of {unit}"),
    }
}

fn range_words(range: &Range) -> String {
    match (&range.min, &range.max) {
        (Some(min), Some(max)) => format!("from {min} to {max}"),
        (Some(min), None) => format!("at least {min}"),
        (None, Some(max)) => format!("at most {max}"),
        (None, None) => "any value".to_owned(),
    }
}

/// A value as compact JSON.
fn json(value: &Value) -> String {
    match &value.data {
        Data::Null => "null".to_owned(),
        Data::Bool(value) => value.to_string(),
        Data::Number(text) => text.clone(),
        Data::String(text) => serde_json::Value::from(text.as_str()).to_string(),
        Data::Array(elements) => format!("[{}]", elements.iter().map(json).collect::<Vec<_>>().join(",")),
        Data::Object(entries) => {
            let entry =
                |(key, value): (&str, &Value)| format!("{}:{}", serde_json::Value::from(key), json(value));
            format!("{{{}}}", entries.iter().map(|e| entry((&e.key, &e.value))).collect::<Vec<_>>().join(","))
        }
    }
}
