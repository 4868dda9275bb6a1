//! The mark of Rust code against the compiler: code that uses everything of a crate is compiled against the crate of a
//! model in which one thing is another.

use smithygen::diagnostics::Sources;
use smithygen::options::{Generated, Options};
use smithygen::report::diff::RustMark;

use crate::scratch::{cargo, command, put_crate, put_workspace, workspace};
use crate::{differences, uses};

/// The model that is edited.
pub const MODEL: &str = include_str!("old.smithy");

/// Single edits: a name, what is replaced, and by what.
pub const EDITS: &[(&str, &str, &str)] = &[
    ("member-came", "    lid: String", "    lid: String\n    handle: String"),
    ("required-member-came", "    lid: String", "    lid: String\n    @required\n    handle: String"),
    ("member-went", "    lid: String\n", ""),
    ("target-became-another-simple-type", "size: Integer", "size: Long"),
    ("target-became-a-float", "size: Integer", "size: Double"),
    ("target-became-a-string-of-the-model", "lid: String", "lid: Lid\n}\n\nstring Lid\n\nstructure Unused {"),
    ("required-went", "    @required\n    kettle", "    kettle"),
    ("required-came", "    guest: String", "    @required\n    guest: String"),
    ("client-optional-came", "    @required\n    kettle", "    @required\n    @clientOptional\n    kettle"),
    ("default-changed", "cups: Cups = 2", "cups: Cups = 3"),
    ("default-went", "cups: Cups = 2", "cups: Cups"),
    ("enum-value-came", "    WHITE = \"white\"", "    WHITE = \"white\"\n    OOLONG = \"oolong\""),
    ("enum-value-went", "    WHITE = \"white\"\n", ""),
    ("enum-value-got-another-name", "    WHITE = \"white\"", "    PALE = \"white\""),
    ("enum-value-got-a-name-that-reads-alike", "    WHITE = \"white\"", "    White = \"white\""),
    ("variant-came", "    oat: Integer", "    oat: Integer\n    soy: Boolean"),
    ("variant-went", "    oat: Integer\n", ""),
    ("variant-holds-another-type", "oat: Integer", "oat: Long"),
    (
        "error-came",
        "errors: [OutOfTea, TooHot]",
        "errors: [OutOfTea, TooHot, Closed]\n}\n\n@error(\"client\")\nstructure Closed {",
    ),
    ("error-went", "errors: [OutOfTea, TooHot]", "errors: [OutOfTea]"),
    ("error-is-at-another-fault", "@error(\"server\")", "@error(\"client\")"),
    ("operation-went", "operations: [Brew, ListTeas, Refill]", "operations: [Brew, ListTeas]"),
    ("length-grew", "@length(max: 10)", "@length(max: 20)"),
    ("range-shrank", "max: 8", "max: 7"),
    ("documentation-changed", "/// Fills the pot again.", "/// Fills it."),
    ("output-came", "operation Refill {", "operation Refill {\n    output: Pot"),
    ("pages-went", "@paginated(inputToken: \"next\", outputToken: \"next\", items: \"teas\")\n", ""),
    ("sensitive-came", "list Teas {", "@sensitive\nlist Teas {"),
    ("sparse-came", "list Teas {", "@sparse\nlist Teas {"),
    ("a-cycle-came", "    lid: String", "    lid: String\n    pot: Pot"),
    ("input-trait-went", "@input\n", ""),
    ("version-changed", "2025-01-01", "2026-01-01"),
    (
        "shape-got-a-local-name",
        "    operations: [Brew",
        "    rename: { \"tea#Kettle\": \"Samovar\" }\n    operations: [Brew",
    ),
];

fn generated(model: &str, name: &str) -> Generated {
    let mut sources = Sources::default();
    sources.add("tea.smithy".to_owned(), model.to_owned());
    let options = Options { crate_name: Some(name.to_owned()), ..Options::default() };
    smithygen::generate(&sources, &options).unwrap_or_else(|faults| panic!("{name}: {faults:?}"))
}

/// How many of the edits are compiled in each run.
const IN_EACH_RUN: usize = 20;

#[test]
fn code_breaks_where_its_mark_says_so() {
    prove("diff-proof", &EDITS[..IN_EACH_RUN]);
}

#[test]
#[ignore = "compiles a crate for every edit"]
fn code_breaks_where_its_mark_says_so_for_every_edit() {
    prove("diff-proof-all", EDITS);
}

fn prove(folder: &str, edits: &[(&str, &str, &str)]) {
    let folder = workspace(folder);
    let uses = uses::module(&generated(MODEL, "same").files);
    let edited = |(name, from, to): &(&str, &str, &str)| {
        assert!(MODEL.contains(from), "{name} edits the model");
        ((*name).to_owned(), MODEL.replacen(from, to, 1))
    };
    let models: Vec<(String, String)> =
        [("same".to_owned(), MODEL.to_owned())].into_iter().chain(edits.iter().map(edited)).collect();
    for (name, model) in &models {
        let mut files = generated(model, name).files;
        let root = files.get_mut("src/lib.rs").expect("a crate has a root");
        root.push_str("\nmod uses;\n");
        files.insert("src/uses.rs".to_owned(), uses.clone());
        put_crate(&folder.join(name), &files);
    }
    put_workspace(&folder, &models.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>());
    cargo(&folder, &["check", "--quiet", "--package", "same"]);
    let arguments = ["check", "--workspace", "--keep-going", "--message-format", "short"];
    let output = command(&folder, &arguments).output().expect("cargo can be run");
    let said = String::from_utf8_lossy(&output.stderr);
    let errors: Vec<&str> = said.lines().filter(|line| line.contains(": error")).collect();
    assert!(errors.iter().all(|line| line.contains("src/uses.rs")), "{errors:#?}");
    let mut wrong = Vec::new();
    for (name, model) in &models {
        let found = differences("smithy", MODEL, model);
        let is_marked = found.iter().any(|found| found.rust == RustMark::BreaksCode);
        let breaks = said.contains(&format!("could not compile `{name}` "));
        if is_marked != breaks {
            let of_it: Vec<&&str> = errors.iter().filter(|line| line.starts_with(name)).take(4).collect();
            wrong.push(format!("{name}: marked {is_marked}, breaks {breaks} {of_it:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
