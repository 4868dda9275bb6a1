//! Typed answers: the constants of keys, an enum with a variant for each case, and which answer a response asks for.

use super::builder::Storage;
use super::due;
use super::output::{Module, Visibility};
use super::source::{Import, Source, literal};
use crate::ir::checks::{KeysCheck, RuleCheck};
use crate::ir::tables::{Answer, AnswerField, AnswerKind, AnswerVariant, KeyConst, Table};
use crate::ir::{Crate, Structure};
use crate::names::{FieldName, TypeName};

/// The module `answers`, if there is a key table.
pub(crate) fn module(krate: &Crate) -> Option<Module<'_>> {
    let tables = &krate.checked.tables;
    let mut modules: Vec<Module<'_>> = tables.iter().flat_map(types).collect();
    modules.sort_by_key(|module| module.name);
    modules.extend(tables.iter().map(|table| {
        Module::written(table.module.as_str(), |src| keys(src, table)).visible(Visibility::Public)
    }));
    let write = |src: &mut Source| {
        src.front("Answers with typed keys, and the keys as constants.");
        exports(src, tables);
    };
    let module = Module::written("answers", write).visible(Visibility::Public);
    (!modules.is_empty()).then(|| module.holding(modules))
}

/// The modules of a table's types.
fn types(table: &Table) -> impl Iterator<Item = Module<'_>> {
    let answer = table.answer.as_ref();
    let due = answer.and_then(|answer| answer.due.as_ref());
    let answer =
        answer.map(|answer| Module::written(answer.module.as_str(), move |src| items(src, table, answer)));
    let due = due.map(|due| Module::written(due.module.as_str(), move |src| due::items(src, table, due)));
    answer.into_iter().chain(due)
}

fn exports(src: &mut Source, tables: &[Table]) {
    let mut exports: Vec<(&FieldName, &TypeName)> = Vec::new();
    for answer in tables.iter().filter_map(|table| table.answer.as_ref()) {
        exports.push((&answer.module, &answer.name));
        exports.extend(answer.due.as_ref().map(|due| (&due.module, &due.name)));
    }
    exports.sort();
    for (module, name) in exports {
        src.line(format_args!("pub use self::{}::{name};", module.in_source()));
    }
}

/// The constants of a table's keys, and its cases.
fn keys(src: &mut Source, table: &Table) {
    src.front(format_args!("The keys of `{}`.", table.map));
    table.keys.iter().for_each(|one| key(src, one));
    case(src, table);
}

fn key(src: &mut Source, key: &KeyConst) {
    let KeyConst { name, key, docs, date } = key;
    src.separate();
    src.doc(docs);
    src.line(format_args!("pub const {name}: &str = {};", literal(key)));
    if let Some((form, date)) = date {
        let validation = src.name(Import::Validation);
        src.separate();
        src.comment(format_args!("The form of the value of [`{name}`]: it can be made and checked."));
        src.line(format_args!("pub const {form}: {validation}::DatePattern ="));
        src.indented(|src| src.line(format_args!("{validation}::DatePattern::new({});", literal(date))));
    }
}

fn case(src: &mut Source, table: &Table) {
    let (validation, root, discriminator) =
        (src.name(Import::Validation), src.root(), src.shape(&table.discriminator));
    let statics = table.statics.in_source();
    src.separate();
    src.comment("What is known of the keys in one case; nothing of a case that the model does not know.");
    src.block(
        format_args!("pub fn case(name: &{discriminator}) -> Option<&'static {validation}::Case>"),
        |src| {
            let arms = |src: &mut Source| {
                for case in &table.cases {
                    let (variant, name) = (&case.variant, &case.name);
                    src.line(format_args!(
                        "{discriminator}::{variant} => &{root}::checks::{statics}::{name},"
                    ));
                }
                src.line(format_args!("{discriminator}::Unknown(_) => return None,"));
            };
            src.nest("Some(match name {", arms, "})");
        },
    );
}

fn items(src: &mut Source, table: &Table, answer: &Answer) {
    src.front(format_args!("[`{0}`](type@{0}).", answer.name));
    definition(src, table, answer);
    methods(src, table, answer);
    if table.secret {
        debug(src, answer);
    }
}

fn definition(src: &mut Source, table: &Table, answer: &Answer) {
    src.separate();
    src.doc(&answer.docs);
    src.line("#[non_exhaustive]");
    let debug = if table.secret { "" } else { "Debug, " };
    src.line(format_args!("#[derive(Clone, {debug}PartialEq, Eq, Hash)]"));
    src.block(format_args!("pub enum {}", answer.name), |src| {
        answer.variants.iter().for_each(|variant| definition_of_variant(src, variant));
    });
}

fn definition_of_variant(src: &mut Source, variant: &AnswerVariant) {
    let AnswerVariant { name, docs, fields } = variant;
    src.doc(docs);
    if fields.is_empty() {
        src.line(format_args!("{name},"));
    } else {
        let fields = |src: &mut Source| fields.iter().for_each(|field| definition_of_field(src, field));
        src.nest(format_args!("{name} {{"), fields, "},");
    }
}

