//! `render`: tokens in, formatted text with headers out.
//!
//! Formatting is nearly all of a run's work, so files are formatted on every core, and item by item: small
//! trees stay in the cache, and each item gets the blank line that the formatter does not put.

mod module;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use proc_macro2::TokenStream;

use crate::emit::files::{Content, File, MANIFEST_MARKER, MARKER, files};
use crate::emit::tokens::Scope;
use crate::ir::Crate;
use crate::options::Layout;

/// The text of every file by its path.
pub(crate) fn files_text(krate: &Crate, layout: Layout) -> BTreeMap<String, String> {
    let texts = texts(krate, layout);
    match layout {
        Layout::Crate => texts,
        Layout::Module => BTreeMap::from([("mod.rs".to_owned(), module::inlined(&texts))]),
    }
}

fn texts(krate: &Crate, layout: Layout) -> BTreeMap<String, String> {
    let files = files(krate, layout);
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(files.len().max(1));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            done.push((file.path.clone(), text(krate, layout, file)));
        }
        done
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut all: BTreeMap<_, _> = work().into_iter().collect();
        for other in others {
            all.extend(other.join().expect("formatting does not panic"));
        }
        all
    })
}

/// A file: the marker, what it says of itself, what it imports, its items.
fn text(krate: &Crate, layout: Layout, file: &File<'_>) -> String {
    let scope = Scope::new(layout);
    let mut text = header(krate, &file.path);
    for line in &file.docs {
        text.push_str(if line.is_empty() { "//!" } else { "//! " });
        text.push_str(line);
        text.push('\n');
    }
    if let Content::Text(content) = &file.content {
        if !file.docs.is_empty() {
            text.push('\n');
        }
        text.push_str(content);
        return text;
    }
    let items: Vec<String> = match &file.content {
        Content::Source(items) => items.clone(),
        content => content.items(&scope, krate).into_iter().map(|item| formatted(&scope, item)).collect(),
    };
    text.push_str(&imports(&scope, &items));
    for item in &items {
        text.push('\n');
        text.push_str(item);
    }
    text
}

fn header(krate: &Crate, path: &str) -> String {
    let marker = if path.ends_with(".toml") { MANIFEST_MARKER } else { MARKER };
    format!("{marker} from {}. Do not edit: `cargo run` writes it anew.\n", krate.model)
}

/// One item as prettyplease writes it, with a blank line between the functions of an impl.
fn formatted(scope: &Scope, item: TokenStream) -> String {
    let item = syn::parse2(item).expect("what the templates make is an item");
    let text = prettyplease::unparse(&syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![item],
    });
    scope.fill(&text.replace("\n    }\n    ", "\n    }\n\n    "))
}

/// What the items of a file may name shortly, and where it is below the root.
const SHORT: [(&str, &str); 8] = [
    ("answers", ""),
    ("conditions", "checks"),
    ("constraints", "checks"),
    ("patterns", "checks"),
    ("rules", "checks"),
    ("smithy", ""),
    ("validation", ""),
    ("wire", ""),
];

/// The `use` lines for the short names that the items use.
fn imports(scope: &Scope, items: &[String]) -> String {
    let uses = |name: &str| items.iter().any(|item| uses(item, name));
    let std = [("BTreeMap<", "use std::collections::BTreeMap;\n"), ("fmt::", "use std::fmt;\n")];
    let std: String = std.into_iter().filter(|(name, _)| uses(name)).map(|(_, line)| line).collect();
    let used = SHORT.iter().filter(|(name, _)| uses(&format!("{name}::")));
    let (checks, top): (Vec<_>, Vec<_>) = used.partition(|(_, folder)| *folder == "checks");
    let group = |folder: &str, names: Vec<&(&str, &str)>| {
        let names: Vec<&str> = names.into_iter().map(|(name, _)| *name).collect();
        match names.as_slice() {
            [] => String::new(),
            [one] => format!("use {}::{folder}{one};\n", scope.root()),
            many => format!("use {}::{folder}{{{}}};\n", scope.root(), many.join(", ")),
        }
    };
    let ours = group("checks::", checks) + &group("", top);
    [std, ours].iter().filter(|block| !block.is_empty()).map(|block| format!("\n{block}")).collect()
}

/// Whether a line of code, not of a comment, has a path that begins with `name`.
fn uses(item: &str, name: &str) -> bool {
    item.match_indices(name).any(|(at, _)| {
        let line = &item[item[..at].rfind('\n').map_or(0, |newline| newline + 1)..at];
        let begins = !line.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '"' | '#'));
        begins && !line.trim_start().starts_with("///")
    })
}
