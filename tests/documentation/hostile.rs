//! Texts that nobody would write in good faith: they are read to their end, and their text stays.

use markup::tree::Language;
use markup::{self, Form, NoLinks};

use crate::seen;

fn check(name: &str, text: &str) {
    let markdown = markup::markdown(text, Form::Page, &NoLinks).to_string();
    let shown = seen::of_markdown(&markdown).unwrap_or_else(|error| panic!("{name}: {error}"));
    let source = markup::prepared(text);
    let meant = seen::of_tree(&markup::arranged(&source, Form::Page, &NoLinks));
    assert!(shown.text() == meant.text(), "{name}");
}

#[test]
fn no_nesting_exhausts_the_stack() {
    for tag in [
        "ul><li",
        "ol",
        "dl><dt",
        "note",
        "blockquote",
        "table><tr><td",
        "b",
        "code",
        "pre",
        "a href=\"https://e.org\"",
    ] {
        check(tag, &format!("<p>x{}y", format!("<{tag}>").repeat(20_000)));
    }
    for mark in ["> ", "- ", "1. ", "[", "*", "**", "`", "!["] {
        check(mark, &mark.repeat(5_000));
    }
}

#[test]
fn no_text_breaks_out_of_its_comment() {
    let text = "<p>*/ pub fn f() {} /* \r\n#[deny(warnings)] \r pub fn g() {}\n///! x\u{2028}pub fn h() {}\u{85}</p>";
    let markdown = markup::markdown(text, Form::Whole, &NoLinks).to_string();
    assert!(
        markdown.split('\n').all(|line| !line.contains(|c: char| c.is_control() || c == '\u{2028}')),
        "{markdown:?}"
    );
    let source: String = markdown.lines().map(|line| format!("/// {line}\n")).collect();
    let file = syn::parse_file(&format!("{source}struct S;")).expect("it is a comment and a struct");
    assert_eq!(file.items.len(), 1);
}

/// What stands behind a fence and makes rustdoc compile what is in it.
#[test]
fn no_language_of_a_listing_is_compiled() {
    let compiled =
        ["", "rust", "should_panic", "no_run", "ignore", "compile_fail", "test_harness", "standalone_crate"];
    for word in compiled.iter().chain(&["rust,no_run", "edition2021", "{.rust}"]) {
        let markdown = markup::markdown(&format!("```{word}\nfn f() {{}}\n```"), Form::Whole, &NoLinks);
        assert_eq!(markdown.as_str().lines().next(), Some("```text"), "{word}");
        assert!(!Language::NAMED.contains(word), "{word}");
    }
}

#[test]
fn no_small_text_grows_large() {
    let table = format!("<table>{}{}", "<tr><td>x".repeat(5_000), "<tr>".to_owned() + &"<td>y".repeat(5_000));
    let markdown = markup::markdown(&table, Form::Page, &NoLinks).to_string();
    assert!(markdown.len() < 4 * table.len(), "{} bytes became {}", table.len(), markdown.len());
    check("a wide table", &table[..table.len() / 4]);
}
