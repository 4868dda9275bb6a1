//! Where members stand in messages, in words.

use markup::code;

use crate::ir::binding::{MemberBinding, MessagePlace, TextForm};

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
        MessagePlace::PayloadStructure | MessagePlace::Payload => "the whole body".to_owned(),
        MessagePlace::PayloadBytes(stated) | MessagePlace::PayloadText(stated) => match stated {
            Some(media_type) => format!("the whole body, of the type {}", code(media_type)),
            None => "the whole body".to_owned(),
        },
    }
}
