//! The names of packages.

use super::reserved::is_reserved_package;
use super::words::leading_letter;

/// How long a package's name may be: registries take no longer one.
const LONGEST: usize = 64;

/// The package name that a service's `sdkId` or shape name suggests: `cognito-identity-provider`. One that cannot be
/// used gets `-api` behind it.
pub(crate) fn package(name: &str) -> String {
    let dashed: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let words: Vec<&str> = dashed.split('-').filter(|word| !word.is_empty()).collect();
    let name = leading_letter(words.join("-"), name).to_ascii_lowercase();
    let name = if is_reserved_package(&crate_name(&name)) { name + "-api" } else { name };
    super::shortened(name, LONGEST).to_ascii_lowercase()
}

/// The name of a package as code writes it.
pub(crate) fn crate_name(package: &str) -> String {
    package.replace('-', "_")
}

/// Why a package cannot have this name, if so.
pub(crate) fn unusable_package(name: &str) -> Option<&'static str> {
    let code = crate_name(name);
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if name.is_empty() {
        Some("it is empty")
    } else if !code.chars().all(plain) {
        Some("it may have lower-case letters, digits, `-` and `_` only")
    } else if code.starts_with(|c: char| c.is_ascii_digit()) || code.trim_matches('_').is_empty() {
        Some("it must begin with a letter")
    } else if code.trim_matches('_').contains("__") {
        Some("its words must have one `-` or `_` between them")
    } else if is_reserved_package(&code) {
        Some("Rust, cargo or the crate itself use the name")
    } else if name.len() > LONGEST {
        Some("it may have 64 characters")
    } else {
        None
    }
}
