//! Parentheses that nobody needs: what is put together from pieces has some.

use proc_macro2::{Delimiter, Group, Spacing, TokenStream, TokenTree};

/// The same without parentheses around whole arguments, values of variables, bodies of closures and results.
pub(super) fn tidy(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().map(tidy_inside).collect();
    let mut tidied = TokenStream::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if is_whole(&tokens, at) && is_bare(group) => {
                tidied.extend(group.stream());
            }
            TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {
                tidied.extend([token.clone()]);
            }
        }
    }
    tidied
}

fn tidy_inside(token: TokenTree) -> TokenTree {
    match token {
        TokenTree::Group(group) => Group::new(group.delimiter(), tidy(group.stream())).into(),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => token,
    }
}

/// Whether a group is parentheses around one expression, and no tuple.
fn is_bare(group: &Group) -> bool {
    let comma = |token: TokenTree| is_mark(Some(&token), ',');
    group.delimiter() == Delimiter::Parenthesis
        && !group.stream().is_empty()
        && !group.stream().into_iter().any(comma)
}

/// Whether a token is all that stands between two separators.
fn is_whole(tokens: &[TokenTree], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    let begins = before
        .is_none_or(|token| matches!(token, TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';')))
        || is_assigned(tokens, at)
        || ends_parameters(tokens, at);
    let after = tokens.get(at + 1);
    begins && after.is_none_or(|token| is_mark(Some(token), ',') || is_mark(Some(token), ';'))
}

/// Whether `=`, and no longer operator, stands before a token.
fn is_assigned(tokens: &[TokenTree], at: usize) -> bool {
    let joined = at.checked_sub(2).is_some_and(|before| is_joint(&tokens[before]));
    at.checked_sub(1).is_some_and(|before| is_mark(tokens.get(before), '=')) && !joined
}

/// Whether the parameters of a closure end before a token: `|item|`, and not `||`.
fn ends_parameters(tokens: &[TokenTree], at: usize) -> bool {
    let joined = at.checked_sub(2).is_some_and(|before| is_joint(&tokens[before]));
    at.checked_sub(1).is_some_and(|before| is_mark(tokens.get(before), '|')) && !joined
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

fn is_joint(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint)
}
