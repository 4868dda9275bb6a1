//! The names of shapes, which are told apart whatever their case, and from operations and the service.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::Entry;

/// The shapes that get another name. Operations, the service and errors keep theirs, which travel; of other shapes, the
/// first keeps it, and those that follow get a number.
pub(crate) fn renamed<'d>(
    errors: &mut Diagnostics,
    taken: impl Iterator<Item = &'d str>,
    shapes: &'d [Entry],
    error_shapes: &BTreeSet<&str>,
) -> BTreeMap<&'d str, String> {
    let mut taken: HashSet<String> = taken.map(str::to_lowercase).collect();
    let all: HashSet<String> = shapes.iter().map(|shape| shape.key.to_lowercase()).collect();
    let (first, second): (Vec<&Entry>, Vec<&Entry>) =
        shapes.iter().partition(|shape| error_shapes.contains(shape.key.as_str()));
    let mut renamed = BTreeMap::new();
    for shape in first.into_iter().chain(second) {
        let name = identifier(&shape.key);
        if name == shape.key && taken.insert(name.to_lowercase()) {
            continue;
        }
        let mut free = std::iter::once(name.clone()).chain((2..).map(|number| format!("{name}{number}")));
        let new = free.find(|name| !all.contains(&name.to_lowercase()) && taken.insert(name.to_lowercase()));
        let Some(new) = new else { continue };
        let message = format!("the shape `{}` is called `{new}` in the model", shape.key);
        let help = "names of shapes are identifiers, and differ from each other, from operations and from the \
                    service in more than their case";
        errors.push(Diagnostic::warning(message).at(shape.span).shape(&shape.key).help(help));
        renamed.insert(shape.key.as_str(), new);
    }
    renamed
}

/// A name as an identifier of Smithy: letters, digits and `_`, and a letter or a `_` at first.
pub(crate) fn identifier(name: &str) -> String {
    let mut text = name.replace(|c: char| !c.is_ascii_alphanumeric(), "_");
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        text.insert(0, '_');
    }
    if text.bytes().all(|byte| byte == b'_') {
        text.push_str("Shape");
    }
    text
}
