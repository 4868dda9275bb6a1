//! What members target: shapes by name, and the shapes that inline collections stand for.

use super::Assembly;
use super::values::{Data, Entry, Value};
use crate::ast::{Spanned, Target};
use crate::diagnostic::Diagnostic;
use crate::span::Span;
use crate::syntax::Node;

/// The trait of shapes that stand for inline collections.
const GENERATED: &str = "smithy.synthetic#generated";

impl<'t> Assembly<'t> {
    /// The absolute id that a target means; the shapes of inline collections are added to the document.
    pub(super) fn target(&mut self, target: Target<'t>) -> Option<Spanned<String>> {
        let (span, value) = match target {
            Target::Id(id) => (id.span(), self.names.resolve(id.text())),
            Target::List(span, member) => {
                let member = self.inner(member)?;
                let name = format!("ListOf{}", name(&member.value));
                (span, self.collection(&name, "list", span, vec![("member", member)])?)
            }
            Target::Map(span, key, value) => {
                let (key, value) = (self.inner(key)?, self.inner(value)?);
                let name = format!("MapOf{}To{}", name(&key.value), name(&value.value));
                (span, self.collection(&name, "map", span, vec![("key", key), ("value", value)])?)
            }
        };
        Some(Spanned { span, value })
    }

    fn inner(&mut self, node: Option<Node<'t>>) -> Option<Spanned<String>> {
        self.target(Target::new(node?)?)
    }

    /// Adds the shape of an inline collection, unless an equal one is there already.
    fn collection(
        &mut self,
        name: &str,
        shape_type: &str,
        span: Span,
        members: Vec<(&str, Spanned<String>)>,
    ) -> Option<String> {
        let id = format!("{}#_Synthetic{name}", self.names.namespace()?);
        let targets: Vec<String> = members.iter().map(|(_, target)| target.value.clone()).collect();
        if let Some(known) = self.inline.get(&id) {
            if *known != targets {
                let message =
                    format!("this collection and one of `{}` would both become `{id}`", known.join("`, `"));
                let help = "define one of them as a shape with a name";
                self.document.diagnostics.push(Diagnostic::error(span, message).help(help));
            }
            return Some(id);
        }
        let mut entries = vec![Entry::new("type", span, Value::string(span, shape_type))];
        let target = |target: Spanned<String>| Value::target(target.span, target.value);
        entries.extend(members.into_iter().map(|(key, member)| Entry::new(key, member.span, target(member))));
        let generated = Entry::new(GENERATED, span, Value::new(span, Data::Object(Vec::new())));
        entries.push(Entry::new("traits", span, Value::object(span, vec![generated])));
        self.document.shapes.push(Entry::new(id.clone(), span, Value::object(span, entries)));
        self.inline.insert(id.clone(), targets);
        Some(id)
    }
}

/// The name of a shape without its namespace.
fn name(id: &str) -> &str {
    id.split_once('#').map_or(id, |(_, name)| name)
}
