//! Defaults of members, as expressions.

use super::source::{Import, Source, literal};
use crate::ir::{DefaultValue, DocumentDefault, TimestampText};

/// What makes a default when it is called.
pub(crate) fn function(src: &Source, default: &DefaultValue) -> String {
    match value(src, default) {
        Some(value) => format!("|| {value}"),
        None => "Default::default".to_owned(),
    }
}

/// The call that takes a default in the place of an `Option` without a value.
pub(crate) fn unwrapping(src: &Source, default: &DefaultValue) -> String {
    match (default, value(src, default)) {
        (DefaultValue::True | DefaultValue::Number(_) | DefaultValue::NonFinite(..), Some(value)) => {
            format!("unwrap_or({value})")
        }
        (_, Some(value)) => format!("unwrap_or_else(|| {value})"),
        (_, None) => "unwrap_or_default()".to_owned(),
    }
}

/// The expression of a default, unless it is that of its type.
fn value(src: &Source, default: &DefaultValue) -> Option<String> {
    Some(match default {
        DefaultValue::Empty => return None,
        DefaultValue::True => "true".to_owned(),
        DefaultValue::Number(digits) => digits.clone(),
        DefaultValue::NonFinite(ty, constant) => format!("{ty}::{constant}"),
        DefaultValue::Text(text) => format!("{}.into()", literal(text)),
        DefaultValue::IntEnum(number) => format!("{number}.into()"),
        DefaultValue::Blob(text) => {
            let smithy = src.name(Import::Smithy);
            format!("{smithy}::Blob::from_base64({}).unwrap_or_default()", literal(text))
        }
        DefaultValue::Timestamp(form, text) => timestamp(src, *form, text),
        DefaultValue::BigNumber(text) => format!("{}.parse().unwrap_or_default()", literal(text)),
        DefaultValue::Document(document) => self::document(src, document),
    })
}

fn timestamp(src: &Source, form: TimestampText, text: &str) -> String {
    let (smithy, text) = (src.name(Import::Smithy), literal(text));
    let form = match form {
        TimestampText::EpochSeconds => "EpochSeconds",
        TimestampText::DateTime => "DateTime",
        TimestampText::HttpDate => "HttpDate",
    };
    format!("{smithy}::Timestamp::parse({text}, {smithy}::TimestampFormat::{form}).unwrap_or_default()")
}

fn document(src: &Source, document: &DocumentDefault) -> String {
    let smithy = src.name(Import::Smithy);
    match document {
        DocumentDefault::Bool(value) => format!("{value}.into()"),
        DocumentDefault::Number(text) => {
            let text = literal(text);
            format!("{text}.parse().map({smithy}::Document::Number).unwrap_or_default()")
        }
        DocumentDefault::String(text) => format!("{}.into()", literal(text)),
        DocumentDefault::Array => format!("{smithy}::Document::Array(Vec::new())"),
        DocumentDefault::Object => format!("{smithy}::Document::Object(Default::default())"),
    }
}
