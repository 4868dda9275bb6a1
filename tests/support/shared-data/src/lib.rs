//! The attribute of tests that read the shared data: cargo reports them as ignored where the data is absent.
//!
//! It is a development dependency instead of a build script with a `cfg`, so that users of the tool compile
//! nothing more, and so that the library is not compiled again when the variable changes.

use std::path::PathBuf;

use proc_macro::TokenStream;

/// The reason that cargo shows for tests that are ignored.
const REASON: &str = "needs the shared data";

/// Marks a test that reads the shared data: `$SMITHY_SHARED`, or the folder `shared` beside the repository.
#[proc_macro_attribute]
pub fn test(_: TokenStream, function: TokenStream) -> TokenStream {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared");
    let folder = std::env::var_os("SMITHY_SHARED").map_or(beside.into(), PathBuf::from);
    let ignore = if folder.is_dir() { String::new() } else { format!("#[ignore = {REASON:?}]") };
    // The constant makes cargo compile the test again when the variable changes.
    let constant = "const _: ::core::option::Option<&str> = ::core::option_env!(\"SMITHY_SHARED\");";
    let attributes = format!("{constant}\n#[::core::prelude::v1::test]\n{ignore}");
    let mut tokens: TokenStream = attributes.parse().expect("constants and attributes are Rust");
    tokens.extend(function);
    tokens
}
