//! Random documents: HTML, CommonMark and the two mixed, well formed and not.

use markup::{self, Form, Links, NoLinks};

use crate::TeaHouse;
use crate::numbers::Random;
use crate::pieces::{COMMONMARK, HTML, TEXT};
use crate::seen;

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
    let markdown = markup::markdown(text, form, links).to_string();
    let wrong = |c: char| {
        c.is_control()
            || matches!(c, '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2028}'..='\u{2029}' | '\u{2066}'..='\u{2069}')
    };
    if let Some(line) = markdown.split('\n').find(|line| line.contains(wrong) || line.ends_with(' ')) {
        return Err(format!("a character that no comment may carry: {line:?}"));
    }
    let shown = seen::of_markdown(&markdown)?;
    let source = markup::prepared(text);
    let tree = markup::arranged(&source, form, links);
    let meant = seen::of_tree(&tree);
    let same = |what: &str, shown: String, meant: String| {
        if shown == meant { Ok(()) } else { Err(format!("{what}:\n{shown}\nand not\n{meant}")) }
    };
    same("the text is", shown.text(), meant.text())?;
    if seen::is_plain(&tree) {
        same("the words are", shown.words(), meant.words())?;
    }
    same("the listings are", format!("{:?}", shown.listings), format!("{:?}", meant.listings))?;
    same("of blocks there are", format!("{:?}", shown.counts), format!("{:?}", meant.counts))?;
    in_order("the code", &shown.codes, &meant.codes)?;
    in_order("the address", &shown.links, &meant.links)
}

/// Everything that is meant has to be shown, in its order; addresses in the text are shown besides.
fn in_order(what: &str, shown: &[String], meant: &[String]) -> Result<(), String> {
    let mut rest = shown.iter();
    match meant.iter().find(|meant| !rest.any(|shown| shown == *meant)) {
        Some(lost) => Err(format!("{what} {lost:?} is lost or out of order: {shown:?} and not {meant:?}")),
        None => Ok(()),
    }
}

/// Checks `count` documents, from `first` on.
fn check_documents(first: u64, count: u64) {
    let mut wrong = Vec::new();
    for seed in first..first + count {
        let text = document(&mut Random::new(seed));
        let form = [Form::Whole, Form::Page, Form::Summary][(seed % 3) as usize];
        let links: &dyn Links = if seed % 2 == 0 { &TeaHouse } else { &NoLinks };
        if let Err(error) = check(&text, form, links) {
            let markdown = markup::markdown(&text, form, links).to_string();
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
