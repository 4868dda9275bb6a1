//! Bodies in XML as listings.

use crate::ir::Namespace;
use crate::ir::binding::XmlRoot;
use crate::json::{Data, Value};
use crate::lower::layouts;
use crate::lower::protocols::ProtocolRow;
use crate::resolve::graph::{Member, Model, Shape, ShapeKind};
use crate::resolve::traits::service::ProtocolTrait;

/// The model, the protocol, and the lines so far.
struct XmlListing<'m> {
    model: &'m Model,
    protocol: &'static ProtocolRow,
    lines: Vec<String>,
    depth: usize,
}

/// An element: its name, and what stands behind that in its first tag.
struct Tag<'n> {
    name: &'n str,
    attributes: String,
}

/// The answer of a query protocol with an output.
pub(super) fn output(
    model: &Model,
    protocol: &'static ProtocolRow,
    operation: &Shape,
    value: &Value,
) -> String {
    let (response, result) =
        (format!("{}Response", operation.id.name()), format!("{}Result", operation.id.name()));
    let wrapper = match protocol.protocol {
        Some(ProtocolTrait::AwsQuery) => vec![Tag::plain(&response), Tag::plain(&result)],
        _ => vec![Tag::plain(&response)],
    };
    let shape = operation.operation_io().output.as_ref().map(|id| model.shape(id));
    listing(model, protocol, &wrapper, |out| out.members(shape, value))
}

/// The answer of a query protocol with an error.
pub(super) fn error(model: &Model, protocol: &'static ProtocolRow, error: &Shape, value: &Value) -> String {
    let wrapper: &[&str] = match protocol.protocol {
        Some(ProtocolTrait::AwsQuery) => &["ErrorResponse", "Error"],
        _ => &["Response", "Errors", "Error"],
    };
    let wrapper: Vec<Tag<'_>> = wrapper.iter().map(|name| Tag::plain(name)).collect();
    listing(model, protocol, &wrapper, |out| {
        out.text(&Tag::plain("Code"), protocol.error_code(error));
        out.members(Some(error), value);
    })
}

/// The body of an error of restXml.
pub(super) fn bound_error(
    model: &Model,
    protocol: &'static ProtocolRow,
    service: &Shape,
    error: &Shape,
    value: &Value,
) -> String {
    let namespace = layouts::namespace(&service.traits);
    let names: &[&str] =
        if service.traits.no_error_wrapping { &["Error"] } else { &["ErrorResponse", "Error"] };
    let mut tags: Vec<Tag<'_>> = names.iter().map(|name| Tag::plain(name)).collect();
    tags[0].attributes = declaration(namespace.as_ref());
    listing(model, protocol, &tags, |out| {
        out.text(&Tag::plain("Code"), protocol.error_code(error));
        out.members(Some(error), value);
    })
}

/// A body with members of a structure.
pub(super) fn members(
    model: &Model,
    protocol: &'static ProtocolRow,
    root: &XmlRoot,
    shape: &Shape,
    value: &Value,
) -> String {
    let mut tag = Tag { name: &root.name, attributes: declaration(root.namespace.as_ref()) };
    tag.attributes.push_str(&attributes(shape, protocol, value));
    listing(model, protocol, &[tag], |out| out.members(Some(shape), value))
}

/// A body that is one member.
pub(super) fn payload(
    model: &Model,
    protocol: &'static ProtocolRow,
    root: &XmlRoot,
    member: &Member,
    value: &Value,
) -> String {
    let tag = Tag { name: &root.name, attributes: declaration(root.namespace.as_ref()) };
    listing(model, protocol, &[], |out| out.value(&tag, member, false, value))
}

