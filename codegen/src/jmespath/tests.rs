//! What parses, into what, and what does not, and where.

use super::{Expression, Literal, Node, Which, parse};

/// A tree in brackets.
fn shown(expression: &Expression) -> String {
    let list = |all: &[Expression]| all.iter().map(shown).collect::<Vec<_>>().join(" ");
    match &expression.node {
        Node::Current => "@".to_owned(),
        Node::Field(name) => name.clone(),
        Node::Literal(literal) => format!("{literal:?}"),
        Node::Chain(a, b) => format!("({} . {})", shown(a), shown(b)),
        Node::Index(of, index) => format!("({} [{index}])", shown(of)),
        Node::Projection { of, which, each } => {
            let which = match which {
                Which::Elements => "[*]".to_owned(),
                Which::Values => ".*".to_owned(),
                Which::Flattened => "[]".to_owned(),
                Which::Slice(slice) => format!("[{:?}:{:?}:{}]", slice.start, slice.stop, slice.step),
                Which::Filter(condition) => format!("[?{}]", shown(condition)),
            };
            format!("({} {which} {})", shown(of), shown(each))
        }
        Node::Compare(comparison, a, b) => format!("({} {} {})", shown(a), comparison.as_str(), shown(b)),
        Node::And(a, b) => format!("({} && {})", shown(a), shown(b)),
        Node::Or(a, b) => format!("({} || {})", shown(a), shown(b)),
        Node::Not(of) => format!("(! {})", shown(of)),
        Node::Call(name, arguments) => format!("({name}: {})", list(arguments)),
        Node::List(elements) => format!("[{}]", list(elements)),
        Node::Hash(entries) => {
            let entries = entries.iter().map(|(key, value)| format!("{key}: {}", shown(value)));
            format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
        }
        Node::Reference(of) => format!("(& {})", shown(of)),
    }
}

fn tree(text: &str) -> String {
    shown(&parse(text).expect("the test writes an expression"))
}

fn error(text: &str) -> (usize, String) {
    let error = parse(text).expect_err("the test writes no expression");
    (error.offset, error.message)
}

#[test]
fn operators_bind_by_their_strength() {
    assert_eq!(tree("a || b && c"), "(a || (b && c))");
    assert_eq!(tree("(a || b) && !c.d"), "((a || b) && ((! c) . d))");
    assert_eq!(tree("a == b || c | d"), "(((a == b) || c) . d)");
    assert_eq!(
        tree("!contains(@, 'x') && a.b[0] < `1`"),
        "((! (contains: @ String(\"x\"))) && ((a . (b [0])) < Number(\"1\")))"
    );
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
    assert_eq!(tree(r#""\u0061\"b""#), "a\"b");
    assert_eq!(tree(r"'it\'s \n'"), r#"String("it's \\n")"#);
    assert_eq!(tree(r#"`"a\`b"`"#), r#"String("a`b")"#);
    assert_eq!(parse("` 1.50 `").expect("JSON").node, Node::Literal(Literal::Number("1.50".to_owned())));
}

#[test]
fn faults_say_where_and_what() {
    assert_eq!(error("foo."), (4, "expected a name, `*`, `[` or `{` after `.`, not the end".to_owned()));
    assert_eq!(error("a = b"), (2, "`=` is no operator; equality is `==`".to_owned()));
    assert_eq!(error("a b"), (2, "expected an operator or the end, not `b`".to_owned()));
    assert_eq!(error("a[1:2:0]").1, "the step of a slice must not be 0");
    assert_eq!(error("\"length\"(a)"), (0, "the name of a function stands without quotes".to_owned()));
    assert_eq!(error("`{a}`").1, "what stands in backquotes must be JSON: expected a key in double quotes");
    assert_eq!(error("'a"), (0, "this quote is not closed".to_owned()));
    assert_eq!(error("ä"), (0, "`ä` is no part of JMESPath".to_owned()));
    for text in
        ["", "-", "a[99999999999999999999]", "foo[abc]", "@(a)", "{a}", "a{b: c}", "\\", "`", "foo[*]bar"]
    {
        assert!(parse(text).is_err(), "{text}");
    }
}

#[test]
fn no_input_is_too_deep_or_too_long() {
    for text in ["(", "!", "[", "{a:", "&", "a[?", "f(", "*.", "[*]", "[]", "[0]", "a."] {
        assert!(parse(&text.repeat(5000 / text.len())).is_err(), "{text}");
    }
    assert!(error(&format!("{}a", "a.".repeat(3000))).1.contains("deeper"));
    assert!(error(&"a".repeat(9000)).1.contains("longer"));
    assert!(parse(&vec!["a"; 100].join(".")).is_ok());
}
