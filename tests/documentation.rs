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

use markup::{self, Form, Item, ItemKind, Links, Mention};

/// Links of a small service: `Brew` is an operation, `Tea` a structure with the member `sort`.
struct TeaHouse;

impl Links for TeaHouse {
    fn item(&self, mention: Mention<'_>) -> Option<Item> {
        let (Mention::Code(name) | Mention::Name(name) | Mention::Page(_, name)) = mention;
        match name {
            "BrewTea" => Some(Item::ty("BrewTea")),
            "TeaSort" => Some(Item::ty("TeaSort")),
            "TeaSort$GREEN" => Some(Item { kind: ItemKind::Variant, path: "TeaSort::Green".to_owned() }),
            _ => None,
        }
    }

    fn base(&self) -> Option<&str> {
        Some("https://tea.example.com/")
    }
}

/// A text as it stands, as one string.
fn rendered(text: &str) -> String {
    markup::markdown(text, Form::Whole, &TeaHouse).to_string()
}

/// A text as a page.
fn page(text: &str) -> String {
    markup::markdown(text, Form::Page, &TeaHouse).to_string()
}
