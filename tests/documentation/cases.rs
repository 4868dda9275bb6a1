//! What writers do, one case each, beside what comes out.

use markup::{self, Form, Named};

use super::{page, rendered};

/// Cases with the source that shows each.
const CASES: &[(&str, &str)] = &[
    ("a placeholder is no tag", "<p>arn:aws:tea:<Region>:<account-id>:pot/<pot name></p>"),
    ("case decides what is a tag", "<p>The <code>Code</code> in <Code>, <P>a paragraph</P> in capitals.</p>"),
    (
        "tags in code are text",
        "<p>Set <code>{\"text\":\"<h1>Tea</h1><p>hot</p>\"}</code> or <code><HTML>x</HTML></code>.</p>",
    ),
    (
        "inline tags in quotation marks are text",
        "<p><code>\"before\": \"<b>\", \"after\": \"</b>\"</code></p>",
    ),
    (
        "stressed code is a placeholder",
        "<p><code>arn:<i>region</i>:<i>account</i></code> or <code><i>name</i></code></p>",
    ),
    ("empty tags open nothing", "<p>One.<p/>Two <b/>plain <code/>words.</p><dl><dt/><dd>x</dd></dl>"),
    ("code that is never closed ends with its paragraph", "<p>Use <code>a</p><p>Then <code>b</code>.</p>"),
    ("white space in code stands outside", "<p>the<code> Pot\n\t\t</code>must, <code>TEA </code>.</p>"),
    (
        "white space in a mark stands outside",
        "<p>the <i>hot </i>tea, <a href=\"https://e.org\"> a page </a>.</p>",
    ),
    ("code holds backticks", "<p><code>a`b</code> and <code>``</code> and <code>c`</code></p>"),
    (
        "code that is all of a paragraph and long is a listing",
        "<p><code>{\n    \"tea\": \"green\",\n    \"cups\": 2\n}</code></p>",
    ),
    (
        "JSON that begins behind its tag",
        "<p>For example:</p><p><code>\"Tea\": {\n            \"Sort\": \"green\",\n            \"Cups\": 2}</code></p>",
    ),
    (
        "stress inside of words",
        "<p><i>dd</i>T<i>hh</i> and Path<b>N</b> and <b>whole</b>, <b>a <i>b</i></b>.</p>",
    ),
    ("marks that cross", "<p><b>one <i>two</b> three</i> four</p>"),
    (
        "nested lists",
        "<ul><li><p>one</p><ol><li>first</li><li>second</li></ol></li><li>two<ul><li>deep</li></ul></li></ul>",
    ),
    ("items of one paragraph are tight", "<ul> <li> <p>one</p> </li> <li> <p>two</p> </li> </ul>"),
    ("items without a list", "<p>Text</p><li>one</li><li>two</li>"),
    (
        "definitions",
        "<dl><dt>GREEN</dt><dd><p>Green tea.</p></dd><dt><code>BLACK</code>:</dt><dd>Black tea.</dd></dl>",
    ),
    ("a note in an item", "<ul><li><p>Boil.</p><note><p>Hot.</p></note></li></ul>"),
    (
        "notes and warnings",
        "<p>Text.</p><note><p>One.</p><p>Two.</p></note><important><p>Mind <code>X</code>.</p></important>",
    ),
    (
        "a table",
        "<table><tr><th>Key</th><th>Value</th></tr><tr><td><code>a|b</code></td><td>x | y</td></tr></table>",
    ),
    ("entities, known and not", "<p>&lt;b&gt; &amp;amp; &A &key2 &#38; a&nbsp;b &nosuch; R&D</p>"),
    (
        "links without an address name things",
        "<p><a>BrewTea</a>, <a>Unknown</a>, <code>TeaSort</code> and <code>TeaSort</code>.</p>",
    ),
    (
        "addresses that lead somewhere",
        "<p><a href=\"/x\">root</a> <a href=\"x/y\">here</a> <a href=\"mailto:a@b.c\">mail</a> <a href=\" https://e.org/a b(c)\">odd</a></p>",
    ),
    (
        "addresses that lead nowhere",
        "<p><a href=\"\">--volume</a> <a href=\"javascript:x\">script</a> <a href=\"#part\">part</a></p>",
    ),
    (
        "an address as its own text",
        "<p><a href=\"https://e.org/a_b\">https://e.org/a_b</a> and https://e.org/a_b. (http://e.org/c)</p>",
    ),
    ("addresses with placeholders", "<p>https://<bucket>.e.org/x and \"http://\" and https://{a}/b</p>"),
    (
        "marks of Markdown are text in HTML",
        "<p>*a* _b_ a_b_c `x` [y] ~~z~~ a|b \\ ^[1] $1 --volume --- ...</p>",
    ),
    ("brackets and patterns", "<p>[a-zA-Z+-=._:/]* and [^\\s@]+ and [x](y) and ![z](w)</p>"),
    (
        "lines that could begin a block",
        "<p>- one</p><p>1. two</p><p>100) three</p><p># four</p><p>+ five</p><p>=== six</p><p>> seven</p><p>| a |</p>",
    ),
    ("comments and what is broken", "<p>a<!-- hidden -->b</br>c</para><p>para>5</p>/listitem> <-- x --></p>"),
    (
        "characters that cannot be seen",
        "<p>right\u{202e}left\u{200b} \u{2028}next\u{a0}word 1\u{96}2 &#x202e;x</p>",
    ),
    ("spaces before the text", "    Indented all\n    the way.\n\n        more"),
    (
        "CommonMark",
        "Brews *tea*, see [BrewTea] and [`TeaSort`] and [the sort][TeaSort$GREEN], not [this].\n\n- one\n- two\n\n```rust\nfn main() {}\n```",
    ),
    ("CommonMark with HTML", "A <b>bold</b> pot<br>of <Region> &lt;tea&gt;.\n\n<note>Hot.</note>"),
    ("a table in CommonMark", "| key | from |\n|---|---|\n| `A` | `x|y` |\n"),
    ("headings", "# One\n\nText.\n\n- ## In an item\n\nTwo #\n===\n"),
    ("hard breaks and rules", "one  \ntwo\\\nthree\n\n---\n\nfour"),
    ("quotes", "> said\n>\n> - twice"),
    (
        "names are linked once in the text, and once in each list and table",
        "`BrewTea` and `BrewTea`.\n\n- `BrewTea`, then `BrewTea`\n  - `BrewTea`\n\n| key |\n|---|\n| `BrewTea` |\n\nSee `TeaSort` and `BrewTea`.",
    ),
    (
        "CommonMark about HTML",
        "Use the `<p>` tag for paragraphs:\n\n- one\n- two\n\n```xml\n<ul><li>x</li></ul>\n```\n\nAfter *this*.",
    ),
    ("CommonMark that begins with a tag", "<b>Old.</b> Use [BrewTea] or `x` instead:\n\n- one\n- two"),
    ("HTML that begins with a tag in a line", "<i>Old_x_y.</i> Use <code>a*b*c</code> or 2*3*4 instead."),
    ("a mark at the start of a line", "Put the secret in\n.env or\n:name, then (run\n) it: `a`,\n.env"),
    (
        "names behind code",
        "<p>Put <code>cp </code>.env there, <code>a </code>:b, <code>c </code>, and <code>d </code>.</p>",
    ),
    ("brackets and an address in a link", "<p><a href=\"https://e.org\">see [https://e.org</a></p>"),
    ("an address in brackets", "<p>(see https://e.org/f(x)) and [https://e.org/y].</p>"),
    ("an address in angle brackets", "<p>See <https://e.org/x> there.</p>"),
    ("a list that begins at five", "<ol start=\"5\"><li>five</li><li>six</li></ol>"),
    (
        "a table with a caption and rows of several lengths",
        "<table><caption>Cap</caption><tr><td>a</td></tr><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr></table>",
    ),
    ("the end of a link and no name", "<p><a name=\"x\">Some words here</a></p>"),
    ("tabs before the text", "\tTabbed text\n\tmore of it"),
    ("spaces before the first line", "    First line\nand the second."),
    ("more spaces before the first line", "        First line\n    and second."),
    ("nothing at all", "<p/>  <p></p><fullname></fullname>"),
];

