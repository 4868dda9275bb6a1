//! What the service was seen to accept is never refused at the default policy.

use cognito_identity_provider::validation::{Policy, Validate};
use cognito_identity_provider::wire::{FromWire, Mode, from_json};
use cognito_identity_provider::{
    AssociateSoftwareTokenRequest, AuthFlowType, ChallengeNameType, CreateUserPoolClientRequest,
    CreateUserPoolRequest, InitiateAuthRequest, ListUsersRequest, RespondToAuthChallengeRequest,
    SetRiskConfigurationRequest, SetUserPoolMfaConfigRequest, SignUpRequest, UpdateUserAttributesRequest,
    UpdateUserPoolRequest, VerifySoftwareTokenRequest,
};

use super::{errors, map};

fn answer(name: &str, keys: &[(&str, &str)], session: Option<&str>) -> RespondToAuthChallengeRequest {
    RespondToAuthChallengeRequest::builder()
        .client_id("3fj2l1example")
        .challenge_name(ChallengeNameType::from(name))
        .set_session(session.map(str::to_owned))
        .set_challenge_responses(Some(map(keys)))
        .build()
        .expect("nothing required is missing")
}

const SESSION: Option<&str> = Some("AYABeExampleSessionExample");

fn passes<T: Validate>(value: &T) {
    assert_eq!(errors(value, &Policy::new()), [""; 0]);
    value.validate().expect("the service accepts it");
}

#[test]
fn a_code_of_an_app_with_a_stray_sms_code() {
    let keys = [("USERNAME", "ada"), ("SOFTWARE_TOKEN_MFA_CODE", "1"), ("SMS_MFA_CODE", "1")];
    let request = answer("SOFTWARE_TOKEN_MFA", &keys, SESSION);
    passes(&request);
    assert!(request.check(&Policy::new()).is_clean());
}

#[test]
fn a_selection_with_a_bare_answer() {
    for chosen in ["PASSWORD", "PASSWORD_SRP", "WEB_AUTHN", "EMAIL_OTP", "SMS_OTP"] {
        passes(&answer("SELECT_CHALLENGE", &[("USERNAME", "ada"), ("ANSWER", chosen)], SESSION));
    }
}

#[test]
fn answers_of_srp_without_a_session() {
    let proof = [
        ("USERNAME", "ada"),
        ("PASSWORD_CLAIM_SIGNATURE", "c2ln"),
        ("PASSWORD_CLAIM_SECRET_BLOCK", "YmxvY2s="),
        ("TIMESTAMP", "Tue Nov 4 09:05:03 UTC 2025"),
        ("DEVICE_KEY", "us-east-1_0f"),
    ];
    passes(&answer("PASSWORD_VERIFIER", &proof, None));
    passes(&answer("PASSWORD_VERIFIER", &proof, SESSION));
    passes(&answer("DEVICE_PASSWORD_VERIFIER", &proof, None));
    passes(&answer("DEVICE_SRP_AUTH", &[("USERNAME", "ada"), ("DEVICE_KEY", "k"), ("SRP_A", "0a")], None));
}

#[test]
fn challenges_and_keys_that_are_not_known() {
    passes(&answer("TELEPATHY", &[], None));
    passes(&answer("TELEPATHY", &[("THOUGHT", "x")], SESSION));
    passes(&answer(
        "SMS_MFA",
        &[("USERNAME", "ada"), ("SMS_MFA_CODE", "1"), ("favouriteColour", "x")],
        SESSION,
    ));
    let claims = [
        ("USERNAME", "ada"),
        ("NEW_PASSWORD", "correct horse"),
        ("PASSWORD_CLAIM_SIGNATURE", "c2ln"),
        ("PASSWORD_CLAIM_SECRET_BLOCK", "YmxvY2s="),
        ("TIMESTAMP", "Tue Nov 4 09:05:03 UTC 2025"),
        ("requiredAttributes", "[]"),
    ];
    passes(&answer("NEW_PASSWORD_REQUIRED", &claims, SESSION));
    passes(&answer("CUSTOM_CHALLENGE", &[("USERNAME", "ada"), ("colour", "blue")], SESSION));
}

#[test]
fn a_session_longer_than_old_models_allow() {
    let session = "s".repeat(4000);
    let keys = [("USERNAME", "ada"), ("SMS_MFA_CODE", "1")];
    passes(&answer("SMS_MFA", &keys, Some(&session)));
    let longer = "s".repeat(9000);
    passes(&answer("SMS_MFA", &keys, Some(&longer)));
}

#[test]
fn a_blank_password_at_sign_up() {
    let request = SignUpRequest::builder().client_id("3fj2l1example").username("ada").password("");
    passes(&request.build().expect("nothing required is missing"));
}

