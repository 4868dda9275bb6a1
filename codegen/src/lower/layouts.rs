//! What members are called on the wire, and how they look in protocols that name what collections hold.

use std::collections::BTreeMap;

use super::bindings::Bindings;
use super::protocols::{MemberNames, ProtocolRow};
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::binding::MessageUse;
use crate::ir::{Namespace, XmlLayout, XmlPlace};
use crate::resolve::graph::{Member, Model, Shape, ShapeKind};
use crate::resolve::traits::Traits;
use crate::resolve::traits::http::XmlNamespace;

/// The name of a member on the wire.
pub(super) fn wire_name(member: &Member, protocol: &ProtocolRow) -> String {
    let stated = match protocol.members {
        MemberNames::Own => None,
        MemberNames::JsonName => member.traits.json_name.as_ref(),
        MemberNames::XmlName => member.traits.xml.name.as_ref(),
    };
    stated.unwrap_or(&member.name).clone()
}

/// That name as a reader sees it, who passes over the prefixes of XML.
pub(super) fn wire_key(member: &Member, protocol: &ProtocolRow) -> String {
    let name = wire_name(member, protocol);
    match (protocol.members, name.rsplit_once(':')) {
        (MemberNames::XmlName, Some((_, local))) => local.to_owned(),
        (MemberNames::Own | MemberNames::JsonName | MemberNames::XmlName, _) => name,
    }
}

/// Checks that the elements of a structure or union that is read have names of their own, by which readers tell them apart.
pub(super) fn check<'m>(
    errors: &mut Diagnostics,
    shapes: impl Iterator<Item = &'m Shape>,
    bindings: &Bindings<'_>,
) {
    let protocol = bindings.protocol;
    if protocol.members != MemberNames::XmlName {
        return;
    }
    for shape in shapes.filter(|shape| matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_))) {
        let mut known: BTreeMap<String, &Member> = BTreeMap::new();
        // Bindings count at the top of messages alone.
        let is_nested = bindings.message(&shape.id) == MessageUse::AlsoNested;
        let is_bound = |member: &Member| !is_nested && bindings.binding(&shape.id, member).is_some();
        let is_element = |member: &&Member| !member.traits.xml.attribute && !is_bound(member);
        for member in shape.members().filter(is_element) {
            let name = wire_key(member, protocol);
            let Some(first) = known.insert(name.clone(), member) else { continue };
            let message =
                format!("`{}` and `{}` would both be the element `{name}`", first.name, member.name);
            let error = Diagnostic::error(message).at(member.span);
            let error = error.shape(format!("{}${}", shape.id, member.name));
            errors.push(error.help("give one of them another `xmlName`"));
        }
    }
}

/// How a member looks, if that is not as usual.
pub(super) fn layout(model: &Model, member: &Member, protocol: &ProtocolRow) -> Option<XmlLayout> {
    match protocol.members {
        MemberNames::Own | MemberNames::JsonName => None,
        MemberNames::XmlName => unusual(of_member(model, member)),
    }
}

fn unusual(layout: XmlLayout) -> Option<XmlLayout> {
    Some(layout).filter(|layout| *layout != XmlLayout::default())
}

fn of_member(model: &Model, member: &Member) -> XmlLayout {
    let xml = &member.traits.xml;
    let mut layout = of_held(model, member);
    if xml.attribute {
        layout.place = XmlPlace::Attribute;
    }
    if xml.flattened {
        layout.place = XmlPlace::Flattened;
        layout.element = None;
        if let ShapeKind::List(element) = &model.shape(&member.target).kind {
            // The elements stand in the place of the member, and their own namespace comes first.
            let mut held = of_held(model, element);
            held.namespace = held.namespace.or(layout.namespace.take());
            layout.held = unusual(held).map(Box::new);
        }
    }
    layout
}

/// How what a member holds looks, where the member is in a collection.
fn of_held(model: &Model, member: &Member) -> XmlLayout {
    let mut layout = XmlLayout { namespace: namespace(&member.traits), ..XmlLayout::default() };
    let held = |member| unusual(of_held(model, member)).map(Box::new);
    match &model.shape(&member.target).kind {
        ShapeKind::List(element) => {
            layout.element = element.traits.xml.name.clone();
            layout.held = held(element);
        }
        ShapeKind::Map { key, value } => {
            layout.key = key.traits.xml.name.clone();
            layout.key_namespace = namespace(&key.traits);
            layout.value = value.traits.xml.name.clone();
            layout.held = held(value);
        }
        _ => {}
    }
    layout
}

/// The namespace that a shape or member declares.
pub(super) fn namespace(traits: &Traits) -> Option<Namespace> {
    let XmlNamespace { uri, prefix } = traits.xml.namespace.as_ref()?;
    Some(Namespace { prefix: prefix.clone().unwrap_or_default(), uri: uri.clone() })
}
