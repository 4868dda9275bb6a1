//! Nothing that is sent makes a reader panic, or costs it more than the sender: 102,000 arbitrary inputs, for all that
//! reads in crates of three protocols.

#[path = "support/scratch.rs"]
mod scratch;

use std::collections::BTreeMap;
use std::process::Command;

use smithygen::diagnostics::Sources;
use smithygen::options::Options;

/// The crates by their names in the program, with the trait of their protocol.
const CRATES: [(&str, &str); 3] = [
    ("aws_json", "aws.protocols#awsJson1_1"),
    ("rpc_json", "smithy.protocols#rpcv2Json"),
    ("rpc_cbor", "smithy.protocols#rpcv2Cbor"),
];

/// The files of the crate of a protocol.
fn generate(name: &str, protocol: &str) -> BTreeMap<String, String> {
    let local = protocol.split_once('#').map_or(protocol, |(_, local)| local);
    let model = include_str!("sturdiness/model.smithy").replace("PROTOCOL", protocol).replace("NAME", local);
    let mut sources = Sources::default();
    sources.add("model.smithy".to_owned(), model);
    let options = Options { crate_name: Some(name.replace('_', "-")), ..Options::default() };
    smithygen::generate(&sources, &options).expect("the model is right").files
}

/// The files of the program that feeds the crates.
fn program() -> BTreeMap<String, String> {
    let dependency = |(name, _): &(&str, &str)| {
        format!("{name} = {{ package = \"{}\", path = \"../{name}\" }}\n", name.replace('_', "-"))
    };
    let dependencies: String = CRATES.iter().map(dependency).collect();
    let manifest = format!(
        "[package]\nname = \"feed\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
    );
    let files = [
        ("Cargo.toml", manifest.as_str()),
        ("src/main.rs", include_str!("sturdiness/scratch.rs")),
        ("src/count.rs", include_str!("sturdiness/count.rs")),
        ("src/random.rs", include_str!("support/random.rs")),
    ];
    files.map(|(path, text)| (path.to_owned(), text.to_owned())).into()
}

#[test]
fn arbitrary_messages_are_read_or_refused() {
    let folder = scratch::workspace("sturdiness");
    for (name, protocol) in CRATES {
        scratch::put_crate(&folder.join(name), &generate(name, protocol));
    }
    scratch::put_crate(&folder.join("feed"), &program());
    let members = CRATES.iter().map(|(name, _)| *name).chain(["feed"]).map(str::to_owned);
    scratch::put_workspace(&folder, &members.collect::<Vec<_>>());
    scratch::cargo(&folder, &["build", "--quiet", "--package", "feed"]);
    for (name, _) in CRATES {
        let output = Command::new(folder.join("target/debug/feed")).arg(name).output();
        scratch::stdout(&[name], &output.expect("the program can be run"));
    }
}
