//! Texts that are ids of shapes ([Smithy 2.0, idRef](https://smithy.io/2.0/spec/constraint-traits.html#idref-trait)).

use std::collections::BTreeMap;

use super::context::ValidationContext;
use super::select::NodeSet;
use crate::resolve::conformance::Node;
use crate::resolve::graph::{ShapeId, is_identifier};

/// Checks texts against `idRef` traits; each selector is evaluated once.
pub(super) struct IdRefs<'x, 'c, 'd> {
    context: &'x ValidationContext<'c, 'd>,
    matches: BTreeMap<String, Option<NodeSet>>,
}

impl<'x, 'c, 'd> IdRefs<'x, 'c, 'd> {
    /// A check of the shapes of a context.
    pub(super) fn new(context: &'x ValidationContext<'c, 'd>) -> Self {
        Self { context, matches: BTreeMap::new() }
    }

    /// What is wrong with the text of a value, if it must be the id of a shape.
    pub(super) fn problem(&mut self, node: &Node<'_>) -> Option<String> {
        let id_ref = node.effective(|traits| traits.id_ref.as_ref())?;
        let text = node.value.as_str()?;
        let (root, member) = text.split_once('$').map_or((text, None), |(root, member)| (root, Some(member)));
        if ShapeId::parse(root).is_none() || member.is_some_and(|member| !is_identifier(member)) {
            return Some(format!("`{text}` is not the id of a shape: `namespace#Name`"));
        }
        let problem = match self.context.index.node(text) {
            None if !id_ref.fail_when_missing => return None,
            None => format!("`{text}` does not exist"),
            Some(found) if self.selected(&id_ref.selector).is_none_or(|matches| matches.contains(found)) => {
                return None;
            }
            Some(_) => format!("`{text}` is not what this selector matches: `{}`", id_ref.selector),
        };
        Some(id_ref.error_message.clone().unwrap_or(problem))
    }

    /// What a selector matches; none if it is wrong.
    fn selected(&mut self, text: &str) -> Option<&NodeSet> {
        let evaluator = &self.context.evaluator;
        let select = || selector::parse(text).ok().map(|selector| evaluator.select(&selector));
        self.matches.entry(text.to_owned()).or_insert_with(select).as_ref()
    }
}
