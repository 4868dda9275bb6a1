//! The forms that values of traits have, each with its error.

use crate::diagnostics::{Diagnostic, Diagnostics, nearest};
use crate::json::{Data, Value};
use crate::resolve::raw::ShapeOrMember;

/// The trait that is being read, and where.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub(super) owner: ShapeOrMember<'a>,
    pub(super) name: &'a str,
}

impl At<'_> {
    /// Reports what is wrong with a value of this trait.
    pub(super) fn refuse(self, errors: &mut Diagnostics, value: &Value, problem: &str, help: Option<String>) {
        let diagnostic =
            Diagnostic::error(format!("`{}` {problem}", self.name)).at(value.span).shape(self.owner);
        errors.push(Diagnostic { help, ..diagnostic });
    }

    /// Reports a value of the wrong JSON type.
    pub(super) fn must_be(self, errors: &mut Diagnostics, value: &Value, right: &str) {
        self.refuse(errors, value, &format!("must be {right}, not {}", value.kind()), None);
    }
}

/// A value that must be an object.
pub(super) fn object<'a>(errors: &mut Diagnostics, at: At<'_>, value: &'a Value) -> Option<&'a Value> {
    if value.as_object().is_none() {
        let problem = format!("must be an object, not {}", value.kind());
        let help = matches!(value.data, Data::Bool(true) | Data::Null)
            .then(|| format!("write `\"smithy.api#{}\": {{}}`", at.name));
        at.refuse(errors, value, &problem, help);
    }
    value.as_object().map(|_| value)
}

/// A trait without a value: `{}`.
pub(super) fn annotation(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> bool {
    object(errors, at, value).is_some()
}

/// A value that must be a string.
pub(super) fn string(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<String> {
    if value.as_str().is_none() {
        at.must_be(errors, value, "a string");
    }
    value.as_str().map(str::to_owned)
}

/// The string under `key`, if there is one.
pub(super) fn string_field(errors: &mut Diagnostics, at: At<'_>, value: &Value, key: &str) -> Option<String> {
    let field = value.get(key)?;
    if field.as_str().is_none() {
        at.refuse(errors, field, &format!("must have a string as `{key}`, not {}", field.kind()), None);
    }
    field.as_str().map(str::to_owned)
}

/// A value that must be an array of strings.
pub(super) fn strings(errors: &mut Diagnostics, at: At<'_>, value: &Value) -> Option<Vec<String>> {
    let Some(elements) = value.as_array() else {
        at.must_be(errors, value, "an array of strings");
        return None;
    };
    elements.iter().map(|element| string(errors, at, element)).collect()
}

/// A string that is one of a few.
pub(super) fn word<T: Copy>(
    errors: &mut Diagnostics,
    at: At<'_>,
    value: &Value,
    words: &[(&str, T)],
) -> Option<T> {
    let text = string(errors, at, value)?;
    let found = words.iter().find(|(word, _)| *word == text).map(|&(_, meaning)| meaning);
    if found.is_none() {
        let list: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
        let near =
            nearest(&text, words.iter().map(|&(word, _)| word)).map(|near| format!("did you mean `{near}`?"));
        at.refuse(errors, value, &format!("must be one of {}", list.join(", ")), near);
    }
    found
}
