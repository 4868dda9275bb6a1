//! Pieces of expressions: the formatter puts parentheses where precedence asks for them.

use proc_macro2::{Delimiter, Group, TokenStream};
use quote::{ToTokens, TokenStreamExt};

/// The tokens of an expression.
#[derive(Clone, Debug)]
pub(super) struct Fragment {
    tokens: TokenStream,
    /// Whether a method can be called on it as it is.
    tight: bool,
}

/// A name, a literal, a call.
pub(super) fn tight(tokens: TokenStream) -> Fragment {
    Fragment { tokens, tight: true }
}

/// An expression with an operator.
pub(super) fn loose(tokens: TokenStream) -> Fragment {
    Fragment { tokens, tight: false }
}

impl ToTokens for Fragment {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self.tight {
            true => tokens.extend(self.tokens.clone()),
            // A group without delimiters keeps an expression together.
            false => tokens.append(Group::new(Delimiter::None, self.tokens.clone())),
        }
    }
}
