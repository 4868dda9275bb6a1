//! Small models: both forms of documentation, constraints that drifted, and what is not there.

use smithygen::report::doc_drift;

use crate::{drift, new_ids, reading, sources, table, text, vault};

#[test]
fn definition_lists_with_examples() {
    let drift = drift(&text("facts.json"), &text("terms.json"));
    assert_eq!(new_ids(&drift), Vec::<&str>::new());
    insta::assert_snapshot!(table(reading(&drift, "AnswerRequest$Answers")));
    let documented = reading(&drift, "AnswerRequest$Answers");
    assert_eq!(documented, reading(&drift, "AnswerFromDeskRequest$Answers"));
    assert!(
        !documented.cases["TYPE_CODE"].keys().contains(&"TICKET".to_owned()),
        "it stands outside of the map"
    );
    assert!(
        !documented.cases["CHOOSE"].keys().contains(&"SECRET".to_owned()),
        "it is an example of a response"
    );
}

#[test]
fn lists_with_remarks() {
    let drift = drift(&text("facts.json"), &text("lists.json"));
    assert_eq!(new_ids(&drift), Vec::<&str>::new());
    insta::assert_snapshot!(
        table(reading(&drift, "OpenRequest$Inputs")) + &table(reading(&drift, "AnswerRequest$Answers"))
    );
}

#[test]
fn constraints_that_drifted() {
    let facts = text("facts.json")
        .replace("\"max\": 50", "\"max\": 40")
        .replace("^[a-z]+$", "^[a-z0-9]+$")
        .replace("\"max\": 900", "\"max\": 800")
        .replace(
            "\"NIGHT\": { \"target\": \"smithy.api#Unit\" }",
            "\"NOON\": { \"target\": \"smithy.api#Unit\" }",
        )
        .replace(
            "\"Branch\": { \"target\": \"vault#Branch\" }",
            "\"Branch\": { \"target\": \"vault#Branch\", \"traits\": { \"smithy.api#required\": {} } }",
        );
    let drift = drift(&facts, &text("terms.json"));
    let sentences: Vec<String> = drift.new.values().map(|found| found.difference.sentence()).collect();
    assert_eq!(
        sentences,
        [
            "`Answers$value` length: ..900 here, ..800 there",
            "`Branch` pattern: `^[a-z]+$` here, `^[a-z0-9]+$` there",
            "`Mode` values: without `NOON` here, with `NOON` there",
            "`Mode` values: with `NIGHT` here, without `NIGHT` there",
            "`OpenRequest$Branch` required: optional here, required there",
            "`Ticket` length: 5..50 here, 5..40 there",
        ]
    );
    let ticket = &drift.new["constraint/Ticket/length/5..40"];
    assert_eq!(
        ticket.members.iter().collect::<Vec<_>>(),
        ["AnswerFromDeskRequest$Ticket", "AnswerRequest$Ticket", "OpenResponse$Ticket"]
    );
}

#[test]
fn members_and_values_that_are_not_there() {
    let facts = text("facts.json")
        .replace("\"DESK_ONLY\": {", "\"NEW_STEP\": {")
        .replace(",\n        \"Mode\": { \"target\": \"vault#Mode\" }", "");
    let drift = drift(&facts, &text("terms.json"));
    assert_eq!(
        new_ids(&drift),
        [
            "case/answers/DESK_ONLY/not-in-model",
            "case/answers/NEW_STEP/not-in-rules",
            "member/OpenRequest$Mode/missing"
        ]
    );
}

#[test]
fn a_map_without_documentation_where_others_have_some() {
    let (all, map) = (text("terms.json"), "\"vault#OpenRequest$Inputs\"");
    let drift = drift(&text("facts.json"), &all.replace(map, "\"vault#Inputs$key\""));
    assert_eq!(new_ids(&drift), ["prose/inputs/any/no-table"]);
}

/// A text asks for a value that the enum lacks: `BY_CARD` looks like the values of `Way`, `BYTE` and `SEAL_OFF` do not.
#[test]
fn values_that_no_enum_has() {
    let asked = |words: &str| {
        let more = format!(
            r#"{{ "smithy": "2.0", "shapes": {{
                "vault#Open": {{ "type": "apply", "traits": {{ "smithy.api#documentation": "{words}" }} }},
                "vault#OpenRequest$Branch": {{ "type": "apply", "traits": {{ "smithy.api#documentation": "{words}" }} }}
            }} }}"#
        );
        let sources = sources(&[&text("facts.json"), &text("terms.json"), &more]);
        doc_drift::compare(&vault(), &sources).expect("the model is right")
    };
    let drift = asked("<p>Allow <code>BY_CARD</code> beside <code>BY_PIN</code>.</p>");
    assert_eq!(new_ids(&drift), ["value/Way/BY_CARD/not-in-enum"]);
    let found = &drift.new["value/Way/BY_CARD/not-in-enum"];
    assert_eq!(
        found.difference.sentence(),
        "the documentation names the value `BY_CARD`, which the enum `Way` lacks"
    );
    assert_eq!(found.members.iter().collect::<Vec<_>>(), ["Open", "OpenRequest$Branch"]);
    assert_eq!(found.operations.iter().collect::<Vec<_>>(), ["Open"]);
    for other in ["Allow BY_CARD.", "Set `BYTE`, `SEAL_OFF`, `BY_PIN`, `BY_TOKEN` or `by_card`."] {
        assert_eq!(new_ids(&asked(other)), [""; 0], "{other}");
    }
}
