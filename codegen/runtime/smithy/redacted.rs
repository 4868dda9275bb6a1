//! What `Debug` shows in place of a secret.

use std::fmt;

/// Stands in for a value that must not be shown: `Debug` and `Display` print `<redacted>`.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Redacted;

impl Redacted {
    /// Shows whether an optional value is there, and nothing else of it.
    pub fn option<T>(value: &Option<T>) -> Option<Self> {
        value.as_ref().map(|_| Self)
    }
}

/// Prints a structure with these fields, as a derived `Debug` does.
#[doc(hidden)]
pub fn debug_fields(
    f: &mut fmt::Formatter<'_>,
    name: &str,
    fields: &[(&str, &dyn fmt::Debug)],
) -> fmt::Result {
    let mut structure = f.debug_struct(name);
    for (name, value) in fields {
        structure.field(name, value);
    }
    structure.finish()
}

impl fmt::Debug for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}

impl fmt::Display for Redacted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<redacted>")
    }
}
