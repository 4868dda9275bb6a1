//! What the elements of lists and the entries of maps are called.

/// What the elements of a list or the entries of a map are called, where it is not the usual.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// A list with elements of this name; usually it is `member`.
    List(&'static str),
    /// A list whose elements have its own name.
    FlatList,
    /// A map with keys and values of these names; usually they are `key` and `value`.
    Map(&'static str, &'static str),
    /// A map whose entries have its own name, with keys and values of these names.
    FlatMap(&'static str, &'static str),
}
