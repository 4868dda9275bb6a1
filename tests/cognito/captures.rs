//! Requests as botocore sends them, reproduced through typed requests.

use cognito_identity_provider as cognito;
use cognito_identity_provider::wire::{Operation, Request};
use serde_json::Value;

use super::{context, served};

/// Reads a body as a server does, and writes the request anew; with it goes whether it is signed.
fn again<O: Operation>(body: &[u8]) -> (Request, bool) {
    let input = O::read_request(&served(body)).unwrap_or_else(|error| panic!("{}: {error}", O::NAME));
    (O::request(&input, &context()).expect("no operation has host labels"), !O::AUTH.is_empty())
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

fn reproduced(operation: &str, body: &[u8]) -> (Request, bool) {
    by_name!(operation, body, AddCustomAttributes AdminCreateUser AdminInitiateAuth AdminRespondToAuthChallenge
        AdminSetUserMfaPreference AssociateSoftwareToken CompleteWebAuthnRegistration ConfirmDevice CreateGroup
        CreateIdentityProvider CreateManagedLoginBranding CreateUserPool CreateUserPoolClient InitiateAuth ListUserPools
        ListUsers RespondToAuthChallenge SetLogDeliveryConfiguration SetRiskConfiguration SetUiCustomization SignUp
        TagResource VerifySoftwareToken)
}

/// Compares what is written for a body, and gives whether it is signed.
fn check(operation: &str, body: &str) -> bool {
    // Rust spells acronyms as words.
    let name = operation.replace("MFA", "Mfa").replace("UICust", "UiCust");
    let (request, signed) = reproduced(&name, body.as_bytes());
    let expected: Value = serde_json::from_str(body).expect("a captured body is JSON");
    let written: Value = serde_json::from_slice(&request.body).expect("a body is JSON");
    assert_eq!(written, expected, "{operation}");
    assert_eq!(format!("{} {} HTTP/1.1", request.method, request.path()), "POST / HTTP/1.1");
    assert_eq!(request.headers.get("Content-Type"), Some("application/x-amz-json-1.1"));
    let target = format!("AWSCognitoIdentityProviderService.{operation}");
    assert_eq!(request.headers.get("X-Amz-Target"), Some(target.as_str()));
    signed
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
        let ours = ["POST / HTTP/1.1", "application/x-amz-json-1.1"];
        assert_eq!([text("request_line"), text("content-type")], ours);
        let signed = check(text("operation"), text("body"));
        assert!(text("x-amz-target").ends_with(&format!(".{}", text("operation"))));
        assert_eq!(Some(signed), case["signed"].as_bool(), "{}", text("operation"));
    }
}

#[test]
fn bodies_of_our_own_are_reproduced() {
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
        check(operation, body);
    }
}
