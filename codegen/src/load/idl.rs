//! Files of the IDL, as documents like those of JSON AST.

use idl::model::{self, Declarations, Reference, ReferenceKind};
use idl::{ParsedFile, ShapeType};

use super::{Document, Version, elision, not_a_model};
use crate::diagnostics::{Diagnostic, Diagnostics, Severity, SourceText, Span};
use crate::json::{Data, Entry, Value};

/// Namespaces of packages that Smithy publishes beside the prelude: models use their traits without having them at hand.
const PUBLISHED: [&str; 18] = [
    "aws.api",
    "aws.apigateway",
    "aws.auth",
    "aws.cloudformation",
    "aws.customizations",
    "aws.endpoints",
    "aws.iam",
    "aws.protocols",
    "aws.test",
    "smithy.ai",
    "smithy.contracts",
    "smithy.framework",
    "smithy.mqtt",
    "smithy.openapi",
    "smithy.protocols",
    "smithy.rules",
    "smithy.test",
    "smithy.waiters",
];

/// A source and its number.
type Numbered<'s> = (u32, &'s SourceText);

/// Whether a source is read as Smithy IDL: by its ending, or where it has none of the two, by how it begins.
pub(super) fn is_idl(source: &SourceText) -> bool {
    let ending = source.name.rsplit_once('.').map(|(_, ending)| ending);
    match ending {
        Some("smithy") => true,
        Some("json") => false,
        _ => not_a_model::looks_like_idl(&source.text),
    }
}

/// Reads the files of the IDL and adds them to the documents of JSON AST, whose shapes they may name.
pub(super) fn add(errors: &mut Diagnostics, documents: &mut Vec<Document>, sources: &[Numbered<'_>]) {
    let mut declarations = Declarations::default();
    documents.iter().for_each(|document| declare(&mut declarations, document));
    let mut files: Vec<(u32, ParsedFile<'_>)> = Vec::new();
    for &(number, source) in sources {
        if source.text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            errors.push(not_a_model::json_in_idl(number, source));
            continue;
        }
        let file = idl::parse(&source.text);
        report(errors, number, file.diagnostics());
        declarations.add_file(&file);
        files.push((number, file));
    }
    let mut elided = Vec::new();
    for (number, file) in &files {
        let assembled = model::assemble(file, &declarations);
        report(errors, *number, &assembled.diagnostics);
        references(errors, *number, &declarations, &assembled.references);
        elided.push(elision::Elision {
            file: *number,
            members: assembled.elided,
            bindings: assembled.bindings,
        });
        documents.push(Document {
            file: *number,
            version: if assembled.version == idl::Version::V1 { Version::V1 } else { Version::V2 },
            metadata: entries(*number, assembled.metadata),
            shapes: entries(*number, assembled.shapes),
        });
    }
    elision::resolve(errors, documents, &elided);
}

/// Reads the text of Smithy's own shapes, which need no others.
pub(super) fn prelude(text: &str) -> Document {
    let file = idl::parse(text);
    assert!(file.diagnostics().is_empty(), "the prelude is well formed: {:?}", file.diagnostics());
    let mut declarations = Declarations::default();
    declarations.add_file(&file);
    let number = Span::PRELUDE_FILE;
    let assembled = model::assemble(&file, &declarations);
    let shapes = entries(number, assembled.shapes);
    Document { file: number, version: Version::V2, metadata: Vec::new(), shapes }
}

/// Makes the shapes of a document known.
fn declare(declarations: &mut Declarations, document: &Document) {
    for entry in &document.shapes {
        let shape_type = entry.value.get("type").and_then(Value::as_str).and_then(ShapeType::of_keyword);
        if let Some(shape_type) = shape_type {
            declarations.add(entry.key.clone(), shape_type);
        }
    }
}

fn report(errors: &mut Diagnostics, file: u32, diagnostics: &[idl::Diagnostic]) {
    for diagnostic in diagnostics {
        let message = diagnostic.message.clone();
        let reported = match diagnostic.severity {
            idl::Severity::Error => Diagnostic::error(message),
            idl::Severity::Warning => Diagnostic::warning(message),
        };
        let reported = reported.at(span_in(file, diagnostic.span)).event(diagnostic.id);
        errors.push(Diagnostic {
            shape: diagnostic.shape.clone(),
            help: diagnostic.help.clone(),
            ..reported
        });
    }
}

/// Reports `use` statements and words without quotes that lead to no shape.
fn references(errors: &mut Diagnostics, file: u32, declarations: &Declarations, references: &[Reference]) {
    for reference in references {
        let root = reference.id.split('$').next().unwrap_or_default();
        let namespace = root.split('#').next().unwrap_or_default();
        if declarations.shape_type(root).is_some() || PUBLISHED.contains(&namespace) {
            continue;
        }
        let reported = match reference.kind {
            ReferenceKind::Use => Diagnostic::warning(format!("`use` names `{root}`, which does not exist"))
                .help("remove it, or give the file that defines it"),
            ReferenceKind::Value => {
                let message = format!("this word means the shape `{root}`, which does not exist");
                Diagnostic::new(Severity::Danger, message)
                    .event("SyntacticShapeIdTarget")
                    .help("put the word into double quotes if it is a text")
            }
        };
        errors.push(reported.at(span_in(file, reference.span)));
    }
}

pub(super) fn span_in(file: u32, span: idl::Span) -> Span {
    Span::new(file, span.start as usize)
}

fn entries(file: u32, entries: Vec<model::Entry>) -> Vec<Entry> {
    let entry = |entry: model::Entry| Entry {
        span: span_in(file, entry.key_span),
        value: value(file, entry.value),
        key: entry.key,
    };
    entries.into_iter().map(entry).collect()
}

fn value(file: u32, value: model::Value) -> Value {
    let data = match value.data {
        model::Data::Null => Data::Null,
        model::Data::Bool(value) => Data::Bool(value),
        model::Data::Number(number) => Data::Number(number),
        model::Data::String(text) => Data::String(text),
        model::Data::Array(elements) => {
            Data::Array(elements.into_iter().map(|element| self::value(file, element)).collect())
        }
        model::Data::Object(entries) => Data::Object(self::entries(file, entries)),
    };
    Value { span: span_in(file, value.span), data }
}
