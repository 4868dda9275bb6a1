//! The mistakes that people make with Cognito, written as their code would be, with the message they would have needed.

use cognito_identity_provider::answers::challenge_answer::{NewPasswordRequired, SmsMfa, SoftwareTokenMfa};
use cognito_identity_provider::answers::{ChallengeAnswer, ChallengeDue, challenge_responses};
use cognito_identity_provider::smithy::Timestamp;
use cognito_identity_provider::validation::{Policy, Validate};
use cognito_identity_provider::{
    AdminRespondToAuthChallengeRequest, AuthFlowType, ChallengeNameType, InitiateAuthRequest,
    RespondToAuthChallengeRequest, RespondToAuthChallengeResponse,
};

use super::{errors, map, warnings};

/// An answer with these keys and a session.
pub fn answer(name: ChallengeNameType, keys: &[(&str, &str)]) -> RespondToAuthChallengeRequest {
    RespondToAuthChallengeRequest::builder()
        .client_id("3fj2l1example")
        .challenge_name(name)
        .session("AYABeExampleSessionExample")
        .set_challenge_responses(Some(map(keys)))
        .build()
        .expect("nothing required is missing")
}

#[test]
fn mistake_1_the_secret_hash_is_forgotten_on_the_second_call() {
    let policy = Policy::new().client_has_secret(true);
    let request = answer(ChallengeNameType::SmsMfa, &[("USERNAME", "ada"), ("SMS_MFA_CODE", "123456")]);
    assert_eq!(
        errors(&request, &policy),
        ["Client X is configured with secret but SECRET_HASH was not received"]
    );
    let refresh = InitiateAuthRequest::builder()
        .client_id("3fj2l1example")
        .auth_flow(AuthFlowType::RefreshTokenAuth)
        .auth_parameters("REFRESH_TOKEN", "token")
        .build()
        .expect("nothing required is missing");
    assert_eq!(
        errors(&refresh, &policy),
        ["Client X is configured with secret but SECRET_HASH was not received"]
    );
    assert_eq!(errors(&refresh, &Policy::new()), [""; 0]);
}

#[test]
fn mistake_2_the_alias_is_sent_in_place_of_the_name_that_the_service_named() {
    let request =
        answer(ChallengeNameType::SmsMfa, &[("USERNAME", "ada@example.com"), ("SMS_MFA_CODE", "1")]);
    let parameters = map(&[("USER_ID_FOR_SRP", "0f0f-ada")]);
    let policy = Policy::new().challenge_parameters(&parameters);
    assert_eq!(
        warnings(&request, &policy),
        ["USERNAME must be the value that the service sent as `USER_ID_FOR_SRP`"]
    );
    assert_eq!(errors(&request, &policy), [""; 0]);
    let right = answer(ChallengeNameType::SmsMfa, &[("USERNAME", "0f0f-ada"), ("SMS_MFA_CODE", "1")]);
    assert!(right.check(&policy).is_clean());
}

#[test]
fn mistake_3_keys_are_missing_and_the_server_names_one_at_a_time() {
    let request = answer(ChallengeNameType::PasswordVerifier, &[("USERNAME", "ada")]);
    let violations = request.validate().expect_err("three keys are missing");
    assert_eq!(
        violations.to_string(),
        "Missing required parameter PASSWORD_CLAIM_SIGNATURE\n\
         Missing required parameter PASSWORD_CLAIM_SECRET_BLOCK\n\
         Missing required parameter TIMESTAMP"
    );
    // Nobody has to type a key.
    assert_eq!(challenge_responses::PASSWORD_CLAIM_SIGNATURE, "PASSWORD_CLAIM_SIGNATURE");
}

#[test]
fn mistake_4_the_code_goes_under_the_key_of_another_challenge() {
    let request =
        answer(ChallengeNameType::SoftwareTokenMfa, &[("USERNAME", "ada"), ("SMS_MFA_CODE", "123456")]);
    assert_eq!(
        errors(&request, &Policy::new()),
        [
            "Missing required parameter SOFTWARE_TOKEN_MFA_CODE (`SMS_MFA_CODE` is there, which is the key of SMS_MFA)"
        ]
    );
    let request = answer(ChallengeNameType::EmailOtp, &[("UserName", "ada"), ("EMAIL_OTP_CODE", "1")]);
    assert_eq!(
        errors(&request, &Policy::new()),
        ["Missing required parameter USERNAME (keys are case-sensitive: `USERNAME`)"]
    );
    // The typed answer cannot go wrong in this way.
    let answer = ChallengeAnswer::from(SoftwareTokenMfa::new("ada", "123456"));
    assert_eq!(answer.into_map(), map(&[("SOFTWARE_TOKEN_MFA_CODE", "123456"), ("USERNAME", "ada")]));
}

