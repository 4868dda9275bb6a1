//! Help, version, wrong usage, quiet.

use crate::drifted;
use crate::support::Project;

#[test]
fn help_and_version() {
    let project = Project::new();
    let help = project.run(&["--help"]).assert_code(0);
    let import = project.run(&["import", "--help"]).assert_code(0);
    let rules = project.run(&["rules", "--help"]).assert_code(0);
    let lint = project.run(&["lint", "--help"]).assert_code(0);
    let diff = project.run(&["diff", "--help"]).assert_code(0);
    let ast = project.run(&["ast", "--help"]).assert_code(0);
    let validate = project.run(&["validate", "--help"]).assert_code(0);
    let refresh = project.run(&["refresh", "--help"]).assert_code(0);
    let version = project.run(&["--version"]).assert_code(0);
    assert_eq!(version.out, format!("smithygen {}\n", env!("CARGO_PKG_VERSION")));
    assert!(rules.out.lines().all(|line| line.chars().count() <= 100), "{}", rules.out);
    assert!(help.out.lines().all(|line| line.chars().count() <= 100), "{}", help.out);
    for help in [&ast, &validate, &diff, &refresh] {
        assert!(help.out.lines().all(|line| line.chars().count() <= 100), "{}", help.out);
    }
    project.settings().bind(|| {
        insta::assert_snapshot!("help", help.out);
        insta::assert_snapshot!("help_import", import.out);
        insta::assert_snapshot!("help_rules", rules.out);
        insta::assert_snapshot!("help_lint", lint.out);
        insta::assert_snapshot!("help_ast", ast.out);
        insta::assert_snapshot!("help_diff", diff.out);
        insta::assert_snapshot!("help_refresh", refresh.out);
        insta::assert_snapshot!("help_validate", validate.out);
    });
}

#[test]
fn wrong_usage_exits_with_2_and_does_nothing() {
    let project = Project::new();
    let before = project.state();
    for args in [
        ["--chekc"].as_slice(),
        &["generate"],
        &["--diff", "full"],
        &["--check", "--diff", "long"],
        &["--docs", "most"],
        &["--stale", "maybe"],
        &["--layout", "flat"],
        &["--format", "xml"],
        &["--model"],
        &["--output", ""],
        &["--output", "a", "--output", "b"],
        &["--check", "import", "models/shop.json"],
        &["import"],
        &["rules"],
        &["rules", "a.json", "--rules"],
        &["--check", "rules", "a.json"],
        &["import", "a.json", "b.json"],
        &["--crate-name", "two words"],
        &["--crate-name", "9lives"],
        &["--crate-name", ""],
    ] {
        let ran = project.run(args).assert_code(2);
        assert!(ran.out.is_empty() && ran.err.starts_with("error: "), "{args:?}: {}", ran.text());
    }
    assert!(before == project.state());
}

#[test]
fn quiet_says_only_what_is_wrong() {
    let project = drifted();
    for (args, code) in [(["-q", "--check"].as_slice(), 1), (&["--quiet"], 0), (&["-q", "--check"], 0)] {
        let ran = project.run(args).assert_code(code);
        assert_eq!((ran.out, ran.err), (String::new(), String::new()));
    }
    let wrong = project.run(&["-q", "--service", "Shpo"]).assert_code(2);
    assert!(wrong.out.is_empty() && wrong.err.contains("no service `Shpo`"), "{}", wrong.err);
    let warned = crate::fixture("warned.json");
    let warned = project.run(&["-q", "--model", &warned, "--output", "warned"]).assert_code(0);
    assert!(warned.out.is_empty() && warned.err.starts_with("warning: "), "{}", warned.text());
}
