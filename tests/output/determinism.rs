//! The output is a function of the model: not of the order of files or keys, of line ends, or of the process.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Map, Value};
use smithygen::options::Options;

/// A model with its shapes and traits in the opposite order; members keep theirs, which is their meaning.
fn reversed(text: &str) -> String {
    let model: Value = serde_json::from_str(text).expect("a fixture is JSON");
    let mut top = Map::new();
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    let shapes: Map<String, Value> =
        shapes.iter().rev().map(|(id, shape)| (id.clone(), turned(shape))).collect();
    top.insert("shapes".to_owned(), Value::Object(shapes));
    top.extend(
        ["metadata", "smithy"]
            .map(|key| (key.to_owned(), model[key].clone()))
            .into_iter()
            .filter(|(_, value)| !value.is_null()),
    );
    serde_json::to_string(&Value::Object(top)).expect("JSON can be written")
}

fn turned(shape: &Value) -> Value {
    let Value::Object(entries) = shape else { return shape.clone() };
    let turned = entries.iter().rev().map(|(key, value)| {
        let value = match (key.as_str(), value) {
            ("traits", Value::Object(traits)) => Value::Object(traits.clone().into_iter().rev().collect()),
            _ => value.clone(),
        };
        (key.clone(), value)
    });
    Value::Object(turned.collect())
}

/// A model cut into two files, by turns.
fn halves(text: &str) -> [String; 2] {
    let model: Value = serde_json::from_str(text).expect("a fixture is JSON");
    let shapes = model["shapes"].as_object().expect("a model has shapes");
    [0, 1].map(|half| {
        let kept = shapes.iter().enumerate().filter(|(index, _)| index % 2 == half);
        let kept: Map<String, Value> = kept.map(|(_, (id, shape))| (id.clone(), shape.clone())).collect();
        let metadata = if half == 0 { model["metadata"].clone() } else { Value::Null };
        let metadata = if metadata.is_null() { serde_json::json!({}) } else { metadata };
        serde_json::json!({"smithy": model["smithy"], "metadata": metadata, "shapes": kept}).to_string()
    })
}

#[test]
fn order_and_line_ends_do_not_matter() {
    for (name, text) in super::all().into_iter().filter(|(_, text)| text.starts_with('{')) {
        let files = |texts: &[(&str, &str)]| {
            super::generate(texts, &Options::default())
                .unwrap_or_else(|faults| panic!("{name}: {faults}"))
                .files
        };
        let expected = files(&[("a.json", &text)]);
        assert!(expected == files(&[("b.json", &reversed(&text))]), "{name}: shapes and traits reversed");
        assert!(expected == files(&[("c.json", &text.replace('\n', "\r\n"))]), "{name}: CRLF");
        let [first, second] = halves(&text);
        assert!(expected == files(&[("x.json", &first), ("y.json", &second)]), "{name}: two files");
        assert!(expected == files(&[("y.json", &second), ("x.json", &first)]), "{name}: two files, turned");
    }
}

fn tree(folder: &Path, files: &mut BTreeMap<String, Vec<u8>>, below: &str) {
    for entry in fs::read_dir(folder).expect("the output can be read").flatten() {
        let name = format!("{below}/{}", entry.file_name().to_string_lossy());
        match entry.file_type().expect("the output can be read").is_dir() {
            true => tree(&entry.path(), files, &name),
            false => drop(files.insert(name, fs::read(entry.path()).expect("the output can be read"))),
        }
    }
}

#[test]
fn two_processes_in_two_folders_write_the_same_bytes() {
    let mut trees = Vec::new();
    for name in ["one", "another place"] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = folder.path().join(name);
        fs::create_dir_all(&place).expect("the folder can be written");
        fs::copy(super::fixtures().join("operations.json"), place.join("m.json"))
            .expect("the folder can be written");
        let run = Command::new(env!("CARGO_BIN_EXE_smithygen"))
            .args(["--model", "m.json", "--output", "out"])
            .current_dir(&place)
            .output()
            .expect("the tool can be run");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        let mut files = BTreeMap::new();
        tree(&place.join("out"), &mut files, "");
        trees.push(files);
    }
    assert!(trees[0].len() > 20, "{} files", trees[0].len());
    assert!(trees[0] == trees[1]);
}