#[test]
fn mistake_5_attributes_are_echoed_back_instead_of_set() {
    let echoed = [
        ("USERNAME", "ada"),
        ("NEW_PASSWORD", "correct horse"),
        ("requiredAttributes", "[\"userAttributes.name\"]"),
        ("userAttributes", "{}"),
    ];
    let request = answer(ChallengeNameType::NewPasswordRequired, &echoed);
    assert_eq!(
        warnings(&request, &Policy::new()),
        [
            "`requiredAttributes` is what the service sends; the answer sets each of the keys that it lists, such as \
             `userAttributes.name`.",
            "Attributes go one by one, under keys such as `userAttributes.name`.",
        ]
    );
    // What the service asked for is missed as it stands, without a second prefix.
    let parameters = map(&[("requiredAttributes", "[\"userAttributes.name\",\"userAttributes.email\"]")]);
    let policy = Policy::new().challenge_parameters(&parameters);
    let half =
        [("USERNAME", "ada"), ("NEW_PASSWORD", "correct horse"), ("userAttributes.email", "a@example.com")];
    let request = answer(ChallengeNameType::NewPasswordRequired, &half);
    assert_eq!(warnings(&request, &policy), ["Missing required parameter userAttributes.name"]);
    assert_eq!(errors(&request, &policy), [""; 0]);
    let answer = NewPasswordRequired::new("ada", "correct horse")
        .user_attributes("name", "Ada")
        .user_attributes("userAttributes.email", "a@example.com");
    let keys: Vec<String> = ChallengeAnswer::from(answer).into_map().into_keys().collect();
    assert_eq!(keys, ["NEW_PASSWORD", "USERNAME", "userAttributes.email", "userAttributes.name"]);
}

#[test]
fn mistake_6_the_session_is_left_out() {
    let mut request = answer(ChallengeNameType::MfaSetup, &[("USERNAME", "ada")]);
    request.session = None;
    assert_eq!(errors(&request, &Policy::new()), ["Missing required parameter Session"]);
    let rule = request.check(&Policy::new()).errors().next().and_then(|violation| violation.rule());
    let sentence = rule.expect("a rule says so").documentation;
    assert!(sentence.contains("`VerifySoftwareToken`"), "{sentence}");
}

#[test]
fn mistake_7_the_timestamp_is_written_by_another_locale() {
    let verify = |timestamp: &str| {
        let keys = [
            ("USERNAME", "ada"),
            ("PASSWORD_CLAIM_SIGNATURE", "c2ln"),
            ("PASSWORD_CLAIM_SECRET_BLOCK", "YmxvY2s="),
            ("TIMESTAMP", timestamp),
        ];
        warnings(&answer(ChallengeNameType::PasswordVerifier, &keys), &Policy::new())
    };
    let wrong = [
        "Sat Apr 05 12:00:00 UTC 2025",
        "Sat Apr 5 24:03:00 UTC 2025",
        "Sat Apr 5 12:00:00 +05:30 2025",
        "lør apr. 5 12:00:00 UTC 2025",
        "Mon Apr 5 12:00:00 UTC 2025",
        "Sat Apr 31 12:00:00 UTC 2025",
        "Sat Apr 5 12:00:00 UTC 2025 ",
        "2025-04-05T12:00:00Z",
    ];
    for timestamp in wrong {
        assert_eq!(
            verify(timestamp),
            [
                "TIMESTAMP must be a date of the form `EEE MMM d HH:mm:ss z yyyy`, such as `Tue Nov 4 09:05:03 UTC 2025`"
            ],
            "{timestamp}"
        );
    }
    // The form makes what it takes.
    let form = challenge_responses::TIMESTAMP_FORM;
    for seconds in [0, 951_782_400, 1_743_854_400, 1_762_247_103, 253_402_300_799] {
        let timestamp = form.format(Timestamp::from_secs(seconds));
        assert_eq!(verify(&timestamp), [""; 0], "{timestamp}");
    }
    assert_eq!(form.format(Timestamp::from_secs(1_743_811_200)), "Sat Apr 5 00:00:00 UTC 2025");
}

