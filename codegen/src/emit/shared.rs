//! The files that checks share: functions, patterns, rules, what callers declare.

use super::attributes::expect_deprecated;
use super::declared::declared;
use super::output::{Module, Visibility};
use super::source::{Import, Source};
use super::steps::{self, GIVEN};
use super::{conditions, patterns, rules, tables};
use crate::ir::checks::Step;
use crate::ir::tables::{Checked, ShapeCheck, SharedCheck};
use crate::ir::{Crate, Type};

/// The module `checks`, if there is anything in it. It is public where it holds checks for users.
pub(crate) fn module(krate: &Crate) -> Option<Module<'_>> {
    let checked = &krate.checked;
    let mut modules = functions(checked);
    modules.extend(statics(checked));
    if !checked.shapes.is_empty() {
        modules.push(Module::written("shapes", |src| shapes(src, checked)));
    }
    if !checked.value_types.is_empty() {
        modules.push(Module::written("values", |src| conditions::value_types(src, &checked.value_types)));
    }
    let visibility = if checked.shapes.is_empty() { Visibility::Private } else { Visibility::Public };
    let write = |src: &mut Source| {
        src.front("What checks share.");
        if !checked.shapes.is_empty() {
            src.line("pub use self::shapes::*;");
        }
    };
    (!modules.is_empty()).then(|| Module::written("checks", write).visible(visibility).holding(modules))
}

/// The modules of functions.
fn functions(checked: &Checked) -> Vec<Module<'_>> {
    let mut modules = Vec::new();
    if !checked.conditions.is_empty() {
        let module = Module::written("conditions", |src| conditions::functions(src, &checked.conditions));
        modules.push(module.visible(Visibility::Crate));
    }
    if !checked.constraints.is_empty() {
        let module = Module::written("constraints", |src| constraints(src, checked));
        modules.push(module.visible(Visibility::Crate));
    }
    let declares = !checked.declarations.is_empty() || !checked.related.is_empty();
    if declares || checked.validation_error_response.is_some() {
        modules.push(Module::written("declared", |src| declared(src, checked)));
    }
    modules
}

/// The modules of statics.
fn statics(checked: &Checked) -> Vec<Module<'_>> {
    let mut modules = Vec::new();
    if !checked.patterns.statics.is_empty() {
        modules.push(Module::written("patterns", |src| patterns::statics(src, &checked.patterns)));
    }
    if !checked.rules.is_empty() || !checked.member_rules.is_empty() {
        modules.push(Module::written("rules", |src| rules::statics(src, checked)));
    }
    modules.extend(
        checked
            .tables
            .iter()
            .map(|table| Module::written(table.statics.as_str(), |src| tables::statics(src, table))),
    );
    modules.into_iter().map(|module| module.visible(Visibility::Crate)).collect()
}

fn constraints(src: &mut Source, checked: &Checked) {
    src.front("The constraints of shapes that are no types of their own.");
    checked.constraints.iter().for_each(|check| shared_check(src, check));
}

fn shapes(src: &mut Source, checked: &Checked) {
    src.front("Checks of shapes that are no types of their own.");
    checked.shapes.iter().for_each(|check| shape_check(src, check));
}

/// The type of a parameter: slices where lists are, `str` where strings are.
fn parameter(src: &Source, ty: &Type) -> String {
    match ty {
        Type::String => "&str".to_owned(),
        Type::List(element, density) => format!("&[{}]", src.element(element, *density)),
        ty => format!("&{}", src.ty(ty)),
    }
}

fn shared_check(src: &mut Source, SharedCheck { name, docs, ty, deprecated, steps }: &SharedCheck) {
    let (validation, name, parameter) = (src.name(Import::Validation), name.in_source(), parameter(src, ty));
    src.separate();
    src.comment(docs);
    expect_deprecated(src, *deprecated);
    let parameters = |src: &mut Source| {
        src.line(format_args!("at: &{validation}::Cursor<'_>,"));
        src.line(format_args!("value: {parameter},"));
        src.line(format_args!("check: &mut {validation}::Checker<'_>,"));
    };
    src.line(format_args!("pub(crate) fn {name}("));
    src.indented(parameters);
    src.nest(") {", |src| steps::steps(src, steps, GIVEN), "}");
}

fn shape_check(src: &mut Source, ShapeCheck { name, shape, ty, constraints, rules }: &ShapeCheck) {
    let (validation, name, parameter) = (src.name(Import::Validation), name.in_source(), parameter(src, ty));
    src.separate();
    src.comment(format_args!("Checks a `{shape}` by a policy."));
    let policy = format_args!("policy: &{validation}::Policy<'_>");
    src.block(format_args!("pub fn {name}(value: {parameter}, {policy}) -> {validation}::Report"), |src| {
        let arguments = |src: &mut Source| {
            src.line("policy,");
            closure(src, constraints);
            closure(src, rules);
        };
        src.nest(format_args!("{validation}::Checker::run("), arguments, ")");
    });
}

/// What is checked at `at`, as a closure.
fn closure(src: &mut Source, steps: &[Step]) {
    if steps.is_empty() {
        return src.line("|_, _| {},");
    }
    src.nest("|at, check| {", |src| steps::steps(src, steps, GIVEN), "},");
}
