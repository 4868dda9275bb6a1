//! How results come in pages.

/// How the results of an operation come in pages: Smithy's `paginated` trait. All are names on the wire; a dot
/// leads into a nested structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Pages {
    /// The input's member that asks for the next page.
    pub input_token: &'static str,
    /// The output's member that names the next page.
    pub output_token: &'static str,
    /// The output's member with the results.
    pub items: Option<&'static str>,
    /// The input's member that limits how many results come at once.
    pub page_size: Option<&'static str>,
}
