//! Code that uses everything public of a generated crate, written from its text.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use quote::ToTokens;
use syn::{
    Fields, FnArg, GenericArgument, ImplItem, Item, ItemImpl, PathArguments, ReturnType, Type, Visibility,
};

/// The traits of values that code may ask for.
const VALUE_TRAITS: [&str; 9] =
    ["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// A module of the crate that uses the types and operations that its files define.
pub fn module(files: &BTreeMap<String, String>) -> String {
    let mut code = String::new();
    for (path, text) in files.iter().filter(|(path, _)| path.ends_with(".rs")) {
        let name = path.trim_start_matches("src/").trim_end_matches(".rs").replace('/', "::");
        let file = syn::parse_file(text).expect("what is generated is Rust");
        file_items(&mut code, "crate", &name, &file.items);
    }
    code
}

/// A module that uses the types and operations of a crate in the form of one module, which is called `new` beside it.
pub fn beside(text: &str) -> String {
    let mut code = String::new();
    let file = syn::parse_file(text).expect("what is generated is Rust");
    for (outer, items) in file.items.iter().filter_map(inside) {
        file_items(&mut code, "super::super::new", &outer, items);
        for (inner, items) in items.iter().filter_map(inside) {
            file_items(&mut code, "super::super::new", &format!("{outer}::{inner}"), items);
        }
    }
    code.replace("super :: super ::", "super::super::new::")
}

/// The functions of such a module, without the numbers in their names.
pub fn lines(code: &str) -> BTreeSet<String> {
    let mut module = "";
    let mut lines = BTreeSet::new();
    for line in code.lines() {
        if let Some(name) = line.strip_prefix("mod ") {
            module = name;
        }
        let words = line.split('_').filter(|word| word.parse::<usize>().is_err());
        lines.insert(format!("{module} {}", words.collect::<Vec<_>>().join("_")));
    }
    lines
}

/// The name and the items of a module.
fn inside(item: &Item) -> Option<(String, &[Item])> {
    match item {
        Item::Mod(module) => Some((module.ident.to_string(), &module.content.as_ref()?.1)),
        _ => None,
    }
}

/// Uses of what one file defines, if it defines types or an operation.
fn file_items(code: &mut String, root: &str, name: &str, items: &[Item]) {
    if name == "wire" || name == "wire::mod" {
        functions(code, &format!("{root}::wire"), items);
    }
    let is_operation = name.starts_with("operation::") && name != "operation::mod";
    if !(is_operation || name.starts_with("shapes::") && name != "shapes::mod") {
        return;
    }
    let own = if is_operation { format!("use {root}::{name}::*;") } else { String::new() };
    let _ = writeln!(
        code,
        "mod {} {{\nuse {root}::{{*, builders::*}};\n{own}\nuse std::{{collections::BTreeMap, fmt::Debug, hash::Hash}};",
        name.replace("::", "_").replace("r#", "")
    );
    for (index, item) in items.iter().enumerate() {
        self::item(code, index, item);
    }
    code.push_str("}\n");
}

/// Uses of the functions and modules that a module exports for code of every crate.
fn functions(code: &mut String, module: &str, items: &[Item]) {
    code.push_str("mod functions {\n");
    for item in items {
        if let Item::Use(item) = item
            && item.attrs.is_empty()
            && matches!(item.vis, Visibility::Public(_))
        {
            let exported = text(&item.tree);
            let names = exported.rsplit("::").next().unwrap_or_default().split(['{', ',', '}', ' ']);
            for name in names.filter(|name| name.starts_with(|first: char| first.is_ascii_lowercase())) {
                let _ = writeln!(code, "use {module}::{name} as _;");
            }
        }
    }
    code.push_str("}\n");
}

fn text(tokens: impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}

fn item(code: &mut String, index: usize, item: &Item) {
    let attributes = match item {
        Item::Struct(item) if matches!(item.vis, Visibility::Public(_)) => {
            structure(code, &item.ident.to_string(), &item.fields);
            Some((&item.ident, &item.attrs))
        }
        Item::Enum(item) => {
            for variant in &item.variants {
                let (name, variant_name) = (&item.ident, &variant.ident);
                let types: Vec<String> = variant.fields.iter().map(|field| text(&field.ty)).collect();
                let parameters: Vec<String> =
                    types.iter().enumerate().map(|(at, ty)| format!("v{at}: {ty}")).collect();
                let values: Vec<String> = (0..types.len()).map(|at| format!("v{at}")).collect();
                let values =
                    if values.is_empty() { String::new() } else { format!("({})", values.join(", ")) };
                let _ = writeln!(
                    code,
                    "fn variant_{index}_{variant_name}({}) -> {name} {{ {name}::{variant_name}{values} }}",
                    parameters.join(", ")
                );
            }
            Some((&item.ident, &item.attrs))
        }
        Item::Impl(item) => {
            implementation(code, index, item);
            None
        }
        _ => None,
    };
    let Some((name, attributes)) = attributes else { return };
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        let _ = attribute.parse_nested_meta(|meta| {
            asserts(code, index, &name.to_string(), &text(&meta.path));
            Ok(())
        });
    }
}

