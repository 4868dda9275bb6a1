//! Traits that bind members to parts of HTTP messages, and those of XML
//! ([Smithy 2.0, HTTP bindings](https://smithy.io/2.0/spec/http-bindings.html),
//! [XML bindings](https://smithy.io/2.0/spec/protocol-traits.html#xml-bindings)).

/// `http`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Http {
    /// The method.
    pub method: String,
    /// The pattern of the path and the query.
    pub uri: String,
    /// The status of a response that is no error.
    pub code: u16,
}

/// The part of an HTTP message that a member is bound to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HttpBinding {
    /// `httpLabel`: in the path.
    Label,
    /// `httpQuery`: a parameter of the query of this name.
    Query(String),
    /// `httpQueryParams`: all parameters of the query.
    QueryParams,
    /// `httpHeader`: the header of this name.
    Header(String),
    /// `httpPrefixHeaders`: all headers whose names begin with this.
    PrefixHeaders(String),
    /// `httpPayload`: the body.
    Payload,
    /// `httpResponseCode`: the status.
    ResponseCode,
}

/// How XML writes a shape or member.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Xml {
    /// `xmlName`.
    pub name: Option<String>,
    /// `xmlAttribute`.
    pub attribute: bool,
    /// `xmlFlattened`.
    pub flattened: bool,
    /// `xmlNamespace`.
    pub namespace: Option<XmlNamespace>,
}

/// `xmlNamespace`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlNamespace {
    /// Its URI.
    pub uri: String,
    /// The prefix of names in it.
    pub prefix: Option<String>,
}
