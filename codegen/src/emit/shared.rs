//! The files that checks share: functions, patterns, rules, what callers declare.

use super::checks;
use super::files::{Content, File};
use super::lines::{function, literal};
use super::tables::{self, error_source, rule_source};
use super::tokens::Scope;
use crate::ir::checks::Step;
use crate::ir::tables::{Checked, ConditionFn, MemberRuleStatic, PatternStatics, ShapeCheck, SharedCheck};
use crate::ir::{Crate, Layout, Type};
use crate::lower::condition::ROOT;
use crate::rules::Count;

/// The declaration of the module that holds them, if there is anything in it.
pub(crate) fn visibility(krate: &Crate) -> Option<&'static str> {
    let checked = &krate.checked;
    match (modules(checked).is_empty(), checked.shapes.is_empty()) {
        (true, _) => None,
        (false, true) => Some("mod checks"),
        (false, false) => Some("pub mod checks"),
    }
}

/// The modules of `checks` with their declarations.
fn modules(checked: &Checked) -> Vec<String> {
    let parts = [
        ("conditions", !checked.conditions.is_empty()),
        ("constraints", !checked.constraints.is_empty()),
        ("declared", is_declared(checked)),
        ("patterns", checked.patterns.is_some()),
        ("rules", !checked.rules.is_empty() || !checked.member_rules.is_empty()),
    ];
    let present = parts.into_iter().filter(|(_, present)| *present).map(|(name, _)| name.to_owned());
    let tables = checked.tables.iter().map(tables::module);
    let shapes = (!checked.shapes.is_empty()).then(|| "shapes".to_owned());
    present.chain(tables).chain(shapes).collect()
}

fn is_declared(checked: &Checked) -> bool {
    !checked.declarations.is_empty()
        || !checked.related.is_empty()
        || checked.validation_error_response.is_some()
}

/// All files below `checks/`.
pub(crate) fn files(krate: &Crate, layout: Layout) -> Vec<File<'static>> {
    let checked = &krate.checked;
    if visibility(krate).is_none() {
        return Vec::new();
    }
    let scope = Scope::new(layout);
    let mut files = vec![top(checked)];
    let mut add = |name: &str, docs: &str, items: Vec<String>| {
        if !items.is_empty() {
            files.push(file(&format!("src/checks/{name}.rs"), docs, items));
        }
    };
    let constraints = checked.constraints.iter().map(|check| shared_check(&scope, check));
    add("constraints", "The constraints of shapes that are no types of their own.", constraints.collect());
    let conditions = checked.conditions.iter().map(|function| condition(&scope, function));
    add("conditions", "The conditions of the model: each says whether it holds.", conditions.collect());
    let patterns = checked.patterns.as_ref().map(|statics| patterns(&scope, statics));
    add("patterns", "The patterns of the model, compiled.", patterns.into_iter().flatten().collect());
    add("rules", "The rules of the model that stand alone.", rules(checked));
    add("declared", "What callers can declare, and how the service words a refusal.", declared(checked));
    let shapes = checked.shapes.iter().map(|shape| shape_check(&scope, shape));
    add("shapes", "Checks of shapes that are no types of their own.", shapes.collect());
    for table in &checked.tables {
        let docs = format!("The keys of `{}`, case by case.", table.map);
        files.push(file(
            &format!("src/checks/{}.rs", tables::module(table)),
            &docs,
            tables::statics(checked, table),
        ));
    }
    files
}

fn file(path: &str, docs: &str, items: Vec<String>) -> File<'static> {
    File { path: path.to_owned(), docs: vec![docs.to_owned()], content: Content::Source(items) }
}

fn top(checked: &Checked) -> File<'static> {
    let declare = |name: String| match name.as_str() {
        "declared" => "mod declared;\n".to_owned(),
        "shapes" => "mod shapes;\n\npub use self::shapes::*;\n".to_owned(),
        _ => format!("pub(crate) mod {name};\n"),
    };
    let code: String = modules(checked).into_iter().map(declare).collect();
    let docs = vec!["What checks share.".to_owned()];
    File { path: "src/checks/mod.rs".to_owned(), docs, content: Content::Text(code) }
}

/// The type of a parameter, in source: slices where lists are, `str` where strings are.
fn parameter(scope: &Scope, ty: &Type) -> String {
    match ty {
        Type::String => "&str".to_owned(),
        Type::List(element, density) => format!("&[{}]", scope.element(element, *density)),
        ty => format!("&{}", scope.source(ty)),
    }
}

