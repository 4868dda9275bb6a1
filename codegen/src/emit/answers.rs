//! Typed answers: the constants of keys, an enum with a variant for each case, and which answer a response asks for.

use super::files::{Content, File};
use super::lines::{function, indented, literal};
use super::tables::module;
use super::tokens::Scope;
use crate::ir::checks::{KeysCheck, RuleCheck};
use crate::ir::tables::{
    Answer, AnswerField, AnswerKind, AnswerVariant, Asked, Due, KeyConst, Parameter, Table,
};
use crate::ir::{Crate, Structure};
use crate::names::FieldName;
use crate::options::Layout;

/// All files below `answers/`.
pub(crate) fn files(krate: &Crate, layout: Layout) -> Vec<File<'static>> {
    let tables = &krate.checked.tables;
    if tables.is_empty() {
        return Vec::new();
    }
    let scope = Scope::new(layout);
    let mut files = vec![top(tables)];
    for table in tables {
        let docs = format!("The keys of `{}`.", table.map);
        files.push(file(table.module.as_str(), docs, keys(&scope, table)));
        if let Some(answer) = &table.answer {
            let docs = format!("[`{0}`](type@{0}).", answer.name);
            files.push(file(answer.name.module().as_str(), docs, answer_items(&scope, table, answer)));
            if let Some(due) = &answer.due {
                let docs = format!("[`{0}`](type@{0}).", due.name);
                files.push(file(due.name.module().as_str(), docs, due_items(&scope, table, due)));
            }
        }
    }
    files
}

fn file(name: &str, docs: String, items: Vec<String>) -> File<'static> {
    let path = format!("src/answers/{name}.rs");
    File { path, docs: vec![docs], content: Content::Source(items) }
}

fn top(tables: &[Table]) -> File<'static> {
    let mut private: Vec<FieldName> = Vec::new();
    let mut exports = Vec::new();
    for answer in tables.iter().filter_map(|table| table.answer.as_ref()) {
        for name in std::iter::once(&answer.name).chain(answer.due.as_ref().map(|due| &due.name)) {
            exports.push(format!("pub use self::{}::{name};\n", name.module().in_source()));
            private.push(name.module());
        }
    }
    private.sort();
    exports.sort();
    let mut code: String = private.iter().map(|name| format!("mod {};\n", name.in_source())).collect();
    code.extend(tables.iter().map(|table| format!("pub mod {};\n", table.module.in_source())));
    if !exports.is_empty() {
        code.push('\n');
        code.extend(exports);
    }
    let docs = "Answers with typed keys, and the keys as constants.".to_owned();
    File { path: "src/answers/mod.rs".to_owned(), docs: vec![docs], content: Content::Text(code) }
}

fn text(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}

fn comment(lines: &[String]) -> impl Iterator<Item = String> {
    lines.iter().map(|line| if line.is_empty() { "///".to_owned() } else { format!("/// {line}") })
}

/// The constants of a table's keys, and its cases.
fn keys(scope: &Scope, table: &Table) -> Vec<String> {
    let mut items: Vec<String> = table.keys.iter().flat_map(key).collect();
    items.push(case(scope, table));
    items
}

fn key(key: &KeyConst) -> Vec<String> {
    let KeyConst { name, key, docs, date } = key;
    let mut lines: Vec<String> = comment(docs).collect();
    lines.push(format!("pub const {name}: &str = {};", literal(key)));
    let form = date.as_ref().map(|date| {
        text(vec![
            format!("/// The form of the value of [`{name}`]: it can be made and checked."),
            format!("pub const {name}_FORM: validation::DatePattern ="),
            format!("    validation::DatePattern::new({});", literal(date)),
        ])
    });
    std::iter::once(text(lines)).chain(form).collect()
}

