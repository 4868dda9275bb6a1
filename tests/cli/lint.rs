//! `lint`: what lacks documentation, what is left over, what leads nowhere, what repeats.

use crate::support::Project;

const MODEL: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "e#Tea": {
      "type": "service",
      "operations": [{ "target": "e#Brew" }],
      "traits": { "aws.protocols#awsJson1_1": {}, "smithy.api#documentation": "Brews tea, see [`Brew`]." }
    },
    "e#Brew": {
      "type": "operation",
      "input": { "target": "e#BrewRequest" },
      "output": { "target": "e#Pot" },
      "errors": [{ "target": "e#Cold" }]
    },
    "e#BrewRequest": {
      "type": "structure",
      "members": {
        "SortOfTea": { "target": "e#SortOfTea" },
        "Cups": { "target": "smithy.api#Integer" },
        "Milk": { "target": "e#Milk", "traits": { "smithy.api#documentation": "Milk, if  any." } },
        "Sugar": { "target": "e#Milk" }
      }
    },
    "e#Pot": { "type": "structure", "members": {} },
    "e#SortOfTea": {
      "type": "enum",
      "members": { "GREEN": { "target": "smithy.api#Unit" } },
      "traits": { "smithy.api#documentation": "<p/>" }
    },
    "e#Milk": { "type": "string", "traits": { "smithy.api#documentation": "Milk, if any." } },
    "e#Cold": { "type": "structure", "traits": { "smithy.api#error": "client" } }
  }
}
"#;

const DOCS: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "e#Brew": {
      "type": "apply",
      "traits": {
        "smithy.api#documentation": "Takes `SortOfTee`, `BrewRequest$Cup`, [Kettle], [this], `SHOUTED`, [x](y) and [z](https://e.org)."
      }
    },
    "e#Kettle": { "type": "apply", "traits": { "smithy.api#documentation": "Gone." } },
    "e#BrewRequest$Lemon": { "type": "apply", "traits": { "smithy.api#documentation": "Gone, too." } }
  }
}
"#;

/// An example that is right, and one with a fault of every sort.
const EXAMPLES: &str = r#"{
  "smithy": "2.0",
  "shapes": {
    "e#Tea": {
      "type": "service",
      "operations": [{ "target": "e#Brew" }],
      "traits": { "aws.protocols#awsJson1_1": {}, "smithy.api#documentation": "Brews tea." }
    },
    "e#Brew": {
      "type": "operation",
      "input": { "target": "e#BrewRequest" },
      "output": { "target": "e#Pot" },
      "errors": [{ "target": "e#Cold" }],
      "traits": {
        "smithy.api#documentation": "Brews.",
        "smithy.api#examples": [
          {
            "title": "Right",
            "input": { "Sort": "GREEN", "Cups": 2, "Names": { "a": null }, "Lid": { "glass": "x" }, "At": 5, "Any": [1, null] },
            "error": { "shapeId": "e#Cold", "content": { "Degrees": "NaN" } }
          },
          {
            "title": "Wrong",
            "input": {
              "Sort": "GREAN",
              "Cup": 1,
              "Cups": 9,
              "Hot": "yes",
              "Names": { "": "x", "b": "a b" },
              "Lid": { "glass": "x", "tin": 1.5 },
              "Leaves": [null, "ab", "abcd"],
              "At": true
            },
            "output": [],
            "error": { "shapeId": "e#Warm" }
          },
          { "title": "Nothing given", "input": { "Sort": 5 } }
        ]
      }
    },
    "e#BrewRequest": {
      "type": "structure",
      "members": {
        "Sort": { "target": "e#Sort" },
        "Cups": {
          "target": "smithy.api#Integer",
          "traits": { "smithy.api#required": {}, "smithy.api#range": { "max": 6 }, "smithy.api#documentation": "How many." }
        },
        "Hot": { "target": "smithy.api#Boolean", "traits": { "smithy.api#documentation": "Whether it is hot." } },
        "Names": { "target": "e#Names" },
        "Lid": { "target": "e#Lid" },
        "Leaves": { "target": "e#Leaves" },
        "At": { "target": "smithy.api#Timestamp", "traits": { "smithy.api#documentation": "When." } },
        "Any": { "target": "smithy.api#Document", "traits": { "smithy.api#documentation": "Anything." } }
      }
    },
    "e#Pot": { "type": "structure", "members": {} },
    "e#Sort": {
      "type": "enum",
      "members": {
        "GREEN": { "target": "smithy.api#Unit", "traits": { "smithy.api#documentation": "Green." } }
      },
      "traits": { "smithy.api#documentation": "Sorts." }
    },
    "e#Names": {
      "type": "map",
      "key": { "target": "smithy.api#String", "traits": { "smithy.api#length": { "min": 1 } } },
      "value": { "target": "e#Name" },
      "traits": { "smithy.api#sparse": {}, "smithy.api#documentation": "Names." }
    },
    "e#Name": {
      "type": "string",
      "traits": { "smithy.api#pattern": "^[a-z]+$", "smithy.api#documentation": "A name." }
    },
    "e#Leaves": {
      "type": "list",
      "member": { "target": "e#Name", "traits": { "smithy.api#length": { "max": 3 } } },
      "traits": { "smithy.api#documentation": "Leaves." }
    },
    "e#Lid": {
      "type": "union",
      "members": {
        "glass": { "target": "smithy.api#String", "traits": { "smithy.api#documentation": "Glass." } },
        "tin": { "target": "smithy.api#Integer", "traits": { "smithy.api#documentation": "Tin." } }
      },
      "traits": { "smithy.api#documentation": "A lid." }
    },
    "e#Cold": {
      "type": "structure",
      "members": {
        "Degrees": { "target": "smithy.api#Float", "traits": { "smithy.api#documentation": "How cold." } }
      },
      "traits": { "smithy.api#error": "client", "smithy.api#documentation": "Cold." }
    }
  }
}
"#;

