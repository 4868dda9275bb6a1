//! Items that are the same wherever they stand.

use std::sync::OnceLock;

use proc_macro2::TokenStream;

use super::{Source, imports};
use crate::ir::OutputForm;

/// Items, such as the methods of an impl, that are the same wherever they stand: they are quoted, and formatted once
/// in a run.
///
/// They may name what is imported, and nothing of the model.
pub(crate) struct Fixed {
    items: fn(&Source) -> Vec<TokenStream>,
    formatted: OnceLock<Formatted>,
}

/// The text of items, and what they import.
struct Formatted {
    text: String,
    imports: imports::Set,
}

impl Fixed {
    /// Items of these tokens.
    pub(crate) const fn new(items: fn(&Source) -> Vec<TokenStream>) -> Self {
        Self { items, formatted: OnceLock::new() }
    }

    fn formatted(&self) -> &Formatted {
        self.formatted.get_or_init(|| {
            let mut src = Source::new(OutputForm::Crate, 0);
            let items = (self.items)(&src);
            items.into_iter().for_each(|item| src.item(item));
            Formatted { imports: src.imports.get(), text: src.text }
        })
    }
}

impl Source {
    /// Items that are the same wherever they stand, with a blank line before each.
    pub(crate) fn fixed(&mut self, items: &Fixed) {
        let Formatted { text, imports } = items.formatted();
        self.imports.set(self.imports.get().union(*imports));
        self.separate();
        text.lines().for_each(|line| self.line(line));
    }
}
