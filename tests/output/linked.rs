//! What names in documentation lead to: of several things with one name, the one that is meant, or none.

use smithygen::options::Options;

/// A service whose names mean more than one thing: `PotLid` is a structure and a member that is none, `GREEN` a value
/// and the key of a map.
const MODEL: &str = r##"{
    "smithy": "2.0",
    "shapes": {
        "com.example#Tea": {
            "type": "service",
            "operations": [{ "target": "com.example#Brew" }],
            "traits": { "aws.protocols#awsJson1_1": {} }
        },
        "com.example#Brew": {
            "type": "operation",
            "input": { "target": "com.example#BrewRequest" },
            "output": { "target": "com.example#BrewResponse" },
            "traits": { "smithy.api#documentation": "Takes a `TeaSort`, in `Pot`; not a `PotLid`. Then `Next`, and `Warm`." }
        },
        "com.example#BrewRequest": {
            "type": "structure",
            "traits": { "smithygen.rules#keyedBy": { "map": "Leaves", "by": "Sort", "step": "sort_of" } },
            "members": {
                "Sort": { "target": "com.example#TeaSort", "traits": { "smithy.api#required": {} } },
                "Leaves": {
                    "target": "com.example#Leaves",
                    "traits": {
                        "smithy.api#documentation": "`GREEN` is a key, [`GREEN`][TeaSort$GREEN] a value, as is `OOLONG_TEA`."
                    }
                },
                "Pot": { "target": "com.example#Pot" },
                "Next": { "target": "smithy.api#String" },
                "Kettle": { "target": "com.example#Kettle" }
            }
        },
        "com.example#BrewResponse": {
            "type": "structure",
            "members": {
                "Next": { "target": "smithy.api#String" },
                "Warm": { "target": "smithy.api#Boolean" }
            }
        },
        "com.example#Leaves": {
            "type": "map",
            "key": { "target": "smithy.api#String" },
            "value": { "target": "smithy.api#String" },
            "traits": {
                "smithygen.rules#keyTable": {
                    "id": "leaves",
                    "answer": "LeavesOf",
                    "cases": "com.example#TeaSort",
                    "documentation": "What goes into the pot.\n\n- pub fn f() {}\n- [Nope]",
                    "sources": ["the cook"],
                    "all": { "GREEN": { "documentation": "The green\nleaves, `a`\n#[x]." } },
                    "byCase": {
                        "GREEN": { "documentation": "Green tea." },
                        "OOLONG_TEA": { "documentation": "Dark tea." }
                    }
                }
            }
        },
        "com.example#Pot": {
            "type": "structure",
            "members": {
                "PotLid": {
                    "target": "smithy.api#String",
                    "traits": { "smithy.api#documentation": "Goes on the `TeaPot`, as a `PotLid` does." }
                },
                "Lid": { "target": "com.example#PotLid" }
            }
        },
        "com.example#PotLid": {
            "type": "structure",
            "members": {},
            "traits": { "smithy.api#documentation": "Closes a pot: `Pot$PotLid`." }
        },
        "com.example#Kettle": {
            "type": "structure",
            "members": {
                "Mode": { "target": "com.example#Mode" },
                "State": { "target": "com.example#State" },
                "Kettle": {
                    "target": "smithy.api#String",
                    "traits": { "smithy.api#documentation": "If the state is `ON_HEAT`, or the mode `SLOW_HEAT`." }
                }
            },
            "traits": {
                "smithy.api#documentation": "A `Kettle`, as in [Kettle], of [other.ns#Brew], `other.ns#Brew` and `com.example#Brew`."
            }
        },
        "com.example#Mode": {
            "type": "enum",
            "members": {
                "A": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "ON_HEAT" } },
                "B": {
                    "target": "smithy.api#Unit",
                    "traits": { "smithy.api#enumValue": "SLOW_HEAT", "smithy.api#documentation": "Not `ON_HEAT` but `SLOW_HEAT`." }
                }
            }
        },
        "com.example#State": {
            "type": "string",
            "traits": {
                "smithy.api#enum": [
                    { "value": "ON_HEAT", "name": "ON_HEAT", "documentation": "Heats, as `ON_HEAT` says, and not `OFF`." },
                    { "value": "OFF", "name": "OFF", "documentation": "Heats no more; see [`ON_HEAT`]." }
                ]
            }
        },
        "com.example#TeaSort": {
            "type": "enum",
            "members": {
                "GREEN": { "target": "smithy.api#Unit" },
                "OOLONG_TEA": { "target": "smithy.api#Unit" }
            }
        }
    }
}"##;

