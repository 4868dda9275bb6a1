//! Operations: a unit struct, and what the wire needs to know of it.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{Scope, expects_deprecated};
use crate::ir::Protocol;
use crate::ir::operation::{Operation, Pages};
use crate::names::TypeName;

/// The operation's type and its impls.
pub(crate) fn items(scope: &Scope, operation: &Operation, protocol: &Protocol) -> Vec<TokenStream> {
    let mut items = vec![definition(scope, operation), facts(scope, operation)];
    items.extend(aws_json(operation, protocol));
    items
}

fn definition(scope: &Scope, operation: &Operation) -> TokenStream {
    let Operation { name, docs, deprecated, .. } = operation;
    let docs = scope.doc(docs);
    quote! {
        #docs
        #deprecated
        #[derive(Clone, Copy, Debug)]
        pub struct #name;
    }
}

fn facts(scope: &Scope, operation: &Operation) -> TokenStream {
    let Operation { name, wire, input, output, .. } = operation;
    let (input, output) = (end(scope, input.as_ref()), end(scope, output.as_ref()));
    let error = &operation.error.name;
    let auth = if operation.unsigned { quote!(Unsigned) } else { quote!(Signed) };
    let readonly = operation.readonly.then(|| {
        quote!(
            const READONLY: bool = true;
        )
    });
    let idempotent = operation.idempotent.then(|| {
        quote!(
            const IDEMPOTENT: bool = true;
        )
    });
    let pages = operation.pages.as_ref().map(pages);
    let expects = expects_deprecated(operation.deprecated.is_some() || operation.names_deprecated);
    quote! {
        #expects
        impl wire::Operation for #name {
            type Input = #input;
            type Output = #output;
            type Error = #error;
            const NAME: &'static str = #wire;
            const AUTH: wire::Auth = wire::Auth::#auth;
            #readonly
            #idempotent
            #pages
        }
    }
}

fn end(scope: &Scope, name: Option<&TypeName>) -> TokenStream {
    match name {
        Some(name) => scope.shape(name),
        None => quote!(smithy::Unit),
    }
}

fn pages(pages: &Pages) -> TokenStream {
    let Pages { input_token, output_token, items, page_size } = pages;
    let (items, page_size) = (option(items.as_ref()), option(page_size.as_ref()));
    quote! {
        const PAGES: Option<wire::Pages> = Some(wire::Pages {
            input_token: #input_token,
            output_token: #output_token,
            items: #items,
            page_size: #page_size,
        });
    }
}

fn option(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    }
}

fn aws_json(operation: &Operation, protocol: &Protocol) -> Option<TokenStream> {
    let Protocol::AwsJson { target_prefix, content_type } = protocol else { return None };
    let name = &operation.name;
    let target = format!("{target_prefix}.{}", operation.wire);
    let expects = expects_deprecated(operation.deprecated.is_some());
    Some(quote! {
        #expects
        impl wire::AwsJson for #name {
            const TARGET: &'static str = #target;
            const CONTENT_TYPE: &'static str = #content_type;
        }
    })
}
