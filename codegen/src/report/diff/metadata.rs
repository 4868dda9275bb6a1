//! Metadata that came, went or changed.

use crate::json::Value;

use super::pair::{Pair, in_text, one_line};
use super::{ChangedPart, ModelChange, Place, RustMark, WireMark};

/// The differences between the metadata of the models.
pub(super) fn metadata(found: &mut Vec<ModelChange>, pair: &Pair<'_>) {
    let (old, new) = (&pair.old.model.metadata, &pair.new.model.metadata);
    let added = new.keys().filter(|key| !old.contains_key(*key));
    for key in old.keys().chain(added) {
        let (before, after) = (old.get(key), new.get(key));
        let (event, why) = match (before, after) {
            (None, _) => ("AddedMetadata", "metadata came, which no message contains"),
            (_, None) => ("RemovedMetadata", "metadata went, which no message contains"),
            (Some(before), Some(after)) if before == after => continue,
            (Some(_), Some(_)) => ("ChangedMetadata", "metadata changed, which no message contains"),
        };
        let text = |value: Option<&Value>| value.map(one_line);
        found.push(ModelChange {
            id: format!("{event}.{key}"),
            part: ChangedPart { member: Some(key.clone()), ..ChangedPart::default() },
            operations: Vec::new(),
            old: text(before),
            new: text(after),
            wire: WireMark::COMPATIBLE,
            rust: RustMark::Neither,
            why: why.to_owned(),
            place: Place {
                old: in_text(before.map(|value| value.span)),
                new: in_text(after.map(|value| value.span)),
            },
            unstable: false,
        });
    }
}
