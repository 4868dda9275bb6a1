//! A first request in Rust, from an example of the model or, where it has none, from made-up values.

use std::collections::BTreeSet;

use super::Docs;
use crate::ir::Build;
use crate::json::{Data, Value};
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Member, Members, Shape, ShapeId, ShapeKind, SimpleType};

/// How many characters a line of an example may have.
const WIDTH: usize = 84;

/// Code that is being written, and the types that it names.
#[derive(Default)]
struct Code {
    names: BTreeSet<String>,
}

impl Docs<'_> {
    /// The example as Markdown; empty if the model has no operation that one can be written for.
    pub(super) fn first_example(&self, aws_json: bool) -> Vec<String> {
        let of_model = self.subject.operations.iter().find_map(|shape| self.of_model(shape));
        let found = of_model.or_else(|| self.subject.operations.iter().find_map(|shape| self.made_up(shape)));
        let Some((operation, builder, names)) = found else { return Vec::new() };
        let package = self.subject.package.replace('-', "_");
        let mut lines = vec!["```".to_owned()];
        if aws_json {
            lines.push(format!("use {package}::wire::AwsJson;"));
        }
        lines.extend(import(&package, names, aws_json.then_some(&operation)));
        lines.push(String::new());
        lines.extend(builder);
        lines.push(String::new());
        lines.push("if let Err(violations) = request.validate() {".to_owned());
        lines.push("    eprintln!(\"{violations}\");".to_owned());
        lines.push("}".to_owned());
        if aws_json {
            lines.push("// Method, path, headers and body, for any signer and any HTTP client.".to_owned());
            lines.push(format!("let http = {operation}::request(&request);"));
            lines.push("assert_eq!(http.method, \"POST\");".to_owned());
        }
        lines.push("# Ok::<(), Box<dyn std::error::Error>>(())".to_owned());
        lines.push("```".to_owned());
        lines
    }

    /// The first example of an operation.
    fn of_model(&self, shape: &Shape) -> Option<(TypeName, Vec<String>, BTreeSet<String>)> {
        let example = shape.traits.examples.iter().find(|example| example.error.is_none());
        let input = example?.input.as_ref()?;
        self.request(shape, |code, id| self.builder(code, id, input))
    }

    /// A request with made-up values for its required members.
    fn made_up(&self, shape: &Shape) -> Option<(TypeName, Vec<String>, BTreeSet<String>)> {
        self.request(shape, |code, id| {
            let ShapeKind::Structure(members) = &self.types.model.shape(id).kind else { return None };
            let required: Vec<&Member> = members.values().filter(|member| member.traits.required).collect();
            let values = required
                .iter()
                .map(|member| Some((*member, placeholder(self.types.model.shape(&member.target))?)));
            let values: Vec<(&Member, Value)> = values.collect::<Option<_>>()?;
            let mut steps = Vec::new();
            for (member, value) in &values {
                steps.extend(self.step(code, member, members, value)?);
            }
            self.built(code, id, steps)
        })
    }

    fn request(
        &self,
        shape: &Shape,
        build: impl FnOnce(&mut Code, &ShapeId) -> Option<Vec<String>>,
    ) -> Option<(TypeName, Vec<String>, BTreeSet<String>)> {
        let input = shape.operation_io().input.as_ref().filter(|_| shape.traits.deprecated.is_none())?;
        let mut code = Code::default();
        let mut lines = build(&mut code, input)?;
        let last = lines.len() - 1;
        lines[0].insert_str(0, "let request = ");
        lines[last].push(';');
        Some((TypeName::of_shape(shape.id.name()), lines, code.names))
    }

    /// A builder's chain for a structure's value, ended.
    fn builder(&self, code: &mut Code, id: &ShapeId, value: &Value) -> Option<Vec<String>> {
        let ShapeKind::Structure(members) = &self.types.model.shape(id).kind else { return None };
        let given = value.as_object()?.iter().map(|entry| Some((members.get(&entry.key)?, &entry.value)));
        let given: Vec<(&Member, &Value)> = given.collect::<Option<_>>()?;
        let missing = |member: &&Member| {
            member.traits.required && !given.iter().any(|(own, _)| own.name == member.name)
        };
        if members.values().any(|member| missing(&member)) {
            return None;
        }
        let mut steps = Vec::new();
        for (member, value) in given {
            match self.step(code, member, members, value) {
                Some(lines) => steps.extend(lines),
                None if member.traits.required => return None,
                None => {}
            }
        }
        self.built(code, id, steps)
    }

    fn built(&self, code: &mut Code, id: &ShapeId, steps: Vec<String>) -> Option<Vec<String>> {
        let shape = self.types.model.shape(id);
        let name = self.types.name(id);
        let end = match self.types.build(shape) {
            Build::Fallible => "?",
            Build::Plain => "",
        };
        code.names.insert(name.to_string());
        let mut lines = vec![format!("{name}::builder()")];
        lines.extend(steps.into_iter().map(|step| format!("    {step}")));
        lines.push(format!("    .build(){end}"));
        (shape.traits.deprecated.is_none()).then_some(lines)
    }

    /// The calls of a builder that set a member: one, or one for each element or entry.
    fn step(
        &self,
        code: &mut Code,
        member: &Member,
        members: &Members,
        value: &Value,
    ) -> Option<Vec<String>> {
        let names: Vec<FieldName> = members.keys().map(|name| FieldName::of_member(name)).collect();
        let (setter, _) = FieldName::of_member(&member.name).setters(&names);
        let call = |arguments: String| format!(".{}({arguments})", setter.in_source());
        let target = self.types.model.shape(&member.target);
        if target.traits.deprecated.is_some() || member.traits.deprecated.is_some() {
            return None;
        }
        let calls: Option<Vec<Vec<String>>> = match &target.kind {
            ShapeKind::List(element) => {
                let elements = value.as_array()?.iter();
                elements.map(|value| Some(wrap(self.argument(code, &element.target, value)?, call))).collect()
            }
            ShapeKind::Map { key, value: held } => {
                let entry = |(name, value): (&str, &Value)| {
                    let name = Value { data: Data::String(name.to_owned()), ..value.clone() };
                    let (key, value) =
                        (self.argument(code, &key.target, &name)?, self.argument(code, &held.target, value)?);
                    match (key.as_slice(), value.as_slice()) {
                        ([key], [value]) => Some(vec![call(format!("{key}, {value}"))]),
                        _ => None,
                    }
                };
                value.as_object()?.iter().map(|entry| (entry.key.as_str(), &entry.value)).map(entry).collect()
            }
            _ => Some(vec![wrap(self.argument(code, &member.target, value)?, call)]),
        };
        calls.map(|calls| calls.concat())
    }

    /// A value as an argument of a setter.
    fn argument(&self, code: &mut Code, id: &ShapeId, value: &Value) -> Option<Vec<String>> {
        let shape = self.types.model.shape(id);
        let one = |text: String| Some(vec![text]);
        match (&shape.kind, &value.data) {
            (ShapeKind::SimpleType(SimpleType::String), Data::String(text)) => one(literal(text)),
            (ShapeKind::SimpleType(SimpleType::Boolean), Data::Bool(value)) => one(value.to_string()),
            (ShapeKind::SimpleType(simple), Data::Number(text)) => integer(*simple, text).and_then(one),
            (ShapeKind::Enum(members), Data::String(text)) => {
                let names = TypeName::of_variants(members.keys().map(String::as_str));
                let (_, variant) = shape.enum_values().zip(names).find(|((_, value), _)| value == text)?;
                let name = self.types.name(id);
                code.names.insert(name.to_string());
                one(format!("{name}::{variant}"))
            }
            (ShapeKind::Structure(_), Data::Object(_)) => self.builder(code, id, value),
            _ => None,
        }
    }
}

