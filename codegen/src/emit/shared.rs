//! The files that checks share: constraints, patterns, rules, what callers declare.

use super::attributes::expect_deprecated;
use super::declared::declared;
use super::output::{Module, Visibility};
use super::source::{Import, Source};
use super::steps::{self, GIVEN};
use super::{conditions, constraints, patterns, rules, tables};
use crate::ir::tables::{ShapeCheck, SharedChecks};
use crate::ir::{Crate, RuntimeParts, Type};

/// The module `checks`, if there is anything in it. It is public where it holds checks for users.
pub(crate) fn module(krate: &Crate) -> Option<Module<'_>> {
    let checked = &krate.checked;
    let mut modules = functions(checked, krate.runtime);
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
    modules.sort_by_key(|module| module.name);
    (!modules.is_empty()).then(|| Module::written("checks", write).visible(visibility).holding(modules))
}

/// The modules of functions.
fn functions(checked: &SharedChecks, runtime: RuntimeParts) -> Vec<Module<'_>> {
    let mut modules = Vec::new();
    if !checked.conditions.is_empty() {
        let module = Module::written("conditions", |src| conditions::functions(src, &checked.conditions));
        modules.push(module.visible(Visibility::Crate));
    }
    let declares = !checked.declarations.is_empty() || !checked.related.is_empty();
    // Only servers refuse requests.
    let response = checked.validation_error_response.as_ref();
    let response = response.filter(|_| runtime.request_codec == runtime.codec);
    if declares || response.is_some() {
        let write = move |src: &mut Source| {
            declared(src, checked, response.map(|code| (code.as_str(), runtime.codec)));
        };
        modules.push(Module::written("declared", write));
    }
    modules
}

/// The modules of statics.
fn statics(checked: &SharedChecks) -> Vec<Module<'_>> {
    let mut modules = Vec::new();
    if !checked.constraints.is_empty() {
        modules.push(Module::written("constraints", |src| constraints::statics(src, checked)));
    }
    if !checked.patterns.maps.is_empty() {
        modules.push(Module::written("characters", |src| patterns::characters(src, &checked.patterns)));
    }
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

fn shapes(src: &mut Source, checked: &SharedChecks) {
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

fn shape_check(src: &mut Source, check: &ShapeCheck) {
    let ShapeCheck { secret, name, shape, ty, names_deprecated, constraints, rules } = check;
    let at = if *secret { "&at.hidden()" } else { "at" };
    let (validation, name, parameter) = (src.name(Import::Validation), name.in_source(), parameter(src, ty));
    src.separate();
    src.comment(format_args!("Checks a `{shape}` by a policy."));
    expect_deprecated(src, *names_deprecated);
    let policy = format_args!("policy: &{validation}::Policy<'_>");
    src.block(format_args!("pub fn {name}(value: {parameter}, {policy}) -> {validation}::Report"), |src| {
        let arguments = |src: &mut Source| {
            src.line("policy,");
            match constraints {
                Some(list) => {
                    let list = format_args!("{}::{list}", src.name(Import::Constraints));
                    let constrain = format_args!("{validation}::Constrained::constrain");
                    src.line(format_args!("|at, check| {constrain}(value, {at}, {list}, check),"));
                }
                None => src.line("|_, _| {},"),
            }
            if rules.is_empty() {
                src.line("|_, _| {},");
            } else {
                let checked = |src: &mut Source| {
                    if *secret {
                        src.line("let at = &at.hidden();");
                    }
                    steps::steps(src, rules, GIVEN);
                };
                src.nest("|at, check| {", checked, "},");
            }
        };
        src.nest(format_args!("{validation}::Checker::run("), arguments, ")");
    });
}
