//! `smithy.contracts#conditions`: expressions that become plain Rust, and those that are refused.

mod support;

#[path = "conditions/agreement.rs"]
mod agreement;
#[path = "conditions/conformance.rs"]
mod conformance;
#[path = "conditions/evaluator.rs"]
mod evaluator;
#[path = "conditions/faults.rs"]
mod faults;
#[path = "conditions/robust.rs"]
mod robust;
#[path = "conditions/vectors.rs"]
mod vectors;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use smithygen::diagnostics::{self, Diagnostic, Sources};
use smithygen::options::{Layout, Options};

fn sources(texts: &[(&str, &str)]) -> Sources {
    let mut sources = Sources::default();
    for (name, text) in texts {
        sources.add((*name).to_owned(), (*text).to_owned());
    }
    sources
}

/// Faults as a person sees them; that a service speaks no protocol does not matter here.
fn rendered(faults: &[Diagnostic], sources: &Sources) -> String {
    let faults = faults.iter().filter(|fault| !fault.message.contains("speaks no protocol"));
    faults.map(|fault| diagnostics::render(fault, sources, false)).collect::<Vec<_>>().join("\n\n")
}

/// The functions of a model's conditions and the warnings, or what is wrong with the model.
fn functions(texts: &[(&str, &str)]) -> Result<(String, String), String> {
    let sources = sources(texts);
    match smithygen::generate(&sources, &Options::default()) {
        Ok(mut generated) => {
            let text = generated.files.remove("src/checks/conditions.rs").unwrap_or_default();
            Ok((text, rendered(&generated.warnings, &sources)))
        }
        Err(faults) => Err(rendered(&faults, &sources)),
    }
}

/// What a program prints that is linked with the crate of a model and with the functions of its conditions.
fn run(package: &str, texts: &[(&str, &str)], program: &str) -> String {
    let folder = write(package, texts, program);
    cargo(&folder, &["run", "--quiet"])
}

/// Writes the crate of a model with a module of its conditions and a program; gives its folder.
fn write(package: &str, texts: &[(&str, &str)], program: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("conditions").join(package);
    let options = Options { crate_name: Some(package.to_owned()), ..Options::default() };
    let sources = sources(texts);
    let generated = smithygen::generate(&sources, &options).map_err(|faults| rendered(&faults, &sources));
    let mut files = generated.unwrap_or_else(|faults| panic!("{faults}")).files;
    // The functions are not public: they are made so, to be called one by one.
    for (file, private, public) in [
        ("src/checks/conditions.rs", "pub(crate) fn", "pub fn"),
        ("src/checks/mod.rs", "pub(crate) mod conditions;", "pub mod conditions;"),
        ("src/lib.rs", "pub use root::*;", "pub use checks::conditions;\npub use root::*;"),
    ] {
        let text = files.get_mut(file).expect("the file is written");
        *text = text.replace(private, public);
    }
    files.entry("Cargo.toml".to_owned()).or_default().push_str("\n[workspace]\n");
    files.insert("src/main.rs".to_owned(), program.to_owned());
    for (path, text) in &files {
        put(&folder.join(path), text);
    }
    let known: BTreeSet<PathBuf> = files.keys().map(|path| folder.join(path)).collect();
    remove_others(&folder.join("src"), &known);
    folder
}

/// Removes the files of an earlier run that are not written any more.
fn remove_others(folder: &Path, known: &BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the target folder can be read").flatten() {
        let path = entry.path();
        if path.is_dir() {
            remove_others(&path, known);
        } else if !known.contains(&path) {
            fs::remove_file(&path).expect("the target folder can be written");
        }
    }
}

/// Writes a file unless it is there already, so that cargo sees what changed.
fn put(path: &Path, text: &str) {
    let folder = path.parent().expect("a file is in a folder");
    fs::create_dir_all(folder).expect("the target folder can be written");
    if !fs::read_to_string(path).is_ok_and(|old| old == text) {
        fs::write(path, text).expect("the target folder can be written");
    }
}

/// What cargo prints in a folder, where it succeeds.
fn cargo(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .expect("cargo can be run");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "cargo {arguments:?}:\n{errors}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A model with conditions on values of every kind.
const SHOP: &str = include_str!("conditions/fixtures/shop.json");

#[test]
fn functions_of_a_shop() {
    let (text, warnings) = functions(&[("shop.json", SHOP)]).unwrap_or_else(|faults| panic!("{faults}"));
    assert_eq!(warnings, "");
    insta::assert_snapshot!(text);
}

#[test]
fn conditions_of_a_shop_are_kept_and_broken() {
    let texts = [("shop.json", SHOP)];
    let program = include_str!("conditions/programs/shop.rs");
    assert_eq!(run("shop", &texts, program), "all as expected\n");
    let folder = write("shop", &texts, program);
    cargo(&folder, &["clippy", "--quiet", "--all-targets", "--", "-D", "warnings", "-D", "missing_docs"]);
}

#[test]
fn the_runtime_of_conditions_comes_with_them_alone() {
    let files = |text: &str, layout| {
        let options = Options { layout, ..Options::default() };
        smithygen::generate(&sources(&[("model.json", text)]), &options).expect("the model is right").files
    };
    let part = "src/validation/jmespath/functions.rs";
    assert!(files(SHOP, Layout::Crate).contains_key(part));
    assert!(files(SHOP, Layout::Module)["mod.rs"].contains("pub mod jmespath {"));
    let without = SHOP.replace("smithy.contracts#conditions", "example#conditions");
    assert!(!files(&without, Layout::Crate).contains_key(part));
    assert!(!files(&without, Layout::Module)["mod.rs"].contains("mod jmespath"));
}
