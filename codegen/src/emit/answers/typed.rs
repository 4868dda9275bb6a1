//! The enum of a table's answers, and the type of each.

use super::super::attributes::{eq, expect_deprecated};
use super::super::source::{Import, Source, literal};
use super::values::{argument, map_of_case, read, value_type};
use crate::ir::tables::{Answer, AnswerField, AnswerKind, AnswerVariant, Table};
use crate::names::TypeName;

/// The enum with its methods, and a struct for each case.
pub(crate) fn items(src: &mut Source, table: &Table, answer: &Answer) {
    src.front(format_args!("[`{0}`](type@{0}), and a type for each case.", answer.name));
    definition(src, answer);
    methods(src, table, answer);
    answer.variants.iter().for_each(|variant| structure(src, table, answer, variant));
}

fn definition(src: &mut Source, answer: &Answer) {
    src.separate();
    src.doc(&answer.docs);
    src.line("#[non_exhaustive]");
    src.line("#[derive(Clone, Debug, PartialEq)]");
    src.block(format_args!("pub enum {}", answer.name), |src| {
        for AnswerVariant { name, ty, docs, .. } in &answer.variants {
            src.doc(docs);
            src.line(format_args!("{name}({ty}),"));
        }
    });
    eq(src, &answer.name, false);
}

fn methods(src: &mut Source, table: &Table, answer: &Answer) {
    src.separate();
    src.block(format_args!("impl {}", answer.name), |src| {
        name_of_case(src, table, answer);
        into_map(src, table, answer);
        from_map(src, table, answer);
    });
}

fn name_of_case(src: &mut Source, table: &Table, answer: &Answer) {
    let discriminator = src.shape(&table.discriminator);
    src.comment("The case that it answers.");
    expect_deprecated(src, table.cases_deprecated);
    src.block(format_args!("pub fn name(&self) -> {discriminator}"), |src| {
        src.block("match self", |src| {
            for AnswerVariant { name, .. } in &answer.variants {
                src.line(format_args!("Self::{name}(_) => {discriminator}::{name},"));
            }
        });
    });
}

fn into_map(src: &mut Source, table: &Table, answer: &Answer) {
    let map = src.name(Import::BTreeMap);
    src.separate();
    src.comment(format_args!("The keys and values, as `{}` takes them.", table.map));
    src.block(format_args!("pub fn into_map(self) -> {map}<String, String>"), |src| {
        src.block("match self", |src| {
            for AnswerVariant { name, .. } in &answer.variants {
                src.line(format_args!("Self::{name}(answer) => answer.into_map(),"));
            }
        });
    });
}

/// What reading a map may find.
const ERRORS: &str =
    "Keys that the case always needs and the map lacks, and values that are not what their keys hold.";

fn from_map(src: &mut Source, table: &Table, answer: &Answer) {
    let (map, validation) = (src.name(Import::BTreeMap), src.name(Import::Validation));
    let (discriminator, answers) = (src.shape(&table.discriminator), src.name(Import::Answers));
    src.separate();
    src.comment(
        "The answer to a case that these keys and values give; nothing for a case that is not known here.",
    );
    for line in ["Enums keep values that they do not know.", "", "# Errors", "", ERRORS] {
        src.comment(line);
    }
    expect_deprecated(src, table.cases_deprecated);
    src.line("pub fn from_map(");
    src.indented(|src| {
        src.line(format_args!("name: &{discriminator},"));
        src.line(format_args!("map: &{map}<String, String>,"));
    });
    src.block(format_args!(") -> Result<Option<Self>, {validation}::Violations>"), |src| {
        let module = table.module.in_source();
        let case = format!("let Some(case) = {answers}::{module}::case(name) else {{");
        src.nest(case, |src| src.line("return Ok(None);"), "};");
        src.line(format_args!("let mut keys = {validation}::Keys::new(case, map);"));
        let arms = |src: &mut Source| {
            for AnswerVariant { name, ty, .. } in &answer.variants {
                let (pattern, read) =
                    (format!("{discriminator}::{name} =>"), format!("Self::{name}({ty}::read(&mut keys))"));
                let line = format!("{pattern} {read},");
                if src.fits(&line) {
                    src.line(line);
                } else {
                    src.block(pattern, |src| src.line(read));
                }
            }
            src.line("_ => return Ok(None),");
        };
        src.nest("let answer = match name {", arms, "};");
        src.line("keys.finish(Some(answer))");
    });
}

