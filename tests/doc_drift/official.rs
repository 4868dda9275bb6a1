//! The official models of two years: a list in one, definition lists in the other, examples that are not JSON.
//!
//! Names and keys are facts and may stand in snapshots; no sentence of the documentation does.

use std::collections::BTreeSet;
use std::path::Path;

use smithygen::report::doc_drift::{self, Held, Rules};

use crate::support::shared;
use crate::{reading, sources, table};

const RESPOND: [&str; 2] = [
    "RespondToAuthChallengeRequest$ChallengeResponses",
    "AdminRespondToAuthChallengeRequest$ChallengeResponses",
];
const INITIATE: [&str; 2] = ["InitiateAuthRequest$AuthParameters", "AdminInitiateAuthRequest$AuthParameters"];

/// The rules of the project, held against the official model of April of a year.
fn official(year: u16) -> Held {
    let file = format!("models/cognito-identity-provider-2016-04-18.april-{year}.json");
    let model = std::fs::read_to_string(shared().join(file)).expect("the model is there");
    doc_drift::hold(&project_rules(), &sources(&[&model])).expect("the model is right")
}

fn project_rules() -> Rules {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("the model is there");
    let (facts, rules) =
        (read("cognito-identity-provider.json"), read("cognito-identity-provider.rules.json"));
    doc_drift::rules(&sources(&[&facts, &rules])).expect("the rules are right")
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// What holds in both years.
fn assert_common(held: &Held) {
    let said = reading(held, RESPOND[0]);
    assert_eq!(said, reading(held, RESPOND[1]), "both operations have one table");
    let claims = set(&["USERNAME", "TIMESTAMP", "PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK"]);
    assert_eq!(said.cases["PASSWORD_VERIFIER"].required, claims);
    assert_eq!(said.cases["MFA_SETUP"].keys(), set(&["USERNAME"]).iter().collect(), "the session is no key");
    assert!(said.cases["NEW_PASSWORD_REQUIRED"].mentioned.contains("userAttributes."));
    let choice = &said.cases["SELECT_CHALLENGE"];
    assert_eq!(choice.required, set(&["ANSWER", "USERNAME"]));
    for key in ["CREDENTIAL", "PASSWORD", "SRP_A"] {
        let variant = set(&["ANSWER", "USERNAME", key]);
        assert_eq!(choice.variants.iter().filter(|other| **other == variant).count(), 1, "{key}");
    }
    assert!(said.unreadable.is_empty(), "{:?}", said.unreadable);
    for member in INITIATE {
        let flows = &reading(held, member).cases;
        assert_eq!(flows["REFRESH_TOKEN"], flows["REFRESH_TOKEN_AUTH"], "one entry is for two flows");
        assert_eq!(flows["REFRESH_TOKEN"].required, set(&["REFRESH_TOKEN"]));
        assert_eq!(flows["USER_SRP_AUTH"].required, set(&["USERNAME", "SRP_A"]));
        let custom = flows["CUSTOM_AUTH"].keys();
        assert!(set(&["ChallengeName", "SRP_A", "USERNAME"]).iter().all(|key| custom.contains(key)));
    }
}

fn tables(held: &Held) -> String {
    let members = [RESPOND[0], INITIATE[0], INITIATE[1], "CreateIdentityProviderRequest$ProviderDetails"];
    members.iter().map(|member| format!("{member}\n\n{}\n", table(reading(held, member)))).collect()
}

#[shared_data::test]
fn lists_of_2025() {
    let held = official(2025);
    assert_common(&held);
    assert_eq!(reading(&held, RESPOND[0]).cases.len(), 12);
    let flow = &reading(&held, INITIATE[1]).cases["USER_SRP_AUTH"];
    assert_eq!(flow.conditional, set(&["SECRET_HASH"]), "(required if …) is not (required)");
    assert_eq!(flow.mentioned, set(&["DEVICE_KEY"]));
    insta::assert_snapshot!(tables(&held));
}

#[shared_data::test]
fn definition_lists_of_2026() {
    let held = official(2026);
    assert_common(&held);
    assert_eq!(reading(&held, RESPOND[0]).cases.len(), 15);
    assert!(!reading(&held, RESPOND[0]).cases.contains_key("ADMIN_NO_SRP_AUTH"));
    let names = &reading(&held, "RespondToAuthChallengeRequest$ChallengeName").cases;
    assert!(names["EMAIL_MFA"].mentioned.contains("EMAIL_MFA_CODE"));
    insta::assert_snapshot!(tables(&held));
}

#[shared_data::test]
fn every_difference_is_known() {
    for year in [2025, 2026] {
        let held = official(year);
        let news: Vec<&String> = held.news.keys().collect();
        assert!(news.is_empty(), "{year}: {news:#?}");
    }
}

#[shared_data::test]
fn a_change_in_the_official_prose_is_news() {
    let shared = shared();
    let file = "models/cognito-identity-provider-2016-04-18.april-2026.json";
    let model = std::fs::read_to_string(shared.join(file)).expect("the model is there");
    let changes: [(&str, &str, &[&str]); 4] = [
        ("<dt>SMS_OTP</dt>", "<dt>SMS_OTQ</dt>", &["case/challenge-responses/SMS_OTP/no-entry"]),
        (
            r#"{\"SMS_MFA_CODE\":"#,
            r#"{\"SMS_CODE\":"#,
            &[
                "key/challenge-responses/SMS_MFA/SMS_MFA_CODE/gone",
                "key/challenge-responses/SMS_MFA/SMS_CODE/required",
            ],
        ),
        (
            "<code>PASSWORD</code> (required)",
            "<code>PASSWORD</code>",
            &["key/auth-parameters/USER_PASSWORD_AUTH/PASSWORD/relaxed"],
        ),
        (
            r#"\"ChallengeName\": \"WEB_AUTHN\", \"ChallengeResponses\": {"#,
            r#"\"ChallengeName\": \"WEB_AUTHN\", \"Responses\": {"#,
            &["prose/challenge-responses/WEB_AUTHN/broken-example"],
        ),
    ];
    let unchanged = official(2026);
    let rules = project_rules();
    for (from, to, expected) in changes {
        assert!(model.contains(from), "{from}");
        let held = doc_drift::hold(&rules, &sources(&[&model.replace(from, to)])).expect("it is a model");
        for id in expected {
            assert!(
                held.news.contains_key(*id) && !unchanged.news.contains_key(*id),
                "{id}: {:#?}",
                held.news
            );
        }
    }
}
