//! Builders: setters by the habits of the official Rust SDK, and a `build` that names all that is missing.

use std::borrow::Cow;

use super::attributes::expect_deprecated;
use super::source::{Import, Source, literal};
use super::structure::names_deprecated;
use super::{answers, setters};
use crate::ir::{Build, Field, Presence, Structure, Type};

/// The builder's struct and its methods.
pub(crate) fn items(src: &mut Source, structure: &Structure) {
    definition(src, structure);
    methods(src, structure);
    debug(src, structure);
}

fn definition(src: &mut Source, structure: &Structure) {
    let Structure { name, builder, fields, .. } = structure;
    src.separate();
    src.comment(format_args!("Builder of [`{name}`](type@{}).", src.shape(name)));
    src.line("#[derive(Default)]");
    src.block(format_args!("pub struct {builder}"), |src| {
        for field in fields {
            expect_deprecated(src, field.names_deprecated);
            src.line(format_args!("{}: Option<{}>,", field.name.in_source(), src.ty(&unboxed(&field.ty))));
        }
    });
}

/// What a builder holds of a member: the value itself, boxed only when the structure is built.
pub(crate) fn unboxed(ty: &Type) -> Cow<'_, Type> {
    match ty {
        Type::Boxed(name) => Cow::Owned(Type::Shape(name.clone())),
        ty => Cow::Borrowed(ty),
    }
}

/// What a builder holds may be sensitive, and a derive for each would cost those who build the crate more than it
/// tells them.
fn debug(src: &mut Source, Structure { builder, .. }: &Structure) {
    let (fmt, text) = (src.name(Import::Fmt), literal(builder.as_str()));
    src.separate();
    src.block(format_args!("impl {fmt}::Debug for {builder}"), |src| {
        src.block(format_args!("fn fmt(&self, f: &mut {fmt}::Formatter<'_>) -> {fmt}::Result"), |src| {
            src.line(format_args!("f.debug_struct({text}).finish_non_exhaustive()"));
        });
    });
}

fn methods(src: &mut Source, structure: &Structure) {
    src.separate();
    src.block(format_args!("impl {}", structure.builder), |src| {
        structure.fields.iter().for_each(|field| setters::of_field(src, field));
        answers::steps(src, structure);
        build(src, structure);
    });
}

fn build(src: &mut Source, structure: &Structure) {
    let name = &structure.name;
    src.separate();
    src.comment("Gives what was set.");
    let head = match structure.build {
        Build::Plain => format!("pub fn build(self) -> {name}"),
        Build::Fallible => {
            src.comment("");
            src.comment("# Errors");
            src.comment("");
            src.comment("Every required member that was not set.");
            let validation = src.name(Import::Validation);
            format!("pub fn build(self) -> Result<{name}, {validation}::Violations>")
        }
    };
    expect_deprecated(src, structure.deprecated.is_some() || names_deprecated(structure));
    src.block(head, |src| build_body(src, structure));
}

fn build_body(src: &mut Source, Structure { name, fields, build, .. }: &Structure) {
    let required = fields.iter().any(|field| field.presence == Presence::Required);
    let built = |src: &mut Source| fields.iter().for_each(|field| self::built(src, field));
    match build {
        Build::Plain => src.block(name, built),
        Build::Fallible if required => {
            let validation = src.name(Import::Validation);
            src.line(format_args!("let mut missing = {validation}::Missing::default();"));
            src.nest(format_args!("let built = {name} {{"), built, "};");
            src.line("missing.finish(built)");
        }
        Build::Fallible => src.nest(format_args!("Ok({name} {{"), built, "})"),
    }
}

fn built(src: &mut Source, field: &Field) {
    let name = field.name.in_source();
    let (wire, path) = (literal(&field.wire), literal(field.name.as_str()));
    match (field.presence, &field.ty) {
        (Presence::Required, Type::Boxed(_)) => {
            src.line(format_args!("{name}: Box::new(missing.required({wire}, {path}, self.{name})),"));
        }
        (Presence::Required, _) => {
            let value = format_args!("self.{name}");
            src.call(format_args!("{name}: missing.required"), &[&wire, &path, &value], ",");
        }
        (Presence::Optional, Type::Boxed(_)) => {
            src.line(format_args!("{name}: self.{name}.map(Box::new),"));
        }
        (Presence::Optional, _) => src.line(format_args!("{name}: self.{name},")),
    }
}
