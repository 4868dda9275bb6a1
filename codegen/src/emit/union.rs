//! Unions: an enum whose structures are boxed, open for members newer than the model.

use quote::quote;

use super::attributes::{deprecated, derives, eq, expect_deprecated};
use super::checks;
use super::layout::told;
use super::source::{Fixed, Import, Source, literal};
use super::union_methods;
use crate::ir::{Union, Variant, XmlLayout, XmlPlace};

/// All items of a union.
pub(crate) fn items(src: &mut Source, union: &Union) {
    definition(src, union);
    union_methods::items(src, union);
    if union.directions.writes() {
        writing(src, union);
    }
    if union.directions.reads() {
        reading(src, union);
    }
    if union.derives.eq {
        eq(src, &union.name, union.deprecated.is_some());
    }
    checks::union(src, union);
    debug(src, union);
}

fn definition(src: &mut Source, union: &Union) {
    let smithy = src.name(Import::Smithy);
    src.separate();
    src.doc(&union.docs);
    deprecated(src, union.deprecated.as_ref());
    src.line("#[non_exhaustive]");
    derives(src, union.derives);
    src.block(format_args!("pub enum {}", union.name), |src| {
        union.variants.iter().for_each(|variant| definition_of_variant(src, variant));
        src.comment("A member that the model does not know, with its value.");
        src.line(format_args!("Unknown(String, {smithy}::Document),"));
    });
}

fn definition_of_variant(src: &mut Source, variant: &Variant) {
    let Variant { name, docs, ty, .. } = variant;
    src.doc(docs);
    deprecated(src, variant.deprecated.as_ref());
    expect_deprecated(src, variant.deprecated_types.in_definition());
    match ty {
        Some(ty) => src.line(format_args!("{name}({}),", src.ty(ty))),
        None => src.line(format_args!("{name},")),
    }
}

fn names_deprecated(union: &Union) -> bool {
    union.deprecated.is_some() || union.variants.iter().any(|variant| variant.deprecated.is_some())
}

fn writing(src: &mut Source, union: &Union) {
    let wire = src.name(Import::Wire);
    src.separate();
    expect_deprecated(src, names_deprecated(union));
    src.block(format_args!("impl {wire}::ToWire for {}", union.name), |src| {
        src.block(format_args!("fn write(&self, out: &mut {wire}::Writer)"), |src| {
            let arms = |src: &mut Source| {
                union.variants.iter().for_each(|variant| write(src, variant));
                src.line("Self::Unknown(member, value) => out.unknown_member(member, value),");
            };
            src.nest("out.object(|out| match self {", arms, "});");
        });
    });
}

fn write(src: &mut Source, variant: &Variant) {
    let Variant { name, wire, sent_as, ty, timestamps, layout, .. } = variant;
    let wire = literal(sent_as.as_ref().unwrap_or(wire));
    let out = told(src, "out", *timestamps, layout.as_ref());
    match ty {
        Some(_) => src.call(format_args!("Self::{name}(value) => {out}.field"), &[&wire, &"value"], ","),
        None => {
            let unit = format_args!("&{}::Unit", src.name(Import::Smithy));
            src.call(format_args!("Self::{name} => out.field"), &[&wire, &unit], ",");
        }
    }
}

fn reading(src: &mut Source, union: &Union) {
    let wire = src.name(Import::Wire);
    src.separate();
    expect_deprecated(src, names_deprecated(union));
    src.block(format_args!("impl {wire}::FromWire for {}", union.name), |src| {
        src.block(format_args!("fn read(reader: &mut {wire}::Reader<'_>) -> Self"), |src| {
            let arms = |src: &mut Source| {
                union.variants.iter().for_each(|variant| read(src, variant));
                src.block("_ =>", |src| {
                    src.line("let (member, value) = reader.unknown_member(member);");
                    src.line("Self::Unknown(member, value)");
                });
            };
            src.nest("reader.union(|reader, member| match member {", arms, "})");
        });
        src.fixed(&DEFAULT);
    });
}

/// What stands for a union that is missing where one is required.
static DEFAULT: Fixed = Fixed::new(|src| {
    let smithy = src.name(Import::Smithy);
    vec![quote! {
        fn error_corrected_default() -> Self {
            Self::Unknown(String::new(), #smithy::Document::Null)
        }
    }]
});

fn read(src: &mut Source, variant: &Variant) {
    let Variant { name, key, wire, ty, redacted, timestamps, layout, .. } = variant;
    let (key, wire, reader) = (
        literal(key),
        literal(wire),
        told(src, "reader", *timestamps, layout.as_ref().and_then(XmlLayout::as_read).as_ref()),
    );
    let secret = if *redacted { "sensitive_" } else { "" };
    let member = if variant.place() == XmlPlace::Flattened { "flattened_member" } else { "member" };
    match ty {
        Some(_) => src.line(format_args!("{key} => Self::{name}({reader}.{secret}{member}({wire})),")),
        None => src.line(format_args!("{key} => reader.unit_member(Self::{name}),")),
    }
}

fn debug(src: &mut Source, union: &Union) {
    if union.derives.debug {
        return;
    }
    let (fmt, smithy) = (src.name(Import::Fmt), src.name(Import::Smithy));
    src.separate();
    let names = if union.sensitive { union.deprecated.is_some() } else { names_deprecated(union) };
    expect_deprecated(src, names);
    src.block(format_args!("impl {fmt}::Debug for {}", union.name), |src| {
        src.block(format_args!("fn fmt(&self, f: &mut {fmt}::Formatter<'_>) -> {fmt}::Result"), |src| {
            if union.sensitive {
                let text = literal(union.name.as_str());
                return src.line(format_args!("f.debug_tuple({text}).field(&{smithy}::Redacted).finish()"));
            }
            src.block("match self", |src| {
                union.variants.iter().for_each(|variant| debug_variant(src, variant));
                let unknown = "f.debug_tuple(\"Unknown\").field(member)";
                src.nest(
                    "Self::Unknown(member, _) => {",
                    |src| src.line(format_args!("{unknown}.field(&{smithy}::Redacted).finish()")),
                    "}",
                );
            });
        });
    });
}

fn debug_variant(src: &mut Source, variant: &Variant) {
    let Variant { name, ty, redacted, .. } = variant;
    let text = literal(name.as_str());
    match (ty, redacted) {
        (None, _) => src.line(format_args!("Self::{name} => f.write_str({text}),")),
        (Some(_), true) => {
            let smithy = src.name(Import::Smithy);
            src.line(format_args!(
                "Self::{name}(_) => f.debug_tuple({text}).field(&{smithy}::Redacted).finish(),"
            ));
        }
        (Some(_), false) => {
            src.line(format_args!("Self::{name}(value) => f.debug_tuple({text}).field(value).finish(),"));
        }
    }
}
