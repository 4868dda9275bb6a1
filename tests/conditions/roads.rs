//! Two roads to one answer: what is compiled for typed values says the same as what is compiled for documents.
//!
//! Expressions are made at random, the same ones in each run.

use std::fmt::Write;

use serde_json::{Map, Value, json};

/// How many expressions are compared.
const COMPARED: usize = 250;

/// A source of numbers that look random: a linear congruential generator.
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % count
    }

    fn one_of(&mut self, texts: &[&str]) -> String {
        texts[self.below(texts.len())].to_owned()
    }
}

const NAMES: [&str; 15] = ["s", "t", "n", "m", "d", "f", "b", "l", "k", "o", "p", "q", "h", "z", "w"];

/// An expression of any type.
fn expression(dice: &mut Dice, depth: usize) -> String {
    if depth == 0 {
        return match dice.below(5) {
            0 => dice.one_of(&[
                "'a'",
                "''",
                "'ab'",
                "`1`",
                "`2.5`",
                "`-1`",
                "`null`",
                "`true`",
                "`[1, 2]`",
                "['a', 'b']",
            ]),
            _ => dice.one_of(&NAMES),
        };
    }
    let mut e = || expression(dice, depth - 1);
    let (a, b) = (e(), e());
    let name = dice.one_of(&NAMES);
    match dice.below(22) {
        0 | 1 => format!("{a}.{name}"),
        2 => format!("{a}[{}]", dice.one_of(&["0", "1", "-1", "-2"])),
        3 | 4 => format!("{a}[*].{name}"),
        5 | 6 => format!("{a}[?{}].{name}", condition(dice, depth - 1)),
        7 => format!("{a}[?{}]", condition(dice, depth - 1)),
        8 => format!("{a}[]"),
        9 => format!("{a}[{}]", dice.one_of(&["1:", ":1", "::-1", "-2:", "::2"])),
        10 => format!("{a}.*"),
        11 => format!("({a} || {b})"),
        12 => format!("({a} && {b})"),
        13 => format!("not_null({a}, {b})"),
        14 => format!("[{a}, {b}]"),
        15 => format!("{{a: {a}, b: {b}}}"),
        16 => format!("({a} | [0])"),
        17 => format!("({a} | [@, {name}])"),
        18 => format!("length({a})"),
        19 => format!("{}({a})", dice.one_of(&["max", "min", "sum"])),
        20 => format!("{}({a})", dice.one_of(&["keys", "values"])),
        _ => name,
    }
}

/// An expression that gives a boolean, or null.
fn condition(dice: &mut Dice, depth: usize) -> String {
    let (a, b) = (expression(dice, depth), expression(dice, depth));
    match dice.below(10) {
        0 | 1 => format!("{a} == {b}"),
        2 => format!("{a} != {b}"),
        3 => format!("{a} {} {b}", dice.one_of(&["<", "<=", ">", ">="])),
        4 => format!("!({a})"),
        5 => format!("contains({a}, {b})"),
        6 => format!("{}({a}, {b})", dice.one_of(&["starts_with", "ends_with"])),
        7 if depth > 0 => {
            let (a, b) = (condition(dice, depth - 1), condition(dice, depth - 1));
            format!("({a}) {} ({b})", dice.one_of(&["&&", "||", "==", "!="]))
        }
        _ => format!("length({a}) {} `{}`", dice.one_of(&["==", ">", "<="]), dice.below(3)),
    }
}

/// The shapes of the typed road.
fn shapes() -> Map<String, Value> {
    let required = json!({ "smithy.api#required": {} });
    let sparse = json!({ "smithy.api#sparse": {} });
    let target = |name: &str| json!({ "target": format!("smithy.api#{name}") });
    let list = |target: &str| json!({ "type": "list", "member": { "target": target } });
    let shapes = json!({
        "v#All": { "type": "structure", "members": {
            "s": { "target": "smithy.api#String", "traits": required },
            "t": target("String"),
            "n": { "target": "smithy.api#Integer", "traits": required },
            "m": target("Long"),
            "d": target("Double"),
            "f": target("Float"),
            "b": target("Boolean"),
            "l": { "target": "v#Texts", "traits": required },
            "k": { "target": "v#Longs" },
            "o": { "target": "v#All" },
            "p": { "target": "v#Alls", "traits": required },
            "q": { "target": "v#Rows" },
            "h": { "target": "v#Counts" },
            "z": { "target": "v#Sparse" },
            "w": target("Timestamp"),
            "u": { "target": "v#Either" },
            "v": { "target": "v#Documents" },
            "x": { "target": "v#Maps" },
            "y": { "target": "v#Kinds" },
            "e": { "target": "v#Kind" }
        } },
        "v#Texts": list("smithy.api#String"),
        "v#Longs": list("smithy.api#Long"),
        "v#Alls": list("v#All"),
        "v#Rows": list("v#Longs"),
        "v#Counts": { "type": "map", "key": target("String"), "value": target("Integer") },
        "v#Either": { "type": "union", "members": {
            "s": target("String"), "o": { "target": "v#All" }, "n": target("Integer"), "k": { "target": "v#Longs" }
        } },
        "v#Documents": { "type": "list", "member": target("Document"), "traits": sparse },
        "v#Maps": { "type": "map", "key": { "target": "v#Kind" }, "value": { "target": "v#Documents" } },
        "v#Kinds": { "type": "list", "member": { "target": "v#Kind" }, "traits": sparse },
        "v#Kind": { "type": "enum", "members": { "a": target("Unit"), "s": target("Unit") } },
        "v#Sparse": { "type": "list", "member": target("String"), "traits": sparse }
    });
    shapes.as_object().cloned().unwrap_or_default()
}

