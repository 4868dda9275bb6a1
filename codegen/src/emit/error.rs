//! Errors: what makes a structure one, and the enum of each operation's.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::lines::literal;
use super::tokens::{Scope, deprecation_lines, expects_deprecated};
use crate::ir::operation::{ErrorEnum, ErrorVariant, Operation};
use crate::ir::{ErrorFacts, Presence, Structure};
use crate::resolve::traits::ErrorFault;

/// The impls that make a structure an error, if it is one.
pub(crate) fn structure(structure: &Structure) -> Vec<TokenStream> {
    match &structure.error {
        Some(facts) => vec![display(structure), std_error(structure), service_error(structure, facts)],
        None => Vec::new(),
    }
}

fn display(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let expects = expects_deprecated(structure.deprecated.is_some());
    quote! {
        #expects
        impl fmt::Display for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                wire::display_error(self, f)
            }
        }
    }
}

fn std_error(structure: &Structure) -> TokenStream {
    let name = &structure.name;
    let expects = expects_deprecated(structure.deprecated.is_some());
    quote! {
        #expects
        impl std::error::Error for #name {}
    }
}

fn service_error(structure: &Structure, facts: &ErrorFacts) -> TokenStream {
    let name = &structure.name;
    let ErrorFacts { code, status, fault, retryable, message } = facts;
    let status = Literal::u16_unsuffixed(*status);
    let expects = expects_deprecated(structure.deprecated.is_some());
    let fault = match fault {
        ErrorFault::Client => quote!(Client),
        ErrorFault::Server => quote!(Server),
    };
    let message = match message {
        Some((field, Presence::Required)) => quote!(Some(&self.#field)),
        Some((field, Presence::Optional)) => quote!(self.#field.as_deref()),
        None => quote!(None),
    };
    let retryable = retryable.then(|| {
        quote!(
            fn is_retryable(&self) -> bool {
                true
            }
        )
    });
    quote! {
        #expects
        impl wire::ServiceError for #name {
            fn code(&self) -> &str {
                #code
            }
            fn message(&self) -> Option<&str> {
                #message
            }
            fn status(&self) -> u16 {
                #status
            }
            fn fault(&self) -> wire::Fault {
                wire::Fault::#fault
            }
            #retryable
        }
    }
}

/// The error enum of an operation and its impls.
pub(crate) fn operation_error(scope: &Scope, operation: &Operation) -> Vec<TokenStream> {
    let error = &operation.error;
    let mut items = vec![definition(scope, operation), reading(scope, error)];
    items.extend(traits(error));
    items
}

fn definition(scope: &Scope, operation: &Operation) -> TokenStream {
    let ErrorEnum { name, variants } = &operation.error;
    let docs = scope.line(format!("What [`{0}`](type@{1}::{0}) fails with.", operation.name, scope.root()));
    let variants = scope.text(variants.iter().flat_map(|variant| variant_lines(scope, variant)).collect());
    quote! {
        #docs
        #[non_exhaustive]
        pub enum #name {
            #variants
            /// An error that the model does not name for this operation.
            Unmodeled(Box<wire::UnmodeledError>),
        }
    }
}

fn variant_lines(scope: &Scope, variant: &ErrorVariant) -> Vec<String> {
    let ErrorVariant { name, docs, deprecated, .. } = variant;
    let mut lines = scope.doc_lines(docs);
    lines.extend(deprecation_lines(None, *deprecated));
    lines.push(format!("{name}(Box<{}::{name}>),", scope.root()));
    lines
}

fn reading(scope: &Scope, error: &ErrorEnum) -> TokenStream {
    let ErrorEnum { name, variants } = error;
    let read = |variant: &ErrorVariant| {
        format!("{} => Self::{}(error.read()),", literal(&variant.code), variant.name)
    };
    let view = |variant: &ErrorVariant| format!("Self::{}(error) => &**error,", variant.name);
    let (reads, views) = (variants.iter().map(read).collect(), variants.iter().map(view).collect());
    let (reads, views) = (scope.text(reads), scope.text(views));
    let unmodeled = quote!(Self::Unmodeled(error.unmodeled()));
    let read =
        if variants.is_empty() { unmodeled } else { quote!(match error.code() { #reads _ => #unmodeled, }) };
    quote! {
        impl wire::OperationError for #name {
            fn read(error: wire::ErrorReader<'_>) -> Self {
                #read
            }
            fn service_error(&self) -> &dyn wire::ServiceError {
                match self {
                    #views
                    Self::Unmodeled(error) => &**error,
                }
            }
        }
    }
}

/// Written out: an operation has a score of errors, and derives would look at each of them again.
fn traits(error: &ErrorEnum) -> [TokenStream; 3] {
    let name = &error.name;
    [
        quote! {
            impl fmt::Debug for #name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Debug::fmt(wire::OperationError::service_error(self), f)
                }
            }
        },
        quote! {
            impl fmt::Display for #name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Display::fmt(wire::OperationError::service_error(self), f)
                }
            }
        },
        quote! {
            impl std::error::Error for #name {}
        },
    ]
}
