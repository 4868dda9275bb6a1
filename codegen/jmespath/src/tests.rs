//! What parses, into what, and what does not, and where.

use crate::{Expression, Literal, MAX_HEIGHT, Node, Selection, parse};

/// A tree in brackets.
fn display(expression: &Expression) -> String {
    let list = |all: &[Expression]| all.iter().map(display).collect::<Vec<_>>().join(" ");
    match &expression.node {
        Node::Current => "@".to_owned(),
        Node::Field(name) => name.clone(),
        Node::Literal(literal) => format!("{literal:?}"),
        Node::Chain(a, b) => format!("({} . {})", display(a), display(b)),
        Node::Index(of, index) => format!("({} [{index}])", display(of)),
        Node::Projection { source, selection, each } => {
            let selection = match selection {
                Selection::Elements => "[*]".to_owned(),
                Selection::Values => ".*".to_owned(),
                Selection::Flattened => "[]".to_owned(),
                Selection::Slice(slice) => format!("[{:?}:{:?}:{}]", slice.start, slice.stop, slice.step),
                Selection::Filter(condition) => format!("[?{}]", display(condition)),
            };
            format!("({} {selection} {})", display(source), display(each))
        }
        Node::Compare(comparison, a, b) => format!("({} {} {})", display(a), comparison.as_str(), display(b)),
        Node::And(a, b) => format!("({} && {})", display(a), display(b)),
        Node::Or(a, b) => format!("({} || {})", display(a), display(b)),
        Node::Not(of) => format!("(! {})", display(of)),
        Node::Call(name, arguments) => format!("({name}: {})", list(arguments)),
        Node::List(elements) => format!("[{}]", list(elements)),
        Node::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{key}: {}", display(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        Node::Reference(of) => format!("(& {})", display(of)),
    }
}

fn tree(text: &str) -> String {
    display(&parse(text).expect("the test writes an expression"))
}

fn error(text: &str) -> (usize, String) {
    let error = parse(text).expect_err("the test writes no expression");
    (error.offset, error.message)
}

#[test]
fn operators_bind_by_their_precedence() {
    assert_eq!(tree("a || b && c"), "(a || (b && c))");
    assert_eq!(tree("(a || b) && !c.d"), "((a || b) && ((! c) . d))");
    assert_eq!(tree("a == b || c | d"), "(((a == b) || c) . d)");
    assert_eq!(
        tree("!contains(@, 'x') && a.b[0] < `1`"),
        "((! (contains: @ String(\"x\"))) && ((a . (b [0])) < Number(\"1\")))"
    );
    assert_eq!(tree("sort_by(a, &b.c)"), "(sort_by: a (& (b . c)))");
}

#[test]
fn projections_take_what_follows_up_to_a_weaker_operator() {
    assert_eq!(tree("a[*].b[0] == c"), "((a [*] (b [0])) == c)");
    assert_eq!(tree("a[*][0]"), "(a [*] (@ [0]))");
    assert_eq!(tree("a[*].b | [0]"), "((a [*] b) . (@ [0]))");
    assert_eq!(tree("a[].b[].c"), "((a [] b) [] c)");
    assert_eq!(tree("a[?b > c].d"), "(a [?(b > c)] d)");
    assert_eq!(tree("a.*.b"), "(a .* b)");
    assert_eq!(tree("*[0]"), "(@ .* (@ [0]))");
    assert_eq!(tree("[::-1].a"), "(@ [None:None:-1] a)");
    assert_eq!(tree("*[]||[*]"), "(((@ .* @) [] @) || (@ [*] @))");
    assert_eq!(tree("[[*]]"), "[(@ [*] @)]");
}

#[test]
fn names_and_literals_are_unescaped() {
    let literal = |text: &str| match parse(text).expect("the test writes an expression").node {
        Node::Literal(literal) => literal,
        other => panic!("{other:?}"),
    };
    assert_eq!(tree(r#""\u0061\"b""#), "a\"b");
    assert_eq!(tree(r#""\ud834\udd1e""#), "𝄞");
    assert_eq!(tree(r"'it\'s \n'"), r#"String("it's \\n")"#);
    assert_eq!(tree(r#"`"a\`b"`"#), r#"String("a`b")"#);
    assert_eq!(literal("` -1.50e+2 `"), Literal::Number("-1.50e+2".to_owned()));
    let list = Literal::Array(vec![Literal::Null, Literal::Bool(true), Literal::Bool(false)]);
    let expected =
        Literal::Object(vec![("a".to_owned(), Literal::Array(Vec::new())), ("b".to_owned(), list)]);
    assert_eq!(literal(r#"`{"a": 1, "b": [null, true, false], "a": []}`"#), expected);
}

#[test]
fn faults_say_where_and_what() {
    assert_eq!(error("foo."), (4, "expected a name, `*`, `[` or `{` after `.`, not the end".to_owned()));
    assert_eq!(error("a = b"), (2, "`=` is no operator; equality is `==`".to_owned()));
    assert_eq!(error("a b"), (2, "expected an operator or the end, not `b`".to_owned()));
    assert_eq!(error("a[1:2:0]").1, "the step of a slice must not be 0");
    assert_eq!(error("\"length\"(a)"), (0, "the name of a function stands without quotes".to_owned()));
    assert_eq!(error("`{a}`").1, "what stands in backquotes must be JSON: key must be a string");
    assert_eq!(error("'a"), (0, "this quote is not closed".to_owned()));
    assert_eq!(error("ä"), (0, "`ä` is no part of JMESPath".to_owned()));
    for text in
        ["", "-", "a[99999999999999999999]", "foo[abc]", "@(a)", "{a}", "a{b: c}", "\\", "`", "foo[*]bar"]
    {
        assert!(parse(text).is_err(), "{text}");
    }
}

#[test]
fn what_is_in_backquotes_is_json() {
    for json in [
        "01",
        "1.",
        ".5",
        "-",
        "1e",
        "+1",
        "tru",
        "[1,]",
        "{\"a\":1,}",
        "[",
        "\"\\ud834\"",
        "\"\t\"",
        "1 2",
        "",
    ] {
        let message = error(&format!("`{json}`")).1;
        assert!(message.starts_with("what stands in backquotes must be JSON"), "{json}: {message}");
    }
}

#[test]
fn no_input_is_too_deep_or_too_long() {
    for text in ["(", "!", "[", "{a:", "&", "a[?", "f(", "*.", "[*]", "[]", "[0]", "a.", "a||", "a|"] {
        assert!(parse(&text.repeat(5000 / text.len())).is_err(), "{text}");
    }
    assert!(error(&format!("{}a", "a.".repeat(3000))).1.contains("deeper"));
    assert!(error(&format!("`{}{}`", "[".repeat(3000), "]".repeat(3000))).1.contains("too deeply"));
    assert!(error(&"a".repeat(9000)).1.contains("longer"));
    assert!(parse(&vec!["a"; MAX_HEIGHT].join(".")).is_ok());
    assert!(error(&vec!["a"; MAX_HEIGHT + 1].join(".")).1.contains("deeper"));
}
