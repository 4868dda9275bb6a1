//! Where the members of messages stand.

use std::collections::{BTreeMap, BTreeSet};

use super::docs::places;
use super::layouts;
use super::protocols::ProtocolRow;
use crate::ir::binding::{
    BodyType, HttpFacts, MemberBinding, MessagePlace, MessageUse, OperationRoute, TextForm, XmlRoot,
};
use crate::ir::{Codec, Directions, Field, Namespace, TimestampEncoding};
use crate::resolve::graph::{Member, Model, Shape, ShapeId, ShapeKind, SimpleType};
use crate::resolve::queries::http_bindings::{MessageKind, PayloadKind};
use crate::resolve::traits::TimestampFormat;
use crate::resolve::traits::http::HttpBinding;

/// What the protocol of a crate makes of shapes.
pub(crate) struct Bindings<'m> {
    model: &'m Model,
    pub(crate) protocol: &'static ProtocolRow,
    /// The structures at the top of messages; none where a message is one body.
    messages: BTreeMap<&'m ShapeId, MessageKind>,
    /// Those that are both input and output.
    both: BTreeSet<&'m ShapeId>,
    /// The shapes that are part of others.
    nested: BTreeSet<&'m ShapeId>,
    /// The enums that stand in headers, paths and queries.
    texts: BTreeSet<&'m ShapeId>,
    /// The namespace of the service.
    namespace: Option<Namespace>,
    /// The outputs of which one member is the outermost element.
    unwrapped: BTreeSet<&'m ShapeId>,
    /// The inputs of which a member stands in the host where it can, with its name.
    moved: BTreeMap<&'m ShapeId, &'m str>,
}

