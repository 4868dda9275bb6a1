//! The rules of user pools and their domains.

use cognito_identity_provider::validation::{
    Policy,
    Severity::{Error, Warning},
};
use cognito_identity_provider::{
    AddCustomAttributesRequest, CreateUserPoolDomainRequest, CreateUserPoolRequest, UpdateUserPoolRequest,
};

use super::operations::{broken, rule};

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
}

#[test]
fn messages_and_recovery_of_pools() {
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
}

#[test]
fn sign_in_attributes_and_domains_of_pools() {
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
