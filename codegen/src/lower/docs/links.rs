//! Where names in documentation lead: to the operations, types, fields and variants of the crate.

use super::index::Index;
use crate::resolve::graph::{Member, ShapeId};
use markup::{Item, Links, Mention};

/// What a text is about.
#[derive(Clone, Copy)]
pub(crate) enum About<'a> {
    /// The service.
    Service,
    /// An operation or a type.
    Shape(&'a ShapeId),
    /// A member of a shape.
    Member(&'a ShapeId, &'a Member),
}

/// The links of one text.
pub(crate) struct LinksOf<'i, 't> {
    index: &'i Index<'t>,
    about: About<'i>,
}

impl<'i, 't> LinksOf<'i, 't> {
    pub(super) fn new(index: &'i Index<'t>, about: About<'i>) -> Self {
        Self { index, about }
    }

    /// What a name means here, from the nearest to the farthest; what the text is about is passed over.
    ///
    /// Code may be something else altogether: a word that only looks like a name, or a key of the map.
    pub(crate) fn named(&self, name: &str, is_code: bool) -> Option<&'i Item> {
        let other = |path: &&Item| !self.is_own(path);
        if name.contains('$') {
            return self.index.member(name).filter(other);
        }
        let is_key = is_code && self.is_key(name);
        if self.is_subject(name) {
            return None;
        }
        let item = || {
            let item = if is_code { self.index.certain_item(name) } else { self.index.item(name) };
            item.filter(other)
        };
        if let Some(value) = self.own_value(name) {
            return Some(value).filter(other).filter(|_| !is_key).or_else(item);
        }
        let beside = self.index.beside(self.about);
        let mut siblings = beside.iter().filter_map(|shape| self.index.sibling(shape, name)).filter(other);
        // A member of the request and of the response alike: only the reader can tell which one is meant.
        let sibling = siblings.next().filter(|_| siblings.next().is_none());
        let value = || if is_key || !self.index.is_value(name) { None } else { self.value(name, &beside) };
        sibling.or_else(item).or_else(value)
    }

    /// The variant with a value, in a text about an enum: on the wire it has no other name.
    fn own_value(&self, name: &str) -> Option<&'i Item> {
        match self.about {
            About::Shape(id) | About::Member(id, _) => self.index.value_of_enum(id, name),
            About::Service => None,
        }
    }

    /// The variant that a value means here: one of the target's, of what stands beside, or of the only enum with it.
    fn value(&self, name: &str, beside: &[&ShapeId]) -> Option<&'i Item> {
        let other = |path: &&Item| !self.is_own(path);
        let target = match self.about {
            About::Member(_, member) => self.index.value_of(&member.target, name),
            About::Shape(_) | About::Service => None,
        };
        let near = || self.index.value_in(beside, name).filter(other);
        target.filter(other).or_else(near).or_else(|| self.index.unique_value(name).filter(other))
    }

    /// Whether a name is a key of the map that the text is about, or one that the values of the enum decide about.
    fn is_key(&self, name: &str) -> bool {
        match self.about {
            About::Member(container, member) => {
                self.index.has_key(&member.target, name) || self.index.has_key(container, name)
            }
            About::Shape(id) => self.index.has_key(id, name),
            About::Service => false,
        }
    }

    /// The item that a page of the service's own reference is about.
    fn page(&self, address: &str) -> Option<&'i Item> {
        self.index.item(self.index.own_page(address)?)
    }

    /// Whether a path is that of what the text is about.
    fn is_own(&self, path: &Item) -> bool {
        let own = match self.about {
            About::Service => None,
            About::Shape(id) => self.index.item(id.name()),
            About::Member(container, member) => self.index.sibling(container, &member.name),
        };
        own.is_some_and(|own| own == path)
    }
}

impl Links for LinksOf<'_, '_> {
    fn item(&self, mention: Mention<'_>) -> Option<Item> {
        match mention {
            Mention::Code(name) => self.named(name, true),
            Mention::Name(name) => self.named(name, false),
            Mention::Page(address, _) => self.page(address).filter(|path| !self.is_own(path)),
        }
        .cloned()
    }

    fn is_subject(&self, name: &str) -> bool {
        match self.about {
            About::Service | About::Member(..) => false,
            About::Shape(id) => id.name() == name || id.as_str() == name,
        }
    }

    fn base(&self) -> Option<&str> {
        self.index.base()
    }
}
