//! Enums of strings and of integers: open, so that a value newer than the model survives.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::checks;
use super::lines::literal;
use super::tokens::{Scope, deprecation_lines, expects_deprecated};
use crate::ir::{Enum, EnumValue, IntEnum};
use crate::names::TypeName;

/// All items of an enum of strings.
pub(crate) fn strings(scope: &Scope, item: &Enum) -> Vec<TokenStream> {
    let name = &item.name;
    let mut impls = vec![texts(scope, item), from_str(scope, item)];
    impls.extend(conversions(name));
    impls.extend(string_json(name));
    impls.extend(item.sensitive.then(|| redacted_debug(name)));
    let expects = expects_deprecated(item.deprecated.is_some() || has_deprecated(&item.values));
    let own = expects_deprecated(item.deprecated.is_some());
    let naming_values = impls.drain(..2).map(|item| quote!(#expects #item)).collect::<Vec<_>>();
    let others = impls.into_iter().map(|item| quote!(#own #item));
    let checks = checks::strings(scope, item);
    std::iter::once(definition(scope, item)).chain(naming_values).chain(others).chain(checks).collect()
}

fn has_deprecated<T>(values: &[EnumValue<T>]) -> bool {
    values.iter().any(|value| value.deprecated.is_some())
}

fn variants<T>(scope: &Scope, values: &[EnumValue<T>]) -> TokenStream {
    let lines = values.iter().flat_map(|EnumValue { name, docs, deprecated, .. }| {
        let mut lines = scope.doc_lines(docs);
        lines.extend(deprecation_lines(deprecated.as_ref(), false));
        lines.push(format!("{name},"));
        lines
    });
    scope.text(lines.collect())
}

fn definition(scope: &Scope, item: &Enum) -> TokenStream {
    let Enum { name, docs, deprecated, values, sensitive, .. } = item;
    let docs = scope.doc(docs);
    let debug = (!sensitive).then(|| quote!(Debug,));
    let variants = variants(scope, values);
    quote! {
        #docs
        #deprecated
        #[non_exhaustive]
        #[derive(Clone, #debug PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum #name {
            #variants
            /// A value that the model does not know. Reading and `From` never put a known one here.
            Unknown(String),
        }
    }
}

fn redacted_debug(name: &TypeName) -> TokenStream {
    let text = name.as_str();
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_tuple(#text).field(&smithy::Redacted).finish()
            }
        }
    }
}

fn texts(scope: &Scope, item: &Enum) -> TokenStream {
    let Enum { name, values, .. } = item;
    let wires = values.iter().map(|value| &value.wire);
    let arm = |value: &EnumValue<String>| format!("Self::{} => {},", value.name, literal(&value.wire));
    let arms = scope.text(values.iter().map(arm).collect());
    quote! {
        impl #name {
            /// The values that the model knows, as they stand on the wire, in the order of the model.
            pub const fn values() -> &'static [&'static str] {
                &[#(#wires),*]
            }

            /// The value as it stands on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    #arms
                    Self::Unknown(value) => value,
                }
            }
        }
    }
}

fn from_str(scope: &Scope, item: &Enum) -> TokenStream {
    let Enum { name, values, .. } = item;
    let arm = |value: &EnumValue<String>| format!("{} => Self::{},", literal(&value.wire), value.name);
    let arms = scope.text(values.iter().map(arm).collect());
    let unknown = quote!(Self::Unknown(value.to_owned()));
    let body = if values.is_empty() { unknown } else { quote!(match value { #arms _ => #unknown, }) };
    quote! {
        impl From<&str> for #name {
            fn from(value: &str) -> Self {
                #body
            }
        }
    }
}

fn conversions(name: &TypeName) -> [TokenStream; 4] {
    [
        quote! {
            impl From<String> for #name {
                fn from(value: String) -> Self {
                    Self::from(value.as_str())
                }
            }
        },
        quote! {
            impl std::str::FromStr for #name {
                type Err = std::convert::Infallible;

                fn from_str(value: &str) -> Result<Self, Self::Err> {
                    Ok(Self::from(value))
                }
            }
        },
        quote! {
            impl AsRef<str> for #name {
                fn as_ref(&self) -> &str {
                    self.as_str()
                }
            }
        },
        quote! {
            impl fmt::Display for #name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    f.pad(self.as_str())
                }
            }
        },
    ]
}

