//! Values and keys that are almost right, and values of the wrong form, with the message that names what is meant.

use cognito_identity_provider::validation::Policy;
use cognito_identity_provider::{AuthFlowType, ChallengeNameType, InitiateAuthRequest};

use super::mistakes::answer;
use super::{errors, map, warnings};

/// A first step of `USER_AUTH` with these keys beside the name.
fn choice(keys: &[(&str, &str)]) -> InitiateAuthRequest {
    let mut parameters = map(keys);
    parameters.insert("USERNAME".to_owned(), "ada".to_owned());
    InitiateAuthRequest::builder()
        .client_id("3fj2l1example")
        .auth_flow(AuthFlowType::UserAuth)
        .set_auth_parameters(Some(parameters))
        .build()
        .expect("nothing required is missing")
}

#[test]
fn a_value_is_almost_one_of_those_that_are_known() {
    let preferred = |value| warnings(&choice(&[("PREFERRED_CHALLENGE", value)]), &Policy::new());
    for (sent, meant) in [("EMAIL-OTP", "EMAIL_OTP"), ("web authn", "WEB_AUTHN"), ("SMS_OPT", "SMS_OTP")] {
        assert_eq!(preferred(sent), [format!("The value of PREFERRED_CHALLENGE is almost `{meant}`")]);
    }
    for right in ["EMAIL_OTP", "SMS_OTP", "WEB_AUTHN", "FACE_TO_FACE"] {
        assert_eq!(preferred(right), [""; 0], "{right}");
    }
    for name in [ChallengeNameType::SelectChallenge, ChallengeNameType::SelectMfaType] {
        let chosen = |value| {
            warnings(&answer(name.clone(), &[("USERNAME", "ada"), ("ANSWER", value)]), &Policy::new())
        };
        assert_eq!(chosen("EMAIL OTP"), ["The value of ANSWER is almost `EMAIL_OTP`"]);
        assert_eq!(chosen("EMAIL_OTP"), [""; 0]);
        assert_eq!(chosen("EMAIL_MFA"), [""; 0]);
    }
    // What a Lambda trigger asks for may be anything.
    let custom = answer(ChallengeNameType::CustomChallenge, &[("USERNAME", "ada"), ("ANSWER", "EMAIL OTP")]);
    assert!(custom.check(&Policy::new()).is_clean());
}

#[test]
fn a_key_is_one_letter_off() {
    for key in ["PASWORD", "PASSWORDD", "PASSWROD", "PASSVORD", "pasword"] {
        let request = choice(&[("PREFERRED_CHALLENGE", "PASSWORD"), (key, "secret")]);
        let found = warnings(&request, &Policy::new());
        assert_eq!(found.last().map(String::as_str), Some("A key is almost `PASSWORD`"), "{key}");
        assert_eq!(errors(&request, &Policy::new()), [""; 0], "{key}");
    }
    assert!(
        choice(&[("PREFERRED_CHALLENGE", "PASSWORD"), ("PASSWORD", "secret")])
            .check(&Policy::new())
            .is_clean()
    );
    assert!(choice(&[("PASSPHRASE", "secret")]).check(&Policy::new()).is_clean());
    let request = answer(ChallengeNameType::SmsMfa, &[("USERNAM", "ada"), ("SMS_MFA_CODE", "1")]);
    assert_eq!(
        errors(&request, &Policy::new()),
        ["Missing required parameter USERNAME (a key is almost `USERNAME`)"]
    );
    let new = [("USERNAME", "ada"), ("NEW_PASSWORD", "secret"), ("UserAttributes.name", "Ada")];
    let request = answer(ChallengeNameType::NewPasswordRequired, &new);
    assert_eq!(warnings(&request, &Policy::new()), ["Keys are case-sensitive: `userAttributes.`"]);
}

#[test]
fn a_secret_hash_or_another_value_has_the_wrong_form() {
    let hash = "aGFzaCBvZiB0aGUgdXNlciBuYW1lIGFuZCBzZWNyZXQ=";
    let sent = |hash| warnings(&choice(&[("SECRET_HASH", hash)]), &Policy::new().client_has_secret(true));
    for wrong in ["not base64", &hash[1..], "aGFzaC-vZiB0aGUgdXNlciBuYW1lIGFuZCBzZWNyZXQ="] {
        assert_eq!(sent(wrong), ["SECRET_HASH must be base64 with padding"]);
    }
    assert_eq!(sent(hash), [""; 0]);
    let found = warnings(&choice(&[("MAX_AGE", "soon"), ("SRP_A", "0xff")]), &Policy::new());
    assert_eq!(found, ["SRP_A must be hexadecimal digits", "MAX_AGE must be an integer in decimal digits"]);
}

#[test]
fn a_client_that_rotates_its_tokens_refreshes_them_the_older_way() {
    let rotates = Policy::new().client_rotates_refresh_tokens(true);
    for flow in [AuthFlowType::RefreshTokenAuth, AuthFlowType::RefreshToken, AuthFlowType::UserSrpAuth] {
        let keys = map(&[("REFRESH_TOKEN", "token"), ("USERNAME", "ada"), ("SRP_A", "0f")]);
        let request = InitiateAuthRequest::builder()
            .client_id("3fj2l1example")
            .auth_flow(flow.clone())
            .set_auth_parameters(Some(keys))
            .build()
            .expect("nothing required is missing");
        assert_eq!(errors(&request, &Policy::new()), [""; 0]);
        assert_eq!(
            errors(&request, &rotates).len(),
            usize::from(flow != AuthFlowType::UserSrpAuth),
            "{flow:?}"
        );
    }
}
