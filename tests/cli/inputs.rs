//! Where models come from and where crates go.

use crate::support::Project;
use crate::{drifted, fixture, run_with_input};

#[test]
fn several_files_and_folders_make_one_model() {
    let project = Project::new();
    let (shop, parts) = (fixture("shop.json"), fixture("parts"));
    let (service, operation) = (fixture("parts/service.json"), fixture("parts/operation.json"));
    let many =
        project.run(&["--model", &shop, &parts, "--output", "many", "--service", "Library"]).assert_code(0);
    assert!(many.out.starts_with("library: 1 operation, 1 type\n"), "{}", many.out);
    let files = ["--model", &service, "--output", "files", "--model", &operation];
    project.run(&files).assert_code(0);
    project.run(&["--model", &parts, "--output", "folder"]).assert_code(0);
    assert!(project.texts("files") == project.texts("folder"));
    let half = project.run(&["--model", &service, "--output", "half"]).assert_code(2);
    project.settings().bind(|| insta::assert_snapshot!(half.text()));
    assert!(!project.has("half"));
}

#[test]
fn a_dash_is_standard_input() {
    let project = Project::generated();
    let model = project.get("models/shop.json");
    run_with_input(&project, &["--model", "-", "--check"], &model).assert_code(0);
    let service = std::fs::read_to_string(fixture("parts/service.json")).expect("the fixture is there");
    let args = ["--model", &fixture("parts/operation.json"), "-", "--output", "piped"];
    let piped = run_with_input(&project, &args, &service).assert_code(0);
    assert!(piped.out.starts_with("library: 1 operation"), "{}", piped.out);
    let cut = run_with_input(&project, &["--model", "-", "--check"], &model[..300]).assert_code(2);
    let none = project.run(&["--model", "-", "--check"]).assert_code(2);
    project.settings().bind(|| {
        insta::assert_snapshot!("input_cut", cut.text());
        insta::assert_snapshot!("input_empty", none.text());
    });
}

#[test]
fn models_that_are_not_there() {
    let project = Project::generated();
    let before = project.state();
    let near = project.run(&["--model", "models/shpo.json"]).assert_code(2);
    let many = project.run(&["--model", "none.json", "generated"]).assert_code(2);
    assert!(before == project.state());
    project.settings().bind(|| {
        insta::assert_snapshot!("model_near", near.text());
        insta::assert_snapshot!("model_none", many.text());
    });
}

#[test]
fn faults_of_a_model_are_shown_together() {
    let project = Project::generated();
    let before = project.state();
    let ran = project.run(&["--model", &fixture("faulty.json")]).assert_code(2);
    let checked = project.run(&["--check", "--model", &fixture("faulty.json")]).assert_code(2);
    assert!(before == project.state());
    assert_eq!(ran, checked);
    project.settings().bind(|| insta::assert_snapshot!(ran.text()));
}

#[test]
fn defaults_are_found_from_a_folder_below() {
    let project = drifted();
    for (folder, output) in [("models", "../generated"), ("generated/src/operation", "../../../generated")] {
        let mut command = project.command(&["--check"]);
        let checked = command.current_dir(project.path(folder)).output().expect("it starts");
        let out = String::from_utf8_lossy(&checked.stdout);
        assert_eq!(checked.status.code(), Some(1));
        assert!(out.contains(&format!("changed   {output}/src/operation/mod.rs\n")), "{out}");
    }
    let mut command = project.command(&[]);
    assert!(command.current_dir(project.path("models")).output().expect("it starts").status.success());
    project.run(&["--check"]).assert_code(0);
}

#[test]
fn without_a_project_both_places_must_be_named() {
    let project = Project::new();
    std::fs::remove_file(project.path("Cargo.toml")).expect("it is there");
    let none = project.run(&[]).assert_code(2);
    let half = project.run(&["--model", "models"]).assert_code(2);
    assert!(!half.err.contains("where the model is") && half.err.contains("--output"), "{}", half.err);
    project.run(&["--model", "models", "--output", "new/deep/"]).assert_code(0);
    let checked = project.run(&["--model", "models", "--output", "./new/deep", "--check"]).assert_code(0);
    assert!(checked.out.contains("files in ./new/deep are up to date"), "{}", checked.out);
    project.settings().bind(|| insta::assert_snapshot!(none.text()));
}
