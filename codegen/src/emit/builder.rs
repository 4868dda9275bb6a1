//! Builders: setters by the habits of the official Rust SDK, and a `build` that names all that is missing.

use std::borrow::Cow;
use std::fmt::Display;

use super::attributes::expect_deprecated;
use super::source::{Import, Source, literal};
use super::structure::names_deprecated;
use super::{answers, defaults, setters};
use crate::ir::{Build, Field, Presence, Structure, Type};

/// Where a builder keeps what was set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Storage {
    /// In the structure itself, none of whose members is required.
    Structure,
    /// Member by member.
    Members,
}

impl Storage {
    /// Where the builder of a structure keeps what was set. The structure itself costs the compiler the least.
    pub(crate) fn of(structure: &Structure) -> Self {
        if structure.derives.default { Self::Structure } else { Self::Members }
    }

    /// What holds the members.
    pub(crate) fn path(self) -> &'static str {
        match self {
            Self::Structure => "self.built",
            Self::Members => "self",
        }
    }
}

/// The builder's struct and its methods.
pub(crate) fn items(src: &mut Source, structure: &Structure) {
    definition(src, structure);
    methods(src, structure);
    debug(src, structure);
}

fn definition(src: &mut Source, structure: &Structure) {
    src.separate();
    src.comment(format_args!("Builder of [`{}`](type@{}).", structure.name, src.shape(&structure.name)));
    src.block(format_args!("pub struct {}", structure.builder), |src| match Storage::of(structure) {
        Storage::Structure => {
            expect_deprecated(src, structure.deprecated.is_some());
            src.line(format_args!("built: {},", structure.name));
        }
        Storage::Members => structure.fields.iter().for_each(|field| definition_of_field(src, field)),
    });
}

/// A builder with nothing set. It is no `Default`, which would cost the compiler two more items for each structure and
/// give users a second name for `builder()`.
pub(crate) fn empty(src: &mut Source, structure: &Structure) {
    let name = &structure.builder;
    match Storage::of(structure) {
        Storage::Structure => src.line(format_args!("{name} {{ built: Self::default() }}")),
        Storage::Members => src.block(name, |src| {
            for field in &structure.fields {
                src.line(format_args!("{}: None,", field.name.in_source()));
            }
        }),
    }
}

fn definition_of_field(src: &mut Source, field: &Field) {
    expect_deprecated(src, field.deprecated_types.outside());
    src.line(format_args!("{}: Option<{}>,", field.name.in_source(), src.ty(&unboxed(&field.ty))));
}

/// What setters take for a member: the value itself, boxed only in the structure.
pub(crate) fn unboxed(ty: &Type) -> Cow<'_, Type> {
    match ty {
        Type::Boxed(name) => Cow::Owned(Type::Shape(name.clone())),
        ty => Cow::Borrowed(ty),
    }
}

fn methods(src: &mut Source, structure: &Structure) {
    src.separate();
    src.block(format_args!("impl {}", structure.builder), |src| {
        structure.fields.iter().for_each(|field| setters::of_field(src, structure, field));
        answers::steps(src, structure);
        build(src, structure);
    });
}

fn build(src: &mut Source, structure: &Structure) {
    let name = &structure.name;
    src.separate();
    src.comment("Gives what was set.");
    if structure.build == Build::Fallible {
        for line in ["", "# Errors", "", "Every required member that was not set."] {
            src.comment(line);
        }
    }
    let names_deprecated = Storage::of(structure) == Storage::Members && names_deprecated(structure);
    expect_deprecated(src, structure.deprecated.is_some() || names_deprecated);
    match structure.build {
        Build::Plain => {
            src.block(format_args!("pub fn build(self) -> {name}"), |src| match Storage::of(structure) {
                Storage::Structure => src.line("self.built"),
                Storage::Members => built(src, structure, name, ""),
            })
        }
        Build::Fallible => {
            let validation = src.name(Import::Validation);
            let head = format_args!("pub fn build(self) -> Result<{name}, {validation}::Violations>");
            src.block(head, |src| match Storage::of(structure) {
                Storage::Structure => src.line("Ok(self.built)"),
                Storage::Members => build_of_members(src, structure),
            });
        }
    }
}

fn build_of_members(src: &mut Source, structure: &Structure) {
    let name = &structure.name;
    if !structure.fields.iter().any(|field| field.presence == Presence::Required) {
        return built(src, structure, format_args!("Ok({name}"), ")");
    }
    let validation = src.name(Import::Validation);
    src.line(format_args!("let mut missing = {validation}::Missing::default();"));
    built(src, structure, format_args!("let built = {name}"), ";");
    src.line("missing.finish(built)");
}

fn built(src: &mut Source, structure: &Structure, open: impl Display, close: &str) {
    let fields = |src: &mut Source| structure.fields.iter().for_each(|field| built_field(src, field));
    src.nest(format_args!("{open} {{"), fields, format_args!("}}{close}"));
}

fn built_field(src: &mut Source, field: &Field) {
    let name = field.name.in_source();
    let (wire, path, value) =
        (literal(&field.wire), literal(field.name.as_str()), format_args!("self.{name}"));
    match (&field.presence, &field.ty) {
        (Presence::Required, Type::Boxed(_)) => {
            src.line(format_args!("{name}: Box::new(missing.required({wire}, {path}, {value})),"));
        }
        (Presence::Required, _) => {
            src.call(format_args!("{name}: missing.required"), &[&wire, &path, &value], ",");
        }
        (Presence::RequiredOr(default), _) => {
            let unwrapping = defaults::unwrapping(src, default);
            src.line(format_args!("{name}: {value}.{unwrapping},"));
        }
        (_, Type::Boxed(_)) => src.line(format_args!("{name}: {value}.map(Box::new),")),
        (_, _) => src.line(format_args!("{name}: {value},")),
    }
}

/// What a builder holds may be sensitive, and a derive for each would cost those who build the crate more than it
/// tells them.
fn debug(src: &mut Source, Structure { builder, .. }: &Structure) {
    let fmt = src.name(Import::Fmt);
    src.separate();
    src.block(format_args!("impl {fmt}::Debug for {builder}"), |src| {
        src.block(format_args!("fn fmt(&self, f: &mut {fmt}::Formatter<'_>) -> {fmt}::Result"), |src| {
            src.line(format_args!("f.write_str(\"{builder} {{ .. }}\")"));
        });
    });
}
