//! The message of an error, by all the names that services have for it.

use std::collections::BTreeMap;

use super::super::smithy::Document;

/// The names under which services send the message for people.
pub(crate) const MESSAGE_NAMES: [&str; 3] = ["message", "Message", "errorMessage"];

/// Gives the message all of its names, so that the error's structure finds it under the one that its model has.
pub(crate) fn with_message_names(error: Document) -> Document {
    let Document::Object(mut members) = error else {
        return Document::Object(BTreeMap::new());
    };
    let message =
        MESSAGE_NAMES.iter().find_map(|name| members.get(*name).filter(|value| !value.is_null())).cloned();
    if let Some(message) = message {
        for name in MESSAGE_NAMES {
            let there = members.entry(name.to_owned()).or_default();
            if there.is_null() {
                *there = message.clone();
            }
        }
    }
    Document::Object(members)
}
