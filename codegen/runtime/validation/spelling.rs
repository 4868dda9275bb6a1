//! Keys in another spelling.

/// Whether two keys differ in case, underscores and hyphens only.
pub(super) fn is_the_same(key: &str, wanted: &str) -> bool {
    letters(key).eq(letters(wanted))
}

fn letters(key: &str) -> impl Iterator<Item = u8> {
    key.bytes().filter(|byte| !matches!(byte, b'_' | b'-')).map(|byte| byte.to_ascii_lowercase())
}
