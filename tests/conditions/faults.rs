//! Conditions that are refused, each with its place.

/// The faults of conditions on a small order, one a condition.
fn faults(conditions: &[(&str, &str)]) -> String {
    let conditions: serde_json::Map<String, serde_json::Value> = conditions
        .iter()
        .map(|(name, expression)| {
            let condition = serde_json::json!({ "expression": expression, "documentation": "" });
            ((*name).to_owned(), condition)
        })
        .collect();
    shown(&model(&serde_json::to_string_pretty(&conditions).expect("this is JSON")))
}

/// A model with a trait of this value on an order.
fn model(conditions: &str) -> String {
    format!(
        r#"{{
  "smithy": "2.0",
  "shapes": {{
    "a#Shop": {{ "type": "service", "operations": [{{ "target": "a#Buy" }}] }},
    "a#Buy": {{ "type": "operation", "input": {{ "target": "a#Order" }} }},
    "a#Order": {{
      "type": "structure",
      "members": {{
        "name": {{ "target": "smithy.api#String", "traits": {{ "smithy.api#required": {{}} }} }},
        "count": {{ "target": "smithy.api#Integer" }},
        "ready": {{ "target": "smithy.api#Boolean" }},
        "tags": {{ "target": "a#Tags" }},
        "pay": {{ "target": "a#Pay" }},
        "inner": {{ "target": "a#Order" }}
      }},
      "traits": {{ "smithy.contracts#conditions": {conditions} }}
    }},
    "a#Tags": {{ "type": "list", "member": {{ "target": "smithy.api#String" }} }},
    "a#Pay": {{ "type": "union", "members": {{ "cash": {{ "target": "smithy.api#Unit" }} }} }}
  }}
}}"#
    )
}

/// Faults with their places, without the lines of the source.
fn shown(model: &str) -> String {
    match super::functions(&[("model.json", model)]) {
        Ok((_, warnings)) => format!("accepted\n{warnings}"),
        Err(faults) => faults,
    }
}

#[test]
fn syntax() {
    insta::assert_snapshot!(faults(&[
        ("Dot", "name."),
        ("Assigned", "count = `1`"),
        ("Open", "length(name"),
        ("Json", "name == `{a}`"),
        ("Quote", "name == 'ann"),
        ("Step", "tags[::0] == `[]`"),
        ("Unicode", "name == 'ä' ö"),
    ]));
}

#[test]
fn members() {
    insta::assert_snapshot!(faults(&[
        ("Unknown", "nmae == 'ann'"),
        ("Deep", "inner.inner.cuont > `1`"),
        ("OfText", "name.first == 'a'"),
        ("OfList", "tags.name == 'a'"),
        ("OfUnion", "pay.card != `null`"),
        ("True", "ready == true"),
        ("IndexOfText", "name[0] == 'a'"),
        ("ElementsOfObject", "length(inner[*]) > `1`"),
        ("ValuesOfList", "length(tags.*) > `1`"),
        ("InFilter", "length(tags[?name == 'a']) > `1`"),
    ]));
}

#[test]
fn types() {
    insta::assert_snapshot!(faults(&[
        ("String", "name"),
        ("Null", "`null`"),
        ("Either", "name || ready"),
        ("NeverEqual", "name == `1`"),
        ("NeverEqualUnion", "pay == 'cash'"),
        ("OrderOfText", "name < 'b'"),
        ("OrderOfNull", "count < `null`"),
        ("NeverIn", "contains(tags, `1`)"),
        ("NumberInText", "contains(name, `1`)"),
    ]));
}

#[test]
fn functions() {
    insta::assert_snapshot!(faults(&[
        ("Near", "lenght(name) > `1`"),
        ("Far", "frobnicate(name)"),
        ("Alone", "not_null(name, &name) == 'a'"),
        ("NoReference", "max_by(tags, name) == 'a'"),
        ("InReference", "length(sort_by([inner], &cuont)) > `1`"),
        ("OfReference", "length(sort_by([inner], &ready)) > `1`"),
        ("Few", "contains(name)"),
        ("Many", "length(name, name) > `1`"),
        ("None", "not_null() == 'a'"),
        ("LengthOfNumber", "length(count) > `1`"),
        ("KeysOfList", "length(keys(tags)) > `1`"),
        ("StartOfList", "starts_with(tags, 'a')"),
        ("SumOfText", "sum(tags) > `1`"),
        ("JoinOfNumbers", "join(', ', [count]) == 'a'"),
        ("FloorOfText", "floor(name) > `1`"),
        ("MaxOfObjects", "max([inner]) == inner"),
    ]));
}

#[test]
fn null_without_backquotes_is_a_warning() {
    insta::assert_snapshot!(faults(&[("Bare", "count == null || count > `1`")]));
}

#[test]
fn conditions_hold_for_values_only() {
    let condition = r#"{ "C": { "expression": "name == 'a'", "documentation": "" } }"#;
    let traits = format!(r#", "traits": {{ "smithy.contracts#conditions": {condition} }} }},"#);
    let model = model("{}")
        .replace(r#""operations": [{ "target": "a#Buy" }] },"#, &format!(r#""operations": [{{ "target": "a#Buy" }}], "resources": [{{ "target": "a#Cart" }}]{traits} "a#Cart": {{ "type": "resource"{traits}"#))
        .replace(r#""input": { "target": "a#Order" } },"#, &format!(r#""input": {{ "target": "a#Order" }}{traits}"#));
    insta::assert_snapshot!(shown(&model));
}

#[test]
fn the_form_of_the_trait() {
    insta::assert_snapshot!("form_of_the_trait", shown(&model("[]")));
    let conditions = r#"{
        "lower": { "expression": "ready", "documentation": "" },
        "Text": "ready",
        "NoExpression": { "documentation": "" },
        "NoDocumentation": { "expression": "ready" },
        "Number": { "expression": 1, "documentation": "" },
        "More": { "expression": "ready", "documentation": "", "expresion": "" }
      }"#;
    insta::assert_snapshot!("form_of_conditions", shown(&model(conditions)));
}