fn definition_of_field(src: &mut Source, field: &AnswerField) {
    src.doc(&field.docs);
    let name = field.name.in_source();
    match field.kind {
        AnswerKind::Required => src.line(format_args!("{name}: String,")),
        AnswerKind::Optional => src.line(format_args!("{name}: Option<String>,")),
        AnswerKind::Family => {
            let map = src.name(Import::BTreeMap);
            src.line(format_args!("{name}: {map}<String, String>,"));
        }
    }
}

fn methods(src: &mut Source, table: &Table, answer: &Answer) {
    let (map, discriminator) = (src.name(Import::BTreeMap), src.shape(&table.discriminator));
    src.separate();
    src.block(format_args!("impl {}", answer.name), |src| {
        src.comment("The case that it answers.");
        src.block(format_args!("pub fn name(&self) -> {discriminator}"), |src| {
            src.block("match self", |src| {
                for variant in &answer.variants {
                    let (name, fields) = (&variant.name, any_fields(variant));
                    src.line(format_args!("Self::{name}{fields} => {discriminator}::{name},"));
                }
            });
        });
        src.separate();
        src.comment(format_args!("The keys and values, as `{}` takes them.", table.map));
        src.block(format_args!("pub fn into_map(self) -> {map}<String, String>"), |src| {
            src.line(format_args!("let mut map = {map}::<String, String>::new();"));
            src.block("match self", |src| {
                answer.variants.iter().for_each(|variant| into_map(src, table, variant));
            });
            src.line("map");
        });
    });
}

/// The fields of a variant, in a pattern that has no use for them.
fn any_fields(variant: &AnswerVariant) -> &'static str {
    if variant.fields.is_empty() { "" } else { " { .. }" }
}

fn into_map(src: &mut Source, table: &Table, variant: &AnswerVariant) {
    let AnswerVariant { name, fields, .. } = variant;
    if fields.is_empty() {
        return src.line(format_args!("Self::{name} => {{}}"));
    }
    src.line(format_args!("Self::{name} {{"));
    src.indented(|src| {
        fields.iter().for_each(|field| src.line(format_args!("{},", field.name.in_source())));
    });
    src.block("} =>", |src| fields.iter().for_each(|field| insert(src, table, field)));
}

fn insert(src: &mut Source, table: &Table, field: &AnswerField) {
    let (name, answers) = (field.name.in_source(), src.name(Import::Answers));
    let key = format!("{answers}::{}::{}", table.module.in_source(), field.key);
    match field.kind {
        AnswerKind::Required => src.line(format_args!("map.insert({key}.to_owned(), {name});")),
        AnswerKind::Optional => {
            src.line(format_args!("map.extend({name}.map(|value| ({key}.to_owned(), value)));"));
        }
        AnswerKind::Family => {
            let validation = src.name(Import::Validation);
            src.line(format_args!("map.extend({validation}::family({key}, {name}));"));
        }
    }
}

fn debug(src: &mut Source, answer: &Answer) {
    let fmt = src.name(Import::Fmt);
    src.separate();
    src.comment("What it holds are secrets: only the name of the case is shown.");
    src.block(format_args!("impl {fmt}::Debug for {}", answer.name), |src| {
        src.block(format_args!("fn fmt(&self, f: &mut {fmt}::Formatter<'_>) -> {fmt}::Result"), |src| {
            let arms = |src: &mut Source| {
                for variant in &answer.variants {
                    let (name, fields) = (&variant.name, any_fields(variant));
                    src.line(format_args!("Self::{name}{fields} => {},", literal(name.as_str())));
                }
            };
            src.nest("let name = match self {", arms, "};");
            src.line("f.debug_struct(name).finish_non_exhaustive()");
        });
    });
}

/// The steps of a builder that take a typed answer.
pub(crate) fn steps(src: &mut Source, structure: &Structure) {
    for rule in structure.checks.iter().flat_map(|checks| &checks.rules) {
        match rule {
            RuleCheck::Keys(keys) => step(src, structure, keys),
            RuleCheck::Members { .. } | RuleCheck::Condition(_) | RuleCheck::Unset(_) => {}
        }
    }
}

fn step(src: &mut Source, structure: &Structure, keys: &KeysCheck) {
    let Some((step, answer)) = &keys.step else { return };
    let (map, by) = (&structure.fields[keys.map], &structure.fields[keys.by]);
    let (members, answers, step) =
        (Storage::of(structure).path(), src.name(Import::Answers), step.in_source());
    src.separate();
    src.comment(format_args!(
        "Sets `{}` and `{}` from a typed value, and drops what they were before.",
        by.member, map.member
    ));
    src.block(format_args!("pub fn {step}(mut self, value: {answers}::{answer}) -> Self"), |src| {
        src.line(format_args!("{members}.{} = Some(value.name());", by.name.in_source()));
        src.line(format_args!("{members}.{} = Some(value.into_map());", map.name.in_source()));
        src.line("self");
    });
}
