//! What mutants found, each with the fault that it was.

use smithygen::diagnostics::Sources;
use smithygen::options::Options;

use crate::hostile;

/// A model with a service that takes one member, and more of it.
fn model(top: &str, member: &str, shapes: &str) -> String {
    format!(
        r#"{{ "smithy": "2.0", {top} "shapes": {{
        "e#S": {{ "type": "service", "operations": [{{ "target": "e#Op" }}], "traits": {{ "aws.protocols#awsJson1_1": {{}} }} }},
        "e#Op": {{ "type": "operation", "input": {{ "target": "e#In" }} }},
        "e#In": {{ "type": "structure", "members": {{ "a": {{ {member} }} }} }}{shapes} }} }}"#
    )
}

#[test]
fn no_mutant_that_was_found_goes_wrong_again() {
    let cases = [
        // A variant without a name.
        model("", r#""target": "e#E""#, r#", "e#E": { "type": "string", "traits": { "smithy.api#enum": [{ "value": "" }] } }"#),
        // A static without a name.
        model(
            "",
            r#""target": "smithy.api#String", "traits": { "smithygen.rules#form": { "id": "", "form": "hex", "sources": ["e"] } }"#,
            "",
        ),
        // A file that some systems do not have, and modules that are named like those that they are in.
        model("", r#""target": "e#Con""#, r#", "e#Con": { "type": "structure", "members": { "b": { "target": "e#Shapes" } } }, "e#Shapes": { "type": "union", "members": { "x": { "target": "smithy.api#String" } } }"#),
        // A name on the wire that ends the comment which it stands in.
        model("", r#""target": "smithy.api#String", "traits": { "smithy.api#jsonName": "`\npub fn injected() {}" }"#, "")
            .replace("awsJson1_1", "restJson1")
            .replace(r#""input""#, r#""traits": { "smithy.api#http": { "method": "POST", "uri": "/" } }, "input""#),
        // A new name in a closure that is no identifier.
        r#"{ "smithy": "2.0", "metadata": { "shapeClosures": [{ "id": "e#C", "includeNamespaces": ["e"], "rename": { "e#A": "../é" } }] },
            "shapes": { "e#A": { "type": "structure" } } }"#
            .to_owned(),
    ];
    for case in cases {
        let mut sources = Sources::default();
        sources.add("e.json".to_owned(), case.clone());
        match smithygen::generate(&sources, &Options::default()) {
            Ok(generated) => hostile::assert_sound(&generated.files),
            Err(faults) => assert!(!faults.is_empty(), "{case}"),
        }
    }
}
