//! Tokens and the lossless syntax tree.

pub(crate) mod lexer;
mod node;
mod token;
pub(crate) mod tree;

pub use node::NodeKind;
pub use token::TokenKind;
pub use tree::{Element, Node, Token, Tree};
