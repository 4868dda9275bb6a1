//! Texts that several members share: each stands once on a page of its own, and in one sentence elsewhere.

use std::collections::BTreeMap;

use super::{Comments, Subject};
use crate::ir::Doc;
use crate::lower::docs::links::About;
use crate::lower::types::Types;
use crate::options::Docs as Mode;
use crate::resolve::graph::{Shape, ShapeId, ShapeKind};
use markup::{Form, Item, ItemKind, Markdown, code};

/// The module of the page.
const MODULE: &str = "values";

/// How many members may repeat a text before it moves to the page.
const REPEATED: usize = 4;

/// The documented shapes without a type of their own that many members target, by the names that they have in the
/// model.
pub(super) fn shared<'t>(
    types: &Types<'t>,
    subject: &Subject<'t>,
    mode: Mode,
) -> BTreeMap<String, &'t ShapeId> {
    let mut counts = BTreeMap::<&ShapeId, usize>::new();
    let mut shared = BTreeMap::new();
    if mode != Mode::Full {
        return shared;
    }
    let containers = subject.reachable.iter().map(|id| types.model.shape(id));
    let containers =
        containers.filter(|shape| matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_)));
    for member in containers.flat_map(Shape::members) {
        let target = types.model.shape(&member.target);
        if target.traits.documentation.is_none() || types.is_item(target) {
            continue;
        }
        let count = counts.entry(&target.id).or_default();
        *count += 1;
        if *count > REPEATED {
            shared.entry(target.id.name().to_owned()).or_insert(&target.id);
        }
    }
    shared
}

impl Comments<'_> {
    /// Whether the text of a shape stands on the page of values.
    pub(super) fn is_on_values_page(&self, shape: &Shape) -> bool {
        self.values.get(shape.id.name()).is_some_and(|id| **id == shape.id)
    }

    /// The name of a shape in brackets, as a link to its text on the page of values.
    pub(super) fn value_link(&self, shape: &Shape) -> Option<Markdown> {
        let name = shape.id.name();
        let path = format!("{MODULE}#{}", name.to_ascii_lowercase());
        let link = || Markdown::link(&code(name), Item { kind: ItemKind::Module, path });
        self.is_on_values_page(shape).then(|| Markdown::from(" (") + link() + ")")
    }

    /// The page of values, if there are any.
    pub(crate) fn values_page(&self) -> Option<Doc> {
        let mut doc =
            Markdown::from("Texts about values that several members have, by the names of their shapes.");
        for (name, id) in &self.values {
            doc.block(format!("# {}", code(name)).into());
            let text = self.types.model.shape(id).traits.documentation.as_deref();
            doc.block(self.text(text, Form::Page, About::Shape(id)));
        }
        (!self.values.is_empty()).then(|| doc.into())
    }
}
