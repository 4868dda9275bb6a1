//! Documentation: HTML and CommonMark come out as Markdown that says the same and that rustdoc shows without a word.

#[path = "documentation/cases.rs"]
mod cases;
#[path = "documentation/hostile.rs"]
mod hostile;
#[path = "support/random.rs"]
mod numbers;
#[path = "documentation/oracle.rs"]
mod oracle;
#[path = "documentation/own_words.rs"]
mod own_words;
#[path = "documentation/pieces.rs"]
mod pieces;
#[path = "documentation/random.rs"]
mod random;
#[path = "documentation/seen.rs"]
mod seen;
#[path = "support/mod.rs"]
mod support;

use markup::{self, Form, Links, Mention};

/// Links of a small service: `Brew` is an operation, `Tea` a structure with the member `sort`.
struct TeaHouse;

impl Links for TeaHouse {
    fn item(&self, mention: Mention<'_>) -> Option<String> {
        let (Mention::Code(name) | Mention::Name(name) | Mention::Page(_, name)) = mention;
        match name {
            "BrewTea" => Some("type@crate::BrewTea".to_owned()),
            "TeaSort" => Some("type@crate::TeaSort".to_owned()),
            "TeaSort$GREEN" => Some("variant@crate::TeaSort::Green".to_owned()),
            _ => None,
        }
    }

    fn base(&self) -> Option<&str> {
        Some("https://tea.example.com/")
    }
}

/// A text as it stands, as one string.
fn rendered(text: &str) -> String {
    markup::markdown(text, Form::Whole, &TeaHouse).join("\n")
}

/// A text as a page.
fn page(text: &str) -> String {
    markup::markdown(text, Form::Page, &TeaHouse).join("\n")
}
