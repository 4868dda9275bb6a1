//! Requests and responses to JSON and back: the generated crate beside structs that derive serde, allocations counted.
//!
//! `cargo bench --bench wire`. The argument of a request is the length of its session token; bodies have 294 and 1,174
//! bytes. The response is a page of `ListUsers` with sixty users, of 30 KB.

#[path = "wire/page.rs"]
mod page;

use std::collections::BTreeMap;

use cognito_identity_provider::wire::{Mode, from_bytes, to_json};
use cognito_identity_provider::{AdminRespondToAuthChallengeRequest, ChallengeNameType, ListUsersResponse};
use divan::{AllocProfiler, Bencher};
use serde::{Deserialize, Serialize};

#[global_allocator]
static ALLOCATOR: AllocProfiler = AllocProfiler::system();

/// The lengths of a session token, in bytes.
const SESSIONS: [usize; 2] = [40, 920];

/// What one would write by hand for the same body.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ByHand {
    user_pool_id: String,
    client_id: String,
    challenge_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    challenge_responses: Option<BTreeMap<String, String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<String>,
}

fn main() {
    for (session, length) in SESSIONS.into_iter().zip([294, 1174]) {
        assert_eq!(body(session).len(), length, "the bodies are those of the published measurements");
        let by_hand = serde_json::to_string(&by_hand(session)).expect("texts can be written");
        assert_eq!(body(session), by_hand, "both write the same");
    }
    let (page, written) = (page::ours(), to_json(&page::ours()));
    assert_eq!(from_bytes::<ListUsersResponse>(written.as_bytes(), Mode::Lenient), Ok(page));
    let by_hand = serde_json::to_string(&page::by_hand()).expect("texts can be written");
    assert_eq!(written, by_hand, "both write the same");
    assert_eq!(written.len(), 30_000, "the page has the size that the figures are published for");
    divan::main();
}

fn request(session: usize) -> AdminRespondToAuthChallengeRequest {
    AdminRespondToAuthChallengeRequest::builder()
        .user_pool_id("eu-west-1_EXAMPLE01")
        .client_id("1example23456789abcdefghij")
        .challenge_name(ChallengeNameType::SmsMfa)
        .challenge_responses("USERNAME", "alice@example.com")
        .challenge_responses("SMS_MFA_CODE", "123456")
        .challenge_responses("SECRET_HASH", "h".repeat(44))
        .session("s".repeat(session))
        .build()
        .expect("all required members are set")
}

fn body(session: usize) -> String {
    to_json(&request(session))
}

fn by_hand(session: usize) -> ByHand {
    serde_json::from_str(&body(session)).expect("the body has all members")
}

#[divan::bench(args = SESSIONS)]
fn write_ours(bencher: Bencher<'_, '_>, session: usize) {
    let request = request(session);
    bencher.bench(|| to_json(divan::black_box(&request)));
}

#[divan::bench(args = SESSIONS)]
fn write_serde(bencher: Bencher<'_, '_>, session: usize) {
    let request = by_hand(session);
    bencher.bench(|| serde_json::to_string(divan::black_box(&request)));
}

#[divan::bench(args = SESSIONS)]
fn read_ours(bencher: Bencher<'_, '_>, session: usize) {
    let body = body(session).into_bytes();
    bencher.bench(|| from_bytes::<AdminRespondToAuthChallengeRequest>(divan::black_box(&body), Mode::Strict));
}

#[divan::bench(args = SESSIONS)]
fn read_serde(bencher: Bencher<'_, '_>, session: usize) {
    let body = body(session).into_bytes();
    bencher.bench(|| serde_json::from_slice::<ByHand>(divan::black_box(&body)));
}

#[divan::bench]
fn read_page_ours(bencher: Bencher<'_, '_>) {
    let body = to_json(&page::ours()).into_bytes();
    bencher.bench(|| from_bytes::<ListUsersResponse>(divan::black_box(&body), Mode::Lenient));
}

#[divan::bench]
fn read_page_serde(bencher: Bencher<'_, '_>) {
    let body = to_json(&page::ours()).into_bytes();
    bencher.bench(|| serde_json::from_slice::<page::Page>(divan::black_box(&body)));
}

#[divan::bench]
fn write_page_ours(bencher: Bencher<'_, '_>) {
    let page = page::ours();
    bencher.bench(|| to_json(divan::black_box(&page)));
}

#[divan::bench]
fn write_page_serde(bencher: Bencher<'_, '_>) {
    let page = page::by_hand();
    bencher.bench(|| serde_json::to_string(divan::black_box(&page)));
}
