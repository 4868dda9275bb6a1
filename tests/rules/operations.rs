//! The rules of the other operations: for each a request near the edge that passes, and one that does not.

use cognito_identity_provider::validation::{Policy, Severity, Validate, Violation};
use cognito_identity_provider::wire::{FromWire, Mode, from_json};
use cognito_identity_provider::{
    AdminCreateUserRequest, AdminSetUserMfaPreferenceRequest, AssociateSoftwareTokenRequest,
    ChangePasswordRequest, ConfirmDeviceRequest, ForgotPasswordRequest, RevokeTokenRequest,
    SetUserSettingsRequest, SignUpRequest, VerifySoftwareTokenRequest,
};

/// The ids of what a request breaks, with their severities.
pub fn broken<T: FromWire + Validate>(body: &str, policy: &Policy<'_>) -> Vec<(&'static str, Severity)> {
    let request: T = from_json(body, Mode::Strict).unwrap_or_else(|error| panic!("{body}: {error}"));
    let found = |violation: &Violation| (violation.rule_id(), violation.severity());
    request.check(policy).iter().map(found).collect()
}

/// A request that breaks nothing, and one that breaks one rule.
#[track_caller]
pub fn rule<T: FromWire + Validate>(id: &'static str, severity: Severity, good: &str, bad: &str) {
    let policy = Policy::new();
    assert_eq!(broken::<T>(good, &policy), [], "{good}");
    assert_eq!(broken::<T>(bad, &policy), [(id, severity)], "{bad}");
    let request: T = from_json(bad, Mode::Strict).expect("it was read before");
    assert_eq!(request.validate().is_err(), severity == Severity::Error, "{bad}");
}

use Severity::{Error, Warning};

#[test]
fn software_tokens() {
    rule::<VerifySoftwareTokenRequest>(
        "verify-software-token/token-or-session",
        Error,
        r#"{"UserCode": "123456", "Session": "AYABeExampleSession"}"#,
        r#"{"UserCode": "123456"}"#,
    );
    rule::<AssociateSoftwareTokenRequest>(
        "associate-software-token/token-or-session",
        Error,
        r#"{"AccessToken": "a.b.c"}"#,
        "{}",
    );
    rule::<AssociateSoftwareTokenRequest>(
        "associate-software-token/not-both",
        Warning,
        r#"{"Session": "AYABeExampleSession"}"#,
        r#"{"AccessToken": "a.b.c", "Session": "AYABeExampleSession"}"#,
    );
}

#[test]
fn secrets_of_clients() {
    let secret = Policy::new().client_has_secret(true);
    let sign_up = r#"{"ClientId": "c", "Username": "ada", "Password": ""}"#;
    assert_eq!(broken::<SignUpRequest>(sign_up, &Policy::new()), []);
    assert_eq!(broken::<SignUpRequest>(sign_up, &secret), [("sign-up/secret-hash", Error)]);
    let hashed = r#"{"ClientId": "c", "Username": "ada", "SecretHash": "aGFzaA=="}"#;
    assert_eq!(broken::<SignUpRequest>(hashed, &secret), []);
    let forgot = r#"{"ClientId": "c", "Username": "ada"}"#;
    assert_eq!(broken::<ForgotPasswordRequest>(forgot, &secret), [("forgot-password/secret-hash", Error)]);
    let revoke = r#"{"ClientId": "c", "Token": "t"}"#;
    assert_eq!(broken::<RevokeTokenRequest>(revoke, &Policy::new()), []);
    assert_eq!(broken::<RevokeTokenRequest>(revoke, &secret), [("revoke-token/client-secret", Error)]);
    let request: RevokeTokenRequest = from_json(revoke, Mode::Strict).expect("it is whole");
    let violations = request.validate_with(&secret).expect_err("the secret is missing");
    assert_eq!(violations.first().path().to_string(), "/ClientSecret");
    assert_eq!(violations.first().field(), Some("client_secret"));
}

#[test]
fn factors_of_users() {
    rule::<AdminSetUserMfaPreferenceRequest>(
        "admin-set-user-mfa-preference/one-preferred",
        Warning,
        r#"{"UserPoolId": "p_1", "Username": "ada", "SMSMfaSettings": {"Enabled": true, "PreferredMfa": true},
            "SoftwareTokenMfaSettings": {"Enabled": true, "PreferredMfa": false}}"#,
        r#"{"UserPoolId": "p_1", "Username": "ada", "SMSMfaSettings": {"Enabled": true, "PreferredMfa": true},
            "SoftwareTokenMfaSettings": {"Enabled": true, "PreferredMfa": true}}"#,
    );
    rule::<AdminSetUserMfaPreferenceRequest>(
        "mfa-settings/email/preferred-is-enabled",
        Warning,
        r#"{"UserPoolId": "p_1", "Username": "ada", "EmailMfaSettings": {"PreferredMfa": false}}"#,
        r#"{"UserPoolId": "p_1", "Username": "ada", "EmailMfaSettings": {"PreferredMfa": true}}"#,
    );
    rule::<SetUserSettingsRequest>(
        "mfa-option/message-by-sms",
        Warning,
        r#"{"AccessToken": "a.b.c", "MFAOptions": [{"DeliveryMedium": "SMS", "AttributeName": "phone_number"}, {}]}"#,
        r#"{"AccessToken": "a.b.c", "MFAOptions": [{"DeliveryMedium": "EMAIL"}]}"#,
    );
    rule::<ChangePasswordRequest>(
        "change-password/previous-password",
        Warning,
        r#"{"AccessToken": "a.b.c", "ProposedPassword": "p", "PreviousPassword": "q"}"#,
        r#"{"AccessToken": "a.b.c", "ProposedPassword": "p"}"#,
    );
    rule::<ConfirmDeviceRequest>(
        "device-secret-verifier/whole",
        Warning,
        r#"{"AccessToken": "a.b.c", "DeviceKey": "k", "DeviceSecretVerifierConfig": {"PasswordVerifier": "v", "Salt": "s"}}"#,
        r#"{"AccessToken": "a.b.c", "DeviceKey": "k", "DeviceSecretVerifierConfig": {"PasswordVerifier": "v"}}"#,
    );
}

#[test]
fn users_that_administrators_create() {
    rule::<AdminCreateUserRequest>(
        "admin-create-user/email-for-delivery",
        Warning,
        r#"{"UserPoolId": "p_1", "Username": "ada", "DesiredDeliveryMediums": ["EMAIL"],
            "UserAttributes": [{"Name": "email", "Value": "a@example.com"}]}"#,
        r#"{"UserPoolId": "p_1", "Username": "ada", "UserAttributes": [{"Name": "email_verified", "Value": "true"}]}"#,
    );
    rule::<AdminCreateUserRequest>(
        "admin-create-user/phone-for-delivery",
        Warning,
        r#"{"UserPoolId": "p_1", "Username": "ada", "DesiredDeliveryMediums": ["SMS"], "MessageAction": "RESEND"}"#,
        r#"{"UserPoolId": "p_1", "Username": "ada", "DesiredDeliveryMediums": ["SMS"]}"#,
    );
    rule::<AdminCreateUserRequest>(
        "admin-create-user/custom-attributes-have-prefix",
        Warning,
        r#"{"UserPoolId": "p_1", "Username": "ada",
            "UserAttributes": [{"Name": "custom:shoe", "Value": "39"}, {"Name": "given_name"}, {"Name": "dev:custom:x"}]}"#,
        r#"{"UserPoolId": "p_1", "Username": "ada", "UserAttributes": [{"Name": "shoe", "Value": "39"}]}"#,
    );
}
