//! Prints the users of a pool, all pages of them. The requests are signed by the official crate `aws-sigv4`.
//!
//! ```sh
//! AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… COGNITO_POOL=eu-west-1_EXAMPLE cargo run --example list_users
//! ```
//!
//! `AWS_SESSION_TOKEN` belongs to temporary credentials, and `COGNITO_ENDPOINT` is the URL of a stand-in of the service.

use std::env::var;
use std::time::SystemTime;

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SigningSettings, sign};
use aws_sigv4::sign::v4::SigningParams;
use cognito_identity_provider::wire::{Context, Endpoint, Headers, Operation, Paginator};
use cognito_identity_provider::{ListUsers, ListUsersRequest, service};

type Result<T, E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

fn main() -> Result<()> {
    let pool = var("COGNITO_POOL")?;
    let region = pool.split('_').next().unwrap_or_default();
    let endpoint = match var("COGNITO_ENDPOINT") {
        Ok(url) => Endpoint::parse(&url)?,
        Err(_) => service::endpoint(region)?,
    };
    let key = (var("AWS_ACCESS_KEY_ID")?, var("AWS_SECRET_ACCESS_KEY")?, var("AWS_SESSION_TOKEN").ok());
    let client = Client {
        context: Context::new(endpoint),
        region: region.to_owned(),
        credentials: Credentials::new(key.0, key.1, key.2, None, "environment"),
        agent: ureq::Agent::config_builder().http_status_as_error(false).build().new_agent(),
    };
    let request = ListUsersRequest::builder().user_pool_id(&pool).limit(60).build()?;
    // Pages are fetched as they are needed. The closure is where retries would go.
    for user in Paginator::<ListUsers>::new(request).items(|input| client.send::<ListUsers>(input)) {
        let user = user?;
        let status = user.user_status.as_ref().map_or("", |status| status.as_str());
        println!("{}\t{status}", user.username.unwrap_or_default());
    }
    Ok(())
}

/// What signed requests need.
struct Client {
    context: Context,
    region: String,
    credentials: Credentials,
    agent: ureq::Agent,
}

impl Client {
    /// Signs a request, sends it, and reads what comes back.
    fn send<O: Operation>(&self, input: &O::Input) -> Result<O::Output> {
        let request = O::request(input, &self.context)?;
        let identity = self.credentials.clone().into();
        let params =
            SigningParams::builder().identity(&identity).region(&self.region).time(SystemTime::now());
        let params = params.name(service::SIGNING_NAME).settings(SigningSettings::default()).build()?.into();
        let body = SignableBody::Bytes(&request.body);
        let signable = SignableRequest::new(&request.method, &request.uri, request.headers.iter(), body)?;
        let (signature, _) = sign(signable, &params)?.into_parts();
        let mut http = ureq::http::Request::builder().method(&*request.method).uri(&request.uri);
        for (name, value) in request.headers.iter() {
            http = http.header(name, value);
        }
        let mut http = http.body(request.body)?;
        signature.apply_to_request_http1x(&mut http);
        let mut response = self.agent.run(http)?;
        let headers: Headers = response.headers().iter().collect();
        Ok(O::response(response.status().as_u16(), &headers, &response.body_mut().read_to_vec()?)?)
    }
}
