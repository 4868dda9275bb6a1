//! The enum of a table's answers, and the type of each.

use super::super::attributes::expect_deprecated;
use super::super::source::{Import, Source, literal};
use crate::ir::tables::{Answer, AnswerField, AnswerKind, AnswerType, AnswerVariant, Table};
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
    src.line("#[derive(Clone, Debug, PartialEq, Eq)]");
    src.block(format_args!("pub enum {}", answer.name), |src| {
        for AnswerVariant { name, ty, docs, .. } in &answer.variants {
            src.doc(docs);
            src.line(format_args!("{name}({ty}),"));
        }
    });
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
    src.line(format_args!("#[derive(Clone, {debug}PartialEq, Eq{default})]"));
    src.block(format_args!("pub struct {ty}"), |src| {
        fields.iter().for_each(|field| definition_of_field(src, field))
    });
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

fn value_type(src: &Source, ty: &AnswerType) -> String {
    match ty {
        AnswerType::Text => "String".to_owned(),
        AnswerType::Enum(name) => src.shape(name).to_string(),
        AnswerType::Integer => "i64".to_owned(),
        AnswerType::Boolean => "bool".to_owned(),
    }
}

/// What a function takes for a value, and what makes the value of it.
fn argument(src: &Source, ty: &AnswerType) -> (String, &'static str) {
    let ty_name = value_type(src, ty);
    match ty {
        AnswerType::Text | AnswerType::Enum(_) => (format!("impl Into<{ty_name}>"), ".into()"),
        AnswerType::Integer | AnswerType::Boolean => (ty_name, ""),
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

/// The path of the constant of a key.
fn key(src: &Source, table: &Table, field: &AnswerField) -> String {
    format!("{}::{}::{}", src.name(Import::Answers), table.module.in_source(), field.key)
}

fn map_of_case(src: &mut Source, table: &Table, AnswerVariant { fields, .. }: &AnswerVariant) {
    let (map, validation) = (src.name(Import::BTreeMap), src.name(Import::Validation));
    let (families, single): (Vec<&AnswerField>, Vec<&AnswerField>) =
        fields.iter().partition(|field| field.kind == AnswerKind::Family);
    let entries = |src: &mut Source| {
        for field in &single {
            src.sequence("(", [key(src, table, field), text(field)].iter(), "),");
        }
    };
    src.separate();
    src.block(format_args!("fn into_map(self) -> {map}<String, String>"), |src| {
        if families.is_empty() {
            return src.nest(format_args!("{validation}::entries(["), entries, "])");
        }
        src.nest(format_args!("let mut map = {validation}::entries(["), entries, "]);");
        for field in families {
            let (key, name) = (key(src, table, field), field.name.in_source());
            src.sequence(
                format_args!("map.extend({validation}::family("),
                [key, format!("self.{name}")].iter(),
                "));",
            );
        }
        src.line("map");
    });
}

/// The text of a value, if there is one.
fn text(field: &AnswerField) -> String {
    let name = field.name.in_source();
    let text = match field.ty {
        AnswerType::Text => None,
        AnswerType::Enum(_) => Some("as_str().to_owned()"),
        AnswerType::Integer | AnswerType::Boolean => Some("to_string()"),
    };
    match (field.kind, text) {
        (AnswerKind::Required, None) => format!("Some(self.{name})"),
        (AnswerKind::Required, Some(text)) => format!("Some(self.{name}.{text})"),
        (AnswerKind::Optional | AnswerKind::Family, None) => format!("self.{name}"),
        (AnswerKind::Optional | AnswerKind::Family, Some(text)) => {
            format!("self.{name}.map(|value| value.{text})")
        }
    }
}

fn read(src: &mut Source, table: &Table, AnswerVariant { fields, .. }: &AnswerVariant) {
    let validation = src.name(Import::Validation);
    src.separate();
    let keys = if fields.is_empty() { "_" } else { "keys" };
    src.block(format_args!("fn read({keys}: &mut {validation}::Keys<'_>) -> Self"), |src| {
        let fields = |src: &mut Source| {
            for field in fields {
                let (method, made) = match (field.kind, &field.ty) {
                    (AnswerKind::Family, _) => ("family", ""),
                    (AnswerKind::Required, AnswerType::Text) => ("required", ""),
                    (AnswerKind::Required, AnswerType::Enum(_)) => ("required", ".into()"),
                    (AnswerKind::Optional, AnswerType::Text) => ("optional", ""),
                    (AnswerKind::Optional, AnswerType::Enum(_)) => ("optional", ".map(Into::into)"),
                    (AnswerKind::Required, AnswerType::Integer | AnswerType::Boolean) => {
                        ("required_value", "")
                    }
                    (AnswerKind::Optional, AnswerType::Integer | AnswerType::Boolean) => ("value", ""),
                };
                let key = key(src, table, field);
                src.line(format_args!("{}: keys.{method}({key}){made},", field.name.in_source()));
            }
        };
        src.nest("Self {", fields, "}");
    });
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
