//! What is written compiles without a warning from rustc, clippy and rustdoc, as a crate and as a module.

use std::fs;
use std::path::Path;

use smithygen::diagnostics::Diagnostics;
use smithygen::load::{self, Input};
use smithygen::options::{Layout, Options};

use super::scratch::{cargo, put, put_crate, put_workspace, workspace};

#[test]
fn fixtures_compile_without_a_warning() {
    let folder = workspace("fixtures");
    let mut members = Vec::new();
    let mut modules = String::from("//! Every fixture as a module.\n");
    let only_compiled = super::models_in(&super::fixtures().join("compiled"));
    let only_compiled = only_compiled.into_keys().map(|name| format!("compiled/{name}"));
    for path in super::all().into_keys().chain(only_compiled) {
        let name = path.trim_start_matches("compiled/");
        let package = format!("fixture-{}", name.replace('_', "-"));
        let options = Options { crate_name: Some(package.clone()), ..Options::default() };
        put_crate(&folder.join(&package), &super::files(&path, &options));
        let module = super::files(&path, &Options { layout: Layout::Module, ..options });
        put(&folder.join("modules/src").join(format!("{name}.in")), &module["mod.rs"]);
        // A fixture may be called as a module in it is, which clippy refuses.
        modules.push_str(&format!(
            "\n/// A fixture.\npub mod fixture_{name} {{\n    include!(\"{name}.in\");\n}}\n"
        ));
        members.push(package);
    }
    members.push(validated_over_cbor(&folder));
    put(&folder.join("modules/src/lib.rs"), &modules);
    put(
        &folder.join("modules/Cargo.toml"),
        "[package]\nname = \"modules\"\nversion = \"0.0.0\"\nedition = \"2024\"\n",
    );
    members.push("modules".to_owned());
    put_workspace(&folder, &members);
    let deny = ["--", "-D", "warnings", "-D", "missing_docs"];
    cargo(&folder, &[&["clippy", "--quiet", "--workspace", "--all-features"][..], &deny].concat());
    cargo(&folder, &["doc", "--quiet", "--workspace", "--no-deps"]);
    assert_only_our_examples_run(&folder, &members);
}

/// Rules and key tables in a crate whose bodies are CBOR.
fn validated_over_cbor(folder: &Path) -> String {
    let text = fs::read_to_string(super::fixtures().join("validated.json")).expect("the fixture is there");
    let text = text.replace("aws.protocols#awsJson1_1", "smithy.protocols#rpcv2Cbor");
    let package = "fixture-validated-cbor".to_owned();
    let options = Options { crate_name: Some(package.clone()), ..Options::default() };
    let made = super::generate(&[("validated", &text)], &options).unwrap_or_else(|faults| panic!("{faults}"));
    put_crate(&folder.join(&package), &made.files);
    package
}

/// Runs the examples in comments, in which every request must pass all checks: the first request on the front page
/// and that on the page of each request, which we write, and nothing from the text of a model.
fn assert_only_our_examples_run(folder: &Path, members: &[String]) {
    let out = cargo(folder, &["test", "--doc", "--workspace"]);
    let run = out.lines().filter(|line| line.starts_with("test ") && line.ends_with(" ... ok")).count();
    let written: Vec<_> = members.iter().flat_map(|name| examples(&folder.join(name).join("src"))).collect();
    assert!(run > 0, "{out}");
    assert_eq!(run, written.len(), "{out}");
    let unfit: Vec<&String> = written.iter().filter(|(_, checks)| !checks).map(|(place, _)| place).collect();
    println!("{run} examples run; {} may not satisfy all constraints: {unfit:#?}", unfit.len());
    assert!(unfit.len() * 50 <= run, "{unfit:#?}");
}

/// Where the examples stand that we write in the files below a folder, and whether each checks its request.
fn examples(folder: &Path) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the crate was written").flatten() {
        let file = entry.path();
        if file.is_dir() {
            found.extend(examples(&file));
            continue;
        }
        let text = fs::read_to_string(&file).expect("a generated file can be read");
        let lines: Vec<&str> = text.lines().collect();
        for (index, pair) in lines.windows(2).enumerate() {
            // Ours begin with what they use.
            let is_code = pair[1].starts_with("/// use ") || pair[1].starts_with("//! use ");
            if is_code && ["/// ```", "//! ```"].contains(&pair[0]) {
                let mut code = lines[index + 1..].iter().take_while(|line| !line.ends_with("```"));
                let checks = code.any(|line| line.contains("request.validate()"));
                found.push((format!("{}:{}", file.display(), index + 1), checks));
            }
        }
    }
    found
}

/// The models of AWS that are compiled in each run; `COMPILE_ALL_MODELS` asks for all.
const IN_EACH_RUN: &[&str] =
    &["kms-2014-11-01", "sqs-2012-11-05", "cognito-identity-2014-06-30", "bedrock-runtime-2023-09-30"];

#[shared_data::test]
fn models_of_aws_compile_without_a_warning() {
    let shared = super::support::shared();
    let folder = workspace("aws");
    let all = std::env::var_os("COMPILE_ALL_MODELS").is_some();
    let mut members = Vec::new();
    for entry in fs::read_dir(shared.join("models")).expect("the models are there").flatten() {
        let path = entry.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().replace('.', "-");
        let wanted = all || IN_EACH_RUN.contains(&name.as_str());
        if path.extension().is_none_or(|extension| extension != "json") || !wanted {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a model can be read");
        let options = Options { crate_name: Some(name.clone()), ..Options::default() };
        let generated =
            super::generate(&[(&name, &text)], &options).unwrap_or_else(|faults| panic!("{faults}"));
        put_crate(&folder.join(&name), &generated.files);
        members.push(name);
    }
    members.sort();
    put_workspace(&folder, &members);
    let deny = ["--", "-D", "warnings", "-D", "missing_docs"];
    cargo(&folder, &[&["clippy", "--quiet", "--workspace", "--all-features"][..], &deny].concat());
    cargo(&folder, &["doc", "--quiet", "--workspace", "--no-deps"]);
    assert_only_our_examples_run(&folder, &members);
}

/// Models of Smithy's own projects, from `.smithy` files to crates.
#[shared_data::test]
fn projects_in_the_idl_compile_without_a_warning() {
    let projects = super::support::shared().join("conformance/idl/projects");
    let folder = workspace("projects");
    let mut members = Vec::new();
    for entry in fs::read_dir(&projects).expect("the projects are there").flatten() {
        let path = entry.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let is_project = path.extension().is_some_and(|extension| extension == "smithy");
        if !is_project || name == "pokemon-common" {
            continue;
        }
        let mut inputs = vec![Input::Path(path)];
        if name.starts_with("pokemon") {
            inputs.push(Input::Path(projects.join("pokemon-common.smithy")));
        }
        let mut errors = Diagnostics::default();
        let sources = load::read(&mut errors, &inputs);
        let options = Options { crate_name: Some(name.clone()), ..Options::default() };
        let generated =
            smithygen::generate(&sources, &options).unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        put_crate(&folder.join(&name), &generated.files);
        members.push(name);
    }
    members.sort();
    put_workspace(&folder, &members);
    let deny = ["--", "-D", "warnings", "-D", "missing_docs"];
    cargo(&folder, &[&["clippy", "--quiet", "--workspace", "--all-features"][..], &deny].concat());
    println!("projects: {} compile", members.len());
}
