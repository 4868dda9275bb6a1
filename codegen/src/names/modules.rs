//! The modules of types, which are files: not every system has every one.

use super::{FieldName, TypeName};

/// The modules that those of types are in: a module of the same name inside one reads like it.
const OUTER_MODULES: &[&str] = &["operation", "shapes"];

impl TypeName {
    /// The module that holds the type.
    pub(crate) fn module(&self) -> FieldName {
        let name = FieldName::of_member(&self.0);
        let is_taken = OUTER_MODULES.contains(&name.0.as_str()) || is_device(&name.0);
        if is_taken { name.with_suffix("_") } else { name }
    }
}

/// Whether Windows has no file of this name, whatever its ending.
fn is_device(name: &str) -> bool {
    let numbered = ["com", "lpt"].iter().any(|device| {
        name.strip_prefix(device).is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']))
    });
    numbered || ["aux", "con", "nul", "prn"].contains(&name)
}
