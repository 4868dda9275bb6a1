//! How programs of cases call a crate.

use std::fmt::Debug;

use service::wire::{self, Context, Endpoint, Headers, Operation, Request, Response, ResponseError};

use crate::outcome::{Given, Outcome};

/// What an operation fails with.
pub type Failure<O> = <O as Operation>::Error;

/// The published cases send defaults; without any, both requests are the same.
pub fn write_request<O: Operation>(input: &O::Input, endpoint: &str) -> Outcome {
    let context = Context::new(Endpoint::parse(endpoint).expect("the case has a host"))
        .send_defaults()
        .idempotency_tokens(|| "00000000-0000-4000-8000-000000000000".to_owned());
    let request = match O::request(input, &context) {
        Ok(request) => request,
        Err(error) => return failed(&error),
    };
    let (_, rest) = request.uri.split_once("://").expect("the URI is absolute");
    let (host, target) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let mut parts = vec![part("method", &*request.method), part("host", host), part("uri", target)];
    headers(&mut parts, &request.headers);
    parts.push(("body".to_owned(), request.body));
    Outcome::Wrote(parts)
}

pub fn read_request<O: Operation>(given: &Given, check: fn(&O::Input) -> Outcome) -> Outcome {
    let (headers, body) = (given.headers.iter().copied().collect(), given.body.to_vec());
    let request = Request { method: "POST".into(), uri: given.uri.to_owned(), headers, body };
    // Some cases show the body alone.
    let has_target = request.uri != "/" || request.headers.get("x-amz-target").is_some();
    if has_target && wire::operation_name(&request) != Ok(O::NAME) {
        return failed(&wire::operation_name(&request));
    }
    match O::read_request(&request) {
        Ok(input) => check(&input),
        Err(error) => failed(&error),
    }
}

pub fn write_response<O: Operation>(output: &O::Output) -> Outcome {
    wrote(O::write_response(output))
}

pub fn write_error<O: Operation>(error: O::Error) -> Outcome {
    wrote(O::write_error(&error))
}

pub fn read_response<O: Operation>(given: &Given, check: fn(&O::Output) -> Outcome) -> Outcome {
    match response::<O>(given) {
        Ok(output) => check(&output),
        Err(error) => failed(&error),
    }
}

pub fn read_error<O: Operation>(given: &Given, check: fn(&O::Error) -> Outcome) -> Outcome {
    match response::<O>(given) {
        Ok(_) => Outcome::Failed("an output was read".to_owned()),
        Err(ResponseError::Service(error, _)) => check(&error),
        Err(error) => failed(&error),
    }
}

fn response<O: Operation>(given: &Given) -> Result<O::Output, ResponseError<O::Error>> {
    O::response(given.status, &given.headers.iter().copied().collect(), given.body)
}

fn wrote(response: Response) -> Outcome {
    let mut parts = vec![part("status", &response.status.to_string())];
    headers(&mut parts, &response.headers);
    parts.push(("body".to_owned(), response.body));
    Outcome::Wrote(parts)
}

fn headers(parts: &mut Vec<(String, Vec<u8>)>, headers: &Headers) {
    parts.extend(headers.iter().map(|(name, value)| part(&format!("header {name}"), value)));
}

fn part(name: &str, value: &str) -> (String, Vec<u8>) {
    (name.to_owned(), value.as_bytes().to_vec())
}

fn failed(error: &impl Debug) -> Outcome {
    Outcome::Failed(format!("{error:?}"))
}