/// The statics of patterns, after what they import.
fn patterns(scope: &Scope, statics: &PatternStatics) -> Vec<String> {
    let names = if statics.automata { "Classes, Limits, Pattern" } else { "Classes, Pattern" };
    vec![format!("use {}::validation::pattern::{{{names}}};\n", scope.root()), statics.source.clone()]
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

fn condition(scope: &Scope, condition: &ConditionFn) -> String {
    let ConditionFn { name, docs, parameter, deprecated, body } = condition;
    let rooted = |text: &str| text.replace(ROOT, scope.root());
    let mut head: Vec<String> = docs.iter().map(|line| format!("/// {line}")).collect();
    head.extend(deprecated.then(|| "#[expect(deprecated)]".to_owned()));
    let line = format!("pub(crate) fn {}(value: {}) -> bool {{", name.in_source(), rooted(parameter));
    if line.len() <= 100 {
        head.push(line);
    } else {
        head.push(format!("pub(crate) fn {}(", name.in_source()));
        head.push(format!("    value: {},", rooted(parameter)));
        head.push(") -> bool {".to_owned());
    }
    let body = body.iter().map(|line| rooted(line));
    text(function(head, body))
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

fn rules(checked: &Checked) -> Vec<String> {
    let alone = checked.rules.iter().map(|(name, rule)| {
        let mut lines = vec![format!("pub(crate) static {name}: validation::Rule =")];
        lines.push(format!("    {};", rule_source(rule, 4)));
        text(lines)
    });
    alone.chain(checked.member_rules.iter().map(|rule| member_rule(checked, rule))).collect()
}

fn member_rule(checked: &Checked, rule: &MemberRuleStatic) -> String {
    let MemberRuleStatic { name, fields, rule } = rule;
    let count = match rule.count {
        Count::All => "All",
        Count::AtLeastOne => "AtLeastOne",
        Count::AtMostOne => "AtMostOne",
        Count::ExactlyOne => "ExactlyOne",
    };
    let members = rule.members.iter().zip(fields);
    let members: Vec<String> = members
        .map(|(member, field)| format!("({}, {})", literal(member), literal(field.as_str())))
        .collect();
    text(vec![
        format!("pub(crate) static {name}: validation::MemberRule = validation::MemberRule {{"),
        format!("    rule: {},", rule_source(&rule.rule, 4)),
        format!("    when: {},", declaration_source(checked, rule.when.as_deref())),
        format!("    count: validation::Count::{count},"),
        format!("    members: &[{}],", members.join(", ")),
        "};".to_owned(),
    ])
}

/// A switch by its number.
pub(crate) fn declaration_source(checked: &Checked, name: Option<&str>) -> String {
    let number =
        name.and_then(|name| checked.declarations.iter().position(|(_, method, _)| method.as_str() == name));
    match number {
        Some(number) => format!("Some(validation::Switch::new({number}))"),
        None => "None".to_owned(),
    }
}

fn declared(checked: &Checked) -> Vec<String> {
    let mut methods = Vec::new();
    for (number, (_, method, sentence)) in checked.declarations.iter().enumerate() {
        let name = method.in_source();
        methods.push(vec![
            format!("/// {sentence}"),
            format!("pub const fn {name}(self, holds: bool) -> Self {{"),
            format!("    self.declare(validation::Switch::new({number}), holds)"),
            "}".to_owned(),
        ]);
    }
    for (name, method, sentence) in &checked.related {
        methods.push(vec![
            format!("/// {sentence}"),
            format!("pub fn {}(self, map: &'a BTreeMap<String, String>) -> Self {{", method.in_source()),
            format!("    self.relate({}, map)", literal(name)),
            "}".to_owned(),
        ]);
    }
    let policy = (!methods.is_empty()).then(|| {
        text(function(vec!["impl<'a> validation::Policy<'a> {".to_owned()], methods.join(&String::new())))
    });
    policy
        .into_iter()
        .chain(checked.validation_error_response.as_deref().map(validation_error_response))
        .collect()
}

fn validation_error_response(code: &str) -> String {
    text(vec![
        "impl validation::Violations {".to_owned(),
        "    /// The body of the response with which the service itself refuses such a request, with status 400.".to_owned(),
        "    ///".to_owned(),
        format!("    /// What has no error of its own is answered as {}.", error_source(code)),
        "    pub fn refusal(&self) -> String {".to_owned(),
        format!("        self.service_error({})", literal(code)),
        "    }".to_owned(),
        "}".to_owned(),
    ])
}
