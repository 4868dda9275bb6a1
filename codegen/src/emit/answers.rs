//! Typed answers: the constants of keys, an enum with a type for each case, and which answer a response asks for.

mod typed;
mod values;

pub(super) use self::typed::debug_of_case;

use super::attributes::expect_deprecated;
use super::builder::Storage;
use super::due;
use super::output::{Module, Visibility};
use super::setters::sets_deprecated;
use super::source::{Import, Source, code, literal};
use crate::ir::checks::{AnswerStep, KeysCheck, RuleCheck};
use crate::ir::tables::{KeyConst, Table};
use crate::ir::{Crate, Structure};
use crate::names::{FieldName, TypeName};

/// The module `answers`, if there is a key table.
pub(crate) fn module(krate: &Crate) -> Option<Module<'_>> {
    let tables = &krate.checked.tables;
    let mut modules: Vec<Module<'_>> = tables.iter().flat_map(|table| types(krate, table)).collect();
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
fn types<'k>(krate: &'k Crate, table: &'k Table) -> impl Iterator<Item = Module<'k>> {
    let answer = table.answer.as_ref();
    let due = answer.and_then(|answer| answer.due.as_ref());
    let answer = answer
        .map(|answer| Module::written(answer.module.as_str(), move |src| typed::items(src, table, answer)));
    let answer = answer.map(|module| module.visible(Visibility::Public));
    let due =
        due.map(|due| Module::written(due.module.as_str(), move |src| due::items(src, krate, table, due)));
    answer.into_iter().chain(due.map(|module| module.visible(Visibility::Public)))
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
    expect_deprecated(src, table.cases_deprecated);
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

/// The steps of a builder that take a typed answer.
pub(crate) fn steps(src: &mut Source, structure: &Structure) {
    for rule in structure.checks.iter().flat_map(|checks| &checks.rules) {
        match rule {
            RuleCheck::Keys(keys) => step(src, structure, keys),
            RuleCheck::Members { .. }
            | RuleCheck::Condition(_)
            | RuleCheck::Unset(_)
            | RuleCheck::Guarded(_) => {}
        }
    }
}

fn step(src: &mut Source, structure: &Structure, keys: &KeysCheck) {
    let Some(AnswerStep { name, answer, kept }) = &keys.step else { return };
    let (map, by) = (&structure.fields[keys.map], &structure.fields[keys.by]);
    let (members, answers, step) =
        (Storage::of(structure).path(), src.name(Import::Answers), name.in_source());
    src.separate();
    src.comment(format_args!(
        "Sets `{}` and `{}` from a typed value, and drops what they were before.",
        by.member, map.member
    ));
    if !kept.is_empty() {
        let keys: Vec<String> = kept.iter().map(|key| code(key)).collect();
        src.comment("");
        src.comment(format_args!(
            "What is set already stays under {}: the service sent it.",
            keys.join(" and ")
        ));
    }
    expect_deprecated(src, [map, by].iter().any(|field| sets_deprecated(structure, field)));
    let head = format_args!("pub fn {step}(mut self, value: impl Into<{answers}::{answer}>) -> Self");
    src.block(head, |src| {
        src.line("let value = value.into();");
        src.line(format_args!("{members}.{} = Some(value.name());", by.name.in_source()));
        let map = map.name.in_source();
        if kept.is_empty() {
            src.line(format_args!("{members}.{map} = Some(value.into_map());"));
        } else {
            let validation = src.name(Import::Validation);
            let keys: Vec<String> = kept.iter().map(|key| literal(key).to_string()).collect();
            let keys = keys.join(", ");
            src.line("let mut map = value.into_map();");
            src.line(format_args!("{validation}::keep(&mut map, {members}.{map}.as_ref(), &[{keys}]);"));
            src.line(format_args!("{members}.{map} = Some(map);"));
        }
        src.line("self");
    });
}