fn case(scope: &Scope, table: &Table) -> String {
    let discriminator = format!("{}::{}", scope.root(), table.discriminator);
    let statics = format!("{}::checks::{}", scope.root(), module(table));
    let arms = table
        .cases
        .iter()
        .map(|case| format!("{discriminator}::{} => &{statics}::{},", case.variant, case.name));
    let arms = arms.chain([format!("{discriminator}::Unknown(_) => return None,")]);
    let mut head = vec![
        "/// What is known of the keys in one case; nothing of a case that the model does not know."
            .to_owned(),
    ];
    head.push(format!("pub fn case(name: &{discriminator}) -> Option<&'static validation::Case> {{"));
    let mut body = function(vec!["Some(match name {".to_owned()], arms);
    if let Some(last) = body.last_mut() {
        last.push(')');
    }
    text(function(head, body))
}

fn answer_items(scope: &Scope, table: &Table, answer: &Answer) -> Vec<String> {
    let mut items = vec![definition(scope, table, answer), methods(scope, table, answer)];
    items.extend(table.secret.then(|| debug(answer)));
    items
}

fn definition(scope: &Scope, table: &Table, answer: &Answer) -> String {
    let mut head = scope.doc_lines(&answer.docs);
    head.push("#[non_exhaustive]".to_owned());
    let debug = if table.secret { "" } else { "Debug, " };
    head.push(format!("#[derive(Clone, {debug}PartialEq, Eq, Hash)]"));
    head.push(format!("pub enum {} {{", answer.name));
    text(function(head, answer.variants.iter().flat_map(|variant| variant_lines(scope, variant))))
}

fn variant_lines(scope: &Scope, variant: &AnswerVariant) -> Vec<String> {
    let mut lines = scope.doc_lines(&variant.docs);
    if variant.fields.is_empty() {
        lines.push(format!("{},", variant.name));
        return lines;
    }
    let mut all = function(
        [lines, vec![format!("{} {{", variant.name)]].concat(),
        variant.fields.iter().flat_map(|field| field_lines(scope, field)),
    );
    if let Some(last) = all.last_mut() {
        last.push(',');
    }
    all
}

fn field_lines(scope: &Scope, field: &AnswerField) -> Vec<String> {
    let ty = match field.kind {
        AnswerKind::Required => "String",
        AnswerKind::Optional => "Option<String>",
        AnswerKind::Family => "BTreeMap<String, String>",
    };
    let mut lines = scope.doc_lines(&field.docs);
    lines.push(format!("{}: {ty},", field.name.in_source()));
    lines
}

fn methods(scope: &Scope, table: &Table, answer: &Answer) -> String {
    let discriminator = format!("{}::{}", scope.root(), table.discriminator);
    let names = answer.variants.iter().map(|variant| {
        let fields = if variant.fields.is_empty() { "" } else { " { .. }" };
        format!("Self::{}{fields} => {discriminator}::{},", variant.name, variant.name)
    });
    let mut lines = vec!["/// The case that it answers.".to_owned()];
    let name = function(vec!["match self {".to_owned()], names);
    lines.extend(function(vec![format!("pub fn name(&self) -> {discriminator} {{")], name));
    lines.push(String::new());
    lines.push(format!("/// The keys and values, as `{}` takes them.", table.map));
    let arms = answer.variants.iter().flat_map(|variant| into_map(table, variant));
    let mut body = vec!["let mut map = BTreeMap::<String, String>::new();".to_owned()];
    body.extend(function(vec!["match self {".to_owned()], arms));
    body.push("map".to_owned());
    lines.extend(function(vec!["pub fn into_map(self) -> BTreeMap<String, String> {".to_owned()], body));
    text(function(vec![format!("impl {} {{", answer.name)], lines))
}

fn into_map(table: &Table, variant: &AnswerVariant) -> Vec<String> {
    if variant.fields.is_empty() {
        return vec![format!("Self::{} => {{}}", variant.name)];
    }
    let names: Vec<String> = variant.fields.iter().map(|field| field.name.in_source()).collect();
    let mut lines = vec![format!("Self::{} {{", variant.name)];
    lines.extend(indented(names.iter().map(|name| format!("{name},"))));
    lines.push("} => {".to_owned());
    lines.extend(indented(variant.fields.iter().map(|field| insert(table, field))));
    lines.push("}".to_owned());
    lines
}