/// A number as its type takes it; only whole ones can be written in one way.
fn integer(simple: SimpleType, text: &str) -> Option<String> {
    let fits = match simple {
        SimpleType::Byte => text.parse::<i8>().is_ok(),
        SimpleType::Short => text.parse::<i16>().is_ok(),
        SimpleType::Integer => text.parse::<i32>().is_ok(),
        SimpleType::Long => text.parse::<i64>().is_ok(),
        _ => false,
    };
    fits.then(|| text.to_owned())
}

/// The lines of a value inside of a call.
fn wrap(lines: Vec<String>, call: impl Fn(String) -> String) -> Vec<String> {
    if let [line] = lines.as_slice() {
        return vec![call(line.clone())];
    }
    let whole = call("\n".to_owned());
    let (open, close) = whole.split_once('\n').unwrap_or((&whole, ""));
    let inside = lines.into_iter().map(|line| format!("    {line}"));
    let mut wrapped = vec![open.to_owned()];
    wrapped.extend(inside);
    if let Some(last) = wrapped.last_mut() {
        last.push(',');
    }
    wrapped.push(close.to_owned());
    wrapped
}

/// A string literal on one line, in which nothing is hidden.
fn literal(text: &str) -> String {
    let mut literal = String::from("\"");
    for c in text.chars() {
        if markup::is_hidden(c) { literal.extend(c.escape_unicode()) } else { literal.extend(escaped(c)) }
    }
    literal + "\""
}

/// A character in a string literal.
fn escaped(c: char) -> impl Iterator<Item = char> {
    matches!(c, '"' | '\\').then_some('\\').into_iter().chain([c])
}

/// A value that stands for any.
fn placeholder(shape: &Shape) -> Option<Value> {
    let data = match &shape.kind {
        ShapeKind::SimpleType(SimpleType::String) => Data::String("example".to_owned()),
        ShapeKind::SimpleType(SimpleType::Boolean) => Data::Bool(true),
        ShapeKind::SimpleType(simple) if integer(*simple, "1").is_some() => Data::Number("1".to_owned()),
        ShapeKind::Enum(_) => {
            let (_, first) = shape.enum_values().next()?;
            Data::String(first.to_owned())
        }
        _ => return None,
    };
    Some(Value { span: shape.span, data })
}

/// The `use` of some names, on several lines if it must be.
fn import(package: &str, mut names: BTreeSet<String>, operation: Option<&TypeName>) -> Vec<String> {
    names.extend(operation.map(ToString::to_string));
    let names: Vec<String> = names.into_iter().collect();
    if let [name] = names.as_slice() {
        return vec![format!("use {package}::{name};")];
    }
    let line = format!("use {package}::{{{}}};", names.join(", "));
    if line.len() <= WIDTH {
        return vec![line];
    }
    let inside = markup::filled_to(&(names.join(", ") + ","), WIDTH - 4);
    let inside = inside.into_iter().map(|line| format!("    {line}"));
    std::iter::once(format!("use {package}::{{")).chain(inside).chain(["};".to_owned()]).collect()
}