impl<'m> Bindings<'m> {
    /// Looks at the operations of a service and at all shapes that they lead to.
    pub(crate) fn new(
        model: &'m Model,
        protocol: &'static ProtocolRow,
        service: &Shape,
        operations: &[&'m Shape],
        reachable: &BTreeSet<&'m ShapeId>,
    ) -> Self {
        let mut bindings = Self {
            model,
            protocol,
            messages: BTreeMap::new(),
            both: BTreeSet::new(),
            nested: BTreeSet::new(),
            texts: BTreeSet::new(),
            namespace: layouts::namespace(&service.traits),
            unwrapped: BTreeSet::new(),
            moved: BTreeMap::new(),
        };
        if !protocol.has_bindings() {
            return bindings;
        }
        let shapes = || reachable.iter().map(|id| model.shape(id));
        let errors = shapes().filter(|shape| shape.traits.error.is_some()).map(|error| &error.id);
        let io = || operations.iter().map(|operation| operation.operation_io());
        let responses = io().filter_map(|io| io.output.as_ref()).chain(errors);
        bindings.messages.extend(responses.map(|id| (id, MessageKind::Response)));
        let requests = || io().filter_map(|io| io.input.as_ref());
        bindings.both.extend(requests().filter(|id| bindings.messages.contains_key(id)));
        bindings.messages.extend(requests().map(|id| (id, MessageKind::Request)));
        let unwrapped = operations.iter().filter(|operation| operation.traits.unwrapped_xml_output);
        bindings.unwrapped.extend(unwrapped.filter_map(|operation| operation.operation_io().output.as_ref()));
        let members = shapes().flat_map(Shape::value_members);
        bindings.nested.extend(members.map(|member| &member.target));
        let messages = bindings.messages.iter().map(|(id, kind)| (model.shape(id), *kind));
        let bound = messages.flat_map(|(shape, kind)| {
            shape.members().filter(move |member| member.http_binding(kind).is_some())
        });
        bindings.texts.extend(bound.map(|member| &model.single_value(member).id));
        bindings
    }

    /// The same with the members that stand in the host.
    pub(crate) fn with_moved(self, moved: BTreeMap<&'m ShapeId, &'m str>) -> Self {
        Self { moved, ..self }
    }

    /// What a structure is at the top of messages.
    pub(crate) fn message(&self, id: &ShapeId) -> MessageUse {
        match (self.messages.contains_key(id), self.nested.contains(id)) {
            (false, _) => MessageUse::None,
            (true, false) if self.protocol.codec == Codec::Xml => MessageUse::OnlyMessage,
            (true, false) => MessageUse::Alone,
            (true, true) => MessageUse::AlsoNested,
        }
    }

    /// What the bodies of the requests and of the responses of an operation are.
    pub(crate) fn bodies(&self, operation: &Shape) -> [BodyType; 2] {
        if !self.protocol.has_bindings() {
            return [BodyType::Document, BodyType::Document];
        }
        let io = operation.operation_io();
        let output = match self.body(io.output.as_ref(), MessageKind::Response) {
            // A response without members in its body has an empty object there.
            BodyType::Nothing if self.protocol.codec != Codec::Xml => BodyType::Document,
            other => other,
        };
        [self.body(io.input.as_ref(), MessageKind::Request), output]
    }

    fn body(&self, id: Option<&ShapeId>, kind: MessageKind) -> BodyType {
        let Some(shape) = id.map(|id| self.model.shape(id)) else { return BodyType::Nothing };
        let bound = |member: &&Member| member.http_binding(kind).is_some();
        let states_type = |member: &Member| match member.http_binding(kind) {
            Some(HttpBinding::Header(name)) => name.eq_ignore_ascii_case("content-type"),
            _ => false,
        };
        let payload = |member: &&Member| member.http_binding(kind) == Some(&HttpBinding::Payload);
        if shape.members().any(states_type) {
            return BodyType::Any;
        }
        match shape.members().find(payload).map(|member| self.model.payload(member)) {
            Some(PayloadKind::Bytes(None)) => BodyType::Any,
            Some(PayloadKind::Bytes(Some(stated)) | PayloadKind::Text(Some(stated))) => {
                BodyType::Media(stated.to_owned())
            }
            Some(PayloadKind::Text(None)) => BodyType::Media("text/plain".to_owned()),
            // A structure that has no members at all may come as an empty object.
            None if shape.members().next().is_some() && shape.members().all(|member| bound(&member)) => {
                BodyType::Nothing
            }
            Some(PayloadKind::Structure | PayloadKind::Value) | None => BodyType::Document,
        }
    }

    /// Whether values of an enum stand in headers, paths or queries.
    pub(crate) fn is_text(&self, id: &ShapeId) -> bool {
        self.texts.contains(id)
    }

    /// Whether some string of a media type stands in a header.
    pub(crate) fn has_base64(&self) -> bool {
        let messages = self.messages.keys().map(|id| self.model.shape(id));
        let is_encoded = |shape: &Shape, member: &Member| {
            self.binding(&shape.id, member).is_some_and(|binding| binding.form == TextForm::Base64)
        };
        messages.into_iter().any(|shape| shape.members().any(|member| is_encoded(shape, member)))
    }

    /// The part of a message that a member of a structure is bound to, if it is not in the body.
    pub(crate) fn binding(&self, container: &ShapeId, member: &Member) -> Option<MemberBinding> {
        self.bound(container, member, *self.messages.get(container)?)
    }

    /// How a member of a structure that travels in some directions stands in messages, in words, if that is not in the body
    /// under its own name.
    pub(crate) fn place_words(
        &self,
        container: &ShapeId,
        member: &Member,
        directions: Directions,
    ) -> Option<String> {
        let Some(binding) = self.binding(container, member) else {
            return places::in_body(self.model, self.protocol, directions, member);
        };
        let is_moved = self.moved.get(container) == Some(&member.name.as_str());
        let moved = || "in the host where it can be part of one, else in the path".to_owned();
        Some(if is_moved { moved() } else { places::words(&binding) })
    }

    /// The members of an input that is an output too, with their places in responses, unless they stand as in requests.
    pub(crate) fn answer_fields(&self, shape: &Shape, fields: &[Field]) -> Option<Vec<Field>> {
        let answer = |(field, member): (&Field, &Member)| Field {
            binding: self.bound(&shape.id, member, MessageKind::Response),
            ..field.clone()
        };
        let answers: Vec<Field> = fields.iter().zip(shape.members()).map(answer).collect();
        let differs = answers.iter().zip(fields).any(|(answer, field)| answer.binding != field.binding);
        (self.both.contains(&shape.id) && differs).then_some(answers)
    }

    /// The same in a message of a kind.
    pub(crate) fn bound(
        &self,
        container: &ShapeId,
        member: &Member,
        kind: MessageKind,
    ) -> Option<MemberBinding> {
        let whole = self.unwrapped.contains(container).then_some(&HttpBinding::Payload);
        let is_unwrapped = member.http_binding(kind).is_none() && whole.is_some();
        let binding = member.http_binding(kind).or(whole)?;
        let format = self.model.bound_timestamp_format(member, binding);
        let is_header = matches!(binding, HttpBinding::Header(_) | HttpBinding::PrefixHeaders(_));
        let timestamps = match (format, is_header) {
            (TimestampFormat::HttpDate, true) | (TimestampFormat::DateTime, false) => None,
            (TimestampFormat::EpochSeconds, _) => Some(TimestampEncoding::EpochSeconds),
            (TimestampFormat::DateTime, true) => Some(TimestampEncoding::DateTime),
            (TimestampFormat::HttpDate, false) => Some(TimestampEncoding::HttpDate),
        };
        let place = match (is_unwrapped, self.model.payload(member)) {
            (false, _) => self.place(member, binding),
            (true, PayloadKind::Text(_)) => MessagePlace::UnwrappedText,
            (true, _) => MessagePlace::Payload,
        };
        let root = match place {
            MessagePlace::Payload | MessagePlace::UnwrappedText if is_unwrapped => {
                self.root(self.model.shape(container))
            }
            MessagePlace::Payload | MessagePlace::PayloadStructure => self.payload_root(member),
            _ => None,
        };
        Some(MemberBinding { place, timestamps, form: self.form(member, binding), root })
    }

    /// The element that the members of a structure stand in at the top of a message, if bodies are XML. Errors have the
    /// same one, which the protocol knows.
    pub(crate) fn root(&self, shape: &Shape) -> Option<XmlRoot> {
        let is_named = self.protocol.codec == Codec::Xml && shape.traits.error.is_none();
        let namespace = || layouts::namespace(&shape.traits).or_else(|| self.namespace.clone());
        let name = || shape.traits.xml.name.as_deref().unwrap_or(shape.id.name());
        (is_named && self.messages.contains_key(&shape.id))
            .then(|| XmlRoot { name: name().to_owned(), namespace: namespace() })
    }

    /// The element of a member that is the whole body.
    fn payload_root(&self, member: &Member) -> Option<XmlRoot> {
        let target = self.model.shape(&member.target);
        let own = [&member.traits, &target.traits];
        let name = own.iter().find_map(|traits| traits.xml.name.as_deref()).unwrap_or(target.id.name());
        let namespace = own.iter().find_map(|traits| layouts::namespace(traits));
        let namespace = namespace.or_else(|| self.namespace.clone());
        (self.protocol.codec == Codec::Xml).then(|| XmlRoot { name: name.to_owned(), namespace })
    }

    fn place(&self, member: &Member, binding: &HttpBinding) -> MessagePlace {
        match binding {
            HttpBinding::Label => MessagePlace::Label,
            HttpBinding::Query(name) => MessagePlace::Query(name.clone()),
            HttpBinding::QueryParams => MessagePlace::QueryParams,
            HttpBinding::Header(name) => MessagePlace::Header(name.to_ascii_lowercase()),
            HttpBinding::PrefixHeaders(prefix) => MessagePlace::PrefixHeaders(prefix.to_ascii_lowercase()),
            HttpBinding::ResponseCode => MessagePlace::Status,
            HttpBinding::Payload => match self.model.payload(member) {
                PayloadKind::Bytes(media_type) => MessagePlace::PayloadBytes(media_type.map(str::to_owned)),
                PayloadKind::Text(media_type) => MessagePlace::PayloadText(media_type.map(str::to_owned)),
                PayloadKind::Structure => MessagePlace::PayloadStructure,
                PayloadKind::Value => MessagePlace::Payload,
            },
        }
    }

    fn form(&self, member: &Member, binding: &HttpBinding) -> TextForm {
        let target = self.model.shape(&member.target);
        let value = match &target.kind {
            ShapeKind::Map { value, .. } => self.model.shape(&value.target),
            _ => target,
        };
        let is_string = target.kind == ShapeKind::SimpleType(SimpleType::String);
        let is_header = matches!(binding, HttpBinding::Header(_));
        if matches!(value.kind, ShapeKind::List(_)) {
            TextForm::List
        } else if is_header && is_string && self.model.media_type(member).is_some() {
            TextForm::Base64
        } else {
            TextForm::Single
        }
    }
}

/// How the requests of an operation are sent, in crates of protocols with HTTP bindings.
pub(crate) fn http(protocol: &ProtocolRow, operation: &Shape) -> Option<HttpFacts> {
    let http = operation.traits.http.as_ref().filter(|_| protocol.has_bindings())?;
    Some(HttpFacts { method: http.method.clone(), uri: http.uri.clone(), status: http.code })
}

/// Which requests call which operation.
pub(crate) fn routes(protocol: &ProtocolRow, operations: &[&Shape]) -> Vec<OperationRoute> {
    let route = |operation: &&Shape| {
        Some(OperationRoute { name: operation.id.name().to_owned(), http: http(protocol, operation)? })
    };
    operations.iter().filter_map(route).collect()
}
