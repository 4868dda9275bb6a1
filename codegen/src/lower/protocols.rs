//! The table of protocols: what a crate of each carries.

use super::bindings;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::{Codec, MessageForm, Protocol, ServiceFact, TimestampEncoding};
use crate::resolve::graph::Shape;
use crate::resolve::traits::service::ProtocolTrait;

/// What a protocol makes of shapes and of messages.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ProtocolRow {
    /// Its trait; none for all those of which nothing is known here.
    pub(crate) protocol: Option<ProtocolTrait>,
    /// How its messages are made; nothing where only types and their JSON are written.
    pub(crate) messages: Option<MessageRow>,
    /// What bodies are made of, those of requests aside.
    pub(crate) codec: Codec,
    /// What the bodies of requests are made of.
    pub(crate) request_codec: Codec,
    /// What members are called.
    pub(crate) members: MemberNames,
    /// The formats of timestamps.
    pub(crate) timestamps: TimestampFormats,
    /// What servers write as the type of an error.
    pub(crate) errors: ErrorTypes,
}

/// How the messages of a protocol are made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MessageRow {
    /// The file of the runtime that makes them.
    pub(crate) form: MessageForm,
    /// The type of bodies.
    content_type: &'static str,
    /// The protocol's name in headers, where it has one.
    header: Option<&'static str>,
}

/// What members are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MemberNames {
    /// As the model calls them.
    Own,
    /// As `jsonName` says.
    JsonName,
    /// As `xmlName` says.
    XmlName,
}

/// The formats of timestamps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimestampFormats {
    /// That of `timestampFormat`, or else `epoch-seconds`.
    Stated,
    /// That of `timestampFormat`, or else `date-time`.
    StatedOrDateTime,
    /// The protocol's own, whatever the model says.
    One,
}

/// What servers write as the type of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ErrorTypes {
    /// The name of its shape.
    Name,
    /// The id of its shape.
    Id,
    /// The code that `awsQueryError` says or else the name of its shape; the protocol has clients alone.
    QueryError,
}

/// Every protocol of which something is written; where a service speaks several, the first of them is taken.
const PROTOCOLS: &[ProtocolRow] = &[
    ProtocolRow {
        protocol: Some(ProtocolTrait::Rpcv2Cbor),
        messages: Some(MessageRow {
            form: MessageForm::RpcV2,
            content_type: "application/cbor",
            header: Some("rpc-v2-cbor"),
        }),
        codec: Codec::Cbor,
        request_codec: Codec::Cbor,
        members: MemberNames::Own,
        timestamps: TimestampFormats::One,
        errors: ErrorTypes::Id,
    },
    ProtocolRow {
        protocol: Some(ProtocolTrait::Rpcv2Json),
        messages: Some(MessageRow {
            form: MessageForm::RpcV2,
            content_type: "application/json",
            header: Some("rpc-v2-json"),
        }),
        codec: Codec::Json,
        request_codec: Codec::Json,
        members: MemberNames::Own,
        timestamps: TimestampFormats::One,
        errors: ErrorTypes::Id,
    },
    ProtocolRow {
        protocol: Some(ProtocolTrait::AwsJson10),
        messages: Some(MessageRow {
            form: MessageForm::AwsJson,
            content_type: "application/x-amz-json-1.0",
            header: None,
        }),
        codec: Codec::Json,
        request_codec: Codec::Json,
        members: MemberNames::Own,
        timestamps: TimestampFormats::Stated,
        errors: ErrorTypes::Id,
    },
    ProtocolRow {
        protocol: Some(ProtocolTrait::AwsJson11),
        messages: Some(MessageRow {
            form: MessageForm::AwsJson,
            content_type: "application/x-amz-json-1.1",
            header: None,
        }),
        codec: Codec::Json,
        request_codec: Codec::Json,
        members: MemberNames::Own,
        timestamps: TimestampFormats::Stated,
        errors: ErrorTypes::Name,
    },
    ProtocolRow {
        protocol: Some(ProtocolTrait::RestJson1),
        messages: Some(MessageRow {
            form: MessageForm::RestJson,
            content_type: "application/json",
            header: None,
        }),
        codec: Codec::Json,
        request_codec: Codec::Json,
        members: MemberNames::JsonName,
        timestamps: TimestampFormats::Stated,
        errors: ErrorTypes::Name,
    },
    ProtocolRow {
        protocol: Some(ProtocolTrait::RestXml),
        messages: Some(MessageRow {
            form: MessageForm::RestXml,
            content_type: "application/xml",
            header: None,
        }),
        codec: Codec::Xml,
        request_codec: Codec::Xml,
        members: MemberNames::XmlName,
        timestamps: TimestampFormats::StatedOrDateTime,
        errors: ErrorTypes::Name,
    },
    ProtocolRow {
        protocol: Some(ProtocolTrait::AwsQuery),
        messages: Some(MessageRow { form: MessageForm::AwsQuery, content_type: FORM, header: None }),
        codec: Codec::Xml,
        request_codec: Codec::Form,
        members: MemberNames::XmlName,
        timestamps: TimestampFormats::StatedOrDateTime,
        errors: ErrorTypes::QueryError,
    },
    ProtocolRow {
        protocol: Some(ProtocolTrait::Ec2Query),
        messages: Some(MessageRow { form: MessageForm::Ec2Query, content_type: FORM, header: None }),
        codec: Codec::Xml,
        request_codec: Codec::Form,
        members: MemberNames::XmlName,
        timestamps: TimestampFormats::StatedOrDateTime,
        errors: ErrorTypes::Name,
    },
];

