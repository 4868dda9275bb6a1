//! Operations and their errors.

use std::sync::Arc;

use crate::names::{FieldName, TypeName};

use super::binding::{BodyType, HttpFacts};
use super::pages::Pages;
use super::{Deprecation, Doc, Item};

/// An operation.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    /// The unit struct that stands for it.
    pub(crate) name: TypeName,
    /// The module that holds it and what is its alone.
    pub(crate) module: FieldName,
    /// Its name in the model and on the wire.
    pub(crate) wire: String,
    /// Its page.
    pub(crate) docs: Doc,
    /// Its deprecation note.
    pub(crate) deprecated: Option<Deprecation>,
    /// The type it takes; `None` for the unit structure.
    pub(crate) input: Option<TypeName>,
    /// The type it gives.
    pub(crate) output: Option<TypeName>,
    /// Whether the type that it takes or gives is deprecated.
    pub(crate) names_deprecated: bool,
    /// Its errors.
    pub(crate) error: ErrorEnum,
    /// How a request may show who sends it, the best scheme first; none where it need not.
    pub(crate) auth: Vec<AuthScheme>,
    /// How its requests are sent, where they have paths of their own.
    pub(crate) http: Option<HttpFacts>,
    /// What the bodies of its requests and of its responses are.
    pub(crate) bodies: [BodyType; 2],
    /// What stands before the host of its requests.
    pub(crate) host_prefix: Vec<HostPart>,
    /// The label of its path that stands in the host instead, where it can.
    pub(crate) host_label: Option<HostPart>,
    /// What its messages are.
    pub(crate) messages: Messages,
    /// Whether its requests may be compressed.
    pub(crate) compresses: bool,
    /// Whether its requests are read too, by servers.
    pub(crate) serves: bool,
    /// Whether its requests carry a checksum of their bodies.
    pub(crate) has_checksum: bool,
    /// The header that names the algorithm of such a checksum, if callers can choose it.
    pub(crate) checksum_header: Option<String>,
    /// `readonly`.
    pub(crate) readonly: bool,
    /// `idempotent`.
    pub(crate) idempotent: bool,
    /// `paginated`.
    pub(crate) pages: Option<Pages>,
    /// The request and response, where they are this operation's alone.
    pub(crate) own: Vec<Item>,
}

impl Operation {
    /// Whether its pages can be fetched one after the other.
    pub(crate) fn is_paged(&self) -> bool {
        self.pages.as_ref().is_some_and(|pages| pages.fields.is_some())
    }
}

/// What the messages of an operation are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Messages {
    /// A request and a response.
    Whole,
    /// None: the model does not say how its requests are sent.
    Unbound,
    /// One of them is followed by a stream of events, which is neither written nor read.
    EventStream,
}

/// A part of what stands before the host of requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum HostPart {
    /// This text.
    Text(String),
    /// The value of a field.
    Label {
        /// The member's name in the model.
        member: String,
        /// The field.
        field: FieldName,
        /// Whether it is an `Option`.
        is_option: bool,
    },
}

/// A way of showing who sends a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AuthScheme {
    /// AWS Signature Version 4, for the service of this name.
    SigV4(String),
    /// AWS Signature Version 4A, likewise.
    SigV4A(String),
    /// A bearer token.
    HttpBearer,
    /// A user name and a password.
    HttpBasic,
    /// A digest of both.
    HttpDigest,
    /// An API key, in the header or parameter of this name.
    HttpApiKey(String),
    /// Another one, by the id of its trait.
    Other(String),
}

/// The error enum of an operation.
#[derive(Clone, Debug)]
pub(crate) struct ErrorEnum {
    /// Its name.
    pub(crate) name: TypeName,
    /// A variant for each modeled error, by name; operations share them.
    pub(crate) variants: Vec<Arc<ErrorVariant>>,
}

/// One modeled error of an operation.
#[derive(Clone, Debug)]
pub(crate) struct ErrorVariant {
    /// The variant's name.
    pub(crate) name: TypeName,
    /// The structure's.
    pub(crate) ty: TypeName,
    /// When it comes.
    pub(crate) docs: Doc,
    /// The error's code on the wire: the shape's name.
    pub(crate) code: String,
    /// Whether naming it needs `#[expect(deprecated)]`.
    pub(crate) deprecated: bool,
}