/// Values that have everything, nearly nothing, and something in between.
fn values() -> Vec<Value> {
    let bare = json!({ "s": "", "n": 0, "l": [], "p": [] });
    let some = json!({ "s": "a", "t": "ab", "n": 1, "m": 2, "b": false, "l": ["a"], "k": [], "p": [bare],
        "q": [[], [1]], "h": {}, "z": [null], "d": 2.5, "w": 1, "u": { "s": "ab" },
        "v": [], "x": { "a": [] }, "y": ["a"], "e": "s" });
    let all = json!({ "s": "ab", "t": "a", "n": 2, "m": 9_007_199_254_740_993_i64, "d": 1.0, "f": 2.5, "b": true,
        "l": ["b", "a", "ab"], "k": [3, 1, 2], "o": some, "p": [some, bare, some], "q": [[1, 2], [3]],
        "h": { "a": 1, "n": 2, "s": 3 }, "z": ["a", null, "b"], "w": 2.5, "u": { "o": some },
        "v": [1, "a", null, { "s": [1] }], "x": { "s": [1, null], "a": [{}] }, "y": ["s", null, "b"], "e": "a" });
    let nested = json!({ "s": "x", "n": -1, "l": ["", "a"], "o": all, "p": [all], "k": [1], "f": 0.5,
        "u": { "k": [2, 1] }, "v": [[1], [2, [3]]], "e": "new" });
    vec![bare, some, all, nested]
}

fn model(conditions: &Map<String, Value>) -> String {
    let traits = json!({ "smithy.contracts#conditions": conditions });
    let members = json!({
        "typed": { "target": "v#All", "traits": traits },
        "dynamic": { "target": "smithy.api#Document", "traits": traits }
    });
    let mut all = shapes();
    all.insert("v#Service".to_owned(), json!({ "type": "service", "operations": [{ "target": "v#Run" }] }));
    all.insert("v#Run".to_owned(), json!({ "type": "operation", "input": { "target": "v#Input" } }));
    all.insert("v#Input".to_owned(), json!({ "type": "structure", "members": members }));
    json!({ "smithy": "2.0", "shapes": all }).to_string()
}

fn entry(expression: &str) -> Value {
    json!({ "expression": expression, "documentation": "" })
}

/// Conditions that both roads accept, by name.
fn accepted() -> Map<String, Value> {
    let mut dice = Dice(1);
    let mut accepted = Map::new();
    while accepted.len() < COMPARED {
        let depth = 1 + dice.below(3);
        let expression = condition(&mut dice, depth);
        let alone = Map::from_iter([("C".to_owned(), entry(&expression))]);
        if expression.len() < 200 && super::functions(&[("model.json", &model(&alone))]).is_ok() {
            accepted.insert(format!("C{}", accepted.len()), entry(&expression));
        }
    }
    accepted
}

fn program(count: usize) -> String {
    let mut program = String::from("use roads::conditions as c;\nuse roads::{Input, wire};\n\nfn main() {\n");
    let pairs: String = (0..count)
        .map(|number| format!("        (c::input_typed_c{number}, c::input_dynamic_c{number}),\n"))
        .collect();
    let _ = writeln!(
        program,
        "    let pairs: [(fn(&roads::All) -> bool, fn(&roads::smithy::Document) -> bool); {count}] = [\n{pairs}    ];"
    );
    for value in values() {
        let text = json!({ "typed": value, "dynamic": value }).to_string();
        let _ = writeln!(program, "    compare(&pairs, {text:?});");
    }
    program.push_str(
        "}\n\nfn compare(pairs: &[(fn(&roads::All) -> bool, fn(&roads::smithy::Document) -> bool)], text: &str) {\n    \
         let input: Input = wire::from_json(text, wire::Mode::Lenient).expect(\"the value is of its type\");\n    \
         let (typed, dynamic) = (input.typed.expect(\"it is there\"), input.dynamic.expect(\"it is there\"));\n    \
         for (number, (one, other)) in pairs.iter().enumerate() {\n        \
         println!(\"{number} {} {}\", one(&typed), other(&dynamic));\n    }\n}\n",
    );
    program
}

#[test]
fn typed_values_and_documents_agree() {
    let conditions = accepted();
    let printed = super::run("roads", &[("model.json", &model(&conditions))], &program(conditions.len()));
    let mut differing = Vec::new();
    let mut holding = 0;
    for line in printed.lines() {
        let words: Vec<&str> = line.split(' ').collect();
        holding += usize::from(words[1] == "true");
        if words[1] != words[2] {
            let expression = &conditions[&format!("C{}", words[0])]["expression"];
            differing.push(format!("{expression}: {} on types, {} on a document", words[1], words[2]));
        }
    }
    assert_eq!(printed.lines().count(), conditions.len() * values().len());
    assert_eq!(differing, Vec::<String>::new());
    let verdicts = printed.lines().count();
    assert!((verdicts / 10..verdicts * 9 / 10).contains(&holding), "{holding} of {verdicts} say little");
}
