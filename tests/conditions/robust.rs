//! Expressions that nest deeply or go on and on come to an end, as a function or as a fault.

use serde_json::json;

/// Conditions of one expression on a structure that holds itself, and on a document.
fn model(expression: &str) -> String {
    let condition = json!({ "C": { "expression": expression, "documentation": "" } });
    let traits = json!({ "smithy.contracts#conditions": condition });
    json!({ "smithy": "2.0", "shapes": {
        "a#Shop": { "type": "service", "operations": [{ "target": "a#Buy" }] },
        "a#Buy": { "type": "operation", "input": { "target": "a#Input" } },
        "a#Input": { "type": "structure", "members": {
            "typed": { "target": "a#Tree", "traits": traits },
            "dynamic": { "target": "smithy.api#Document", "traits": traits }
        } },
        "a#Tree": { "type": "structure", "members": {
            "a": { "target": "a#Tree" },
            "n": { "target": "smithy.api#Integer" },
            "l": { "target": "a#Trees" },
            "f": { "target": "a#Flags" }
        } },
        "a#Flags": { "type": "list", "member": { "target": "smithy.api#Boolean" } },
        "a#Trees": { "type": "list", "member": { "target": "a#Tree" } }
    } })
    .to_string()
}

#[test]
fn every_expression_comes_to_an_end() {
    for (start, again, end, after) in [
        ("", "!", "n", ""),
        ("", "(", "n == `1`", ")"),
        ("", "a.", "n == `1`", ""),
        ("", "[", "n", "]"),
        ("", "{a: ", "n", "}"),
        ("length(", "l[*].", "n", ") == `1`"),
        ("length(", "l[].", "l[]", ") == `1`"),
        ("", "l[?length(", "l", ") == `1`]"),
        ("", "l[?l[?", "a", "]]"),
        ("", "not_null(a, ", "a", ")"),
        ("", "contains(`[1]`, ", "n", ")"),
        ("", "contains(f, ", "n == `1`", ")"),
        ("", "contains([n == `1`], ", "n == `1`", ")"),
        ("", "length([", "n", "][?@]) == `1`"),
        ("", "length([!(", "n", ")][?@]) == `1`"),
        ("", "sort_by(l, &", "n", ")"),
        ("", "n == `1` || ", "n == `1`", ""),
        ("", "n == `1` && (", "n == `1`", ")"),
        ("", "(a || ", "a", ")"),
        ("", "a | [@, a][0] | ", "n == `1`", ""),
        ("", "[a, n] | ", "[0] == [1]", ""),
        ("", "n < ", "n", ""),
    ] {
        for count in [10, 30, 60, 120, 500] {
            let closing = if after.contains([')', ']', '}']) && start.is_empty() {
                after.repeat(count)
            } else {
                after.to_owned()
            };
            let expression = format!("{start}{}{end}{closing}", again.repeat(count));
            for expression in [format!("({expression}) == `1`"), expression] {
                let outcome = super::functions(&[("model.json", &model(&expression))]);
                assert!(outcome.is_ok() || outcome.is_err_and(|faults| faults.contains("condition `C`")));
            }
        }
    }
}

#[test]
fn long_expressions_come_to_an_end() {
    let sum: Vec<String> = (0..900).map(|number| format!("`{number}`")).collect();
    for expression in [
        format!("sum([{}]) == `1`", sum.join(", ")),
        format!("[{}] == `[]`", vec!["n"; 2000].join(",")),
        format!("[{}, a] == `[]`", vec!["n"; 2000].join(",")),
        format!("contains(`[{}]`, n)", vec!["1"; 3000].join(",")),
    ] {
        super::functions(&[("model.json", &model(&expression))]).unwrap_or_else(|faults| panic!("{faults}"));
    }
}
