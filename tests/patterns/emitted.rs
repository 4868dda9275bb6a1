//! The file that is written for patterns: it compiles without a warning, and answers right.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pattern::{Caps, Check, compile};
use smithygen::diagnostics::Sources;
use smithygen::options::Options;

use super::corpus::cases;
use super::leaked::compiled;
use super::models::of_cognito;
use super::support::shared;

/// The program around the file: it reads cases as lines of a name, a verdict and a string in hexadecimal digits.
const MAIN: &str = r#"
#![deny(warnings)]
//! Runs cases through patterns.

pub mod pattern;
mod patterns;

use pattern::Pattern;

fn main() {
    let cases = std::fs::read_to_string(std::env::args().nth(1).expect("a file")).expect("it can be read");
    let all: std::collections::HashMap<&str, &Pattern> = patterns::ALL.iter().copied().collect();
    let mut count = 0;
    for line in cases.lines() {
        let parts: Vec<&str> = line.split(' ').collect();
        let bytes = parts[2].as_bytes().chunks(2).map(|pair| {
            u8::from_str_radix(std::str::from_utf8(pair).expect("digits"), 16).expect("digits")
        });
        let text = String::from_utf8(bytes.collect()).expect("text");
        let pattern = all[parts[0]];
        assert_eq!(pattern.is_match(&text), parts[1] == "true", "{} on {text:?}", pattern.text());
        count += 1;
    }
    println!("{count}");
}
"#;

/// The patterns of a file by their names.
type Named = BTreeMap<String, String>;

fn named(texts: impl IntoIterator<Item = String>) -> Named {
    let compiled = texts.into_iter().enumerate().filter_map(|(number, text)| {
        let check = compile(&text, &Caps::default()).ok()?.check;
        (check != Check::Always).then(|| (format!("P{number}"), text))
    });
    compiled.collect()
}

/// The statics that are generated for a model whose strings have these patterns.
fn written(patterns: &Named) -> String {
    let shape = |(name, text): (&String, &String)| {
        let pattern = serde_json::Value::from(text.as_str());
        format!(
            "\"a#{name}\": {{ \"type\": \"string\", \"traits\": {{ \"smithy.api#pattern\": {pattern} }} }}"
        )
    };
    let shapes: Vec<String> = patterns.iter().map(shape).collect();
    let model = format!("{{ \"smithy\": \"2.0\", \"shapes\": {{ {} }} }}", shapes.join(", "));
    let mut sources = Sources::default();
    sources.add("patterns.json".to_owned(), model);
    let options = Options { shapes: true, ..Options::default() };
    let mut generated = smithygen::generate(&sources, &options).expect("the model is right");
    let file = generated.files.remove("src/checks/patterns.rs").expect("there are patterns");
    let (_, statics) = file.split_once("Pattern};\n\n").expect("the file imports what statics are made of");
    let Some(characters) = generated.files.remove("src/checks/characters.rs") else {
        return statics.to_owned();
    };
    let (_, maps) = characters.split_once("\n\n").expect("the file begins with its documentation");
    let maps = maps.replace('\n', "\n    ").replace("    \n", "\n");
    format!("mod characters {{\n    {}\n}}\n\n{statics}", maps.trim_end())
}

/// Compiles a crate of these patterns, and gives the program.
fn program(folder: &Path, patterns: &Named) -> PathBuf {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime/validation/pattern.rs");
    fs::create_dir_all(folder).expect("the target folder can be written");
    fs::copy(runtime, folder.join("pattern.rs")).expect("the runtime can be copied");
    let mut file = format!(
        "//! Patterns.\n\nuse super::pattern::{{Classes, Limits, Pattern}};\n\n{}",
        written(patterns)
    );
    let _ = writeln!(file, "\npub(crate) static ALL: &[(&str, &Pattern)] = &[");
    patterns.keys().for_each(|name| _ = writeln!(file, "    ({name:?}, &{name}),"));
    file.push_str("];\n");
    fs::write(folder.join("patterns.rs"), file).expect("the target folder can be written");
    fs::write(folder.join("main.rs"), MAIN).expect("the target folder can be written");
    let program = folder.join("program");
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or("rustc".into()))
        .args(["--edition", "2024", "-C", "debuginfo=0", "main.rs", "-o", "program"])
        .current_dir(folder)
        .output()
        .expect("rustc can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    program
}

/// Runs cases, and gives how many there were.
fn run(folder: &Path, patterns: &Named, cases: &[(String, bool, String)]) -> usize {
    let program = program(folder, patterns);
    let mut lines = String::new();
    for (name, expected, text) in cases {
        let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        let _ = writeln!(lines, "{name} {expected} {hex}");
    }
    fs::write(folder.join("cases.txt"), lines).expect("the target folder can be written");
    let output =
        Command::new(program).arg("cases.txt").current_dir(folder).output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).trim().parse().expect("it prints a number")
}

#[test]
fn a_file_of_patterns_reads_well() {
    let texts = [
        "^(?s)",
        "^[0-9a-f]{2,8}$",
        r"^[\w-]+_[0-9a-zA-Z]+$",
        r"^[\p{Zs}`]+$",
        r"^\p{Zs}{2}$",
        "\"#\n\u{202E}",
        "^(a|bc){1,40}$",
    ];
    insta::assert_snapshot!(written(&named(texts.map(str::to_owned))));
}

#[test]
fn a_written_file_answers_right() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("patterns-own");
    let patterns = named(["^[0-9]+$", r"^\S{2,3}é?$", "\"#", "^(a|bc){1,90}$"].map(str::to_owned));
    let case = |name: &str, expected, text: &str| (name.to_owned(), expected, text.to_owned());
    let cases = [
        case("P0", true, "12"),
        case("P0", false, ""),
        case("P0", false, "1\u{663}"),
        case("P1", true, "ééé"),
        case("P1", false, "é é"),
        case("P2", true, "a\"#b"),
        case("P3", true, &"abc".repeat(45)),
        case("P3", false, &"abc".repeat(46)),
    ];
    assert_eq!(run(&folder, &patterns, &cases), cases.len());
}

#[shared_data::test]
fn the_corpora_are_right_in_written_code() {
    let shared = shared();
    let mut all = cases(&shared, "corpus.json", "node_u");
    all.extend(cases(&shared, "redos.json", "expect"));
    let texts: BTreeSet<String> =
        all.iter().map(|case| case.pattern.clone()).chain(of_cognito(&shared)).collect();
    let patterns = named(texts);
    let names: BTreeMap<&str, &str> =
        patterns.iter().map(|(name, text)| (text.as_str(), name.as_str())).collect();
    let mut judged = Vec::new();
    for case in &all {
        let Some(expected) = case.expected else { continue };
        match names.get(case.pattern.as_str()) {
            Some(&name) => judged.push((name.to_owned(), expected, case.string.clone())),
            None => assert_eq!((&compiled(&case.pattern).check, expected), (&Check::Always, true)),
        }
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("patterns-corpora");
    assert_eq!(run(&folder, &patterns, &judged), judged.len());
    assert!(judged.len() > 4_500, "{} cases", judged.len());
}
