//! Looks through the documentation of a model with the eyes of those who write its comments.

use super::examples::Examples;
use super::{Finding, Sort};
use crate::diagnostics::{Diagnostic, Diagnostics, Span, nearest};
use crate::lower::docs::index::Index;
use crate::lower::docs::links::About;
use crate::lower::docs::{ends, seen};
use crate::lower::types::Types;
use crate::lower::{Restrictions, Setup};
use crate::options::Options;
use crate::resolve::graph::{Member, Model, Shape, ShapeKind, SimpleType};
use crate::resolve::traits::Traits;
use crate::resolve::traits::documentation::Text;
use markup::{self, Links, Mention, Named};

/// Everything that is wrong with the documentation of a service, unless the model has no such service.
pub(crate) fn findings(errors: &mut Diagnostics, model: &Model, options: &Options) -> Option<Vec<Finding>> {
    let setup = Setup::new(errors, model, options)?;
    let (index, service) = (setup.index(), &*setup.service);
    // What is wrong with the rules is reported when generating.
    let Restrictions { rules, .. } = setup.restrictions(&mut Diagnostics::default());
    let mut list = List {
        types: &setup.types,
        index: &index,
        examples: Examples::new(model, &rules, setup.bindings()),
        found: Vec::new(),
    };
    if service.traits.documentation.is_some() || model.shapes.contains_key(&service.id) {
        list.page(service, About::Service, "the service", true);
    }
    for operation in &setup.operations {
        list.page(operation, About::Shape(&operation.id), "the operation", true);
        list.examples(operation);
    }
    for shape in setup.reachable.iter().map(|id| model.shape(id)).filter(|shape| !shape.id.is_prelude()) {
        // A request or response is said to be one of its operation, and what has no page is met at members.
        let needs = setup.types.is_item(shape) && !setup.owners.contains_key(&shape.id);
        list.page(shape, About::Shape(&shape.id), what(shape), needs);
        list.members(shape);
    }
    Some(list.found)
}

fn what(shape: &Shape) -> &'static str {
    match &shape.kind {
        _ if shape.traits.error.is_some() => "the error",
        ShapeKind::Structure(_) => "the structure",
        ShapeKind::Union(_) => "the union",
        ShapeKind::Enum(_) | ShapeKind::IntEnum(_) => "the enum",
        ShapeKind::SimpleType(SimpleType::String) => "the enum",
        _ => "the type",
    }
}

struct List<'l> {
    types: &'l Types<'l>,
    index: &'l Index<'l>,
    examples: Examples<'l>,
    found: Vec<Finding>,
}

impl<'l> List<'l> {
    fn push(&mut self, sort: Sort, place: Span, owner: &str, message: String, help: Option<String>) {
        let fault = Diagnostic { help, ..Diagnostic::warning(message).at(place).shape(owner) };
        self.found.push(Finding { sort, fault });
    }

    /// What has a page of its own, or none at all.
    fn page(&mut self, shape: &Shape, about: About<'_>, what: &str, needs: bool) {
        if needs && is_blank(&shape.traits) {
            let message = format!("{what} has no documentation");
            self.push(Sort::Undocumented, shape.place, shape.id.as_str(), message, None);
        }
        self.names(&shape.traits, shape.id.as_str(), about);
    }

    /// What the examples of an operation show and its shapes do not allow.
    fn examples(&mut self, operation: &'l Shape) {
        let examples = operation.traits.examples.iter();
        for text in examples.filter_map(|example| example.documentation.as_ref()) {
            self.text(text, operation.id.as_str(), About::Shape(&operation.id));
        }
        for fault in self.examples.check(operation, ends(operation)) {
            let fault = Diagnostic { message: format!("in an example: {}", fault.message), ..fault };
            self.found.push(Finding { sort: Sort::Unfit, fault: fault.shape(operation.id.as_str()) });
        }
    }

    fn members(&mut self, shape: &Shape) {
        for member in shape.members() {
            let owner = format!("{}${}", shape.id, member.name);
            match &shape.kind {
                ShapeKind::Structure(_) | ShapeKind::Union(_) => self.member(&owner, member),
                ShapeKind::Enum(_) | ShapeKind::IntEnum(_) if is_blank(&member.traits) => {
                    self.undocumented_value(member.place, &owner);
                }
                _ => {}
            }
            self.names(&member.traits, &owner, About::Member(&shape.id, member));
        }
        self.definitions(shape);
    }

    /// The values that an `enum` trait defines.
    fn definitions(&mut self, shape: &Shape) {
        for definition in &shape.traits.enum_definitions {
            let owner = format!("{}${}", shape.id, definition.name.as_deref().unwrap_or(&definition.value));
            match &definition.documentation {
                Some(text) if !is_blank_text(text) => {
                    self.text(text, &owner, About::Definition(&shape.id, &definition.value));
                }
                Some(_) | None => self.undocumented_value(definition.span, &owner),
            }
        }
    }

