//! From an official Smithy model to its facts.

use super::ImportOptions;
use super::tree;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Data, Entry, Value};

/// Namespaces whose traits say how to test, route or document a service, and shape nothing.
const DROPPED_NAMESPACES: &[&str] = &[
    "smithy.rules",
    "smithy.test",
    "smithy.waiters",
    "smithy.openapi",
    "aws.cloudformation",
    "aws.iam",
    "aws.apigateway",
];

/// Single traits that are left out: prose, examples, and notes to tools other than this one.
const DROPPED_TRAITS: &[&str] = &[
    "smithy.api#documentation",
    "smithy.api#externalDocumentation",
    "smithy.api#examples",
    "smithy.api#recommended",
    "smithy.api#suppress",
    "aws.api#tagEnabled",
    "aws.api#taggable",
    "aws.api#controlPlane",
    "aws.api#dataPlane",
    "aws.api#data",
    "aws.customizations#s3UnwrappedXmlOutput",
];

/// Namespaces whose other traits are facts.
const KEPT_NAMESPACES: &[&str] = &[
    "smithy.api",
    "aws.api",
    "aws.auth",
    "aws.protocols",
    "smithy.protocols",
    "smithy.contracts",
    "smithy.framework",
    "smithy.synthetic",
];

/// The model without what is no fact. Shapes are sorted by id; everything inside keeps its order.
pub(crate) fn facts(errors: &mut Diagnostics, document: &Value, options: &ImportOptions) -> Value {
    let shapes = document.get("shapes").and_then(Value::as_object).unwrap_or_default();
    if shapes.is_empty() {
        errors.push(Diagnostic::error("the model defines no shapes").at(document.span));
    }
    let shapes = shapes.iter().map(|entry| shape(errors, entry, options)).collect();
    tree::model(document.get("smithy").and_then(Value::as_str).unwrap_or("2.0"), shapes)
}

fn shape(errors: &mut Diagnostics, entry: &Entry, options: &ImportOptions) -> Entry {
    tree::entry(entry.key.clone(), filtered(errors, &entry.value, options))
}

/// A shape or member with only the traits that are facts.
fn filtered(errors: &mut Diagnostics, value: &Value, options: &ImportOptions) -> Value {
    let Some(entries) = value.as_object() else { return value.clone() };
    let mut kept = Vec::new();
    for entry in entries {
        match entry.key.as_str() {
            "traits" => kept.extend(traits(errors, &entry.value, options)),
            "members" => {
                let members = entry.value.as_object().unwrap_or_default();
                let members = members.iter().map(|member| shape(errors, member, options)).collect();
                kept.push(tree::entry("members", tree::object(members)));
            }
            "member" | "key" | "value" => kept.push(shape(errors, entry, options)),
            _ => kept.push(entry.clone()),
        }
    }
    tree::object(kept)
}

fn traits(errors: &mut Diagnostics, value: &Value, options: &ImportOptions) -> Option<Entry> {
    let all = value.as_object().unwrap_or_default();
    let kept = all.iter().filter(|entry| is_fact(errors, entry, options));
    let kept = kept.map(|entry| tree::entry(entry.key.clone(), without_prose(entry, options))).collect();
    tree::traits(kept)
}

/// Whether a trait is kept; one that this list does not know is kept out with a warning.
fn is_fact(errors: &mut Diagnostics, entry: &Entry, options: &ImportOptions) -> bool {
    let id = entry.key.as_str();
    let namespace = id.split('#').next().unwrap_or_default();
    if DROPPED_TRAITS.contains(&id) || DROPPED_NAMESPACES.contains(&namespace) {
        return options.with_documentation
            && matches!(id, "smithy.api#documentation" | "smithy.api#externalDocumentation");
    }
    let known = KEPT_NAMESPACES.contains(&namespace);
    if !known {
        errors.push(
            Diagnostic::warning(format!("the trait `{id}` is not known to be a fact, and is left out"))
                .at(entry.span),
        );
    }
    known
}

/// The message of a `deprecated` trait is prose.
fn without_prose(entry: &Entry, options: &ImportOptions) -> Value {
    match &entry.value.data {
        Data::Object(entries) if entry.key == "smithy.api#deprecated" && !options.with_documentation => {
            tree::object(entries.iter().filter(|entry| entry.key != "message").cloned().collect())
        }
        _ => entry.value.clone(),
    }
}
