//! Conditions for the runtime's evaluator: trees of constants.

use jmespath::{Expression, Literal, Node, Selection, Slice};

use super::super::source::{Import, Source, literal as text};
use crate::ir::condition::Comparison;
use crate::names::FieldName;

/// A constant: a head alone, or the call of a constructor.
pub(super) struct Constant {
    head: String,
    arguments: Vec<Constant>,
    /// What closes it, where it has arguments.
    close: &'static str,
}

impl Constant {
    fn plain(head: impl ToString) -> Self {
        Self { head: head.to_string(), arguments: Vec::new(), close: "" }
    }

    fn call(head: impl Into<String>, arguments: impl IntoIterator<Item = Self>) -> Self {
        Self { head: head.into() + "(", arguments: arguments.into_iter().collect(), close: ")" }
    }

    fn list(elements: impl IntoIterator<Item = Self>) -> Self {
        Self { head: "&[".to_owned(), arguments: elements.into_iter().collect(), close: "]" }
    }

    fn pair(key: &str, value: Self) -> Self {
        Self::call("", [Self::plain(text(key)), value])
    }

    fn reference(self) -> Self {
        Self { head: format!("&{}", self.head), ..self }
    }

    /// The constant on one line.
    fn inline(&self) -> String {
        let arguments: Vec<String> = self.arguments.iter().map(Self::inline).collect();
        format!("{}{}{}", self.head, arguments.join(", "), self.close)
    }

    /// Writes the constant between two texts, with an argument a line where it does not fit on one.
    pub(super) fn write(&self, src: &mut Source, before: &str, after: &str) {
        let line = format!("{before}{}{after}", self.inline());
        if src.fits(&line) || self.arguments.is_empty() {
            return src.line(line);
        }
        let write = |src: &mut Source| {
            self.arguments.iter().for_each(|argument| argument.write(src, "", ","));
        };
        src.nest(format_args!("{before}{}", self.head), write, format_args!("{}{after}", self.close));
    }
}

/// An expression as a constant of the runtime's type.
pub(super) fn expression(src: &Source, tree: &Expression) -> Constant {
    let ty = src.name(Import::Expression);
    let to = |inner: &Expression| expression(src, inner).reference();
    let list = |all: &[Expression]| Constant::list(all.iter().map(|one| expression(src, one)));
    let (variant, arguments) = match &tree.node {
        Node::Current => return Constant::plain(format!("{ty}::Current")),
        Node::Field(name) => ("Field", vec![Constant::plain(text(name))]),
        Node::Literal(value) => ("Literal", vec![literal(src, value)]),
        Node::Chain(a, b) => ("Chain", vec![to(a), to(b)]),
        Node::Index(of, index) => ("Index", vec![to(of), Constant::plain(index.to_string())]),
        Node::Projection { source, selection, each } => {
            ("Project", vec![to(source), self::selection(src, selection), to(each)])
        }
        Node::Compare(comparison, a, b) => {
            ("Compare", vec![self::comparison(src, *comparison), to(a), to(b)])
        }
        Node::And(a, b) => ("And", vec![to(a), to(b)]),
        Node::Or(a, b) => ("Or", vec![to(a), to(b)]),
        Node::Not(of) => ("Not", vec![to(of)]),
        Node::Reference(of) => ("Reference", vec![to(of)]),
        Node::Call(name, arguments) => {
            // The runtime's functions are called as those of JMESPath.
            let (functions, name) = (src.name(Import::Functions), FieldName::of_member(name));
            ("Call", vec![Constant::plain(format!("{functions}::{}", name.in_source())), list(arguments)])
        }
        Node::List(elements) => ("List", vec![list(elements)]),
        Node::Object(entries) => {
            let entry = |(key, value): &(String, Expression)| Constant::pair(key, expression(src, value));
            ("Object", vec![Constant::list(entries.iter().map(entry))])
        }
    };
    Constant::call(format!("{ty}::{variant}"), arguments)
}

fn selection(src: &Source, selection: &Selection) -> Constant {
    let ty = src.name(Import::Selection);
    match selection {
        Selection::Elements => Constant::plain(format!("{ty}::Elements")),
        Selection::Values => Constant::plain(format!("{ty}::Values")),
        Selection::Flattened => Constant::plain(format!("{ty}::Flattened")),
        Selection::Slice(Slice { start, stop, step }) => {
            Constant::plain(format!("{ty}::Slice({start:?}, {stop:?}, {step})"))
        }
        Selection::Filter(condition) => {
            Constant::call(format!("{ty}::Filter"), [expression(src, condition).reference()])
        }
    }
}

fn comparison(src: &Source, comparison: Comparison) -> Constant {
    let variant = match comparison {
        Comparison::Equal => "Equal",
        Comparison::NotEqual => "NotEqual",
        Comparison::Less => "Less",
        Comparison::AtMost => "AtMost",
        Comparison::Greater => "Greater",
        Comparison::AtLeast => "AtLeast",
    };
    Constant::plain(format!("{}::{variant}", src.name(Import::Comparison)))
}

fn literal(src: &Source, value: &Literal) -> Constant {
    let ty = src.name(Import::Literal);
    let (variant, argument) = match value {
        Literal::Null => return Constant::plain(format!("{ty}::Null")),
        Literal::Bool(value) => ("Bool", Constant::plain(value.to_string())),
        Literal::Number(digits) => ("Number", Constant::plain(text(digits))),
        Literal::String(string) => ("String", Constant::plain(text(string))),
        Literal::Array(elements) => {
            ("List", Constant::list(elements.iter().map(|element| literal(src, element))))
        }
        Literal::Object(entries) => {
            let entry = |(key, value): &(String, Literal)| Constant::pair(key, literal(src, value));
            ("Object", Constant::list(entries.iter().map(entry)))
        }
    };
    Constant::call(format!("{ty}::{variant}"), [argument])
}
