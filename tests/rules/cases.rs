//! Every rule of the other operations, with cases on both sides of its edge.

use cognito_identity_provider::validation::{Policy, Validate};
use cognito_identity_provider::wire::FromWire;

use super::operations::broken;

/// One entry of the file of cases.
struct Entry<'e> {
    rule: &'e str,
    severity: &'e str,
    declared: bool,
    good: Vec<String>,
    bad: Vec<String>,
}

/// Runs the cases of one shape.
fn run<T: FromWire + Validate>(entry: &Entry<'_>) {
    let policy = Policy::new().client_has_secret(entry.declared);
    for body in &entry.good {
        assert_eq!(broken::<T>(body, &policy), [], "{}: {body}", entry.rule);
    }
    for body in &entry.bad {
        let found = broken::<T>(body, &policy);
        let found: Vec<(&str, &str)> = found.iter().map(|(id, severity)| (*id, severity.as_str())).collect();
        assert_eq!(found, [(entry.rule, entry.severity)], "{body}");
    }
}

/// Defines what runs the cases of the shape of a name.
macro_rules! shapes {
    ($($wire:literal $shape:ident),* $(,)?) => {
        fn run_named(name: &str, entry: &Entry<'_>) {
            match name {
                $($wire => run::<cognito_identity_provider::$shape>(entry),)*
                other => panic!("the cases name {other}, which the test does not know"),
            }
        }
    };
}

shapes! {
    "AddCustomAttributesRequest" AddCustomAttributesRequest,
    "AdminCreateUserRequest" AdminCreateUserRequest,
    "AdminDeleteUserAttributesRequest" AdminDeleteUserAttributesRequest,
    "AdminDisableProviderForUserRequest" AdminDisableProviderForUserRequest,
    "AdminLinkProviderForUserRequest" AdminLinkProviderForUserRequest,
    "AdminSetUserMFAPreferenceRequest" AdminSetUserMfaPreferenceRequest,
    "AdminUpdateUserAttributesRequest" AdminUpdateUserAttributesRequest,
    "AssociateSoftwareTokenRequest" AssociateSoftwareTokenRequest,
    "ChangePasswordRequest" ChangePasswordRequest,
    "ConfirmDeviceRequest" ConfirmDeviceRequest,
    "ConfirmForgotPasswordRequest" ConfirmForgotPasswordRequest,
    "ConfirmSignUpRequest" ConfirmSignUpRequest,
    "CreateIdentityProviderRequest" CreateIdentityProviderRequest,
    "CreateManagedLoginBrandingRequest" CreateManagedLoginBrandingRequest,
    "CreateTermsRequest" CreateTermsRequest,
    "CreateUserPoolClientRequest" CreateUserPoolClientRequest,
    "CreateUserPoolDomainRequest" CreateUserPoolDomainRequest,
    "CreateUserPoolReplicaRequest" CreateUserPoolReplicaRequest,
    "CreateUserPoolRequest" CreateUserPoolRequest,
    "DeleteUserAttributesRequest" DeleteUserAttributesRequest,
    "ForgotPasswordRequest" ForgotPasswordRequest,
    "GetClientTokenRequest" GetClientTokenRequest,
    "GetDerivedTokenRequest" GetDerivedTokenRequest,
    "GetTokensFromRefreshTokenRequest" GetTokensFromRefreshTokenRequest,
    "ListUsersRequest" ListUsersRequest,
    "ResendConfirmationCodeRequest" ResendConfirmationCodeRequest,
    "RevokeTokenRequest" RevokeTokenRequest,
    "SetLogDeliveryConfigurationRequest" SetLogDeliveryConfigurationRequest,
    "SetRiskConfigurationRequest" SetRiskConfigurationRequest,
    "SetUserMFAPreferenceRequest" SetUserMfaPreferenceRequest,
    "SetUserPoolMfaConfigRequest" SetUserPoolMfaConfigRequest,
    "SetUserSettingsRequest" SetUserSettingsRequest,
    "SignUpRequest" SignUpRequest,
    "UpdateManagedLoginBrandingRequest" UpdateManagedLoginBrandingRequest,
    "UpdateUserAttributesRequest" UpdateUserAttributesRequest,
    "UpdateUserPoolClientRequest" UpdateUserPoolClientRequest,
    "UpdateUserPoolDomainRequest" UpdateUserPoolDomainRequest,
    "UpdateUserPoolRequest" UpdateUserPoolRequest,
    "VerifySoftwareTokenRequest" VerifySoftwareTokenRequest,
}

/// Every rule of the other operations has its cases, near its edge on both sides: no good one breaks anything, each
/// bad one breaks its own rule and no other.
#[test]
fn every_rule_has_cases_on_both_sides_of_its_edge() {
    let cases: serde_json::Value =
        serde_json::from_str(include_str!("operations.json")).expect("the cases are JSON");
    let cases = cases.as_array().expect("the cases are a list");
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned).unwrap_or_default();
    let bodies = |value: &serde_json::Value| -> Vec<String> {
        value.as_array().into_iter().flatten().map(ToString::to_string).collect()
    };
    let (mut good, mut bad) = (0, 0);
    for case in cases {
        let (rule, severity) = (text(&case["rule"]), text(&case["severity"]));
        let entry = Entry {
            rule: &rule,
            severity: &severity,
            declared: case["when"] == "client_has_secret",
            good: bodies(&case["good"]),
            bad: bodies(&case["bad"]),
        };
        (good, bad) = (good + entry.good.len(), bad + entry.bad.len());
        assert!(!entry.good.is_empty() && !entry.bad.is_empty(), "{rule}");
        run_named(&text(&case["shape"]), &entry);
    }
    assert!(cases.len() >= 119 && good >= 420 && bad >= 249, "{} {good} {bad}", cases.len());
}
