//! Any status and body, read as messages by the generated crate: an output, a request or an error, never a panic.

#![no_main]

use cognito_identity_provider::wire::{Headers, Mode, Operation, Request, from_bytes};
use cognito_identity_provider::{AdminRespondToAuthChallenge, ListUsers, ListUsersResponse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u16, &str, &[u8])| {
    let (status, error_type, body) = input;
    let headers: Headers = [("x-amzn-errortype", error_type)].into_iter().collect();
    let _ = ListUsers::response(status, &headers, body).map_err(|error| error.to_string());
    for mode in [Mode::Lenient, Mode::Strict, Mode::Exact] {
        let _ = from_bytes::<ListUsersResponse>(body, mode).map_err(|error| error.to_string());
    }
    let request = Request { method: "POST".into(), uri: "/".to_owned(), headers, body: body.to_vec() };
    let _ = AdminRespondToAuthChallenge::read_request(&request).map_err(|error| error.to_response());
});
