//! Selectors that are right, and what is said of those that are wrong.

use smithygen_selector::{PathSegment, Step, TemplatePart, parse, parse_template};

#[test]
fn selectors_of_every_form_are_read() {
    for text in [
        "*",
        "string [trait|sensitive]",
        "[id|namespace = 'smithy.example']",
        "[trait | range\n | min = -1.5e3]",
        "[trait|since = 2019, 2020 i]",
        "[id = foo.baz#Structure]",
        "[@trait|range: @{min} > @{max}]",
        "[@: @{trait|tags|(values)} {<<} @{var|x|trait|a.b#c|(values)} && @{id} ?= true i]",
        "operation -[input, output]-> structure <-[member]- *",
        "service $a(-[trait]-> [trait|authDefinition]) ~> operation :not(:in(${a}))",
        ":topdown([trait|a.b#c], [trait|a.b#d])",
        ":recursive(-[mixin]->) :is(list, map) :root(union)",
        "list >> string < member",
        ":unknown(*)",
    ] {
        assert!(parse(text).is_ok(), "{text}: {:?}", parse(text));
    }
}

#[test]
fn what_is_wrong_is_named_with_its_place() {
    for (text, message) in [
        ("", "expected a selector, found the end (at 0)"),
        ("list :test(", "expected a selector, found the end (at 11)"),
        ("[trait|]", "expected a value, found `]` (at 7)"),
        ("[name = 1]", "shapes have no attribute `name`, but `id`, `service`, `trait` and `var` (at 1)"),
        ("[id ~ 1]", "expected a comparator or `]`, found `~` (at 4)"),
        ("[id = 'a]", "expected `'`, found the end (at 9)"),
        ("-[input]>", "expected `->`, found `>` (at 8)"),
        (":not(list, map)", "`:not` takes one selector, not 2 (at 1)"),
        ("list)", "expected the end, found `)` (at 4)"),
        ("lost", "there is no shape type `lost` (at 0)"),
    ] {
        assert_eq!(parse(text).expect_err(text).to_string(), message, "{text}");
    }
    let deep = ":not(".repeat(100_000);
    assert!(parse(&deep).is_err_and(|error| error.message.contains("no deeper")));
}

#[test]
fn a_relationship_is_a_step_of_its_own() {
    let selector = parse("list > member").expect("it is a selector");
    assert!(matches!(&selector.steps[..], [Step::Type(_), Step::Neighbors(_), Step::Type(_)]));
}

#[test]
fn templates_hold_text_and_paths() {
    let parts = parse_template("a@@b @{id|name}!").expect("it is a template");
    let name = |text: &str| PathSegment::Name(text.to_owned());
    let text = |text: &str| TemplatePart::Text(text.to_owned());
    let path = TemplatePart::Path(vec![name("id"), name("name")]);
    assert_eq!(parts, [text("a"), text("@"), text("b "), path, text("!")]);
    assert!(parse_template("a@b").is_err());
}
