//! The files that checks share: functions, patterns, rules, what callers declare.

use super::declared::declared;
use super::lines::function;
use super::output::{Module, Visibility};
use super::source::Source;
use super::tokens::Scope;
use super::{checks, conditions, patterns, rules, tables, unconverted};
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
    let scope = Scope::new(src.layout());
    let texts = checked.constraints.iter().map(|check| shared_check(&scope, check));
    unconverted::texts(src, &texts.collect::<Vec<_>>());
}

fn shapes(src: &mut Source, checked: &Checked) {
    src.front("Checks of shapes that are no types of their own.");
    let scope = Scope::new(src.layout());
    let texts = checked.shapes.iter().map(|shape| shape_check(&scope, shape));
    unconverted::texts(src, &texts.collect::<Vec<_>>());
}

/// The type of a parameter, in source: slices where lists are, `str` where strings are.
fn parameter(scope: &Scope, ty: &Type) -> String {
    match ty {
        Type::String => "&str".to_owned(),
        Type::List(element, density) => format!("&[{}]", scope.element(element, *density)),
        ty => format!("&{}", scope.source(ty)),
    }
}

fn text(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}

fn shared_check(scope: &Scope, check: &SharedCheck) -> String {
    let SharedCheck { name, docs, ty, deprecated, steps } = check;
    let mut head = vec![format!("/// {docs}")];
    head.extend(deprecated.then(|| "#[expect(deprecated)]".to_owned()));
    head.push(format!("pub(crate) fn {}(", name.in_source()));
    head.push("    at: &validation::Cursor<'_>,".to_owned());
    head.push(format!("    value: {},", parameter(scope, ty)));
    head.push("    check: &mut validation::Checker<'_>,".to_owned());
    head.push(") {".to_owned());
    text(function(head, checks::body(steps)))
}

fn shape_check(scope: &Scope, check: &ShapeCheck) -> String {
    let ShapeCheck { name, shape, ty, constraints, rules } = check;
    let mut lines = vec![format!("/// Checks a `{shape}` by a policy.")];
    let parameter = parameter(scope, ty);
    lines.push(format!(
        "pub fn {}(value: {parameter}, policy: &validation::Policy<'_>) -> validation::Report {{",
        name.in_source()
    ));
    lines.push("    validation::Checker::run(".to_owned());
    lines.push("        policy,".to_owned());
    lines.extend(closure(constraints));
    lines.extend(closure(rules));
    lines.extend(["    )".to_owned(), "}".to_owned()]);
    text(lines)
}

/// What is checked at `at`, as a closure.
fn closure(steps: &[Step]) -> Vec<String> {
    if steps.is_empty() {
        return vec!["        |_, _| {},".to_owned()];
    }
    let body = checks::body(steps).into_iter().map(|line| format!("            {line}"));
    let head = "        |at, check| {".to_owned();
    std::iter::once(head).chain(body).chain(["        },".to_owned()]).collect()
}
