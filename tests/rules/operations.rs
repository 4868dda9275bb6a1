//! The rules of the other operations: for each a request near the edge that passes, and one that does not.

use cognito_identity_provider::validation::{Policy, Severity, Validate, Violation};
use cognito_identity_provider::wire::{FromWire, Mode, from_json};
use cognito_identity_provider::{
    AddCustomAttributesRequest, AdminCreateUserRequest, AdminDisableProviderForUserRequest,
    AdminLinkProviderForUserRequest, AdminSetUserMfaPreferenceRequest, AssociateSoftwareTokenRequest,
    ChangePasswordRequest, ConfirmDeviceRequest, CreateIdentityProviderRequest,
    CreateManagedLoginBrandingRequest, CreateTermsRequest, CreateUserPoolClientRequest,
    CreateUserPoolDomainRequest, CreateUserPoolRequest, ForgotPasswordRequest, GetDerivedTokenRequest,
    RevokeTokenRequest, SetLogDeliveryConfigurationRequest, SetRiskConfigurationRequest,
    SetUserSettingsRequest, SignUpRequest, UpdateUserPoolClientRequest, UpdateUserPoolRequest,
    VerifySoftwareTokenRequest,
};

/// The ids of what a request breaks, with their severities.
pub fn broken<T: FromWire + Validate>(body: &str, policy: &Policy<'_>) -> Vec<(&'static str, Severity)> {
    let request: T = from_json(body, Mode::Strict).unwrap_or_else(|error| panic!("{body}: {error}"));
    let found = |violation: &Violation| (violation.rule_id(), violation.severity());
    request.check(policy).iter().map(found).collect()
}

