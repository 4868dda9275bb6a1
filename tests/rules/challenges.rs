//! Every challenge on both operations: valid, each key missing, each empty, with and without a secret and a session.

use std::collections::BTreeMap;

use cognito_identity_provider::validation::{Kind, Policy, Report};
use cognito_identity_provider::{
    AdminRespondToAuthChallengeRequest, ChallengeNameType, RespondToAuthChallengeRequest,
};

use super::{map, missing};

/// What is known of a challenge.
struct Row {
    name: &'static str,
    /// The keys whose absence the service refuses, with values that have the right form.
    errors: &'static [(&'static str, &'static str)],
    /// The keys whose absence is only a warning.
    warnings: &'static [(&'static str, &'static str)],
    /// What the absence of a session is.
    session: Session,
    /// Whether `SECRET_HASH` is needed for sure where the client has a secret.
    secret: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Session {
    Error,
    Warning,
    Nothing,
}

const USERNAME: (&str, &str) = ("USERNAME", "ada");
const TIME: (&str, &str) = ("TIMESTAMP", "Tue Nov 4 09:05:03 UTC 2025");
const SIGNATURE: (&str, &str) = ("PASSWORD_CLAIM_SIGNATURE", "c2lnbmF0dXJl");
const BLOCK: (&str, &str) = ("PASSWORD_CLAIM_SECRET_BLOCK", "YmxvY2s=");
const DEVICE: (&str, &str) = ("DEVICE_KEY", "us-east-1_0f0f");
const SRP_A: (&str, &str) = ("SRP_A", "0a1B");

const fn row(name: &'static str, errors: &'static [(&'static str, &'static str)], session: Session) -> Row {
    Row { name, errors, warnings: &[], session, secret: true }
}

const ROWS: [Row; 16] = [
    row("SMS_MFA", &[USERNAME, ("SMS_MFA_CODE", "123456")], Session::Error),
    row("SOFTWARE_TOKEN_MFA", &[USERNAME, ("SOFTWARE_TOKEN_MFA_CODE", "123456")], Session::Error),
    row("EMAIL_OTP", &[USERNAME, ("EMAIL_OTP_CODE", "123456")], Session::Warning),
    row("SMS_OTP", &[USERNAME, ("SMS_OTP_CODE", "123456")], Session::Warning),
    row("PASSWORD_VERIFIER", &[USERNAME, SIGNATURE, BLOCK, TIME], Session::Nothing),
    row("NEW_PASSWORD_REQUIRED", &[USERNAME, ("NEW_PASSWORD", "correct horse")], Session::Error),
    Row { warnings: &[("ANSWER", "42")], ..row("CUSTOM_CHALLENGE", &[USERNAME], Session::Error) },
    row("MFA_SETUP", &[USERNAME], Session::Error),
    row("SELECT_MFA_TYPE", &[USERNAME, ("ANSWER", "SMS_MFA")], Session::Warning),
    row("SELECT_CHALLENGE", &[USERNAME, ("ANSWER", "EMAIL_OTP")], Session::Warning),
    row("WEB_AUTHN", &[USERNAME, ("CREDENTIAL", "{\"id\":\"x\"}")], Session::Warning),
    row("PASSWORD", &[USERNAME, ("PASSWORD", "correct horse")], Session::Warning),
    row("PASSWORD_SRP", &[USERNAME, SRP_A], Session::Warning),
    Row { secret: false, ..row("DEVICE_SRP_AUTH", &[USERNAME, DEVICE, SRP_A], Session::Nothing) },
    row("DEVICE_PASSWORD_VERIFIER", &[USERNAME, DEVICE, SIGNATURE, BLOCK, TIME], Session::Nothing),
    Row {
        warnings: &[("PASSWORD", "correct horse")],
        ..row("ADMIN_NO_SRP_AUTH", &[USERNAME], Session::Nothing)
    },
];

/// The two operations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Operation {
    Client,
    Admin,
}