/// The type of the bodies of requests in the query protocols.
const FORM: &str = "application/x-www-form-urlencoded";

/// What a crate carries whose protocol is none of these.
const OTHER: ProtocolRow = ProtocolRow {
    protocol: None,
    messages: None,
    codec: Codec::Json,
    request_codec: Codec::Json,
    members: MemberNames::Own,
    timestamps: TimestampFormats::Stated,
    errors: ErrorTypes::Name,
};

/// The row of the first protocol that a service speaks.
pub(crate) fn of_service(service: &Shape) -> &'static ProtocolRow {
    let speaks = |protocol| service.traits.protocols.contains(&protocol);
    let spoken = |row: &&ProtocolRow| row.protocol.is_some_and(speaks);
    PROTOCOLS.iter().find(spoken).unwrap_or(&OTHER)
}

/// The protocol of the crate of a service: the first that it speaks, or the one that is wanted, by the id of its trait or the
/// name in it.
pub(crate) fn spoken(service: &Shape, wanted: Option<&str>) -> Option<ProtocolTrait> {
    let Some(wanted) = wanted else { return of_service(service).protocol };
    let mut protocols = service.traits.protocols.iter();
    protocols.find(|protocol| protocol.id() == wanted || protocol.name() == wanted).copied()
}

/// The row of the protocol that the crate of a service is written for: the one that was asked for, by the id of its trait
/// or the name in it, or the first that the service speaks.
///
/// # Errors
///
/// That the service does not speak the one that was asked for is pushed to `errors`.
pub(crate) fn chosen(
    errors: &mut Diagnostics,
    service: &Shape,
    wanted: Option<&str>,
) -> &'static ProtocolRow {
    let Some(wanted) = wanted else { return of_service(service) };
    let spoken = &service.traits.protocols;
    match self::spoken(service, Some(wanted)) {
        Some(protocol) => PROTOCOLS.iter().find(|row| row.protocol == Some(protocol)).unwrap_or(&OTHER),
        None => {
            let names: Vec<String> = spoken.iter().map(|protocol| format!("`{}`", protocol.name())).collect();
            let help = match names.as_slice() {
                [] => "the service speaks no protocol that is known here".to_owned(),
                names => format!("the service speaks {}", names.join(" and ")),
            };
            let message = format!("`{}` does not speak the protocol `{wanted}`", service.id);
            errors.push(Diagnostic::error(message).at(service.span).shape(&service.id).help(help));
            of_service(service)
        }
    }
}

/// The protocols whose messages are written, by the ids of their traits.
pub(crate) fn written() -> impl Iterator<Item = &'static str> {
    PROTOCOLS.iter().filter(|row| row.messages.is_some()).filter_map(|row| Some(row.protocol?.id()))
}

impl ProtocolRow {
    /// The format of timestamps for which the model says none.
    pub(crate) fn own_timestamps(&self) -> TimestampEncoding {
        match self.timestamps {
            TimestampFormats::StatedOrDateTime => TimestampEncoding::DateTime,
            TimestampFormats::Stated | TimestampFormats::One => TimestampEncoding::EpochSeconds,
        }
    }

    /// What an error is called in answers.
    pub(crate) fn error_code<'s>(&self, error: &'s Shape) -> &'s str {
        let code = error.traits.aws_query_error.as_deref();
        code.filter(|_| self.errors == ErrorTypes::QueryError).unwrap_or_else(|| error.id.name())
    }

    /// The HTTP status of an error.
    pub(crate) fn error_status(&self, error: &Shape) -> u16 {
        let status = error.traits.aws_query_status.filter(|_| self.errors == ErrorTypes::QueryError);
        status.unwrap_or_else(|| error.error_status())
    }

    /// Whether members of messages are bound to parts of HTTP.
    pub(crate) fn has_bindings(&self) -> bool {
        match self.messages.map(|messages| messages.form) {
            Some(MessageForm::RestJson | MessageForm::RestXml) => true,
            Some(
                MessageForm::AwsJson | MessageForm::RpcV2 | MessageForm::AwsQuery | MessageForm::Ec2Query,
            )
            | None => false,
        }
    }

    /// What the messages of a service need, where they are written.
    pub(crate) fn of_messages(&self, service: &Shape, operations: &[&Shape]) -> Option<Protocol> {
        let MessageRow { form, content_type, header } = self.messages?;
        let name = || ServiceFact::Text(service.id.name().to_owned());
        let query_compatible = || ServiceFact::Flag(service.traits.aws_query_compatible);
        let mut facts = match form {
            MessageForm::AwsJson => {
                vec![("target_prefix", name()), ("query_compatible", query_compatible())]
            }
            MessageForm::RpcV2 => vec![("name", name()), ("query_compatible", query_compatible())],
            MessageForm::AwsQuery | MessageForm::Ec2Query => {
                let version = service.service_bindings().version.clone();
                vec![("version", ServiceFact::Text(version))]
            }
            MessageForm::RestJson => {
                vec![("routes", ServiceFact::Routes(bindings::routes(self, operations)))]
            }
            MessageForm::RestXml => vec![
                ("routes", ServiceFact::Routes(bindings::routes(self, operations))),
                ("wraps_errors", ServiceFact::Flag(!service.traits.no_error_wrapping)),
            ],
        };
        facts.insert(1, ("content_type", ServiceFact::Text(content_type.to_owned())));
        facts.extend(header.map(|header| ("protocol", ServiceFact::Text(header.to_owned()))));
        Some(Protocol { form, service: service.id.name().to_owned(), facts })
    }
}
