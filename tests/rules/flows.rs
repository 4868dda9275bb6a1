//! Every flow on both operations: valid, each key missing, each empty, with and without a secret and a session.

use std::collections::BTreeMap;

use cognito_identity_provider::validation::{Kind, Policy, Report};
use cognito_identity_provider::{AdminInitiateAuthRequest, AuthFlowType, InitiateAuthRequest};

use super::{map, missing};

/// What is known of a flow: its keys, and which operation takes it.
struct Row {
    name: &'static str,
    keys: &'static [(&'static str, &'static str)],
    client: bool,
    admin: bool,
}

const USERNAME: (&str, &str) = ("USERNAME", "ada");
const PASSWORD: (&str, &str) = ("PASSWORD", "correct horse");
const REFRESH: &[(&str, &str)] = &[("REFRESH_TOKEN", "token")];

const ROWS: [Row; 8] = [
    Row { name: "USER_AUTH", keys: &[USERNAME], client: true, admin: true },
    Row { name: "USER_SRP_AUTH", keys: &[USERNAME, ("SRP_A", "0a1B")], client: true, admin: true },
    Row { name: "CUSTOM_AUTH", keys: &[USERNAME], client: true, admin: true },
    Row { name: "USER_PASSWORD_AUTH", keys: &[USERNAME, PASSWORD], client: true, admin: false },
    Row { name: "ADMIN_USER_PASSWORD_AUTH", keys: &[USERNAME, PASSWORD], client: false, admin: true },
    Row { name: "ADMIN_NO_SRP_AUTH", keys: &[USERNAME, PASSWORD], client: false, admin: true },
    Row { name: "REFRESH_TOKEN_AUTH", keys: REFRESH, client: true, admin: true },
    Row { name: "REFRESH_TOKEN", keys: REFRESH, client: true, admin: true },
];

/// The reports of both operations: that of the client first.
fn check(
    row: &Row,
    keys: Option<BTreeMap<String, String>>,
    session: bool,
    policy: &Policy<'_>,
) -> [Report; 2] {
    let session = session.then(|| "AYABeExampleSessionExample".to_owned());
    let client = InitiateAuthRequest::builder()
        .client_id("3fj2l1example")
        .auth_flow(AuthFlowType::from(row.name))
        .set_auth_parameters(keys.clone())
        .set_session(session.clone())
        .build()
        .expect("nothing required is missing");
    let admin = AdminInitiateAuthRequest::builder()
        .user_pool_id("us-east-1_Example")
        .client_id("3fj2l1example")
        .auth_flow(AuthFlowType::from(row.name))
        .set_auth_parameters(keys)
        .set_session(session)
        .build()
        .expect("nothing required is missing");
    [client.check(policy), admin.check(policy)]
}

fn refused(report: &Report) -> bool {
    report.errors().any(|violation| matches!(violation.kind(), Kind::RefusedCase { .. }))
}

#[test]
fn the_table_has_every_flow_of_the_model() {
    let mut typed: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
    let mut model = AuthFlowType::values().to_vec();
    typed.sort_unstable();
    model.sort_unstable();
    assert_eq!(typed, model);
}

#[test]
fn each_operation_takes_its_own_flows() {
    for row in &ROWS {
        let [client, admin] = check(row, Some(map(row.keys)), false, &Policy::new());
        assert_eq!(
            (client.is_clean(), admin.is_clean()),
            (row.client, row.admin),
            "{}: {client} {admin}",
            row.name
        );
        assert_eq!((refused(&client), refused(&admin)), (!row.client, !row.admin), "{}", row.name);
        for report in [client, admin].iter().filter(|report| refused(report)) {
            let violation = report.errors().next().expect("it is refused");
            assert_eq!(violation.message(), "Initiate Auth method not supported.");
            assert_eq!(violation.path().to_string(), "/AuthFlow");
        }
    }
}

#[test]
fn each_missing_key_is_named() {
    for row in &ROWS {
        for (key, _) in row.keys {
            let mut keys = map(row.keys);
            keys.remove(*key);
            for report in check(row, Some(keys), false, &Policy::new()) {
                assert_eq!(missing(&report), [*key], "{}", row.name);
            }
            let mut keys = map(row.keys);
            keys.insert((*key).to_owned(), String::new());
            for report in check(row, Some(keys), false, &Policy::new()) {
                assert_eq!(missing(&report), [""; 0], "{}", row.name);
                assert!(report.warnings().count() > 0, "{} {key}", row.name);
            }
        }
        for keys in [None, Some(BTreeMap::new())] {
            for report in check(row, keys, false, &Policy::new()) {
                assert_eq!(missing(&report).len(), row.keys.len(), "{}", row.name);
            }
        }
    }
}

#[test]
fn a_client_with_a_secret_needs_the_hash_in_every_flow() {
    let policy = Policy::new().client_has_secret(true);
    for row in &ROWS {
        for report in check(row, Some(map(row.keys)), false, &policy) {
            assert_eq!(missing(&report), ["SECRET_HASH"], "{}", row.name);
        }
        let mut keys = map(row.keys);
        keys.insert("SECRET_HASH".to_owned(), "aGFzaA==".to_owned());
        for report in check(row, Some(keys), false, &policy) {
            assert_eq!(missing(&report), [""; 0], "{}", row.name);
        }
    }
}

#[test]
fn a_session_starts_only_a_sign_in_with_a_choice() {
    for row in &ROWS {
        for report in check(row, Some(map(row.keys)), true, &Policy::new()) {
            assert_eq!(missing(&report), [""; 0]);
            assert_eq!(
                report.warnings().count(),
                usize::from(row.name != "USER_AUTH"),
                "{}: {report}",
                row.name
            );
        }
    }
}

#[test]
fn a_preferred_challenge_has_keys_of_its_own() {
    let row = &ROWS[0];
    for (preferred, key) in [("PASSWORD", "PASSWORD"), ("PASSWORD_SRP", "SRP_A")] {
        let keys = map(&[USERNAME, ("PREFERRED_CHALLENGE", preferred)]);
        for report in check(row, Some(keys), false, &Policy::new()) {
            assert!(!report.has_errors(), "{report}");
            let warning = report.warnings().next().expect("the key is missed").to_string();
            let expected =
                format!("Missing required parameter {key} (`PREFERRED_CHALLENGE` makes it needed)");
            assert_eq!(warning, expected);
        }
    }
    for report in check(row, Some(map(&[USERNAME, ("ACCESS_TOKEN", "token")])), false, &Policy::new()) {
        assert_eq!(missing(&report), ["TARGET_ACR_VALUES"]);
    }
    for report in
        check(row, Some(map(&[USERNAME, ("PREFERRED_CHALLENGE", "WEB_AUTHN")])), false, &Policy::new())
    {
        assert!(report.is_clean(), "{report}");
    }
}
