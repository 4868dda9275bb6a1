//! A client for any crate: it makes requests, signs them and sends them.

use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{
    PayloadChecksumKind, PercentEncodingMode, SignableBody, SignableRequest, SigningSettings,
    UriPathNormalizationMode, sign,
};
use aws_sigv4::sign::v4::SigningParams;

/// What may fail here.
pub type Result<T, E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

/// A request, whatever crate it is of.
pub struct Sent {
    pub method: String,
    pub uri: String,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

/// Sends a request, signed for a service: the status, the headers and the body of the answer.
pub fn exchange(service: &str, sent: Sent) -> Result<(u16, Vec<(String, String)>, Vec<u8>)> {
    let identity = Credentials::new("test", "test", None, None, "test").into();
    let mut settings = SigningSettings::default();
    settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    settings.percent_encoding_mode = PercentEncodingMode::Single;
    settings.uri_path_normalization_mode = UriPathNormalizationMode::Disabled;
    let params = SigningParams::builder().identity(&identity).region("us-east-1").time(SystemTime::now());
    let params = params.name(service).settings(settings).build()?.into();
    let headers = sent.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let signable = SignableRequest::new(&sent.method, &sent.uri, headers, SignableBody::Bytes(&sent.body))?;
    let mut http = ureq::http::Request::builder().method(&*sent.method).uri(&sent.uri);
    for (name, value) in &sent.headers {
        http = http.header(name, value);
    }
    let signature = sign(signable, &params)?.into_parts().0;
    let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
    // Requests that read have no body for this client.
    let mut response = if sent.body.is_empty() && matches!(&*sent.method, "GET" | "HEAD" | "DELETE") {
        let mut http = http.body(())?;
        signature.apply_to_request_http1x(&mut http);
        agent.run(http)?
    } else {
        let mut http = http.body(sent.body)?;
        signature.apply_to_request_http1x(&mut http);
        agent.run(http)?
    };
    let headers = response.headers().iter();
    let headers = headers
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()));
    Ok((response.status().as_u16(), headers.collect(), response.body_mut().read_to_vec()?))
}

/// A module for a crate, with its requests and its calls.
macro_rules! client {
    ($name:ident, $service:literal) => {
        pub mod $name {
            use $name::wire::{Context, Endpoint, Operation, ResponseError};

            use super::{Result, Sent};

            /// The request of a call.
            pub fn request<O: Operation>(url: &str, input: &O::Input) -> Result<Sent> {
                let request = O::request(input, &Context::new(Endpoint::parse(url)?))?;
                let headers = request.headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned()));
                Ok(Sent {
                    method: request.method.to_string(),
                    headers: headers.collect(),
                    uri: request.uri,
                    body: request.body,
                })
            }

            /// The output of a call, or the typed error.
            pub fn call<O: Operation>(
                url: &str,
                input: &O::Input,
            ) -> Result<Result<O::Output, ResponseError<O::Error>>> {
                let (status, headers, body) = super::exchange($service, request::<O>(url, input)?)?;
                Ok(O::response(status, &headers.into_iter().collect(), &body))
            }

            /// The output of a call.
            pub fn send<O: Operation>(url: &str, input: &O::Input) -> Result<O::Output> {
                Ok(call::<O>(url, input)??)
            }
        }
    };
}

client!(ec2, "ec2");
client!(iam, "iam");
client!(lambda, "lambda");
client!(s3, "s3");
client!(sns, "sns");
client!(sqs, "sqs");
