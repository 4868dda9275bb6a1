//! Which shapes there are, and what a name means in a file
//! ([Smithy IDL, relative shape ID resolution](https://smithy.io/2.0/spec/idl.html#relative-shape-id-resolution)).

use std::collections::HashMap;

use super::prelude;
use crate::ast::{Body, File};
use crate::file::ParsedFile;
use crate::shape_type::ShapeType;

/// The shapes that the files of a model define, by absolute id; those of the prelude are known without it.
#[derive(Clone, Debug, Default)]
pub struct Declarations {
    shapes: HashMap<String, ShapeType>,
}

impl Declarations {
    /// Adds a shape that is defined somewhere else, such as in a file of JSON AST.
    pub fn add(&mut self, id: impl Into<String>, shape_type: ShapeType) {
        self.shapes.insert(id.into(), shape_type);
    }

    /// Adds all shapes of a file, structures of inline inputs and outputs among them.
    pub fn add_file(&mut self, file: &ParsedFile<'_>) {
        let Some(namespace) = file.ast().namespace() else { return };
        for shape in file.ast().shapes() {
            let (Some(name), Some(shape_type)) = (shape.name(), shape.shape_type()) else { continue };
            self.add(format!("{namespace}#{}", name.value), shape_type);
            if let Some(Body::Operation(operation)) = shape.body() {
                for property in operation.iter().filter(|property| property.structure().is_some()) {
                    let suffix = property.name().map_or("", |property| file.suffix(property.value));
                    self.add(format!("{namespace}#{}{suffix}", name.value), ShapeType::Structure);
                }
            }
        }
    }

    /// The type of a shape, those of the prelude among them.
    pub fn shape_type(&self, id: &str) -> Option<ShapeType> {
        let in_prelude = || prelude::shape_type(id.strip_prefix("smithy.api#")?);
        self.shapes.get(id).copied().or_else(in_prelude)
    }
}

/// What names mean in one file.
pub(super) struct Names<'t> {
    namespace: Option<&'t str>,
    uses: HashMap<&'t str, &'t str>,
    declarations: &'t Declarations,
}

impl<'t> Names<'t> {
    pub(super) fn new(file: File<'t>, declarations: &'t Declarations) -> Self {
        let uses = file.uses().filter_map(|id| Some((id.text().split_once('#')?.1, id.text())));
        Self { namespace: file.namespace(), uses: uses.collect(), declarations }
    }

    /// The namespace of the file.
    pub(super) fn namespace(&self) -> Option<&'t str> {
        self.namespace
    }

    /// The absolute id that a written one means, its member kept.
    pub(super) fn resolve(&self, written: &str) -> String {
        if written.contains('#') {
            return written.to_owned();
        }
        let (name, member) = match written.split_once('$') {
            Some((name, member)) => (name, Some(member)),
            None => (written, None),
        };
        let root = self.root(name);
        member.map_or_else(|| root.clone(), |member| format!("{root}${member}"))
    }

    fn root(&self, name: &str) -> String {
        if let Some(imported) = self.uses.get(name) {
            return (*imported).to_owned();
        }
        let local = self.namespace.map(|namespace| format!("{namespace}#{name}"));
        let exists = |id: &String| self.declarations.shapes.contains_key(id);
        match local {
            Some(id) if exists(&id) || prelude::shape_type(name).is_none() => id,
            _ => format!("smithy.api#{name}"),
        }
    }

    /// The type of the shape with an absolute id.
    pub(super) fn shape_type(&self, id: &str) -> Option<ShapeType> {
        self.declarations.shape_type(id)
    }
}