#[test]
fn names_lead_to_what_is_meant() {
    let generated = super::generate(&[("tea.json", MODEL)], &Options::default());
    let files = generated.unwrap_or_else(|faults| panic!("{faults}")).files;
    let has = |path: &str, text: &str| assert!(files[path].contains(text), "{text}\n{}", files[path]);
    let brew = "src/operation/brew.rs";
    has(brew, "Takes a [`TeaSort`](type@crate::TeaSort), in [`pot`](field@crate::BrewRequest::pot);");
    has(brew, "not a `PotLid`.");
    has(brew, "Then `Next`, and [`warm`](field@crate::BrewResponse::warm).");
    has(brew, "`GREEN` is a key, [`GREEN`](variant@crate::TeaSort::Green) a value, as is");
    has(brew, "[`OOLONG_TEA`](variant@crate::TeaSort::OolongTea).");
    has("src/shapes/pot_lid.rs", "Closes a pot: [`Pot::pot_lid`](field@crate::Pot::pot_lid).");

    has("src/answers/leaves.rs", "/// The green leaves, `a` #\\[x\\].\n");
    has(brew, "Typed: [`LeavesOf`](type@crate::answers::LeavesOf) has the keys of each case");
    has(
        "src/lib.rs",
        "- [`LeavesOf`](type@crate::answers::LeavesOf): What goes into the pot. pub fn f() {} \\[Nope\\]",
    );
    let kettle = "src/shapes/kettle.rs";
    has(kettle, "A `Kettle`, as in Kettle, of \\[other.ns#Brew\\], `other.ns#Brew` and");
    has(kettle, "[`Brew`](type@crate::Brew).");
    has(kettle, "If the state is `ON_HEAT`, or the mode [`SLOW_HEAT`](variant@crate::Mode::B).");
    has("src/shapes/mode.rs", "Not [`ON_HEAT`](variant@crate::Mode::A) but `SLOW_HEAT`.");
    has("src/shapes/state.rs", "Heats, as `ON_HEAT` says, and not [`OFF`](variant@crate::State::Off).");
    has("src/shapes/state.rs", "Heats no more; see [`ON_HEAT`](variant@crate::State::OnHeat).");
}

/// The pages of other services describe operations of the same names.
#[test]
fn pages_of_other_services_are_not_the_crates() {
    let is_own = |traits: &str, pages: &str| {
        let model = format!(
            "$version: \"2.0\"\nnamespace com.example.tea\nuse aws.api#service\nuse aws.auth#sigv4\n@aws.protocols#awsJson1_1\n\
             {traits}\nservice Svc {{ operations: [TagResource, ListPots] }}\n/// See <a href=\"https://docs.aws.amazon.com/\
             {pages}/API_TagResource.html\">tags</a> and <a href=\"https://docs.aws.amazon.com/{pages}/API_ListPots.html\">\
             pots</a>.\noperation TagResource {{}}\noperation ListPots {{}}\n"
        );
        let generated = super::generate(&[("tea.smithy", &model)], &Options::default());
        let files = generated.unwrap_or_else(|faults| panic!("{faults}")).files;
        files["src/operation/tag_resource.rs"].contains("[pots](type@crate::ListPots)")
    };
    let ecs = r#"@title("Amazon Elastic Container Service") @service(sdkId: "ECS", arnNamespace: "ecs", endpointPrefix: "ecs")"#;
    let pools = r#"@service(sdkId: "Cognito Identity Provider") @title("Amazon Cognito Identity Provider")"#;
    let steps = r#"@title("AWS Step Functions") @service(sdkId: "SFN", arnNamespace: "states")"#;
    let own = [
        ("", "tea/latest/APIReference"),
        (ecs, "AmazonECS/latest/APIReference"),
        (pools, "cognito-user-identity-pools/latest/APIReference"),
        (steps, "step-functions/latest/apireference"),
        (r#"@sigv4(name: "kms")"#, "kms/latest/APIReference"),
        (
            r#"@service(sdkId: "Foo", docId: "ec2-2016-11-15", arnNamespace: "ec2")"#,
            "AWSEC2/latest/APIReference",
        ),
    ];
    for (traits, pages) in own {
        assert!(is_own(traits, pages), "{traits} {pages}");
    }
    let other = [
        ("", "AmazonECS/latest/APIReference"),
        (ecs, "AmazonECR/latest/APIReference"),
        (ecs, "resourcegroupstagging/latest/APIReference"),
        (pools, "AmazonECS/latest/APIReference"),
        (steps, "lambda/latest/api"),
    ];
    for (traits, pages) in other {
        assert!(!is_own(traits, pages), "{traits} {pages}");
    }
}

/// A structure whose members share a text with a second paragraph.
fn shared_text(members: usize) -> String {
    let members = (0..members).map(|number| format!("    m{number}: PotId\n")).collect::<String>();
    format!(
        "$version: \"2\"\nnamespace e\nservice S {{ operations: [Op] }}\noperation Op {{ input: In }}\n\
         structure In {{\n    /// The pot to fill.\n    own: PotId\n{members}}}\n\
         /// Names a pot.\n///\n/// It stands on its bottom.\nstring PotId\n"
    )
}

#[test]
fn a_text_that_many_members_share_stands_once() {
    let files = |members| {
        let text = shared_text(members);
        super::generate(&[("pots.smithy", &text)], &Options::default()).expect("the model is right").files
    };
    let count = |files: &std::collections::BTreeMap<String, String>| {
        files.values().map(|text| text.matches("It stands on its bottom.").count()).sum::<usize>()
    };
    let few = files(3);
    assert_eq!((count(&few), few.contains_key("src/values.rs")), (4, false));
    let many = files(4);
    assert_eq!(count(&many), 1);
    assert!(many["src/values.rs"].contains("//! # `PotId`\n"));
    let page = &many["src/operation/op.rs"];
    assert!(page.contains(
        "/// The pot to fill.\n    ///\n    /// `own` ([`PotId`](mod@crate::values#potid)): optional.\n"
    ));
    assert!(page.contains(
        "/// Names a pot.\n    ///\n    /// `m0` ([`PotId`](mod@crate::values#potid)): optional.\n"
    ));
}
