//! What Rust, cargo, file systems and generated code keep for themselves.
//!
//! Modules at the root of a crate need no entry: types of a model have other names, and its modules stand in folders.

/// Words that need `r#` to be names: the strict and reserved keywords of every edition up to 2024.
pub(super) const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Words that cannot be names even with `r#`.
pub(super) const NEVER_NAMES: &[&str] = &["crate", "self", "super", "Self", "_"];

/// What generated files use by its short name: a shape of such a name is called `…Shape`.
pub(super) const TYPES: &[&str] = &[
    "AsRef", "BTreeMap", "Box", "Default", "Eq", "Err", "From", "Into", "None", "Ok", "Option", "Result",
    "Self", "Some", "String", "Vec",
];

/// The setters that a builder cannot have: its own method, and what clippy takes for operators.
pub(super) const SETTERS: &[&str] =
    &["build", "add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// The files that Windows keeps for devices, whatever their extension.
const DEVICES: &[&str] = &["aux", "con", "nul", "prn"];

/// What packages cannot be called: `self` and the like, the crates of the compiler, and what generated crates use.
const PACKAGES: &[&str] = &["alloc", "core", "http", "proc_macro", "serde", "std", "test"];

/// Whether Windows keeps a file of this name for a device.
pub(super) fn is_device(name: &str) -> bool {
    let port = || name.strip_prefix("com").or_else(|| name.strip_prefix("lpt"));
    DEVICES.contains(&name)
        || port().is_some_and(|rest| rest.len() == 1 && rest.as_bytes()[0].is_ascii_digit())
}

/// Whether a package of this name, as code writes it, cannot be used.
pub(super) fn is_reserved_package(name: &str) -> bool {
    [KEYWORDS, NEVER_NAMES, PACKAGES].iter().any(|names| names.contains(&name)) || is_device(name)
}
