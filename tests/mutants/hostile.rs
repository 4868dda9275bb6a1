//! What a model says cannot become code, attributes or paths of the crate.

use std::collections::{BTreeMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{LazyLock, Mutex};

use proc_macro2::{TokenStream, TokenTree};
use smithygen::diagnostics::Sources;
use smithygen::options::Options;

use crate::words::TEXTS;

/// Texts that were parsed already: most files are the same for many models.
static PARSED: LazyLock<Mutex<HashSet<u64>>> = LazyLock::new(Mutex::default);

/// Fails unless every file has a plain path and every Rust file parses.
pub fn assert_sound(files: &BTreeMap<String, String>) {
    for (path, text) in files {
        assert_plain(path);
        if path.ends_with(".rs") && is_new(text) {
            syn::parse_file(text).unwrap_or_else(|error| panic!("{path} does not parse: {error}\n{text}"));
            assert!(!skeleton(text).contains(" fn injected"), "{path} has code from a text");
        }
    }
}

fn is_new(text: &str) -> bool {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    PARSED.lock().expect("no thread panics while it holds this").insert(hasher.finish())
}

/// Fails unless a path leads down and has nothing but names that every system allows.
fn assert_plain(path: &str) {
    for part in path.split('/') {
        let stem = part.split('.').next().unwrap_or_default();
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        assert!(path == "Cargo.toml" || (!stem.is_empty() && stem.chars().all(is_plain)), "{path}");
        let is_device = ["con", "prn", "aux", "nul", "com1", "lpt1"].contains(&stem);
        assert!(!is_device && part.len() <= 255, "{path} is no file on every system");
    }
}

/// The protocols whose names on the wire are told in different ways.
const PROTOCOLS: [&str; 3] =
    ["aws.protocols#awsJson1_1", "aws.protocols#restJson1", "smithy.protocols#rpcv2Cbor"];

/// A model with a text in every place that takes any text.
fn model(protocol: &str, text: &str) -> String {
    let text = serde_json::Value::from(text).to_string();
    let documented = format!(
        r#""smithy.api#documentation": {text}, "smithy.api#since": {text}, "smithy.api#deprecated": {{ "message": {text}, "since": {text} }},
        "smithy.api#externalDocumentation": {{ "x": {text} }}, "smithy.api#tags": [{text}], "smithy.api#title": {text},
        "smithy.api#unstable": {{ "featureId": {text} }}"#
    );
    format!(
        r#"{{ "smithy": "2.0", "metadata": {{ "a": {text} }}, "shapes": {{
        "e#S": {{ "type": "service", "version": {text}, "operations": [{{ "target": "e#Op" }}],
            "traits": {{ "{protocol}": {{}}, "aws.api#service": {{ "sdkId": {text}, "cloudFormationName": {text}, "endpointPrefix": "shop" }}, {documented} }} }},
        "e#Op": {{ "type": "operation", "input": {{ "target": "e#In" }}, "output": {{ "target": "e#Out" }}, "errors": [{{ "target": "e#Err" }}],
            "traits": {{ "smithy.api#http": {{ "method": "POST", "uri": "/x" }}, "smithy.api#examples": [{{ "title": {text}, "documentation": {text}, "input": {{ "a": {text} }} }}], {documented} }} }},
        "e#In": {{ "type": "structure", "members": {{
            "a": {{ "target": "smithy.api#String", "traits": {{ "smithy.api#default": {text}, "smithy.api#jsonName": {text}, {documented} }} }},
            "b": {{ "target": "e#Enum", "traits": {{ "smithy.api#recommended": {{ "reason": {text} }} }} }},
            "c": {{ "target": "e#Named" }}, "u": {{ "target": "e#U" }} }}, "traits": {{ {documented} }} }},
        "e#Out": {{ "type": "structure", "members": {{}}, "traits": {{ {documented} }} }},
        "e#Err": {{ "type": "structure", "members": {{}}, "traits": {{ "smithy.api#error": "client", {documented} }} }},
        "e#U": {{ "type": "union", "members": {{ "x": {{ "target": "smithy.api#String", "traits": {{ {documented} }} }} }} }},
        "e#Enum": {{ "type": "enum", "members": {{ "X": {{ "target": "smithy.api#Unit", "traits": {{ "smithy.api#enumValue": {text}, {documented} }} }} }} }},
        "e#Named": {{ "type": "string", "traits": {{ "smithy.api#enum": [{{ "name": "N", "value": {text}, "documentation": {text} }}], {documented} }} }}
        }} }}"#
    )
}

