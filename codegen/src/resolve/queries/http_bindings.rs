//! Questions about where the members of messages stand
//! ([Smithy 2.0, HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html)).

use crate::resolve::graph::{Member, Model, Shape, ShapeKind, SimpleType};
use crate::resolve::traits::TimestampFormat;
use crate::resolve::traits::http::HttpBinding;

/// What a structure at the top of a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageKind {
    /// The input of operations.
    Request,
    /// The output of operations, or an error.
    Response,
}

/// What a member is that is the whole body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayloadKind<'m> {
    /// Bytes, of a media type if the model says one.
    Bytes(Option<&'m str>),
    /// A text, likewise.
    Text(Option<&'m str>),
    /// A structure, of which `{}` and nothing at all are the same.
    Structure,
    /// Another value that the protocol writes.
    Value,
}

impl Member {
    /// The part of a message that a member at its top is bound to; the others are in the body. Labels and parameters are
    /// parts of requests alone, the status is one of responses.
    pub fn http_binding(&self, kind: MessageKind) -> Option<&HttpBinding> {
        let binding = self.traits.http_binding.as_ref()?;
        let counts = match binding {
            HttpBinding::Label | HttpBinding::Query(_) | HttpBinding::QueryParams => {
                kind == MessageKind::Request
            }
            HttpBinding::ResponseCode => kind == MessageKind::Response,
            HttpBinding::Header(_) | HttpBinding::PrefixHeaders(_) | HttpBinding::Payload => true,
        };
        counts.then_some(binding)
    }
}

impl Model {
    /// What a member is that is the whole body.
    pub fn payload<'m>(&'m self, member: &'m Member) -> PayloadKind<'m> {
        match self.shape(&member.target).kind {
            ShapeKind::SimpleType(SimpleType::Blob) => PayloadKind::Bytes(self.media_type(member)),
            ShapeKind::SimpleType(SimpleType::String) | ShapeKind::Enum(_) => {
                PayloadKind::Text(self.media_type(member))
            }
            ShapeKind::Structure(_) => PayloadKind::Structure,
            _ => PayloadKind::Value,
        }
    }

    /// The format of the timestamps of a member that is bound to a part of a message: in headers `http-date`, in paths and
    /// queries `date-time`, unless a trait says another.
    pub fn bound_timestamp_format(&self, member: &Member, binding: &HttpBinding) -> TimestampFormat {
        self.timestamp_format(member).unwrap_or(match binding {
            HttpBinding::Header(_) | HttpBinding::PrefixHeaders(_) => TimestampFormat::HttpDate,
            _ => TimestampFormat::DateTime,
        })
    }

    /// The shape of the single values that a member holds, itself or in a collection.
    pub fn single_value<'m>(&'m self, member: &Member) -> &'m Shape {
        let target = self.shape(&member.target);
        match &target.kind {
            ShapeKind::List(member) | ShapeKind::Map { value: member, .. } => self.single_value(member),
            _ => target,
        }
    }
}
