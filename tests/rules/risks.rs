//! The rules of risk configurations, logs, branding, terms and derived tokens.

use cognito_identity_provider::validation::Severity::{Error, Warning};
use cognito_identity_provider::{
    CreateManagedLoginBrandingRequest, CreateTermsRequest, GetDerivedTokenRequest,
    SetLogDeliveryConfigurationRequest, SetRiskConfigurationRequest,
};

use super::operations::rule;

#[test]
fn risks_and_logs() {
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
}

#[test]
fn branding_terms_and_derived_tokens() {
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