/// A request that breaks nothing, and one that breaks one rule.
#[track_caller]
fn rule<T: FromWire + Validate>(id: &'static str, severity: Severity, good: &str, bad: &str) {
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

#[test]
fn pools() {
    rule::<CreateUserPoolRequest>(
        "create-user-pool/mfa-needs-sms",
        Error,
        r#"{"PoolName": "p", "MfaConfiguration": "OFF"}"#,
        r#"{"PoolName": "p", "MfaConfiguration": "OPTIONAL"}"#,
    );
    let update = r#"{"UserPoolId": "p_1", "MfaConfiguration": "ON"}"#;
    assert_eq!(broken::<UpdateUserPoolRequest>(update, &Policy::new()), []);
    rule::<CreateUserPoolRequest>(
        "create-user-pool/alias-or-username-attributes",
        Warning,
        r#"{"PoolName": "p", "AliasAttributes": ["email"]}"#,
        r#"{"PoolName": "p", "AliasAttributes": ["email"], "UsernameAttributes": ["email"]}"#,
    );
    rule::<UpdateUserPoolRequest>(
        "verification-message-template/one-body",
        Error,
        r#"{"UserPoolId": "p_1", "VerificationMessageTemplate":
            {"EmailMessage": "{####}", "EmailMessageByLink": "{##here##}"}}"#,
        r#"{"UserPoolId": "p_1", "VerificationMessageTemplate": {"DefaultEmailOption": "CONFIRM_WITH_LINK",
            "EmailMessage": "{####}", "EmailMessageByLink": "{##here##}"}}"#,
    );
    rule::<UpdateUserPoolRequest>(
        "sms-configuration/sender-is-named",
        Error,
        r#"{"UserPoolId": "p_1", "SmsConfiguration": {"SnsCallerArn": "arn:aws:iam::1:role/r"}}"#,
        r#"{"UserPoolId": "p_1", "SmsConfiguration": {"ExternalId": "x"}}"#,
    );
    rule::<UpdateUserPoolRequest>(
        "email-configuration/developer-needs-source-arn",
        Warning,
        r#"{"UserPoolId": "p_1", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER", "SourceArn": "arn:aws:ses:e:1:i/x"}}"#,
        r#"{"UserPoolId": "p_1", "EmailConfiguration": {"EmailSendingAccount": "DEVELOPER"}}"#,
    );
    rule::<UpdateUserPoolRequest>(
        "lambda-config/pre-token-generation-agrees",
        Error,
        r#"{"UserPoolId": "p_1", "LambdaConfig": {"PreTokenGeneration": "arn:a",
            "PreTokenGenerationConfig": {"LambdaVersion": "V2_0", "LambdaArn": "arn:a"}}}"#,
        r#"{"UserPoolId": "p_1", "LambdaConfig": {"PreTokenGeneration": "arn:a",
            "PreTokenGenerationConfig": {"LambdaVersion": "V2_0", "LambdaArn": "arn:b"}}}"#,
    );
    rule::<UpdateUserPoolRequest>(
        "account-recovery/admin-only-alone",
        Warning,
        r#"{"UserPoolId": "p_1", "AccountRecoverySetting": {"RecoveryMechanisms": [{"Priority": 1, "Name": "admin_only"}]}}"#,
        r#"{"UserPoolId": "p_1", "AccountRecoverySetting": {"RecoveryMechanisms":
            [{"Priority": 1, "Name": "admin_only"}, {"Priority": 2, "Name": "verified_email"}]}}"#,
    );
    rule::<UpdateUserPoolRequest>(
        "sign-in-policy/no-software-token",
        Error,
        r#"{"UserPoolId": "p_1", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "WEB_AUTHN"]}}}"#,
        r#"{"UserPoolId": "p_1", "Policies": {"SignInPolicy": {"AllowedFirstAuthFactors": ["PASSWORD", "SOFTWARE_TOKEN"]}}}"#,
    );
    rule::<UpdateUserPoolRequest>(
        "acr-configuration/distinct-values",
        Error,
        r#"{"UserPoolId": "p_1", "AcrConfiguration": {"Level1": {"AcrValue": "a"}, "Level3": {"AcrValue": "b"}}}"#,
        r#"{"UserPoolId": "p_1", "AcrConfiguration": {"Level1": {"AcrValue": "a"}, "Level3": {"AcrValue": "a"}}}"#,
    );
    rule::<AddCustomAttributesRequest>(
        "add-custom-attributes/never-required",
        Error,
        r#"{"UserPoolId": "p_1", "CustomAttributes": [{"Name": "shoe", "AttributeDataType": "Number", "Required": false}]}"#,
        r#"{"UserPoolId": "p_1", "CustomAttributes": [{"Name": "shoe", "AttributeDataType": "Number", "Required": true}]}"#,
    );
    rule::<CreateUserPoolDomainRequest>(
        "create-user-pool-domain/known-login-version",
        Warning,
        r#"{"UserPoolId": "p_1", "Domain": "d", "ManagedLoginVersion": 2}"#,
        r#"{"UserPoolId": "p_1", "Domain": "d", "ManagedLoginVersion": 3}"#,
    );
}

