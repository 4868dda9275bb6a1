//! `render`: tokens in, formatted text with headers out.
//!
//! Formatting is nearly all of a run's work, so files are formatted on every core, and item by item: small
//! trees stay in the cache, and each item gets the blank line that the formatter does not put.

mod module;

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::emit::files::{Content, File, MANIFEST_MARKER, MARKER, files};
use crate::emit::source::Source;
use crate::emit::{self, unconverted};
use crate::ir::{Crate, Layout};

/// The text of every file by its path.
pub(crate) fn files_text(krate: &Crate) -> BTreeMap<String, String> {
    let texts = texts(krate, krate.layout);
    match krate.layout {
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
    let mut src = Source::new(layout, 2);
    match &file.content {
        Content::Operation(operation) => emit::operation(&mut src, operation, &krate.protocol),
        Content::Item(item) => emit::item(&mut src, item),
        Content::Source(items) => unconverted::texts(&mut src, items),
        Content::Written(write) => write(&mut src),
        Content::Text(_) => {}
    }
    src.finish(&text)
}

fn header(krate: &Crate, path: &str) -> String {
    let marker = if path.ends_with(".toml") { MANIFEST_MARKER } else { MARKER };
    format!("{marker} from {}. Do not edit: `cargo run` writes it anew.\n", krate.model)
}
