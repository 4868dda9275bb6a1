//! Challenges that are due, and values with types: what the service sent is read once and for all.

use cognito_identity_provider::answers::auth_flow::UserAuth;
use cognito_identity_provider::answers::challenge_answer::{SelectChallenge, SmsMfa};
use cognito_identity_provider::answers::{AuthFlow, ChallengeAnswer, ChallengeDue};
use cognito_identity_provider::{
    AuthFlowType, ChallengeNameType, DeliveryMediumType, RespondToAuthChallengeResponse,
};

use super::map;

/// A response that asks for a challenge.
fn asks(name: &str, parameters: &[(&str, &str)]) -> RespondToAuthChallengeResponse {
    RespondToAuthChallengeResponse::builder()
        .challenge_name(ChallengeNameType::from(name))
        .set_challenge_parameters(Some(map(parameters)))
        .session("AYABeExampleSessionExample")
        .build()
}

#[test]
fn what_is_always_sent_is_there_or_named() {
    let sent =
        [("SALT", "5a17"), ("SRP_B", "b0b"), ("SECRET_BLOCK", "YmxvY2s="), ("USER_ID_FOR_SRP", "0f0f-ada")];
    let response = asks("PASSWORD_VERIFIER", &sent);
    let Ok(Some(ChallengeDue::PasswordVerifier(due))) = response.due() else { panic!("it is due") };
    assert_eq!((due.salt, due.srp_b, due.secret_block), ("5a17", "b0b", "YmxvY2s="));
    assert_eq!((due.user_id_for_srp, due.username), ("0f0f-ada", None));
    for (missing, _) in sent {
        let rest: Vec<_> = sent.into_iter().filter(|(key, _)| *key != missing).collect();
        let error = asks("PASSWORD_VERIFIER", &rest).due().expect_err("something is missing");
        assert_eq!(error.to_string(), format!("PASSWORD_VERIFIER is asked for without {missing}"));
        assert_eq!((error.case(), error.parameters()), ("PASSWORD_VERIFIER", &[missing][..]));
    }
    let nothing = RespondToAuthChallengeResponse::builder().challenge_name("WEB_AUTHN".into()).build();
    let error = nothing.due().expect_err("the options are missing");
    assert_eq!(error.parameters(), ["CREDENTIAL_REQUEST_OPTIONS"]);
}

#[test]
fn parameters_have_the_types_that_the_model_knows() {
    let response = asks("SMS_MFA", &[("CODE_DELIVERY_DELIVERY_MEDIUM", "SMS")]);
    let Ok(Some(ChallengeDue::SmsMfa(due))) = response.due() else { panic!("it is due") };
    assert_eq!(due.code_delivery_delivery_medium, Some(DeliveryMediumType::Sms));
    let factors = |text: &str| {
        let response = asks("SELECT_MFA_TYPE", &[("MFAS_CAN_CHOOSE", text)]);
        let Ok(Some(ChallengeDue::SelectMfaType(due))) = response.due() else { panic!("it is due") };
        due.mfas_can_choose
    };
    assert_eq!(
        factors(r#"["SMS_MFA","TELEPATHY"]"#),
        [ChallengeNameType::SmsMfa, ChallengeNameType::Unknown("TELEPATHY".to_owned())]
    );
    assert_eq!(factors("['SMS_MFA']"), []);
    let response = asks("NEW_PASSWORD_REQUIRED", &[("userAttributes", r#"{"email":"a@example.com","n":1}"#)]);
    let Ok(Some(ChallengeDue::NewPasswordRequired(due))) = response.due() else { panic!("it is due") };
    assert_eq!(due.user_attributes, map(&[("email", "a@example.com")]));
    assert!(due.required_attributes.is_empty());
}

#[test]
fn a_challenge_that_is_newer_than_the_model_can_be_read_and_answered() {
    let response = asks("TELEPATHY", &[("USERNAME", "ada"), ("THOUGHT", "secret")]);
    let due = response.due().expect("nothing is known to be missing").expect("it is due");
    assert!(matches!(due, ChallengeDue::Unknown(_)) && due.case().is_none());
    assert_eq!((due.name().as_str(), due.parameter("THOUGHT")), ("TELEPATHY", Some("secret")));
    assert!(!format!("{due:?}").contains("secret") && format!("{due:?}").contains("TELEPATHY"));
    let request = due.respond("client").challenge_responses("IDEA", "mine").build().expect("all is set");
    assert_eq!(request.challenge_name.as_str(), "TELEPATHY");
    assert_eq!(request.challenge_responses, Some(map(&[("IDEA", "mine"), ("USERNAME", "ada")])));
}

#[test]
fn an_answer_keeps_the_real_name_that_the_service_sent() {
    let response = asks("SMS_MFA", &[("USER_ID_FOR_SRP", "0f0f-ada"), ("USERNAME", "ada")]);
    let due = response.due().expect("nothing is missing").expect("it is due");
    let request = due.respond("client").challenge_responses("OLD", "gone");
    let request = request.answer(SmsMfa::new("ada@example.com", "123456")).build().expect("all is set");
    assert_eq!(request.session.as_deref(), Some("AYABeExampleSessionExample"));
    assert_eq!(
        request.challenge_responses,
        Some(map(&[("SMS_MFA_CODE", "123456"), ("USERNAME", "0f0f-ada")]))
    );
    let response = asks("SMS_MFA", &[]);
    let due = response.due().expect("nothing is missing").expect("it is due");
    let request = due.admin_respond("pool", "client").answer(SmsMfa::new("ada", "1")).build();
    let request = request.expect("all is set");
    assert_eq!(request.challenge_responses, Some(map(&[("SMS_MFA_CODE", "1"), ("USERNAME", "ada")])));
}

#[test]
fn values_have_types_there_and_back() {
    let flow = UserAuth::new("ada").preferred_challenge(ChallengeNameType::EmailOtp).max_age(-60);
    let keys = map(&[("MAX_AGE", "-60"), ("PREFERRED_CHALLENGE", "EMAIL_OTP"), ("USERNAME", "ada")]);
    let flow = AuthFlow::from(flow);
    assert_eq!(flow.clone().into_map(), keys);
    assert_eq!(AuthFlow::from_map(&AuthFlowType::UserAuth, &keys), Ok(Some(flow)));
    let answer = ChallengeAnswer::from(SelectChallenge::new("ada", "TELEPATHY"));
    let keys = map(&[("ANSWER", "TELEPATHY"), ("USERNAME", "ada")]);
    assert_eq!(answer.clone().into_map(), keys);
    assert_eq!(ChallengeAnswer::from_map(&ChallengeNameType::SelectChallenge, &keys), Ok(Some(answer)));
    for wrong in ["", "soon", "1.5", "+1", "1 ", "9223372036854775808"] {
        let keys = map(&[("USERNAME", "ada"), ("MAX_AGE", wrong)]);
        let error = AuthFlow::from_map(&AuthFlowType::UserAuth, &keys).expect_err("it is no number");
        assert_eq!(error.to_string(), "MAX_AGE must be an integer of 64 bits in decimal digits", "{wrong}");
        let found: Vec<String> = error.iter().map(|violation| violation.path().to_string()).collect();
        assert_eq!(found, ["/MAX_AGE"]);
    }
}