fn insert(table: &Table, field: &AnswerField) -> String {
    let (name, key) = (field.name.in_source(), &field.key);
    let key = format!("answers::{}::{key}", table.module.in_source());
    match field.kind {
        AnswerKind::Required => format!("map.insert({key}.to_owned(), {name});"),
        AnswerKind::Optional => format!("map.extend({name}.map(|value| ({key}.to_owned(), value)));"),
        AnswerKind::Family => format!("map.extend(validation::family({key}, {name}));"),
    }
}

fn debug(answer: &Answer) -> String {
    let arms = answer.variants.iter().map(|variant| {
        let fields = if variant.fields.is_empty() { "" } else { " { .. }" };
        format!("Self::{0}{fields} => \"{0}\",", variant.name)
    });
    let mut lines = function(vec!["let name = match self {".to_owned()], arms);
    if let Some(last) = lines.last_mut() {
        last.push(';');
    }
    lines.push("f.debug_struct(name).finish_non_exhaustive()".to_owned());
    let head = "fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {".to_owned();
    let mut all = vec!["/// What it holds are secrets: only the name of the case is shown.".to_owned()];
    all.push(format!("impl fmt::Debug for {} {{", answer.name));
    text(function(all, function(vec![head], lines)))
}

fn due_items(scope: &Scope, table: &Table, due: &Due) -> Vec<String> {
    let asked = due.asked.iter().map(|asked| due_method(scope, due, asked));
    [due_definition(scope, table, due), due_methods(scope, table, due), due_debug(due)]
        .into_iter()
        .chain(asked)
        .collect()
}

/// What goes back as it is: names in the model with fields, of all responses that ask.
fn carried(due: &Due) -> Vec<(String, FieldName)> {
    let mut carried: Vec<(String, FieldName)> =
        due.asked.iter().flat_map(|asked| asked.carries.clone()).collect();
    carried.sort();
    carried.dedup();
    carried
}

fn due_definition(scope: &Scope, table: &Table, due: &Due) -> String {
    let discriminator = format!("{}::{}", scope.root(), table.discriminator);
    let mut fields = vec![
        format!("name: &'r {discriminator},"),
        "parameters: Option<&'r BTreeMap<String, String>>,".to_owned(),
    ];
    fields
        .extend(carried(due).iter().map(|(_, field)| format!("{}: Option<&'r String>,", field.in_source())));
    let head = vec![
        "/// Which answer a response asks for, and what it sends along.".to_owned(),
        "#[derive(Clone, Copy)]".to_owned(),
        format!("pub struct {}<'r> {{", due.name),
    ];
    text(function(head, fields))
}

fn due_methods(scope: &Scope, table: &Table, due: &Due) -> String {
    let discriminator = format!("{}::{}", scope.root(), table.discriminator);
    let getter = |docs: &str, name: &str, ty: &str, body: String| {
        function(vec![format!("/// {docs}"), format!("pub fn {name}(&self) -> {ty} {{")], [body])
    };
    let mut methods = vec![
        getter(
            "The case that is to be answered.",
            "name",
            &format!("&'r {discriminator}"),
            "self.name".to_owned(),
        ),
        getter(
            "What is known of the keys of the answer; nothing of a case that the model does not know.",
            "case",
            "Option<&'static validation::Case>",
            format!("answers::{}::case(self.name)", table.module.in_source()),
        ),
        getter(
            "All that the service sent along.",
            "parameters",
            "Option<&'r BTreeMap<String, String>>",
            "self.parameters".to_owned(),
        ),
        function(
            vec![
                "/// One thing that the service sent along.".to_owned(),
                "pub fn parameter(&self, key: &str) -> Option<&'r str> {".to_owned(),
            ],
            ["self.parameters?.get(key).map(String::as_str)".to_owned()],
        ),
    ];
    for (member, field) in carried(due) {
        let name = field.in_source();
        let docs = format!("`{member}`, which goes back with the answer.");
        methods.push(getter(&docs, &name, "Option<&'r str>", format!("self.{name}.map(String::as_str)")));
    }
    methods.extend(due.parameters.iter().map(parameter));
    text(function(vec![format!("impl<'r> {}<'r> {{", due.name)], methods.join(&String::new())))
}

