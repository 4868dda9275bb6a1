//! The rules of identity providers.

use cognito_identity_provider::validation::{
    Policy,
    Severity::{Error, Warning},
};
use cognito_identity_provider::{
    AdminDisableProviderForUserRequest, AdminLinkProviderForUserRequest, CreateIdentityProviderRequest,
};

use super::operations::{broken, rule};

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
