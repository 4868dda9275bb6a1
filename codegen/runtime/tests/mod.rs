//! Tests of the runtime, on types written as the generator writes them.

mod answers;
mod base64;
mod cbor;
mod cbor_values;
mod compression;
mod documents;
mod endpoints;
mod examples;
mod form;
mod http;
mod jmespath;
mod json;
mod numbers;
mod operations;
mod random_tokens;
mod reading;
mod redaction;
mod serde_impls;
mod servers;
mod slots;
mod string_formats;
mod timestamps;
mod violations;
mod writing;
mod xml;
mod xml_values;
