//! From a `paginators-1.json` to `paginated`.

use super::service2::{Context, shape_name};
use super::tree;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::json::{Entry, Value};

/// The keys of Smithy and of this format, the types that each may name, and whether that is in the output.
const KEYS: [(&str, &str, &[&str], &str); 4] = [
    ("inputToken", "input_token", &["string", "map"], "input"),
    ("outputToken", "output_token", &["string", "map"], "output"),
    ("items", "result_key", &["list", "map"], "output"),
    ("pageSize", "limit_key", &["integer", "long", "short", "byte"], "input"),
];

/// `paginated` of an operation; pages whose tokens have no form in Smithy (lists of them, expressions, numbers) are left
/// out with a warning, and so are items and sizes without one.
pub(crate) fn paginated(
    errors: &mut Diagnostics,
    context: &Context<'_>,
    paginators: Option<&Value>,
    operation: &Entry,
) -> Option<Entry> {
    let pages = paginators?.get("pagination")?.get(&operation.key)?;
    let mut entries = Vec::new();
    for (ours, theirs, types, end) in KEYS {
        let Some(written) = pages.get(theirs) else { continue };
        let path = written.as_str().filter(|path| {
            let root = operation.value.get(end).and_then(shape_name);
            root.and_then(|root| type_at(context, root, path)).is_some_and(|kind| types.contains(&kind))
        });
        if let Some(path) = path {
            entries.push(tree::entry(ours, tree::string(path)));
        } else {
            let message = format!("`{theirs}` has no form in Smithy's `paginated`, and is left out");
            errors.push(Diagnostic::warning(message).at(written.span).shape(&operation.key));
        }
    }
    let has = |key: &str| entries.iter().any(|entry| entry.key == key);
    let is_whole = has("inputToken") && has("outputToken");
    is_whole.then(|| tree::entry("smithy.api#paginated", tree::object(entries)))
}

/// The type of what a path of members leads to.
fn type_at<'d>(context: &Context<'d>, root: &'d str, path: &str) -> Option<&'d str> {
    let last = path
        .split('.')
        .try_fold(root, |shape, name| shape_name(context.shape(shape)?.get("members")?.get(name)?))?;
    context.shape(last)?.get("type")?.as_str()
}
