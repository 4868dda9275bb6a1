//! How long tokens are valid, in every unit.

use cognito_identity_provider::CreateUserPoolClientRequest;
use cognito_identity_provider::validation::Policy;

use super::clients::client;
use super::operations::broken;

/// Members of a client that the service takes.
const VALID: [&str; 10] = [
    r#", "AccessTokenValidity": 24"#,
    r#", "AccessTokenValidity": 1"#,
    r#", "AccessTokenValidity": 300, "TokenValidityUnits": {"AccessToken": "seconds"}"#,
    r#", "AccessTokenValidity": 86400, "TokenValidityUnits": {"AccessToken": "seconds"}"#,
    r#", "AccessTokenValidity": 5, "TokenValidityUnits": {"AccessToken": "minutes", "IdToken": "seconds"}"#,
    r#", "AccessTokenValidity": 1, "TokenValidityUnits": {"AccessToken": "days"}"#,
    r#", "AccessTokenValidity": 9, "TokenValidityUnits": {"AccessToken": "fortnights"}"#,
    r#", "RefreshTokenValidity": 0"#,
    r#", "RefreshTokenValidity": 3650"#,
    r#", "RefreshTokenValidity": 60, "TokenValidityUnits": {"RefreshToken": "minutes"}"#,
];

/// Members with access tokens that are valid for too short or too long.
const WRONG_ACCESS_TOKENS: [&str; 5] = [
    r#", "AccessTokenValidity": 25"#,
    r#", "AccessTokenValidity": 299, "TokenValidityUnits": {"AccessToken": "seconds"}"#,
    r#", "AccessTokenValidity": 4, "TokenValidityUnits": {"AccessToken": "minutes"}"#,
    r#", "AccessTokenValidity": 2, "TokenValidityUnits": {"AccessToken": "days"}"#,
    r#", "AccessTokenValidity": 300, "TokenValidityUnits": {"IdToken": "seconds"}"#,
];

#[test]
fn tokens_are_valid_for_times_that_the_service_takes() {
    let verdict = |body: &str| -> Vec<&str> {
        broken::<CreateUserPoolClientRequest>(&client(body), &Policy::new())
            .into_iter()
            .map(|(id, _)| id)
            .collect()
    };
    let access = ["create-user-pool-client/access-token-validity"];
    for body in VALID {
        assert_eq!(verdict(body), [""; 0], "{body}");
    }
    for body in WRONG_ACCESS_TOKENS {
        assert_eq!(verdict(body), access, "{body}");
    }
    for body in [
        r#", "RefreshTokenValidity": 3651"#,
        r#", "RefreshTokenValidity": 59, "TokenValidityUnits": {"RefreshToken": "minutes"}"#,
    ] {
        assert_eq!(verdict(body), ["create-user-pool-client/refresh-token-validity"], "{body}");
    }
    let body = r#", "IdTokenValidity": 25"#;
    assert_eq!(verdict(body), ["create-user-pool-client/id-token-validity"]);
}
