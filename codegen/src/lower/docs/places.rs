//! Where members stand in messages, in words.

use markup::code;

use crate::ir::binding::{MemberBinding, MessagePlace, TextForm};
use crate::ir::{Codec, Directions};
use crate::lower::protocols::ProtocolRow;
use crate::lower::{forms, layouts};
use crate::resolve::graph::{Member, Model, ShapeKind};
use crate::resolve::traits::service::ProtocolTrait;

/// Where a member stands in a message, if that is not the body.
pub(crate) fn words(binding: &MemberBinding) -> String {
    let encoded = if binding.form == TextForm::Base64 { " in Base64" } else { "" };
    match &binding.place {
        MessagePlace::Label => "in the path".to_owned(),
        MessagePlace::Query(name) => format!("in the query as {}", code(name)),
        MessagePlace::QueryParams => "parameters of the query".to_owned(),
        MessagePlace::Header(name) => format!("in the header {}{encoded}", code(name)),
        MessagePlace::PrefixHeaders(prefix) if prefix.is_empty() => "all headers".to_owned(),
        MessagePlace::PrefixHeaders(prefix) => format!("in headers that begin with {}", code(prefix)),
        MessagePlace::Status => "the HTTP status".to_owned(),
        MessagePlace::PayloadStructure | MessagePlace::Payload | MessagePlace::UnwrappedText => {
            "the whole body".to_owned()
        }
        MessagePlace::PayloadBytes(stated) | MessagePlace::PayloadText(stated) => match stated {
            Some(media_type) => format!("the whole body, of the type {}", code(media_type)),
            None => "the whole body".to_owned(),
        },
    }
}

/// How a member stands in the body of messages, if that is not simply under its own name.
pub(crate) fn in_body(
    model: &Model,
    row: &ProtocolRow,
    directions: Directions,
    member: &Member,
) -> Option<String> {
    if row.request_codec != Codec::Form {
        return document_words(model, row, member);
    }
    let sent = directions.writes().then(|| form_words(model, row, member)).flatten();
    let received = directions.reads().then(|| document_words(model, row, member)).flatten();
    match (directions, sent, received) {
        (_, None, None) => None,
        (Directions::Sent, words, _) | (Directions::Received, _, words) => words,
        (Directions::OneCodec | Directions::SentAndReceived, sent, received) => {
            let sent = sent.map(|words| format!("in requests {words}"));
            let received = received.map(|words| format!("in responses {words}"));
            Some(sent.into_iter().chain(received).collect::<Vec<_>>().join(" and "))
        }
    }
}

/// The member of an object or element.
fn document_words(model: &Model, row: &ProtocolRow, member: &Member) -> Option<String> {
    let (name, xml) = (layouts::wire_name(member, row), &member.traits.xml);
    let is_renamed = name != member.name;
    let name = code(&name);
    let held = match &model.shape(&member.target).kind {
        ShapeKind::List(element) => Some(element.traits.xml.name.as_deref().unwrap_or("member")),
        _ => None,
    };
    match row.codec {
        Codec::Xml if xml.attribute => Some(format!("the attribute {name}")),
        Codec::Xml if xml.flattened => Some(format!("an element {name} for each")),
        Codec::Xml => match held.filter(|held| is_renamed || *held != "member") {
            Some(held) => Some(format!("in the element {name}, each in {}", code(held))),
            None => is_renamed.then(|| format!("in the element {name}")),
        },
        Codec::Json | Codec::Cbor | Codec::Form => is_renamed.then(|| format!("as {name}")),
    }
}

/// The parameters of a form.
fn form_words(model: &Model, row: &ProtocolRow, member: &Member) -> Option<String> {
    let name = forms::sent_name(member, row).unwrap_or_else(|| layouts::wire_name(member, row));
    let is_ec2 = row.protocol == Some(ProtocolTrait::Ec2Query);
    let is_flat = member.traits.xml.flattened;
    let named = |member: &Member, usual: &str| member.traits.xml.name.as_deref().unwrap_or(usual).to_owned();
    match &model.shape(&member.target).kind {
        ShapeKind::List(_) if is_flat || is_ec2 => {
            Some(format!("as {} and so on", code(&format!("{name}.1"))))
        }
        ShapeKind::List(element) => {
            Some(format!("as {} and so on", code(&format!("{name}.{}.1", named(element, "member")))))
        }
        ShapeKind::Map { key, value } => {
            let entry = if is_flat { format!("{name}.1") } else { format!("{name}.entry.1") };
            let (key, value) = (named(key, "key"), named(value, "value"));
            Some(format!("as {} and {}", code(&format!("{entry}.{key}")), code(&format!("{entry}.{value}"))))
        }
        _ => (name != member.name).then(|| format!("as {}", code(&name))),
    }
}
