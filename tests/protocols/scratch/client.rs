//! How programs of cases call a crate as a client does.

use service::wire::{Context, Endpoint, InvalidEndpoint, Operation, ResponseError};

use crate::outcome::{self, Given, Outcome};

/// The published cases send defaults; without any, both requests are the same.
pub fn write_request<O: Operation>(input: &O::Input, endpoint: Result<Endpoint, InvalidEndpoint>) -> Outcome {
    let context = Context::new(endpoint.expect("the case has a host"))
        .send_defaults()
        .idempotency_tokens(|| "00000000-0000-4000-8000-000000000000".to_owned());
    let request = match O::request(input, &context) {
        Ok(request) => request,
        Err(error) => return outcome::failed(&error),
    };
    let (_, rest) = request.uri.split_once("://").expect("the URI is absolute");
    let (host, target) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    let first = [("method", &*request.method), ("host", host), ("uri", target)];
    outcome::wrote(&first, request.headers.iter(), &request.body)
}

pub fn read_response<O: Operation>(given: &Given, check: fn(&O::Output) -> Outcome) -> Outcome {
    match response::<O>(given) {
        Ok(output) => check(&output),
        Err(error) => outcome::failed(&error),
    }
}

pub fn read_error<O: Operation>(given: &Given, check: fn(&O::Error) -> Outcome) -> Outcome {
    match response::<O>(given) {
        Ok(_) => Outcome::Failed("an output was read".to_owned()),
        Err(ResponseError::Service(error, _)) => check(&error),
        Err(error) => outcome::failed(&error),
    }
}

fn response<O: Operation>(given: &Given) -> Result<O::Output, ResponseError<O::Error>> {
    O::response(given.status, &given.headers.iter().copied().collect(), given.body)
}
