//! Typed answers: every one is what the validator takes, and none shows its secrets.

use cognito_identity_provider::answers::{AuthFlow, ChallengeAnswer};
use cognito_identity_provider::validation::Policy;
use cognito_identity_provider::{
    AdminInitiateAuthRequest, AdminRespondToAuthChallengeRequest, AuthFlowType, ChallengeNameType,
};

const SECRET: &str = "Tr0ub4dor";

fn secret() -> String {
    SECRET.to_owned()
}

/// The answers whose keys can be plain text.
fn answers() -> Vec<ChallengeAnswer> {
    let (username, secret_hash, device_key) = (secret(), Some(secret()), Some(secret()));
    vec![
        ChallengeAnswer::SmsMfa {
            username: username.clone(),
            sms_mfa_code: secret(),
            secret_hash: secret_hash.clone(),
            device_key: device_key.clone(),
        },
        ChallengeAnswer::EmailOtp {
            username: username.clone(),
            email_otp_code: secret(),
            secret_hash: secret_hash.clone(),
            device_key: device_key.clone(),
        },
        ChallengeAnswer::SelectMfaType {
            username: username.clone(),
            answer: secret(),
            secret_hash: secret_hash.clone(),
        },
        ChallengeAnswer::MfaSetup {
            username: username.clone(),
            secret_hash: secret_hash.clone(),
            email: Some(secret()),
        },
        ChallengeAnswer::NewPasswordRequired {
            username,
            new_password: secret(),
            secret_hash,
            user_attributes: [(secret(), secret())].into(),
        },
    ]
}

#[test]
fn what_a_typed_answer_makes_is_valid() {
    let policy = Policy::new().client_has_secret(true);
    for answer in answers() {
        let name = answer.name();
        let request = AdminRespondToAuthChallengeRequest::builder()
            .user_pool_id("us-east-1_Example")
            .client_id("3fj2l1example")
            .session("AYABeExampleSessionExample")
            .answer(answer)
            .build()
            .expect("nothing required is missing");
        assert_eq!(request.challenge_name, name);
        assert!(request.check(&policy).is_clean(), "{name}: {}", request.check(&policy));
    }
}

#[test]
fn no_answer_shows_a_secret() {
    for answer in answers() {
        let name = answer.name();
        assert!(!format!("{answer:?}").contains(SECRET), "{answer:?}");
        assert!(name != ChallengeNameType::SmsMfa || format!("{answer:?}") == "SmsMfa { .. }");
    }
    let flow = AuthFlow::UserPasswordAuth {
        username: secret(),
        password: secret(),
        secret_hash: None,
        device_key: None,
    };
    assert!(!format!("{flow:?}").contains(SECRET));
}

#[test]
fn a_typed_flow_starts_a_sign_in() {
    let flow = AuthFlow::AdminUserPasswordAuth {
        username: "ada".to_owned(),
        password: "correct horse".to_owned(),
        secret_hash: None,
        device_key: None,
    };
    let request = AdminInitiateAuthRequest::builder()
        .user_pool_id("us-east-1_Example")
        .client_id("3fj2l1example")
        .flow(flow)
        .build()
        .expect("nothing required is missing");
    assert_eq!(request.auth_flow, AuthFlowType::AdminUserPasswordAuth);
    assert!(request.check(&Policy::new()).is_clean());
}