#[test]
fn what_comes_out_of_what_writers_write() {
    let shown: Vec<String> = CASES
        .iter()
        .map(|(name, text)| format!("== {name}\n{}\n--\n{}\n", text.escape_debug(), rendered(text)))
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn a_page_begins_with_a_sentence() {
    let long = "<p>Brews one pot of the tea that the request names, in the kitchen that the house has, and pours it. \
                It takes e.g. 3 minutes. Then it pours.</p>";
    assert_eq!(
        page(long),
        "Brews one pot of the tea that the request names, in the kitchen that the house has, and pours it.\n\n\
         It takes e.g. 3 minutes. Then it pours."
    );
    assert_eq!(page("<note><p>Hot.</p></note><p>Brews.</p>"), "Brews.\n\n> **Note:** Hot.");
    assert_eq!(page("<p>Short. And whole.</p>"), "Short. And whole.");
    let summary =
        |text| markup::markdown(text, Form::Summary, &markup::NoLinks).to_string().replace('\n', " ");
    assert_eq!(summary("<p>Brews <b>tea</b>. And pours.</p><p>More.</p>"), "Brews **tea**.");
    assert_eq!(summary("<p>Uses the Dr. Tea brand, U.S. only.</p>"), "Uses the Dr. Tea brand, U.S. only.");
    assert_eq!(summary("<p>Version 1.2 of <code>a.B</code>. Next.</p>"), "Version 1.2 of `a.B`.");
    assert_eq!(summary("<p>Says \"Hi. There.\" And goes. On.</p>"), "Says \"Hi. There.\"");
    assert_eq!(
        summary("<p>Takes the var. <i>lower</i> of <code>X</code>. Next.</p>"),
        "Takes the var. *lower* of `X`."
    );
    assert_eq!(summary("Sets it to \"on.\" The default is \"off\". More."), "Sets it to \"on.\"");
    assert_eq!(summary("The state of the art. Next."), "The state of the art.");
    assert_eq!(summary("The answer is no. Then more."), "The answer is no.");
    assert_eq!(summary("Use Sec. 5 of RFC 1. Then."), "Use Sec. 5 of RFC 1.");
    assert_eq!(summary("<ul><li>An item. Another.</li></ul>"), "An item.");
    assert_eq!(summary("# Brews\n\nBrews a pot. Hot."), "Brews a pot.");
    assert_eq!(summary("<table><tr><td>a cell</td></tr></table>"), "");
    assert_eq!(page("# Brews\n\nBrews a pot. Hot.\n\n## More"), "Brews a pot. Hot.\n\n# Brews\n\n## More");
}

#[test]
fn what_a_text_names() {
    let code = |text: &str| Named::Code(text.to_owned());
    let reference = |text: &str| Named::Reference(text.to_owned());
    assert_eq!(
        markup::mentions("`A` and [B] and [`C`] and [x](https://e.org) and [not this]"),
        [code("A"), reference("B"), reference("C"), Named::Address("https://e.org".to_owned())],
    );
    assert_eq!(
        markup::mentions("<ul><li><a>Shape</a> <code>x</code> <a href=\"y\">z</a></li></ul>"),
        [reference("Shape"), code("x"), Named::Address("y".to_owned())],
    );
}

#[test]
fn plain_text_is_escaped_and_code_shows_all() {
    assert_eq!(markup::plain("a <b> *c*\n[d] --e"), r"a \<b> \*c\* \[d\] \--e");
    assert_eq!(markup::code("a\u{202e}b"), r"`a\u{202e}b`");
    assert_eq!(markup::code("`"), "`` ` ``");
}
