//! Errors: what makes a structure one, and the enum of each operation's.

use proc_macro2::Literal;
use quote::quote;

use super::attributes::expect_deprecated;
use super::source::{Import, Source, literal};
use crate::ir::operation::{ErrorEnum, ErrorVariant, Operation};
use crate::ir::{ErrorFacts, ErrorParty, Presence, Structure};
use crate::names::TypeName;

/// The impls that make a structure an error, if it is one.
pub(crate) fn structure(src: &mut Source, structure: &Structure) {
    if let Some(facts) = &structure.error {
        let deprecated = structure.deprecated.is_some();
        display(src, &structure.name, deprecated);
        src.separate();
        expect_deprecated(src, deprecated);
        src.line(format_args!("impl std::error::Error for {} {{}}", structure.name));
        src.separate();
        expect_deprecated(src, deprecated);
        service_error(src, &structure.name, facts);
    }
}

fn display(src: &mut Source, name: &TypeName, deprecated: bool) {
    let (fmt, wire) = (src.name(Import::Fmt), src.name(Import::Wire));
    let expect = deprecated.then(|| quote!(#[expect(deprecated)]));
    src.item(quote! {
        #expect
        impl #fmt::Display for #name {
            fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                #wire::display_error(self, f)
            }
        }
    });
}

fn service_error(src: &mut Source, name: &TypeName, facts: &ErrorFacts) {
    let ErrorFacts { code, status, fault, retryable, message } = facts;
    let wire = src.name(Import::Wire);
    let status = Literal::u16_unsuffixed(*status);
    let fault = match fault {
        ErrorParty::Client => quote!(Client),
        ErrorParty::Server => quote!(Server),
    };
    let message = match message {
        Some((field, Presence::Required)) => quote!(Some(&self.#field)),
        Some((field, Presence::Optional)) => quote!(self.#field.as_deref()),
        None => quote!(None),
    };
    src.block(format_args!("impl {wire}::ServiceError for {name}"), |src| {
        src.item(quote!(fn code(&self) -> &str { #code }));
        src.item(quote!(fn message(&self) -> Option<&str> { #message }));
        src.item(quote!(fn status(&self) -> u16 { #status }));
        src.item(quote!(fn fault(&self) -> #wire::Fault { #wire::Fault::#fault }));
        if *retryable {
            src.item(quote!(
                fn is_retryable(&self) -> bool {
                    true
                }
            ));
        }
    });
}

/// The error enum of an operation and its impls.
pub(crate) fn operation_error(src: &mut Source, operation: &Operation) {
    definition(src, operation);
    reading(src, &operation.error);
    traits(src, &operation.error.name);
}

fn definition(src: &mut Source, operation: &Operation) {
    let ErrorEnum { name, variants } = &operation.error;
    let wire = src.name(Import::Wire);
    src.separate();
    src.comment(format_args!(
        "What [`{0}`](type@{1}) fails with.",
        operation.name,
        src.shape(&operation.name)
    ));
    src.line("#[non_exhaustive]");
    src.block(format_args!("pub enum {name}"), |src| {
        variants.iter().for_each(|variant| definition_of_variant(src, variant));
        src.comment("An error that the model does not name for this operation.");
        src.line(format_args!("Unmodeled(Box<{wire}::UnmodeledError>),"));
    });
}

fn definition_of_variant(src: &mut Source, variant: &ErrorVariant) {
    let ErrorVariant { name, docs, deprecated, .. } = variant;
    src.doc(docs);
    expect_deprecated(src, *deprecated);
    src.line(format_args!("{name}(Box<{}>),", src.shape(name)));
}

fn reading(src: &mut Source, error: &ErrorEnum) {
    let ErrorEnum { name, variants } = error;
    let wire = src.name(Import::Wire);
    src.separate();
    src.block(format_args!("impl {wire}::OperationError for {name}"), |src| {
        src.block(format_args!("fn read(error: {wire}::ErrorReader<'_>) -> Self"), |src| read(src, variants));
        src.separate();
        src.block(format_args!("fn service_error(&self) -> &dyn {wire}::ServiceError"), |src| {
            src.block("match self", |src| {
                for ErrorVariant { name, .. } in variants {
                    src.line(format_args!("Self::{name}(error) => &**error,"));
                }
                src.line("Self::Unmodeled(error) => &**error,");
            });
        });
    });
}

fn read(src: &mut Source, variants: &[ErrorVariant]) {
    if variants.is_empty() {
        src.line("Self::Unmodeled(error.unmodeled())");
        return;
    }
    src.block("match error.code()", |src| {
        for ErrorVariant { name, code, .. } in variants {
            src.line(format_args!("{} => Self::{name}(error.read()),", literal(code)));
        }
        src.line("_ => Self::Unmodeled(error.unmodeled()),");
    });
}

/// Written out: an operation has a score of errors, and derives would look at each of them again.
fn traits(src: &mut Source, name: &TypeName) {
    let (fmt, wire) = (src.name(Import::Fmt), src.name(Import::Wire));
    for kind in [quote!(Debug), quote!(Display)] {
        src.item(quote! {
            impl #fmt::#kind for #name {
                fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
                    #fmt::#kind::fmt(#wire::OperationError::service_error(self), f)
                }
            }
        });
    }
    src.separate();
    src.line(format_args!("impl std::error::Error for {name} {{}}"));
}
