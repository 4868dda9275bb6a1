//! Models in the IDL: they are read like those in JSON AST, and assemble with them into one model.

mod support;

#[path = "idl/ast.rs"]
mod ast;
#[path = "idl/normal.rs"]
mod normal;
#[path = "idl/own.rs"]
mod own;
#[path = "idl/published.rs"]
mod published;
#[path = "idl/shared.rs"]
mod shared;
