//! Answers of the query protocols as listings of XML.

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

/// The answer with an output.
pub(super) fn output(
    model: &Model,
    protocol: &'static ProtocolRow,
    operation: &Shape,
    value: &Value,
) -> String {
    let name = operation.id.name();
    let wrapper = match protocol.protocol {
        Some(ProtocolTrait::AwsQuery) => vec![format!("{name}Response"), format!("{name}Result")],
        _ => vec![format!("{name}Response")],
    };
    let shape = operation.operation_io().output.as_ref().map(|id| model.shape(id));
    listing(model, protocol, &wrapper, |out| out.members(shape, value))
}

/// The answer with an error.
pub(super) fn error(model: &Model, protocol: &'static ProtocolRow, error: &Shape, value: &Value) -> String {
    let wrapper = match protocol.protocol {
        Some(ProtocolTrait::AwsQuery) => vec!["ErrorResponse".to_owned(), "Error".to_owned()],
        _ => vec!["Response".to_owned(), "Errors".to_owned(), "Error".to_owned()],
    };
    listing(model, protocol, &wrapper, |out| {
        out.text("Code", protocol.error_code(error));
        out.members(Some(error), value);
    })
}

fn listing(
    model: &Model,
    protocol: &'static ProtocolRow,
    wrapper: &[String],
    content: impl FnOnce(&mut XmlListing<'_>),
) -> String {
    let mut out = XmlListing { model, protocol, lines: Vec::new(), depth: 0 };
    out.within(wrapper, content);
    out.lines.join("\n")
}

impl XmlListing<'_> {
    fn line(&mut self, line: &str) {
        self.lines.push("  ".repeat(self.depth) + line);
    }

    /// Writes what stands in elements, each in the one before it.
    fn within(&mut self, names: &[String], content: impl FnOnce(&mut Self)) {
        for name in names {
            self.line(&format!("<{name}>"));
            self.depth += 1;
        }
        content(self);
        for name in names.iter().rev() {
            self.depth -= 1;
            self.line(&format!("</{name}>"));
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("<{name}>{}</{name}>", escaped(text)));
    }

    fn members(&mut self, shape: Option<&Shape>, value: &Value) {
        for entry in value.as_object().unwrap_or_default() {
            let member = shape.and_then(|shape| shape.members().find(|member| member.name == entry.key));
            if let Some(member) = member {
                let name = layouts::wire_name(member, self.protocol);
                self.value(&name, member, member.traits.xml.flattened, &entry.value);
            }
        }
    }

    fn value(&mut self, name: &str, member: &Member, is_flat: bool, value: &Value) {
        let shape = self.model.shape(&member.target);
        match (&shape.kind, &value.data) {
            (ShapeKind::List(element), Data::Array(elements)) => {
                let own = if is_flat { name } else { xml_name(element, "member") };
                self.around(name, is_flat, elements.is_empty(), |out| {
                    elements.iter().for_each(|value| out.value(own, element, false, value));
                });
            }
            (ShapeKind::Map { key, value: held }, Data::Object(entries)) => {
                let own = if is_flat { name } else { "entry" };
                self.around(name, is_flat, entries.is_empty(), |out| {
                    for entry in entries {
                        out.within(&[own.to_owned()], |out| {
                            out.text(xml_name(key, "key"), &entry.key);
                            out.value(xml_name(held, "value"), held, false, &entry.value);
                        });
                    }
                });
            }
            (ShapeKind::Structure(_) | ShapeKind::Union(_), Data::Object(members)) => {
                self.around(name, false, members.is_empty(), |out| out.members(Some(shape), value));
            }
            (_, Data::String(text)) => self.text(name, text),
            (_, Data::Number(number)) => self.text(name, number),
            (_, Data::Bool(value)) => self.text(name, &value.to_string()),
            (_, Data::Null | Data::Array(_) | Data::Object(_)) => {}
        }
    }

    /// Writes an element with what it holds, or only that where it is flattened.
    fn around(&mut self, name: &str, is_flat: bool, is_empty: bool, content: impl FnOnce(&mut Self)) {
        match (is_flat, is_empty) {
            (true, _) => content(self),
            (false, true) => self.line(&format!("<{name}/>")),
            (false, false) => self.within(&[name.to_owned()], content),
        }
    }
}

fn xml_name<'m>(member: &'m Member, usual: &'m str) -> &'m str {
    member.traits.xml.name.as_deref().unwrap_or(usual)
}

/// A text as XML has it, on one line.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            c if c.is_control() || markup::is_hidden(c) => {
                escaped.push_str(&format!("&#x{:X};", u32::from(c)));
            }
            c => escaped.push(c),
        }
    }
    escaped
}
