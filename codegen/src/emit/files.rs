//! The files of an output: which there are, and what stands in each.

use std::collections::BTreeMap;

use super::attributes::expect_deprecated;
use super::output::{self, Content, MANIFEST_MARKER, MARKER, Module, Visibility};
use super::source::Source;
use super::{answers, example, runtime, service, shared};
use crate::ir::operation::Operation;
use crate::ir::{Codec, Crate, Field, FrontPage, Item, OutputForm, Presence, SharedItem};

/// The text of every file by its path. As a module it has no manifest, and no features to switch serde on.
pub(crate) fn files(krate: &Crate) -> BTreeMap<String, String> {
    let mut files = output::files(krate.layout, &header(krate, MARKER), &root(krate));
    match krate.layout {
        OutputForm::Crate => {
            files.insert("Cargo.toml".to_owned(), header(krate, MANIFEST_MARKER) + &manifest(krate));
        }
        OutputForm::Module => {}
    }
    files
}

/// The first line of a file, which says what made it.
fn header(krate: &Crate, marker: &str) -> String {
    format!("{marker} from {}. Do not edit: `{}` writes it anew.\n", krate.model, krate.command)
}

/// A manifest that builds anywhere; one that is kept by hand wins over it.
fn manifest(krate: &Crate) -> String {
    let package = &krate.package;
    let compression = krate.operations.iter().any(|operation| operation.compresses).then_some((
        "# Compresses large requests of the operations that allow it.\ncompression = [\"dep:flate2\"]\n",
        "flate2 = { version = \"1\", optional = true }\n",
    ));
    let (feature, dependency) = compression.unwrap_or_default();
    let random_tokens = has_tokens(krate).then_some((
        "# A source of idempotency tokens: random UUIDs.\nrandom-tokens = [\"dep:getrandom\"]\n",
        "getrandom = { version = \"0.4\", optional = true }\n",
    ));
    let (random, randomness) = random_tokens.unwrap_or_default();
    let serde = has_serde(krate).then_some((
        "# `Serialize` and `Deserialize` for every shape, in the wire form.\nserde = [\"dep:serde\"]\n",
        "serde = { version = \"1\", optional = true, default-features = false, features = [\"std\"] }\n",
    ));
    let (serde_feature, serde_dependency) = serde.unwrap_or_default();
    format!(
        "[package]\nname = \"{package}\"\nversion = \"0.1.0\"\nedition = \"2024\"\nrust-version = \"1.95\"\n\n\
         [lib]\npath = \"src/lib.rs\"\n\n\
         [features]\n{feature}# Conversions from and to the types of the crate http.\nhttp = [\"dep:http\"]\n{random}{serde_feature}\n\
         [dependencies]\n{dependency}{randomness}\
         http = {{ version = \"1\", optional = true, default-features = false, features = [\"std\"] }}\n\
         {serde_dependency}"
    )
}

/// What switches on compression of requests.
const COMPRESSION: &[&str; 2] = &["#[cfg(feature = \"compression\")]", "#[rustfmt::skip]"];

/// What switches on a source of random tokens.
const RANDOM_TOKENS: &[&str; 2] = &["#[cfg(feature = \"random-tokens\")]", "#[rustfmt::skip]"];

/// Whether types have serde's traits, which needs a codec that tells numbers from texts.
fn has_serde(krate: &Crate) -> bool {
    match krate.runtime.codec {
        Codec::Json | Codec::Cbor => true,
        Codec::Xml | Codec::Form => false,
    }
}

/// The root with everything in it. It is the one module that rustfmt sees: those that it declares are skipped.
fn root(krate: &Crate) -> Module<'_> {
    let mut modules = runtime::modules(krate.runtime);
    modules.extend(answers::module(krate));
    modules.extend(service::module(krate));
    modules.extend(shared::module(krate));
    modules.push(Module::written("builders", |src| builders(src, krate)).visible(Visibility::Public));
    modules.push(operations(krate));
    if has_items(krate) {
        modules.push(Module::written("root", |src| everything(src, krate)));
    }
    modules.extend(krate.protocol.as_ref().map(service::protocol_facts));
    modules.push(shapes(krate));
    modules.extend(values(krate));
    modules = modules.into_iter().map(|module| module.attributes(&["#[rustfmt::skip]"])).collect();
    match krate.layout {
        OutputForm::Crate => features(&mut modules, krate),
        OutputForm::Module => {}
    }
    modules.sort_by_key(|module| module.name);
    Module::written("lib", |src| front_page(src, krate)).holding(modules)
}

/// The page of constrained values that have no type.
fn values(krate: &Crate) -> Option<Module<'_>> {
    let page = krate.values.as_ref()?;
    Some(Module::written("values", |src| src.front_doc(page)).visible(Visibility::Public))
}

/// The modules that features switch on.
fn features<'k>(modules: &mut Vec<Module<'k>>, krate: &'k Crate) {
    if has_serde(krate) {
        let attributes = &["#[cfg(feature = \"serde\")]", "#[rustfmt::skip]"];
        let serde = Module::written("serde_impls", |src| serde_impls(src, krate));
        modules.push(serde.attributes(attributes));
    }
    let attributes = &["#[cfg(feature = \"http\")]", "#[rustfmt::skip]"];
    modules.push(featured("http_impls", runtime::HTTP, attributes));
    if krate.operations.iter().any(|operation| operation.compresses) {
        modules.push(featured("compression", runtime::COMPRESSION, COMPRESSION));
    }
    if krate.operations.iter().any(|operation| operation.compresses && operation.serves) {
        modules.push(featured("decompression", runtime::DECOMPRESSION, COMPRESSION));
    }
    if has_tokens(krate) {
        modules.push(featured("random_tokens", runtime::RANDOM_TOKENS, RANDOM_TOKENS));
    }
}