#[test]
fn mistake_8_the_device_key_is_needed_by_shape_only_where_a_device_signs_in() {
    let missing = |name, keys: &[(&str, &str)]| errors(&answer(name, keys), &Policy::new());
    let device = [("USERNAME", "ada"), ("SRP_A", "0a")];
    assert_eq!(missing(ChallengeNameType::DeviceSrpAuth, &device), ["Missing required parameter DEVICE_KEY"]);
    let code = [("USERNAME", "ada"), ("SMS_MFA_CODE", "1"), ("DEVICE_KEY", "us-east-1_0f")];
    assert!(answer(ChallengeNameType::SmsMfa, &code).check(&Policy::new()).is_clean());
    assert!(answer(ChallengeNameType::SmsMfa, &code[..2]).check(&Policy::new()).is_clean());
}

#[test]
fn mistake_9_the_keys_of_a_selected_challenge_depend_on_the_answer() {
    let select = |keys: &[(&str, &str)]| {
        let request = answer(ChallengeNameType::SelectChallenge, keys);
        (errors(&request, &Policy::new()), warnings(&request, &Policy::new()))
    };
    let username = ("USERNAME", "ada");
    for (chosen, key) in [("PASSWORD", "PASSWORD"), ("PASSWORD_SRP", "SRP_A"), ("WEB_AUTHN", "CREDENTIAL")] {
        let (errors, warnings) = select(&[username, ("ANSWER", chosen)]);
        assert_eq!(errors, [""; 0]);
        assert_eq!(warnings, [format!("Missing required parameter {key} (`ANSWER` makes it needed)")]);
    }
    for chosen in ["EMAIL_OTP", "SMS_OTP", "TELEPATHY"] {
        assert_eq!(select(&[username, ("ANSWER", chosen)]), (vec![], vec![]), "{chosen}");
    }
    assert_eq!(select(&[username]).0, ["Missing required parameter ANSWER"]);
}

#[test]
fn the_way_back_says_which_answer_is_due() {
    let response = RespondToAuthChallengeResponse::builder()
        .challenge_name(ChallengeNameType::NewPasswordRequired)
        .session("AYABeExampleSessionExample")
        .challenge_parameters("requiredAttributes", "[\"userAttributes.name\"]")
        .challenge_parameters("USER_ID_FOR_SRP", "ada")
        .build();
    let due = response.due().expect("nothing is missing").expect("an answer is due");
    assert_eq!(due.name(), &ChallengeNameType::NewPasswordRequired);
    assert_eq!(due.session(), Some("AYABeExampleSessionExample"));
    assert_eq!(due.username(), Some("ada"));
    let ChallengeDue::NewPasswordRequired(new_password) = &due else { panic!("{due:?} is due") };
    assert_eq!(new_password.user_id_for_srp, Some("ada"));
    assert_eq!(new_password.required_attributes, ["userAttributes.name"]);
    assert!(new_password.user_attributes.is_empty());
    let case = due.case().expect("the case is known");
    assert_eq!(case.required_keys().collect::<Vec<_>>(), ["USERNAME", "NEW_PASSWORD"]);
    assert!(case.knows("userAttributes.name") && !case.knows("userAttribute"));
    let next = due.respond("client").challenge_responses("NEW_PASSWORD", "new").build().expect("all is set");
    assert_eq!(next.session.as_deref(), due.session());
    let map = next.challenge_responses.expect("it is carried over");
    assert_eq!(map["USERNAME"], "ada");
    let next = due.admin_respond("pool", "client").build().expect("all is set");
    assert_eq!((next.user_pool_id.as_str(), &next.challenge_name), ("pool", due.name()));
    assert!(matches!(RespondToAuthChallengeResponse::builder().build().due(), Ok(None)));
}

#[test]
fn a_typed_answer_fills_in_name_and_map() {
    let request = AdminRespondToAuthChallengeRequest::builder()
        .user_pool_id("us-east-1_Example")
        .client_id("3fj2l1example")
        .session("AYABeExampleSessionExample")
        .answer(SmsMfa::new("ada", "123456").secret_hash("aGFzaA=="))
        .build()
        .expect("nothing required is missing");
    assert_eq!(request.challenge_name, ChallengeNameType::SmsMfa);
    assert_eq!(
        request.challenge_responses,
        Some(map(&[("SECRET_HASH", "aGFzaA=="), ("SMS_MFA_CODE", "123456"), ("USERNAME", "ada")]))
    );
    assert!(Validate::validate(&request).is_ok());
}
