//! Names as Rust source writes them, and as tokens.

use std::borrow::Cow;
use std::fmt;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::reserved::KEYWORDS;
use super::{ConstName, FieldName, TypeName};

/// The name of a field, function or module as Rust source writes it.
pub(crate) fn in_source(name: &str) -> Cow<'_, str> {
    if KEYWORDS.contains(&name) { Cow::Owned(format!("r#{name}")) } else { Cow::Borrowed(name) }
}

/// A name that needs no conversion, as a token.
pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

impl ToTokens for TypeName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(Ident::new(&self.0, Span::call_site()));
    }
}

impl ToTokens for FieldName {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let raw = KEYWORDS.contains(&self.as_str());
        let ident = if raw { Ident::new_raw } else { Ident::new };
        tokens.append(ident(&self.0, Span::call_site()));
    }
}

impl fmt::Display for TypeName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ConstName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