const BOTH: [Operation; 2] = [Operation::Client, Operation::Admin];

fn check(
    operation: Operation,
    name: &str,
    keys: BTreeMap<String, String>,
    session: bool,
    policy: &Policy<'_>,
) -> Report {
    let session = session.then(|| "AYABeExampleSessionExample".to_owned());
    let name = ChallengeNameType::from(name);
    match operation {
        Operation::Client => RespondToAuthChallengeRequest::builder()
            .client_id("3fj2l1example")
            .challenge_name(name)
            .set_challenge_responses(Some(keys))
            .set_session(session)
            .build()
            .expect("nothing required is missing")
            .check(policy),
        Operation::Admin => AdminRespondToAuthChallengeRequest::builder()
            .user_pool_id("us-east-1_Example")
            .client_id("3fj2l1example")
            .challenge_name(name)
            .set_challenge_responses(Some(keys))
            .set_session(session)
            .build()
            .expect("nothing required is missing")
            .check(policy),
    }
}

fn all_keys(row: &Row) -> BTreeMap<String, String> {
    map(&[row.errors, row.warnings].concat())
}

/// The errors but for that of a case which the operation does not take.
fn refusals(report: &Report) -> Vec<String> {
    let others = report.errors().filter(|violation| !matches!(violation.kind(), Kind::RefusedCase { .. }));
    others.map(|violation| violation.to_string()).collect()
}

#[test]
fn the_table_has_every_challenge_of_the_model() {
    let mut typed: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
    let mut model = ChallengeNameType::values().to_vec();
    typed.sort_unstable();
    model.sort_unstable();
    assert_eq!(typed, model);
}

#[test]
fn a_whole_answer_passes_without_a_word() {
    for (operation, row) in BOTH.iter().flat_map(|operation| ROWS.iter().map(move |row| (*operation, row))) {
        let report = check(operation, row.name, all_keys(row), true, &Policy::new());
        let refused = operation == Operation::Client && row.name == "ADMIN_NO_SRP_AUTH";
        assert_eq!(report.iter().count(), usize::from(refused), "{operation:?} {}: {report}", row.name);
    }
}

#[test]
fn each_missing_key_is_named_and_no_other() {
    for (operation, row) in BOTH.iter().flat_map(|operation| ROWS.iter().map(move |row| (*operation, row))) {
        for (key, _) in row.errors {
            let mut keys = all_keys(row);
            keys.remove(*key);
            let report = check(operation, row.name, keys, true, &Policy::new());
            assert_eq!(missing(&report), [*key], "{operation:?} {}", row.name);
            let violation =
                report.errors().find(|violation| matches!(violation.kind(), Kind::MissingKey { .. }));
            let violation = violation.expect("it is there");
            assert_eq!(violation.message(), format!("Missing required parameter {key}"));
            assert_eq!(violation.path().to_string(), format!("/ChallengeResponses/{key}"));
            assert_eq!(violation.field(), Some("challenge_responses"));
            assert_eq!(violation.rule_id(), format!("challenge-responses/{}/{key}", row.name));
        }
        for (key, _) in row.warnings {
            let mut keys = all_keys(row);
            keys.remove(*key);
            let report = check(operation, row.name, keys, true, &Policy::new());
            assert_eq!(missing(&report), [""; 0], "{operation:?} {}", row.name);
            assert_eq!(report.warnings().count(), 1, "{operation:?} {} {key}: {report}", row.name);
        }
    }
}

#[test]
fn all_missing_keys_come_at_once() {
    for (operation, row) in BOTH.iter().flat_map(|operation| ROWS.iter().map(move |row| (*operation, row))) {
        let report = check(operation, row.name, BTreeMap::new(), true, &Policy::new());
        let mut found = missing(&report);
        let mut wanted: Vec<String> = row.errors.iter().map(|(key, _)| (*key).to_owned()).collect();
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{operation:?} {}", row.name);
        let first = report.errors().next().expect("keys are missing");
        assert_eq!(first.message(), "Missing required parameter challenge responses.", "{}", row.name);
    }
}

