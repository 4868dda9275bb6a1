//! The names of shapes, which are told apart whatever their case, and from operations and the service.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::Entry;

/// Whether a member that gets another name keeps its own on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WireNames {
    /// A trait keeps it.
    Kept,
    /// The protocol has no such trait.
    Lost,
}

impl WireNames {
    fn advice(self) -> &'static str {
        match self {
            Self::Kept => {
                "names of members are identifiers, and differ from each other in more than their case"
            }
            Self::Lost => {
                "rename it in the service as well: its protocol knows no other names than those of the model"
            }
        }
    }
}

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

/// The names of a shape's members in the model: identifiers that differ in more than their case. The first of such
/// members keeps its name, and those that follow get a number.
pub(crate) fn member_names(
    errors: &mut Diagnostics,
    shape: &str,
    members: &[Entry],
    wire_names: WireNames,
) -> Vec<String> {
    let mut taken = HashSet::new();
    let mut all: HashSet<String> = members.iter().map(|member| member.key.to_lowercase()).collect();
    let mut named = Vec::new();
    for member in members {
        let name = identifier(&member.key);
        let keeps = name == member.key && taken.insert(name.to_lowercase());
        let mut numbered =
            (1..).map(|number| if number == 1 { name.clone() } else { format!("{name}{number}") });
        let new = if keeps { None } else { numbered.find(|name| all.insert(name.to_lowercase())) };
        if let Some(new) = &new {
            let message = format!("the member `{}` is called `{new}` in the model", member.key);
            let owner = format!("{shape}${}", member.key);
            errors.push(Diagnostic::warning(message).at(member.span).shape(owner).help(wire_names.advice()));
        }
        named.push(new.unwrap_or(name));
    }
    named
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
