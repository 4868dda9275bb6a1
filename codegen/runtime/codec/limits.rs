//! How much of a body is read.

/// What a reader takes at most, so that no input costs more than its sender is worth.
///
/// ```text
/// let limits = Limits { size: 1 << 20, ..Limits::default() };
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How deep arrays and objects may nest: 128 levels, unless set. Reading uses the stack of its thread for each.
    pub depth: usize,
    /// How many elements of arrays and entries of objects there may be in all: 16,777,216, unless set.
    pub elements: usize,
    /// How many bytes a body may have: 268,435,456, unless set.
    pub size: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { depth: 128, elements: 1 << 24, size: 1 << 28 }
    }
}
