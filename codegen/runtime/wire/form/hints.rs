//! What is said of a member beside its name.

use super::super::smithy::TimestampFormat;
use super::layout::Layout;

/// How a member looks, its timestamps among it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hints {
    pub(super) timestamps: TimestampFormat,
    pub(super) layout: &'static Layout,
}

impl Default for Hints {
    fn default() -> Self {
        Self { timestamps: TimestampFormat::DateTime, layout: &Layout::USUAL }
    }
}

/// How the elements of a list or the values of a map look that looks so.
pub(super) fn held(hints: Hints) -> Hints {
    Hints { layout: hints.layout.held.unwrap_or(&Layout::USUAL), ..hints }
}