/// A part of the runtime that a feature switches on.
fn featured(
    name: &'static str,
    text: &'static str,
    attributes: &'static [&'static str; 2],
) -> Module<'static> {
    let module = Module { content: Content::Text(text), ..Module::written(name, |_| {}) };
    module.attributes(attributes)
}

/// Whether requests have idempotency tokens.
fn has_tokens(krate: &Crate) -> bool {
    let own = krate.operations.iter().flat_map(|operation| &operation.own);
    let mut items = own.chain(krate.shared.iter().map(|shared| &shared.item));
    let is_token = |field: &Field| matches!(field.presence, Presence::IdempotencyToken(_));
    krate.protocol.is_some()
        && items
            .any(|item| matches!(item, Item::Structure(structure) if structure.fields.iter().any(is_token)))
}

/// Whether the root has anything to show.
fn has_items(krate: &Crate) -> bool {
    !krate.operations.is_empty() || !krate.shared.is_empty()
}

fn front_page(src: &mut Source, krate: &Crate) {
    let FrontPage { introduction, first_request, sections } = &krate.docs;
    match krate.layout {
        // What includes a module documents it; the first sentence tells readers of the file what it is.
        OutputForm::Module => src.front_summary(introduction),
        OutputForm::Crate => {
            src.front_doc(introduction);
            if let Some(request) = first_request {
                src.front("");
                src.front("# A first request");
                src.front("");
                example::first_request(src, request);
            }
            if !sections.text.is_empty() {
                src.front("");
                src.front_doc(sections);
            }
        }
    }
    if has_items(krate) {
        src.line("pub use root::*;");
    }
}

/// Everything that the root shows, listed in a module of its own so that `lib.rs` stays short.
fn everything(src: &mut Source, krate: &Crate) {
    src.front("What the root of the crate shows: every operation and every shape.");
    let root = src.root();
    for operation in &krate.operations {
        let path = format!("{root}::operation::{}", operation.module.in_source());
        re_export(src, &path, operation.name.as_str(), operation.deprecated.is_some());
        for item in &operation.own {
            re_export(src, &path, item.name().as_str(), item.deprecated().is_some());
        }
    }
    for shared in &krate.shared {
        let item = &shared.item;
        let path = format!("{root}::shapes::{}", shared.module.in_source());
        re_export(src, &path, item.name().as_str(), item.deprecated().is_some());
    }
}

fn re_export(src: &mut Source, path: &str, name: &str, deprecated: bool) {
    expect_deprecated(src, deprecated);
    src.line("#[doc(inline)]");
    src.line(format_args!("pub use {path}::{name};"));
}

fn operations(krate: &Crate) -> Module<'_> {
    let modules = krate.operations.iter().map(|operation| {
        let module = Module::written(operation.module.as_str(), |src| self::operation(src, krate, operation));
        module.visible(Visibility::Public)
    });
    let docs = "The operations, each in a module with its request, response, builders and errors.";
    let module = Module::written("operation", move |src| src.front(docs));
    module.visible(Visibility::Public).holding(modules.collect())
}

/// The page of an operation's module begins as that of the operation, so that the index says what each does.
fn operation(src: &mut Source, krate: &Crate, operation: &Operation) {
    let name = &operation.name;
    src.front_summary(&operation.docs);
    src.front("");
    src.front(format_args!("[`{name}`](type@{name}) with its request, response, builders and errors."));
    super::operation(src, operation, krate.protocol.as_ref());
}

fn shapes(krate: &Crate) -> Module<'_> {
    let modules = krate.shared.iter().map(|SharedItem { module, item }| {
        let write = |src: &mut Source| {
            let name = item.name();
            src.front(format_args!("[`{name}`](type@{name})."));
            super::item(src, item);
        };
        Module::written(module.as_str(), write).visible(Visibility::Crate)
    });
    Module::written("shapes", |src| src.front("The shapes that operations share, a module each."))
        .holding(modules.collect())
}

fn builders(src: &mut Source, krate: &Crate) {
    src.front("The builders of shared structures.");
    let root = src.root();
    for SharedItem { module, item } in &krate.shared {
        if let Item::Structure(structure) = item {
            let (module, builder) = (module.in_source(), &structure.builder);
            src.line(format_args!("pub use {root}::shapes::{module}::{builder};"));
        }
    }
}

/// The runtime's serde support with every type in one list: a macro gives each its two impls.
fn serde_impls(src: &mut Source, krate: &Crate) {
    src.preamble(runtime::SERDE);
    let own = krate.operations.iter().flat_map(|operation| &operation.own);
    let (deprecated, current): (Vec<&Item>, Vec<&Item>) = own
        .chain(krate.shared.iter().map(|shared| &shared.item))
        .filter(|item| item.has_impls())
        .partition(|item| item.deprecated().is_some());
    serde_list(src, &current);
    if !deprecated.is_empty() {
        src.separate();
        expect_deprecated(src, true);
        src.block("mod deprecated", |src| {
            src.line("use super::*;");
            serde_list(src, &deprecated);
        });
    }
}

fn serde_list(src: &mut Source, items: &[&Item]) {
    src.separate();
    src.block("serde_impls!", |src| {
        items.iter().for_each(|item| src.line(format_args!("{},", src.shape(item.name()))));
    });
}
