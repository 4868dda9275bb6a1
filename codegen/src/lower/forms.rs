//! What members are called in forms, which are the bodies of requests of the query protocols
//! ([awsQuery](https://smithy.io/2.0/aws/protocols/aws-query-protocol.html),
//! [ec2Query](https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html)).

use super::protocols::ProtocolRow;
use crate::ir::{Codec, FormCollection, FormMember};
use crate::resolve::graph::{Member, Model, ShapeKind};
use crate::resolve::traits::service::ProtocolTrait;

/// How a member stands in forms, where requests are such.
pub(super) fn member(model: &Model, member: &Member, protocol: &ProtocolRow) -> Option<FormMember> {
    if protocol.request_codec != Codec::Form {
        return None;
    }
    let is_ec2 = protocol.protocol == Some(ProtocolTrait::Ec2Query);
    let mut collections = Vec::new();
    add_collections(&mut collections, model, member, is_ec2);
    // Of what is the usual, only what stands around something else must be said.
    while collections.pop_if(|collection| *collection == usual(collection, is_ec2)).is_some() {}
    Some(FormMember { name: name(member, is_ec2), collections })
}

/// The name of a member; the first letter of one for EC2 is a capital unless `ec2QueryName` says otherwise.
fn name(member: &Member, is_ec2: bool) -> String {
    let name = member.traits.xml.name.as_ref().unwrap_or(&member.name);
    match &member.traits.ec2_query_name {
        Some(name) if is_ec2 => name.clone(),
        None if is_ec2 => {
            let mut letters = name.chars();
            let first = letters.next().map(|first| first.to_ascii_uppercase());
            first.into_iter().chain(letters).collect()
        }
        _ => name.clone(),
    }
}

/// Adds what the collection that a member targets calls what it holds, then the same of those in it.
fn add_collections(collections: &mut Vec<FormCollection>, model: &Model, member: &Member, is_ec2: bool) {
    let named = |member: &Member, usual: &str| member.traits.xml.name.clone().unwrap_or(usual.to_owned());
    let is_flat = member.traits.xml.flattened;
    match &model.shape(&member.target).kind {
        ShapeKind::List(element) => {
            let list = match is_flat || is_ec2 {
                true => FormCollection::FlatList,
                false => FormCollection::List(named(element, "member")),
            };
            collections.push(list);
            add_collections(collections, model, element, is_ec2);
        }
        ShapeKind::Map { key, value } => {
            let names = (named(key, "key"), named(value, "value"));
            let map = match is_flat {
                true => FormCollection::FlatMap(names.0, names.1),
                false => FormCollection::Map(names.0, names.1),
            };
            collections.push(map);
            add_collections(collections, model, value, is_ec2);
        }
        _ => {}
    }
}

/// What a collection of the same kind calls what it holds where the model does not say it.
fn usual(collection: &FormCollection, is_ec2: bool) -> FormCollection {
    match collection {
        FormCollection::List(_) | FormCollection::FlatList if is_ec2 => FormCollection::FlatList,
        FormCollection::List(_) | FormCollection::FlatList => FormCollection::List("member".to_owned()),
        FormCollection::Map(..) | FormCollection::FlatMap(..) => {
            FormCollection::Map("key".to_owned(), "value".to_owned())
        }
    }
}