fn listing(
    model: &Model,
    protocol: &'static ProtocolRow,
    wrapper: &[Tag<'_>],
    content: impl FnOnce(&mut XmlListing<'_>),
) -> String {
    let mut out = XmlListing { model, protocol, lines: Vec::new(), depth: 0 };
    out.within(wrapper, content);
    out.lines.join("\n")
}

impl<'n> Tag<'n> {
    fn plain(name: &'n str) -> Self {
        Self { name, attributes: String::new() }
    }

    /// The tag of what a member is or holds.
    fn of(name: &'n str, member: &Member) -> Self {
        Self { name, attributes: declaration(layouts::namespace(&member.traits).as_ref()) }
    }
}

impl XmlListing<'_> {
    fn line(&mut self, line: &str) {
        self.lines.push("  ".repeat(self.depth) + line);
    }

    /// Writes what stands in elements, each in the one before it.
    fn within(&mut self, tags: &[Tag<'_>], content: impl FnOnce(&mut Self)) {
        for Tag { name, attributes } in tags {
            self.line(&format!("<{name}{attributes}>"));
            self.depth += 1;
        }
        content(self);
        for Tag { name, .. } in tags.iter().rev() {
            self.depth -= 1;
            self.line(&format!("</{name}>"));
        }
    }

    fn text(&mut self, Tag { name, attributes }: &Tag<'_>, text: &str) {
        self.line(&format!("<{name}{attributes}>{}</{name}>", escaped(text)));
    }

    fn members(&mut self, shape: Option<&Shape>, value: &Value) {
        for entry in value.as_object().unwrap_or_default() {
            let member = shape.and_then(|shape| shape.members().find(|member| member.name == entry.key));
            if let Some(member) = member.filter(|member| !member.traits.xml.attribute) {
                let name = layouts::wire_name(member, self.protocol);
                self.value(&Tag::of(&name, member), member, member.traits.xml.flattened, &entry.value);
            }
        }
    }

    fn value(&mut self, tag: &Tag<'_>, member: &Member, is_flat: bool, value: &Value) {
        let shape = self.model.shape(&member.target);
        match (&shape.kind, &value.data) {
            (ShapeKind::List(element), Data::Array(elements)) => {
                let own = if is_flat { tag.name } else { xml_name(element, "member") };
                self.around(tag, is_flat, elements.is_empty(), |out| {
                    elements
                        .iter()
                        .for_each(|value| out.value(&Tag::of(own, element), element, false, value));
                });
            }
            (ShapeKind::Map { key, value: held }, Data::Object(entries)) => {
                let own = if is_flat { tag.name } else { "entry" };
                self.around(tag, is_flat, entries.is_empty(), |out| {
                    for entry in entries {
                        out.within(&[Tag::plain(own)], |out| {
                            out.text(&Tag::of(xml_name(key, "key"), key), &entry.key);
                            out.value(&Tag::of(xml_name(held, "value"), held), held, false, &entry.value);
                        });
                    }
                });
            }
            (ShapeKind::Structure(_) | ShapeKind::Union(_), Data::Object(_)) => {
                self.structure(tag, shape, value)
            }
            (_, Data::String(text)) => self.text(tag, text),
            (_, Data::Number(number)) => self.text(tag, number),
            (_, Data::Bool(value)) => self.text(tag, &value.to_string()),
            (_, Data::Null | Data::Array(_) | Data::Object(_)) => {}
        }
    }

    fn structure(&mut self, tag: &Tag<'_>, shape: &Shape, value: &Value) {
        let attributes = tag.attributes.clone() + &attributes(shape, self.protocol, value);
        let is_attribute = |member: &Member| member.traits.xml.attribute;
        let named = |name: &str| shape.members().find(|member| member.name == name);
        let mut entries = value.as_object().unwrap_or_default().iter();
        let is_empty = entries.all(|entry| named(&entry.key).is_some_and(is_attribute));
        let tag = Tag { name: tag.name, attributes };
        self.around(&tag, false, is_empty, |out| out.members(Some(shape), value));
    }

    /// Writes an element with what it holds, or only that where it is flattened.
    fn around(&mut self, tag: &Tag<'_>, is_flat: bool, is_empty: bool, content: impl FnOnce(&mut Self)) {
        let Tag { name, attributes } = tag;
        match (is_flat, is_empty) {
            (true, _) => content(self),
            (false, true) => self.line(&format!("<{name}{attributes}/>")),
            (false, false) => self.within(std::slice::from_ref(tag), content),
        }
    }
}

fn xml_name<'m>(member: &'m Member, usual: &'m str) -> &'m str {
    member.traits.xml.name.as_deref().unwrap_or(usual)
}

/// The attribute that declares a namespace.
fn declaration(namespace: Option<&Namespace>) -> String {
    namespace.map_or_else(String::new, |Namespace { prefix, uri }| {
        let colon = if prefix.is_empty() { "" } else { ":" };
        format!(" xmlns{colon}{prefix}=\"{}\"", escaped(uri))
    })
}

/// The members of a structure that are attributes.
fn attributes(shape: &Shape, protocol: &ProtocolRow, value: &Value) -> String {
    let attribute = |member: &Member| {
        let name = layouts::wire_name(member, protocol);
        let text = match &value.get(&member.name)?.data {
            Data::String(text) => escaped(text),
            Data::Number(number) => number.clone(),
            Data::Bool(value) => value.to_string(),
            Data::Null | Data::Array(_) | Data::Object(_) => return None,
        };
        Some(format!(" {name}=\"{text}\""))
    };
    shape.members().filter(|member| member.traits.xml.attribute).filter_map(attribute).collect()
}

/// A text as XML has it, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() || markup::is_hidden(c) => {
                escaped.push_str(&format!("&#x{:X};", u32::from(c)));
            }
            c => escaped.push(c),
        }
    }
    escaped
}