fn generated(protocol: &str, text: &str) -> Option<BTreeMap<String, String>> {
    let mut sources = Sources::default();
    sources.add("e.json".to_owned(), model(protocol, text));
    let options = Options { crate_name: Some("e".to_owned()), ..Options::default() };
    smithygen::generate(&sources, &options).ok().map(|generated| generated.files)
}

/// The code of a file without its documentation and the texts of its literals.
fn skeleton(text: &str) -> String {
    let tokens: TokenStream = text.parse().expect("it parses");
    let mut skeleton = String::new();
    strip(&mut skeleton, tokens);
    // A text that shows nothing gives no note, and a call that is too long for its line a comma.
    skeleton.replace(" ( note = literal)", "").replace(" ,)", ")")
}

fn strip(skeleton: &mut String, tokens: TokenStream) {
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        let is_mark =
            |token: &TokenTree, mark| matches!(token, TokenTree::Punct(punct) if punct.as_char() == mark);
        if is_mark(&token, '#') {
            rest.next_if(|next| is_mark(next, '!'));
            rest.next_if(|next| next.to_string().starts_with("[doc ="));
            continue;
        }
        match token {
            TokenTree::Group(group) => {
                *skeleton += " (";
                strip(skeleton, group.stream());
                *skeleton += ")";
            }
            TokenTree::Literal(_) => *skeleton += " literal",
            other => *skeleton += &format!(" {other}"),
        }
    }
}

#[test]
fn texts_of_a_model_change_texts_alone() {
    for protocol in PROTOCOLS {
        let plain = generated(protocol, "plain").expect("the model is right");
        let texts: Vec<&&str> = TEXTS.iter().filter(|text| !text.trim().is_empty()).collect();
        let made = texts.iter().filter_map(|text| Some((text, generated(protocol, text)?)));
        let compared = made.map(|(text, files)| assert_alike(&files, &plain, text)).count();
        assert!(compared > TEXTS.len() / 2, "{compared} texts of {} make a crate", TEXTS.len());
    }
}

/// Fails unless the files have the code of those of another text.
fn assert_alike(files: &BTreeMap<String, String>, plain: &BTreeMap<String, String>, text: &str) {
    assert_sound(files);
    assert_eq!(files.keys().collect::<Vec<_>>(), plain.keys().collect::<Vec<_>>(), "{text:?}");
    for (path, plain) in plain.iter().filter(|(path, plain)| path.ends_with(".rs") && files[*path] != **plain)
    {
        let (found, wanted) = (skeleton(&files[path]), skeleton(plain));
        let differs = found.bytes().zip(wanted.bytes()).position(|(found, wanted)| found != wanted);
        let from = differs.unwrap_or(found.len().min(wanted.len())).saturating_sub(60);
        let near = |text: &str| text.chars().skip(from).take(160).collect::<String>();
        assert!(found == wanted, "{text:?} changes the code of {path}:\n{}\n{}", near(&found), near(&wanted));
    }
}

#[test]
fn names_of_a_model_stay_in_the_folder() {
    for name in
        ["con", "Nul", "AUX", "com1", "mod", "lib", "Lib", "main", "root", "types", "self_", "_Foo", "x0"]
    {
        let mut sources = Sources::default();
        let model = model(PROTOCOLS[0], "plain")
            .replace("e#U\"", &format!("e#{name}\""))
            .replace("e#Op", &format!("e#Do_{name}"));
        sources.add("e.json".to_owned(), model);
        let generated = smithygen::generate(&sources, &Options::default())
            .unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        assert_sound(&generated.files);
    }
    for package in ["../x", "a/b", "a\" = 1\n[x]\n", "nul", "é"] {
        let mut sources = Sources::default();
        sources.add("e.json".to_owned(), model(PROTOCOLS[0], package));
        let Ok(generated) = smithygen::generate(&sources, &Options::default()) else { continue };
        let manifest = &generated.files["Cargo.toml"];
        let name = manifest.lines().find_map(|line| line.strip_prefix("name = \"")).expect("it has a name");
        let name = name.strip_suffix('"').unwrap_or(name);
        assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'), "{manifest}");
        assert_sound(&generated.files);
    }
}
