//! Questions about operations.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::json::Data;
use crate::resolve::graph::{Member, Model, OperationShape, Shape, ShapeId, ShapeKind};
use crate::resolve::traits::service::AuthTrait;

/// Where the pages of a listing are, as paths of members, separated by dots
/// ([Smithy 2.0, paginated](https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagination {
    /// The input member that takes the token.
    pub input_token: String,
    /// Where the output holds the next token.
    pub output_token: String,
    /// Where the output holds the page's items.
    pub items: Option<String>,
    /// The input member that bounds a page.
    pub page_size: Option<String>,
}

/// A part of what stands before the host of requests.
#[derive(Clone, Copy, Debug)]
pub enum HostPrefixPart<'m> {
    /// This text.
    Text(&'m str),
    /// The value of this member.
    Label(&'m Member),
}

/// How requests of an operation may show who sends them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EffectiveAuth {
    /// The model does not say.
    Unstated,
    /// They need not.
    Unneeded,
    /// In one of these ways, the first before the others.
    Schemes(Vec<AuthTrait>),
}

impl EffectiveAuth {
    /// The ways, if there are any.
    pub fn schemes(&self) -> &[AuthTrait] {
        match self {
            Self::Unstated | Self::Unneeded => &[],
            Self::Schemes(schemes) => schemes,
        }
    }
}

impl Model {
    /// The operations of a service, those of its resources among them, by name and then by id, each once; none
    /// for what is not a service ([Smithy 2.0, service types](https://smithy.io/2.0/spec/service-types.html)).
    pub fn operations_of(&self, service: &ShapeId) -> Vec<&Shape> {
        let mut operations: BTreeMap<(&str, &ShapeId), &Shape> = BTreeMap::new();
        let mut seen = HashSet::new();
        let mut open = vec![service];
        while let Some(id) = open.pop() {
            let Some(shape) = self.shapes.get(id).filter(|_| seen.insert(id)) else {
                continue;
            };
            let (bound, resources) = match &shape.kind {
                ShapeKind::Service(service) => (&service.operations, &service.resources),
                ShapeKind::Resource(resource) => (&resource.operations, &resource.resources),
                _ => continue,
            };
            open.extend(resources);
            for operation in bound.iter().filter_map(|id| self.shapes.get(id)) {
                if matches!(operation.kind, ShapeKind::Operation(_)) {
                    operations.insert((operation.id.name(), &operation.id), operation);
                }
            }
        }
        operations.into_values().collect()
    }

