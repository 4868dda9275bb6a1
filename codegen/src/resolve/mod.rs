//! `resolve`: documents in, the graph out.

mod apply;
mod ast;
mod build;
pub(crate) mod conformance;
mod enum_trait;
mod framework;
pub mod graph;
mod members;
mod merge;
mod mixins;
mod parse_traits;
mod prelude;
pub mod published;
pub mod queries;
mod raw;
mod resource_cycles;
mod serialize;
mod shapes;
mod targets;
pub mod traits;
mod unknown_traits;
mod upgrade;
mod validation;

use crate::diagnostics::{Diagnostics, Sources};
use crate::json::Value;
use crate::load::{self, Document};
use graph::Model;
use raw::Definitions;
pub(crate) use validation::{is_base64, is_time};

/// Reads all texts and makes one model of them, unless one of them cannot be read. What the model suppresses is not
/// reported.
pub(crate) fn assemble(errors: &mut Diagnostics, sources: &Sources) -> Option<Model> {
    let model = validate(errors, sources);
    errors.drop_suppressed();
    model
}

/// Like [`assemble`], with what the model suppresses.
pub(crate) fn validate(errors: &mut Diagnostics, sources: &Sources) -> Option<Model> {
    let documents = load::documents(errors, sources);
    (!errors.is_fatal()).then(|| resolve(errors, &documents))
}

/// Makes one model of all documents; everything that is wrong with any shape goes to `errors`
/// ([Smithy 2.0, the semantic model](https://smithy.io/2.0/spec/model.html)).
///
/// The model is consistent even where errors are found (what targets a missing shape targets
/// `smithy.api#Document` instead), so that all checks run; with errors it is not to be used any further.
pub fn resolve(errors: &mut Diagnostics, documents: &[Document]) -> Model {
    let mut definitions = definitions(errors, documents);
    unknown_traits::report(errors, &definitions);
    mixins::flatten(errors, &mut definitions);
    let before = errors.count();
    targets::check(errors, &definitions);
    errors.name_since(before, "Target");
    resource_cycles::check(errors, &definitions);
    let metadata = merge::metadata(errors, documents);
    let mut model = build::model(errors, &definitions, metadata);
    // What could not be read would be reported a second time by what looks at it.
    if !errors.is_fatal() {
        model.selected = validation::run(errors, &definitions, &model);
    }
    validation::settle(errors, &definitions, &model);
    model
}

/// Makes one document of JSON AST of all texts, unless the model that they make has errors.
pub(crate) fn serialize(errors: &mut Diagnostics, sources: &Sources) -> Option<Value> {
    let documents = load::documents(errors, sources);
    if !errors.is_fatal() {
        resolve(errors, &documents);
        errors.drop_suppressed();
    }
    if errors.is_fatal() {
        return None;
    }
    // What is wrong was reported while the model was made.
    let mut reported = Diagnostics::default();
    let definitions = definitions(&mut reported, &documents);
    Some(serialize::model(&definitions, merge::metadata(&mut reported, &documents)))
}

/// The shapes of all documents, each with what is applied to it and what its version implies; mixins are not folded in.
fn definitions<'a>(errors: &mut Diagnostics, documents: &'a [Document]) -> Definitions<'a> {
    let mut definitions = prelude::definitions();
    for document in documents {
        shapes::collect(errors, &mut definitions, document);
    }
    framework::add_if_bound(&mut definitions);
    apply::all(errors, &mut definitions);
    upgrade::all(errors, &mut definitions);
    definitions
}
