//! What documentation costs: bytes a second over real texts, and how long a hostile one takes.
//!
//! `cargo bench --bench documentation`. The texts are those of the shared models where they are present, else those
//! of the committed one.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use divan::Bencher;
use divan::counter::BytesCount;
use markup::{self, Form, NoLinks};
use serde_json::Value;

fn main() {
    divan::main();
}

/// Every documentation string of the models.
fn texts() -> Vec<String> {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let shared =
        std::env::var_os("SMITHY_SHARED").map_or(root.join("../shared"), PathBuf::from).join("models");
    let folder = if shared.is_dir() { shared } else { root.join("models") };
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder).expect("the models are there").flatten() {
        let json = fs::read(entry.path()).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        gather(&json.unwrap_or(Value::Null), &mut texts);
    }
    texts
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                match value {
                    Value::String(text) if key == "smithy.api#documentation" => texts.push(text.clone()),
                    _ => gather(value, texts),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, texts)),
        _ => {}
    }
}

#[divan::bench(args = [Form::Whole, Form::Page])]
fn real_texts(bencher: Bencher<'_, '_>, form: Form) {
    let texts = texts();
    let bytes: usize = texts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| {
        for text in &texts {
            black_box(markup::markdown(black_box(text), form, &NoLinks));
        }
    });
}

/// About 140 kB of a tag or mark that is never closed, or of what looks like sentences and addresses.
#[divan::bench(args = [
    "<code>", "<p>", "<li>", "<b>", "<a href=\"x\">", "<pre>", "<note>", "<table>", "<!--", "<code><p>",
    "<", "&", "[", "`", "*", "> ", "<a>", "<tr><td>", "<dt>", "<ol start=\"1\">",
    "<p>a.<br> ", "<p>x. <b> </b>", "\"a. ", "http://", ").", "- ", "1. ", "| a ", "](", "<b>`",
])]
fn never_closed(bencher: Bencher<'_, '_>, tag: &str) {
    let html = if tag.starts_with('<') || tag == "&" { "<p>" } else { "" };
    let text = html.to_owned() + &tag.repeat(140_000 / tag.len());
    bencher.bench_local(|| markup::markdown(black_box(&text), Form::Page, &NoLinks));
}
