//! `import`: an API description that AWS publishes in, a model of facts out.
//!
//! Both formats end as one form of text: Smithy 2.0 JSON AST, shapes by id, members in order, without prose. A
//! trait that is neither kept nor left out on purpose is named in a warning.

mod known;
mod service2;
mod service2_members;
mod service2_names;
mod service2_operations;
mod service2_pages;
mod service2_service;
mod service2_traits;
mod smithy;
mod tree;
mod write;

use std::fs::{self, File};
use std::io::Read;
use std::path::Path;

use flate2::read::MultiGzDecoder;

use crate::diagnostics::{Diagnostic, Diagnostics, Sources, Span};
use crate::json::{self, Value};

pub use self::known::{DOCUMENTATION, has_documentation, same_service};

/// How large a description may be, unpacked, in bytes: ten times the largest that AWS publishes.
pub const MAX_SIZE: u64 = 256 << 20;

/// The choices of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// Keep the documentation.
    pub with_documentation: bool,
    /// The namespace of the shapes, where the format names none.
    pub namespace: Option<String>,
    /// The name of the service shape, where the format names none.
    pub service: Option<String>,
}

/// Imports a file; a `paginators-1.json` beside a `service-2.json` is read with it.
///
/// # Errors
///
/// What cannot be read, or is no API description, is pushed to `errors`, and there is no text.
pub fn import_file(
    errors: &mut Diagnostics,
    sources: &mut Sources,
    path: &Path,
    options: &ImportOptions,
) -> Option<String> {
    let text = read(errors, path)?;
    let paginators = path.with_file_name("paginators-1.json");
    let paginators = if paginators.is_file() { read(errors, &paginators) } else { None };
    import(errors, sources, &path.display().to_string(), text, paginators, options)
}

/// Imports a text. The `paginators` are those of a `service-2.json`; another format needs none.
///
/// # Errors
///
/// As [`import_file`].
pub fn import(
    errors: &mut Diagnostics,
    sources: &mut Sources,
    name: &str,
    text: String,
    paginators: Option<String>,
    options: &ImportOptions,
) -> Option<String> {
    let document = parse(errors, sources, name, text)?;
    let imported = match DescriptionFormat::of(&document) {
        Some(DescriptionFormat::Smithy) => smithy::facts(errors, &document, options),
        Some(DescriptionFormat::Service2) => {
            let name = name
                .replace("service-2.json.gz", "service-2.json")
                .replace("service-2.json", "paginators-1.json");
            let paginators = paginators.and_then(|text| parse(errors, sources, &name, text));
            service2::model(errors, &document, paginators.as_ref(), options)
        }
        None => {
            errors.push(unknown_format(&document));
            return None;
        }
    };
    (!errors.is_fatal()).then(|| write::text(&imported))
}

/// What AWS publishes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DescriptionFormat {
    /// Smithy JSON AST.
    Smithy,
    /// The format of botocore and of the AWS SDK for JavaScript v2.
    Service2,
}

impl DescriptionFormat {
    /// Tells by content, not by name.
    fn of(document: &Value) -> Option<Self> {
        if document.get("smithy").is_some() {
            return Some(Self::Smithy);
        }
        let service2 = ["metadata", "operations", "shapes"].iter().all(|key| document.get(key).is_some());
        service2.then_some(Self::Service2)
    }
}

fn unknown_format(document: &Value) -> Diagnostic {
    let what = match document {
        _ if document.get("pagination").is_some() => "this is a paginators file",
        _ if document.get("waiters").is_some() => "this is a file of waiters",
        _ if document.get("examples").is_some() => "this is a file of examples",
        _ if document.get("rules").is_some() => "this is a set of rules for endpoints",
        _ if document.get("openapi").is_some() || document.get("swagger").is_some() => {
            "this is an OpenAPI document"
        }
        _ => "this JSON is neither a Smithy model nor a service-2.json",
    };
    Diagnostic::error(what).at(document.span).help(
        "a Smithy model has the key `smithy`; a service-2.json has `metadata`, `operations` and `shapes`",
    )
}

fn parse(errors: &mut Diagnostics, sources: &mut Sources, name: &str, text: String) -> Option<Value> {
    let file = sources.add(name.to_owned(), text);
    match json::parse(&sources.get(file).text, file) {
        Ok(document) => Some(document),
        Err(error) => {
            errors.push(Diagnostic::error(error.problem.to_string()).at(Span::new(file, error.offset)));
            None
        }
    }
}

/// A file's text, unpacked where it is gzip.
fn read(errors: &mut Diagnostics, path: &Path) -> Option<String> {
    let display_path = path.display();
    let bytes = match fs::metadata(path).and_then(|_| bytes(path)) {
        Ok(bytes) => bytes,
        Err(error) => {
            errors.push(Diagnostic::error(format!("cannot read `{display_path}`: {error}")));
            return None;
        }
    };
    if bytes.len() as u64 > MAX_SIZE {
        let limit = MAX_SIZE >> 20;
        errors.push(Diagnostic::error(format!(
            "`{display_path}` holds more than {limit} MiB, which no API description does"
        )));
        return None;
    }
    String::from_utf8(bytes)
        .map_err(|error| {
            let offset = error.utf8_error().valid_up_to();
            errors.push(
                Diagnostic::error(format!("`{display_path}` is not UTF-8 at byte {offset}"))
                    .help("JSON is UTF-8"),
            );
        })
        .ok()
}

/// The bytes of a file, at most one more than the limit, so that no archive fills the memory.
fn bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut packed = Vec::new();
    File::open(path)?.take(MAX_SIZE + 1).read_to_end(&mut packed)?;
    if !packed.starts_with(&[0x1f, 0x8b]) {
        return Ok(packed);
    }
    let mut bytes = Vec::new();
    MultiGzDecoder::new(packed.as_slice()).take(MAX_SIZE + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
