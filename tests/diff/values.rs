//! The mark of the wire with values: what clients and servers of one model write, those of the other read strictly.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::Write as _;
use std::process::Stdio;

use serde_json::{Map, Value, json};
use smithygen::diagnostics::Sources;
use smithygen::report::diff::WireMark;

use crate::compiled::{Modules, put_modules};
use crate::differences;
use crate::proof::{EDITS, MODEL};
use crate::scratch::{cargo, command, put};

/// How many values there are of each type: the least one, then whole ones with other variants, values and bounds.
const VALUES: usize = 4;

/// Edits whose marks are about more than the values of messages.
const UNSEEN: [&str; 3] = ["error-is-at-another-fault", "operation-went", "output-came"];

/// Reads a value as a server reads a request, or as a client reads a response, and writes it again.
const MAIN: &str = r#"
use std::io::BufRead;

macro_rules! request {
    ($module:ident, $ty:ident, $body:expr) => {{
        use edits::$module::new as m;
        m::validation::from_bytes::<m::$ty>($body.as_bytes(), &m::validation::Policy::new().strict())
            .map_or_else(|error| format!("- {error:?}"), |value| m::wire::to_json(&value))
    }};
}

macro_rules! response {
    ($module:ident, $ty:ident, $body:expr) => {{
        use edits::$module::new as m;
        m::wire::from_json::<m::$ty>($body, m::wire::Mode::Strict)
            .map_or_else(|error| format!("- {error:?}"), |value| m::wire::to_json(&value))
    }};
}

fn main() {
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("standard input is text");
        let parts: Vec<&str> = line.splitn(3, '\t').collect();
        println!("{}", match (parts[0], parts[1]) {
ARMS
            _ => panic!("{line}"),
        });
    }
}
"#;

/// A model as JSON, with everything folded in.
fn model(text: &str) -> Value {
    let mut sources = Sources::default();
    sources.add("tea.smithy".to_owned(), text.to_owned());
    let (document, _) = smithygen::ast(&sources).expect("the model is right");
    serde_json::from_str(&document.to_string()).expect("it is JSON")
}

/// The inputs of the operations of a model by their names in Rust, and the outputs and errors.
fn messages(model: &Value) -> [BTreeMap<String, String>; 2] {
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    let service = shapes.values().find(|shape| shape["type"] == "service").expect("there is a service");
    let operations = service["operations"].as_array().into_iter().flatten();
    let operations = operations.filter_map(|bound| shapes.get(bound["target"].as_str()?));
    let mut messages = [BTreeMap::new(), BTreeMap::new()];
    for operation in operations {
        let errors = operation["errors"].as_array().into_iter().flatten();
        let answers = errors.chain([&operation["output"]]);
        for (side, targets) in [vec![&operation["input"]], answers.collect()].into_iter().enumerate() {
            let ids = targets.into_iter().filter_map(|target| target["target"].as_str());
            for id in ids.filter(|id| *id != "smithy.api#Unit") {
                let name = id.split('#').nth(1).unwrap_or_default().to_owned();
                messages[side].insert(name, id.to_owned());
            }
        }
    }
    messages
}

/// One value of a shape; the first has only what must be there.
fn value(model: &Value, id: &str, number: usize, depth: usize) -> Value {
    let shape = &model["shapes"][id];
    let pick =
        |names: &Map<String, Value>| names.iter().nth(number % names.len()).map(|(name, _)| name.clone());
    match shape["type"].as_str().unwrap_or(id) {
        "structure" => {
            let members = shape["members"].as_object().cloned().unwrap_or_default();
            let is_kept = |member: &Value| {
                let has = |name: &str| member["traits"].get(format!("smithy.api#{name}")).is_some();
                // A server may leave out what clients do not rely on.
                let is_required = has("required") && !has("clientOptional");
                is_required || (number > 0 && depth < 3)
            };
            let kept = members.iter().filter(|(_, member)| is_kept(member));
            kept.map(|(name, member)| (name.clone(), of_member(model, member, number, depth + 1))).collect()
        }
        "union" => {
            let members = shape["members"].as_object().expect("a union has members");
            let name = pick(members).expect("a union has members");
            json!({ name.clone(): of_member(model, &members[&name], number, depth + 1) })
        }
        "enum" => {
            let members = shape["members"].as_object().expect("an enum has values");
            let name = pick(members).expect("an enum has values");
            members[&name]["traits"].get("smithy.api#enumValue").cloned().unwrap_or_else(|| json!(name))
        }
        "list" => match shape["traits"].get("smithy.api#sparse") {
            Some(_) if number > 1 => json!([null]),
            _ => json!([of_member(model, &shape["member"], number, depth + 1)]),
        },
        "boolean" | "smithy.api#Boolean" => json!(true),
        "long" | "smithy.api#Long" if number == 3 => json!(5_000_000_000_u64),
        "integer" | "long" | "smithy.api#Integer" | "smithy.api#Long" => json!(7),
        "smithy.api#Double" => json!(1.5),
        _ => json!("text"),
    }
}

/// The value of a member, at one of the bounds of its constraints.
fn of_member(model: &Value, member: &Value, number: usize, depth: usize) -> Value {
    let target = member["target"].as_str().unwrap_or_default();
    let bounds = |name: &str| {
        let id = format!("smithy.api#{name}");
        let of_target = model["shapes"].get(target).and_then(|shape| shape["traits"].get(&id));
        let bounds = member["traits"].get(&id).or(of_target)?;
        let side = if number.is_multiple_of(2) { "min" } else { "max" };
        bounds.get(side).or(bounds.get("max")).and_then(Value::as_u64)
    };
    match (bounds("length"), bounds("range")) {
        (Some(length), _) => json!("a".repeat(length as usize)),
        (None, Some(bound)) => json!(bound),
        (None, None) => value(model, target, number, depth),
    }
}

