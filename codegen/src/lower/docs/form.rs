//! Requests of the query protocols as listings: a parameter on each line, decoded.

use crate::json::{Data, Value};
use crate::lower::protocols::ProtocolRow;
use crate::lower::{forms, layouts};
use crate::resolve::graph::{Member, Model, Shape, ShapeKind};
use crate::resolve::traits::service::ProtocolTrait;

/// The model, the protocol, and the lines so far.
struct FormListing<'m> {
    model: &'m Model,
    protocol: &'static ProtocolRow,
    lines: Vec<String>,
}

/// The parameters of a request.
pub(super) fn parameters(
    model: &Model,
    protocol: &'static ProtocolRow,
    service: &Shape,
    operation: &Shape,
    input: &Value,
) -> String {
    let version = &service.service_bindings().version;
    let lines = vec![format!("Action={}", operation.id.name()), format!("Version={version}")];
    let mut listing = FormListing { model, protocol, lines };
    if let Some(id) = &operation.operation_io().input {
        listing.members("", model.shape(id), input);
    }
    listing.lines.join("\n")
}

impl FormListing<'_> {
    fn members(&mut self, name: &str, shape: &Shape, value: &Value) {
        for entry in value.as_object().unwrap_or_default() {
            if let Some(member) = shape.members().find(|member| member.name == entry.key) {
                let own = forms::sent_name(member, self.protocol);
                let own = own.unwrap_or_else(|| layouts::wire_name(member, self.protocol));
                let dot = if name.is_empty() { "" } else { "." };
                self.value(&format!("{name}{dot}{own}"), member, &entry.value);
            }
        }
    }

    fn value(&mut self, name: &str, member: &Member, value: &Value) {
        let shape = self.model.shape(&member.target);
        let is_flat = member.traits.xml.flattened;
        match (&shape.kind, &value.data) {
            (ShapeKind::List(element), Data::Array(elements)) => {
                let is_ec2 = self.protocol.protocol == Some(ProtocolTrait::Ec2Query);
                let list = match is_flat || is_ec2 {
                    true => name.to_owned(),
                    false => format!("{name}.{}", xml_name(element, "member")),
                };
                if elements.is_empty() && !is_ec2 {
                    self.lines.push(format!("{name}="));
                }
                for (index, value) in elements.iter().enumerate() {
                    self.value(&format!("{list}.{}", index + 1), element, value);
                }
            }
            (ShapeKind::Map { key, value: held }, Data::Object(entries)) => {
                let entry = if is_flat { "" } else { ".entry" };
                let mut entries: Vec<_> = entries.iter().collect();
                entries.sort_by_key(|entry| &entry.key);
                for (index, own) in entries.into_iter().enumerate() {
                    let name = format!("{name}{entry}.{}", index + 1);
                    self.lines.push(format!("{name}.{}={}", xml_name(key, "key"), shown(&own.key)));
                    self.value(&format!("{name}.{}", xml_name(held, "value")), held, &own.value);
                }
            }
            (ShapeKind::Structure(_) | ShapeKind::Union(_), Data::Object(_)) => {
                self.members(name, shape, value);
            }
            (_, Data::String(text)) => self.lines.push(format!("{name}={}", shown(text))),
            (_, Data::Number(number)) => self.lines.push(format!("{name}={number}")),
            (_, Data::Bool(value)) => self.lines.push(format!("{name}={value}")),
            (_, Data::Null | Data::Array(_) | Data::Object(_)) => {}
        }
    }
}

fn xml_name<'m>(member: &'m Member, usual: &'m str) -> &'m str {
    member.traits.xml.name.as_deref().unwrap_or(usual)
}

/// A text on one line; what cannot be seen is escaped.
pub(super) fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_control() || markup::is_hidden(c) => shown.extend(c.escape_default()),
            c => shown.push(c),
        }
    }
    shown
}
