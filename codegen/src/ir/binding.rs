//! Where the members of messages stand, in crates of protocols with HTTP bindings.

use super::{Namespace, TimestampEncoding};

/// The part of a message that a member is bound to, and how it stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MemberBinding {
    /// The part.
    pub(crate) place: MessagePlace,
    /// The format of the timestamps in it, unless that is the place's own.
    pub(crate) timestamps: Option<TimestampEncoding>,
    /// How its value becomes text.
    pub(crate) form: TextForm,
    /// The element that it is, where bodies are XML and it is the whole body.
    pub(crate) root: Option<XmlRoot>,
}

/// The element that a body is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct XmlRoot {
    /// Its name.
    pub(crate) name: String,
    /// The namespace that it declares.
    pub(crate) namespace: Option<Namespace>,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MessagePlace {
    /// The path.
    Label,
    /// A parameter of the query.
    Query(String),
    /// All parameters of the query.
    QueryParams,
    /// A header.
    Header(String),
    /// All headers whose names begin so.
    PrefixHeaders(String),
    /// The status.
    Status,
    /// The whole body, as the protocol writes a structure.
    PayloadStructure,
    /// The whole body, as the protocol writes other values.
    Payload,
    /// The text of the outermost element of XML.
    UnwrappedText,
    /// The whole body, as bytes; of a media type if the model says one.
    PayloadBytes(Option<String>),
    /// The whole body, as a text; likewise.
    PayloadText(Option<String>),
}

/// How a value becomes text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TextForm {
    /// As it is.
    Single,
    /// It is several values, or a map of such.
    List,
    /// In base64: a string of a media type in a header.
    Base64,
}

/// What a structure is at the top of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MessageUse {
    /// Nothing: it only stands in others.
    None,
    /// A message, and nothing else but what serde makes of it.
    Alone,
    /// A message, and nothing else, where serde's traits are not written.
    OnlyMessage,
    /// A message, and part of other shapes too.
    AlsoNested,
}

/// How the requests of an operation are sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HttpFacts {
    /// The method.
    pub(crate) method: String,
    /// The pattern of the path and the query.
    pub(crate) uri: String,
    /// The status of a response that is no error.
    pub(crate) status: u16,
}

/// What the body of a message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum BodyType {
    /// What the protocol makes of members.
    Document,
    /// Of this media type.
    Media(String),
    /// Bytes of any type.
    Any,
    /// There is none.
    Nothing,
}

/// Which requests call an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OperationRoute {
    /// The name of the operation.
    pub(crate) name: String,
    /// How its requests are sent.
    pub(crate) http: HttpFacts,
}
