//! The handwritten runtime, copied into outputs: only the parts that a model needs.

use super::files::{Content, File};
use crate::lower::krate::{Krate, RuntimeParts};

/// One file of the runtime.
struct Part {
    /// Its path below `src/`.
    path: &'static str,
    text: &'static str,
    needed: fn(RuntimeParts) -> bool,
}

/// A [`Part`] with the text of the file at the same path in `codegen/runtime/`.
macro_rules! part {
    ($path:literal, $needed:expr) => {
        Part { path: $path, text: include_str!(concat!("../../runtime/", $path)), needed: $needed }
    };
}

const PARTS: &[Part] = &[
    part!("smithy/base64.rs", |parts| parts.blob),
    part!("smithy/big.rs", |parts| parts.big_numbers),
    part!("smithy/blob.rs", |parts| parts.blob),
    part!("smithy/document.rs", |_| true),
    part!("smithy/mod.rs", |_| true),
    part!("smithy/number.rs", |_| true),
    part!("smithy/redacted.rs", |_| true),
    part!("smithy/timestamp.rs", |parts| parts.timestamp),
    part!("smithy/timestamp_format.rs", |_| true),
    part!("smithy/timestamp_text.rs", |parts| parts.timestamp),
    part!("smithy/unit.rs", |_| true),
    part!("validation.rs", |_| true),
    part!("validation/pattern.rs", |_| false),
    part!("wire/error.rs", |_| true),
    part!("wire/json.rs", |_| true),
    part!("wire/mod.rs", |_| true),
    part!("wire/object.rs", |_| true),
    part!("wire/operation.rs", |_| true),
    part!("wire/read.rs", |_| true),
    part!("wire/service.rs", |_| true),
    part!("wire/values.rs", |_| true),
    part!("wire/write.rs", |_| true),
];

/// Serde's traits for documents, and the macro for all other types.
pub(crate) const SERDE: &str = include_str!("../../runtime/serde_impls.rs");

/// The runtime's files that a crate needs.
pub(crate) fn files(krate: &Krate) -> Vec<File<'static>> {
    let (needed, left_out): (Vec<&Part>, Vec<&Part>) =
        PARTS.iter().partition(|part| (part.needed)(krate.runtime));
    let absent: Vec<&str> = left_out.iter().filter_map(|part| module_name(part.path)).collect();
    needed.into_iter().map(|part| file(part, &absent)).collect()
}

/// A file as it is, but for the lines that declare or re-export a module which is left out.
fn file(part: &Part, absent: &[&str]) -> File<'static> {
    let names = |line: &str| {
        absent.iter().any(|name| {
            line.strip_suffix(&format!("mod {name};")).is_some()
                || line.starts_with(&format!("pub use self::{name}::"))
        })
    };
    let kept: String =
        part.text.lines().filter(|line| !names(line)).map(|line| format!("{line}\n")).collect();
    File { path: format!("src/{}", part.path), docs: Vec::new(), content: Content::Text(kept) }
}

/// The name of the module in a file: `blob` of `smithy/blob.rs`.
fn module_name(path: &str) -> Option<&str> {
    path.rsplit('/').next()?.strip_suffix(".rs")
}
