//! Where models are read from: files, folders, standard input, revisions.

use std::process::Command;

use crate::support::{Project, clear};

/// Runs git in a project, with a name and without what the surroundings configure.
#[track_caller]
fn git(project: &Project, args: &[&str]) {
    let mut command = Command::new("git");
    clear(&mut command);
    command.args(["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]);
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.args(args).current_dir(project.path("")).output().expect("git can be run");
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// A project whose first commit has the model of a shop, and whose working tree has a shape more.
fn committed() -> Project {
    let project = Project::new();
    git(&project, &["init", "-q", "-b", "main"]);
    git(&project, &["add", "."]);
    git(&project, &["commit", "-q", "-m", "first"]);
    project.put("models/more.smithy", "$version: \"2\"\nnamespace more\nstring More\n");
    project
}

#[test]
fn revisions_are_models() {
    let project = committed();
    for old in ["HEAD", "main", "main:models", "main:models/shop.json", "HEAD:./models"] {
        let ran = project.run(&["diff", old]).assert_code(1);
        assert!(ran.out.contains("More: AddedShape"), "{old}: {}", ran.text());
        assert!(ran.out.contains("at models/more.smithy:3:8"), "{old}: {}", ran.text());
    }
    project.run(&["diff", "HEAD", "main:models"]).assert_code(0);
    let ran = project.run(&["diff", "models", "HEAD"]).assert_code(1);
    assert!(ran.out.contains("More: RemovedShape"), "{}", ran.text());
    git(&project, &["add", "."]);
    git(&project, &["commit", "-q", "-m", "second"]);
    project.run(&["diff", "HEAD~1", "HEAD"]).assert_code(1);
    project.run(&["diff", "HEAD"]).assert_code(0);
}

#[test]
fn what_git_does_not_have_is_an_error() {
    let project = committed();
    for (old, message) in [
        ("nowhere", "`nowhere` is no file, no folder and no revision of git"),
        ("main:nowhere", "git has no `main:nowhere`: `main` has no `nowhere`"),
        ("nowhere:models", "git has no `nowhere:models`: there is no such revision"),
        ("main:Cargo.toml", "Cargo.toml"),
    ] {
        let ran = project.run(&["diff", old]).assert_code(2);
        assert!(ran.err.contains(message) && ran.out.is_empty(), "{old}: {}", ran.text());
    }
    let ran = Project::new().run(&["diff", "main:models"]).assert_code(2);
    assert!(ran.err.contains("git has no `main:models`"), "{}", ran.text());
    project.run(&["diff", "-", "-"]).assert_code(2);
    project.put("broken.smithy", "$version: \"2\"\nnamespace a\nlist A { member: B }\n");
    let ran = project.run(&["diff", "broken.smithy"]).assert_code(2);
    assert!(ran.err.contains("broken.smithy:3"), "{}", ran.text());
    let ran = project.run(&["diff", "models", "broken.smithy", "--format", "json"]).assert_code(2);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("it is JSON");
    assert!(report["outcome"] == "failed" && report["faults"][0]["line"] == 3, "{report}");
}

#[cfg(unix)]
#[test]
fn symbolic_links_are_followed() {
    let project = committed();
    project.put("shared/linked.smithy", "$version: \"2\"\nnamespace linked\nstring Linked\n");
    let link = |target: &str, path: &str| {
        std::os::unix::fs::symlink(target, project.path(path)).expect("a link can be made");
    };
    link("../shared/linked.smithy", "models/linked.smithy");
    link("models", "link");
    project.put("all/README.md", "");
    link("../models", "all/models");
    link(".", "all/again");
    git(&project, &["add", "."]);
    git(&project, &["commit", "-q", "-m", "links"]);
    for old in ["HEAD", "HEAD:models", "HEAD:link", "HEAD:all"] {
        project.run(&["diff", old]).assert_code(0);
    }
    let ran = project.run(&["diff", "HEAD~1"]).assert_code(1);
    assert!(ran.out.contains("Linked: AddedShape"), "{}", ran.text());
    link("nowhere", "models/nowhere.smithy");
    git(&project, &["add", "."]);
    git(&project, &["commit", "-q", "-m", "a link to nothing"]);
    let ran = project.run(&["diff", "HEAD", "all"]).assert_code(2);
    assert!(ran.err.contains("`HEAD:models/nowhere.smithy` cannot be read"), "{}", ran.text());
}
