//! Plain Rust, the evaluator over the same values, and the evaluator over documents say the same.
//!
//! Expressions and values are made at random, the same ones in each run.

#[path = "agreement/expressions.rs"]
mod expressions;
#[path = "agreement/values.rs"]
mod values;

use std::fmt::Write;

use serde_json::{Map, Value, json};

use self::expressions::{any_condition, typed_condition};

/// How many expressions are made of each kind.
const EXPRESSIONS: usize = 400;

/// How many values they are compared over.
const VALUES: usize = 150;

/// A source of numbers that look random: a linear congruential generator.
pub struct Dice(u64);

impl Dice {
    /// A number below `count`.
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % count
    }

    /// One of several texts.
    pub fn one_of(&mut self, texts: &[&str]) -> String {
        texts[self.below(texts.len())].to_owned()
    }
}

/// A model whose input has a value of a structure and a document, each with conditions. The conditions `C…` on the
/// structure are as they are, `E…` the same in a form that is evaluated, and those on the document are evaluated.
fn model(expressions: &[String]) -> String {
    let entry =
        |name: String, expression: String| (name, json!({ "expression": expression, "documentation": "" }));
    let all = || expressions.iter().enumerate();
    let plain: Map<String, Value> = all().map(|(n, one)| entry(format!("C{n}"), one.clone())).collect();
    let evaluated = all().map(|(n, one)| entry(format!("E{n}"), format!("to_array({one})[0]")));
    let typed: Map<String, Value> = plain.clone().into_iter().chain(evaluated).collect();
    let on = |target: &str, conditions: Map<String, Value>| json!({ "target": target, "traits": { "smithy.contracts#conditions": conditions } });
    let members = json!({ "typed": on("v#All", typed), "dynamic": on("smithy.api#Document", plain) });
    let mut shapes = values::shapes();
    shapes
        .insert("v#Service".to_owned(), json!({ "type": "service", "operations": [{ "target": "v#Run" }] }));
    shapes.insert("v#Run".to_owned(), json!({ "type": "operation", "input": { "target": "v#Input" } }));
    shapes.insert("v#Input".to_owned(), json!({ "type": "structure", "members": members }));
    json!({ "smithy": "2.0", "shapes": shapes }).to_string()
}

/// Expressions without those that are certain to go wrong on one side, which are refused.
fn accepted(expressions: Vec<String>) -> Vec<String> {
    let faults = match super::functions(&[("model.json", &model(&expressions))]) {
        Ok(_) => return expressions,
        Err(faults) => faults,
    };
    let refused = |number: usize| {
        ["C", "E"].iter().any(|kind| faults.contains(&format!("condition `{kind}{number}`,")))
    };
    let kept = expressions.into_iter().enumerate().filter(|(number, _)| !refused(*number));
    kept.map(|(_, expression)| expression).collect()
}

fn program(count: usize, dice: &mut Dice) -> String {
    let mut program = String::from(
        "use agreement::conditions as c;\nuse agreement::{All, Input, smithy::Document, wire};\n\n\
         type Verdicts = (fn(&All) -> bool, fn(&All) -> bool, fn(&Document) -> bool);\n\n",
    );
    let _ = writeln!(program, "const ALL: [Verdicts; {count}] = [");
    for n in 0..count {
        let _ = writeln!(program, "    (c::input_typed_c{n}, c::input_typed_e{n}, c::input_dynamic_c{n}),");
    }
    program.push_str("];\n\nfn main() {\n");
    for number in 0..VALUES {
        let value = values::value(dice, "v#All", 3);
        let text = json!({ "typed": value, "dynamic": value }).to_string();
        let _ = writeln!(program, "    compare({number}, {text:?});");
    }
    program.push_str("}\n\n");
    program.push_str(COMPARE);
    program
}

/// Infinities and `NaN` are strings in JSON, and so in documents: they are compared over the structure alone.
const COMPARE: &str = r#"fn compare(value: usize, text: &str) {
    let input: Input = wire::from_json(text, wire::Mode::Lenient).expect("the value is of its type");
    let (typed, dynamic) = (input.typed.expect("it is there"), input.dynamic.expect("it is there"));
    let finite = !text.contains("NaN") && !text.contains("Infinity");
    for (number, (plain, evaluated, document)) in ALL.iter().enumerate() {
        let plain = plain(&typed);
        let others = [evaluated(&typed), if finite { document(&dynamic) } else { plain }];
        println!("{number} {value} {plain} {others:?}");
    }
}
"#;

#[test]
fn plain_rust_and_the_evaluator_agree() {
    let mut dice = Dice(1);
    let mut made: Vec<String> = (0..EXPRESSIONS).map(|_| typed_condition(&mut dice, 2)).collect();
    made.extend((0..EXPRESSIONS).map(|_| {
        let depth = 1 + dice.below(3);
        any_condition(&mut dice, depth)
    }));
    let expressions = accepted(made);
    let model = model(&expressions);
    let (functions, _) =
        super::functions(&[("model.json", &model)]).unwrap_or_else(|faults| panic!("{faults}"));
    let evaluated = functions.matches("static EXPRESSION").count();
    let plain = 3 * expressions.len() - evaluated;
    let program = program(expressions.len(), &mut dice);
    let printed = super::run("agreement", &[("model.json", &model)], &program);
    let (mut differing, mut holding) = (Vec::new(), 0);
    for line in printed.lines() {
        let words: Vec<&str> = line.splitn(4, ' ').collect();
        holding += usize::from(words[2] == "true");
        if words[3] != format!("[{0}, {0}]", words[2]) {
            let number: usize = words[0].parse().expect("a number comes first");
            differing.push(format!("{}: {line}", expressions[number]));
        }
    }
    let verdicts = printed.lines().count();
    println!("{} expressions, {plain} of them plain Rust, {holding} of {verdicts} hold", expressions.len());
    assert_eq!(verdicts, expressions.len() * VALUES);
    assert_eq!(differing, Vec::<String>::new());
    assert!((verdicts / 10..verdicts * 9 / 10).contains(&holding), "{holding} of {verdicts} say little");
    assert!(plain >= 200, "only {plain} are plain Rust");
}
