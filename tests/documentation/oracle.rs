//! The text of every documentation string of the shared models, before and after.
//!
//! What a reader of the source sees is found here by other means than in the tool: with regular expressions.

use std::borrow::Cow;
use std::path::Path;
use std::sync::LazyLock;

use markup::{self, Form, NoLinks};
use regex::{Captures, Regex};
use serde_json::Value;

use crate::seen;
use crate::support::shared;

/// Tags whose names are marks of HTML or of DocBook, and nothing else.
static TAGS: LazyLock<Regex> = LazyLock::new(|| {
    let names = "p|para|fullname|div|br|hr|h[1-6]|[uod]l|li|d[td]|note|important|tip|caution|warning|blockquote|\
                 table|tbody|thead|tr|t[dh]|pre|code|i|em|var|replaceable|b|strong|a|link|span|u|small|sup|sub|\
                 examples|request|response|title|zonbook|xhtml";
    let value = r#"\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)"#;
    Regex::new(&format!(r"</?(?:{names})(?:\s+[a-zA-Z:-]+{value})*\s*/?>")).expect("it is right")
});
static CODE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?s)<code>(.*?)</code>").expect("it is right"));
/// A term that ends in no colon, and what it means.
static TERM: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"([^:\s>])(\s*(?:</[a-z]+>\s*)*</dt>\s*<dd)").expect("it is right"));
static INLINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"</?(?:i|em|b|strong|a|code|br)(?:\s+href="[^"]*")?\s*/?>"#).expect("it is right")
});
static STRESSED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?s)(.?)<(i|em|b|strong)>\s*([^<{\[$].*?)\s*</(?:i|em|b|strong)>").expect("it is right")
});

/// Every documentation string of a JSON document, by where it stands.
pub fn strings(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                match value {
                    Value::String(text) if key == "smithy.api#documentation" || key == "documentation" => {
                        found.push((path.to_owned(), text.clone()));
                    }
                    _ if key == "smithy.api#examples" || key.starts_with("smithy.rules#") => {}
                    _ => strings(value, &format!("{path}/{key}"), found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| strings(value, path, found)),
        _ => {}
    }
}

/// Every documentation string of the shared models.
pub fn corpus(shared: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let files = std::fs::read_dir(shared.join("models")).expect("the models are there");
    let mut files: Vec<_> = files.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a model is text");
        let name = file.file_stem().expect("it has a name").to_string_lossy().into_owned();
        strings(&serde_json::from_str(&text).expect("a model is JSON"), &name, &mut found);
    }
    found
}

/// What a reader of the source sees, code with placeholders in it as the tool writes them.
fn source_text(text: &str) -> String {
    seen::compared(&source_words(text))
}

fn source_words(text: &str) -> String {
    if !(TAGS.find(text.trim_start()).is_some_and(|tag| tag.start() == 0) || text.contains("<p>")) {
        return text.to_owned();
    }
    let defined = TERM.replace_all(text, "$1:$2");
    let coded = CODE.replace_all(&defined, |found: &Captures<'_>| code_text(&found[1]));
    let bare = TAGS.replace_all(&coded, "");
    let decoded = html_escape::decode_html_entities(&bare).replace('\u{E000}', "<").replace('\u{E001}', ">");
    visible(&decoded)
}

/// What is left of code: block tags in it are text; stressed text in it stands in angle brackets.
fn code_text(code: &str) -> String {
    let whole = STRESSED.find(code.trim()).is_some_and(|found| found.len() == code.trim().len());
    let marked: Cow<'_, str> = if whole {
        code.into()
    } else {
        STRESSED.replace_all(code, |found: &Captures<'_>| match &found[1] {
            before @ ("<" | "{" | "[") => format!("{before}{}", &found[3]),
            before => format!("{before}\u{E000}{}\u{E001}", &found[3]),
        })
    };
    let bare = INLINE.replace_all(&marked, "");
    format!("<code>{}</code>", bare.replace('<', "\u{E000}").replace('>', "\u{E001}"))
}

/// Text without the characters that no comment may carry.
fn visible(text: &str) -> String {
    let hidden =
        |c: &char| matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}');
    text.chars().filter(|c| !hidden(c)).map(|c| if c == '\u{96}' { '–' } else { c }).collect()
}

/// The rendered text without the label of notes.
fn rendered_text(markdown: &str) -> Result<String, String> {
    Ok(seen::of_markdown(&markdown.replace("> **Note:**", ">"))?.text())
}

#[shared_data::test]
fn no_text_of_the_shared_models_is_lost_or_changed() {
    let shared = shared();
    let corpus = corpus(&shared);
    let mut differ = Vec::new();
    for (place, text) in &corpus {
        let markdown = markup::markdown(text, Form::Whole, &NoLinks).to_string();
        let source = source_text(text);
        match rendered_text(&markdown) {
            Ok(rendered) if rendered == source => {}
            Ok(rendered) => differ.push(format!("{place}\n{text}\n{markdown}\n{source}\n{rendered}\n")),
            Err(error) => differ.push(format!("{place}: {error}\n{text}\n{markdown}\n")),
        }
    }
    assert!(corpus.len() > 10_000, "only {} texts were found", corpus.len());
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ[..differ.len().min(10)].join("\n"));
}

/// Words of three or more capitals and underscores: the keys and values that people copy.
static KEYS: LazyLock<Regex> = LazyLock::new(|| Regex::new("[A-Z_]{3,}").expect("it is right"));
static ADDRESSES: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"href\s*=\s*"\s*(https?://[^"\s]+)\s*""#).expect("it is right"));

#[shared_data::test]
fn every_key_and_every_link_of_the_shared_models_is_kept() {
    let shared = shared();
    let (mut keys, mut links) = (0, 0);
    for (place, text) in corpus(&shared) {
        let shown = seen::of_markdown(&markup::markdown(&text, Form::Page, &NoLinks).to_string());
        let shown = shown.unwrap_or_else(|error| panic!("{place}: {error}"));
        let seen_text = shown.text();
        for key in KEYS.find_iter(&source_words(&text)) {
            assert!(seen_text.contains(key.as_str()), "{place}: {}", key.as_str());
            keys += 1;
        }
        for address in ADDRESSES.captures_iter(&text) {
            let address = html_escape::decode_html_entities(&address[1]).into_owned();
            assert!(shown.links.contains(&address), "{place}: {address} is not among {:?}", shown.links);
            links += 1;
        }
    }
    assert!(keys > 5_000 && links > 2_000, "{keys} keys and {links} links were looked at");
}