#[test]
fn flows_with_either_name_of_the_first_challenge() {
    for key in ["CHALLENGE_NAME", "ChallengeName"] {
        let request = InitiateAuthRequest::builder()
            .client_id("3fj2l1example")
            .auth_flow(AuthFlowType::CustomAuth)
            .auth_parameters("USERNAME", "ada")
            .auth_parameters("SRP_A", "0a")
            .auth_parameters(key, "SRP_A")
            .build()
            .expect("nothing required is missing");
        passes(&request);
        assert!(request.check(&Policy::new()).is_clean());
    }
    let unknown = InitiateAuthRequest::builder()
        .client_id("3fj2l1example")
        .auth_flow(AuthFlowType::from("ALLOW_CLIENT_TOKEN_AUTH"));
    passes(&unknown.build().expect("nothing required is missing"));
}

#[test]
fn a_token_and_a_session_together() {
    let verify = VerifySoftwareTokenRequest::builder()
        .user_code("123456")
        .access_token("token")
        .session("AYABeExampleSessionExample");
    passes(&verify.build().expect("nothing required is missing"));
    let associate =
        AssociateSoftwareTokenRequest::builder().access_token("token").session("AYABeExampleSessionExample");
    passes(&associate.build().expect("nothing required is missing"));
}

#[test]
fn a_pool_and_a_client_in_a_risk_configuration() {
    let request =
        SetRiskConfigurationRequest::builder().user_pool_id("us-east-1_Example").client_id("3fj2l1example");
    passes(&request.build().expect("nothing required is missing"));
    let request = UpdateUserPoolRequest::builder().user_pool_id("us-east-1_Example");
    passes(&request.build().expect("nothing required is missing"));
}

/// What the facts call accepted, or warn about only, among what the rules of app clients, MFA and attributes look at.
#[test]
fn settings_that_the_service_takes() {
    fn taken<T: FromWire + Validate>(body: &str) {
        let request: T = from_json(body, Mode::Strict).unwrap_or_else(|error| panic!("{body}: {error}"));
        passes(&request);
    }
    let client = |rest: &str| format!(r#"{{"UserPoolId": "p_1", "ClientName": "c", {rest}}}"#);
    // As `DescribeUserPoolClient` gives them: lists beside a switch that is off.
    taken::<CreateUserPoolClientRequest>(&client(
        r#""AllowedOAuthFlowsUserPoolClient": false, "AllowedOAuthFlows": ["code"], "AllowedOAuthScopes": ["openid"]"#,
    ));
    taken::<CreateUserPoolClientRequest>(&client(r#""RefreshTokenRotation": {"Feature": "ENABLED"}"#));
    taken::<CreateUserPoolClientRequest>(&client(
        r#""RefreshTokenRotation": {"Feature": "ENABLED"}, "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"]"#,
    ));
    taken::<CreateUserPoolClientRequest>(&client(r#""ExplicitAuthFlows": ["ALLOW_CLIENT_TOKEN_AUTH"]"#));
    // Passkeys have nothing to do with whether MFA is on.
    taken::<SetUserPoolMfaConfigRequest>(
        r#"{"UserPoolId": "p_1", "MfaConfiguration": "OFF", "WebAuthnConfiguration": {"UserVerification": "required"}}"#,
    );
    // A new user pool has its settings of SMS for more than MFA.
    taken::<CreateUserPoolRequest>(
        r#"{"PoolName": "p", "MfaConfiguration": "OFF", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::123456789012:role/r"}}"#,
    );
    for value in ["", "432 555 1212", "+14325551212"] {
        taken::<UpdateUserAttributesRequest>(&format!(
            r#"{{"AccessToken": "a.b.c", "UserAttributes": [{{"Name": "phone_number", "Value": "{value}"}}]}}"#
        ));
    }
    for filter in ["", "name = \\\"a\\\"", "nickname = \\\"a\\\"", "email = \\\"a\\\" and name = \\\"b\\\""] {
        taken::<ListUsersRequest>(&format!(r#"{{"UserPoolId": "p_1", "Filter": "{filter}"}}"#));
    }
}

#[test]
fn values_and_keys_that_are_almost_right() {
    passes(&answer("SELECT_MFA_TYPE", &[("USERNAME", "ada"), ("ANSWER", "EMAIL-OTP")], SESSION));
    passes(&answer("SELECT_CHALLENGE", &[("USERNAME", "ada"), ("ANSWER", "passwords")], SESSION));
    let keys =
        [("USERNAME", "ada"), ("SMS_MFA_CODE", "1"), ("SECRET_HASH", "not base64"), ("DEVICE_KEYS", "k")];
    passes(&answer("SMS_MFA", &keys, SESSION));
}
