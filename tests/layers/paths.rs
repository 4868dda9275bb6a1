//! The paths that a file names: imports, grouped ones too, and paths in code, macros and attributes.

use std::collections::BTreeSet;

use crate::source::{Token, closing, tokens};

/// Macros whose tokens are code of generated crates, not of the tool.
const QUOTING: [&str; 3] = ["quote", "quote_spanned", "parse_quote"];

/// What a file names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Named {
    /// Paths from the root of the crate, each as far as it consists of names; `*` for a glob.
    pub(crate) own: BTreeSet<Vec<String>>,
    /// All other paths, from the name of a crate or of something in scope.
    pub(crate) other: BTreeSet<Vec<String>>,
}

/// Reads the paths of a file, whose module is at `module` from the root of its crate.
pub(crate) fn named(module: &[&str], text: &str) -> Named {
    let tokens = tokens(text);
    let mut named = Named::default();
    let mut reader = Reader { tokens: &tokens, modules: Vec::new(), local: BTreeSet::new() };
    let mut at = 0;
    while at < tokens.len() {
        at = reader.token(&mut named, module, at);
    }
    let Named { own, other } = &mut named;
    let local =
        |name: &String| reader.local.contains(name) || own.iter().any(|path| path.last() == Some(name));
    other.retain(|path| path.first().is_some_and(|name| !local(name)));
    named
}

struct Reader<'t> {
    tokens: &'t [Token<'t>],
    /// The modules inside the file that are open, each with the place where it closes.
    modules: Vec<(&'t str, usize)>,
    /// Modules that the file declares.
    local: BTreeSet<String>,
}

impl<'t> Reader<'t> {
    fn text(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.text)
    }

    /// Reads what begins at a token, and says where to go on.
    fn token(&mut self, named: &mut Named, module: &[&str], at: usize) -> usize {
        self.modules.retain(|&(_, end)| at < end);
        if QUOTING.contains(&self.text(at)) && self.text(at + 1) == "!" {
            return closing(self.tokens, at + 2) + 1;
        }
        if self.text(at) == "mod" && self.tokens.get(at + 1).is_some_and(Token::is_word) {
            let name = self.text(at + 1);
            self.local.insert(name.to_owned());
            if self.text(at + 2) == "{" {
                self.modules.push((name, closing(self.tokens, at + 2)));
            }
            return at + 2;
        }
        if self.begins_path(at) {
            let mut paths = Vec::new();
            self.tree(&mut paths, &mut Vec::new(), at);
            let inside: Vec<&str> = self.modules.iter().map(|&(name, _)| name).collect();
            paths.iter().for_each(|path| add(named, &[module, &inside].concat(), path));
        }
        at + 1
    }

    /// Whether a path of two names or more, or an import, begins at a token.
    fn begins_path(&self, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).and_then(|place| self.tokens.get(place));
        let is_use = |token: Option<&Token<'_>>| token.is_some_and(|token| token.text == "use");
        let follows = before(1).is_some_and(|token| token.text == "::");
        let imports = is_use(if follows { before(2) } else { before(1) });
        let continues = follows && before(2).is_some_and(|token| token.is_word() || token.text == ">");
        let begins = imports || (self.text(at + 1) == "::" && !continues);
        begins && self.tokens[at].is_word() && !["Self", "use"].contains(&self.text(at))
    }

    /// Reads the names from `at` on; a group gives a path for each of its entries.
    fn tree(&self, paths: &mut Vec<Vec<&'t str>>, path: &mut Vec<&'t str>, at: usize) {
        let Some(token) = self.tokens.get(at) else { return };
        if token.text == "{" {
            let end = closing(self.tokens, at);
            let mut entry = at + 1;
            while entry < end {
                self.tree(paths, &mut path.clone(), entry);
                entry = self.next_entry(entry, end);
            }
        } else if token.is_word() || token.text == "*" {
            path.push(token.text);
            if self.text(at + 1) == "::"
                && (self.tokens[at + 2].is_word() || ["{", "*"].contains(&self.text(at + 2)))
            {
                self.tree(paths, path, at + 2);
            } else {
                paths.push(path.clone());
            }
        } else {
            paths.push(path.clone());
        }
    }

    /// The place behind the comma that ends an entry of a group.
    fn next_entry(&self, mut at: usize, end: usize) -> usize {
        while at < end && self.text(at) != "," {
            at = if self.text(at) == "{" { closing(self.tokens, at) } else { at };
            at += 1;
        }
        at + 1
    }
}

/// Adds a path that is named in a module.
fn add(named: &mut Named, module: &[&str], path: &[&str]) {
    let from_here = path.strip_prefix(&["self"]).unwrap_or(path);
    let supers = from_here.iter().take_while(|name| **name == "super").count();
    let is_relative = supers > 0 || from_here.len() < path.len();
    let (base, rest) = match path {
        ["crate", rest @ ..] => (&[][..], rest),
        _ if is_relative => (&module[..module.len().saturating_sub(supers)], &from_here[supers..]),
        _ => {
            named.other.insert(owned(path.iter()));
            return;
        }
    };
    named.own.insert(owned(base.iter().chain(rest)));
}

/// A path without the `self` of a group.
fn owned<'p>(names: impl Iterator<Item = &'p &'p str>) -> Vec<String> {
    names.filter(|name| **name != "self").map(|name| (*name).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::named;

    fn own(text: &str) -> Vec<String> {
        named(&["lower", "docs", "index"], text).own.iter().map(|path| path.join("::")).collect()
    }

    #[test]
    fn imports() {
        assert_eq!(own("use crate::emit;"), ["emit"]);
        assert_eq!(own("use crate::{json::{self, Value as V}, ir};"), ["ir", "json", "json::Value"]);
        assert_eq!(own("use {crate::a::b, super::*};"), ["a::b", "lower::docs::*"]);
        assert_eq!(own("pub(crate) use super::super::super::emit::files;"), ["emit::files"]);
        assert_eq!(
            own("mod tests { use super::super::{x}; mod in_it { use super::y; } } use self::z;"),
            ["lower::docs::index::tests::y", "lower::docs::index::z", "lower::docs::x",]
        );
    }

    #[test]
    fn paths_in_code() {
        assert_eq!(own("fn a() -> crate::ir::Doc { vec![crate::emit::b::<u8>()] }"), ["emit::b", "ir::Doc"]);
        assert_eq!(own("let a = <T as crate::x::Y>::Z::new();"), ["x::Y"]);
        assert_eq!(own("macro_rules! m { () => { $crate::json::Value } }"), ["json::Value"]);
        assert_eq!(own("// crate::a\nlet b = \"crate::c\"; quote! { crate::d }"), [""; 0]);
    }

    #[test]
    fn other_names() {
        let text = "use quote::quote; use ::heck; syn::parse(std::fs::read()); <A as B>::c(); Self::d(); \
                    mod pattern; pattern::e();";
        let other: Vec<String> = named(&["lower"], text).other.iter().map(|path| path.join("::")).collect();
        assert_eq!(other, ["heck", "quote::quote", "std::fs::read", "syn::parse"]);
    }
}
