//! The official models of two years: a list in one, definition lists in the other, examples that are not JSON.
//!
//! Names and keys are facts and may stand in snapshots; no sentence of the documentation does.

use std::collections::BTreeSet;
use std::path::Path;

use smithygen::diagnostics::{Diagnostics, Sources};
use smithygen::import::{self, ImportOptions};
use smithygen::options::Stale;
use smithygen::report::doc_drift::{self, DocDrift, RuledModel};

use crate::support::shared;
use crate::{reading, sources, table};

const RESPOND: [&str; 2] = [
    "RespondToAuthChallengeRequest$ChallengeResponses",
    "AdminRespondToAuthChallengeRequest$ChallengeResponses",
];
const INITIATE: [&str; 2] = ["InitiateAuthRequest$AuthParameters", "AdminInitiateAuthRequest$AuthParameters"];

/// How the rules of the project differ from the official model of April of a year.
fn official(year: u16) -> DocDrift {
    let file = format!("models/cognito-identity-provider-2016-04-18.april-{year}.json");
    let model = std::fs::read_to_string(shared().join(file)).expect("the model is there");
    doc_drift::compare(&project_rules(), &sources(&[&model])).expect("the model is right")
}

fn project_rules() -> RuledModel {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("the model is there");
    let (facts, rules) =
        (read("cognito-identity-provider.json"), read("cognito-identity-provider.rules.json"));
    doc_drift::read_rules(&sources(&[&facts, &rules]), Stale::Deny).expect("the rules are right")
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// What holds in both years.
fn assert_common(drift: &DocDrift) {
    let documented = reading(drift, RESPOND[0]);
    assert_eq!(documented, reading(drift, RESPOND[1]), "both operations have one table");
    let claims = set(&["USERNAME", "TIMESTAMP", "PASSWORD_CLAIM_SIGNATURE", "PASSWORD_CLAIM_SECRET_BLOCK"]);
    assert_eq!(documented.cases["PASSWORD_VERIFIER"].required, claims);
    assert_eq!(
        documented.cases["MFA_SETUP"].keys(),
        set(&["USERNAME"]).iter().collect(),
        "the session is no key"
    );
    assert!(documented.cases["NEW_PASSWORD_REQUIRED"].mentioned.contains("userAttributes."));
    let choice = &documented.cases["SELECT_CHALLENGE"];
    assert_eq!(choice.required, set(&["ANSWER", "USERNAME"]));
    for key in ["CREDENTIAL", "PASSWORD", "SRP_A"] {
        let variant = set(&["ANSWER", "USERNAME", key]);
        assert_eq!(choice.variants.iter().filter(|other| **other == variant).count(), 1, "{key}");
    }
    assert!(documented.unreadable.is_empty(), "{:?}", documented.unreadable);
    for member in INITIATE {
        let flows = &reading(drift, member).cases;
        assert_eq!(flows["REFRESH_TOKEN"], flows["REFRESH_TOKEN_AUTH"], "one entry is for two flows");
        assert_eq!(flows["REFRESH_TOKEN"].required, set(&["REFRESH_TOKEN"]));
        assert_eq!(flows["USER_SRP_AUTH"].required, set(&["USERNAME", "SRP_A"]));
        let custom = flows["CUSTOM_AUTH"].keys();
        assert!(set(&["ChallengeName", "SRP_A", "USERNAME"]).iter().all(|key| custom.contains(key)));
    }
}

fn tables(drift: &DocDrift) -> String {
    let members = [RESPOND[0], INITIATE[0], INITIATE[1], "CreateIdentityProviderRequest$ProviderDetails"];
    members.iter().map(|member| format!("{member}\n\n{}\n", table(reading(drift, member)))).collect()
}

#[shared_data::test]
fn lists_of_2025() {
    let drift = official(2025);
    assert_common(&drift);
    assert_eq!(reading(&drift, RESPOND[0]).cases.len(), 12);
    let flow = &reading(&drift, INITIATE[1]).cases["USER_SRP_AUTH"];
    assert_eq!(flow.conditional, set(&["SECRET_HASH"]), "(required if …) is not (required)");
    assert_eq!(flow.mentioned, set(&["DEVICE_KEY"]));
    insta::assert_snapshot!(tables(&drift));
}

#[shared_data::test]
fn definition_lists_of_2026() {
    let drift = official(2026);
    assert_common(&drift);
    assert_eq!(reading(&drift, RESPOND[0]).cases.len(), 15);
    assert!(!reading(&drift, RESPOND[0]).cases.contains_key("ADMIN_NO_SRP_AUTH"));
    let names = &reading(&drift, "RespondToAuthChallengeRequest$ChallengeName").cases;
    assert!(names["EMAIL_MFA"].mentioned.contains("EMAIL_MFA_CODE"));
    insta::assert_snapshot!(tables(&drift));
}

#[shared_data::test]
fn every_difference_is_known() {
    for year in [2025, 2026] {
        let drift = official(year);
        let new: Vec<&String> = drift.new.keys().collect();
        assert!(new.is_empty(), "{year}: {new:#?}");
    }
}

#[shared_data::test]
fn a_change_in_the_official_documentation_is_new() {
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
        let drift = doc_drift::compare(&rules, &sources(&[&model.replace(from, to)])).expect("it is a model");
        for id in expected {
            assert!(
                drift.new.contains_key(*id) && !unchanged.new.contains_key(*id),
                "{id}: {:#?}",
                drift.new
            );
        }
    }
}

/// `GetClientToken` asks for a flow that the enum lacks; nobody told the report where to look.
#[shared_data::test]
fn a_value_that_no_enum_has() {
    let path = shared().join("models/service-2/cognito-idp-1.44.8/service-2.json.gz");
    let options = ImportOptions { with_documentation: true, ..ImportOptions::default() };
    let mut texts = Sources::default();
    let model = import::import_file(&mut Diagnostics::default(), &mut texts, &path, &options);
    let model = model.expect("the description is right");
    let drift = doc_drift::compare(&project_rules(), &sources(&[&model])).expect("the model is right");
    let values = drift.known.iter().filter(|(found, _)| found.difference.id().starts_with("value/"));
    let places = values.map(|(found, _)| (found.difference.id(), found.members.clone())).collect::<Vec<_>>();
    let value = "value/ExplicitAuthFlowsType/ALLOW_CLIENT_TOKEN_AUTH/not-in-enum".to_owned();
    assert_eq!(places, [(value, set(&["GetClientToken", "GetClientTokenRequest$ClientId"]))]);
    assert!(!drift.new.keys().any(|id| id.starts_with("value/")), "{:?}", drift.new.keys());
}
