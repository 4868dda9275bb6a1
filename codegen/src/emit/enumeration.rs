//! Enums of strings and of integers: open, so that a value newer than the model survives.

use super::attributes::{deprecated, eq, implementation};
use super::checks;
use super::enum_impls::{INTEGER_IMPLS, INTEGER_TEXT, Impl, MAP_KEY, STRING_IMPLS, STRING_TEXT};
use super::source::{Import, Source, literal};
use crate::ir::{Deprecation, Doc, Enum, EnumValue, IntEnum};
use crate::names::TypeName;

/// What the comment of the variant for unknown values says.
const UNKNOWN: &str = "A value that the model does not know. Reading and `From` never put a known one here.";

/// All items of an enum of strings.
pub(crate) fn strings(src: &mut Source, item: &Enum) {
    let Enum { name, docs, deprecated, values, sensitive, map_key, .. } = item;
    let debug = if *sensitive { "" } else { "Debug, " };
    // A `BTreeMap` sorts its keys; the order of the values in the model says nothing to anybody else.
    let order = if *map_key { "PartialOrd, Ord, " } else { "" };
    let derives = format!("Clone, {debug}PartialEq, {order}Hash");
    definition(src, name, docs, deprecated.as_ref(), &derives, "String", values);
    let (own, any) = (deprecated.is_some(), deprecated.is_some() || has_deprecated(values));
    texts(src, item, any);
    from_str(src, item, any);
    let impls = STRING_IMPLS.iter().chain(map_key.then_some(&MAP_KEY));
    let impls = impls.chain(item.text.then_some(&STRING_TEXT));
    for Impl { of, items, .. } in impls.filter(|known| (known.is_needed)(item.directions)) {
        implementation(src, format_args!("{} for {name}", of(src)), own, |src| src.fixed(items));
    }
    if *sensitive {
        redacted_debug(src, name, own);
    }
    checks::strings(src, item);
}

fn has_deprecated<T>(values: &[EnumValue<T>]) -> bool {
    values.iter().any(|value| value.deprecated.is_some())
}

/// The enum, open for values of the type `unknown`.
fn definition<T>(
    src: &mut Source,
    name: &TypeName,
    docs: &Doc,
    deprecation: Option<&Deprecation>,
    derives: &str,
    unknown: &str,
    values: &[EnumValue<T>],
) {
    src.separate();
    src.doc(docs);
    deprecated(src, deprecation);
    src.line("#[non_exhaustive]");
    src.line(format_args!("#[derive({derives})]"));
    src.block(format_args!("pub enum {name}"), |src| {
        for EnumValue { name, docs, deprecated: deprecation, .. } in values {
            src.doc(docs);
            deprecated(src, deprecation.as_ref());
            src.line(format_args!("{name},"));
        }
        src.comment(UNKNOWN);
        src.line(format_args!("Unknown({unknown}),"));
    });
    eq(src, name, deprecation.is_some());
}

fn redacted_debug(src: &mut Source, name: &TypeName, deprecated: bool) {
    let (fmt, smithy) = (src.name(Import::Fmt), src.name(Import::Smithy));
    let text = literal(name.as_str());
    implementation(src, format_args!("{fmt}::Debug for {name}"), deprecated, |src| {
        src.block(format_args!("fn fmt(&self, f: &mut {fmt}::Formatter<'_>) -> {fmt}::Result"), |src| {
            src.line(format_args!("f.debug_tuple({text}).field(&{smithy}::Redacted).finish()"));
        });
    });
}

fn texts(src: &mut Source, item: &Enum, deprecated: bool) {
    let Enum { name, values, .. } = item;
    implementation(src, name, deprecated, |src| {
        src.comment("The values that the model knows, as they stand on the wire, in the order of the model.");
        src.block("pub const fn values() -> &'static [&'static str]", |src| {
            src.sequence("&[", values.iter().map(|value| literal(&value.wire)), "]");
        });
        src.separate();
        src.comment("The value as it stands on the wire.");
        src.block("pub fn as_str(&self) -> &str", |src| {
            src.block("match self", |src| {
                for EnumValue { name, wire, .. } in values {
                    src.line(format_args!("Self::{name} => {},", literal(wire)));
                }
                src.line("Self::Unknown(value) => value,");
            });
        });
    });
}

fn from_str(src: &mut Source, item: &Enum, deprecated: bool) {
    let Enum { name, values, .. } = item;
    implementation(src, format_args!("From<&str> for {name}"), deprecated, |src| {
        src.block("fn from(value: &str) -> Self", |src| {
            if values.is_empty() {
                return src.line("Self::Unknown(value.to_owned())");
            }
            src.block("match value", |src| {
                for EnumValue { name, wire, .. } in values {
                    src.line(format_args!("{} => Self::{name},", literal(wire)));
                }
                src.line("_ => Self::Unknown(value.to_owned()),");
            });
        });
    });
}

/// All items of an enum of integers.
pub(crate) fn integers(src: &mut Source, item: &IntEnum) {
    let IntEnum { name, docs, deprecated, values, sensitive, .. } = item;
    let debug = if *sensitive { "" } else { "Debug, " };
    let derives = format!("Clone, Copy, {debug}PartialEq, Hash");
    definition(src, name, docs, deprecated.as_ref(), &derives, "i32", values);
    let (own, any) = (deprecated.is_some(), deprecated.is_some() || has_deprecated(values));
    integer_values(src, item, any);
    from_integer(src, item, any);
    let impls = INTEGER_IMPLS.iter().chain(item.text.then_some(&INTEGER_TEXT));
    for Impl { of, items, .. } in impls.filter(|known| (known.is_needed)(item.directions)) {
        implementation(src, format_args!("{} for {name}", of(src)), own, |src| src.fixed(items));
    }
    if *sensitive {
        redacted_debug(src, name, own);
    }
    checks::integers(src, item);
}

fn integer_values(src: &mut Source, item: &IntEnum, deprecated: bool) {
    let IntEnum { name, values, .. } = item;
    implementation(src, name, deprecated, |src| {
        src.comment("The values that the model knows, in the order of the model.");
        src.block("pub const fn values() -> &'static [i32]", |src| {
            src.sequence("&[", values.iter().map(|value| value.wire), "]");
        });
        src.separate();
        src.comment("The value as it stands on the wire.");
        src.block("pub const fn value(self) -> i32", |src| {
            src.block("match self", |src| {
                for EnumValue { name, wire, .. } in values {
                    src.line(format_args!("Self::{name} => {wire},"));
                }
                src.line("Self::Unknown(value) => value,");
            });
        });
    });
}

fn from_integer(src: &mut Source, item: &IntEnum, deprecated: bool) {
    let IntEnum { name, values, .. } = item;
    implementation(src, format_args!("From<i32> for {name}"), deprecated, |src| {
        src.block("fn from(value: i32) -> Self", |src| {
            src.block("match value", |src| {
                for EnumValue { name, wire, .. } in values {
                    src.line(format_args!("{wire} => Self::{name},"));
                }
                src.line("_ => Self::Unknown(value),");
            });
        });
    });
}