fn string_json(name: &TypeName) -> [TokenStream; 3] {
    [
        quote! {
            impl wire::Write for #name {
                fn write(&self, out: &mut wire::Writer) {
                    out.string(self.as_str());
                }
            }
        },
        quote! {
            impl wire::Read for #name {
                fn read(value: smithy::Document, reader: &mut wire::Reader) -> Self {
                    Self::from(reader.string(value))
                }

                fn corrected() -> Self {
                    Self::Unknown(String::new())
                }
            }
        },
        quote! {
            impl wire::MapKey for #name {
                fn as_key(&self) -> &str {
                    self.as_str()
                }

                fn from_key(key: String) -> Self {
                    Self::from(key)
                }
            }
        },
    ]
}

/// All items of an enum of integers.
pub(crate) fn integers(scope: &Scope, item: &IntEnum) -> Vec<TokenStream> {
    let expects = expects_deprecated(item.deprecated.is_some() || has_deprecated(&item.values));
    let own = expects_deprecated(item.deprecated.is_some());
    let naming_values = [integer_values(item), from_integer(item)].map(|item| quote!(#expects #item));
    let others = integer_json(&item.name).map(|item| quote!(#own #item));
    let checks = checks::integers(scope, item);
    std::iter::once(integer_definition(scope, item))
        .chain(naming_values)
        .chain(others)
        .chain(checks)
        .collect()
}

fn integer_definition(scope: &Scope, item: &IntEnum) -> TokenStream {
    let IntEnum { name, docs, deprecated, values, .. } = item;
    let docs = scope.doc(docs);
    let variants = variants(scope, values);
    quote! {
        #docs
        #deprecated
        #[non_exhaustive]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum #name {
            #variants
            /// A value that the model does not know. Reading and `From` never put a known one here.
            Unknown(i32),
        }
    }
}

fn integer_values(item: &IntEnum) -> TokenStream {
    let IntEnum { name, values, .. } = item;
    let wires = values.iter().map(|value| Literal::i32_unsuffixed(value.wire));
    let arms = values.iter().map(|EnumValue { name, wire, .. }| {
        let wire = Literal::i32_unsuffixed(*wire);
        quote!(Self::#name => #wire,)
    });
    quote! {
        impl #name {
            /// The values that the model knows, in the order of the model.
            pub const fn values() -> &'static [i32] {
                &[#(#wires),*]
            }

            /// The value as it stands on the wire.
            pub const fn value(self) -> i32 {
                match self {
                    #(#arms)*
                    Self::Unknown(value) => value,
                }
            }
        }
    }
}

fn from_integer(item: &IntEnum) -> TokenStream {
    let IntEnum { name, values, .. } = item;
    let arms = values.iter().map(|EnumValue { name, wire, .. }| {
        let wire = Literal::i32_unsuffixed(*wire);
        quote!(#wire => Self::#name,)
    });
    quote! {
        impl From<i32> for #name {
            fn from(value: i32) -> Self {
                match value {
                    #(#arms)*
                    _ => Self::Unknown(value),
                }
            }
        }
    }
}

fn integer_json(name: &TypeName) -> [TokenStream; 3] {
    [
        quote! {
            impl fmt::Display for #name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    fmt::Display::fmt(&self.value(), f)
                }
            }
        },
        quote! {
            impl wire::Write for #name {
                fn write(&self, out: &mut wire::Writer) {
                    wire::Write::write(&self.value(), out);
                }
            }
        },
        quote! {
            impl wire::Read for #name {
                fn read(value: smithy::Document, reader: &mut wire::Reader) -> Self {
                    Self::from(reader.integer(value))
                }

                fn corrected() -> Self {
                    Self::from(0)
                }
            }
        },
    ]
}
