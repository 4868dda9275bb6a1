//! `import` to a file and to standard output; what it makes is tested elsewhere.

use std::fs;

use crate::support::Project;

#[test]
fn to_standard_output_or_to_a_file() {
    let project = Project::new();
    let printed = project.run(&["import", "models/shop.json"]).assert_code(0);
    assert!(printed.out.starts_with("{\n") && printed.out.contains("books#Shop"), "{}", printed.out);
    assert_eq!(printed.err, "");
    let wrote = project.run(&["import", "models/shop.json", "-o", "new/facts.json"]).assert_code(0);
    assert_eq!((wrote.out.as_str(), wrote.err.as_str()), ("", "note: wrote new/facts.json\n"));
    assert_eq!(project.get("new/facts.json"), printed.out);
    let before = project.state();
    let again = project.run(&["import", "models/shop.json", "--output", "new/facts.json"]).assert_code(0);
    assert_eq!(again.err, "note: new/facts.json is up to date\n");
    assert!(before == project.state());
    let itself = project.run(&["import", "new/facts.json", "-o", "new/facts.json"]).assert_code(0);
    assert_eq!(itself.err, "note: new/facts.json is up to date\n");
}

#[test]
fn what_cannot_be_read_or_written() {
    let project = Project::new();
    fs::create_dir(project.path("folder")).expect("a folder can be made");
    let before = project.state();
    let none = project.run(&["import", "none.json", "-o", "facts.json"]).assert_code(2);
    let folder = project.run(&["import", "models/shop.json", "-o", "folder"]).assert_code(2);
    let below = project.run(&["import", "models/shop.json", "-o", "Cargo.toml/facts.json"]).assert_code(2);
    assert!(before == project.state());
    project.settings().bind(|| {
        insta::assert_snapshot!("import_none", none.text());
        insta::assert_snapshot!("import_to_folder", folder.text());
        insta::assert_snapshot!("import_below_file", below.text());
    });
}

#[cfg(unix)]
#[test]
fn through_a_link_and_into_a_device() {
    use std::os::unix::fs::{FileTypeExt, symlink};
    use std::process::Command;

    let project = Project::new();
    project.put("real/facts.json", "old\n");
    symlink("real/facts.json", project.path("link.json")).expect("a link can be made");
    project.run(&["import", "models/shop.json", "-o", "link.json"]).assert_code(0);
    assert!(project.path("link.json").is_symlink());
    let facts = project.get("real/facts.json");
    assert!(facts.contains("books#Shop"));
    // A named pipe stands for all that is no regular file: it must be written to, never replaced.
    let pipe = project.path("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("it is everywhere").success());
    let args = ["import", "models/shop.json", "-o", "pipe"];
    let child = project.command(&args).stderr(std::process::Stdio::null()).spawn().expect("it starts");
    assert_eq!(fs::read_to_string(&pipe).expect("it is written to"), facts);
    assert!(child.wait_with_output().expect("it ends").status.success());
    assert!(pipe.metadata().expect("it is there").file_type().is_fifo());
}
