//! What the target `bound` feeds: modules of four protocols, made of one model by the build script.

/// A module of restJson1.
pub mod rest_json {
    include!(concat!(env!("OUT_DIR"), "/restJson1.rs"));
}

/// A module of restXml.
pub mod rest_xml {
    include!(concat!(env!("OUT_DIR"), "/restXml.rs"));
}

/// A module of awsQuery.
pub mod aws_query {
    include!(concat!(env!("OUT_DIR"), "/awsQuery.rs"));
}

/// A module of ec2Query.
pub mod ec2_query {
    include!(concat!(env!("OUT_DIR"), "/ec2Query.rs"));
}