    /// The errors that an operation can end in, its own and those of its service, by id and each once.
    pub fn errors<'m>(&'m self, service: &Shape, operation: &Shape) -> Vec<&'m Shape> {
        let ids = operation.operation_io().errors.iter().chain(&service.service_bindings().errors);
        let ids: BTreeSet<&ShapeId> = ids.collect();
        ids.into_iter().map(|id| self.shape(id)).collect()
    }

    /// How requests of an operation may show who sends them, the first scheme before the others: `auth` of the operation,
    /// or else that of the service, or else all schemes of the service by the ids of their traits
    /// ([Smithy 2.0, authentication traits](https://smithy.io/2.0/spec/authentication-traits.html)).
    pub fn effective_auth(&self, service: &Shape, operation: &Shape) -> EffectiveAuth {
        let scheme = |id: &ShapeId| AuthTrait::of_trait(id, service.traits.written.get(id));
        let stated = operation.traits.auth.as_ref().or(service.traits.auth.as_ref());
        let schemes: Vec<AuthTrait> = match stated {
            Some(ids) => ids.iter().map(scheme).collect(),
            None => self.auth_schemes(service),
        };
        let none_stated = stated.is_some_and(Vec::is_empty);
        if none_stated || operation.traits.optional_auth || schemes.iter().any(AuthTrait::is_none) {
            EffectiveAuth::Unneeded
        } else if schemes.is_empty() {
            EffectiveAuth::Unstated
        } else {
            EffectiveAuth::Schemes(schemes)
        }
    }

    /// All schemes of a service, those that the model defines among them.
    fn auth_schemes(&self, service: &Shape) -> Vec<AuthTrait> {
        let is_scheme = |id: &ShapeId| {
            self.shapes.get(id).is_some_and(|shape| shape.traits.prelude("authDefinition").is_some())
        };
        let known = &service.traits.auth_schemes;
        let own = service.traits.written.iter().filter(|(id, _)| is_scheme(id));
        let own = own.map(|(id, value)| AuthTrait::of_trait(id, Some(value)));
        known.iter().cloned().chain(own.filter(|scheme| !known.contains(scheme))).collect()
    }

    /// Whether the request or the response of an operation is followed by a stream of events
    /// ([Smithy 2.0, event streams](https://smithy.io/2.0/spec/streaming.html#event-streams)).
    pub fn has_event_stream(&self, operation: &Shape) -> bool {
        let OperationShape { input, output, .. } = operation.operation_io();
        let members = input.iter().chain(output).flat_map(|id| self.shape(id).members());
        let mut targets = members.map(|member| self.shape(&member.target));
        targets.any(|target| target.traits.streaming && matches!(target.kind, ShapeKind::Union(_)))
    }

    /// What stands before the host of an operation's requests: texts, and members of its input
    /// ([Smithy 2.0, endpoint](https://smithy.io/2.0/spec/endpoint-traits.html#endpoint-trait)).
    pub fn host_prefix<'m>(&'m self, operation: &'m Shape) -> Vec<HostPrefixPart<'m>> {
        let input = operation.operation_io().input.as_ref().map(|id| self.shape(id));
        let member = |name: &str| input?.members().find(|member| member.name == name);
        let mut parts = Vec::new();
        for piece in operation.traits.host_prefix.as_deref().unwrap_or_default().split_inclusive('}') {
            let (text, label) = piece.split_once('{').unwrap_or((piece, ""));
            parts.extend(Some(HostPrefixPart::Text(text)).filter(|_| !text.is_empty()));
            parts.extend(label.strip_suffix('}').and_then(member).map(HostPrefixPart::Label));
        }
        parts
    }

    /// Where an operation has its pages, if it has any: what its own `paginated` leaves open is that of its service.
    pub fn pagination(&self, service: &Shape, operation: &Shape) -> Option<Pagination> {
        let own = operation.traits.paginated.clone()?;
        let default = service.traits.paginated.clone().unwrap_or_default();
        Some(Pagination {
            input_token: own.input_token.or(default.input_token)?,
            output_token: own.output_token.or(default.output_token)?,
            items: own.items.or(default.items),
            page_size: own.page_size.or(default.page_size),
        })
    }

    /// What the tokens of an operation's pages are: each service that says where they stand, for operations that do not,
    /// may mean another member.
    pub fn page_tokens<'m>(&'m self, operation: &'m Shape) -> Vec<&'m ShapeId> {
        let input = operation.operation_io().input.as_ref();
        let (Some(own), Some(input)) = (&operation.traits.paginated, input) else { return Vec::new() };
        let defaults = self.services().filter_map(|service| service.traits.paginated.as_ref());
        let names = match &own.input_token {
            Some(name) => vec![name],
            None => defaults.filter_map(|default| default.input_token.as_ref()).collect(),
        };
        let paths = names.into_iter().filter_map(|name| self.member_path(input, name));
        paths.filter_map(|path| path.last().map(|(_, token)| &token.target)).collect()
    }

    /// The members that names with dots between them lead through, from a structure on, each with the structure that has
    /// it; nothing where one of them is not there.
    pub fn member_path<'m>(&'m self, root: &'m ShapeId, path: &str) -> Option<Vec<(&'m Shape, &'m Member)>> {
        let mut target = root;
        let mut found = Vec::new();
        for name in path.split('.') {
            let shape = self.shape(target);
            let ShapeKind::Structure(members) = &shape.kind else { return None };
            let member = members.get(name)?;
            found.push((shape, member));
            target = &member.target;
        }
        Some(found)
    }

    /// The structures that belong to one operation alone, with it: none of the others takes or gives them, and no shape
    /// of `closure` holds them.
    pub fn sole_operations<'m>(
        &'m self,
        operations: &[&'m Shape],
        closure: &BTreeSet<&'m ShapeId>,
    ) -> BTreeMap<&'m ShapeId, &'m ShapeId> {
        let mut users: BTreeMap<&ShapeId, BTreeSet<&ShapeId>> = BTreeMap::new();
        for operation in operations {
            let OperationShape { input, output, .. } = operation.operation_io();
            for id in input.iter().chain(output) {
                users.entry(id).or_default().insert(&operation.id);
            }
        }
        let shapes = closure.iter().map(|id| self.shape(id));
        let held: BTreeSet<&ShapeId> =
            shapes.flat_map(Shape::value_members).map(|member| &member.target).collect();
        users.retain(|id, users| users.len() == 1 && !held.contains(id));
        users.into_iter().filter_map(|(id, users)| Some((id, *users.first()?))).collect()
    }
}

impl Shape {
    /// Whether the requests of an operation may be compressed by gzip, which is all that Smithy knows
    /// ([Smithy 2.0, requestCompression](https://smithy.io/2.0/spec/behavior-traits.html#requestcompression-trait)).
    pub fn is_compressed(&self) -> bool {
        let encodings =
            self.traits.prelude("requestCompression").and_then(|value| value.get("encodings")?.as_array());
        encodings.is_some_and(|encodings| encodings.iter().any(|encoding| encoding.as_str() == Some("gzip")))
    }

    /// Whether the requests of an operation need a checksum of their bodies; where a service takes several, MD5 is one
    /// ([Smithy 2.0, httpChecksumRequired](https://smithy.io/2.0/spec/http-bindings.html#httpchecksumrequired-trait),
    /// [httpChecksum](https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait)).
    pub fn requires_checksum(&self) -> bool {
        let of_aws = self.traits.written.get("aws.protocols#httpChecksum");
        let required = of_aws
            .and_then(|checksum| Some(checksum.get("requestChecksumRequired")?.data == Data::Bool(true)));
        self.traits.prelude("httpChecksumRequired").is_some() || required == Some(true)
    }

    /// The member that names the algorithm of the checksum of an operation's requests, where callers can choose it.
    pub fn checksum_algorithm_member(&self) -> Option<&str> {
        self.traits.written.get("aws.protocols#httpChecksum")?.get("requestAlgorithmMember")?.as_str()
    }

    /// What an operation takes and gives.
    ///
    /// # Panics
    ///
    /// For a shape that is no operation.
    pub fn operation_io(&self) -> &OperationShape {
        match &self.kind {
            ShapeKind::Operation(operation) => operation,
            _ => unreachable!("operations of a service are operations"),
        }
    }
}
