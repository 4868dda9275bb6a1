//! What is sensitive shows nowhere.

use cognito_identity_provider::wire::{Headers, Mode, Operation, from_json};
use cognito_identity_provider::{
    AdminInitiateAuth, AdminInitiateAuthRequest, AdminRespondToAuthChallenge,
    AdminRespondToAuthChallengeRequest, AuthenticationResultType, ChangePasswordRequest, SignUpRequest,
    UserType,
};

use super::{context, served};

const CANARY: &str = "canary-7c1f";

fn hidden(shown: &str) {
    assert!(!shown.contains(CANARY), "{shown}");
}

#[test]
fn debug_shows_no_secret_of_a_request() {
    let builder = AdminRespondToAuthChallengeRequest::builder()
        .user_pool_id("the pool is no secret")
        .client_id(CANARY)
        .challenge_name("SMS_MFA".into())
        .session(CANARY)
        .challenge_responses(CANARY, CANARY);
    hidden(&format!("{builder:?} {builder:#?}"));
    let request = builder.build().expect("all required members are set");
    let shown = format!("{request:?}");
    hidden(&shown);
    assert!(shown.contains("the pool is no secret"), "{shown}");
    hidden(&format!("{request:#?} {:?}", AdminRespondToAuthChallenge::request(&request, &context())));
}

#[test]
fn debug_shows_no_secret_of_other_shapes() {
    let request = AdminInitiateAuthRequest::builder().auth_parameters("PASSWORD", CANARY).session(CANARY);
    hidden(&format!("{request:?}"));
    let tokens = AuthenticationResultType::builder()
        .access_token(CANARY)
        .refresh_token(CANARY)
        .id_token(CANARY)
        .build();
    hidden(&format!("{tokens:?}"));
    let change = ChangePasswordRequest::builder().proposed_password(CANARY).previous_password(CANARY);
    hidden(&format!("{:?}", change.access_token(CANARY).build().expect("all required members are set")));
    let sign_up =
        SignUpRequest::builder().client_id(CANARY).username(CANARY).password(CANARY).secret_hash(CANARY);
    hidden(&format!("{:?}", sign_up.build().expect("all required members are set")));
    hidden(&format!("{:?}", UserType::builder().username(CANARY).build()));
}

#[test]
fn read_errors_show_neither_values_nor_keys_of_secrets() {
    let bodies = [
        format!(r#"{{"AuthParameters": {{"{CANARY}": 1}}, "Session": ["{CANARY}"]}}"#),
        format!(r#"{{"AuthParameters": {{"{CANARY}": null}}}}"#),
        format!(r#"{{"AuthParameters": "{CANARY}""#),
        format!(r#""{CANARY}""#),
    ];
    for body in bodies {
        let error = AdminInitiateAuth::read_request(&served(body)).expect_err("the body is wrong");
        hidden(&format!("{error} {error:?} {error:#?}"));
    }
    let error = from_json::<AdminInitiateAuthRequest>(CANARY, Mode::Strict).expect_err("it is no JSON");
    hidden(&format!("{error} {error:?}"));
}

#[test]
fn answers_that_fail_show_no_body() {
    for body in [format!(r#"{{"__type": "New", "token": "{CANARY}"}}"#), format!("<p>{CANARY}</p>")] {
        let error =
            AdminInitiateAuth::response(400, &Headers::new(), body.as_bytes()).expect_err("it is an error");
        hidden(&format!("{error} {error:?}"));
    }
}
