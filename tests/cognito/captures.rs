//! Requests as botocore sends them, reproduced through typed requests.

use cognito_identity_provider as cognito;
use cognito_identity_provider::wire::{AwsJson, Request};
use serde_json::Value;

/// Reads a body as a server does, and writes the request anew.
fn again<O: AwsJson>(body: &[u8]) -> Request {
    O::request(&O::read_request(body).unwrap_or_else(|error| panic!("{}: {error}", O::NAME)))
}

/// Calls [`again`] for the operation with a name.
macro_rules! by_name {
    ($name:expr, $body:expr, $($operation:ident)*) => {
        match $name {
            $(stringify!($operation) => again::<cognito::$operation>($body),)*
            name => panic!("no case for {name}"),
        }
    };
}

fn reproduced(operation: &str, body: &[u8]) -> Request {
    by_name!(operation, body, AddCustomAttributes AdminCreateUser AdminInitiateAuth AdminRespondToAuthChallenge
        AdminSetUserMfaPreference AssociateSoftwareToken CompleteWebAuthnRegistration ConfirmDevice CreateGroup
        CreateIdentityProvider CreateManagedLoginBranding CreateUserPool CreateUserPoolClient InitiateAuth ListUserPools
        ListUsers RespondToAuthChallenge SetLogDeliveryConfiguration SetRiskConfiguration SetUiCustomization SignUp
        TagResource VerifySoftwareToken)
}

fn check(operation: &str, target: &str, body: &str) {
    // Rust spells acronyms as words.
    let name = operation.replace("MFA", "Mfa").replace("UICust", "UiCust");
    let request = reproduced(&name, body.as_bytes());
    let expected: Value = serde_json::from_str(body).expect("a captured body is JSON");
    let written: Value = serde_json::from_slice(&request.body).expect("a body is JSON");
    assert_eq!(written, expected, "{operation}");
    assert_eq!(
        request.headers[1],
        ("x-amz-target", format!("AWSCognitoIdentityProviderService.{operation}").as_str())
    );
    assert_eq!(request.headers[1].1, target);
}

#[shared_data::test]
fn all_captured_bodies_are_reproduced() {
    let shared = super::support::shared();
    let text =
        std::fs::read_to_string(shared.join("captures/requests.json")).expect("the captures are there");
    let captures: Value = serde_json::from_str(&text).expect("they are JSON");
    let cases = captures["cases"].as_array().expect("cases are a list");
    assert_eq!(cases.len(), 26);
    for case in cases {
        let text = |key: &str| case[key].as_str().expect("a case has texts");
        check(text("operation"), text("x-amz-target"), text("body"));
    }
}

#[test]
fn bodies_of_our_own_are_reproduced() {
    let target = |operation: &str| format!("AWSCognitoIdentityProviderService.{operation}");
    let cases = [
        ("AssociateSoftwareToken", "{}"),
        (
            "AdminInitiateAuth",
            r#"{"UserPoolId":"p_1","ClientId":"c","AuthFlow":"USER_AUTH","AuthParameters":{}}"#,
        ),
        (
            "CreateManagedLoginBranding",
            r#"{"UserPoolId":"p_1","ClientId":"c","Settings":{"a":[null,1.5,true]},"Assets":
            [{"Category":"FORM_LOGO","ColorMode":"LIGHT","Extension":"PNG","Bytes":"AAEC/w=="}]}"#,
        ),
        (
            "RespondToAuthChallenge",
            r#"{"ClientId":"c","ChallengeName":"NEW","ChallengeResponses":{"K":"\u0001\u2028\ud83d\ude00"}}"#,
        ),
    ];
    for (operation, body) in cases {
        check(operation, &target(operation), body);
    }
}
