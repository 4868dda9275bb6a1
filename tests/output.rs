//! What the tool writes: whole generated files of small fixtures, each named for what it shows.

mod support;

#[path = "output/auth.rs"]
mod auth;
#[path = "output/compiled.rs"]
mod compiled;
#[path = "output/determinism.rs"]
mod determinism;
#[path = "output/faults.rs"]
mod faults;
#[path = "output/linked.rs"]
mod linked;
#[path = "output/messages.rs"]
mod messages;
#[path = "support/scratch.rs"]
mod scratch;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use smithygen::diagnostics::{self, Sources};
use smithygen::options::{Docs, Generated, Layout, Options};

/// The folder of the fixtures.
fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/output")
}

/// The names and texts of all fixtures whose files are snapshots.
fn all() -> BTreeMap<String, String> {
    models_in(&fixtures())
}

fn models_in(folder: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(folder).expect("the fixtures are there");
    let paths = files.map(|file| file.expect("the folder can be read").path());
    let models = paths.filter(|path| path.extension().is_some_and(|extension| extension != "rs"));
    let named = models.filter(|path| path.is_file()).map(|path| {
        let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(&path).expect("a fixture can be read"))
    });
    named.collect()
}

/// What a model gives; its faults, as a person sees them, where it gives nothing.
fn generate(texts: &[(&str, &str)], options: &Options) -> Result<Generated, String> {
    let mut sources = Sources::default();
    for (name, text) in texts {
        sources.add((*name).to_owned(), (*text).to_owned());
    }
    smithygen::generate(&sources, options).map_err(|faults| {
        faults
            .iter()
            .map(|fault| diagnostics::render(fault, &sources, false))
            .collect::<Vec<_>>()
            .join("\n\n")
    })
}

/// The files of a fixture.
fn files(name: &str, options: &Options) -> BTreeMap<String, String> {
    let file = ["json", "smithy"].map(|ending| format!("{name}.{ending}"));
    let file = file.into_iter().find(|file| fixtures().join(file).is_file()).expect("the fixture is there");
    let text = std::fs::read_to_string(fixtures().join(&file)).expect("a fixture can be read");
    generate(&[(&file, &text)], options).unwrap_or_else(|faults| panic!("{name}: {faults}")).files
}

/// The files that depend on the model, one after the other; of the runtime only the names.
fn shown(files: &BTreeMap<String, String>) -> String {
    let shown = files.iter().map(|(path, text)| match path.as_str() {
        path if is_runtime(path, text) => format!("=== {path}\n"),
        "src/serde_impls.rs" => format!("=== {path}\n…{}", &text[text.find("\nserde_impls!").unwrap_or(0)..]),
        path => format!("=== {path}\n{text}"),
    });
    shown.collect::<Vec<_>>().join("\n")
}

/// Whether a file is one of `codegen/runtime` below the line that marks generated files. Declarations of modules
/// that the crate lacks may be missing; which those are is seen from the files that are there.
fn is_runtime(path: &str, text: &str) -> bool {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
    let source = path.strip_prefix("src/").map(|path| runtime.join(path));
    let Some(source) = source.and_then(|source| std::fs::read_to_string(source).ok()) else { return false };
    let mut lines = source.lines();
    text.lines().skip(1).all(|line| lines.any(|source| source == line))
}

#[test]
fn generated_files() {
    for name in all().keys() {
        insta::assert_snapshot!(format!("files_{name}"), shown(&files(name, &Options::default())));
    }
}

#[test]
fn a_part_of_the_operations() {
    let options = Options { operations: vec!["G*".to_owned(), "Ping".to_owned()], ..Options::default() };
    let text = std::fs::read_to_string(fixtures().join("operations.json")).expect("the fixture is there");
    let generated = generate(&[("operations.json", &text)], &options).expect("the model is right");
    let summary = &generated.summary;
    assert_eq!((summary.operations, summary.all_operations), (2, 6));
    let paths: Vec<&str> = generated.files.keys().map(String::as_str).collect();
    assert!(paths.contains(&"src/operation/get.rs") && paths.contains(&"src/operation/ping.rs"), "{paths:?}");
    assert!(!paths.iter().any(|path| path.contains("list") || path.contains("drawer")), "{paths:?}");
}

#[test]
fn documentation_changes_no_code() {
    let code = |docs| {
        let files = files("documentation", &Options { docs, ..Options::default() });
        let lines = files.values().flat_map(|text| text.lines());
        lines.filter(|line| !line.trim_start().starts_with("//")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(code(Docs::Full), code(Docs::Short));
    assert_eq!(code(Docs::Full), code(Docs::None));
    let shown = |docs| shown(&files("documentation", &Options { docs, ..Options::default() }));
    assert!(shown(Docs::Full).contains("Second sentence"));
    assert!(
        !shown(Docs::Short).contains("Second sentence")
            && shown(Docs::Short).contains("Taken from the target.")
    );
    assert!(!shown(Docs::None).contains("Taken from the target."));
}

#[test]
fn a_module_is_one_file() {
    let files = files("sensitive", &Options { layout: Layout::Module, ..Options::default() });
    assert_eq!(files.keys().collect::<Vec<_>>(), ["mod.rs"]);
    let text = &files["mod.rs"];
    assert!(
        !text.lines().any(|line| line.starts_with("mod ") && line.ends_with(';')),
        "every module is inside"
    );
    assert!(!text.contains("crate::"), "nothing names the crate that includes it");
}

#[test]
fn generated_code_has_no_lint_attribute_but_one() {
    for name in all().keys() {
        for (path, text) in files(name, &Options::default()) {
            let attribute = text.lines().find(|line| line.contains("#[allow") || line.contains("#![allow"));
            assert_eq!(attribute, None, "{name}: {path}");
            let expected = text
                .lines()
                .find(|line| line.contains("#[expect(") && !line.contains("#[expect(deprecated)]"));
            assert_eq!(expected, None, "{name}: {path}");
        }
    }
}
