//! Validation, as servers and clients use it: constraint traits, their messages and their paths.

#[path = "support/scratch.rs"]
mod scratch;
mod support;

#[path = "validation/canary.rs"]
mod canary;
#[path = "validation/cases.rs"]
mod cases;
#[path = "validation/constraints.rs"]
mod constraints;
#[path = "validation/matrix/mod.rs"]
mod matrix;
#[path = "validation/presence.rs"]
mod presence;
#[path = "validation/serde.rs"]
mod serde;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use smithygen::diagnostics::{self, Sources};
use smithygen::options::Options;

/// The files of the crate that a model gives.
fn files(models: &[&str], options: &Options) -> BTreeMap<String, String> {
    let mut sources = Sources::default();
    for (number, model) in models.iter().enumerate() {
        sources.add(format!("model-{number}.json"), (*model).to_owned());
    }
    match smithygen::generate(&sources, options) {
        Ok(generated) => generated.files,
        Err(faults) => {
            let faults: Vec<String> =
                faults.iter().map(|fault| diagnostics::render(fault, &sources, false)).collect();
            panic!("{}", faults.join("\n\n"))
        }
    }
}

/// Puts a generated crate into a workspace, and a harness with this `main.rs` that calls it.
fn put_harness(folder: &Path, name: &str, files: &BTreeMap<String, String>, main: &str) {
    scratch::put_crate(&folder.join(name), files);
    scratch::put(&folder.join("harness/src/main.rs"), main);
    let manifest = format!(
        "[package]\nname = \"harness\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\n{name} = {{ path = \"../{name}\" }}\n"
    );
    scratch::put(&folder.join("harness/Cargo.toml"), &manifest);
    scratch::put_workspace(folder, &[name.to_owned(), "harness".to_owned()]);
}

/// Runs the harness of a workspace with a text for standard input.
fn run(folder: &Path, input: &str) -> String {
    let arguments = ["run", "--quiet", "-p", "harness"];
    let mut child = scratch::command(folder, &arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("cargo can be run");
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("cargo ends");
    let text = scratch::stdout(&arguments, &output);
    writer.join().expect("writing does not panic").expect("the program reads all of its input");
    text
}
