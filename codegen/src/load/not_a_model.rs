//! Errors for files that are not models: one clear sentence for each kind that people name by mistake.

use super::beginning;
use crate::diagnostics::{Diagnostic, SourceText, Span};
use crate::json::Value;
use crate::runtime::wire::json::{Problem, SyntaxError};

const RENAME_IDL: &str = "rename it to `*.smithy`";
const OPEN_API: &str = "a model is Smithy JSON AST, which begins with `{ \"smithy\": \"2.0\"`";

/// The error of a text that is not JSON.
pub(super) fn not_json(file: u32, source: &SourceText, error: SyntaxError) -> Diagnostic {
    let name = &source.name;
    let start = source.text.trim_start();
    let known = match first_statement(start) {
        _ if start.is_empty() => Some(Diagnostic::error(format!("`{name}` is empty"))),
        _ if start.starts_with(['{', '[', '"']) => None,
        _ if start.starts_with('\u{feff}') => Some(
            Diagnostic::error(format!("`{name}` begins with a byte order mark, which JSON does not allow"))
                .help("save it as UTF-8 without a byte order mark"),
        ),
        _ if start.starts_with('<') => {
            Some(Diagnostic::error(format!("`{name}` is XML or HTML, not Smithy JSON AST")))
        }
        line if is_idl(line) => {
            Some(Diagnostic::error(format!("`{name}` is Smithy IDL, not Smithy JSON AST")).help(RENAME_IDL))
        }
        line if is_open_api_yaml(line) => Some(
            Diagnostic::error(format!("`{name}` is an OpenAPI document in YAML, not a Smithy model"))
                .help(OPEN_API),
        ),
        line if is_yaml(line) => {
            Some(Diagnostic::error(format!("`{name}` is YAML, not Smithy JSON AST")).help(OPEN_API))
        }
        _ => None,
    };
    known.map_or_else(|| syntax(file, error), |error| error.at(beginning(file)))
}

/// The error of a text that begins like JSON.
fn syntax(file: u32, error: SyntaxError) -> Diagnostic {
    let diagnostic = Diagnostic::error(error.problem.to_string()).at(Span::new(file, error.offset));
    match error.problem {
        Problem::UnexpectedEnd => {
            diagnostic.help("the file seems to be incomplete: fetch it again, or close the open brackets")
        }
        Problem::TooDeep { .. } => {
            diagnostic.help("no model is nested so deeply: look for brackets that are never closed")
        }
        Problem::TrailingComma => diagnostic.help("remove the comma"),
        Problem::ExpectedKey => diagnostic.help("JSON has no comments and no unquoted keys"),
        Problem::TrailingText => {
            diagnostic.help("a file contains one model; put several models into several files")
        }
        _ => diagnostic,
    }
}

/// Whether a text begins like Smithy IDL.
pub(super) fn looks_like_idl(text: &str) -> bool {
    is_idl(first_statement(text.trim_start_matches('\u{feff}')))
}

/// The error of JSON in a file of the IDL.
pub(super) fn json_in_idl(file: u32, source: &SourceText) -> Diagnostic {
    let error = Diagnostic::error(format!("`{}` is JSON, not Smithy IDL", source.name)).at(beginning(file));
    error.help("rename it to `*.json`")
}

/// The first line that is neither blank nor a comment.
fn first_statement(text: &str) -> &str {
    text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with(['#', '/'])).unwrap_or("")
}

fn is_idl(line: &str) -> bool {
    line.starts_with('$') || ["namespace ", "metadata ", "use "].iter().any(|word| line.starts_with(word))
}

fn is_yaml(line: &str) -> bool {
    let key =
        line.split_once(':').map(|(key, rest)| rest.is_empty() || (rest.starts_with(' ') && !key.is_empty()));
    line.starts_with("---") || line.starts_with('%') || line.starts_with("- ") || key == Some(true)
}

fn is_open_api_yaml(line: &str) -> bool {
    ["openapi:", "swagger:"].iter().any(|key| line.starts_with(key))
}

/// The error of JSON that has no `smithy` key.
pub(super) fn not_a_model(source: &SourceText, value: &Value) -> Diagnostic {
    let name = &source.name;
    let has = |key: &str| value.get(key).is_some();
    let error = if value.as_object().is_none() {
        Diagnostic::error(format!(
            "`{name}` contains {}, not a Smithy model, which is an object",
            value.kind()
        ))
    } else if has("openapi") || has("swagger") {
        Diagnostic::error(format!("`{name}` is an OpenAPI document, not a Smithy model")).help(OPEN_API)
    } else if is_service2(value) {
        let help = "convert it into a model: `smithygen import FILE -o models/NAME.json`";
        Diagnostic::error(format!("`{name}` is an AWS service-2 file, not a Smithy model")).help(help)
    } else if has("pagination") {
        let help = "`import` reads it if it is in the same folder as its `service-2.json`";
        Diagnostic::error(format!("`{name}` is an AWS paginators file, not a Smithy model")).help(help)
    } else {
        let error = Diagnostic::error(format!("`{name}` is not a Smithy model: it has no key `smithy`"));
        let keys = value.as_object().unwrap_or_default().iter().map(|entry| entry.key.as_str());
        match crate::diagnostics::nearest("smithy", keys) {
            Some(key) => error.help(format!("did you mean `smithy` where it says `{key}`?")),
            None => error.help("a Smithy model in JSON begins with `{ \"smithy\": \"2.0\"`"),
        }
    };
    error.at(value.span)
}

fn is_service2(value: &Value) -> bool {
    let metadata = value.get("metadata");
    metadata.is_some_and(|metadata| metadata.get("apiVersion").is_some()) && value.get("operations").is_some()
}
