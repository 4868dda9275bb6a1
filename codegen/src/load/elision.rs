//! Members that leave out their target, which is that of a resource's identifier or property, or of a mixin's member
//! ([Smithy IDL, target elision](https://smithy.io/2.0/spec/idl.html#target-elision)).

use std::collections::{HashMap, HashSet};

use idl::model::{Binding, Elided};

use super::Document;
use super::idl::span_in;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Data, Entry, Value};

/// The parts of a shape that hold targets by name; the others hold one target or none.
const NAMED: [&str; 3] = ["members", "identifiers", "properties"];

/// What the shapes of one file leave to others.
pub(super) struct Elision {
    /// The number of the file.
    pub(super) file: u32,
    /// The members without a target.
    pub(super) members: Vec<Elided>,
    /// The shapes that are bound to a resource.
    pub(super) bindings: Vec<Binding>,
}

/// The shapes of all documents, with what members of them target, and the resources that they are bound to.
struct Shapes<'d> {
    by_id: HashMap<&'d str, &'d Value>,
    /// The targets that are written, by shape and member, or by resource and identifier or property.
    targets: HashMap<(&'d str, &'d str), &'d str>,
    resources: HashMap<&'d str, &'d str>,
}

/// The targets that were found, by file, shape and member.
type Targets<'e> = HashMap<(u32, &'e str), HashMap<&'e str, String>>;

/// Gives every member of the documents its target.
pub(super) fn resolve(errors: &mut Diagnostics, documents: &mut [Document], elisions: &[Elision]) {
    if elisions.iter().all(|elision| elision.members.is_empty() && elision.bindings.is_empty()) {
        return;
    }
    let targets = targets(errors, documents, elisions);
    for document in documents {
        for shape in &mut document.shapes {
            if let Some(targets) = targets.get(&(document.file, shape.key.as_str())) {
                fill(&mut shape.value, targets);
            }
        }
    }
}

fn targets<'e>(errors: &mut Diagnostics, documents: &[Document], elisions: &'e [Elision]) -> Targets<'e> {
    let shapes = Shapes::new(documents, elisions);
    let mut targets = Targets::new();
    for elision in elisions {
        for binding in &elision.bindings {
            check_resource(errors, &shapes, elision.file, binding);
        }
        for Elided { shape, member, span } in &elision.members {
            let Some(target) = shapes.target(shape, member) else {
                let message =
                    format!("`${member}` has no target: no resource or mixin of the shape has a `{member}`");
                let error = Diagnostic::error(message).at(span_in(elision.file, *span));
                errors.push(error.shape(format!("{shape}${member}")).help("write its target behind `:`"));
                continue;
            };
            targets.entry((elision.file, shape.as_str())).or_default().insert(member.as_str(), target);
        }
    }
    targets
}

fn check_resource(errors: &mut Diagnostics, shapes: &Shapes<'_>, file: u32, binding: &Binding) {
    let resource = &binding.resource;
    let found = shapes.by_id.get(resource.as_str()).and_then(|shape| shape.get("type")?.as_str());
    let message = match found {
        Some("resource") => return,
        Some(other) => format!("`for` must name a resource, and `{resource}` is of type `{other}`"),
        None => format!("the resource `{resource}` does not exist"),
    };
    errors.push(Diagnostic::error(message).at(span_in(file, binding.span)).shape(&binding.shape));
}

impl<'d> Shapes<'d> {
    fn new(documents: &'d [Document], elisions: &'d [Elision]) -> Self {
        let entries = documents.iter().flat_map(|document| &document.shapes);
        let is_shape = |entry: &&Entry| entry.value.get("type").and_then(Value::as_str) != Some("apply");
        let by_id: HashMap<&str, &Value> =
            entries.filter(is_shape).map(|entry| (entry.key.as_str(), &entry.value)).collect();
        let mut targets = HashMap::new();
        for (&id, shape) in &by_id {
            for part in shape.as_object().unwrap_or_default() {
                let named = NAMED.contains(&part.key.as_str()).then(|| part.value.as_object()).flatten();
                for member in named.unwrap_or(std::slice::from_ref(part)) {
                    let target = member.value.get("target").and_then(Value::as_str);
                    targets.extend(target.map(|target| ((id, member.key.as_str()), target)));
                }
            }
        }
        let bindings = elisions.iter().flat_map(|elision| &elision.bindings);
        let resources = bindings.map(|binding| (binding.shape.as_str(), binding.resource.as_str())).collect();
        Self { by_id, targets, resources }
    }

    /// The target of a member without one: that of the shape's resource, or of the first mixin that has the member.
    fn target(&self, shape: &'d str, member: &str) -> Option<String> {
        let mut seen = HashSet::new();
        let mut waiting = vec![shape];
        while let Some(id) = waiting.pop() {
            let Some(shape) = self.by_id.get(id).filter(|_| seen.insert(id)) else { continue };
            let of_resource = || self.targets.get(&(*self.resources.get(id)?, member));
            if let Some(target) = self.targets.get(&(id, member)).or_else(of_resource) {
                return Some((*target).to_owned());
            }
            let mixins = shape.get("mixins").and_then(Value::as_array).unwrap_or_default();
            waiting.extend(mixins.iter().rev().filter_map(|mixin| mixin.get("target")?.as_str()));
        }
        None
    }
}

/// Puts targets into the members of a shape.
fn fill(shape: &mut Value, targets: &HashMap<&str, String>) {
    let Data::Object(parts) = &mut shape.data else { return };
    for part in parts {
        match (part.key.as_str(), &mut part.value.data) {
            ("members", Data::Object(members)) => {
                members.iter_mut().for_each(|member| fill_member(member, targets));
            }
            ("member" | "key" | "value", _) => fill_member(part, targets),
            _ => {}
        }
    }
}

fn fill_member(member: &mut Entry, targets: &HashMap<&str, String>) {
    if let (Some(target), Data::Object(parts)) = (targets.get(member.key.as_str()), &mut member.value.data)
        && !parts.iter().any(|part| part.key == "target")
    {
        let value = Value { span: member.span, data: Data::String(target.clone()) };
        parts.insert(0, Entry { key: "target".to_owned(), span: member.span, value });
    }
}
