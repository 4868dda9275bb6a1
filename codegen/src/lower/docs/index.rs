//! Everything of a crate that documentation can name, and the paths of it.

use std::collections::{BTreeMap, BTreeSet};

use super::Subject;
use super::links::{About, LinksOf};
use super::pages;
use crate::lower::types::Types;
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Model, OperationShape, Shape, ShapeId, ShapeKind};
use crate::rules::KeyTable;
use markup::{Item, ItemKind};

/// What AWS's pages are relative to.
const AWS_PAGES: &str = "https://docs.aws.amazon.com";

/// Everything of a crate that documentation can name.
pub(crate) struct Index<'t> {
    model: &'t Model,
    /// Operations and types, by the name of their shape.
    items: BTreeMap<&'t str, (&'t ShapeId, Item)>,
    /// The fields and variants of each shape, by the name of the member.
    members: BTreeMap<&'t ShapeId, BTreeMap<&'t str, Item>>,
    /// The variants of each enum, by the value on the wire.
    values: BTreeMap<&'t ShapeId, BTreeMap<&'t str, Item>>,
    /// Every value of an enum, with the enum if only one has it.
    enum_of_value: BTreeMap<&'t str, Option<&'t ShapeId>>,
    /// Names that a shape has and members of other shapes have too: alone they may mean either.
    ambiguous: BTreeSet<&'t str>,
    /// The keys that the rules know, by the map that holds them and by the enum that decides which it holds: in a text
    /// about them they are keys, and no values.
    keys: BTreeMap<&'t ShapeId, BTreeSet<&'t str>>,
    /// What stands before `API_Name.html` in the addresses of the service's own pages.
    folder: Option<String>,
    base: Option<&'static str>,
}

impl<'t> Index<'t> {
    /// The index of a crate.
    pub(crate) fn new(types: &Types<'t>, subject: &Subject<'t>) -> Self {
        let model = types.model;
        let mut index = Self {
            model,
            items: BTreeMap::new(),
            members: BTreeMap::new(),
            values: BTreeMap::new(),
            enum_of_value: BTreeMap::new(),
            ambiguous: BTreeSet::new(),
            keys: BTreeMap::new(),
            folder: None,
            base: subject.service.traits.aws_service.as_ref().map(|_| AWS_PAGES),
        };
        for shape in subject.reachable.iter().map(|id| model.shape(id)).filter(|shape| types.is_item(shape)) {
            let name = types.name(&shape.id);
            index.items.insert(shape.id.name(), (&shape.id, Item::ty(name.as_str())));
            index.add_members(model.shape(&shape.id), &name);
        }
        for operation in subject.operations {
            let name = &types.operation(&operation.id).name;
            index.items.insert(operation.id.name(), (&operation.id, Item::ty(name.as_str())));
        }
        index.enum_of_value = enum_of_value(&index.values);
        index.ambiguous = index.shared_names();
        index.folder = index.own_folder(subject);
        index
    }

    /// The index of a crate whose rules know the keys of these maps.
    pub(crate) fn with_keys(mut self, tables: &'t BTreeMap<ShapeId, KeyTable>) -> Self {
        for (map, table) in tables {
            let keys = || table.cases.iter().flat_map(|case| &case.keys).map(|key| key.name.as_str());
            // One enum may decide about several maps.
            self.keys.entry(map).or_default().extend(keys());
            self.keys.entry(&table.discriminator).or_default().extend(keys());
        }
        self
    }

