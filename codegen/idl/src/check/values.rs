//! Values, wherever they stand: keys that stand twice, and tagged strings.

use super::{Check, repeated};
use crate::ast::{Key, Value};
use crate::syntax::{NodeKind, Tree};
use crate::tagged::TAGS;
use crate::version::Version;

impl<'t> Check<'t> {
    pub(super) fn values(&mut self, tree: &'t Tree<'t>) {
        for node in tree.root().descendants() {
            match node.kind() {
                NodeKind::Object | NodeKind::TraitStructure => {
                    let entries = node.children_of(NodeKind::KeyValue);
                    let keys = entries.filter_map(|entry| entry.child(NodeKind::Key)).map(Key::new);
                    self.keys(keys.collect());
                }
                NodeKind::TaggedString => Value::new(node).into_iter().for_each(|value| self.tagged(value)),
                _ => {}
            }
        }
    }

    fn keys(&mut self, keys: Vec<Key<'t>>) {
        for key in repeated(keys, |key| key.text()) {
            let message = format!("the key `{}` stands here twice", key.text().escape_debug());
            self.error(key.span(), message, "remove one of them");
        }
    }

    fn tagged(&mut self, value: Value<'t>) {
        let Some(tag) = value.tag() else { return };
        if self.version < Version::V2_1 && TAGS.contains(&&tag.text()[1..]) {
            return self.needs(Version::V2_1, "tagged strings", tag.span());
        }
        if let Some(Err(message)) = value.tagged() {
            self.error(value.span(), message, "write it without the tag, or as the tag demands");
        }
    }
}
