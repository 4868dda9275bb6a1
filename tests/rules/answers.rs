//! Typed answers: every one is what the validator takes, and none shows its secrets.

use cognito_identity_provider::answers::auth_flow::{AdminUserPasswordAuth, UserPasswordAuth};
use cognito_identity_provider::answers::challenge_answer::{
    EmailOtp, MfaSetup, NewPasswordRequired, SelectMfaType, SmsMfa,
};
use cognito_identity_provider::answers::{AuthFlow, ChallengeAnswer};
use cognito_identity_provider::validation::Policy;
use cognito_identity_provider::{
    AdminInitiateAuthRequest, AdminRespondToAuthChallengeRequest, AuthFlowType, ChallengeNameType,
};

/// A secret that is Base64, as secret hashes are.
const SECRET: &str = "Tr0ub4dor3==";

/// The answers whose keys can be plain text.
fn answers() -> Vec<ChallengeAnswer> {
    vec![
        SmsMfa::new(SECRET, SECRET).secret_hash(SECRET).device_key(SECRET).into(),
        EmailOtp::new(SECRET, SECRET).secret_hash(SECRET).device_key(SECRET).into(),
        SelectMfaType::new(SECRET, SECRET).secret_hash(SECRET).into(),
        MfaSetup::new(SECRET).secret_hash(SECRET).email(SECRET).into(),
        NewPasswordRequired::new(SECRET, SECRET).secret_hash(SECRET).user_attributes(SECRET, SECRET).into(),
    ]
}

#[test]
fn what_is_known_of_a_case_can_be_printed() {
    let case = cognito_identity_provider::answers::challenge_responses::case(&ChallengeNameType::SmsMfa);
    let shown = format!("{:?}", case.expect("the case is known"));
    assert!(shown.contains("SMS_MFA_CODE") && shown.len() < 500, "{shown}");
}

/// The secret hash that the documentation shows is one.
#[test]
fn the_secret_hash_of_the_examples_is_right() {
    use hmac::{Hmac, KeyInit, Mac};
    let mut mac =
        Hmac::<sha2::Sha256>::new_from_slice(b"1exampleclientsecret").expect("a key may have any length");
    mac.update(b"alice1example23456789");
    let hash = cognito_identity_provider::smithy::Blob::new(mac.finalize().into_bytes().to_vec()).to_base64();
    let docs = include_str!("../../models/cognito-identity-provider.docs.json");
    let shown = docs.matches(&format!("\"SECRET_HASH\": \"{hash}\"")).count();
    let quoted = docs.matches(&format!("\\\"SECRET_HASH\\\": \\\"{hash}\\\"")).count();
    let all = docs.matches("SECRET_HASH\": \"").count() + docs.matches("SECRET_HASH\\\": \\\"").count();
    assert_eq!((shown, quoted, all), (2, 2, 4));
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
        assert!(name != ChallengeNameType::SmsMfa || format!("{answer:?}") == "SmsMfa(SmsMfa { .. })");
    }
    let flow = AuthFlow::from(UserPasswordAuth::new(SECRET, SECRET));
    assert!(!format!("{flow:?}").contains(SECRET));
}

#[test]
fn a_typed_flow_starts_a_sign_in() {
    let request = AdminInitiateAuthRequest::builder()
        .user_pool_id("us-east-1_Example")
        .client_id("3fj2l1example")
        .flow(AdminUserPasswordAuth::new("ada", "correct horse"))
        .build()
        .expect("nothing required is missing");
    assert_eq!(request.auth_flow, AuthFlowType::AdminUserPasswordAuth);
    assert!(request.check(&Policy::new()).is_clean());
}

#[test]
fn a_server_reads_a_typed_answer_out_of_a_map() {
    for answer in answers() {
        let (name, map) = (answer.name(), answer.clone().into_map());
        assert_eq!(ChallengeAnswer::from_map(&name, &map), Ok(Some(answer)));
    }
    let missing = ChallengeAnswer::from_map(&ChallengeNameType::SmsMfa, &Default::default());
    let missing = missing.expect_err("two keys are missing");
    let keys: Vec<String> = missing.iter().map(ToString::to_string).collect();
    assert_eq!(keys, ["Missing required parameter USERNAME", "Missing required parameter SMS_MFA_CODE"]);
    assert_eq!(ChallengeAnswer::from_map(&"NEWER".into(), &Default::default()), Ok(None));
}