#[test]
fn an_empty_value_is_a_warning_in_the_services_words() {
    for (operation, row) in BOTH.iter().flat_map(|operation| ROWS.iter().map(move |row| (*operation, row))) {
        for (key, _) in row.errors {
            let mut keys = all_keys(row);
            keys.insert((*key).to_owned(), String::new());
            let report = check(operation, row.name, keys, true, &Policy::new());
            assert_eq!(refusals(&report), [""; 0], "{operation:?} {} {key}", row.name);
            let warnings: Vec<String> = report.warnings().map(|violation| violation.message()).collect();
            assert!(
                warnings.contains(&format!("Missing required parameter {key}")),
                "{}: {report}",
                row.name
            );
        }
    }
}

#[test]
fn a_client_with_a_secret_needs_the_hash_in_every_answer() {
    let policy = Policy::new().client_has_secret(true);
    for (operation, row) in BOTH.iter().flat_map(|operation| ROWS.iter().map(move |row| (*operation, row))) {
        let report = check(operation, row.name, all_keys(row), true, &policy);
        let (errors, warnings) = if row.secret { (1, 0) } else { (0, 1) };
        assert_eq!(missing(&report).len(), errors, "{operation:?} {}: {report}", row.name);
        assert_eq!(report.warnings().count(), warnings, "{operation:?} {}: {report}", row.name);
        let violation = report.iter().find(|violation| matches!(violation.kind(), Kind::MissingKey { .. }));
        let rule = violation.expect("the hash is missing").rule().expect("a rule says so");
        assert_eq!(rule.error, Some("NotAuthorizedException"));

        let mut keys = all_keys(row);
        keys.insert("SECRET_HASH".to_owned(), "aGFzaA==".to_owned());
        let report = check(operation, row.name, keys, true, &policy);
        assert_eq!(refusals(&report), [""; 0], "{operation:?} {}", row.name);
    }
}

#[test]
fn a_session_is_missed_where_the_service_misses_it() {
    for (operation, row) in BOTH.iter().flat_map(|operation| ROWS.iter().map(move |row| (*operation, row))) {
        let report = check(operation, row.name, all_keys(row), false, &Policy::new());
        let missed = |violation: &&cognito_identity_provider::validation::Violation| {
            *violation.kind() == Kind::MissingMember { member: "Session", case: Some(row.name) }
        };
        let found = match (report.errors().find(missed), report.warnings().find(missed)) {
            (Some(_), _) => Session::Error,
            (None, Some(_)) => Session::Warning,
            (None, None) => Session::Nothing,
        };
        // The enum has a row of its own only because the enum of the model has it.
        if row.name == "ADMIN_NO_SRP_AUTH" {
            assert_eq!(found, Session::Nothing);
            continue;
        }
        let case = ChallengeNameType::from(row.name);
        assert_eq!(found, row.session, "{operation:?} {case}: {report}");
        if found != Session::Nothing {
            let violation = report.iter().find(missed).expect("it was found");
            assert_eq!(violation.message(), "Missing required parameter Session");
            assert_eq!(violation.path().to_string(), "/Session");
        }
    }
}

#[test]
fn only_a_server_answers_with_the_password_alone() {
    let row = ROWS.iter().find(|row| row.name == "ADMIN_NO_SRP_AUTH").expect("it is in the table");
    let report = check(Operation::Client, row.name, all_keys(row), true, &Policy::new());
    let kinds: Vec<&Kind> = report.errors().map(|violation| violation.kind()).collect();
    assert_eq!(kinds, [&Kind::RefusedCase { case: "ADMIN_NO_SRP_AUTH" }]);
    assert!(check(Operation::Admin, row.name, all_keys(row), true, &Policy::new()).is_clean());
}