/// A question to the program: the module, the type and the body.
type Question = (String, String, Value);

/// What the values of a pair of models show; `read` answers questions.
fn observed(
    name: &str,
    old: &Value,
    new: &Value,
    read: &mut impl FnMut(Question) -> Option<Value>,
) -> WireMark {
    let mut mark = WireMark::COMPATIBLE;
    let ([old_inputs, old_outputs], [new_inputs, new_outputs]) = (messages(old), messages(new));
    let values = |model: &Value, id: &str| (0..VALUES).map(|at| value(model, id, at, 0)).collect::<Vec<_>>();
    for (ty, id) in old_inputs.iter().filter(|(ty, _)| new_inputs.contains_key(*ty)) {
        for body in values(old, id) {
            // What is left out may stand for something.
            let meant = read(("same".to_owned(), ty.clone(), body.clone())).expect("it is right");
            let got = read((name.to_owned(), ty.clone(), body));
            mark.old_clients |= got.is_none_or(|got| !holds(&got, &meant));
        }
        for body in values(new, &new_inputs[ty]) {
            mark.old_servers |= read(("same".to_owned(), ty.clone(), body)).is_none();
        }
    }
    for (ty, id) in old_outputs.iter().filter(|(ty, _)| new_outputs.contains_key(*ty)) {
        for (before, body) in values(old, id).into_iter().zip(values(new, &new_outputs[ty])) {
            mark.old_clients |= !has_keys(&body, &before);
            mark.old_clients |= read(("same".to_owned(), ty.clone(), body)).is_none();
            mark.old_servers |= read((name.to_owned(), ty.clone(), before)).is_none();
        }
    }
    mark
}

/// Whether a value has everything that another has.
fn holds(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(key, part)| whole.get(key).is_some_and(|whole| holds(whole, part)))
        }
        (whole, part) => whole == part,
    }
}

/// Whether an answer has every member that another has; those of unions stand for each other.
fn has_keys(whole: &Value, part: &Value) -> bool {
    match (whole, part) {
        (Value::Object(whole), Value::Object(part)) if part.len() > 1 => {
            part.iter().all(|(key, part)| whole.get(key).is_some_and(|whole| has_keys(whole, part)))
        }
        (Value::Object(whole), Value::Object(part)) => {
            part.iter().all(|(key, part)| whole.get(key).is_none_or(|whole| has_keys(whole, part)))
        }
        (Value::Array(whole), Value::Array(part)) => {
            whole.iter().zip(part).all(|(whole, part)| has_keys(whole, part))
        }
        _ => true,
    }
}

/// The arms of the program: each reads one type of one module.
fn arms(models: &[(String, Value)], modules: &Modules) -> String {
    let mut arms = String::new();
    for (name, model) in models {
        let [inputs, outputs] = messages(model);
        let module = &modules[name];
        for (how, types) in [("request", inputs), ("response", outputs)] {
            for ty in types.keys() {
                let _ =
                    writeln!(arms, "            (\"{name}\", \"{ty}\") => {how}!({module}, {ty}, parts[2]),");
            }
        }
    }
    arms
}

#[test]
#[ignore = "compiles a program with a module for every edit"]
fn what_cannot_be_read_is_marked() {
    let edited = EDITS.iter().map(|(name, from, to)| ((*name).to_owned(), MODEL.replacen(from, to, 1)));
    let texts: Vec<(String, String)> =
        [("same".to_owned(), MODEL.to_owned())].into_iter().chain(edited).collect();
    let models: Vec<(String, Value)> = texts.iter().map(|(name, text)| (name.clone(), model(text))).collect();
    let (folder, modules) = put_modules("diff-values", &models);
    put(&folder.join("src/lib.rs"), &modules.declarations());
    put(&folder.join("src/main.rs"), &MAIN.replace("ARMS", &arms(&models, &modules)));
    cargo(&folder, &["build", "--quiet"]);
    let mut child = command(&folder, &["run", "--quiet"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("cargo can be run");
    let (mut asked, mut answers) =
        (child.stdin.take().expect("it is piped"), child.stdout.take().expect("it is piped"));
    let mut lines = std::io::BufRead::lines(std::io::BufReader::new(&mut answers));
    let mut read = |(module, ty, body): Question| {
        writeln!(asked, "{module}\t{ty}\t{body}").expect("the program reads");
        let line = lines.next().expect("the program answers").expect("it is text");
        serde_json::from_str::<Value>(&line).ok()
    };
    let mut wrong = Vec::new();
    for ((name, text), (_, new)) in texts.iter().zip(&models) {
        let mut marked = WireMark::COMPATIBLE;
        differences("smithy", MODEL, text).iter().for_each(|found| marked |= found.wire);
        let observed = observed(name, &models[0].1, new, &mut read);
        if observed != marked && !UNSEEN.contains(&name.as_str()) {
            wrong.push(format!("{name}: marked {}, observed {}", marked.name(), observed.name()));
        }
    }
    // Without its standard input the program ends.
    drop(asked);
    assert!(child.wait().expect("the program ends").success());
    assert!(wrong.is_empty(), "{wrong:#?}");
}
