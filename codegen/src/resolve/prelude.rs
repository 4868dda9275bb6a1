//! Smithy's own shapes ([Smithy 2.0, prelude](https://smithy.io/2.0/spec/model.html#prelude)): those that models target,
//! and the definitions of traits.

use std::sync::LazyLock;

use super::raw::Definitions;
use super::shapes;
use crate::diagnostics::Diagnostics;
use crate::load::{self, Document};

static DOCUMENT: LazyLock<Document> = LazyLock::new(|| load::prelude(include_str!("prelude/prelude.smithy")));

static DEFINITIONS: LazyLock<Definitions<'static>> = LazyLock::new(|| {
    let mut definitions = Definitions::default();
    let mut errors = Diagnostics::default();
    shapes::collect(&mut errors, &mut definitions, &DOCUMENT);
    assert!(!errors.is_fatal(), "the prelude is a valid model: {errors:?}");
    definitions
});

/// A model that holds the prelude alone.
pub(super) fn definitions<'a>() -> Definitions<'a> {
    DEFINITIONS.clone()
}
