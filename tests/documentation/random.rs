//! Random documents: HTML, CommonMark and the two mixed, well formed and not.

use codegen::documentation::{self, Form, Links, NoLinks};

use crate::TeaHouse;
use crate::numbers::Random;
use crate::seen;

/// Pieces of HTML; most models hold nothing else.
const HTML: &[&str] = &[
    "<p>",
    "</p>",
    "<p/>",
    "<ul>",
    "</ul>",
    "<ol>",
    "</ol>",
    "<li>",
    "</li>",
    "<dl>",
    "</dl>",
    "<dt>",
    "</dt>",
    "<dd>",
    "</dd>",
    "<note>",
    "</note>",
    "<important>",
    "</important>",
    "<code>",
    "</code>",
    "<code/>",
    "<i>",
    "</i>",
    "<b>",
    "</b>",
    "<b/>",
    "<em>",
    "</em>",
    "<a>",
    "</a>",
    "<a href=\"https://e.org/x\">",
    "<a href=\"/x\">",
    "<a href=\"\">",
    "<a href='javascript:x'>",
    "<a href=\"https://e.org/a b(c)|`\">",
    "<br>",
    "</br>",
    "<br/>",
    "<pre>",
    "</pre>",
    "<blockquote>",
    "</blockquote>",
    "<table>",
    "<tr>",
    "<td>",
    "</td>",
    "</tr>",
    "</table>",
    "<h3>",
    "</h3>",
    "<hr>",
    "<Region>",
    "<Code>",
    "<parameter name>",
    "<!-- x -->",
    "<!--",
    "&lt;",
    "&amp;",
    "&#x202e;",
    "&#0;",
    "&nbsp;",
    "<link linkend=\"BrewTea\">",
    "</link>",
    "<fullname>",
    "</fullname>",
    "<script>",
    "<div class=\"warning\">",
    "</div>",
    "<span>",
];

/// Pieces of CommonMark.
const COMMONMARK: &[&str] = &[
    "\n\n",
    "\n",
    "\n- ",
    "\n* ",
    "\n  - ",
    "\n    ",
    "\n1. ",
    "\n10) ",
    "\n> ",
    "\n# ",
    "\n#",
    "\n---\n",
    "\n===\n",
    "\n```\n",
    "\n```rust\n",
    "\n```json\n",
    "\n~~~\n",
    "`",
    "``",
    "*",
    "**",
    "***",
    "_",
    "__",
    "[",
    "]",
    "](",
    ")",
    "![",
    "[^1]",
    "[^1]: ",
    "[x] ",
    "[ ] ",
    "\n| a | b |\n|---|---|\n| c | d |\n",
    "\n|--|\n",
    "\n:--\n",
    "|",
    "~~",
    "~",
    "\\",
    "  \n",
    "\\\n",
    "[BrewTea]",
    "[`TeaSort`]",
    "[text][TeaSort]",
    "[BrewTea][]",
    "<https://e.org>",
    "<a@b.c>",
    "[l](<x y>)",
    "$x$",
    "^",
];

/// Words and marks.
const TEXT: &[&str] = &[
    "word",
    "Sentence. Next",
    "SECRET_HASH",
    "a_b_c",
    "_x",
    "x_",
    "*",
    "2 * 3",
    "--volume",
    "---",
    "->",
    "- ",
    "+ ",
    "# ",
    "1. ",
    "100. However",
    "1) ",
    "> ",
    "=",
    "===",
    "<=x@y>",
    "<",
    ">",
    "&",
    ";",
    "&lt",
    "{a}",
    "{\"a\": [1, 2]}",
    "[a-z]",
    "[\\s@]+",
    "http://",
    "https://e.org/a_b*c.",
    "https://<bucket>.s3",
    "http://a.b/(c)",
    "://",
    "x@y.zz",
    "!",
    "!!",
    "...",
    "\"q\"",
    "'s",
    "|",
    "a|b",
    "`",
    "``",
    "\\",
    "\\*",
    "/*",
    "*/",
    "///",
    "//!",
    "#[x]",
    "\u{202e}",
    "\u{200b}",
    "\0",
    "\u{2028}",
    "\u{a0}",
    "\u{96}",
    "é",
    "😀",
    "\t",
    "\r\n",
    "\r",
    " ",
    "  ",
    "    ",
    "     indented",
    "BrewTea",
    "TeaSort",
    "TeaSort$GREEN",
    "~",
    "^",
    "$",
    ":",
    ":--",
    "e.g. x",
];

fn document(random: &mut Random) -> String {
    let form = random.below(3);
    let mut text = if form == 0 { "<p>".to_owned() } else { String::new() };
    for _ in 0..random.below(24) {
        let pieces = match (form, random.below(5)) {
            (0, 0..3) | (2, 0..2) => HTML,
            (1, 0..3) | (2, 2..4) => COMMONMARK,
            _ => TEXT,
        };
        text.push_str(random.of(pieces));
        if random.below(3) == 0 {
            text.push(' ');
        }
    }
    text
}

/// What must hold of every document.
fn check(text: &str, form: Form, links: &dyn Links) -> Result<(), String> {
    let lines = documentation::markdown(text, form, links);
    let wrong = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2028}'..='\u{2029}' | '\u{2066}'..='\u{2069}')
    };
    if let Some(line) = lines.iter().find(|line| line.contains(wrong) || line.ends_with(' ')) {
        return Err(format!("a character that no comment may carry: {line:?}"));
    }
    let markdown = lines.join("\n");
    let shown = seen::of_markdown(&markdown)?;
    if text.starts_with(' ') {
        return Ok(());
    }
    let meant = seen::of_tree(&documentation::arranged(text, form, links));
    if shown.text != meant.text {
        return Err(format!("the text is\n{}\nand not\n{}", shown.text, meant.text));
    }
    if shown.listings != meant.listings || shown.counts != meant.counts {
        return Err(format!(
            "{:?} {:?}\nand not\n{:?} {:?}",
            shown.listings, shown.counts, meant.listings, meant.counts
        ));
    }
    if links.base().is_none() && shown.links.len() < meant.links.len() {
        return Err(format!("{:?}\nand not\n{:?}", shown.links, meant.links));
    }
    Ok(())
}

/// Checks `count` documents, from `first` on.
fn check_documents(first: u64, count: u64) {
    let mut wrong = Vec::new();
    for seed in first..first + count {
        let text = document(&mut Random::new(seed));
        let form = [Form::Whole, Form::Page, Form::Summary][(seed % 3) as usize];
        let links: &dyn Links = if seed % 2 == 0 { &TeaHouse } else { &NoLinks };
        if let Err(error) = check(&text, form, links) {
            let markdown = documentation::markdown(&text, form, links).join("\n");
            wrong.push(format!("seed {seed}, {form:?}: {error}\nsource: {text:?}\nmarkdown:\n{markdown}\n"));
        }
    }
    wrong.sort_by_key(String::len);
    assert!(
        wrong.is_empty(),
        "{} of {count} are wrong:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(8)].join("\n")
    );
}

#[test]
fn twenty_thousand_random_documents_keep_their_text() {
    check_documents(1, 20_000);
}

/// Run by hand and by the weekly job: `cargo test --release --test documentation -- --ignored`.
#[test]
#[ignore = "takes a minute"]
fn a_million_random_documents_keep_their_text() {
    check_documents(1_000_000, 1_000_000);
}
