//! What texts name and link to, and which of it does not exist.

use super::names::Names;
use crate::diagnostics::nearest;
use crate::lower::docs::index::Index;
use crate::lower::docs::links::About;
use crate::resolve::graph::Model;
use markup::{Links, Mention, Named};

/// A sentence on something that does not exist, and what may be meant.
pub(super) type Broken = (String, Option<String>);

/// Looks up what texts name.
pub(super) struct Mentions<'l> {
    index: &'l Index<'l>,
    names: Names<'l>,
}

impl<'l> Mentions<'l> {
    /// Looks names up in a model, and in the crate that is made of it.
    pub(super) fn new(model: &'l Model, index: &'l Index<'l>) -> Self {
        Self { index, names: Names::new(model, index) }
    }

    /// What is wrong with a name or link of a text, if it leads nowhere.
    pub(super) fn broken(&self, named: &Named, about: About<'_>) -> Option<Broken> {
        match named {
            Named::Code(code) => self.code(code, about),
            Named::Reference(name) => self.reference(name, about),
            Named::Address(address) => self.address(address, about),
        }
    }

    /// Code that is a misspelled name of the model.
    fn code(&self, code: &str, about: About<'_>) -> Option<Broken> {
        if self.is_known(code, about) {
            return None;
        }
        let near = match code.split_once('$') {
            Some((shape, member)) => {
                let is_meant = self.is_known(shape, about);
                let near = is_meant.then(|| nearest(member, self.index.members_of(shape)))?;
                near.map(|name| format!("{shape}${name}"))
            }
            None => Some(self.names.misspelled(code)?.to_owned()),
        };
        Some((missing(code), near.map(|name| did_you_mean(&name))))
    }

    fn reference(&self, name: &str, about: About<'_>) -> Option<Broken> {
        let is_known =
            self.index.about(about).item(Mention::Name(name)).is_some() || self.is_known(name, about);
        // A mere remark may be in brackets; shapes begin with a capital.
        let is_meant = name.starts_with(|c: char| c.is_uppercase()) || name.contains(['$', '#']);
        (is_meant && !is_known).then(|| (missing(name), self.names.nearest(name).map(did_you_mean)))
    }

    fn address(&self, address: &str, about: About<'_>) -> Option<Broken> {
        if let Some(name) = self.index.own_page(address).filter(|name| !self.is_known(name, about)) {
            return Some((format!("{}, to whose page the link leads", missing(name)), None));
        }
        let is_item = self.index.about(about).item(Mention::Page(address, "")).is_some();
        let leads = is_item || markup::link("", address, self.index.base()).is_some();
        let shown = escape_hidden(address);
        (!leads).then(|| (format!("the address `{shown}` is neither on the web nor a mailbox"), None))
    }

    /// Whether a name means something in a text.
    fn is_known(&self, name: &str, about: About<'_>) -> bool {
        self.names.contains(name) || self.index.about(about).named(name, false).is_some()
    }
}

fn missing(name: &str) -> String {
    format!("the model has no `{name}`")
}

fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

/// A text in which invisible characters are escaped.
fn escape_hidden(text: &str) -> String {
    text.chars()
        .flat_map(|c| if markup::is_hidden(c) { c.escape_default().collect() } else { vec![c] })
        .collect()
}
