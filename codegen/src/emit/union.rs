//! Unions: an enum whose structures are boxed, open for members newer than the model.

use proc_macro2::TokenStream;
use quote::quote;

use super::checks;
use super::tokens::{Scope, eq_by_hand, expects_deprecated};
use crate::ir::{Union, Variant};
use crate::resolve::traits::TimestampFormat;

/// All items of a union.
pub(crate) fn items(scope: &Scope, union: &Union) -> Vec<TokenStream> {
    let mut items = vec![definition(scope, union), writing(union), reading(union)];
    items.extend(eq_by_hand(union.derives, &union.name, union.deprecated.is_some()));
    items.extend(checks::union(scope, union));
    items.extend(debug(union));
    items
}

fn definition(scope: &Scope, union: &Union) -> TokenStream {
    let Union { name, docs, deprecated, variants, derives, .. } = union;
    let docs = scope.doc(docs);
    let variants = variants.iter().map(|variant| definition_of_variant(scope, variant));
    quote! {
        #docs
        #deprecated
        #[non_exhaustive]
        #derives
        pub enum #name {
            #(#variants)*
            /// A member that the model does not know, with its value.
            Unknown(String, smithy::Document),
        }
    }
}

fn definition_of_variant(scope: &Scope, variant: &Variant) -> TokenStream {
    let Variant { name, docs, deprecated, ty, names_deprecated, .. } = variant;
    let (docs, expects) = (scope.doc(docs), expects_deprecated(*names_deprecated));
    let payload = ty.as_ref().map(|ty| {
        let ty = scope.ty(ty);
        quote!((#ty))
    });
    quote!(#docs #deprecated #expects #name #payload,)
}

fn names_deprecated(union: &Union) -> bool {
    union.deprecated.is_some() || union.variants.iter().any(|variant| variant.deprecated.is_some())
}

fn writing(union: &Union) -> TokenStream {
    let Union { name, variants, .. } = union;
    let expects = expects_deprecated(names_deprecated(union));
    let arms = variants.iter().map(|Variant { name, wire, ty, timestamps, .. }| {
        let out: TokenStream = out(*timestamps).parse().expect("a path is made of tokens");
        match ty {
            Some(_) => quote!(Self::#name(value) => #out.field(#wire, value),),
            None => quote!(Self::#name => out.field(#wire, &smithy::Unit),),
        }
    });
    quote! {
        #expects
        impl wire::Write for #name {
            fn write(&self, out: &mut wire::Writer) {
                out.object(|out| match self {
                    #(#arms)*
                    Self::Unknown(member, value) => out.entry(member, value),
                });
            }
        }
    }
}

fn reading(union: &Union) -> TokenStream {
    let Union { name, variants, .. } = union;
    let expects = expects_deprecated(names_deprecated(union));
    let arms = variants.iter().map(read);
    quote! {
        #expects
        impl wire::Read for #name {
            fn read(value: smithy::Document, reader: &mut wire::Reader) -> Self {
                let Some((member, value)) = reader.union(value) else {
                    return Self::corrected();
                };
                match member.as_str() {
                    #(#arms)*
                    _ => Self::Unknown(reader.unknown_member(member), value),
                }
            }

            fn corrected() -> Self {
                Self::Unknown(String::new(), smithy::Document::Null)
            }
        }
    }
}

fn read(variant: &Variant) -> TokenStream {
    let Variant { name, wire, ty, redacted, .. } = variant;
    let member = if *redacted { quote!(sensitive_member) } else { quote!(member) };
    match ty {
        Some(_) => quote!(#wire => Self::#name(reader.#member(#wire, value)),),
        None => quote!(#wire => Self::#name,),
    }
}

fn debug(union: &Union) -> Option<TokenStream> {
    let Union { name, variants, derives, sensitive, .. } = union;
    if derives.debug {
        return None;
    }
    let text = name.as_str();
    let expects = expects_deprecated(names_deprecated(union));
    let arms = variants.iter().map(debug_arm);
    let body = if *sensitive {
        quote!(f.debug_tuple(#text).field(&smithy::Redacted).finish())
    } else {
        quote! {
            match self {
                #(#arms)*
                Self::Unknown(member, _) => f.debug_tuple("Unknown").field(member).field(&smithy::Redacted).finish(),
            }
        }
    };
    Some(quote! {
        #expects
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                #body
            }
        }
    })
}

fn debug_arm(variant: &Variant) -> TokenStream {
    let Variant { name, ty, redacted, .. } = variant;
    let text = name.as_str();
    match (ty, redacted) {
        (None, _) => quote!(Self::#name => f.write_str(#text),),
        (Some(_), true) => quote!(Self::#name(_) => f.debug_tuple(#text).field(&smithy::Redacted).finish(),),
        (Some(_), false) => quote!(Self::#name(value) => f.debug_tuple(#text).field(value).finish(),),
    }
}

/// The writer, told the format of the timestamps to come.
fn out(timestamps: Option<TimestampFormat>) -> &'static str {
    match timestamps {
        None | Some(TimestampFormat::EpochSeconds) => "out",
        Some(TimestampFormat::DateTime) => "out.timestamps(smithy::TimestampFormat::DateTime)",
        Some(TimestampFormat::HttpDate) => "out.timestamps(smithy::TimestampFormat::HttpDate)",
    }
}
