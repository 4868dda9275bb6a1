//! A client for emulators, which signs what must be signed, and codes of authenticator apps.

use std::fmt;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use cognito_identity_provider::service::SIGNING_NAME;
use cognito_identity_provider::wire::{Context, Endpoint, Headers, Operation, ResponseError};
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;

/// What may fail here.
pub type Result<T, E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

/// Why a call gave no output.
#[derive(Debug)]
pub enum Failure<O: Operation> {
    /// The answer says so.
    Answer(ResponseError<O::Error>),
    /// There is no answer.
    Transport(String),
}

impl<O: Operation> fmt::Display for Failure<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(error) => write!(f, "{}: {error}", O::NAME),
            Self::Transport(error) => write!(f, "{}: {error}", O::NAME),
        }
    }
}

impl<O: Operation + fmt::Debug> std::error::Error for Failure<O> {}

/// A client of one emulator.
pub struct Client {
    context: Context,
    agent: ureq::Agent,
}

impl Client {
    /// Sends to a URL.
    pub fn new(url: &str) -> Result<Self> {
        let agent = ureq::Agent::config_builder().http_status_as_error(false).build().new_agent();
        Ok(Self { context: Context::new(Endpoint::parse(url)?), agent })
    }

    /// The output of a call.
    pub fn send<O: Operation + fmt::Debug>(&self, input: &O::Input) -> Result<O::Output> {
        Ok(self.call::<O>(input)?)
    }

    /// The output of a call, or the typed error.
    pub fn call<O: Operation>(&self, input: &O::Input) -> Result<O::Output, Failure<O>> {
        let (status, headers, body) =
            self.exchange::<O>(input).map_err(|error| Failure::Transport(error.to_string()))?;
        O::response(status, &headers, &body).map_err(Failure::Answer)
    }

    fn exchange<O: Operation>(&self, input: &O::Input) -> Result<(u16, Headers, Vec<u8>)> {
        let request = O::request(input, &self.context)?;
        let identity = Credentials::new("test", "test", None, None, "test").into();
        let params = SigningParams::builder().identity(&identity).region("us-east-1").time(SystemTime::now());
        let params = params.name(SIGNING_NAME).settings(SigningSettings::default()).build()?.into();
        let body = SignableBody::Bytes(&request.body);
        let signable = SignableRequest::new(&request.method, &request.uri, request.headers.iter(), body)?;
        let mut http = ureq::http::Request::builder().method(&*request.method).uri(&request.uri);
        for (name, value) in request.headers.iter() {
            http = http.header(name, value);
        }
        let signature = sign(signable, &params)?.into_parts().0;
        let mut http = http.body(request.body)?;
        if !O::AUTH.is_empty() {
            signature.apply_to_request_http1x(&mut http);
        }
        let mut response = self.agent.run(http)?;
        let headers = response.headers().iter().collect();
        Ok((response.status().as_u16(), headers, response.body_mut().read_to_vec()?))
    }
}

/// The code that an authenticator app shows now (RFC 6238); for a secret that is not in Base32, as moto has it, any code.
pub fn totp(secret: &str) -> Result<String> {
    let Some(key) = base32(secret) else { return Ok("123456".to_owned()) };
    let step = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs() / 30;
    let mut mac = Hmac::<Sha1>::new_from_slice(&key)?;
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let start = usize::from(hash[19] & 15);
    let number = u32::from_be_bytes(hash[start..start + 4].try_into()?) & 0x7fff_ffff;
    Ok(format!("{:06}", number % 1_000_000))
}

fn base32(text: &str) -> Option<Vec<u8>> {
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for c in text.trim_end_matches('=').bytes() {
        let digit = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|known| *known == c)?;
        bits = bits << 5 | u32::try_from(digit).ok()?;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 255).ok()?);
        }
        bits &= 0xff;
    }
    Some(bytes)
}
