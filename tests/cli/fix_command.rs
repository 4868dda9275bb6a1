//! The command that a check prints does what it promises, in a shell.

use std::fs;
use std::process::Command;

use crate::support::{Project, clear, ended};
use crate::{drifted, run_with_input};

/// The command that `--check` prints last.
fn printed(out: &str) -> &str {
    out.trim_end().rsplit_once("to fix it, run\n\n    ").expect("a check says what fixes it").1
}

/// Checks with `args`, gives the printed command to a shell, and checks again. The tool is called by its path.
fn assert_fixes(project: &Project, args: &[&str]) -> String {
    let check = || {
        let mut command = project.command(&[args, &["--check"]].concat());
        clear(&mut command);
        ended(command.output().expect("it starts"))
    };
    let checked = check().assert_code(1);
    let fix = printed(&checked.out).to_owned();
    let mut shell = Command::new("sh");
    clear(shell.args(["-c", &fix]).current_dir(project.path("")));
    ended(shell.output().expect("a shell starts")).assert_code(0);
    check().assert_code(0);
    fix.replace(env!("CARGO_BIN_EXE_smithygen"), "smithygen")
}

#[test]
fn with_every_flag_that_matters() {
    let project = Project::new();
    assert_eq!(assert_fixes(&project, &[]), "smithygen");
    assert_eq!(assert_fixes(&project, &["--diff", "none", "--docs", "short"]), "smithygen --docs short");
    let args = ["--operations", "Buy*,ListBooks", "--operations", "BuyMap", "--service", "books#Shop"];
    let fix =
        assert_fixes(&project, &[args.as_slice(), &["--crate-name", "shop-2", "--stale", "warn"]].concat());
    assert_eq!(
        fix,
        "smithygen --service books#Shop --crate-name shop-2 --operations 'Buy*,ListBooks,BuyMap' --stale warn"
    );
    assert_fixes(&project, &["--layout", "module", "--output", "module"]);
}

#[test]
fn with_names_that_a_shell_would_take_apart() {
    let project = Project::new();
    let model = project.get("models/shop.json");
    for name in
        ["it's a $HOME `folder` \"x\" \\ !*?[a]{b,c};&|<>()~", "~", "#x", "=x", "ü ñ\tx", "-x", "a\nb"]
    {
        let path = format!("{name}.json");
        project.put(&path, &model);
        let args = [format!("--model={path}"), format!("--output={name}")];
        assert_fixes(&project, &args.each_ref().map(String::as_str));
        fs::remove_file(project.path(&path)).expect("it is there");
        assert!(project.has(&format!("{name}/src/lib.rs")), "{name}");
    }
}

#[test]
fn with_the_model_on_standard_input() {
    let project = drifted();
    let model = project.get("models/shop.json");
    let checked =
        run_with_input(&project, &["--check", "--diff", "none", "--model", "-"], &model).assert_code(1);
    let text = "to fix it, pipe the model into\n\n    cargo run -- --model -\n";
    assert!(checked.out.ends_with(text), "{}", checked.out);
}

#[test]
fn as_cargo_runs_it() {
    let project = drifted();
    project.put("codegen/Cargo.toml", "[package]\n");
    let check = |folder: &str, package: &str, name: &str| {
        let mut command = project.command(&["--check", "--diff", "none", "--model", "../models/shop.json"]);
        command.args(["--output", "../generated"]).current_dir(project.path(folder));
        command.env("CARGO_MANIFEST_DIR", project.path(package)).env("CARGO_PKG_NAME", name);
        let checked = ended(command.output().expect("it starts"));
        printed(&checked.assert_code(1).out).to_owned()
    };
    let flags = "-- --model ../models/shop.json --output ../generated";
    assert_eq!(check("models", "codegen", "smithygen"), format!("cargo run {flags}"));
    assert_eq!(check("codegen", "codegen", "smithygen"), format!("cargo run {flags}"));
    assert_eq!(check("generated", "codegen", "smithygen"), format!("cargo run -p smithygen {flags}"));
    let manifest = project.path("tools/it/codegen/Cargo.toml");
    let elsewhere = format!("cargo run --manifest-path {} {flags}", manifest.display());
    assert_eq!(check("models", "tools/it/codegen", "smithygen"), elsewhere);
    assert_eq!(check("models", "xtask", "xtask"), format!("cargo run -p xtask {flags}"));
}
