//! What a generated crate declares, found by parsing it: its types, and what its operations take and give.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Fields, GenericArgument, ImplItem, Item, PathArguments};

/// Modules of generated crates that declare nothing of the model.
const RESERVED: [&str; 3] = ["src/smithy/", "src/validation/", "src/wire/"];

/// A type as it is written in generated code.
#[derive(Clone, Debug, Default)]
pub struct Type {
    /// The names of its path: `smithy` and `Blob` of `smithy::Blob`. Types that are no paths have none.
    path: Vec<String>,
    /// Its generic arguments.
    pub arguments: Vec<Type>,
}

/// The declarations of a generated crate.
#[derive(Default)]
pub struct Source {
    structures: BTreeMap<String, Vec<(String, Type)>>,
    enums: BTreeMap<String, Vec<(String, Option<Type>)>>,
    operations: BTreeMap<String, Operation>,
    checked: BTreeSet<String>,
}

/// The types that belong to an operation.
pub struct Operation {
    /// The operation's own type.
    pub name: String,
    /// What it takes.
    pub input: Type,
    /// What it gives.
    pub output: Type,
    /// The name of the enum of what it fails with.
    pub error: String,
}

impl Source {
    /// Reads the files of a crate.
    pub fn new(files: &BTreeMap<String, String>) -> Self {
        let mut source = Self::default();
        let is_reserved = |path: &str| RESERVED.iter().any(|folder| path.starts_with(folder));
        let files = files.iter().filter(|(path, _)| path.ends_with(".rs") && !is_reserved(path));
        for (path, text) in files {
            let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
            file.items.into_iter().for_each(|item| source.add(item));
        }
        source
    }

    fn add(&mut self, item: Item) {
        match item {
            Item::Struct(item) => {
                let named = item.fields.iter().filter_map(|field| Some((field.ident.as_ref()?, &field.ty)));
                let fields = named.map(|(name, ty)| (name.to_string(), Type::new(ty))).collect();
                self.structures.insert(item.ident.to_string(), fields);
            }
            Item::Enum(item) => {
                let variants = item.variants.iter().map(|variant| {
                    let payload = match &variant.fields {
                        Fields::Unnamed(fields) => fields.unnamed.first().map(|field| Type::new(&field.ty)),
                        Fields::Named(_) | Fields::Unit => None,
                    };
                    (variant.ident.to_string(), payload)
                });
                self.enums.insert(item.ident.to_string(), variants.collect());
            }
            Item::Impl(item) if implements(&item, "Operation") => {
                let (name, operation) = operation(&item);
                self.operations.insert(name, operation);
            }
            Item::Impl(item) if implements(&item, "Validate") => {
                self.checked.insert(Type::new(&item.self_ty).name().to_owned());
            }
            _ => {}
        }
    }

    /// The fields of a structure, in the order of the members.
    pub fn structure(&self, name: &str) -> Option<&[(String, Type)]> {
        self.structures.get(name).map(Vec::as_slice)
    }

    /// The variants of an enum with what they hold: those of the model in its order, then any others.
    pub fn variants(&self, name: &str) -> Option<&[(String, Option<Type>)]> {
        self.enums.get(name).map(Vec::as_slice)
    }

    /// An operation by its name in the model.
    pub fn operation(&self, name: &str) -> Result<&Operation, String> {
        self.operations.get(name).ok_or_else(|| format!("no type is the operation {name}"))
    }

    /// All operations that have messages.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        self.operations.values()
    }

    /// Whether values of a type can be checked.
    pub fn is_checked(&self, ty: &Type) -> bool {
        ty.is_own() && self.checked.contains(ty.name())
    }
}

impl Type {
    fn new(ty: &syn::Type) -> Self {
        let syn::Type::Path(path) = ty else { return Self::default() };
        let arguments = path.path.segments.last().map(|last| match &last.arguments {
            PathArguments::AngleBracketed(list) => list.args.iter().filter_map(argument).collect(),
            PathArguments::None | PathArguments::Parenthesized(_) => Vec::new(),
        });
        let path = path.path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        Self { path, arguments: arguments.unwrap_or_default() }
    }

    /// The last name of the path: `Vec` of `Vec<String>`.
    pub fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// Whether it is one of the runtime: for values that Rust has no type for.
    pub fn is_runtime(&self) -> bool {
        self.path.iter().any(|name| name == "smithy")
    }

    /// Whether the model declares it.
    pub fn is_own(&self) -> bool {
        self.path.first().is_some_and(|name| name == "crate") && !self.is_runtime()
    }
}

fn argument(argument: &GenericArgument) -> Option<Type> {
    match argument {
        GenericArgument::Type(ty) => Some(Type::new(ty)),
        _ => None,
    }
}

fn implements(item: &syn::ItemImpl, name: &str) -> bool {
    item.trait_.as_ref().and_then(|(path, _)| path.segments.last()).is_some_and(|last| last.ident == name)
}

/// An operation and its name in the model, of the impl that connects its types.
fn operation(item: &syn::ItemImpl) -> (String, Operation) {
    let ty = |wanted: &str| {
        let found = item.items.iter().find_map(|item| match item {
            ImplItem::Type(item) if item.ident == wanted => Some(Type::new(&item.ty)),
            _ => None,
        });
        found.unwrap_or_else(|| panic!("an operation has the type {wanted}"))
    };
    let name = item.items.iter().find_map(|item| match item {
        ImplItem::Const(item) if item.ident == "NAME" => string(&item.expr),
        _ => None,
    });
    let operation = Operation {
        name: Type::new(&item.self_ty).name().to_owned(),
        input: ty("Input"),
        output: ty("Output"),
        error: ty("Error").name().to_owned(),
    };
    (name.expect("an operation has a name"), operation)
}

fn string(expression: &syn::Expr) -> Option<String> {
    match expression {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
        _ => None,
    }
}
