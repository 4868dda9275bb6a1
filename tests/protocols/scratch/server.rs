//! How programs of cases call a crate as a server does.

use service::validation::{self, Policy, Validate};
use service::wire::{Headers, Operation, Request, Response};

use crate::outcome::{self, Given, Outcome};
use crate::router::router;

/// The header of an answer that names the operation which was called.
const CALLED: &str = "called";

pub fn read_request<O: Operation>(given: &Given, check: fn(&O::Input) -> Outcome) -> Outcome {
    let request = request(given);
    // Some cases show the body alone.
    if given.uri != "/" || request.headers.get("x-amz-target").is_some() {
        let response = router().respond(&request);
        if response.headers.get(CALLED) != Some(O::NAME) {
            return answered(&response);
        }
    }
    match O::read_request(&request) {
        Ok(input) => check(&input),
        Err(error) => outcome::failed(&error),
    }
}

pub fn write_response<O: Operation>(output: &O::Output) -> Outcome {
    answered(&O::write_response(output))
}

pub fn write_error<O: Operation>(error: O::Error) -> Outcome {
    answered(&O::write_error(&error))
}

pub fn refuse(given: &Given) -> Outcome {
    answered(&router().respond(&request(given)))
}

/// Answers a request for an operation by its name, or refuses what cannot be read.
pub fn read<O: Operation>(request: &Request) -> Response {
    match O::read_request(request) {
        Ok(_) => called(O::NAME),
        Err(error) => error.to_response(),
    }
}

/// The same, and refuses what breaks the constraints of the model.
pub fn check<O: Operation<Input: Validate>>(request: &Request) -> Response {
    match validation::read_request::<O>(request, &Policy::new().strict()) {
        Ok(_) => called(O::NAME),
        Err(error) => error.to_response(),
    }
}

fn called(operation: &'static str) -> Response {
    let mut headers = Headers::new();
    headers.set(CALLED, operation);
    Response { status: 200, headers, body: Vec::new() }
}

fn request(given: &Given) -> Request {
    let headers = given.headers.iter().copied().collect();
    Request { method: given.method.into(), uri: given.uri.to_owned(), headers, body: given.body.to_vec() }
}

fn answered(response: &Response) -> Outcome {
    outcome::wrote(&[("status", &response.status.to_string())], response.headers.iter(), &response.body)
}