    fn undocumented_value(&mut self, place: Span, owner: &str) {
        let message = "the value has no documentation".to_owned();
        self.push(Sort::Undocumented, place, owner, message, None);
    }

    fn member(&mut self, owner: &str, member: &Member) {
        let target = self.types.model.shape(&member.target);
        if is_blank(&member.traits) {
            if is_blank(&target.traits) {
                let message = "neither the member nor its target has documentation".to_owned();
                self.push(Sort::Undocumented, member.place, owner, message, None);
            }
        } else if is_same(&member.traits, &target.traits) {
            let message = format!("the documentation only repeats that of `{}`", target.id);
            let help = "leave it out: the member has that of its target then".to_owned();
            self.push(Sort::Repeats, place(&member.traits, member.place), owner, message, Some(help));
        }
    }

    /// What the documentation names.
    fn names(&mut self, traits: &Traits, owner: &str, about: About<'_>) {
        if let Some(text) = &traits.documentation {
            self.text(text, owner, about);
        }
        for page in &traits.external_documentation {
            let named = Named::Address(page.address.text.clone());
            self.named(&named, page.address.span, owner, about);
        }
    }

    /// What one text names.
    fn text(&mut self, text: &Text, owner: &str, about: About<'_>) {
        for named in markup::mentions(text) {
            self.named(&named, text.span, owner, about);
        }
    }

    fn named(&mut self, named: &Named, place: Span, owner: &str, about: About<'_>) {
        if let Some((message, help)) = self.leads_nowhere(named, about) {
            self.push(Sort::LeadsNowhere, place, owner, message, help);
        }
    }

    /// Why something that is named is not there.
    fn leads_nowhere(&self, named: &Named, about: About<'_>) -> Option<(String, Option<String>)> {
        let links = self.index.about(about);
        match named {
            Named::Code(code) => self.misspelled(code, about),
            Named::Reference(name) => {
                let there = links.item(Mention::Name(name)).is_some() || self.index.knows(name, about);
                // In brackets may stand a mere remark; shapes begin with a capital.
                let meant = name.starts_with(|c: char| c.is_uppercase()) || name.contains(['$', '#']);
                (meant && !there).then(|| (format!("the model has no `{name}`"), self.near(name)))
            }
            Named::Address(address) => {
                let own = links.item(Mention::Page(address, "")).is_some();
                let gone = self.index.own_page(address).filter(|name| !self.index.knows(name, about));
                match gone {
                    Some(name) => {
                        Some((format!("the model has no `{name}`, to whose page the link leads"), None))
                    }
                    None if own || markup::link("", address, self.index.base()).is_some() => None,
                    None => Some((
                        format!("the address `{}` is neither on the web nor a mailbox", seen(address)),
                        None,
                    )),
                }
            }
        }
    }

    /// Code that has the form of a name of the model, and is none by a letter or two.
    fn misspelled(&self, code: &str, about: About<'_>) -> Option<(String, Option<String>)> {
        if let Some((shape, member)) = code.split_once('$') {
            let meant = self.index.knows(shape, about) && !self.index.knows(code, about);
            let near = || {
                nearest(member, self.index.members_of(shape))
                    .map(|name| format!("did you mean `{shape}${name}`?"))
            };
            return meant.then(|| (format!("the model has no `{code}`"), near()));
        }
        let capitals = code.bytes().filter(u8::is_ascii_uppercase).count();
        let word = code.len() > 7 && capitals > 1 && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !word || self.index.knows(code, about) || code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        let near = self.index.names().filter(|name| strsim::damerau_levenshtein(code, name) == 1).min()?;
        Some((format!("the model has no `{code}`"), Some(format!("did you mean `{near}`?"))))
    }

    fn near(&self, name: &str) -> Option<String> {
        nearest(name, self.index.names()).map(|name| format!("did you mean `{name}`?"))
    }
}

fn is_blank(traits: &Traits) -> bool {
    traits.documentation.as_deref().is_none_or(is_blank_text)
}

fn is_blank_text(text: &str) -> bool {
    markup::markdown(text, markup::Form::Whole, &markup::NoLinks).is_empty()
}

fn is_same(one: &Traits, other: &Traits) -> bool {
    let words = |traits: &Traits| -> Option<Vec<String>> {
        Some(traits.documentation.as_deref()?.split_whitespace().map(str::to_lowercase).collect())
    };
    words(one) == words(other)
}

fn place(traits: &Traits, otherwise: Span) -> Span {
    traits.documentation.as_ref().map_or(otherwise, |text| text.span)
}