    /// The names of shapes that members with another target have, too.
    fn shared_names(&self) -> BTreeSet<&'t str> {
        let shapes = self.members.keys().map(|id| self.model.shape(id));
        let members =
            shapes.filter(|shape| matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)));
        let others = members.flat_map(Shape::members).filter(|member| member.name != member.target.name());
        others.map(|member| member.name.as_str()).filter(|name| self.items.contains_key(name)).collect()
    }

    fn add_members(&mut self, shape: &'t Shape, name: &TypeName) {
        let variants = |names: Vec<&'t str>| -> Vec<Item> {
            let item =
                |variant: &TypeName| Item { kind: ItemKind::Variant, path: format!("{name}::{variant}") };
            TypeName::of_variants(names).iter().map(item).collect()
        };
        match &shape.kind {
            ShapeKind::Structure(members) => {
                let names = members.keys().map(String::as_str);
                let item = |field| Item { kind: ItemKind::Field, path: format!("{name}::{field}") };
                let paths = FieldName::of_members(names.clone()).into_iter().map(item);
                self.members.insert(&shape.id, names.zip(paths).collect());
            }
            ShapeKind::Union(members) | ShapeKind::Enum(members) | ShapeKind::IntEnum(members) => {
                let names: Vec<&str> = members.keys().map(String::as_str).collect();
                let paths = variants(names.clone());
                let values = shape.enum_values().map(|(_, value)| value);
                self.values.insert(&shape.id, values.zip(paths.iter().cloned()).collect());
                self.members.insert(&shape.id, names.into_iter().zip(paths).collect());
            }
            _ => {}
        }
    }

    /// The folder of the service's own pages, of those that the model links to.
    fn own_folder(&self, subject: &Subject<'_>) -> Option<String> {
        let operations = subject.operations.iter().copied();
        let shapes = subject.reachable.iter().map(|id| self.model.shape(id));
        let shapes = operations.chain(shapes).chain([subject.service]);
        let traits =
            shapes.flat_map(|shape| shape.members().map(|member| &*member.traits).chain([&shape.traits]));
        let texts = traits.filter_map(|traits| traits.documentation.as_deref());
        pages::own_folder(subject.service, texts, |name| self.items.contains_key(name))
    }

    /// What relative addresses begin from.
    pub(crate) fn base(&self) -> Option<&'static str> {
        self.base
    }

    /// The links of one text.
    pub(crate) fn about<'i>(&'i self, about: About<'i>) -> LinksOf<'i, 't> {
        LinksOf::new(self, about)
    }

    /// The names of all operations, types and members.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.items.keys().copied().chain(self.members.values().flat_map(|members| members.keys().copied()))
    }

    /// The members of a shape.
    pub(crate) fn members_of(&self, shape: &str) -> impl Iterator<Item = &str> {
        let members = self.named(shape).and_then(|(id, _)| self.members.get(id));
        members.into_iter().flat_map(|members| members.keys().copied())
    }

    /// The name that stands in the address of a page of the service's own reference.
    pub(crate) fn own_page<'a>(&self, address: &'a str) -> Option<&'a str> {
        let name = address.strip_prefix(self.folder.as_deref()?)?.strip_prefix("/API_")?;
        name.strip_suffix(".html").filter(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    }

    /// The operation or type of a name, which may be a whole id.
    pub(super) fn item(&self, name: &str) -> Option<&Item> {
        self.named(name).map(|(_, path)| path)
    }

    fn named(&self, name: &str) -> Option<&(&'t ShapeId, Item)> {
        match name.split_once('#') {
            None => self.items.get(name),
            Some((namespace, name)) => self.items.get(name).filter(|(id, _)| id.namespace() == namespace),
        }
    }

    /// The operation or type that a name in code means: a mere word has one capital, and some names are also
    /// those of members. A whole id is certain.
    pub(super) fn certain_item(&self, name: &str) -> Option<&Item> {
        let certain = name.contains('#') || (capitals(name) > 1 && !self.ambiguous.contains(name));
        self.item(name).filter(|_| certain)
    }

    /// Whether the rules know a key of a map.
    pub(super) fn has_key(&self, map: &ShapeId, name: &str) -> bool {
        self.keys.get(map).is_some_and(|keys| keys.contains(name))
    }

    /// The member that `Shape$member` names.
    pub(super) fn member(&self, name: &str) -> Option<&Item> {
        let (shape, member) = name.split_once('$')?;
        let (id, _) = self.named(shape)?;
        self.members.get(id)?.get(member)
    }

    /// The member of a shape that has this name.
    pub(super) fn sibling(&self, shape: &ShapeId, name: &str) -> Option<&Item> {
        self.members.get(shape)?.get(name)
    }

    /// The variant that stands for a value which the members of some shapes can have, if there is just one.
    pub(super) fn value_in(&self, shapes: &[&ShapeId], value: &str) -> Option<&Item> {
        let members = shapes.iter().flat_map(|shape| self.model.shape(shape).members());
        let mut found = members.filter_map(|member| self.value_of(&member.target, value));
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }

    /// The variant that stands for a value of an enum.
    pub(super) fn value_of_enum(&self, shape: &ShapeId, value: &str) -> Option<&Item> {
        self.values.get(shape)?.get(value)
    }

    /// The variant that stands for a value of an enum, or of the elements of a list.
    pub(super) fn value_of(&self, target: &ShapeId, value: &str) -> Option<&Item> {
        let of_elements = || match &self.model.shape(target).kind {
            ShapeKind::List(element) => self.value_of_enum(&element.target, value),
            _ => None,
        };
        self.value_of_enum(target, value).or_else(of_elements)
    }

    /// Whether some enum has a value.
    pub(super) fn is_value(&self, value: &str) -> bool {
        self.enum_of_value.contains_key(value)
    }

    pub(super) fn unique_value(&self, value: &str) -> Option<&Item> {
        let shape = self.enum_of_value.get(value).copied().flatten().filter(|_| value.contains('_'))?;
        self.values.get(shape)?.get(value)
    }

    /// The shapes that a text about `about` stands beside: their members are known by their names alone.
    pub(super) fn beside<'a>(&'a self, about: About<'a>) -> Vec<&'a ShapeId> {
        match about {
            About::Service => Vec::new(),
            About::Member(container, _) => vec![container],
            About::Shape(id) => match &self.model.shape(id).kind {
                ShapeKind::Operation(_) => {
                    let OperationShape { input, output, .. } = self.model.shape(id).operation_io();
                    input.iter().chain(output).collect()
                }
                _ => vec![id],
            },
        }
    }
}

/// Every value of an enum, with the enum if only one has it.
fn enum_of_value<'t>(
    values: &BTreeMap<&'t ShapeId, BTreeMap<&'t str, Item>>,
) -> BTreeMap<&'t str, Option<&'t ShapeId>> {
    let mut owners: BTreeMap<&str, Option<&ShapeId>> = BTreeMap::new();
    for (shape, values) in values {
        for value in values.keys() {
            owners.entry(value).and_modify(|owner| *owner = None).or_insert(Some(shape));
        }
    }
    owners
}

fn capitals(name: &str) -> usize {
    name.chars().filter(|c| c.is_uppercase()).count()
}
