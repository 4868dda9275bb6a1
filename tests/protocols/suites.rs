//! The services whose cases are run.

/// The cases of a service.
#[derive(Clone, Copy, Debug)]
pub struct Suite {
    /// What it is called, and the name of the package that is made of its model.
    pub name: &'static str,
    /// The protocol that the cases are of.
    pub protocol: &'static str,
    /// The folder of its model, and the model's own name where it is another.
    model: (&'static str, Option<&'static str>),
    /// Files of vectors with further cases.
    pub vectors: &'static [&'static str],
}

impl Suite {
    /// A suite whose cases all stand in its model.
    pub const fn new(name: &'static str, protocol: &'static str) -> Self {
        Self { name, protocol, model: ("protocols", None), vectors: &[] }
    }

    /// The path of the model.
    pub fn path(&self) -> String {
        let (folder, model) = self.model;
        format!("{folder}/{}.json", model.unwrap_or(self.name))
    }

    /// Whether crates of the protocol have a server's side.
    pub fn is_served(&self) -> bool {
        !matches!(self.protocol, AWS_QUERY | EC2_QUERY)
    }
}

const AWS_JSON_1_0: &str = "aws.protocols#awsJson1_0";
const AWS_JSON_1_1: &str = "aws.protocols#awsJson1_1";
const AWS_QUERY: &str = "aws.protocols#awsQuery";
const EC2_QUERY: &str = "aws.protocols#ec2Query";
const REST_JSON_1: &str = "aws.protocols#restJson1";
const REST_XML: &str = "aws.protocols#restXml";
const RPC_V2_CBOR: &str = "smithy.protocols#rpcv2Cbor";
const RPC_V2_JSON: &str = "smithy.protocols#rpcv2Json";

/// Cases of our own: what the published ones of awsJson lack, and some that must fail.
pub const OWN: Suite = Suite::new("own", AWS_JSON_1_1);

/// Cases of our own: what a server of restJson1 refuses, and what it does not.
pub const OWN_REST: Suite = Suite::new("own_rest", REST_JSON_1);

/// The same for restXml.
pub const OWN_XML: Suite = Suite::new("own_xml", REST_XML);

/// The published suites.
const SUITES: &[Suite] = &[
    Suite::new("awsJson1_0", AWS_JSON_1_0),
    Suite::new("awsJson1_0-queryCompatible", AWS_JSON_1_0),
    Suite {
        vectors: &["awsJson1_1.requests.json", "awsJson1_1.responses.json"],
        ..Suite::new("awsJson1_1", AWS_JSON_1_1)
    },
    Suite::new("awsJson1_1-machineLearning", AWS_JSON_1_1),
    Suite::new("restJson1", REST_JSON_1),
    Suite {
        model: ("models", Some("aws.protocoltests.restjson.validation.RestJsonValidation")),
        ..Suite::new("restJson1-validation", REST_JSON_1)
    },
    Suite::new("restJson1-backplane", REST_JSON_1),
    Suite::new("restJson1-glacier", REST_JSON_1),
    Suite::new("restXml", REST_XML),
    Suite::new("restXml-namespace", REST_XML),
    Suite::new("restXml-s3", REST_XML),
    Suite::new("rpcv2Json", RPC_V2_JSON),
    Suite::new("rpcv2Cbor", RPC_V2_CBOR),
    Suite::new("rpcv2Cbor-notQueryCompatible", RPC_V2_CBOR),
    Suite::new("rpcv2Cbor-queryCompatible", RPC_V2_CBOR),
    Suite::new("awsQuery", AWS_QUERY),
    Suite::new("ec2Query", EC2_QUERY),
];

/// The suites that the variable `PROTOCOL` names, with commas between them; without it, all of them.
pub fn selected() -> Vec<Suite> {
    let Ok(names) = std::env::var("PROTOCOL") else { return SUITES.to_vec() };
    let find = |name: &str| {
        let found = SUITES.iter().find(|suite| suite.name == name);
        *found.unwrap_or_else(|| panic!("no suite is called {name}"))
    };
    names.split(',').map(find).collect()
}
