//! What is said of a member beside its name.

use super::super::smithy::TimestampFormat;
use super::layout::Layout;

/// How a member looks, its name and its timestamps among it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hints {
    pub(super) timestamps: TimestampFormat,
    pub(super) layout: &'static Layout,
    /// Its name, where what it holds bears that.
    pub(super) name: Option<&'static str>,
}

impl Default for Hints {
    fn default() -> Self {
        Self { timestamps: TimestampFormat::DateTime, layout: &Layout::USUAL, name: None }
    }
}

/// How the elements of a list or the values of a map look that looks so.
pub(super) fn held(hints: Hints) -> Hints {
    Hints { layout: hints.layout.held.unwrap_or(&Layout::USUAL), name: None, ..hints }
}
