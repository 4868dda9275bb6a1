//! How the results of an operation come in pages.

use crate::names::FieldName;

use super::Type;

/// Where an operation's pages are to be found, as names on the wire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pages {
    /// The input member that takes the token.
    pub(crate) input_token: String,
    /// Where the output holds the next token.
    pub(crate) output_token: String,
    /// Where the output holds the items.
    pub(crate) items: Option<String>,
    /// The input member that bounds a page.
    pub(crate) page_size: Option<String>,
    /// The fields behind them, where tokens are of a type that can be fetched by.
    pub(crate) fields: Option<PageFields>,
}

/// The fields of an operation's pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PageFields {
    /// The type of a token.
    pub(crate) token: Type,
    /// The field of the input that takes it.
    pub(crate) input_token: FieldName,
    /// The fields that lead to the next one in an output.
    pub(crate) output_token: Vec<FieldStep>,
    /// The type of the items, and the fields that lead to them in an output.
    pub(crate) items: Option<(Type, Vec<FieldStep>)>,
    /// Whether any of these fields and types is deprecated.
    pub(crate) names_deprecated: bool,
}

/// A field on the way into nested structures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldStep {
    /// The field.
    pub(crate) name: FieldName,
    /// Whether it is an `Option`.
    pub(crate) is_option: bool,
}
