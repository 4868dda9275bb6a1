//! Errors: what makes a structure one, and the enum of each operation's.

use std::sync::Arc;

use quote::quote;

use super::attributes::{expect_deprecated, implementation};
use super::source::{Fixed, Import, Source, literal};
use crate::ir::operation::{ErrorEnum, ErrorVariant, Operation};
use crate::ir::{ErrorFacts, ErrorParty, Field, Retry, Structure};
use crate::names::TypeName;

/// The impls that make a structure an error, if it is one.
pub(crate) fn structure(src: &mut Source, structure: &Structure) {
    let Structure { name, deprecated, error, fields, .. } = structure;
    let Some(facts) = error else { return };
    let deprecated = deprecated.is_some();
    let (fmt, wire) = (src.name(Import::Fmt), src.name(Import::Wire));
    implementation(src, format_args!("{fmt}::Display for {name}"), deprecated, |src| src.fixed(&DISPLAY));
    implementation(src, format_args!("std::error::Error for {name}"), deprecated, |_| {});
    let is_message = |field: &&Field| facts.message.as_ref().is_some_and(|(name, _)| *name == field.name);
    let message = fields.iter().find(is_message).is_some_and(|field| field.deprecated.is_some());
    implementation(src, format_args!("{wire}::ServiceError for {name}"), deprecated || message, |src| {
        service_error(src, facts);
    });
}

static DISPLAY: Fixed = Fixed::new(|src| {
    let (fmt, wire) = (src.name(Import::Fmt), src.name(Import::Wire));
    vec![quote! {
        fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
            #wire::display_error(self, f)
        }
    }]
});

fn service_error(src: &mut Source, facts: &ErrorFacts) {
    let ErrorFacts { code, type_id, query_error, status, fault, retry, message } = facts;
    let wire = src.name(Import::Wire);
    let fault = match fault {
        ErrorParty::Client => "Client",
        ErrorParty::Server => "Server",
    };
    let retry = match retry {
        Retry::Unstated => "Unstated",
        Retry::Later => "Later",
        Retry::Throttled => "Throttled",
    };
    let fields = |src: &mut Source| {
        src.line(format_args!("code: {},", literal(code)));
        match message {
            Some((field, false)) => src.line(format_args!("message: Some(&self.{}),", field.in_source())),
            Some((field, true)) => {
                src.line(format_args!("message: self.{}.as_deref(),", field.in_source()));
            }
            None => src.line("message: None,"),
        }
        src.line(format_args!("status: {status},"));
        src.line(format_args!("fault: {wire}::Fault::{fault},"));
        src.line(format_args!("retry: {wire}::Retry::{retry},"));
    };
    src.block(format_args!("fn facts(&self) -> {wire}::ErrorFacts<'_>"), |src| {
        src.block(format_args!("{wire}::ErrorFacts"), fields);
    });
    if let Some(id) = type_id {
        src.separate();
        src.block("fn error_type(&self) -> &str", |src| src.line(literal(id)));
    }
    if let Some(code) = query_error {
        src.separate();
        src.block("fn query_error(&self) -> Option<&'static str>", |src| {
            src.line(format_args!("Some({})", literal(code)));
        });
    }
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
    src.comment(format_args!("Errors of [`{0}`](type@{1}).", operation.name, src.shape(&operation.name)));
    src.line("#[non_exhaustive]");
    src.block(format_args!("pub enum {name}"), |src| {
        variants.iter().for_each(|variant| definition_of_variant(src, variant));
        src.comment("An error that the model does not name for this operation.");
        src.line(format_args!("Unmodeled(Box<{wire}::UnmodeledError>),"));
    });
}

fn definition_of_variant(src: &mut Source, variant: &ErrorVariant) {
    let ErrorVariant { name, ty, docs, deprecated, .. } = variant;
    src.doc(docs);
    expect_deprecated(src, *deprecated);
    src.line(format_args!("{name}(Box<{}>),", src.shape(ty)));
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
                for variant in variants {
                    let name = &variant.name;
                    src.line(format_args!("Self::{name}(error) => &**error,"));
                }
                src.line("Self::Unmodeled(error) => &**error,");
            });
        });
    });
}

fn read(src: &mut Source, variants: &[Arc<ErrorVariant>]) {
    src.line("error");
    src.indented(|src| {
        src.line(".modeled()");
        for variant in variants {
            let ErrorVariant { name, code, .. } = &**variant;
            src.line(format_args!(".or({}, Self::{name})", literal(code)));
        }
        src.line(".or_unmodeled(Self::Unmodeled)");
    });
}

/// Written out: an operation has a score of errors, and derives would look at each of them again.
fn traits(src: &mut Source, name: &TypeName) {
    let fmt = src.name(Import::Fmt);
    implementation(src, format_args!("{fmt}::Debug for {name}"), false, |src| src.fixed(&DEBUG_AS_ERROR));
    implementation(src, format_args!("{fmt}::Display for {name}"), false, |src| src.fixed(&DISPLAY_AS_ERROR));
    implementation(src, format_args!("std::error::Error for {name}"), false, |_| {});
}

static DEBUG_AS_ERROR: Fixed = Fixed::new(|src| {
    let (fmt, wire) = (src.name(Import::Fmt), src.name(Import::Wire));
    vec![quote! {
        fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
            #fmt::Debug::fmt(#wire::OperationError::service_error(self), f)
        }
    }]
});

static DISPLAY_AS_ERROR: Fixed = Fixed::new(|src| {
    let (fmt, wire) = (src.name(Import::Fmt), src.name(Import::Wire));
    vec![quote! {
        fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
            #fmt::Display::fmt(#wire::OperationError::service_error(self), f)
        }
    }]
});
