//! Keys in another spelling.

use std::collections::BTreeMap;

use super::keys::Case;

/// Whether a map has a key that is `wanted` but for its case, underscores and hyphens, and that is no key of its own.
pub(super) fn is_there(map: &BTreeMap<String, String>, wanted: &str, case: &Case) -> bool {
    map.keys().any(|key| key != wanted && !case.knows(key) && letters(key).eq(letters(wanted)))
}

fn letters(key: &str) -> impl Iterator<Item = u8> {
    key.bytes().filter(|byte| !matches!(byte, b'_' | b'-')).map(|byte| byte.to_ascii_lowercase())
}
