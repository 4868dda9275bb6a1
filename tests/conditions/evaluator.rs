//! JMESPath's own cases in the evaluator: documents in, documents out.

use jmespath::{Expression as Tree, Literal as Written, Node};
use serde_json::{Value as Json, json};
use smithygen::runtime::smithy::Document;
use smithygen::runtime::validation::jmespath::{
    Comparison, Expression, Literal, Selection, ToValue, Value, evaluate as value_of, functions,
};

use super::vectors::{Case, Outcome, cases};

/// What the evaluator gives, or nothing where the expression is wrong or a function fails.
fn evaluate(text: &str, given: &Json) -> Option<Json> {
    let tree = jmespath::parse(text).ok()?;
    let given = Document::parse(&given.to_string()).expect("a case has JSON");
    value_of(keep(expression(&tree)?), &given.to_value()).map(|value| to_json(&value))
}

/// The evaluator works on constants: those of a test last as long as the process.
fn keep<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

fn keep_all<T>(values: Vec<T>) -> &'static [T] {
    Vec::leak(values)
}

/// The tree as the generator writes it; nothing where a function is unknown or the number of arguments is wrong.
fn expression(tree: &Tree) -> Option<Expression> {
    let one = |tree: &Tree| expression(tree).map(keep);
    let all = |trees: &[Tree]| trees.iter().map(expression).collect::<Option<Vec<_>>>().map(keep_all);
    Some(match &tree.node {
        Node::Current => Expression::Current,
        Node::Field(name) => Expression::Field(name.clone().leak()),
        Node::Literal(value) => Expression::Literal(literal(value)),
        Node::Chain(a, b) => Expression::Chain(one(a)?, one(b)?),
        Node::Index(of, index) => Expression::Index(one(of)?, *index),
        Node::Projection { source, selection, each } => {
            Expression::Project(one(source)?, self::selection(selection)?, one(each)?)
        }
        Node::Compare(comparison, a, b) => {
            Expression::Compare(self::comparison(*comparison), one(a)?, one(b)?)
        }
        Node::And(a, b) => Expression::And(one(a)?, one(b)?),
        Node::Or(a, b) => Expression::Or(one(a)?, one(b)?),
        Node::Not(of) => Expression::Not(one(of)?),
        Node::Reference(of) => Expression::Reference(one(of)?),
        Node::List(elements) => Expression::List(all(elements)?),
        Node::Call(name, arguments) => Expression::Call(function(name, arguments.len())?, all(arguments)?),
        Node::Object(entries) => {
            let entry = |(key, value): &(String, Tree)| Some((&*key.clone().leak(), expression(value)?));
            Expression::Object(keep_all(entries.iter().map(entry).collect::<Option<Vec<_>>>()?))
        }
    })
}

fn selection(selection: &jmespath::Selection) -> Option<Selection> {
    Some(match selection {
        jmespath::Selection::Elements => Selection::Elements,
        jmespath::Selection::Values => Selection::Values,
        jmespath::Selection::Flattened => Selection::Flattened,
        jmespath::Selection::Slice(slice) => Selection::Slice(slice.start, slice.stop, slice.step),
        jmespath::Selection::Filter(condition) => Selection::Filter(keep(expression(condition)?)),
    })
}

fn comparison(comparison: jmespath::Comparison) -> Comparison {
    match comparison {
        jmespath::Comparison::Equal => Comparison::Equal,
        jmespath::Comparison::NotEqual => Comparison::NotEqual,
        jmespath::Comparison::Less => Comparison::Less,
        jmespath::Comparison::AtMost => Comparison::AtMost,
        jmespath::Comparison::Greater => Comparison::Greater,
        jmespath::Comparison::AtLeast => Comparison::AtLeast,
    }
}

fn literal(literal: &Written) -> Literal {
    match literal {
        Written::Null => Literal::Null,
        Written::Bool(value) => Literal::Bool(*value),
        Written::Number(text) => Literal::Number(text.clone().leak()),
        Written::String(text) => Literal::String(text.clone().leak()),
        Written::Array(elements) => Literal::List(keep_all(elements.iter().map(self::literal).collect())),
        Written::Object(entries) => {
            let entry = |(key, value): &(String, Written)| (&*key.clone().leak(), self::literal(value));
            Literal::Object(keep_all(entries.iter().map(entry).collect()))
        }
    }
}

macro_rules! functions {
    ($name:expr, $($function:ident)*) => {
        match $name {
            "type" => functions::r#type,
            $(stringify!($function) => functions::$function,)*
            _ => return None,
        }
    };
}

fn function(name: &str, count: usize) -> Option<functions::Function> {
    let known = jmespath::FUNCTIONS.iter().find(|known| known.name == name)?;
    let wanted = known.parameters.len();
    (count == wanted || (known.is_variadic && count > wanted)).then_some(())?;
    Some(
        functions!(name, abs avg ceil contains ends_with floor join keys length map max max_by merge min min_by
        not_null reverse sort sort_by starts_with sum to_array to_number to_string values),
    )
}

fn to_json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(number) => serde_json::from_str(&number.text()).expect("a number is JSON"),
        Value::String(text) => Json::String(text.to_string()),
        Value::List(elements) => elements.iter().map(to_json).collect(),
        Value::Object(entries) => {
            entries.iter().map(|(key, value)| (key.to_string(), to_json(value))).collect()
        }
    }
}

/// Whether two results are the same: numbers by value.
fn same(a: &Json, b: &Json) -> bool {
    match (a, b) {
        (Json::Number(a), Json::Number(b)) => a.as_f64() == b.as_f64(),
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            a.len() == b.len() && a.iter().all(|(key, a)| b.get(key).is_some_and(|b| same(a, b)))
        }
        _ => a == b,
    }
}

#[shared_data::test]
fn all_cases_are_right() {
    let mut wrong = Vec::new();
    for Case { id, given, expression, outcome } in cases() {
        let found = evaluate(&expression, &given);
        let right = match (&outcome, &found) {
            (Outcome::Result(wanted), Some(found)) => same(wanted, found),
            (Outcome::SyntaxError, _) => jmespath::parse(&expression).is_err(),
            (Outcome::RuntimeError, found) => found.is_none() && jmespath::parse(&expression).is_ok(),
            (Outcome::Nothing, found) => found.is_some(),
            (Outcome::Result(_), None) => false,
        };
        if !right {
            wrong.push(format!("{id}: {expression} gives {found:?}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn results_of_any_size_come_to_an_end() {
    let text = Json::String("a\"".repeat(100_000));
    let again = |step: &str, count: usize| format!("{}@", step.repeat(count));
    // A list of lists that share their elements is small, however often it is doubled.
    assert_eq!(evaluate(&format!("type({})", again("[@, @] | ", 100)), &text), Some(json!("array")));
    for expression in [
        format!("({0}) == ({0})", again("[@, @] | ", 60)),
        format!("contains([{0}], {0})", again("[@, @] | ", 60)),
        format!("length(to_string({}))", again("[@, @] | ", 60)),
        format!("length({})", again("[@, @][] | ", 60)),
        format!("length(sort({}))", again("[@, @][] | ", 60)),
        format!("length(join(@, {}))", again("[@, @][] | ", 30)),
        format!("length({}@{})", "to_string([".repeat(60), "])".repeat(60)),
    ] {
        assert_eq!(evaluate(&expression, &text), None, "{expression}");
    }
}
