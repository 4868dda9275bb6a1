//! The traits of enums whose impls are the same for each.

use proc_macro2::TokenStream;
use quote::quote;

use super::source::{Fixed, Import, Source};
use crate::ir::Directions;

/// The impl of a trait.
pub(crate) struct Impl {
    /// The trait.
    pub(crate) of: fn(&Source) -> String,
    /// What stands in the impl.
    pub(crate) items: Fixed,
    /// Whether a type has it that travels in these directions.
    pub(crate) is_needed: fn(Directions) -> bool,
}

const fn implementation(of: fn(&Source) -> String, items: fn(&Source) -> Vec<TokenStream>) -> Impl {
    implementation_where(|_| true, of, items)
}

const fn implementation_where(
    is_needed: fn(Directions) -> bool,
    of: fn(&Source) -> String,
    items: fn(&Source) -> Vec<TokenStream>,
) -> Impl {
    Impl { of, items: Fixed::new(items), is_needed }
}

const fn writing(items: fn(&Source) -> Vec<TokenStream>) -> Impl {
    implementation_where(Directions::writes, |src| format!("{}::ToWire", src.name(Import::Wire)), items)
}

const fn reading(items: fn(&Source) -> Vec<TokenStream>) -> Impl {
    implementation_where(Directions::reads, |src| format!("{}::FromWire", src.name(Import::Wire)), items)
}

/// The traits of enums of strings.
pub(crate) static STRING_IMPLS: [Impl; 6] = [
    implementation(|_| "From<String>".to_owned(), from_string),
    implementation(|_| "std::str::FromStr".to_owned(), from_str),
    implementation(|_| "AsRef<str>".to_owned(), as_ref),
    implementation(|src| format!("{}::Display", src.name(Import::Fmt)), pad),
    writing(write_string),
    reading(read_string),
];

/// The trait of an enum of strings that is the key of a map.
pub(crate) static MAP_KEY: Impl =
    implementation(|src| format!("{}::MapKey", src.name(Import::Wire)), map_key);

/// The trait of an enum of strings that stands in headers, paths or queries.
pub(crate) static STRING_TEXT: Impl =
    implementation(|src| format!("{}::TextValue", src.name(Import::Wire)), string_text);

/// The trait of an enum of integers that stands in headers, paths or queries.
pub(crate) static INTEGER_TEXT: Impl =
    implementation(|src| format!("{}::TextValue", src.name(Import::Wire)), integer_text);

/// The traits of enums of integers.
pub(crate) static INTEGER_IMPLS: [Impl; 3] = [
    implementation(|src| format!("{}::Display", src.name(Import::Fmt)), display_integer),
    writing(write_integer),
    reading(read_integer),
];

fn from_string(_: &Source) -> Vec<TokenStream> {
    vec![quote! {
        fn from(value: String) -> Self {
            Self::from(value.as_str())
        }
    }]
}

fn from_str(_: &Source) -> Vec<TokenStream> {
    let error = quote!(
        type Err = std::convert::Infallible;
    );
    // `Self::Err` would be a variant where the model has one of that name.
    let from_str = quote! {
        fn from_str(value: &str) -> Result<Self, std::convert::Infallible> {
            Ok(Self::from(value))
        }
    };
    vec![error, from_str]
}

fn as_ref(_: &Source) -> Vec<TokenStream> {
    vec![quote! {
        fn as_ref(&self) -> &str {
            self.as_str()
        }
    }]
}

fn pad(src: &Source) -> Vec<TokenStream> {
    let fmt = src.name(Import::Fmt);
    vec![quote! {
        fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
            f.pad(self.as_str())
        }
    }]
}

fn write_string(src: &Source) -> Vec<TokenStream> {
    let wire = src.name(Import::Wire);
    vec![quote! {
        fn write(&self, out: &mut #wire::Writer) {
            out.string(self.as_str());
        }
    }]
}

fn read_string(src: &Source) -> Vec<TokenStream> {
    let wire = src.name(Import::Wire);
    let read = quote! {
        fn read(reader: &mut #wire::Reader<'_>) -> Self {
            Self::from(&*reader.text())
        }
    };
    let default = quote! {
        fn error_corrected_default() -> Self {
            Self::Unknown(String::new())
        }
    };
    vec![read, default]
}

fn map_key(_: &Source) -> Vec<TokenStream> {
    let as_key = quote! {
        fn as_key(&self) -> &str {
            self.as_str()
        }
    };
    let from_key = quote! {
        fn from_key(key: String) -> Self {
            Self::from(key)
        }
    };
    vec![as_key, from_key]
}

fn string_text(src: &Source) -> Vec<TokenStream> {
    let (wire, smithy) = (src.name(Import::Wire), src.name(Import::Smithy));
    let expected = quote!(
        const EXPECTED: &'static str = "a string";
    );
    let to_text = quote! {
        fn to_text(&self, _: #smithy::TimestampFormat) -> std::borrow::Cow<'_, str> {
            self.as_str().into()
        }
    };
    let from_text = quote! {
        fn from_text(text: &str, _: #smithy::TimestampFormat, _: #wire::Mode) -> Option<Self> {
            Some(Self::from(text))
        }
    };
    vec![expected, to_text, from_text]
}

fn integer_text(src: &Source) -> Vec<TokenStream> {
    let (wire, smithy) = (src.name(Import::Wire), src.name(Import::Smithy));
    let expected = quote!(
        const EXPECTED: &'static str = <i32 as #wire::TextValue>::EXPECTED;
    );
    let to_text = quote! {
        fn to_text(&self, _: #smithy::TimestampFormat) -> std::borrow::Cow<'_, str> {
            self.value().to_string().into()
        }
    };
    let from_text = quote! {
        fn from_text(text: &str, _: #smithy::TimestampFormat, _: #wire::Mode) -> Option<Self> {
            text.parse().ok().map(|value: i32| Self::from(value))
        }
    };
    vec![expected, to_text, from_text]
}

fn display_integer(src: &Source) -> Vec<TokenStream> {
    let fmt = src.name(Import::Fmt);
    vec![quote! {
        fn fmt(&self, f: &mut #fmt::Formatter<'_>) -> #fmt::Result {
            #fmt::Display::fmt(&self.value(), f)
        }
    }]
}

fn write_integer(src: &Source) -> Vec<TokenStream> {
    let wire = src.name(Import::Wire);
    vec![quote! {
        fn write(&self, out: &mut #wire::Writer) {
            #wire::ToWire::write(&self.value(), out);
        }
    }]
}

fn read_integer(src: &Source) -> Vec<TokenStream> {
    let wire = src.name(Import::Wire);
    let read = quote! {
        fn read(reader: &mut #wire::Reader<'_>) -> Self {
            Self::from(reader.integer())
        }
    };
    let default = quote! {
        fn error_corrected_default() -> Self {
            Self::from(0)
        }
    };
    vec![read, default]
}
