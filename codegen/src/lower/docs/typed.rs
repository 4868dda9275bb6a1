//! What comments say of typed answers, and of what a caller can declare: where people look for keys they find them.

use std::collections::BTreeSet;

use super::Comments;
use crate::names::{FieldName, TypeName};
use crate::resolve::graph::{Member, Shape, ShapeId};
use crate::rules::{Asks, Binding, KeyTable};
use markup::{Item, ItemKind, Markdown};

impl Comments<'_> {
    /// That a map has a type with its keys, or that a response says which answer is due.
    pub(super) fn typed(&self, container: &Shape, member: &Member) -> Option<Markdown> {
        let bound = self.rules.bindings.get(&container.id).filter(|binding| binding.map == member.name);
        let asked = self.rules.asks.get(&container.id).filter(|asks| asks.by == member.name);
        match (bound, asked) {
            (Some(binding), _) => self.typed_map(binding),
            (None, Some(asks)) => self.typed_due(container, asks),
            (None, None) => None,
        }
    }

    fn typed_map(&self, binding: &Binding) -> Option<Markdown> {
        let answer = answer_link(self.answered(&binding.table)?)?;
        let step = FieldName::of_step(binding.step.as_ref()?);
        let takes =
            format!(" has the keys of each case, and `.{}(…)` of the builder takes it.", step.in_source());
        Some(Markdown::from("Typed: ") + answer + takes)
    }

    fn typed_due(&self, container: &Shape, asks: &Asks) -> Option<Markdown> {
        let table = self.answered(&asks.table)?;
        let (name, answer) = (self.types.name(&container.id), answer_link(table)?);
        table.due.as_ref()?;
        let due = Item { kind: ItemKind::Function, path: format!("{name}::due") };
        let due = Markdown::link("`due`", due);
        let along = " is asked for, and what came along for it.";
        Some(Markdown::from("Typed: ") + due + " says which " + answer + along)
    }

    /// The typed answers of the crate, an item each.
    pub(super) fn typed_answers(&self) -> Markdown {
        let mut doc = Markdown::default();
        let items: Vec<Markdown> =
            self.answered_tables().filter_map(|table| self.typed_answer(table)).collect();
        if !items.is_empty() {
            doc.paragraph(
                "Which keys some maps need depends on the case. Each case is a type with its keys, so that none can be \
                 missing or misspelt:",
            );
            doc.block(Markdown::joined(items, "\n"));
        }
        doc
    }

    fn typed_answer(&self, table: &KeyTable) -> Option<Markdown> {
        let mut words = answer_link(table)? + ": " + markup::inline_markdown(&table.documentation);
        let bindings = self.rules.bindings.values().filter(|binding| binding.table == table.map);
        let steps: BTreeSet<&str> = bindings.filter_map(|binding| binding.step.as_deref()).collect();
        for step in steps {
            let step = FieldName::of_step(step);
            words.push_str(&format!(" `.{}(…)` of a builder takes it.", step.in_source()));
        }
        if table.due.is_some() {
            words.push_str(" `due()` of a response says which one is asked for.");
        }
        Some(markup::item('-', words))
    }

    /// What a caller can declare, an item each.
    pub(super) fn declared(&self) -> Markdown {
        let declarations = self.rules.declarations.iter().map(|(name, words)| (name, words, "true"));
        let related = self.rules.related.iter().map(|(name, words)| (name, words, "&map"));
        let item = |(name, words, argument): (&String, &String, &str)| {
            let name = FieldName::of_member(name);
            let path = format!("validation::Policy::{}", name.in_source());
            let call = format!("`{}({argument})`", name.in_source());
            let call = Markdown::link(&call, Item { kind: ItemKind::Function, path });
            markup::item('-', call + ": " + markup::inline_markdown(words))
        };
        Markdown::joined(declarations.chain(related).map(item), "\n")
    }

    /// The tables that the request of some operation is held to and that have a typed answer.
    fn answered_tables(&self) -> impl Iterator<Item = &KeyTable> {
        self.rules.tables.keys().filter_map(|map| self.answered(map))
    }

    fn answered(&self, map: &ShapeId) -> Option<&KeyTable> {
        let mut inputs =
            self.subject.operations.iter().filter_map(|shape| shape.operation_io().input.as_ref());
        let bound = |id: &ShapeId| self.rules.bindings.get(id).is_some_and(|binding| binding.table == *map);
        inputs.any(bound).then(|| self.rules.tables.get(map)).flatten()
    }
}

fn answer_link(table: &KeyTable) -> Option<Markdown> {
    let name = TypeName::of_shape(table.answer.as_ref()?);
    Some(Markdown::link(&format!("`{name}`"), Item::ty(format!("answers::{name}"))))
}
