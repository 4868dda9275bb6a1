//! What users of the crate can name beside the model's own types; what only generated code calls is hidden.

use std::fs;
use std::path::{Path, PathBuf};

use syn::{Attribute, Item, UseTree, Visibility};

/// The public modules that hold the model's own types, and those types by kind.
const OF_THE_MODEL: [&str; 3] = ["builders", "operation", "values"];

#[test]
fn what_is_public() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/src");
    let mut found = Vec::new();
    let text = fs::read_to_string(root.join("lib.rs")).expect("the crate has a root");
    let is_ours = |name: &String| !OF_THE_MODEL.contains(&name.as_str());
    for module in public_modules(&text).into_iter().filter(is_ours) {
        items(&mut found, &root.join(&module), &module);
    }
    // The codec that `wire` shows is one of these.
    for codec in ["cbor", "json", "xml"] {
        let path = root.join("../../codegen/runtime/codec").join(codec);
        items(&mut found, &path, &format!("wire::{codec}"));
    }
    found.sort();
    insta::assert_snapshot!(found.join("\n"));
}

/// The public modules of a file.
fn public_modules(text: &str) -> Vec<String> {
    let items = syn::parse_file(text).expect("generated code parses").items;
    let modules = items.into_iter().filter_map(|item| match item {
        Item::Mod(item) if matches!(item.vis, Visibility::Public(_)) => Some(item.ident.to_string()),
        _ => None,
    });
    modules.collect()
}

/// The public items of a module, those of its public modules among them.
fn items(found: &mut Vec<String>, path: &Path, module: &str) {
    let files: [PathBuf; 2] = [path.with_extension("rs"), path.join("mod.rs")];
    let text = files.iter().find_map(|file| fs::read_to_string(file).ok()).expect("the module has a file");
    for item in syn::parse_file(&text).expect("generated code parses").items {
        let Some((attributes, visibility, names)) = parts(&item) else { continue };
        if !matches!(visibility, Visibility::Public(_)) {
            continue;
        }
        let is_hidden = attributes.iter().any(is_hidden);
        for name in names {
            match &item {
                Item::Mod(_) if !is_hidden => items(found, &path.join(&name), &format!("{module}::{name}")),
                _ => found.push(format!("{}{module}::{name}", if is_hidden { "hidden: " } else { "" })),
            }
        }
    }
}

/// The attributes, the visibility and the names of an item that has names.
fn parts(item: &Item) -> Option<(&[Attribute], &Visibility, Vec<String>)> {
    Some(match item {
        Item::Use(item) => (&item.attrs, &item.vis, leaves(&item.tree)),
        Item::Mod(item) => (&item.attrs, &item.vis, vec![item.ident.to_string()]),
        Item::Struct(item) => (&item.attrs, &item.vis, vec![item.ident.to_string()]),
        Item::Enum(item) => (&item.attrs, &item.vis, vec![item.ident.to_string()]),
        Item::Trait(item) => (&item.attrs, &item.vis, vec![item.ident.to_string()]),
        Item::Fn(item) => (&item.attrs, &item.vis, vec![item.sig.ident.to_string()]),
        Item::Const(item) => (&item.attrs, &item.vis, vec![item.ident.to_string()]),
        _ => return None,
    })
}

fn leaves(tree: &UseTree) -> Vec<String> {
    match tree {
        UseTree::Path(path) => leaves(&path.tree),
        UseTree::Name(name) => vec![name.ident.to_string()],
        UseTree::Rename(rename) => vec![rename.rename.to_string()],
        UseTree::Glob(_) => vec!["*".to_owned()],
        UseTree::Group(group) => group.items.iter().flat_map(leaves).collect(),
    }
}

fn is_hidden(attribute: &Attribute) -> bool {
    let list = attribute.meta.require_list().ok().filter(|list| list.path.is_ident("doc"));
    list.is_some_and(|list| list.tokens.to_string() == "hidden")
}
