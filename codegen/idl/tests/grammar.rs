//! Small texts at the edges of the grammar: what is right, and where what is wrong is reported.

use smithygen_idl::{LineIndex, Severity, parse};

/// The places and messages of the errors of a text behind a header of three lines.
fn errors(version: &str, body: &str) -> Vec<(usize, usize, String)> {
    let text = format!("$version: \"{version}\"\nnamespace a\n\n{body}");
    let lines = LineIndex::new(&text);
    let file = parse(&text);
    let errors = file.diagnostics().iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
    errors
        .map(|diagnostic| {
            let position = lines.position(diagnostic.span.start);
            (position.line, position.column, diagnostic.message.clone())
        })
        .collect()
}

#[test]
fn what_is_right() {
    for body in [
        "structure A { a: B c: D, e: F }",
        "structure A\n// comment\n{\n    a : B\n}",
        "structure A { $a $b }",
        "structure A for B with [C D, E] {}\nstructure F with\n[G] {}",
        "structure A {\n    a: B = 1 , // comment\n    b: C = {}\n}",
        "structure A {\n    true: B\n    null: C\n    namespace: D\n    use: E\n}",
        "enum A { B C, D }\nintEnum E { F = 1\n G = -2, \n}",
        "operation A { errors: [B C] output:=for D with [E] {} input : F }",
        "operation A {input: B}",
        "apply A\n@b\napply A$b @c()\napply A {\n}",
        "@a(b)\n@a(b.c#d$e)\n@a(b: c, \"d\": [true] e: {f: null,})\n@a(\"\"\"\n  x\"\"\")\n@a( \n)\nstring A",
        "@a,@b\nstring A // comment",
        "string A\r\nstring B\rstring C",
        "/// At the end",
    ] {
        assert_eq!(errors("2.0", body), [], "{body}");
    }
    for body in [
        "structure A {\n    1. a: [B]\n    2. b: { C : [{D: E}] }\n    3. $c\n    4.  d: B\n}",
        "@a([#re \"x\" b#re \"y\" #hex\t\"00\"])\n@b(c: #timestamp \"2024-01-01T00:00:00Z\")\nstring A",
    ] {
        assert_eq!(errors("2.1", body), [], "{body}");
    }
}

#[test]
fn what_is_wrong() {
    for (body, line, column, message) in [
        ("string A string B", 4, 10, "expected a line break, found `string`"),
        ("string A,", 4, 9, "expected a line break, found `,`"),
        ("structure A {} string B", 4, 16, "expected a line break, found `string`"),
        ("structure A {\n    a: B = 1 }", 5, 14, "expected a line break, found `}`"),
        ("structure A {\n    a:\n    B\n}", 5, 7, "expected the id of a shape, found a line break"),
        ("structure A with [] {}", 4, 19, "expected the id of a shape, found `]`"),
        ("structure A { a: b.c }", 4, 21, "expected `#` and the name of a shape, found a space"),
        ("structure A { 1. a: B }", 4, 15, "member indexes need Smithy 2.1, and this file is of version 2.0"),
        ("enum A { B: C }", 4, 11, "expected the name of a member, found `:`"),
        ("service A", 4, 10, "expected `{`, found the end of the file"),
        ("@a (b)\nstring A", 4, 4, "expected a shape or another trait, found `(`"),
        ("@ a\nstring A", 4, 2, "expected the id of a shape, found a space"),
        ("@a(b c)\nstring A", 4, 6, "expected `)`, found `c`"),
        ("@a(-)\nstring A", 4, 4, "`-` is no number: a digit must follow `-`"),
        ("@a\napply B @c", 5, 1, "traits cannot stand before `apply`"),
        ("apply A", 4, 8, "expected a space, found the end of the file"),
        ("apply A {\n    @b\n", 6, 1, "expected `}`, found the end of the file"),
        ("string __", 4, 8, "`__` is no identifier: a letter or digit must follow the underscores"),
        ("structure A { a: B; }", 4, 19, "expected the name of a member, found the character `;`"),
        ("string A / B", 4, 10, "expected a line break, found the character `/`"),
        (
            "@a(#none \"x\")\nstring A",
            4,
            4,
            "there is no tag `#none`: the tags are `#re`, `#b`, `#hex` and `#timestamp`",
        ),
    ] {
        assert_eq!(errors("2.0", body), [(line, column, message.to_owned())], "{body}");
    }
}