/// The struct of a case: new keys come to it as fields that may be absent, and break nobody.
fn structure(src: &mut Source, table: &Table, answer: &Answer, variant: &AnswerVariant) {
    let AnswerVariant { name, ty, fields, .. } = variant;
    src.separate();
    src.comment(format_args!("What [`{0}::{name}`](variant@{0}::{name}) holds.", answer.name));
    src.line("#[non_exhaustive]");
    let default = if fields.iter().any(is_required) { "" } else { ", Default" };
    let debug = if table.secret { "" } else { "Debug, " };
    src.line(format_args!("#[derive(Clone, {debug}PartialEq{default})]"));
    src.block(format_args!("pub struct {ty}"), |src| {
        fields.iter().for_each(|field| definition_of_field(src, field))
    });
    eq(src, ty, false);
    src.separate();
    src.block(format_args!("impl {ty}"), |src| {
        new(src, variant);
        fields.iter().filter(|field| !is_required(field)).for_each(|field| setter(src, field));
        map_of_case(src, table, variant);
        read(src, table, variant);
    });
    src.separate();
    src.block(format_args!("impl From<{ty}> for {}", answer.name), |src| {
        src.block(format_args!("fn from(answer: {ty}) -> Self"), |src| {
            src.line(format_args!("Self::{name}(answer)"));
        });
    });
    if table.secret {
        debug_of_case(src, ty, "");
    }
}

fn is_required(field: &AnswerField) -> bool {
    field.kind == AnswerKind::Required
}

fn definition_of_field(src: &mut Source, field: &AnswerField) {
    src.doc(&field.docs);
    let (name, ty) = (field.name.in_source(), value_type(src, &field.ty));
    match field.kind {
        AnswerKind::Required => src.line(format_args!("pub {name}: {ty},")),
        AnswerKind::Optional => src.line(format_args!("pub {name}: Option<{ty}>,")),
        AnswerKind::Family => {
            let map = src.name(Import::BTreeMap);
            src.line(format_args!("pub {name}: {map}<String, String>,"));
        }
    }
}

fn new(src: &mut Source, AnswerVariant { fields, .. }: &AnswerVariant) {
    let required: Vec<&AnswerField> = fields.iter().filter(|field| is_required(field)).collect();
    src.comment("An answer with the keys that the case always needs.");
    let takes = |field: &&AnswerField| {
        let name = field.name.in_source();
        let (ty, _) = argument(src, &field.ty);
        format!("{name}: {ty}")
    };
    let arguments: Vec<String> = required.iter().map(takes).collect();
    let line = format!("pub fn new({}) -> Self {{", arguments.join(", "));
    if src.fits(&line) {
        src.line(line);
    } else {
        src.line("pub fn new(");
        src.indented(|src| arguments.iter().for_each(|argument| src.line(format_args!("{argument},"))));
        src.line(") -> Self {");
    }
    src.indented(|src| {
        let fields = |src: &mut Source| fields.iter().for_each(|field| initial(src, field));
        src.nest("Self {", fields, "}");
    });
    src.line("}");
}

fn initial(src: &mut Source, field: &AnswerField) {
    let name = field.name.in_source();
    match field.kind {
        AnswerKind::Required => match argument(src, &field.ty) {
            (_, "") => src.line(format_args!("{name},")),
            (_, made) => src.line(format_args!("{name}: {name}{made},")),
        },
        AnswerKind::Optional => src.line(format_args!("{name}: None,")),
        AnswerKind::Family => {
            let map = src.name(Import::BTreeMap);
            src.line(format_args!("{name}: {map}::new(),"));
        }
    }
}

fn setter(src: &mut Source, field: &AnswerField) {
    let (name, setter) = (field.name.in_source(), field.setter.in_source());
    src.separate();
    match field.kind {
        AnswerKind::Family => {
            src.comment(format_args!("Adds an entry to [`{0}`](field@Self::{0}).", field.name));
            let head = "mut self, key: impl Into<String>, value: impl Into<String>";
            src.block(format_args!("pub fn {setter}({head}) -> Self"), |src| {
                src.line(format_args!("self.{name}.insert(key.into(), value.into());"));
                src.line("self");
            });
        }
        AnswerKind::Required | AnswerKind::Optional => {
            src.comment(format_args!("Sets [`{0}`](field@Self::{0}).", field.name));
            let (ty, made) = argument(src, &field.ty);
            src.block(format_args!("pub fn {setter}(mut self, value: {ty}) -> Self"), |src| {
                src.line(format_args!("self.{name} = Some(value{made});"));
                src.line("self");
            });
        }
    }
}

/// A `Debug` that shows the name of a type alone.
pub(crate) fn debug_of_case(src: &mut Source, ty: &TypeName, lifetime: &str) {
    let fmt = src.name(Import::Fmt);
    src.separate();
    src.comment("What it holds are secrets: only its name is shown.");
    src.block(format_args!("impl {fmt}::Debug for {ty}{lifetime}"), |src| {
        src.block(format_args!("fn fmt(&self, f: &mut {fmt}::Formatter<'_>) -> {fmt}::Result"), |src| {
            src.line(format_args!("f.debug_struct({}).finish_non_exhaustive()", literal(ty.as_str())));
        });
    });
}