fn project() -> Project {
    let project = Project::new();
    project.put("models/shop.json", MODEL);
    project.put("models/shop.docs.json", DOCS);
    project
}

#[test]
fn findings_have_a_place_and_end_in_1() {
    let ended = project().run(&["lint"]).assert_code(1);
    insta::assert_snapshot!(ended.out);
    assert_eq!(ended.err, "");
}

#[test]
fn every_text_is_read() {
    let project = Project::new();
    let pages =
        r#""smithy.api#externalDocumentation": { "Page": "javascript:x", "Manual": "https://e.org" },"#;
    let sort = r#""smithy.api#enum": [
        { "value": "a", "name": "A" },
        { "value": "b", "name": "B", "documentation": "See [Gone], [`BrewRequest$Cup`] and [x](#y)." }
      ]"#;
    let (right, rest) =
        EXAMPLES.split_once(",\n          {\n            \"title\": \"Wrong\"").expect("it is there");
    let (_, after) = rest.split_once("{ \"Sort\": 5 } }").expect("it is the last example");
    let model = format!("{right}{after}")
        .replace(
            r#""smithy.api#documentation": "Brews.","#,
            &format!(r#""smithy.api#documentation": "Brews.", {pages}"#),
        )
        .replace(r#""title": "Right","#, r#""title": "Right", "documentation": "Shows [Kettle].","#)
        .replace(r#""smithy.api#pattern": "^[a-z]+$""#, sort);
    project.put("models/shop.json", model);
    let ended = project.run(&["lint"]).assert_code(1);
    let said: Vec<&str> = ended.out.lines().filter(|line| !line.contains("in an example: ")).collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[test]
fn examples_have_to_fit_the_model() {
    let project = Project::new();
    project.put("models/shop.json", EXAMPLES);
    insta::assert_snapshot!(project.run(&["lint"]).assert_code(2).err);
}

#[test]
fn the_same_for_programs() {
    let ended = project().run(&["lint", "--format", "json"]).assert_code(1);
    let report: serde_json::Value = serde_json::from_str(&ended.out).expect("it is JSON");
    assert_eq!(report["outcome"], "findings");
    let findings = report["findings"].as_array().expect("a list");
    let kinds: Vec<&str> = findings.iter().filter_map(|finding| finding["kind"].as_str()).collect();
    for (kind, count) in [("undocumented", 5), ("gone", 2), ("leads-nowhere", 4), ("repeats", 1)] {
        assert_eq!(kinds.iter().filter(|found| **found == kind).count(), count, "{kind}: {findings:#?}");
    }
    assert!(findings.iter().all(|finding| finding["line"].is_u64() && finding["file"].is_string()));
}

#[test]
fn a_model_that_is_documented_ends_in_0_and_a_wrong_one_in_2() {
    let project = Project::new();
    let said = |text: &str| format!("\"traits\": {{ \"smithy.api#documentation\": \"{text}\" }}");
    let documented = MODEL
        .replace("\"smithy.api#Unit\" }", &format!("\"smithy.api#Unit\", {} }}", said("Green.")))
        .replace("<p/>", "Sorts.")
        .replace("\"smithy.api#Integer\" }", &format!("\"smithy.api#Integer\", {} }}", said("How many.")))
        .replace("Milk, if  any.", "Warm milk.")
        .replace(
            "\"smithy.api#error\": \"client\"",
            "\"smithy.api#error\": \"client\", \"smithy.api#documentation\": \"Cold.\"",
        )
        .replace("\"errors\":", &format!("{}, \"errors\":", said("Brews.")));
    project.put("models/shop.json", &documented);
    assert_eq!(project.run(&["lint"]).assert_code(0).out, "documentation: nothing found\n");
    project.put("models/shop.json", documented.replace("\"target\": \"e#Pot\"", "\"target\": \"e#Pott\""));
    let ended = project.run(&["lint"]).assert_code(2);
    assert!(ended.out.is_empty() && ended.err.contains("did you mean"), "{}{}", ended.out, ended.err);
}

#[test]
fn stubs_are_written_in_the_order_of_the_model_and_reported_until_they_are_texts() {
    let project = project();
    let stubs = ["lint", "--write-stubs", "models/shop.docs.json", "--only", "undocumented,unfinished"];
    let ended = project.run(&stubs).assert_code(1);
    insta::assert_snapshot!("stubs_report", ended.text());
    insta::assert_snapshot!("stubs_written", project.get("models/shop.docs.json"));
    project.run(&["--stale", "warn"]).assert_code(0);
    let has_stub = |text: &String| text.contains("To be written");
    assert!(!project.texts("generated").values().any(has_stub), "no crate contains a stub");
    let before = project.get("models/shop.docs.json");
    project.run(&stubs).assert_code(1);
    assert_eq!(project.get("models/shop.docs.json"), before, "nothing is written twice");
    project.put("models/shop.docs.json", before.replace("To be written.", "Written."));
    let ended = project.run(&stubs).assert_code(1);
    assert_eq!(ended.out.lines().count(), 2, "a text that says nothing gets no stub: {}", ended.out);
}

#[test]
fn stubs_go_into_a_new_file_or_one_without_statements_or_into_none() {
    let project = project();
    for empty in [None, Some("{ \"smithy\": \"2.0\", \"shapes\": {} }")] {
        empty.into_iter().for_each(|text| project.put("models/stubs.json", text));
        let ended = project.run(&["lint", "--write-stubs", "models/stubs.json", "--brief"]).assert_code(1);
        assert!(
            ended.err.contains("wrote 4 stubs") && ended.out.contains("1 undocumented, 4 unfinished"),
            "{}",
            ended.text()
        );
        std::fs::remove_file(project.path("models/stubs.json")).expect("it is there");
    }
    for wrong in ["{", "{}", "{ \"shapes\": 1 }"] {
        project.put("wrong.json", wrong);
        let ended = project.run(&["lint", "--write-stubs", "wrong.json"]).assert_code(2);
        assert!(ended.err.contains("wrong.json") && project.get("wrong.json") == wrong, "{}", ended.text());
    }
}

#[test]
fn kinds_can_be_chosen_and_shapes_have_a_line() {
    let ended = project().run(&["lint", "--brief"]).assert_code(1);
    insta::assert_snapshot!("brief", ended.text());
    let ended = project().run(&["lint", "--only", "gone"]).assert_code(1);
    assert!(ended.out.ends_with("documentation: 2 gone\n"), "{}", ended.out);
    project().run(&["lint", "--only", "unfinished"]).assert_code(0);
}
