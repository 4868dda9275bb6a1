//! What reading costs in either notation: the IDL beside JSON AST of the same model.
//!
//! `cargo bench --bench read`.

use std::fmt::Write;
use std::sync::LazyLock;

use divan::Bencher;
use divan::counter::BytesCount;
use smithygen::diagnostics::{Diagnostics, Sources};
use smithygen::load;

/// How many structures the model has.
const STRUCTURES: usize = 4_000;

fn main() {
    divan::main();
}

/// A model of the size of Amazon EC2's, written as people write it.
static IDL: LazyLock<String> = LazyLock::new(|| {
    let mut text = String::from("$version: \"2.0\"\n\nnamespace com.example.bench\n");
    for number in 0..STRUCTURES {
        let next = (number + 1) % STRUCTURES;
        write!(
            text,
            r#"
/// The structure with the number {number}, which holds what the one before it holds, and a little more of it.
@tags(["first", "second"])
structure Structure{number} {{
    /// How it is called, by those who know it and by those who do not.
    @required
    @length(min: 1, max: 2048)
    @pattern("^[a-z]+-{number}$")
    name: String

    @range(min: 0, max: 1{number})
    amount: Long = 0

    // Where it ends.
    next: Structure{next}

    kinds: KindList{number}
}}

list KindList{number} {{
    member: Kind{number}
}}

enum Kind{number} {{
    FIRST = "first"
    SECOND = "second"
}}
"#
        )
        .expect("memory can be written");
    }
    text
});

/// The same model as JSON AST.
static JSON: LazyLock<String> = LazyLock::new(|| {
    let (document, _) = smithygen::ast(&sources("bench.smithy", &IDL)).expect("the model is right");
    document.to_string()
});

fn sources(name: &str, text: &str) -> Sources {
    let mut sources = Sources::default();
    sources.add(name.to_owned(), text.to_owned());
    sources
}

#[divan::bench]
fn idl_to_tree(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_str(IDL.as_str())).bench(|| idl::parse(&IDL));
}

#[divan::bench]
fn json_to_tree(bencher: Bencher<'_, '_>) {
    bencher.counter(BytesCount::of_str(JSON.as_str())).bench(|| smithygen::json::parse(&JSON, 0));
}

#[divan::bench(args = ["bench.smithy", "bench.json"])]
fn documents(bencher: Bencher<'_, '_>, name: &str) {
    let text = if name.ends_with("smithy") { &IDL } else { &JSON };
    let sources = sources(name, text);
    bencher
        .counter(BytesCount::of_str(text.as_str()))
        .bench(|| load::documents(&mut Diagnostics::default(), &sources));
}

#[divan::bench(args = ["bench.smithy", "bench.json"])]
fn validated(bencher: Bencher<'_, '_>, name: &str) {
    let text = if name.ends_with("smithy") { &IDL } else { &JSON };
    let sources = sources(name, text);
    bencher.counter(BytesCount::of_str(text.as_str())).bench(|| smithygen::validate(&sources));
}
