//! How programs of cases call a crate of rpcv2Json.

use std::fmt::Debug;

use service::wire::{self, RpcV2, Operation, ResponseError, ServiceError};

use crate::outcome::{Given, Outcome};

/// What an operation fails with.
pub type Failure<O> = <O as Operation>::Error;

/// The published cases send defaults; without any, both requests are the same.
pub fn write_request<O: RpcV2>(input: &O::Input) -> Outcome {
    let request = O::request_with_defaults(input);
    let mut parts = vec![
        ("method".to_owned(), request.method.as_bytes().to_vec()),
        ("uri".to_owned(), request.path.as_bytes().to_vec()),
    ];
    let headers = request.headers.iter();
    parts.extend(headers.map(|(name, value)| (format!("header {name}"), value.as_bytes().to_vec())));
    parts.push(("body".to_owned(), request.body));
    Outcome::Wrote(parts)
}

pub fn read_request<O: RpcV2>(given: &Given, check: fn(&O::Input) -> Outcome) -> Outcome {
    match O::read_request(given.body) {
        Ok(input) => check(&input),
        Err(error) => failed(&error),
    }
}

pub fn write_response<O: RpcV2>(output: &O::Output) -> Outcome {
    let headers = O::response_headers().into_iter();
    let mut parts: Vec<(String, Vec<u8>)> =
        headers.map(|(name, value)| (format!("header {name}"), value.as_bytes().to_vec())).collect();
    parts.push(("body".to_owned(), O::response_body(output)));
    Outcome::Wrote(parts)
}

pub fn write_error<E: ServiceError + wire::ToWire>(error: &E) -> Outcome {
    let status = error.status().to_string().into_bytes();
    Outcome::Wrote(vec![("status".to_owned(), status), ("body".to_owned(), wire::error_body(error))])
}

pub fn read_response<O: RpcV2>(given: &Given, check: fn(&O::Output) -> Outcome) -> Outcome {
    match response::<O>(given) {
        Ok(output) => check(&output),
        Err(error) => failed(&error),
    }
}

pub fn read_error<O: RpcV2>(given: &Given, check: fn(&O::Error) -> Outcome) -> Outcome {
    match response::<O>(given) {
        Ok(_) => Outcome::Failed("an output was read".to_owned()),
        Err(ResponseError::Service(error)) => check(&error),
        Err(error) => failed(&error),
    }
}

fn response<O: RpcV2>(given: &Given) -> Result<O::Output, ResponseError<O::Error>> {
    O::read_response(given.status, given.body)
}

fn failed(error: &impl Debug) -> Outcome {
    Outcome::Failed(format!("{error:?}"))
}