/// A client of an app with these members more.
pub fn client(more: &str) -> String {
    format!(r#"{{"UserPoolId": "p_1", "ClientName": "c"{more}}}"#)
}

#[test]
fn clients_of_apps() {
    let check = |id, severity, good: &str, bad: &str| {
        rule::<CreateUserPoolClientRequest>(id, severity, &client(good), &client(bad));
    };
    check(
        "create-user-pool-client/one-secret",
        Error,
        r#", "GenerateSecret": false, "ClientSecret": "s""#,
        r#", "GenerateSecret": true, "ClientSecret": "s""#,
    );
    check(
        "create-user-pool-client/no-mixed-flows",
        Error,
        r#", "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]"#,
        r#", "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "USER_PASSWORD_AUTH"]"#,
    );
    check(
        "create-user-pool-client/client-credentials-alone",
        Error,
        r#", "GenerateSecret": true, "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["client_credentials"]"#,
        r#", "GenerateSecret": true, "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["client_credentials", "code"]"#,
    );
    check(
        "create-user-pool-client/client-credentials-need-secret",
        Warning,
        r#", "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["code"]"#,
        r#", "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["client_credentials"]"#,
    );
    check(
        "create-user-pool-client/oauth-is-switched-on",
        Warning,
        r#", "CallbackURLs": [], "AllowedOAuthScopes": []"#,
        r#", "AllowedOAuthScopes": ["openid"]"#,
    );
    let on = r#", "AllowedOAuthFlowsUserPoolClient": true"#;
    check(
        "create-user-pool-client/default-redirect-is-a-callback",
        Error,
        &format!(
            r#"{on}, "CallbackURLs": ["https://a.example/"], "DefaultRedirectURI": "https://a.example/""#
        ),
        r#", "DefaultRedirectURI": "https://a.example/""#,
    );
    let update = r#"{"UserPoolId": "p_1", "ClientId": "c", "DefaultRedirectURI": "https://a.example/"}"#;
    assert_eq!(broken::<UpdateUserPoolClientRequest>(update, &Policy::new()), []);
    check(
        "callback-urls/no-fragment",
        Error,
        &format!(r#"{on}, "CallbackURLs": ["https://a.example/?x=1", "myapp://callback"]"#),
        &format!(r#"{on}, "CallbackURLs": ["https://a.example/#x"]"#),
    );
    check(
        "callback-urls/secure",
        Warning,
        &format!(
            r#"{on}, "CallbackURLs": ["http://localhost:3000/", "http://127.0.0.1/", "http://[::1]/x"]"#
        ),
        &format!(r#"{on}, "CallbackURLs": ["http://a.example/"]"#),
    );
    check(
        "create-user-pool-client/rotation-or-refresh",
        Warning,
        r#", "RefreshTokenRotation": {"Feature": "ENABLED"}, "ExplicitAuthFlows": ["ALLOW_USER_AUTH"]"#,
        r#", "RefreshTokenRotation": {"Feature": "ENABLED"}, "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"]"#,
    );
}

#[test]
fn providers_of_identities() {
    let provider = |kind: &str, details: &str, more: &str| {
        let body = format!(
            r#"{{"UserPoolId": "p_1", "ProviderName": "n", "ProviderType": "{kind}", "ProviderDetails": {details}{more}}}"#
        );
        let found = broken::<CreateIdentityProviderRequest>(&body, &Policy::new());
        let errors = found.into_iter().filter(|(_, severity)| *severity == Error);
        errors.map(|(id, _)| id).collect::<Vec<_>>()
    };
    assert_eq!(provider("Google", r#"{"client_id": "c"}"#, ""), [""; 0]);
    assert_eq!(provider("Google", r#"{"client_secret": "c"}"#, ""), ["provider-details/Google/client_id"]);
    assert_eq!(provider("SAML", r#"{"MetadataFile": "<x/>"}"#, ""), [""; 0]);
    assert_eq!(provider("SAML", r#"{"MetadataURL": "https://x"}"#, ""), [""; 0]);
    assert_eq!(provider("SAML", "{}", ""), ["provider-details/SAML/MetadataURL"]);
    assert_eq!(provider("Carrier", "{}", ""), [""; 0]);
    let mapping = r#", "AcrMapping": {"Level1": "a"}"#;
    assert_eq!(provider("OIDC", r#"{"client_id": "c"}"#, mapping), [""; 0]);
    assert_eq!(
        provider("Google", r#"{"client_id": "c"}"#, mapping),
        ["create-identity-provider/acr-mapping-is-for-oidc"]
    );
    let link = |name: &str, attribute: &str| {
        let user = format!(r#"{{"ProviderName": "{name}", "ProviderAttributeName": "{attribute}"}}"#);
        format!(r#"{{"UserPoolId": "p_1", "DestinationUser": {{}}, "SourceUser": {user}}}"#)
    };
    rule::<AdminLinkProviderForUserRequest>(
        "admin-link-provider-for-user/social-users-by-subject",
        Error,
        &link("my-oidc", "email"),
        &link("Facebook", "email"),
    );
    rule::<AdminDisableProviderForUserRequest>(
        "admin-disable-provider-for-user/users-by-subject",
        Warning,
        r#"{"UserPoolId": "p_1", "User": {"ProviderName": "Google", "ProviderAttributeName": "Cognito_Subject"}}"#,
        r#"{"UserPoolId": "p_1", "User": {"ProviderName": "Google"}}"#,
    );
}

#[test]
fn risks_logs_branding_terms_and_derived_tokens() {
    let risk = |more: &str| {
        format!(
            r#"{{"UserPoolId": "p_1", "ClientId": "c", "AccountTakeoverRiskConfiguration":
                {{"Actions": {{"HighAction": {{"Notify": true, "EventAction": "BLOCK"}}}}{more}}}}}"#
        )
    };
    rule::<SetRiskConfigurationRequest>(
        "risk-configuration/notify-needs-configuration",
        Warning,
        &risk(r#", "NotifyConfiguration": {"SourceArn": "arn:a"}"#),
        &risk(""),
    );
    let logs = |log: &str| format!(r#"{{"UserPoolId": "p_1", "LogConfigurations": [{log}]}}"#);
    rule::<SetLogDeliveryConfigurationRequest>(
        "log-configuration/authentication-events",
        Warning,
        &logs(
            r#"{"LogLevel": "INFO", "EventSource": "userAuthEvents", "S3Configuration": {"BucketArn": "arn:a"}}"#,
        ),
        &logs(r#"{"LogLevel": "INFO", "EventSource": "userAuthEvents"}"#),
    );
    rule::<SetLogDeliveryConfigurationRequest>(
        "log-configuration/notifications",
        Warning,
        &logs(
            r#"{"LogLevel": "ERROR", "EventSource": "userNotification", "CloudWatchLogsConfiguration": {"LogGroupArn": "arn:a"}}"#,
        ),
        &logs(
            r#"{"LogLevel": "INFO", "EventSource": "userNotification", "CloudWatchLogsConfiguration": {"LogGroupArn": "arn:a"}}"#,
        ),
    );
    rule::<CreateManagedLoginBrandingRequest>(
        "create-managed-login-branding/provided-values-stand-alone",
        Error,
        r#"{"UserPoolId": "p_1", "ClientId": "c", "Settings": {"a": 1}, "UseCognitoProvidedValues": false}"#,
        r#"{"UserPoolId": "p_1", "ClientId": "c", "Settings": {"a": 1}, "UseCognitoProvidedValues": true}"#,
    );
    let terms = |name: &str| {
        format!(
            r#"{{"UserPoolId": "p_1", "ClientId": "c", "TermsName": "{name}", "TermsSource": "LINK", "Enforcement": "NONE"}}"#
        )
    };
    rule::<CreateTermsRequest>("create-terms/known-terms", Error, &terms("terms-of-use"), &terms("cookies"));
    rule::<GetDerivedTokenRequest>(
        "get-derived-token/actor-token-has-type",
        Error,
        r#"{"ClientId": "c", "SubjectToken": "t", "SubjectTokenType": "ACCESS_TOKEN", "ActorToken": "t", "ActorTokenType": "ID_TOKEN"}"#,
        r#"{"ClientId": "c", "SubjectToken": "t", "SubjectTokenType": "ACCESS_TOKEN", "ActorToken": "t"}"#,
    );
    rule::<GetDerivedTokenRequest>(
        "get-derived-token/audiences-or-resources",
        Error,
        r#"{"ClientId": "c", "SubjectToken": "t", "SubjectTokenType": "ACCESS_TOKEN", "Audiences": ["a"]}"#,
        r#"{"ClientId": "c", "SubjectToken": "t", "SubjectTokenType": "ACCESS_TOKEN", "Audiences": ["a"], "Resources": ["r"]}"#,
    );
}
