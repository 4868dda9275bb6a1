//! The generated crate as its users call it.

mod support;

#[path = "cognito/captures.rs"]
mod captures;
#[path = "cognito/endpoints.rs"]
mod endpoints;
#[path = "cognito/model.rs"]
mod model;
#[path = "cognito/pages.rs"]
mod pages;
#[path = "cognito/public_items.rs"]
mod public_items;
#[path = "cognito/reading.rs"]
mod reading;
#[path = "cognito/secrets.rs"]
mod secrets;

use std::collections::BTreeMap;
use std::str::FromStr;

use cognito_identity_provider::wire::{Context, Endpoint, Operation, Request};
use cognito_identity_provider::{
    AdminRespondToAuthChallenge, AdminRespondToAuthChallengeRequest, AnalyticsMetadataType,
    ChallengeNameType, ContextDataType, CreateGroupRequest, ListUserPoolsRequest, PasswordPolicyType,
    SignUpRequest,
};
use serde_json::json;

/// Requests go to one region.
fn context() -> Context {
    Context::new(Endpoint::parse("https://cognito-idp.eu-west-1.amazonaws.com").expect("this is a URL"))
}

/// A request as a server has it.
fn served(body: impl AsRef<[u8]>) -> Request {
    let (uri, headers, body) = ("/".to_owned(), Default::default(), body.as_ref().to_vec());
    Request { method: "POST".into(), uri, headers, body }
}

/// A request with every member set.
fn answer() -> AdminRespondToAuthChallengeRequest {
    AdminRespondToAuthChallengeRequest::builder()
        .user_pool_id("eu-west-1_EXAMPLE")
        .client_id("1example23456789")
        .challenge_name(ChallengeNameType::SmsMfa)
        .session("a session of twenty characters and more")
        .challenge_responses("USERNAME", "alice")
        .challenge_responses("SMS_MFA_CODE", "123456")
        .analytics_metadata(AnalyticsMetadataType::builder().analytics_endpoint_id("endpoint").build())
        .context_data(
            ContextDataType::builder()
                .ip_address("192.0.2.1")
                .server_name("example.com")
                .server_path("/login")
                .set_http_headers(Some(Vec::new()))
                .build()
                .expect("all required members are set"),
        )
        .client_metadata("k", "v")
        .build()
        .expect("all required members are set")
}

#[test]
fn the_request_has_its_eight_members_with_their_types() {
    let AdminRespondToAuthChallengeRequest {
        user_pool_id,
        client_id,
        challenge_name,
        challenge_responses,
        session,
        analytics_metadata,
        context_data,
        client_metadata,
    } = answer();
    let _: (String, String, ChallengeNameType) = (user_pool_id, client_id, challenge_name);
    let _: (Option<BTreeMap<String, String>>, Option<String>) = (challenge_responses, session);
    let _: (Option<AnalyticsMetadataType>, Option<ContextDataType>) = (analytics_metadata, context_data);
    let _: Option<BTreeMap<String, String>> = client_metadata;
}

#[test]
fn a_builder_names_everything_that_is_missing() {
    let missing =
        AdminRespondToAuthChallengeRequest::builder().session("s").build().expect_err("three are missing");
    assert_eq!(
        missing.to_string(),
        "Value at '/UserPoolId' failed to satisfy constraint: Member must not be null\n\
         Value at '/ClientId' failed to satisfy constraint: Member must not be null\n\
         Value at '/ChallengeName' failed to satisfy constraint: Member must not be null"
    );
    let fields: Vec<_> = missing.iter().map(|violation| violation.field()).collect();
    assert_eq!(fields, [Some("user_pool_id"), Some("client_id"), Some("challenge_name")]);
}

#[test]
fn setters_append_and_replace() {
    let builder = AdminRespondToAuthChallengeRequest::builder()
        .set_challenge_responses(Some(BTreeMap::from([("OLD".to_owned(), "x".to_owned())])))
        .challenge_responses("NEW", "y")
        .user_pool_id("p")
        .client_id("c")
        .challenge_name("SMS_MFA".into());
    let request = builder.build().expect("all required members are set");
    let keys: Vec<_> = request.challenge_responses.iter().flatten().map(|(key, _)| key.as_str()).collect();
    assert_eq!(keys, ["NEW", "OLD"]);
}

#[test]
fn what_is_set_is_sent_and_nothing_else() {
    let policy = PasswordPolicyType::builder().minimum_length(8).require_uppercase(false).build();
    let body = serde_json::to_value(&policy).expect("it has a wire form");
    assert_eq!(body, json!({"MinimumLength": 8, "RequireUppercase": false}));

    let pools = ListUserPoolsRequest::builder().max_results(0).build().expect("it is set");
    assert_eq!(serde_json::to_value(&pools).expect("it has a wire form"), json!({"MaxResults": 0}));

    let sign_up =
        SignUpRequest::builder().client_id("c").username("u").password("").build().expect("all are set");
    assert_eq!(
        serde_json::to_value(&sign_up).expect("it has a wire form"),
        json!({"ClientId": "c", "Username": "u", "Password": ""})
    );
}

#[test]
fn a_request_is_ready_for_any_http_client() {
    let http = AdminRespondToAuthChallenge::request(&answer(), &context()).expect("it has no host label");
    assert_eq!((&*http.method, &*http.uri), ("POST", "https://cognito-idp.eu-west-1.amazonaws.com/"));
    assert_eq!(
        http.headers.iter().collect::<Vec<_>>(),
        [
            ("content-type", "application/x-amz-json-1.1"),
            ("x-amz-target", "AWSCognitoIdentityProviderService.AdminRespondToAuthChallenge"),
        ]
    );
    let again = AdminRespondToAuthChallenge::read_request(&http).expect("a server reads it");
    assert_eq!(again, answer());
}

#[test]
fn enums_keep_what_they_do_not_know() {
    for value in ChallengeNameType::values() {
        let known = ChallengeNameType::from(*value);
        assert!(!matches!(known, ChallengeNameType::Unknown(_)), "{value} is known");
        assert_eq!((known.as_str(), known.to_string().as_str()), (*value, *value));
    }
    assert_eq!(ChallengeNameType::values().len(), 16);
    let new = ChallengeNameType::from_str("FACE_ID").expect("it cannot fail");
    assert_eq!(new, ChallengeNameType::Unknown("FACE_ID".to_owned()));
    let text = serde_json::to_string(&new).expect("it has a wire form");
    assert_eq!(serde_json::from_str::<ChallengeNameType>(&text).expect("it is a string"), new);
}

#[test]
fn serde_is_the_wire_form_and_strict() {
    let http = AdminRespondToAuthChallenge::request(&answer(), &context()).expect("it has no host label");
    let wire: serde_json::Value = serde_json::from_slice(&http.body).expect("a body is JSON");
    assert_eq!(serde_json::to_value(answer()).expect("it has a wire form"), wire);
    let again: AdminRespondToAuthChallengeRequest = serde_json::from_value(wire).expect("it reads back");
    assert_eq!(again, answer());
    let error =
        serde_json::from_value::<CreateGroupRequest>(json!({"GroupName": "g"})).expect_err("one is missing");
    assert_eq!(
        error.to_string(),
        "Value at '/UserPoolId' failed to satisfy constraint: Member must not be null"
    );
}