fn asserts(code: &mut String, index: usize, name: &str, trait_name: &str) {
    let short = trait_name.rsplit([':', ' ']).next().unwrap_or_default();
    if VALUE_TRAITS.contains(&short) {
        let _ = writeln!(code, "fn is_{index}_{short}() {{ fn is<T: {short}>() {{}} is::<{name}>(); }}");
    }
}

/// A literal of all fields, and a pattern.
fn structure(code: &mut String, name: &str, fields: &Fields) {
    let mut public: Vec<_> =
        fields.iter().filter(|field| matches!(field.vis, Visibility::Public(_))).collect();
    // No code depends on the order of fields.
    public.sort_by_key(|field| text(&field.ident));
    if public.len() != fields.len() || !matches!(fields, Fields::Named(_)) {
        return;
    }
    let named = |separator: &str, typed: bool| {
        let field = |field: &&syn::Field| {
            let name = text(&field.ident);
            if typed { format!("{name}: {}", text(&field.ty)) } else { name }
        };
        public.iter().map(field).collect::<Vec<_>>().join(separator)
    };
    let (parameters, names) = (named(", ", true), named(", ", false));
    let _ = writeln!(code, "fn literal_{name}({parameters}) -> {name} {{ {name} {{ {names} }} }}");
    let _ = writeln!(code, "fn pattern_{name}({name} {{ {names} }}: {name}) {{ literal_{name}({names}); }}");
}

fn implementation(code: &mut String, index: usize, item: &ItemImpl) {
    let ty = text(&item.self_ty);
    let Some((path, _)) = &item.trait_ else {
        for part in &item.items {
            if let ImplItem::Fn(function) = part
                && matches!(function.vis, Visibility::Public(_))
            {
                call(code, index, &ty, &function.sig);
            }
        }
        return;
    };
    asserts(code, index, &ty, &text(path));
    for part in &item.items {
        if let ImplItem::Type(part) = part {
            let (name, path, held) = (&part.ident, text(path), text(&part.ty));
            let _ = writeln!(code, "fn part_{index}_{name}(v: <{ty} as {path}>::{name}) -> {held} {{ v }}");
        }
    }
}

/// A call of a function with a value of each type; what is `impl Into<T>` takes a `T`.
fn call(code: &mut String, index: usize, ty: &str, signature: &syn::Signature) {
    let mut parameters = Vec::new();
    for input in &signature.inputs {
        match input {
            FnArg::Receiver(receiver) if text(receiver).starts_with('&') => parameters.push(format!("&{ty}")),
            FnArg::Receiver(_) => parameters.push(ty.to_owned()),
            FnArg::Typed(typed) => parameters.push(plain(&typed.ty)),
        }
    }
    let typed: Vec<String> = parameters.iter().enumerate().map(|(at, ty)| format!("v{at}: {ty}")).collect();
    let values: Vec<String> = (0..parameters.len()).map(|at| format!("v{at}")).collect();
    let name = &signature.ident;
    // A reference in the result lives as long as the only one that is given.
    let result = match &signature.output {
        ReturnType::Default => "()".to_owned(),
        ReturnType::Type(_, result) => text(result).replace("Self", ty),
    };
    let _ = writeln!(
        code,
        "fn call_{index}_{}({}) {{ let _: {} = {ty}::{name}({}); }}",
        name.to_string().trim_start_matches("r#"),
        typed.join(", "),
        result.replace("& 'static", "&'static"),
        values.join(", ")
    );
}

fn plain(ty: &Type) -> String {
    if let Type::ImplTrait(bounds) = ty
        && let Some(syn::TypeParamBound::Trait(bound)) = bounds.bounds.first()
        && let Some(segment) = bound.path.segments.last()
        && let PathArguments::AngleBracketed(arguments) = &segment.arguments
        && let Some(GenericArgument::Type(inner)) = arguments.args.first()
    {
        return text(inner);
    }
    text(ty)
}
