//! The rules of clients of apps.

use cognito_identity_provider::validation::{
    Policy,
    Severity::{self, Error, Warning},
};
use cognito_identity_provider::{CreateUserPoolClientRequest, UpdateUserPoolClientRequest};

use super::operations::{broken, rule};

/// A client of an app with these members more.
pub fn client(more: &str) -> String {
    format!(r#"{{"UserPoolId": "p_1", "ClientName": "c"{more}}}"#)
}

#[track_caller]
fn check(id: &'static str, severity: Severity, good: &str, bad: &str) {
    rule::<CreateUserPoolClientRequest>(id, severity, &client(good), &client(bad));
}

#[test]
fn clients_of_apps() {
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
        r#", "GenerateSecret": true, "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["client_credentials", "code"], "CallbackURLs": ["https://a.example/"]"#,
    );
    check(
        "create-user-pool-client/managed-secret-is-generated",
        Warning,
        r#", "GenerateSecret": true, "PublishSecretsInAWSSecretsManager": true"#,
        r#", "PublishSecretsInAWSSecretsManager": true"#,
    );
    check(
        "create-user-pool-client/client-credentials-need-secret",
        Warning,
        r#", "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["code"], "CallbackURLs": ["https://a.example/"]"#,
        r#", "AllowedOAuthFlowsUserPoolClient": true, "AllowedOAuthFlows": ["client_credentials"]"#,
    );
    check(
        "create-user-pool-client/oauth-is-switched-on",
        Warning,
        r#", "CallbackURLs": [], "AllowedOAuthScopes": []"#,
        r#", "AllowedOAuthScopes": ["openid"]"#,
    );
}

#[test]
fn callbacks_and_rotation_of_clients() {
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
