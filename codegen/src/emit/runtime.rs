//! The handwritten runtime, copied into outputs: only the parts that a model needs.

use super::files::{Content, File};
use crate::ir::{Crate, RuntimeParts};

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
    part!("call/aws_json.rs", |_| true),
    part!("call/error.rs", |_| true),
    part!("call/mod.rs", |_| true),
    part!("call/operation.rs", |_| true),
    part!("codec/json/document.rs", |_| true),
    part!("codec/json/error.rs", |_| true),
    part!("codec/json/mod.rs", |_| true),
    part!("codec/json/parser.rs", |_| true),
    part!("codec/json/writer.rs", |_| true),
    part!("codec/mod.rs", |_| true),
    part!("protocol/aws_json.rs", |_| true),
    part!("protocol/mod.rs", |_| true),
    part!("report/findings.rs", |_| true),
    part!("report/kind.rs", |_| true),
    part!("report/mod.rs", |_| true),
    part!("report/path.rs", |_| true),
    part!("report/rule.rs", |_| true),
    part!("report/severity.rs", |_| true),
    part!("report/violation.rs", |_| true),
    part!("report/violations.rs", |_| true),
    part!("smithy/base64.rs", |parts| parts.blob),
    part!("smithy/big.rs", |parts| parts.big_numbers),
    part!("smithy/blob.rs", |parts| parts.blob),
    part!("smithy/decimal.rs", |parts| parts.big_numbers),
    part!("smithy/document.rs", |_| true),
    part!("smithy/mod.rs", |_| true),
    part!("smithy/number.rs", |_| true),
    part!("smithy/redacted.rs", |_| true),
    part!("smithy/timestamp.rs", |parts| parts.timestamp),
    part!("smithy/timestamp_format.rs", |_| true),
    part!("smithy/timestamp_text.rs", |parts| parts.timestamp),
    part!("smithy/unit.rs", |_| true),
    part!("validation/cursor.rs", |_| true),
    part!("validation/big.rs", |parts| parts.ranges && parts.big_numbers),
    part!("validation/blob.rs", |parts| parts.blob),
    part!("validation/check.rs", |_| true),
    part!("validation/collections.rs", |parts| parts.collections),
    part!("validation/condition.rs", |parts| parts.conditions),
    part!("validation/date.rs", |parts| parts.forms),
    part!("validation/json.rs", |_| true),
    part!("validation/keys.rs", |parts| parts.keys),
    part!("validation/keys/check.rs", |parts| parts.keys),
    part!("validation/length.rs", |_| true),
    part!("validation/matching.rs", |parts| parts.patterns),
    part!("validation/missing.rs", |_| true),
    part!("validation/mod.rs", |_| true),
    part!("validation/pattern.rs", |parts| parts.patterns),
    part!("validation/policy.rs", |_| true),
    part!("validation/query.rs", |parts| parts.queries),
    part!("validation/query/access.rs", |parts| parts.queries),
    part!("validation/query/decimal.rs", |parts| parts.queries),
    part!("validation/query/functions.rs", |parts| parts.queries),
    part!("validation/query/items.rs", |parts| parts.queries),
    part!("validation/range.rs", |parts| parts.ranges),
    part!("validation/spelling.rs", |parts| parts.keys),
    part!("validation/strict.rs", |_| true),
    part!("validation/string_format.rs", |parts| parts.forms),
    part!("validation/validation_error_response.rs", |_| true),
    part!("wire/error.rs", |_| true),
    part!("wire/mod.rs", |_| true),
    part!("wire/object.rs", |_| true),
    part!("wire/read.rs", |_| true),
    part!("wire/request.rs", |_| true),
    part!("wire/steps.rs", |_| true),
    part!("wire/values/big.rs", |parts| parts.big_numbers),
    part!("wire/values/blob.rs", |parts| parts.blob),
    part!("wire/values/document.rs", |_| true),
    part!("wire/values/mod.rs", |_| true),
    part!("wire/values/timestamp.rs", |parts| parts.timestamp),
    part!("wire/values/unit.rs", |_| true),
    part!("wire/write.rs", |_| true),
];

/// Serde's traits for documents, and the macro for all other types.
pub(crate) const SERDE: &str = include_str!("../../runtime/serde_impls.rs");

/// The runtime's files that a crate needs.
pub(crate) fn files(krate: &Crate) -> Vec<File<'static>> {
    let (needed, left_out): (Vec<&Part>, Vec<&Part>) =
        PARTS.iter().partition(|part| (part.needed)(krate.runtime));
    needed.into_iter().map(|part| file(part, &left_out)).collect()
}

/// A file as it is, but for the lines that declare or re-export a module beside it which is left out, and the
/// attributes before them.
fn file(part: &Part, left_out: &[&Part]) -> File<'static> {
    let (folder, _) = split(part.path);
    let absent = left_out.iter().map(|part| split(part.path)).filter(|(other, _)| *other == folder);
    let absent: Vec<&str> = absent.map(|(_, name)| name).collect();
    let names = |line: &str| {
        absent.iter().any(|name| {
            line.strip_suffix(&format!("mod {name};")).is_some()
                || line.starts_with(&format!("pub use self::{name}::"))
        })
    };
    let lines: Vec<&str> = part.text.lines().collect();
    let before_absent =
        |index: usize| lines[index].starts_with("#[") && lines.get(index + 1).is_some_and(|next| names(next));
    let kept = (0..lines.len()).filter(|&index| !names(lines[index]) && !before_absent(index));
    let kept: String = kept.map(|index| format!("{}\n", lines[index])).collect();
    File { path: format!("src/{}", part.path), docs: Vec::new(), content: Content::Text(kept) }
}

/// The folder and the module of a file: `smithy` and `blob` of `smithy/blob.rs`.
fn split(path: &str) -> (&str, &str) {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    (folder, name.trim_end_matches(".rs"))
}