fn parameter(parameter: &Parameter) -> Vec<String> {
    let Parameter { name, key, docs, lists_keys } = parameter;
    let (ty, body) = if *lists_keys {
        ("Vec<String>", format!("validation::listed(self.parameter({}))", literal(key)))
    } else {
        ("Option<&'r str>", format!("self.parameter({})", literal(key)))
    };
    let head = vec![
        format!("/// {docs}"),
        "///".to_owned(),
        format!("/// The parameter `{key}`."),
        format!("pub fn {}(&self) -> {ty} {{", name.in_source()),
    ];
    function(head, [body])
}

fn due_debug(due: &Due) -> String {
    let head = "fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {".to_owned();
    let line = format!(
        "f.debug_struct({}).field(\"name\", self.name).finish_non_exhaustive()",
        literal(due.name.as_str())
    );
    let all = vec![
        "/// What came along may be secret: only the name of the case is shown.".to_owned(),
        format!("impl fmt::Debug for {}<'_> {{", due.name),
    ];
    text(function(all, function(vec![head], [line])))
}

fn due_method(scope: &Scope, due: &Due, asked: &Asked) -> String {
    let by = asked.by.in_source();
    let name = if asked.by_required { format!("&self.{by}") } else { format!("self.{by}.as_ref()?") };
    let parameters = asked.parameters.as_ref();
    let parameters =
        parameters.map_or("None".to_owned(), |field| format!("self.{}.as_ref()", field.in_source()));
    let mut fields = vec![format!("name: {name},"), format!("parameters: {parameters},")];
    fields.extend(carried(due).iter().map(|(_, field)| {
        let own = asked.carries.iter().any(|(_, other)| other == field);
        let name = field.in_source();
        if own { format!("{name}: self.{name}.as_ref(),") } else { format!("{name}: None,") }
    }));
    let mut literal = function(vec![format!("Some(answers::{} {{", due.name)], fields);
    if let Some(last) = literal.last_mut() {
        last.push(')');
    }
    let head = vec![
        "/// Which answer is due next; `None` where this asks for none.".to_owned(),
        format!("pub fn due(&self) -> Option<answers::{}<'_>> {{", due.name),
    ];
    text(function(vec![format!("impl {}::{} {{", scope.root(), asked.response)], function(head, literal)))
}

/// The steps of a builder that take a typed answer.
pub(crate) fn steps(structure: &Structure) -> Vec<String> {
    let keys = structure.checks.rules.iter().filter_map(|rule| match rule {
        RuleCheck::Keys(keys) => Some(keys),
        RuleCheck::Members { .. } | RuleCheck::Condition(_) => None,
    });
    keys.flat_map(|keys| step(structure, keys)).collect()
}

fn step(structure: &Structure, keys: &KeysCheck) -> Vec<String> {
    let Some((step, answer)) = &keys.step else { return Vec::new() };
    let (map, by) = (&structure.fields[keys.map], &structure.fields[keys.by]);
    let head = vec![
        format!(
            "/// Sets `{}` and `{}` from a typed value, and drops what they were before.",
            by.member, map.member
        ),
        format!("pub fn {}(mut self, value: answers::{answer}) -> Self {{", step.in_source()),
    ];
    let body = [
        format!("self.{} = Some(value.name());", by.name.in_source()),
        format!("self.{} = Some(value.into_map());", map.name.in_source()),
        "self".to_owned(),
    ];
    let mut lines = function(head, body);
    lines.push(String::new());
    lines
}
