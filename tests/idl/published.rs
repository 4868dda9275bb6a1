//! Every trait that Smithy publishes is read, or ignored on purpose.

use std::fs;
use std::path::Path;

use smithygen::diagnostics::{Diagnostics, Severity};
use smithygen::load::{self, Input};
use smithygen::resolve::graph::ShapeId;
use smithygen::resolve::published::{TraitUse, trait_use};
use smithygen::resolve::resolve;

use crate::support;

/// The code that reads models, without the table itself.
fn code_of_resolve() -> String {
    fn collect(code: &mut String, folder: &Path) {
        for entry in fs::read_dir(folder).expect("the code is there").flatten() {
            let path = entry.path();
            if path.file_stem().is_some_and(|name| name == "published") {
                continue;
            } else if path.is_dir() {
                collect(code, &path);
            } else {
                *code += &fs::read_to_string(&path).expect("it can be read");
            }
        }
    }
    let mut code = String::new();
    collect(&mut code, &Path::new(env!("CARGO_MANIFEST_DIR")).join("src/resolve"));
    code
}

#[shared_data::test]
fn every_published_trait_is_read_or_ignored_on_purpose() {
    let mut errors = Diagnostics::default();
    let sources = load::read(&mut errors, &[Input::Path(support::shared().join("conformance/traits"))]);
    let documents = load::documents(&mut errors, &sources);
    let code = code_of_resolve();
    let (mut read, mut ignored) = (0, 0);
    for entry in documents.iter().flat_map(|document| &document.shapes) {
        let is_trait =
            entry.value.get("traits").is_some_and(|traits| traits.get("smithy.api#trait").is_some());
        let Some(id) = ShapeId::parse(&entry.key).filter(|_| is_trait) else { continue };
        match trait_use(&id) {
            None => panic!("{id} is neither read nor ignored: add it to `resolve/published/table.rs`"),
            Some(
                TraitUse::Ignored(reason)
                | TraitUse::OfProtocols(_, reason)
                | TraitUse::Unsupported(reason)
                | TraitUse::UnsupportedMember(_, reason),
            ) => {
                assert!(!reason.is_empty());
                ignored += 1;
            }
            Some(TraitUse::Read) => {
                let is_named = [format!("\"{}\"", id.name()), format!("\"{id}\"")]
                    .iter()
                    .any(|name| code.contains(name));
                assert!(
                    is_named,
                    "`resolve/published` says that {id} is read, and nothing in `resolve` names it"
                );
                read += 1;
            }
        }
    }
    println!("traits: {read} are read, {ignored} have no effect, with a reason");
    assert!(read + ignored > 100);
}

#[test]
fn a_newer_trait_of_smithy_is_one_note() {
    let text = r#"$version: "2"
namespace e
use aws.future#shiny
use own.traits#mine

@shiny
@smithy.api#zzz(level: 3)
structure A {
    @shiny
    @smithy.api#zzz
    a: String
}

@mine
@aws.api#taggable
@smithy.ai#prompts({})
@smithy.protocols#indexed
structure B {
    @smithy.protocols#idx(1)
    b: String
}
"#;
    let mut sources = smithygen::diagnostics::Sources::default();
    sources.add("e.smithy".to_owned(), text.to_owned());
    let mut errors = Diagnostics::default();
    let documents = load::documents(&mut errors, &sources);
    resolve(&mut errors, &documents);
    let about_newer =
        |found: &smithygen::diagnostics::Diagnostic| found.message.contains("newer than this tool");
    let notes: Vec<_> = errors.sorted().into_iter().filter(about_newer).collect();
    let said: Vec<(Severity, &str)> =
        notes.iter().map(|note| (note.severity, note.message.as_str())).collect();
    let message =
        |id: &str| format!("the trait `{id}` is newer than this tool; it is kept and has no effect");
    let (shiny, zzz) = (message("aws.future#shiny"), message("smithy.api#zzz"));
    assert_eq!(said, [(Severity::Note, shiny.as_str()), (Severity::Note, zzz.as_str())]);
    assert_eq!(notes[0].span.map(|span| sources.locate(span).line), Some(6));
}
