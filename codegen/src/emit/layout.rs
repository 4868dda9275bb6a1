//! How members look on the wire, as calls of readers and writers say it.

use std::borrow::Cow;

use super::source::{Import, Source, literal};
use crate::ir::{Namespace, TimestampEncoding, XmlLayout, XmlPlace};

/// The writer or a reader, told how the member to come looks.
pub(crate) fn told<'r>(
    src: &Source,
    receiver: &'r str,
    timestamps: Option<TimestampEncoding>,
    layout: Option<&XmlLayout>,
) -> Cow<'r, str> {
    let mut told = Cow::Borrowed(receiver);
    if let Some(timestamps) = timestamps {
        let format = match timestamps {
            TimestampEncoding::EpochSeconds => "EpochSeconds",
            TimestampEncoding::DateTime => "DateTime",
            TimestampEncoding::HttpDate => "HttpDate",
        };
        let smithy = src.name(Import::Smithy);
        told = Cow::Owned(format!("{told}.timestamps({smithy}::TimestampFormat::{format})"));
    }
    if let Some(layout) = layout {
        told = Cow::Owned(format!("{told}.layout({})", self::layout(src, layout)));
    }
    told
}

/// A layout as the runtime has it.
fn layout(src: &Source, layout: &XmlLayout) -> String {
    let XmlLayout { place, namespace, element, key, key_namespace, value, held } = layout;
    let wire = src.name(Import::Wire);
    let base = match place {
        XmlPlace::Element => "USUAL",
        XmlPlace::Attribute => "ATTRIBUTE",
        XmlPlace::Flattened => "FLATTENED",
    };
    let text = |name: &str, text: &Option<String>| Some(format!("{name}: {}", literal(text.as_ref()?)));
    let fields = [
        namespace.as_ref().map(|namespace| format!("namespace: {}", self::namespace(namespace))),
        text("element", element),
        text("key", key),
        key_namespace.as_ref().map(|namespace| format!("key_namespace: {}", self::namespace(namespace))),
        text("value", value),
        held.as_ref().map(|held| format!("held: Some({})", self::layout(src, held))),
    ];
    let fields: String = fields.into_iter().flatten().map(|field| field + ", ").collect();
    match fields.is_empty() {
        true => format!("&{wire}::Layout::{base}"),
        false => format!("&{wire}::Layout {{ {fields}..{wire}::Layout::{base} }}"),
    }
}

fn namespace(Namespace { prefix, uri }: &Namespace) -> String {
    format!("Some(({}, {}))", literal(prefix), literal(uri))
}
