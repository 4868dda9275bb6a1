//! Nothing that is sent makes a reader panic, or costs it more than the sender: 238,000 arbitrary inputs, for all that
//! reads in crates of seven protocols.

#[path = "support/scratch.rs"]
mod scratch;

use std::collections::BTreeMap;
use std::process::Command;

use smithygen::diagnostics::Sources;
use smithygen::options::Options;

/// The crates by their names in the program, with the trait of their protocol and their model.
const CRATES: [(&str, &str, &str); 9] = [
    ("aws_json", "aws.protocols#awsJson1_1", WHOLE),
    ("rpc_json", "smithy.protocols#rpcv2Json", WHOLE),
    ("rpc_cbor", "smithy.protocols#rpcv2Cbor", WHOLE),
    ("rest_json", "aws.protocols#restJson1", BOUND),
    ("rest_xml", "aws.protocols#restXml", BOUND),
    ("aws_query", "aws.protocols#awsQuery", BOUND),
    ("ec2_query", "aws.protocols#ec2Query", BOUND),
    ("aws_forms", "aws.protocols#awsQuery", FORMS),
    ("ec2_forms", "aws.protocols#ec2Query", FORMS),
];

/// Messages that are one value.
const WHOLE: &str = include_str!("sturdiness/model.smithy");

/// Messages whose members are bound to parts of HTTP.
const BOUND: &str = include_str!("sturdiness/bound.smithy");

/// Messages whose requests are forms.
const FORMS: &str = include_str!("sturdiness/forms.smithy");

/// The files of the crate of a protocol.
fn generate(name: &str, protocol: &str, model: &str) -> BTreeMap<String, String> {
    let local = protocol.split_once('#').map_or(protocol, |(_, local)| local);
    let model = model.replace("PROTOCOL", protocol).replace("NAME", local);
    let mut sources = Sources::default();
    sources.add("model.smithy".to_owned(), model);
    let options = Options { crate_name: Some(name.replace('_', "-")), ..Options::default() };
    smithygen::generate(&sources, &options).expect("the model is right").files
}

/// The files of the program that feeds the crates.
fn program() -> BTreeMap<String, String> {
    let dependency = |(name, ..): &(&str, &str, &str)| {
        format!("{name} = {{ package = \"{}\", path = \"../{name}\" }}\n", name.replace('_', "-"))
    };
    let dependencies: String = CRATES.iter().map(dependency).collect();
    let manifest = format!(
        "[package]\nname = \"feed\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
    );
    let files = [
        ("Cargo.toml", manifest.as_str()),
        ("src/main.rs", include_str!("sturdiness/scratch.rs")),
        ("src/answers.rs", include_str!("sturdiness/answers.rs")),
        ("src/bound.rs", include_str!("sturdiness/bound.rs")),
        ("src/forms.rs", include_str!("sturdiness/forms.rs")),
        ("src/count.rs", include_str!("sturdiness/count.rs")),
        ("src/random.rs", include_str!("support/random.rs")),
    ];
    files.map(|(path, text)| (path.to_owned(), text.to_owned())).into()
}

#[test]
fn arbitrary_messages_are_read_or_refused() {
    let folder = scratch::workspace("sturdiness");
    for (name, protocol, model) in CRATES {
        scratch::put_crate(&folder.join(name), &generate(name, protocol, model));
    }
    scratch::put_crate(&folder.join("feed"), &program());
    let members = CRATES.iter().map(|(name, ..)| *name).chain(["feed"]).map(str::to_owned);
    scratch::put_workspace(&folder, &members.collect::<Vec<_>>());
    scratch::cargo(&folder, &["build", "--quiet", "--package", "feed"]);
    for (name, ..) in CRATES {
        let output = Command::new(folder.join("target/debug/feed")).arg(name).output();
        scratch::stdout(&[name], &output.expect("the program can be run"));
    }
}
